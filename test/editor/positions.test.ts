import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceFile } from '../../src/base/place.ts';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { completionsAt } from '../../src/editor/complete.ts';
import { hoverAt } from '../../src/editor/hover.ts';
import { fixesOf } from '../../src/editor/quick-fixes.ts';
import { renameAt, whyNotRenamed } from '../../src/editor/rename.ts';
import { definitionsOf, type PolicyView, referencesOf, spotAt, viewOf } from '../../src/editor/view.ts';
import { isPolicyPath } from '../../src/model/paths.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import { overlaid } from '../../src/snapshot/overlay.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';

/** What an editor may ask about any place of any file, whole or half-written: an answer or none, and never a fault. */

const policies = join(import.meta.dirname, '../../policies');
const example = (name: string): Snapshot => readFolder(join(policies, name), isPolicyPath);
const all = ['charity', 'childrens-app', 'devtool', 'marketplace'].map(example);

function ask(view: PolicyView, path: string, offset: number): void {
  // What every object has by itself is neither a country nor a field.
  expect(hoverAt(view, path, offset)?.markdown ?? '').not.toMatch(/native code|\[object /);
  completionsAt(view, path, offset);
  const spot = spotAt(view, path, offset);
  if (!spot) return;
  definitionsOf(view, spot);
  referencesOf(view, spot, true);
  whyNotRenamed(view, spot);
  renameAt(view, spot, 'other-name');
  renameAt(view, spot, '__proto__');
}

/** The places of a text where something begins or ends: between them an editor is told the same. */
function placesIn(text: string, step: number): number[] {
  const every = [0, text.length, ...[...text.matchAll(/[\w-]+|\s+|[^\w\s]/g)].map(({ index }) => index)];
  return every.filter((_, at) => at % step === 0);
}

it.each(all.map((snapshot, at) => [at, snapshot] as const))(
  'every place of every file of an example is answered: %i',
  (_, snapshot) => {
    const view = viewOf(snapshot, undefined);
    const step = process.env.RUNS === undefined ? 5 * snapshot.files.size : 1;
    for (const [path, { text }] of snapshot.files)
      for (const offset of placesIn(text, step))
        expect(() => ask(view, path, offset), `${path} ${offset}`).not.toThrow();
  },
);

it('columns count a byte-order mark where an editor does', () => {
  const [example] = all;
  const path = 'policy.yaml';
  const text = example?.files
    .get(path)
    ?.text.replace(/^#.*\n/, '')
    .replace('policyc/policy@', 'policyc/police@');
  const shown = (mark: string) =>
    overlaid(example as Snapshot, new Map([[path, `${mark}${text}`]]), isPolicyPath);
  const places = ['', '\uFEFF'].map((mark) =>
    checkSnapshot(shown(mark)).problems.map(({ code, place: { line, column } }) => [code, line, column]),
  );
  expect(places).toEqual([[['format-unknown', 1, 9]], [['format-unknown', 1, 10]]]);
});

const odd = [
  ':',
  '- ',
  '{',
  '[',
  '"',
  "'",
  '|\n',
  '&a ',
  '*a',
  '<<: ',
  '!!x ',
  '\t',
  '\r',
  '#',
  '? ',
  '---\n',
  '\u2028',
  '{}',
  'null',
  '~',
  ',',
];
/** A file with a part cut out, put in once more, or another sign in its place. */
const half = fc.record({
  policy: fc.constantFrom(...all),
  file: fc.nat(),
  from: fc.nat(),
  length: fc.nat({ max: 60 }),
  put: fc.oneof(fc.constantFrom(...odd), fc.constant(''), fc.constant(undefined)),
  offsets: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
});

it('every place of a file that somebody is writing is answered, and so is every problem in it', () => {
  fc.assert(
    fc.property(half, ({ policy, file, from, length, put, offsets }) => {
      const paths = [...policy.files.keys()];
      const path = paths[file % paths.length] ?? '';
      const whole = policy.files.get(path)?.text ?? '';
      const at = from % (whole.length + 1);
      const part = whole.slice(at, at + length);
      const text = whole.slice(0, at) + (put ?? part + part) + whole.slice(at + length);
      const files = new Map([...policy.files, [path, sourceFile(path, text)]]);
      const view = viewOf({ ...policy, files }, undefined);
      for (const offset of offsets) ask(view, path, offset % (text.length + 1));
      ask(view, path, Math.min(at + 1, text.length));
      for (const problem of checkSnapshot({ ...policy, files }).problems) fixesOf(view, problem);
    }),
    { numRuns: Number(process.env.RUNS ?? 20) },
  );
});

it('no view keeps the one before it: an editor is open for days', async () => {
  const [policy] = all;
  if (!policy) throw new Error('no policy');
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const first = new WeakRef(viewOf(policy, undefined));
  const second = viewOf({ ...policy }, undefined, first.deref());
  // What is looked at is kept until the turn is over.
  await new Promise((done) => setTimeout(done, 0));
  collect();
  expect(second.files.size).toBeGreaterThan(5);
  expect(first.deref()).toBeUndefined();
});

it('a name of millions of parts is refused as one that is too long', () => {
  const [policy] = all;
  const view = policy && viewOf(policy, undefined);
  const spot = view?.ids.find(
    ({ of, role, kind }) => of === 'id' && role === 'declares' && kind === 'function',
  );
  if (!view || !spot) throw new Error('no clause');
  expect(renameAt(view, spot, `${'a-'.repeat(2e7)}a`)).toMatchObject({
    ok: false,
    why: expect.stringMatching(/^a-a-.{16}… is longer than the /),
  });
});

it('what is told of an id or a text has no picture, which an editor would fetch', () => {
  const [policy] = all;
  if (!policy) throw new Error('no policy');
  const picture = '![a](https://elsewhere.example/a.png)';
  const written = [...policy.files].map(([path, { text }]) => {
    const other = text.replace(/^( *(?:- )?title:) .*/gm, `$1 "One ${picture}"`);
    return [path, sourceFile(path, other)] as const;
  });
  const view = viewOf({ ...policy, files: new Map(written) }, undefined);
  const told = view.ids.flatMap(({ file, range }) => hoverAt(view, file, range[0])?.markdown ?? []);
  expect(told.filter((one) => one.includes('elsewhere.example')).length).toBeGreaterThan(5);
  expect(told.filter((one) => one.includes('!['))).toEqual([]);
});

it.each(['constructor', '__proto__', 'toString'])(
  'what every object has is no country, field or language, wherever it is written: %s',
  (name) => {
    const [policy] = all;
    if (!policy) throw new Error('no policy');
    const written = [...policy.files].map(([path, { text }]) => {
      const other = text
        .replace(/(country|edition|data|kind): [\w."-]+/g, `$1: ${name}`)
        .replace(/^(title|id):/m, `${name}: x\n$1:`)
        .replace(/:(data|ref)\[[^\]]*\]/g, `:$1[${name}] :${name}[${name}] :country[${name}]`);
      return [path, sourceFile(path, other)] as const;
    });
    const view = viewOf({ ...policy, files: new Map(written) }, undefined);
    for (const [path, { text }] of written)
      for (const { index } of text.matchAll(/constructor|__proto__|toString/g)) ask(view, path, index + 1);
  },
);

it.each([
  '"collector"',
  "'collector'",
  '!!str collector',
  '&a collector',
  '>- # collector\n        collector',
  '|-\n        collector\n',
])('an id is renamed where it stands, however it is written: %j', (written) => {
  const text = `id: shop\nparties:\n  - id: ${written}\n    role: controller\n    name: One\n`;
  const chapter = `chapter: main\nclauses:\n  - id: one\n    by: collector\n`;
  const files = new Map(
    [
      ['policy.yaml', text],
      ['chapters/main.yaml', chapter],
    ].map(([path = '', one = '']) => [path, sourceFile(path, one)]),
  );
  const view = viewOf({ files, problems: [] }, undefined);
  const spot = view.ids.find(({ id, role }) => id === 'collector' && role === 'declares');
  const renamed = spot && renameAt(view, spot, 'other');
  if (!renamed?.ok) throw new Error('not renamed');
  const [edit] = renamed.edits;
  const [start, end] = edit?.range ?? [0, 0];
  const after = text.slice(0, start) + edit?.text + text.slice(end);
  expect(after).toBe(text.replace(/collector(?![\s\S]*collector)/, 'other'));
});
