import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import {
  escapeJson,
  escapeMarkdown,
  escapeText,
  mapStrings,
  plain,
  unobeyed,
} from '../../src/base/escape.ts';

/** What others may put into an id, a path, prose or the output of git. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '\n',
          '\r\n',
          '\u2028',
          '\u202E',
          '\u200B',
          '\u001B[31m',
          '\u0007',
          '\t',
          ' ',
          '\\',
          '`',
          '```',
          '~~~',
        ],
        ...['::error::x', '::stop-commands::t', '##vso[task.complete]', '##[error]', '##teamcity[x]', '::'],
        ...[
          '@everyone',
          '#12',
          'GH-3',
          'a/b#4',
          '!5',
          'https://evil.example/?a=b&c',
          'www.evil.example',
          'a@b.example',
        ],
        ...[
          '<script>alert(1)</script>',
          '<!--',
          '-->',
          '</details>',
          '</pre>',
          '<img src=x onerror=y>',
          '&lt;b&gt;',
          '&#64;',
        ],
        ...[
          '[a](javascript:b)',
          '![a](b)',
          '[a]: b',
          '**b**',
          '_i_',
          '# h',
          '> q',
          '- l',
          '1. l',
          '| a |',
          '---',
          '$x$',
          ':smile:',
        ],
        ...['&7', 'a&7', '~bug', '~"a b"', '%"v 1"', '[issue:1]', '*iteration:2'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const controls = /\p{Cc}|[\u200B\u200E\u200F\u202A-\u202E\u2028\u2029\u2066-\u2069\uFEFF]/u;

describe('a value in text', () => {
  it('is one line that commands nothing, wherever in a line it stands', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('', '   ', 'a: '), (value, before) => {
        const line = `${before}${escapeText(value)}`;
        expect(line.replaceAll('\t', '')).not.toMatch(controls);
        expect(line).not.toMatch(/^\s*::|##[\w.-]*\[/);
      }),
    );
  });

  it('is escaped wherever a command names it', () => {
    expect(plain`${'a\n::error::b'}: ${3} files\n`).toBe('a\\n::error::b: 3 files\n');
    expect(plain`${'::error::b'} is gone.\n`).not.toMatch(/^::/);
  });

  it('reads as it is when there is nothing in it to obey', () => {
    const plain = 'How to use your rights: see #3 › “rights”, chapters/a.yaml';
    expect(escapeText(plain)).toBe(plain);
  });
});

describe('what a command prints', () => {
  it('has no value in it that is not made safe, but for counts', () => {
    const folder = join(import.meta.dirname, '../../src/cli');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    );
    const raw = files.flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return [...text.matchAll(/(?:out|remark)\(\s*`([^`]*)`/g)].flatMap(([, template = '']) =>
        [...template.matchAll(/\$\{([^}]*)\}/g)]
          .map(([, value = '']) => value)
          .filter(
            (value) => !/^(?:escapeText\(|count$|leftOut\.length|names\.sort|\[\.\.\.watchNames)/.test(value),
          )
          .map((value) => `${path}: ${value}`),
      );
    });
    expect(files.length).toBeGreaterThan(50);
    expect(raw).toEqual([]);
  });
});

describe('JSON', () => {
  it('says the same, and holds nothing that a terminal or a log obeys', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const json = escapeJson(`${JSON.stringify({ value, [value]: 1 }, null, 2)}\n`);
        expect(JSON.parse(json)).toEqual({ value, [value]: 1 });
        expect(json.replaceAll('\n', '')).not.toMatch(controls);
        expect(json).not.toMatch(/^\s*::|##[\w.-]*\[/m);
      }),
    );
  });
});

describe('a whole text that is printed', () => {
  it('keeps its lines, and has none that the log of a job obeys', () => {
    const obeyed = /^\s*::|##[\w.-]*\[/m;
    fc.assert(
      fc.property(fc.array(hostile), fc.constantFrom('\n', '\r\n', '\n\u00a0 '), (lines, end) => {
        const text = lines.join(end);
        for (const printed of ['json', 'markup', 'words'] as const) {
          const out = unobeyed(text, printed);
          expect(out).not.toMatch(obeyed);
          expect(out.split('\n')).toHaveLength(text.split('\n').length);
        }
        if (!obeyed.test(text)) expect(unobeyed(text, 'words')).toBe(text);
      }),
    );
    expect(unobeyed('```\n::error::x\n```\n##vso[a]b ##', 'words')).toBe(
      '```\n\\u{3a}:error::x\n```\n#\\u{23}vso[a]b ##',
    );
    expect(unobeyed('<source>\n ::error::##[b]</source>', 'markup')).toBe(
      '<source>\n &#58;:error::#&#35;[b]</source>',
    );
    expect(JSON.parse(unobeyed('{"a":"##vso[b]"}', 'json'))).toEqual({ a: '##vso[b]' });
  });
});

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const parser = unified().use(remarkParse);
const nodesOf = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

describe('a value in Markdown', () => {
  it('is text: no markup, no HTML, no link, and calls nobody', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('- **', '#### ', '', '    - before: '), (value, before) => {
        const end = before === '- **' ? '.**' : '';
        const source = `start\n\n${before}x ${escapeMarkdown(value)}${end}\n`;
        const nodes = nodesOf(parser.parse(source) as Node);
        const allowed = ['root', 'paragraph', 'text', 'list', 'listItem', 'strong', 'heading', 'code'];
        expect(nodes.map(({ type }) => type).filter((type) => !allowed.includes(type))).toEqual([]);
        expect(nodes.filter(({ type }) => type === 'strong').length).toBeLessThanOrEqual(1);
        const shown = nodes.flatMap(({ type, value: text = '' }) => (type === 'text' ? [text] : [])).join('');
        expect(shown).not.toMatch(/[@#][\p{L}\p{N}]|:\/\/|\bwww\.|\bgh-\d|:[\w+-]+:/iu);
        // What GitLab makes a link of.
        expect(shown).not.toMatch(/&\d|~[\p{L}\p{N}"]|%"|[[*][a-z_]+:/u);
        expect(source.split('\n')).toHaveLength(4);
      }),
    );
  });

  it('is what was written once a space of no width is taken away', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        fc.pre(!controls.test(value) && value === value.trim() && value !== '');
        const source = `x${escapeMarkdown(`y${value}`)}z`;
        const nodes = nodesOf(parser.parse(source) as Node);
        const shown = nodes.map(({ type, value: text = '' }) => (type === 'text' ? text : '')).join('');
        expect(shown.replaceAll('\u200B', '')).toBe(`x${escapeText(`y${value}`)}z`);
      }),
    );
  });
});

describe('strings that are made safe in plain data', () => {
  it('are all of them, names included, and what stays as it is is no copy', () => {
    const safe = { a: ['b', { c: 'd' }], n: null, at: 3 };
    expect(mapStrings(safe, escapeText)).toBe(safe);
    const alarm = '\u0007';
    const mapped = mapStrings({ safe, [`k${alarm}`]: [1, `x${alarm}`], last: { y: alarm } }, escapeText);
    expect(mapped).toEqual({ safe, 'k\\u{7}': [1, 'x\\u{7}'], last: { y: '\\u{7}' } });
    expect(mapped.safe).toBe(safe);
  });

  it('are reached once each, however deep one lies that changes', () => {
    const depth = 20;
    let reached = 0;
    const value = Array.from({ length: depth }).reduce(
      (below: unknown) =>
        Object.defineProperty({}, 'below', {
          enumerable: true,
          get: () => {
            reached += 1;
            return below;
          },
        }),
      '\n',
    );
    const made: string[] = [];
    mapStrings(value, (text) => {
      made.push(text);
      return escapeText(text);
    });
    expect(reached).toBe(depth);
    // The same name twenty times is made safe once.
    expect(made.sort()).toEqual(['\n', 'below']);
  });
});
