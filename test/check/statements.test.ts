import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** A choir: what it collects, whom it tells, how long it keeps things, and what it promises. */
const facts = `chapter: main
title: T
clauses:
  - { id: dues, kind: function, tier: basic, title: T, purposes: [trade.payment], collects: [financial.payment_record, identity.real_name, contact.mobile_phone], refusal: T }
  - { id: letter, kind: function, tier: additional, title: T, purposes: [marketing.messages], collects: [contact.email], keeps: P30D, refusal: T }
  - { id: bank, kind: recipient, title: T, form: entrust, category: processor, receives: [financial.payment_record, identity.real_name], purposes: [trade.payment], countries: [US] }
  - { id: book, kind: retention, title: Songbooks lent, functions: [dues], period: P7Y }
  - { id: young, kind: minors, title: T, age: 14 }
  - { id: unsold, kind: commitment, title: T, promise: never, act: sell }
  - { id: untrained, kind: commitment, title: T, promise: never, act: train-models }
  - { id: unborn, kind: commitment, title: T, promise: never, act: collect, data: [identity.date_of_birth] }
  - { id: signal, kind: commitment, title: T, promise: always, act: heed-gpc }
  - { id: desk, kind: contact, title: T, channel: email, address: a@b.example, answerWithin: P1M }
  - id: how
    kind: change
    title: T
    prominent: [e-mail]
    leadTime: P14D
    material: [{ id: all, words: T, watches: ["*.data"] }]
  - { id: said, kind: statement, title: T, text: TEXT }
`;

/** Codes of findings in a statement beside those facts. */
function found(text: string, locale: string, chapter = facts): string[] {
  const policy = policyFrom({
    'policy.yaml': smallHead
      .replaceAll(/\ben\b/g, locale)
      .replace(/role: controller/, 'role: controller, country: FR'),
    'chapters/main.yaml': chapter.replace('TEXT', JSON.stringify(text)),
  });
  const line = chapter.split('\n').findIndex((one) => one.includes('text: TEXT')) + 1;
  return checkPolicy(policy)
    .filter(({ code, place }) => place.line === line && /prose|open-list/.test(code))
    .map(({ code }) => code.replace('prose-', ''));
}

/** The same words as others set them: an editor, a word processor, another system. */
function settings(text: string): Readonly<Record<string, string>> {
  const gap = /(?<=[\p{L}\p{N},]) (?=[\p{L}\p{N}])/gu;
  const word = /(?<=\p{L} )(\p{L}+|\d+)(?= \p{L})/gu;
  return {
    'spaces that keep a line whole': text.replace(gap, '\u00a0'),
    'a line for each word': text.replace(gap, '\n'),
    'an item with a line for each word': `- ${text.replace(gap, '\n  ')}`,
    'two spaces': text.replace(gap, '  '),
    'bold words': text.replace(word, '**$1**'),
    'words with stress': text.replace(word, '_$1_'),
    'letters in two parts': text.normalize('NFD'),
    'wide digits': text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    'escaped full stops': text.replace(/(?<=\p{L})\./gu, '\\.'),
  };
}

describe('a statement held against all facts', () => {
  it.each([
    [
      'en',
      'We ask for your date of birth and your religion.',
      ['names-other-data', 'names-other-data', 'breaks-promise'],
    ],
    ['en', 'When you enter the hall, your fingerprint is scanned.', ['names-other-data']],
    [
      'en',
      'We keep a list of what you sing:\n\n- Gender\n- Your passport number, if you travel',
      ['names-other-data', 'names-other-data'],
    ],
    ['en', 'You need to give us your passport number.', ['names-other-data']],
    ['en', 'The app asks for your contacts.', ['names-other-permission']],
    ['en', 'Copies of your data are kept in a cellar in Norway.', ['names-other-country']],
    ['en', 'We may sell your details to friends of the choir.', ['breaks-promise']],
    ['en', 'From time to time we rent our mailing list to other choirs.', ['breaks-promise']],
    ['en', 'What you write helps us to train our language model.', ['breaks-promise']],
    ['en', 'We ignore signals that your browser sends.', ['breaks-promise']],
    ['en', 'We profile you.', ['names-other-act']],
    ['en', 'Requests for a solo are decided by a computer.', ['names-other-act']],
    ['en', 'We never share your name with anyone.', ['claims-otherwise']],
    ['en', 'Your phone number is never passed to the bank or anybody else.', []],
    ['en', 'Your payment record is never passed to the bank or anybody else.', ['claims-otherwise']],
    ['en', 'We never ask for your phone number.', ['claims-otherwise']],
    ['en', 'We know nothing about you.', ['claims-otherwise']],
    ['en', 'We will never send you advertisements.', ['claims-otherwise']],
    ['en', 'No data is moved outside the EEA.', ['claims-otherwise']],
    ['en', 'Payments are handled by Stripe.', ['names-other-recipient']],
    ['en', 'Songbooks lent are kept on our list for ten years.', ['states-other-period']],
    ['en', 'Records of who came are deleted after six months.', ['states-other-period']],
    ['en', 'Your payment record is kept for 30 days.', ['states-other-period']],
    ['en', 'You will hear from us within 90 days.', ['states-other-period']],
    ['en', 'We tell you at least 30 days before a change applies.', ['states-other-period']],
    ['en', 'We collect your e-mail address, your phone number and other information.', ['open-list']],
    ['en', 'Copies of your data are stored in the UK.', ['names-other-country']],
    ['en', 'Our service is not directed to children under the age of 16.', ['names-other-age']],
    ['en', 'We use your name for customer support.', ['names-other-purpose']],
    ['en', 'We never send your data abroad.', ['claims-otherwise']],
    ['en', 'Nobody else has access to your data.', ['claims-otherwise']],
    ['en', 'We hold on to your data for ten years.', ['states-other-period']],
    ['en', 'Changes of this policy take effect three days after we announce them.', ['states-other-period']],
    ['zh-CN', '您的个人信息存储在中国境内。', ['names-other-country']],
    ['zh-CN', '我们的服务不面向未满十六周岁的儿童。', ['names-other-age']],
    ['zh-CN', '我们不会将您的个人信息传输至境外。', ['claims-otherwise']],
    ['zh-CN', '重大变更生效前3天，我们会通知您。', ['states-other-period']],
    ['zh-CN', '我们会收集您的性别和宗教信仰。', ['names-other-data', 'names-other-data']],
    ['zh-CN', '您的指纹会被采集。', ['names-other-data']],
    ['zh-CN', '您需要提供身份证号码。', ['names-other-data']],
    ['zh-CN', '您的信息会被传输至挪威的数据中心。', ['names-other-country']],
    ['zh-CN', '我们可能会将您的个人信息出售给合作伙伴。', ['breaks-promise']],
    ['zh-CN', '您的留言会用于训练我们的语言模型。', ['breaks-promise']],
    ['zh-CN', '我们会构建您的用户画像。', ['names-other-act']],
    ['zh-CN', '我们绝不向任何人提供您的真实姓名。', ['claims-otherwise']],
    ['zh-CN', '我们从不向您发送任何营销信息。', ['claims-otherwise']],
    ['zh-CN', '名单上的个人信息在六个月后自动删除。', ['states-other-period']],
    ['zh-CN', '政策变更时，我们会提前三十天通知您。', ['states-other-period']],
    ['zh-CN', '我们收集您的手机号码、电子邮箱等信息。', ['open-list']],
    ['de', 'Wir erheben Ihr Geschlecht und Ihre Religion.', ['names-other-data', 'names-other-data']],
    ['de', 'Beim Eintritt wird Ihr Fingerabdruck erfasst.', ['names-other-data']],
    ['de', 'Sie müssen Ihre Reisepassnummer angeben.', ['names-other-data']],
    ['de', 'Wir verkaufen Ihre Daten an andere Chöre.', ['breaks-promise']],
    ['de', 'Wir verkaufen Ihre Daten, damit Sie es wissen, an andere Chöre.', ['breaks-promise']],
    ['de', 'Mit Ihren Worten trainieren wir unser Sprachmodell.', ['breaks-promise']],
    ['de', 'Ihre Daten geben wir an niemanden weiter.', ['claims-otherwise']],
    ['de', 'Wir erheben niemals Ihre Mobiltelefonnummer.', ['claims-otherwise']],
    [
      'de',
      'Ihre Daten werden ausschließlich in Deutschland gespeichert.',
      ['claims-otherwise', 'names-other-country'],
    ],
    ['de', 'Ihre Daten verlassen nie die Europäische Union.', ['claims-otherwise']],
    ['de', 'Unsere Server stehen in Norwegen.', ['names-other-country']],
    ['de', 'Zahlungsaufzeichnungen werden zehn Jahre aufbewahrt.', ['states-other-period']],
    ['de', 'Wir antworten Ihnen binnen 14 Tagen.', ['states-other-period']],
    ['de', 'Wir informieren Sie 30 Tage vor einer Änderung.', ['states-other-period']],
    ['fr', 'Nous collectons votre sexe et votre religion.', ['names-other-data', 'names-other-data']],
    ['fr', 'Vous devez fournir votre numéro de passeport.', ['names-other-data']],
    ['fr', 'Nous vendons vos données à d’autres chœurs.', ['breaks-promise']],
    ['fr', 'Vos mots nous servent à entraîner notre modèle de langue.', ['breaks-promise']],
    ['fr', 'Nous ne communiquons vos données à personne.', ['claims-otherwise']],
    ['fr', 'Nous ne demandons jamais votre numéro de téléphone mobile.', ['claims-otherwise']],
    ['fr', "Vos données ne quittent jamais l'Union européenne.", ['claims-otherwise']],
    ['fr', 'Vos données sont stockées en Norvège.', ['names-other-country']],
    ['fr', 'Les relevés de paiement sont conservés pendant dix ans.', ['states-other-period']],
    ['fr', 'Nous vous répondons dans un délai de 15 jours.', ['states-other-period']],
    ['fr', 'Nous utilisons Google Analytics pour compter les visites.', ['names-other-recipient']],
    ['es', 'Recopilamos su religión.', ['names-other-data']],
    ['es', 'Vendemos sus datos a otros coros.', ['breaks-promise']],
    ['es', 'No comunicamos sus datos a nadie.', ['claims-otherwise']],
    ['es', 'Sus datos se almacenan en servidores en Noruega.', ['names-other-country']],
    ['es', 'Los registros de pago se conservan durante diez años.', ['states-other-period']],
    ['ja', '性別と宗教を収集します。', ['names-other-data', 'names-other-data']],
    ['ja', 'お客様の個人情報を販売することがあります。', ['breaks-promise']],
    ['ja', '携帯電話番号は収集しません。', ['claims-otherwise']],
    ['ja', 'お客様の情報はノルウェーのサーバーに保存されます。', ['names-other-country']],
    ['ja', '支払いの記録は10年間保存します。', ['states-other-period']],
  ] as const)('%s: %s', (locale, text, expected) => {
    expect(found(text, locale).sort()).toEqual([...expected].sort());
    for (const [name, set] of Object.entries(settings(text)))
      expect(found(set, locale).sort(), `${name}: ${set}`).toEqual([...expected].sort());
  });

  it.each([
    ['en', 'We do not ask for your date of birth.'],
    ['en', 'Do we collect your religion? Ask us.'],
    ['en', 'Only if you travel with us do we need your passport number.'],
    ['en', 'The museum collects your fingerprint.'],
    ['en', 'We collect songs for your date of birth.'],
    ['en', 'We sell songbooks at the door.'],
    ['en', 'You may ask whether we sell your details.'],
    ['en', 'We share your details with the people who help us to print them.'],
    ['en', 'We may share anonymised data with other choirs.'],
    ['en', 'Our conductor helps you to train your voice.'],
    ['en', 'People in Norway sing more than those in Ireland.'],
    ['en', 'If you live in Norway, write to the desk.'],
    ['en', 'The concert lasts two hours, and the doors open 30 minutes before.'],
    ['en', 'We keep the hall warm for ten weeks.'],
    ['en', 'Some of us have sung for forty years and keep singing.'],
    ['en', 'Your data may be stored in the United States.'],
    ['en', 'We tell you at least two weeks before a change.'],
    ['en', 'Payments to the museum are made at its desk.'],
    ['en', 'You must be 18 to buy wine at our bar.'],
    ['en', 'Children under 14 sing with us, those under 16 alone.'],
    ['en', 'We use aggregated data for advertising.'],
    ['en', 'You may object to the use of your data for advertising.'],
    ['en', 'Unless you agree, we never send your data abroad.'],
    ['en', 'The choir was in the UK.'],
    ['zh-CN', '未经您同意，我们不会将您的个人信息传输至境外。'],
    ['zh-CN', '我们为中国境内的用户保存歌单信息。'],
    ['zh-CN', '我们不收集您的出生日期。'],
    ['zh-CN', '我们不会出售您的个人信息。'],
    ['zh-CN', '合唱团在挪威演出过两次。'],
    ['zh-CN', '我们出售歌本。'],
    ['de', 'Wir verkaufen Ihre Daten nicht.'],
    ['de', 'Wir erheben kein Geburtsdatum.'],
    ['de', 'Wir verkaufen Notenhefte an der Kasse.'],
    ['de', 'Wir speichern Ihre E-Mail-Adresse, um Ihnen zum Geburtsdatum zu schreiben.'],
    ['de', 'In Norwegen singen mehr Menschen.'],
    ['de', 'Der Chor ist 30 Jahre alt.'],
    ['fr', 'Nous ne vendons pas vos données.'],
    ['fr', 'Nous ne collectons pas votre religion.'],
    ['fr', 'Nous vendons des partitions.'],
    ['fr', 'En Norvège, on chante plus.'],
    ['es', 'No vendemos sus datos.'],
    ['es', 'Vendemos partituras en la entrada.'],
    ['es', 'No recopilamos su religión.'],
    ['ja', '個人情報を販売しません。'],
    ['ja', '性別は収集しません。'],
    ['ja', '入口で楽譜を販売しています。'],
  ] as const)('%s: nothing in “%s”', (locale, text) => {
    expect(found(text, locale)).toEqual([]);
  });

  it('asks nothing of a policy without facts, as one that was just taken over', () => {
    const bare = `chapter: main\ntitle: T\nclauses:\n  - { id: said, kind: statement, title: T, text: TEXT }\n`;
    for (const text of [
      'We ask for your religion.',
      'We sell your data.',
      'Your data is kept in Norway for ten years.',
    ])
      expect(found(text, 'en', bare)).toEqual([]);
  });

  it('holds a text against what another denies, for readers they have in common', () => {
    const two = (first: string, second: string): string =>
      `chapter: main\ntitle: T\nclauses:\n  - { id: one, kind: statement, title: T, ${first}text: We never publish your letters. }\n  - { id: said, kind: statement, title: T, ${second}text: TEXT }\n`;
    const text = 'Each year we publish your data in a book.';
    const letters = 'We publish your letters in a book.';
    const general = two('', '').replace('your letters', 'your data');
    expect(found(text, 'en', general)).toEqual(['breaks-promise']);
    expect(found(letters, 'en', general)).toEqual([]);
    const [fr, de] = ['applies: { regions: [FR] }, ', 'applies: { regions: [DE] }, '];
    expect(found(text, 'en', two(fr, de).replace('your letters', 'your data'))).toEqual([]);
    expect(found(text, 'en', two(fr, fr).replace('your letters', 'your data'))).toEqual(['breaks-promise']);
  });

  it.each([
    ['We do not sell or share your personal information.', 'We share your data with partners.', true],
    [
      'We do not sell or share your personal information, as those terms are defined under Californian law.',
      'We share your data with partners.',
      false,
    ],
    [
      'Under the CCPA we tell you that your personal information is not sold or shared.',
      'We share your data with partners.',
      false,
    ],
    [
      'Under the CCPA we tell you that your personal information is not sold or shared.',
      'We share your data with advertisers.',
      true,
    ],
    ['The CCPA aside, we do not share your personal information.', 'We share your data with partners.', true],
    ['We do not sell or share your personal information (CCPA).', 'We sell your data to partners.', true],
  ])('“sell or share”, where a law defines it, is said of advertising: %s %s', (denied, text, breaks) => {
    const two = `chapter: main\ntitle: T\nclauses:\n  - { id: one, kind: statement, title: T, text: ${JSON.stringify(denied)} }\n  - { id: said, kind: statement, title: T, text: TEXT }\n`;
    expect(found(text, 'en', two)).toEqual(breaks ? ['breaks-promise'] : []);
  });

  it.each([
    ['en', 'A new name does not change how we share your data.', 'We share your data with advertisers.'],
    [
      'de',
      'Der neue Name ändert nicht, wie wir Ihre Daten weitergeben.',
      'Wir geben Ihre Daten an Dritte weiter.',
    ],
    [
      'fr',
      'Le nouveau nom n’affecte en rien la façon dont nous partageons vos données.',
      'Nous partageons vos données avec des tiers.',
    ],
    ['es', 'El nuevo nombre no cambia cómo compartimos sus datos.', 'Compartimos sus datos con terceros.'],
    [
      'fr',
      'Nous ne pouvons pas garantir la sécurité de vos données quand elles nous sont transmises.',
      'Nous transmettons vos données à des tiers.',
    ],
    [
      'de',
      'Wir können nicht garantieren, dass Ihre Daten sicher übermittelt werden.',
      'Wir geben Ihre Daten an Dritte weiter.',
    ],
    [
      'es',
      'No podemos garantizar la seguridad de sus datos que se transmiten por la red.',
      'Comunicamos sus datos a terceros.',
    ],
    [
      'en',
      'We never sell your data.',
      'You have the right to know what personal information is sold or shared.',
    ],
    [
      'en',
      'We never sell your data.',
      'You may ask us with whom your data is shared and learn whether we sell your data.',
    ],
    [
      'de',
      'Wir verkaufen Ihre Daten nicht.',
      'Sie haben das Recht zu erfahren, welche Daten verkauft werden.',
    ],
    ['fr', 'Nous ne vendons pas vos données.', 'Vous avez le droit de savoir quelles données sont vendues.'],
    ['es', 'No vendemos sus datos.', 'Tiene derecho a saber qué datos personales se venden.'],
  ])('%s: how something is done is not denied with what changes it', (locale, how, text) => {
    const two = `chapter: main\ntitle: T\nclauses:\n  - { id: one, kind: statement, title: T, text: ${JSON.stringify(how)} }\n  - { id: said, kind: statement, title: T, text: TEXT }\n`;
    expect(found(text, locale, two)).toEqual([]);
  });

  it('leaves what a promise does not cover', () => {
    const some = facts.replace('act: sell }', 'act: sell, data: [contact.email] }');
    expect(found('We may sell your phone number.', 'en', some)).toEqual(['names-other-act']);
    expect(found('We may sell your e-mail address.', 'en', some)).toEqual(['breaks-promise']);
  });
});
