import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/base/limits.ts';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { finderOf } from '../../src/check/finder.ts';
import { checkPolicy } from '../../src/check/rules.ts';
import { sentenceSpan } from '../../src/check/sentence.ts';
import { type Snapshot, snapshotOf } from '../../src/snapshot/snapshot.ts';
import { overSmall, readSample } from './sample.ts';

const encoder = new TextEncoder();

function withMain(text: string): Snapshot {
  return overSmall(snapshotOf([['chapters/main.yaml', encoder.encode(text)]]));
}

/** Clauses that name one register of so many entries. */
function listed(entries: number, clauses: number, why = 'They sign.'): [string, Uint8Array][] {
  const times = (count: number, make: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => make(at)).join('');
  return [
    [
      'registers/v.yaml',
      encoder.encode(
        `entries:\n${times(entries, (at) => `  - { id: v${at}, name: V ${at}, why: ${why} }\n`)}`,
      ),
    ],
    [
      'chapters/main.yaml',
      encoder.encode(
        `chapter: main\ntitle: Main\nclauses:\n${times(clauses, (at) => `  - { id: r${at}, kind: recipient, name: R ${at}, register: registers/v.yaml }\n`)}`,
      ),
    ],
  ];
}

/** One clause of so many items of so many purposes of its own. */
function serving(count: number): [string, Uint8Array][] {
  const ids = Array.from({ length: count }, (_, at) => `x.t${at}`);
  const terms = ids.map((id) => `  - { id: ${id}, label: { en: T } }\n`).join('');
  return [
    ['taxonomy.yaml', encoder.encode(`format: policyc/taxonomy@1\ndata:\n${terms}purposes:\n${terms}`)],
    [
      'chapters/main.yaml',
      encoder.encode(
        `chapter: main\ntitle: Main\nclauses:\n  - id: a\n    kind: recipient\n    name: A\n    receives: [${ids}]\n    purposes: [${ids}]\n`,
      ),
    ],
  ];
}

describe('hostile input', () => {
  it.each([10, 100, 400, 700, 1000, 2000, 4000, 100_000])(
    'nested %i deep is refused, not thrown',
    (depth) => {
      for (const text of [
        `chapter: main\nclauses: ${'['.repeat(depth)}${']'.repeat(depth)}\n`,
        `chapter: main\nclauses: ${'{a: '.repeat(depth)}${'}'.repeat(depth)}\n`,
        `chapter: main\nclauses:\n  ${'- '.repeat(depth)}x\n`,
        `chapter: main\nclauses:\n  ${'? '.repeat(depth)}x\n`,
      ]) {
        expect(checkSnapshot(withMain(text)).problems.length).toBeGreaterThan(0);
      }
    },
  );

  it.each([
    ['escapes that are none', `"${'\\q'.repeat(200_000)}"`, 'yaml-syntax'],
    ['anchors on nothing', '&a '.repeat(200_000), 'yaml-syntax'],
    ['brackets that close nothing', `[a${']'.repeat(200_000)}`, 'yaml-syntax'],
    ['hidden characters as escapes', `"${'\\u202e'.repeat(150_000)}"`, 'hidden-character'],
    ['halves of characters', `"${'\\ud800'.repeat(150_000)}"`, 'hidden-character'],
    ['hidden characters', `"${'\u202e'.repeat(300_000)}"`, 'hidden-character'],
  ])('hundreds of thousands of %s in one text are told as the first of them', (_, text, code) => {
    const main = `chapter: main\ntitle: Main\nclauses:\n  - id: x\n    kind: statement\n    title: X\n    text: ${text}\n`;
    const { problems } = checkSnapshot(withMain(main));
    expect(problems.length).toBeLessThanOrEqual(limits.problems + 1);
    const found = expect.objectContaining({
      code,
      place: expect.objectContaining({ file: 'chapters/main.yaml', line: 7 }),
    });
    expect(problems.slice(0, 2)).toContainEqual(found);
  });

  it('deep Markdown is checked in time', () => {
    const clause = (text: string): string =>
      `chapter: main\ntitle: Main\nclauses:\n  - id: x\n    kind: statement\n    title: X\n    text: ${JSON.stringify(text)}\n`;
    // A reference behind it is found, unless it is refused before: what a backtick of its own opens is code.
    const found = ['> ', '- ', '[', '*a ', '![', ':ref[', '<a ', '**_', '`'].map((part) => {
      const { problems } = checkSnapshot(withMain(clause(`${part.repeat(500)}:ref[nowhere]`)));
      return problems[0]?.code;
    });
    const [deep, through] = ['over-limit', 'unknown-reference'];
    expect(found).toEqual([deep, deep, ...Array(6).fill(through), undefined]);
  });

  it.each([
    ['rows', '|a|b|\n|-|-|\n', '|1|2|\n', 'lines with a pipe'],
    ['lines', '', 'a\n', 'line ends'],
    ['tabs', '', 'a\t', 'tabs'],
    ['characters by name', '', '&a', 'ampersands'],
    ['characters behind a backslash', '', '\\\\.', 'backslashes'],
    ['words', '', 'word ', 'characters'],
  ])('a text of too many %s is refused where it is read, with the number', (_, before, part, counts) => {
    const text = JSON.stringify(before + part.repeat(32_000));
    const main = `chapter: main\ntitle: Main\nclauses:\n  - id: x\n    kind: statement\n    title: X\n    text: ${text}\n`;
    const [problem] = checkSnapshot(withMain(main)).problems;
    expect(problem).toMatchObject({ code: 'over-limit', place: { file: 'chapters/main.yaml', line: 7 } });
    expect(problem?.args).toMatchObject({ counts: expect.stringContaining(counts) });
  });

  it.each<[string, [string, Uint8Array][], string]>([
    ['a register that many clauses name', listed(400, 300), 'rows'],
    ['a long text in a register that many clauses name', listed(1, 300, 'x'.repeat(60_000)), 'characters'],
    ['items that each serve every purpose', serving(300), 'rows'],
  ])('%s is refused before it is written out', (_, files, counts) => {
    const [problem, ...others] = checkSnapshot(overSmall(snapshotOf(files))).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'over-limit', args: { counts: expect.stringContaining(counts) } });
    expect(files.map(([path]) => path)).toContain(problem?.place.file);
  });

  it('a policy in too many languages is refused before anything is made of them, and so is one whose pages together are too long', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const tags = letters.flatMap((one) => letters.map((two) => `en-${one}${two}`));
    const inLanguages = (count: number, ...more: [string, Uint8Array][]) => {
      const files = overSmall(snapshotOf(more)).files;
      const head = files.get('policy.yaml')?.text ?? '';
      const text = head.replace('locales: [en]', `locales: [en, ${tags.slice(0, count - 1).join(', ')}]`);
      return checkSnapshot(
        overSmall(snapshotOf([...more, ['policy.yaml', encoder.encode(text)]])),
      ).problems.filter(({ code }) => code === 'over-limit');
    };
    const at = { file: 'policy.yaml' };
    expect(inLanguages(limits.locales)).toEqual([]);
    expect(inLanguages(limits.locales + 1)).toMatchObject([
      { args: { found: limits.locales + 1, counts: 'languages' }, place: at },
    ]);
    expect(inLanguages(600)).toHaveLength(1);
    const long = serving(50).map(([path, bytes]): [string, Uint8Array] => {
      const said = Array.from(
        { length: 700 },
        (_, nth) => `  - { id: s${nth}, kind: statement, title: T, text: T }\n`,
      );
      const text = new TextDecoder().decode(bytes);
      return [path, path === 'taxonomy.yaml' ? bytes : encoder.encode(text + said.join(''))];
    });
    expect(inLanguages(20, ...long)).toEqual([]);
    expect(inLanguages(limits.locales, ...long)).toMatchObject([
      { args: { most: limits.pageRows, counts: expect.stringContaining('languages') }, place: at },
    ]);
  });

  it('clauses that state facts are counted apart from those that say something', () => {
    const chapter = (count: number, clause: string): [string, Uint8Array][] => [
      [
        'chapters/main.yaml',
        encoder.encode(
          `chapter: main\ntitle: Main\nclauses:\n${Array.from({ length: count }, (_, at) => `  - { id: c${at}, title: T, ${clause} }\n`).join('')}`,
        ),
      ],
    ];
    const most = (count: number, clause: string) =>
      checkSnapshot(overSmall(snapshotOf(chapter(count, clause)))).problems.filter(({ code }) =>
        /-limit$/.test(code),
      );
    expect(most(limits.stating + 1, 'kind: statement, text: We keep it.')).toEqual([]);
    expect(most(limits.stating + 1, 'kind: recipient, form: share')).toMatchObject([
      { code: 'over-limit', args: { most: limits.stating }, place: { file: 'chapters/main.yaml' } },
    ]);
  });

  it.each([
    ['one below another', (at: number) => `x.t${at + 1}`],
    ['in a circle', (at: number) => `x.t${(at + 1) % 9}`],
  ])('thousands of terms %s are told once, and not followed', (_, parentOf) => {
    const terms = Array.from(
      { length: 3000 },
      (_, at) => `  - { id: x.t${at}, label: { en: T }, parent: ${parentOf(at)} }\n`,
    );
    const taxonomy = `format: policyc/taxonomy@1\ndata:\n${terms.join('')}  - { id: x.t3000, label: { en: T } }\n`;
    const { problems } = checkSnapshot(overSmall(snapshotOf([['taxonomy.yaml', encoder.encode(taxonomy)]])));
    expect(problems).toMatchObject([
      { code: 'over-limit', args: { most: limits.termDepth }, place: { file: 'taxonomy.yaml', line: 3 } },
    ]);
  });

  it('a finding in a text of thousands of words has its place', () => {
    const text = JSON.stringify(`${'word '.repeat(9_000)}:ref[nowhere]`);
    const main = `chapter: main\ntitle: Main\nclauses:\n  - id: x\n    kind: statement\n    title: X\n    text: ${text}\n`;
    for (const spoilt of [main, main.replaceAll('word ', 'w&amp; '), main.replaceAll('word ', '句子。')])
      for (const { place } of checkSnapshot(withMain(spoilt)).problems) expect(place.line).toBe(7);
  });

  it('a text of thousands of sentences, or of one without an end, costs no more than its words, however often one is asked for', () => {
    const readableOf = (words: string) => ({ words }) as Parameters<typeof sentenceSpan>[0]['readable'];
    const many = readableOf('我们会收集您的手机号。'.repeat(6_000));
    const one = readableOf('我们会收集您的手机号，'.repeat(6_000));
    const started = performance.now();
    const wrong: unknown[] = [];
    for (let whole = 0; whole < one.words.length; whole += 11)
      for (let at = whole; at < whole + 10; at += 3) {
        const own = sentenceSpan({ readable: many, start: at, end: at + 1 });
        if (own.start !== whole || own.end !== whole + 11) wrong.push(own);
        const { start, end } = sentenceSpan({ readable: one, start: at, end: at + 1 });
        if (start > at || end <= at || end - start > 4_000) wrong.push([start, end]);
      }
    expect(wrong).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('what one sentence names is looked for once, however many of its parts ask', () => {
    const find = finderOf([['手机号', 'contact.mobile_phone']]);
    const found = find('我们会收集您的手机号');
    expect(found).toEqual([{ ids: ['contact.mobile_phone'], start: 7, end: 10 }]);
    expect(find('我们会收集您的手机号')).toBe(found);
    expect(find('手机号')).toEqual([{ ids: ['contact.mobile_phone'], start: 0, end: 3 }]);
  });

  it('links to ids that nothing has are held against all ids as often as they are listed', () => {
    const links = Array.from({ length: 150 }, (_, at) => `[w](#statement-${at})`).join(' ');
    const main = `chapter: main\ntitle: Main\nclauses:\n  - { id: statement, kind: statement, text: "${links}" }\n`;
    const { policy } = checkSnapshot(withMain(main));
    const hints = (policy ? checkPolicy(policy) : []).flatMap(({ code, args }) =>
      code === 'dangling-fragment' && 'nearest' in args ? [args.nearest] : [],
    );
    expect(hints).toHaveLength(150);
    expect(hints.filter((hint) => hint === 'statement')).toHaveLength(limits.problems);
  });

  it('many anchors and aliases cost no more than their number', () => {
    const anchors = Array.from({ length: 100 }, (_, index) => `  - &a${index} x\n  - *a${index}\n`).join('');
    const started = performance.now();
    checkSnapshot(withMain(`chapter: main\ntitle: Main\nclauses:\n${anchors}`));
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('any edit of a policy gives diagnostics inside its files, and never an exception', () => {
    const source = readSample('clean').files.get('chapters/main.yaml')?.text ?? '';
    const pieces = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        ...[
          ':',
          ': ',
          '\n',
          '\n  ',
          '- ',
          '"',
          "'",
          '[',
          '}',
          '&a ',
          '*a',
          '!t ',
          '|\n',
          ' #',
          '\t',
          '\\',
          '---\n',
          '? ',
          '<<: ',
        ],
      ),
    );
    const edits = fc.array(fc.tuple(fc.nat(source.length), fc.nat(8), pieces), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(edits, (list) => {
        let text = source;
        for (const [at, cut, insert] of list) text = text.slice(0, at) + insert + text.slice(at + cut);
        const snapshot = withMain(text);
        for (const { place } of checkSnapshot(snapshot).problems) {
          const lines = (snapshot.files.get(place.file)?.text ?? '').split('\n');
          expect(place.line).toBeLessThanOrEqual(lines.length);
          expect(place.endLine).toBeLessThanOrEqual(lines.length);
          expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
