import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Element, ElementContent, Properties } from 'hast';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/canonical.ts';
import { limits } from '../../src/base/limits.ts';
import { sanitise } from '../../src/render/sanitise.ts';
import { fragmentHtml, standaloneHtml, standaloneMarkdown } from '../../src/render/standalone.ts';
import { style } from '../../src/render/style.ts';
import { parseProse } from '../../src/syntax/prose.ts';
import { forged, policyOf, readSample, sampleNames } from './sample.ts';

const stamp = { sequence: 1, effective: '2021-10-24', published: '2021-09-24', status: 'in-force' } as const;
const stage = policyOf(
  'chapter: main\ntitle: Main\nclauses:\n  - { id: one, kind: statement, title: One, text: x }\n  - { id: two, kind: contact, title: Two, channel: url, address: x }\n',
);

/** The tags of an HTML text, with their attributes. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<([a-z][^\s>]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/g)].map((match) => match[0]);
}

function unsafeIn(html: string): string[] {
  return tagsOf(html).filter(
    (tag) =>
      /^<(script|iframe|object|embed|img|form|input|svg|base|style)\b/.test(tag) ||
      /\s(on[a-z]+|style)=|\s[a-z-]+="\s*(javascript|vbscript|data):/i.test(tag),
  );
}

describe('a page that a job prints', () => {
  const obeyed = /^\s*::[\w-]+(?: .*)?::|##[\w.-]*\[/m;
  it('has no line that the log of a job obeys, however it comes there', () => {
    const texts = [
      '::error::x',
      'a\n::stop-commands::y',
      '- ::add-mask::z',
      '> ::debug::z',
      '\\::error file=a,line=1::x',
      '&#58;:error::x',
      'a  \n::error::x',
      'a ##[error]b ##vso[task.setvariable]c',
    ];
    for (const text of texts) {
      const policy = policyOf(
        JSON.stringify({
          chapter: 'main',
          title: text.split('\n').join(' '),
          clauses: [{ id: 'one', kind: 'statement', title: text.split('\n').join(' '), text }],
        }),
      );
      for (const page of [standaloneHtml(policy, 'en', stamp), standaloneMarkdown(policy, 'en', stamp)])
        expect([text, obeyed.exec(page)]).toEqual([text, null]);
    }
  });
});

describe('the last step before a tree is published', () => {
  const part = (tagName: string, properties: Properties, ...children: ElementContent[]): Element => ({
    type: 'element',
    tagName,
    properties,
    children,
  });
  const words = { type: 'text', value: 'words' } as const;
  const passed = (...children: ElementContent[]) => sanitise({ type: 'root', children }, ['known']).children;

  // Texts lose all of this before: here it is as if some step had let it through.
  it('lets no element, attribute, address or anchor through that our own pages do not make', () => {
    expect(
      passed(
        part('script', {}, words),
        part('img', { src: 'x', onError: 'alert(1)' }),
        part('iframe', { srcDoc: 'x' }),
        part('div', { id: 'known', onClick: 'x', style: 'x', className: ['clause', 'foreign'] }, words),
        part('span', { id: 'foreign' }, words),
        part('a', { href: 'javascript:alert(1)', target: '_top' }, words),
        part('a', { href: '#known' }, words),
      ),
    ).toEqual([
      part('div', { id: 'known', className: ['clause'] }, words),
      part('span', {}, words),
      part('a', {}, words),
      part('a', { href: '#known' }, words),
    ]);
  });
});

describe('nothing that an author wrote runs', () => {
  it.each(sampleNames)('%s', (name) => {
    const { policy, locale } = readSample(name);
    expect(unsafeIn(fragmentHtml(policy, locale, stamp))).toEqual([]);
  });

  it('whatever a text or value holds', () => {
    const pieces = fc.constantFrom(
      ...[
        '<script>',
        '</script>',
        '<b id="one">',
        'javascript:alert(1)',
        '](',
        '[',
        ')',
        '![',
        '`',
        '\n',
        '\n\n',
        '|',
        '<',
        '>',
        '"',
        "'",
        '&lt;',
        '&#106;',
        ':ref[',
        ':data[',
        '{as="',
        '}',
        ']',
        '#',
        '*',
        '\\',
        '- ',
        '\t',
        '<!--',
        '-->',
        'http://x',
        'data:text/html,',
        '\u0000',
        '𠮷',
        '\n> ',
        '\n| - |\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const policy = forged(stage, {
          'one/text': text,
          'one/title': text,
          'policy/title': text,
          'two/title': text,
        });
        const facts = policy.facts.map((row) =>
          row.relation === 'contact'
            ? { ...row, values: { ...row.values, address: text, department: text } }
            : row,
        );
        const html = standaloneHtml({ ...policy, facts }, 'en', stamp);
        const body = html.slice(html.indexOf('<body>'));
        expect(unsafeIn(body)).toEqual([]);
        const ids = [...body.matchAll(/<[a-z0-9]+(?:\s[^>]*)?\sid="([^"]*)"/g)].map((match) => match[1]);
        expect([...new Set(ids)].sort()).toEqual(['main', 'main_text', 'one', 'two', 'who_we_are']);
        expect(ids.length).toBe(new Set(ids).size);
      }),
      { numRuns: 300 },
    );
  });
});

it('Markdown as deep as a limit lets it be is rendered, never a crash of the machine', () => {
  for (const piece of ['> ', '- ', '[', '*a ', '**_', '![', ':ref[']) {
    // What is deeper passes no check, and no archive that holds it is read.
    const depth = '>-'.includes(piece.trim()) ? limits.proseDepth : limits.paragraphMarks;
    const policy = forged(stage, {
      'one/text': `${piece.repeat(depth)}x`,
      'one/title': `${piece.repeat(depth)}x`,
    });
    expect(standaloneHtml(policy, 'en', stamp).length).toBeGreaterThan(1000);
    expect(standaloneMarkdown(policy, 'en', stamp).length).toBeGreaterThan(100);
  }
});

describe('Markdown', () => {
  const twinOf = (text: string): string =>
    standaloneMarkdown(forged(stage, { 'one/text': text }), 'en', stamp);

  it.each([...'\u0085\u00a0\u1680\u2003\u2028\u202f\u3000\ufeffé`'])(
    'breaks an address that some program would not see end: before %j',
    (behind) => {
      for (const address of ['http://a.example/', 'www.a.example/']) {
        const twin = twinOf(`See ${address}${behind}\`y><img src=x onerror=alert(1)>\`z`);
        expect(twin).toMatch(/See (?:http&#x3A;|www(?:\\\.|&#x2E;))/);
      }
      expect(twinOf('See http://a.example/ and')).toContain('See http://a.example/ and');
    },
  );

  it('leaves no quotation mark in the address of a link, which some programs end there', () => {
    const twin = twinOf('<http://a.example/"onclick=alert(1)> and [a](<http://a.example/b"c>)');
    expect(twin).toContain('](http://a.example/%22onclick=alert\\(1\\))');
    expect(twin).toContain('[a](http://a.example/b%22c)');
  });

  it('of a value is that value again, and nothing else', () => {
    const value = fc.string({
      unit: fc.constantFrom(...'#*_`~[]()<>!|\\-+.1:&;{} ax\n"'),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(value, (address) => {
        const facts = stage.facts.map((row) =>
          row.relation === 'contact' ? { ...row, values: { channel: 'post', address } } : row,
        );
        const markdown = standaloneMarkdown({ ...stage, facts }, 'en', stamp);
        const item = /- \*\*Post\*\*:.*(?:\n {2}.*)*/.exec(markdown)?.[0] ?? '';
        const tree = JSON.stringify(parseProse(item));
        expect(tree).not.toMatch(
          /"type":"(emphasis|link|image|html|inlineCode|heading|textDirective|code|thematicBreak|linkReference)"/,
        );
        expect(textOf(item).replace(/\s+/g, ' ').trim()).toBe(
          `Post: ${address.replace(/\s+/g, ' ').trim()}`.trim(),
        );
      }),
      { numRuns: 500 },
    );
  });
});

function textOf(markdown: string): string {
  const collect = (node: { value?: string; children?: readonly object[] }): string =>
    node.value ?? (node.children ?? []).map((child) => collect(child)).join('');
  return collect(parseProse(markdown) as object);
}

describe('a page', () => {
  const page = standaloneHtml(readSample('function').policy, 'en', stamp);

  it('allows its own style and nothing else', () => {
    const [, rules = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    expect(rules.startsWith(style)).toBe(true);
    const hash = Buffer.from(sha256(rules), 'hex').toString('base64');
    expect(page.replaceAll('&#x27;', "'")).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/<script|<link rel="stylesheet"|<img|url\(/);
  });

  it('never says the words of the tool', () => {
    const words = page.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]*>/g, ' ');
    expect(words).not.toMatch(/\b(verdict|direction|signal|obligation|fingerprint|face-login|biometric\.)/i);
  });
});

describe('the same input gives the same bytes', () => {
  it.each(sampleNames)('%s, in any time zone and language', (name) => {
    const { policy, locale } = readSample(name);
    const shown = () => standaloneHtml(policy, locale, stamp) + standaloneMarkdown(policy, locale, stamp);
    const saved = { ...process.env };
    try {
      const first = shown();
      Object.assign(process.env, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
      expect(shown()).toBe(first);
    } finally {
      process.env = saved;
    }
  });
});

it('nothing that differs between machines is called', () => {
  const folders = ['render', 'publish'].map((name) => join(import.meta.dirname, '../../src', name));
  const sources = folders.flatMap((folder) =>
    (readdirSync(folder, { recursive: true }) as string[])
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  expect(sources.length).toBeGreaterThan(30);
  const calls = /\bIntl\.|toLocale|localeCompare|new Date|Date\.now|Math\.random|process\./;
  expect(sources.filter((file) => calls.test(readFileSync(file, 'utf8')))).toEqual([]);
});
