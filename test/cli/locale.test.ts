import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textMark } from '../../src/model/locale.ts';
import { runHere } from './here.ts';

const head = `format: policyc/policy@1
id: small
title: Privacy policy
edition: "2026-11"
prevailing: en
locales: [en, zh-CN]
profiles: [cn-pipl]
utcOffset: "+08:00"
parties:
  - { id: company, role: controller, name: Small Ltd }
chapters: [main]
`;
const tricky =
  'We use < 5 of :data[contact.mobile_phone] & "its" number.\n\n- one `]]>`\n- two\n\nAnd *that* is all.';
const chapter = `chapter: main
title: Main
clauses:
  - id: login
    kind: statement
    title: Signing in
    text: |
${tricky.replace(/^(?=.)/gm, '      ')}
  - id: thanks
    kind: statement
    title: Thank you
`;
const chinese = tricky.replace('We use', '我们用').replace('And', '以上');
const texts = { 'policy/title': 'Privacy policy', 'main/title': 'Main', 'login/title': 'Signing in' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-locale-'));
  write('policy.yaml', head);
  write('chapters/main.yaml', chapter);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

const run = (...args: readonly string[]) =>
  runHere(folder, ['locale', ...args], { now: () => 0, version: '0' });

function faults(name: string, value: unknown): unknown {
  const schema = readFileSync(join(import.meta.dirname, `../../schemas/${name}.schema.json`), 'utf8');
  const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(schema));
  return validate(value) ? [] : validate.errors;
}

interface JsonFile {
  policies: { texts: { owner: string; field: string; target: string; state: string }[] }[];
}

/** Exports everything as JSON, lets `translate` change it, and imports what comes of it. */
async function throughJson(translate: (name: string) => string | undefined, ...only: readonly string[]) {
  await run('export', 'zh-CN', '--format', 'json', '-o', 'out.json', ...only);
  const file = JSON.parse(read('out.json')) as JsonFile;
  for (const text of file.policies.flatMap((policy) => policy.texts)) {
    const target = translate(`${text.owner}/${text.field}`);
    if (target !== undefined) Object.assign(text, { target, state: 'translated' });
  }
  write('out.json', JSON.stringify(file));
  return run('import', 'out.json');
}

const all: Readonly<Record<string, string>> = {
  'policy/title': '隐私政策',
  'main/title': '主要',
  'login/title': '登录: 与声音',
  'login/text': chinese,
  'thanks/title': '谢谢',
};

describe('policyc locale status', () => {
  it('counts, lists what is missing with its mark, and fails', async () => {
    const { code, out } = await run('status');
    expect(code).toBe(1);
    expect(out.split('\n')[0]).toBe('.  zh-CN  0 of 5 texts translated, 5 missing, 0 stale');
    expect(out).toContain(`missing  login/title   ${textMark('Signing in')}  Signing in\n`);
    expect(out).toContain('We use < 5 of :data[contact.mobile_phone] & "it…');
  });

  it('is fine when everything is there and fresh', async () => {
    await throughJson((name) => all[name]);
    expect(await run('status', 'zh-CN')).toMatchObject({
      code: 0,
      out: '.  zh-CN  all 5 texts translated, none stale\n',
      note: '',
    });
  });

  it('lists what is stale, as JSON too', async () => {
    await throughJson((name) => all[name]);
    write('chapters/main.yaml', chapter.replace('title: Thank you', 'title: Thank you all'));
    const { code, out } = await run('status', 'zh-CN', '--format', 'json');
    expect(code).toBe(1);
    expect(faults('locale-status', JSON.parse(out))).toEqual([]);
    const [status] = (JSON.parse(out) as { locales: unknown[] }).locales;
    expect(status).toMatchObject({
      policy: 'small',
      counts: { translated: 4, missing: 0, stale: 1 },
      texts: [
        {
          owner: 'thanks',
          field: 'title',
          state: 'stale',
          mark: textMark('Thank you all'),
          translation: { of: textMark('Thank you'), text: '谢谢', file: 'locales/zh-CN/main.yaml' },
        },
      ],
    });
  });

  it('refuses a language that no policy has, and the one it is written in', async () => {
    expect(await run('status', 'fr')).toMatchObject({ code: 2, out: '' });
    expect((await run('status', 'en')).note).toContain('the language the policy is written in');
  });
});

describe('policyc locale accept', () => {
  const overlay = `# by hand
locale: zh-CN
texts:
  login:   # signing in
    title:   {of: h000000000000,   text: '登录'}   # short
    "text":
      # the long one
      text: "${chinese.replaceAll('\n', '\\n').replaceAll('"', '\\"')}"
      of:  "h000000000000" # marked

  thanks: { title: { of: h000000000001, text: 谢谢 } }
# the end`;

  it.each([
    ['as it is', overlay],
    ['with CRLF and a byte-order mark', `\uFEFF${overlay.replaceAll('\n', '\r\n')}`],
  ])('changes nothing but marks, in a file %s', async (_, text) => {
    write('locales/zh-CN/main.yaml', text);
    const { code, out } = await run('accept', 'zh-CN', 'login');
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(3);
    expect(out).toContain(`locales/zh-CN/main.yaml:5  login/title  ${textMark('Signing in')}  登录`);
    expect(read('locales/zh-CN/main.yaml')).toBe(
      text
        .replace('of: h000000000000', `of: ${textMark('Signing in')}`)
        .replace('"h000000000000"', textMark(tricky)),
    );
  });

  it('accepts one text, in every language when none is named, or all of them', async () => {
    write('locales/zh-CN/main.yaml', overlay);
    expect((await run('accept', 'thanks/title')).out).toContain('thanks/title');
    expect(read('locales/zh-CN/main.yaml')).toBe(overlay.replace('h000000000001', textMark('Thank you')));
    expect((await run('accept', '--all')).out.split('\n')).toHaveLength(3);
    expect((await run('accept', '--all')).note).toContain('nothing was changed');
  });

  it.each([
    [['zh-CN'], 'name the texts'],
    [['zh-CN', 'login', 'logout'], 'no policy here has a text called logout'],
    [['zh-CN', 'login', 'main/title'], 'main/title has no translation to accept'],
    [['zh-CN', 'login', '--all'], '--all leaves no text to name'],
  ])('refuses %j and changes nothing', async (args, message) => {
    write('locales/zh-CN/main.yaml', overlay);
    const { code, note } = await run('accept', ...args);
    expect(code).toBe(2);
    expect(note).toContain(message);
    expect(read('locales/zh-CN/main.yaml')).toBe(overlay);
  });

  it('refuses a file in which one mark stands for two', async () => {
    const aliased = overlay
      .replace('h000000000000,', '&old h000000000000,')
      .replace('"h000000000000"', '*old');
    write('locales/zh-CN/main.yaml', aliased);
    expect((await run('accept', 'zh-CN', 'login/title')).note).toContain('cannot be changed piece by piece');
    expect(read('locales/zh-CN/main.yaml')).toBe(aliased);
  });
});

const schemaLine = '# yaml-language-server: $schema=../../node_modules/policyc/schemas/locale.schema.json\n';

describe('policyc locale export and import', () => {
  it('make the files of a new language, in reading order, long texts as blocks', async () => {
    expect(await throughJson((name) => all[name])).toMatchObject({ code: 0 });
    expect(read('locales/zh-CN/policy.yaml')).toBe(
      `${schemaLine}locale: zh-CN\ntexts:\n  policy:\n    title: { of: ${textMark('Privacy policy')}, text: 隐私政策 }\n`,
    );
    expect(read('locales/zh-CN/main.yaml')).toBe(`${schemaLine}locale: zh-CN
texts:
  main:
    title: { of: ${textMark('Main')}, text: 主要 }

  login:
    title: { of: ${textMark('Signing in')}, text: "登录: 与声音" }
    text:
      of: ${textMark(tricky)}
      text: |
${chinese.replace(/^(?=.)/gm, '        ')}

  thanks:
    title: { of: ${textMark('Thank you')}, text: 谢谢 }
`);
  });

  it('change nothing when nothing was translated', async () => {
    expect((await throughJson(() => undefined)).note).toBe('Nothing in it is new: nothing was written.\n');
    expect(existsSync(join(folder, 'locales'))).toBe(false);
  });

  it.each(['xliff', 'json'])('change nothing on the way there and back as %s', async (format) => {
    await throughJson((name) => all[name]);
    write('chapters/main.yaml', chapter.replace('title: Thank you', 'title: Thank you all'));
    const before = read('locales/zh-CN/main.yaml');
    await run('export', 'zh-CN', '--format', format, '-o', 'out');
    if (format === 'json') expect(faults('translations', JSON.parse(read('out')))).toEqual([]);
    expect((await run('import', 'out')).note).toBe('Nothing in it is new: nothing was written.\n');
    expect(read('locales/zh-CN/main.yaml')).toBe(before);
    expect((await run('status')).out).toContain('4 of 5 texts translated, 0 missing, 1 stale');
  });

  it('put what is new into files that are there, and leave their comments alone', async () => {
    const before = `# by hand
locale: zh-CN
texts:
  # about signing in
  login:
    # a title
    title: { of: ${textMark('Signing in')}, text: 登录 } # fine
  # the last one
  thanks:
    title:
      of: h000000000000
      text: '谢' # short
`;
    write('locales/zh-CN/main.yaml', before);
    const { code, note } = await throughJson((name) => (name === 'login/title' ? undefined : all[name]));
    expect(note).toBe('4 translations written.\n');
    expect(code).toBe(0);
    expect(read('locales/zh-CN/main.yaml')).toBe(`# by hand
locale: zh-CN
texts:
  main:
    title: { of: ${textMark('Main')}, text: 主要 }
  # about signing in
  login:
    # a title
    title: { of: ${textMark('Signing in')}, text: 登录 } # fine
    text:
      of: ${textMark(tricky)}
      text: |
${chinese.replace(/^(?=.)/gm, '        ')}
  # the last one
  thanks:
    title:
      of: ${textMark('Thank you')}
      text: "谢谢" # short
`);
  });

  it('--only leaves out what is done', async () => {
    await throughJson((name) => (name === 'login/text' ? undefined : all[name]));
    write('chapters/main.yaml', chapter.replace('title: Thank you', 'title: Thank you all'));
    const names = async (only: string) => {
      const file = JSON.parse(
        (await run('export', 'zh-CN', '--format', 'json', '--only', only)).out,
      ) as JsonFile;
      return file.policies.flatMap((policy) => policy.texts.map(({ owner, field }) => `${owner}/${field}`));
    };
    expect(await names('missing')).toEqual(['login/text']);
    expect(await names('stale')).toEqual(['thanks/title']);
    expect(await names('missing,stale')).toEqual(['login/text', 'thanks/title']);
    expect((await run('export', 'zh-CN', '--only', 'fresh')).code).toBe(2);
  });

  it('keep the mark of what was translated: a text that changed meanwhile is stale', async () => {
    await run('export', 'zh-CN', '--format', 'json', '-o', 'sent.json');
    write('chapters/main.yaml', chapter.replace('title: Signing in', 'title: Signing in by voice'));
    const sent = JSON.parse(read('sent.json')) as JsonFile;
    for (const text of sent.policies.flatMap((policy) => policy.texts))
      text.target = all[`${text.owner}/${text.field}`] ?? '';
    write('back.json', JSON.stringify(sent));
    expect((await run('import', 'back.json')).note).toContain('login/title changed after it was translated');
    expect((await run('status')).out).toContain('stale    login/title');
  });

  it('keep a translation that is newer than the file', async () => {
    await run('export', 'zh-CN', '--format', 'json', '-o', 'sent.json');
    write('chapters/main.yaml', chapter.replace('title: Signing in', 'title: Signing in by voice'));
    await throughJson((name) => (name === 'login/title' ? '用声音登录' : undefined));
    const before = read('locales/zh-CN/main.yaml');
    const sent = read('sent.json')
      .replace(/"target": ""/, '"target": "x"')
      .replace(/("owner": "login",[\s\S]*?"target": )""/, '$1"登录"');
    write('back.json', sent);
    const { note } = await run('import', 'back.json');
    expect(note).toContain('translated again meanwhile: login/title');
    expect(read('locales/zh-CN/main.yaml')).toBe(before);
  });

  it('are not taken over with half a character in them, which no file can hold', async () => {
    const { code, note } = await throughJson((name) => (name === 'login/title' ? 'a\ud800b' : undefined));
    expect([code, note]).toEqual([2, expect.stringContaining('half a character')]);
  });

  it('report what check will say of the translations, and fail when it is an error', async () => {
    const { code, note } = await throughJson((name) =>
      name === 'login/title' ? ':data[contact.email]' : undefined,
    );
    expect(code).toBe(1);
    expect(note).toContain('translation-references-differ');
  });
});

describe('XLIFF', () => {
  it('is XLIFF 2.1 with a segment for each text, its mark in the metadata', async () => {
    const { out } = await run('export', 'zh-CN');
    expect(out).toContain('version="2.1" srcLang="en" trgLang="zh-CN"');
    expect(out).toContain('<file id="small" canResegment="no" xml:space="preserve">');
    expect(out).toContain('<unit id="login:title" name="login/title">');
    expect(out).toContain(`<mda:meta type="mark">${textMark('Signing in')}</mda:meta>`);
    expect(out).toContain(
      '<source>We use &lt; 5 of :data[contact.mobile_phone] &amp; &quot;its&quot; number.\n\n- one `]]&gt;`',
    );
    expect(Object.values(texts).every((text) => out.includes(`<source>${text}</source>`))).toBe(true);
  });

  /** What a translator's program might make of it: its own prefix, split segments, marks around words. */
  async function translated(change: (xml: string) => string) {
    await run('export', 'zh-CN', '-o', 'out.xlf');
    write('out.xlf', change(read('out.xlf')));
    return run('import', 'out.xlf');
  }
  const target = (name: string, inner: string) => (xml: string) => {
    const unit = new RegExp(`(<unit id="${name}"[\\s\\S]*?<segment state=")initial(">[\\s\\S]*?</source>)`);
    expect(xml).toMatch(unit);
    return xml.replace(unit, `$1translated$2<target>${inner}</target>`);
  };

  it('brings translations back exactly', async () => {
    const escaped = chinese.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
    expect((await translated(target('login:text', escaped))).code).toBe(0);
    await run('export', 'zh-CN', '--format', 'json', '-o', 'out.json');
    const file = JSON.parse(read('out.json')) as JsonFile;
    const text = file.policies[0]?.texts.find(({ owner, field }) => owner === 'login' && field === 'text');
    expect(text).toMatchObject({ target: chinese, state: 'translated' });
  });

  it('is read with another prefix, without metadata, and with annotated words', async () => {
    const { code } = await translated((xml) =>
      target(
        'login:title',
        '登<mrk id="1" type="term">录</mrk><cp hex="0021"/>',
      )(xml)
        .replace(/<mda:metadata>[\s\S]*?<\/mda:metadata>/g, '')
        .replace(/<(\/?)(xliff|file|unit|segment|source|target|mrk|cp)\b/g, '<$1x:$2')
        .replace('xmlns="', 'xmlns:x="'),
    );
    expect(code).toBe(0);
    expect(read('locales/zh-CN/main.yaml')).toContain(
      `title: { of: ${textMark('Signing in')}, text: 登录! }`,
    );
  });

  it('confirms a stale translation when its state says so', async () => {
    await throughJson((name) => all[name]);
    write('chapters/main.yaml', chapter.replace('title: Thank you', 'title: Thank you all'));
    const { code } = await translated((xml) => xml.replace('state="initial"', 'state="final"'));
    expect(code).toBe(0);
    expect((await run('status')).code).toBe(0);
  });

  it.each([
    [
      'a unit that no text has the name of',
      (xml: string) =>
        xml
          .replace('name="login/title"', 'name="login/titel"')
          .replace('</source>\n      </segment>', '</source><target>x</target>\n      </segment>'),
      'no text called login/titel',
    ],
    ['a policy that is not here', (xml: string) => xml.replace('id="small"', 'id="large"'), 'a policy large'],
    ['an inline code', target('login:title', '登<ph id="1"/>录'), 'login/title holds an inline code'],
    [
      'an entity of its own',
      (xml: string) =>
        xml
          .replace('?>\n', '?>\n<!DOCTYPE xliff [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n')
          .replace('>Main<', '>&e;<'),
      'not well-formed XML',
    ],
    ['half a file', (xml: string) => xml.slice(0, xml.length / 2), 'not well-formed XML'],
    ['XLIFF 1.2', (xml: string) => xml.replace('version="2.1"', 'version="1.2"'), 'it is XLIFF 1.2'],
    ['another document', () => '<html/>', 'it is html, not xliff'],
    ['too deep a document', () => '<a>'.repeat(200_000), 'more than 50 deep'],
    [
      'groups too deep',
      (xml: string) =>
        xml
          .replace('<unit ', `${'<group>'.repeat(50)}<unit `)
          .replace('</unit>', `</unit>${'</group>'.repeat(50)}`),
      'more than 50 deep',
    ],
    [
      'a unit twice',
      (xml: string) => xml.replace('name="login/title"', 'name="main/title"'),
      'main/title of small twice',
    ],
    [
      'a policy twice before any text of it is looked for, which may be a hundred thousand times',
      (xml: string) =>
        xml
          .replace('name="login/title"', 'name="login/titel"')
          .replace('</xliff>', '<file id="small"/></xliff>'),
      'the policy small twice',
    ],
    ['other JSON', () => '{}', 'its format is not stated'],
    [
      'another language',
      (xml: string) => xml.replace('trgLang="zh-CN"', 'trgLang="fr"'),
      'no policy is translated into fr',
    ],
  ])('refuses %s and writes nothing', async (_, change, message) => {
    const { code, note } = await translated((xml) => change(target('main:title', '主要')(xml)));
    expect(note).toContain(message);
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'locales'))).toBe(false);
  });

  it('does not write through a link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'policyc-outside-'));
    try {
      const linked = (xml: string): string => {
        mkdirSync(join(folder, 'locales'));
        symlinkSync(outside, join(folder, 'locales/zh-CN'));
        return target('main:title', '主要')(xml);
      };
      expect(await translated(linked)).toMatchObject({ code: 2 });
      expect(existsSync(join(outside, 'main.yaml'))).toBe(false);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });
});

describe('policyc locale import of a published translation', () => {
  const published = {
    en: '# Privacy\n\nWho we are.\n\n## Data\n\n### Orders\n\nWe keep orders for two years: see [Rights](#rights).\n\nNo more.\n\n## Rights\n\nWrite to us.\n',
    de: '# Datenschutz\n\nWer wir sind.\n\n## Daten\n\n### Bestellungen\n\nWir bewahren Bestellungen zwei Jahre auf: siehe [Rechte](#rechte).\n\nMehr nicht.\n\n## Rechte\n\nSchreiben Sie uns.\n',
  };
  const taken = (file: string, ...more: readonly string[]) =>
    run('import', file, '--policy', 'policies/shop', ...more);
  beforeEach(async () => {
    rmSync(join(folder, 'policy.yaml'));
    rmSync(join(folder, 'chapters'), { recursive: true });
    write('en.md', published.en);
    write('de.md', published.de);
    await runHere(folder, ['import', 'en.md', '--id', 'shop', '--company', 'Shop Ltd']);
    const policy = read('policies/shop/policy.yaml');
    write('policies/shop/policy.yaml', policy.replace('locales: [en]', 'locales: [en, de]'));
  });

  it('puts each part where the policy has it, with links to its ids, once', async () => {
    expect(await taken('de.md')).toMatchObject({ code: 0, note: expect.stringContaining('8 translations') });
    const texts = read('policies/shop/locales/de/data.yaml');
    expect(texts).toContain('text: Bestellungen');
    expect(texts).toContain('siehe [Rechte](#rights)');
    expect(texts).toContain('Mehr nicht.');
    expect(read('policies/shop/locales/de/policy.yaml')).toContain('Wer wir sind.');
    write('de.md', published.de.replace('Mehr nicht', 'Nicht mehr'));
    expect((await taken('de.md')).note).toContain('Nothing in it is new');
  });

  it('takes nothing below a title that has more or fewer parts there, and says so', async () => {
    write('de.md', published.de.replace('Mehr nicht.', 'Mehr nicht.\n\nWirklich.'));
    expect(await taken('de.md')).toMatchObject({
      code: 0,
      note: expect.stringContaining('Of orders the title alone is taken over'),
    });
    const texts = read('policies/shop/locales/de/data.yaml');
    expect(texts).toContain('text: Bestellungen');
    expect(texts).not.toContain('bewahren');
    expect(read('policies/shop/locales/de/rights.yaml')).toContain('Schreiben Sie uns.');
  });

  it('refuses other chapters, and to guess which policy it is of', async () => {
    write('de.md', `${published.de}\n## Kontakt\n\nRufen Sie an.\n`);
    expect(await taken('de.md')).toMatchObject({
      code: 2,
      note: expect.stringContaining('it has 3 where shop has 2'),
    });
    await runHere(folder, ['import', 'en.md', '--id', 'app', '--company', 'Shop Ltd']);
    const policy = read('policies/app/policy.yaml');
    write('policies/app/policy.yaml', policy.replace('locales: [en]', 'locales: [en, de]'));
    expect(await run('import', 'de.md')).toMatchObject({
      code: 2,
      note: expect.stringContaining('--policy'),
    });
    expect(existsSync(join(folder, 'policies/shop/locales'))).toBe(false);
  });
});
