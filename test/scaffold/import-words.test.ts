import { describe, expect, it } from 'vitest';
import { readManuscript } from '../../src/document/import/read.ts';
import { type Import, importDocument } from '../../src/scaffold/imported/import.ts';
import { recipientsCalled, recipientsFinder } from '../../src/scaffold/imported/recipients.ts';
import { phrasesFor, rightsCalled, rightsFinder } from '../../src/scaffold/imported/rights.ts';
import { type Tongue, tongues } from '../../src/scaffold/imported/tongue.ts';
import { english } from '../../src/words/made/en.ts';

function imported(text: string): Import {
  const found = importDocument(readManuscript(text, 'markdown'), {});
  if (!found) throw new Error('no language');
  return found;
}
const allOf = ({ files }: Import): string => [...files.values()].join('\n');

/** Who, what, whose rights, which cookies, whose children, how long. */
const policies: Readonly<Record<Tongue, string>> = {
  en: '# Privacy\n\nPaper Lamp Ltd runs this shop and uses your email address for it.\n\n## Your rights\n\n- Access\n- Rectification\n- Erasure\n- Objection\n\n## Cookies\n\n| Name | Purpose | Expires |\n|---|---|---|\n| sid | Keeps you signed in | 30 days |\n\n## Children\n\nIt is not for children under 13. We keep it for 30 days.\n',
  de: '# Datenschutz\n\nDie Papierlampe GmbH verarbeitet Ihre E-Mail-Adresse für den Laden.\n\n## Ihre Rechte\n\nSie haben das Recht auf Auskunft, Berichtigung, Löschung und Widerspruch.\n\n## Cookies\n\n| Name | Speicherdauer | Zweck |\n|---|---|---|\n| sid | Sitzung | Warenkorb |\n\n## Kinder\n\nDie App ist nicht für Kinder unter 16 Jahren. Wir löschen nach 30 Tagen.\n',
  fr: '# Confidentialité\n\nLibrairie du Canal SARL utilise votre adresse e-mail pour les commandes.\n\n## Vos droits\n\n- Accès\n- Rectification\n- Effacement\n- Opposition\n\n## Cookies\n\n| Nom | Durée | But |\n|---|---|---|\n| sid | 13 mois | Garder le panier |\n\n## Mineurs\n\nLe site n’est pas destiné aux enfants de moins de 15 ans. Conservation : 30 jours.\n',
  es: '# Privacidad\n\nFaro de Papel S.L. usa su correo electrónico para los pedidos y las cuentas.\n\n## Sus derechos\n\nTiene los derechos de acceso, rectificación, supresión y oposición.\n\n## Cookies\n\n| Nombre | Duración | Finalidad |\n|---|---|---|\n| sid | Sesión | Mantener la cesta |\n\n## Menores\n\nNo es para menores de 14 años. Conservamos los datos 30 días.\n',
  ja: '# プライバシー\n\n株式会社紙灯は、お客様のメールアドレスを取得します。\n\n## お客様の権利\n\n開示、訂正、削除を請求し、異議を申し立てることができます。\n\n## Cookieについて\n\n| 名前 | 有効期間 | 目的 |\n|---|---|---|\n| sid | 1年 | ログイン |\n\n## お子様\n\n13歳未満の方は利用できません。30日間保存します。\n',
  'zh-CN':
    '# 隐私政策\n\n北京纸灯科技有限公司收集您的电子邮箱。\n\n## 您的权利\n\n您有权查阅、更正、删除您的个人信息，拒绝处理。\n\n## Cookie\n\n| 名称 | 有效期 | 用途 |\n|---|---|---|\n| sid | 一年 | 登录 |\n\n## 儿童\n\n未满14周岁的儿童请勿使用。我们保存30天。\n',
  'zh-TW':
    '# 隱私權政策\n\n紙燈股份有限公司蒐集您的電子郵件。\n\n## 您的權利\n\n您得查詢或請求閱覽、更正、刪除個人資料，並拒絕處理。\n\n## Cookie\n\n| 名稱 | 期限 | 用途 |\n|---|---|---|\n| sid | 一年 | 登入 |\n\n## 兒童\n\n未滿14歲的兒童請勿使用。我們保存30天。\n',
};

describe.each(tongues)('a policy in %s', (tongue) => {
  const found = imported(policies[tongue]);
  const text = allOf(found);

  it('is known by its words, and names what every such policy names', () => {
    expect(found.head.locale).toBe(tongue);
    expect(found.head.owner).toMatchObject({ guessedBy: undefined });
    expect(text).toMatch(/data: .*contact\.email/);
    for (const right of ['access', 'correct', 'delete', 'object'])
      expect(text, right).toMatch(new RegExp(`rights: .*\\b${right} \\(“`));
    // An age is no period.
    expect(text).toMatch(/ages: 1[3-6] /);
    expect(text).toMatch(/periods: P30D \([^)]*\)\n/);
    expect(text).not.toMatch(/P1[3-6][YW]/);
  });

  it.each(['\u00a0', '\u202f', '\n'])('names the same, its words parted by %j', (space) => {
    const set = policies[tongue].replace(/(?<=[\p{L}\p{N}]) (?=[\p{L}\p{N}(])(?<!^.*[|#].*)/gmu, space);
    const named = (all: string): string[] => all.split('\n').filter((line) => /^ *# {3}\w+: /.test(line));
    expect(named(allOf(imported(set)))).toEqual(named(text));
    expect(imported(set).head.company).toBe(found.head.company);
  });

  it('has its table of cookies as a register', () => {
    expect(found.registers).toBe(1);
    expect(text).toContain('type: cookie');
    expect(text).toContain('name: sid');
  });
});

describe.each(tongues)('the words of %s', (tongue) => {
  it.each(Object.entries(rightsCalled))('find the right %s by each of its phrases', (right, by) => {
    expect(Object.keys(english.rights)).toContain(right);
    const find = rightsFinder(tongue);
    const [alone = '', among = ''] = by[tongue].split('|');
    const heading = { en: 'Rights', de: 'Rechte', fr: 'Droits', es: 'Derechos', ja: '権利', zh: '权利權利' };
    const around = heading[(tongue.split('-')[0] ?? 'en') as keyof typeof heading];
    const phrases = [...phrasesFor(alone, ''), ...phrasesFor(among, '')];
    expect(phrasesFor(alone, '').length).toBeGreaterThan(0);
    for (const [phrase] of phrases) expect(find(phrase, around).length, phrase).toBeGreaterThan(0);
  });

  it.each(Object.entries(recipientsCalled))('find the recipient %s by each of its phrases', (id, by) => {
    expect(Object.keys(english.categories)).toContain(id);
    const find = recipientsFinder(tongue);
    expect(phrasesFor(by[tongue], '').length).toBeGreaterThan(0);
    for (const [phrase] of phrasesFor(by[tongue], ''))
      expect(find(phrase)[0]?.ids.includes(id), phrase).toBe(true);
  });
});

describe('what a policy is told to be checked by', () => {
  const profilesOf = (text: string): string => /# profiles: \[(.*?)\]/.exec(allOf(imported(text)))?.[1] ?? '';

  it('are the laws that it names, or those that are likely where its language is written', () => {
    expect(profilesOf(policies['zh-CN'])).toBe('cn-pipl');
    expect(profilesOf(policies.de)).toBe('eu-gdpr');
    expect(profilesOf(policies.en)).toBe('eu-gdpr');
    expect(profilesOf(`${policies.en}\nCalifornia residents may ask us not to sell it (CCPA).\n`)).toBe(
      'us-ca-ccpa',
    );
    expect(profilesOf(`${policies.en}\nThe LGPD and the GDPR hold.\n`)).toBe('eu-gdpr, br-lgpd');
    expect(profilesOf(`${policies.en}\nThe UK GDPR holds; write to the ICO.\n`)).toBe('uk-gdpr-2025');
    expect(profilesOf(`${policies.en}\nYou can complain to the Information Commissioner.\n`)).toBe(
      'uk-gdpr-2025',
    );
    expect(profilesOf(`${policies.en}\nYou can complain to the Information Commissioner of Ontario.\n`)).toBe(
      'eu-gdpr',
    );
    expect(allOf(imported(policies.ja))).toContain('there is none for the law of JP');
    expect(allOf(imported(policies.de))).not.toContain('there is none');
  });
});

describe('a title', () => {
  const titleOf = (text: string): string => imported(text).head.title;
  const chapters = (text: string): number =>
    [...imported(text).files.keys()].filter((file) => file.startsWith('chapters/')).length;
  const said = 'We keep your email address for 30 days, and nothing else of yours.';

  it('is the first heading that names a document, of whatever depth, and no chapter', () => {
    for (const called of ['Paper Lamp Global Privacy Policy', 'Lamp – Terms of Use', 'Lamp Cookie Notice']) {
      const text = `### ${called}\n\n${said}\n\n### Cookies\n\n${said}\n\n### Changes to this Privacy Policy\n\n${said}\n`;
      expect(titleOf(text)).toBe(called);
      expect(chapters(text)).toBe(2);
    }
  });

  it('is the first line where no heading names the document, without the bold of the whole line', () => {
    expect(titleOf(`Lamp Terms of Use\n\n## What we do\n\n${said}\n\n## Cookies\n\n${said}\n`)).toBe(
      'Lamp Terms of Use',
    );
    expect(titleOf(`# **Privacy at Lamp**\n\n## What *we* do\n\n${said}\n`)).toBe('Privacy at Lamp');
  });

  it('is no link to a heading, no sentence, and none of several documents', () => {
    expect(
      titleOf(
        `[Lamp Privacy Policy](#p)\n\n[Us](#us)\n\n## Us\n\n${said}\n\n## Lamp Privacy Policy\n\n${said}\n`,
      ),
    ).toBe('Privacy Policy');
    expect(titleOf(`Read our terms of use.\n\n## Us\n\n${said}\n\n## You\n\n${said}\n`)).toBe(
      'Privacy Policy',
    );
    expect(titleOf(`## Lamp Privacy Notice\n\n${said}\n\n## Lamp Cookie Notice\n\n${said}\n`)).toBe(
      'Privacy Policy',
    );
  });
});

describe('a company', () => {
  const companyOf = (text: string): string => imported(text).head.company;

  it('is the one that the text is of, and not one of those in its tables', () => {
    const table =
      '\n\n| Company | Why |\n|---|---|\n| Parcel Quick Inc. | Delivery |\n| Parcel Quick Inc. | Returns |\n';
    expect(companyOf(`# Privacy\n\nThe shop is run by Paper Lamp Ltd, London.${table}`)).toBe(
      'Paper Lamp Ltd',
    );
    expect(imported(`# Privacy\n\nThe trust runs this shop for you.${table}`).head.owner).toBeUndefined();
  });

  it.each([
    ['Parcel Quick Inc. delivers.', 'Paper Lamp Ltd (“Paper Lamp”, “we” or “us”) writes this.'],
    ['Parcel Quick Inc. delivers.', 'This shop is owned and operated by Paper Lamp Ltd, London.'],
    ['We share it with Parcel Quick Inc.', 'The data controller for the shop is Paper Lamp Ltd, London.'],
    ['We share it with Parcel Quick Inc.', 'You reach Paper Lamp Ltd at help@paper-lamp.example.'],
    ['Wir geben sie an Post AG.', 'Verantwortlicher im Sinne der DSGVO ist Paper Lamp Ltd in London.'],
    ['Nous les donnons à Poste SA.', 'Paper Lamp Ltd, à Lyon, est responsable du traitement.'],
    ['Los damos a Correo S.A.', 'El sitio está operado por Paper Lamp Ltd, Londres.'],
  ])('is not one that is named more often: %s', (other, own) => {
    const far = `We keep little, and for a short time. `.repeat(60);
    expect(companyOf(`# Privacy\n\n${far}\n\n${other} ${other}\n\n${own}\n\n${other}\n`)).toBe(
      'Paper Lamp Ltd',
    );
  });

  it('is none where those that the text names late are all others', () => {
    const far = `We keep little, and for a short time. `.repeat(60);
    const text = `# Privacy\n\n${far}\n\nWe share it with Parcel Quick Inc. See the policy of Parcel Quick Inc.\n`;
    expect(imported(text).head.owner).toBeUndefined();
  });

  it('has a name without what it is said of, and with what stands in it', () => {
    for (const [said, name] of [
      ['Liste der Dienste der Papierlampe GmbH', 'Papierlampe GmbH'],
      ['The terms of Paper Finance Company, Lamp Ltd', 'Lamp Ltd'],
      ['It is offered by Paper (Singapore) Private Limited', 'Paper (Singapore) Private Limited'],
      ['It is offered by ePaper GmbH', 'Example Company'],
      ['Das Amt hat die Papierlampe GmbH („wir“) beauftragt', 'Papierlampe GmbH'],
      ['Mit dem Betrieb hat das AMT die Papierlampe GmbH („wir“) beauftragt', 'Papierlampe GmbH'],
      ['Unless this or our Cookies & Tracking Notice, Paper Lamp GmbH (“we”) says so', 'Paper Lamp GmbH'],
      ['Paper Lamp, PBC (“we”) has its officer at Reed Post Ltd', 'Paper Lamp, PBC'],
      ['We are a California Nonprofit Public Benefit Corporation (“we”)', 'Example Company'],
      ['Wir sind die Stiftung für die Lampe AG („wir“)', 'Stiftung für die Lampe AG'],
    ])
      expect(companyOf(`# Privacy\n\n${said} here.\n`)).toBe(name);
  });

  it.each([
    ['This site is run by Paper Lamp (“We”, “Us”), a charity in Leeds.', 'Paper Lamp'],
    ['**Paper Lamp** ("the App", "we") reads little.', 'Paper Lamp'],
    ['We, the Paper Lamp project, read little.', 'Paper Lamp project'],
    ['This site is run and operated by the Paper Lamp Trust, Leeds.', 'Paper Lamp Trust'],
    ['We keep little.\n\n© 2019–2026 Paper Lamp. All rights reserved.', 'Paper Lamp'],
    ['## 1. Data controller\n\nAnna Lamp\\\n1 Paper Street, Leeds', 'Anna Lamp'],
    ['## Verantwortlicher\n\nAnna Lamp  \nPapierweg 1', 'Anna Lamp'],
    ['Die App wird betrieben von Papierlampe, Kiel.', 'Papierlampe'],
    ['Lampe (ci-après « nous ») garde peu.', 'Lampe'],
    [
      'Le Centre hospitalier universitaire de Lampe (ci-après « nous »), garde peu.',
      'Centre hospitalier universitaire de Lampe',
    ],
    ['クシダ柔工（以下「運営者」）は、本アプリを提供します。', 'クシダ柔工'],
    ['纸灯笼（以下简称“我们”）重视您的隐私。', '纸灯笼'],
    ['软件开发者：成都纸灯经营部', '成都纸灯经营部'],
  ])('without a legal form is a guess, and only where the text says that it writes: %s', (said, name) => {
    const far = 'We share your name with Parcel Quick Inc. for parcels.';
    const { head, files } = imported(`# Privacy\n\n${said}\n\n${far}\n`);
    expect(head.company).toBe(name);
    expect(head.owner?.guessedBy).toContain(name);
    expect(files.get('policy.yaml')).toContain(`name: ${name} # a guess`);
  });

  it.each([
    'Our site (“we”) is run by the operator.',
    'Videos are shown by Vimeo, run by Google.',
    'Gestionadas por el desarrollador.',
    '## Contents\n\n- Data controller\n- Übersicht der Dienste\n\n## Data controller\n\nSee the imprint.\n\n## Übersicht der Dienste\n\nNone.',
    'See © for the sign, and 2020 - Made with love for all.',
  ])('is none where such words name nobody: %s', (said) => {
    expect(imported(`# Privacy\n\n${said}\n`).head.owner).toBeUndefined();
  });

  it('that is only named among others is a guess, and so is one that most texts name', () => {
    const ownerOf = (said: string) => imported(`# Privacy\n\n${said}\n`).head.owner;
    expect(ownerOf('Ads are shown with Google LLC.')).toMatchObject({ guessedBy: 'Google LLC' });
    expect(ownerOf('Parcel Quick Inc. and Reed Post Ltd deliver.')?.guessedBy).toBe('Parcel Quick Inc.');
    // A name may begin with a number, and an address has one before the name.
    expect(ownerOf('All of it is made by 9lamps LLC.')?.name).toBe('9lamps LLC');
    expect(ownerOf('At 350 5th Paper Lamp Ltd is found.')?.name).toBe('Paper Lamp Ltd');
    expect(ownerOf('Paper Lamp Ltd writes.')).toEqual({ name: 'Paper Lamp Ltd', guessedBy: undefined });
    expect(ownerOf('Paper Lamp (“we”) is a shop of Paper Lamp Ltd, with Google LLC.')).toEqual({
      name: 'Paper Lamp Ltd',
      guessedBy: undefined,
    });
    expect(ownerOf('株式会社 Rish（以下，「当社」といいます。）は集めません。')?.name).toBe('株式会社 Rish');
  });

  it('has a Chinese name without the words before it', () => {
    const text = (said: string): string =>
      `# 隐私政策\n\n${said}\n\n## 分享\n\n我们与深圳快递有限公司共享。\n`;
    for (const said of [
      '由杭州纸灯科技有限公司（以下简称“我们”）运营。',
      '我们（杭州纸灯科技有限公司）收集您的姓名。',
    ])
      expect(companyOf(text(said))).toBe('杭州纸灯科技有限公司');
    expect(allOf(imported(text('我们收集您的姓名。')))).toContain('recipients: 深圳快递有限公司\n');
    expect(companyOf(text('上海和平（中国）有限公司收集您的姓名。'))).toBe('上海和平（中国）有限公司');
  });

  it('has a legal form of any country, and a name that ends where its line or sentence does', () => {
    for (const name of [
      'Faro de Papel S.L.',
      'Luz y Papel, S.A. de C.V.',
      'Wanderweg UG (haftungsbeschränkt)',
      'Tidepool Pte. Ltd.',
      'Tidepool Kft.',
      'Érable Mobile inc.',
      'Wort & Bild GmbH & Co. KG',
    ])
      expect(
        allOf(imported(`# P\n\nWe write to you from Lyon. ${name} runs this, and the shop.\n`)),
      ).toContain(`recipients: ${name}\n`);
  });
});

it('a text in a language that pages have no words in is not taken for its neighbour', () => {
  const read = (text: string) => importDocument(readManuscript(text, 'text'), {});
  expect(
    read('A Luz de Papel trata os seus dados pessoais para a entrega dos pedidos, e não os vende.'),
  ).toBeUndefined();
  expect(
    read('Il titolare non vende i dati degli utenti e li usa per la consegna con i suoi fornitori.'),
  ).toBeUndefined();
  expect(read('Wij gebruiken uw gegevens niet voor reclame en delen deze met een bezorger.')).toBeUndefined();
});

it('countries are known by their names in the script of the text', () => {
  const text = policies['zh-TW'].replace('紙燈股份有限公司蒐集', '紙燈股份有限公司在紐西蘭蒐集');
  expect(allOf(imported(text))).toContain('countries: NZ (“紐西蘭”)');
});
