import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as published from 'yaml';
import { testedModule } from '../../build/tested.mjs';
import { withoutGenerators, yamlWithoutGenerators } from '../../build/yaml.mjs';

const root = join(import.meta.dirname, '../..');
/** As it is published. */
const original = createRequire(import.meta.url)('yaml') as typeof published;
let folder = '';
let rewritten: typeof original;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-yaml-'));
  const outfile = join(folder, 'yaml.mjs');
  const stdin = { contents: "export * from 'yaml';", resolveDir: root };
  const plugins = [yamlWithoutGenerators(root)];
  await build({ stdin, outfile, plugins, bundle: true, format: 'esm', platform: 'node', logLevel: 'error' });
  rewritten = (await import(pathToFileURL(outfile).href)) as typeof original;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything a reading gives: the tokens of the concrete syntax, and what is made of them. */
function readingOf(yaml: typeof original, text: string): string {
  const lineStarts = new yaml.LineCounter();
  const tokens = [...new yaml.Parser(lineStarts.addNewLine).parse(text)];
  const documents = [...new yaml.Composer({ version: '1.2', schema: 'core' }).compose(tokens)];
  const shown = shownOf(documents);
  return JSON.stringify({ lineStarts: lineStarts.lineStarts, lexemes: lexemesOf(yaml, text), tokens, shown });
}

/** The same with all that the library does by itself: it does nothing else with what it makes of tokens. */
function wholeReadingOf(yaml: typeof original, text: string): string {
  const one = yaml.parseDocument(text, { version: '1.2', schema: 'core', merge: false, logLevel: 'error' });
  return readingOf(yaml, text) + JSON.stringify(shownOf([one]));
}

function shownOf(documents: readonly published.Document[]): readonly object[] {
  return documents.map(({ contents, errors, warnings, comment, commentBefore, range }) => ({
    // Nodes and pairs have a toJSON of their own, which leaves out their ranges.
    contents: Object.entries(contents ?? {}),
    text: JSON.stringify(contents),
    problems: [...errors, ...warnings].map(({ code, pos, message }) => [code, pos, message]),
    rest: [comment, commentBefore, range],
  }));
}

function lexemesOf(yaml: typeof original, text: string): string[] {
  const half = Math.floor(text.length / 2);
  const lexer = new yaml.Lexer();
  const parts = [...lexer.lex(text.slice(0, half), true), ...lexer.lex(text.slice(half))];
  return [...new yaml.Lexer().lex(text), '—', ...parts];
}

/** Each text once: a released version holds what the next one is made of. */
const texts = [
  ...new Set(
    ['policies', 'test/samples'].flatMap((start) =>
      readdirSync(join(root, start), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.yaml'))
        .map((path) => readFileSync(join(root, start, path), 'utf8')),
    ),
  ),
]
  // What nests too deep to be printed is tried below.
  .filter((text) => !/(?:\[|- ){500}/.test(text));

/** What the samples lack: every construct of YAML that a stranger may send. */
const constructs = `%YAML 1.2
---
&a plain: *a
? complex
: - >2-
   folded

   more
  - |+
    kept

  - 'single ''quoted'' text'
  - "double \\u0041 \\
    folded"
  - !!str tagged
  - { flow: [1, 2, {deep: ~}], 'q': "r", empty: }
# comment
--- second
...
`;

describe('yaml as the program carries it', () => {
  it('is what every test runs on', () => {
    const source = readFileSync(join(root, testedModule), 'utf8');
    expect(source.match(/^ +\*?parseNext\(/gm)?.map((name) => name.trim())).toEqual(['parseNext(']);
  });

  it('reads every file of policies and samples as the library does', () => {
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) expect(readingOf(rewritten, text)).toBe(readingOf(original, text));
    expect(wholeReadingOf(rewritten, constructs)).toBe(wholeReadingOf(original, constructs));
  });

  it('reads broken files as the library does', () => {
    const piece = fc.constantFrom(
      ...constructs.split(/(?=[\s:?&*!|>'"{}[\],#%-])/),
      '\t',
      '\r\n',
      '\uFEFF',
      '@',
      '`',
    );
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 30 }),
      insert: fc.array(piece, { maxLength: 4 }),
    });
    const source = fc.constantFrom(constructs, ...texts.filter((text) => text.length < 1500));
    fc.assert(
      fc.property(source, fc.array(edit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        let broken = text;
        for (const { at, remove, insert } of edits) {
          const from = at % (broken.length + 1);
          broken = broken.slice(0, from) + insert.join('') + broken.slice(from + remove);
        }
        expect(readingOf(rewritten, broken)).toBe(readingOf(original, broken));
      }),
      { numRuns: 400, seed: 20261101 },
    );
  });

  it.each([
    ['flow', '['.repeat(20_000)],
    ['block', `${'- '.repeat(20_000)}x`],
  ])('stops at nesting beyond reason as the library does: %s', (_, text) => {
    const codes = (yaml: typeof original): string[] =>
      yaml.parseDocument(text).errors.map(({ code }) => code);
    // How many errors follow depends on how deep the stack is; that it is told counts.
    expect(codes(original)).toContain('RESOURCE_EXHAUSTION');
    expect(codes(rewritten)).toContain('RESOURCE_EXHAUSTION');
  });

  it('says so when the library has changed', () => {
    expect(() => withoutGenerators('lexer.js', '\nclass Lexer {}')).toThrow('no longer says');
    const parser = readFileSync(join(root, 'node_modules/yaml/browser/dist/parse/parser.js'), 'utf8');
    const more = parser.replace('    *end() {', '    *end() {\n        const x = yield 1;');
    expect(() =>
      withoutGenerators('parser.js', more.replace('const x = yield 1;', 'const x = (yield);')),
    ).toThrow('yields where it did not before');
  });
});
