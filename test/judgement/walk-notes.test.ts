import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Contents, edited, headOf, judged, released, sample } from './states.ts';

/** A walk along the front matter of a note that the target has: whatever a request changes in it is told. */

const base = released(sample('shop'));
const changed = edited(base, 'chapters/about.yaml', 'P15D', 'P10D');
const [change] = judged(changed, base).changes;
const written: Readonly<Record<string, string>> = {
  covers: `[${change?.fingerprint}]`,
  declares: '[contact]',
  acts: "['effective 2099-01-01']",
  against: headOf(base),
  decision: 'notify',
  entry: 'rights',
  practice: 'moved',
  override: '{ reason: Why., by: The board }',
  revises: '{ reason: Why., by: The board }',
  reason: 'Faster.',
  by: 'counsel',
  readBy: 'translator',
};
/** Each field written otherwise; most of them are left out as well. */
const otherwise: Readonly<Record<string, readonly (string | undefined)[]>> = {
  covers: ['[]', `['${change?.fingerprint} for region EU']`],
  declares: [undefined, '[service]'],
  against: ['0'.repeat(64), 'none'],
  decision: ['consent', 'editorial', 'raised'],
  entry: [undefined, 'service'],
  practice: [undefined, 'ceased'],
  override: [undefined, '{ reason: Why., by: Me }', '{ reason: Because., by: The board }'],
  reason: [undefined, 'Slower.'],
  by: [undefined, 'me'],
  readBy: [undefined, 'me'],
};
/** What may be changed unseen, and why. */
const passes: Readonly<Record<string, string>> = {
  revises: 'by itself it decides nothing: it answers for another decision, which is told',
  acts: 'it decides about a release, and is judged with the version that the release adds',
};

const noted = (fields: Readonly<Record<string, string | undefined>>, words = 'Words.'): Contents => {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}\n`],
  );
  return {
    ...changed,
    'changes/note.md': `---\n${lines.join('')}---\n\n${words}\n`,
    'changes/note.zh-CN.md': '话。\n',
  };
};
const target = noted(written);
const told = (request: Contents): boolean => {
  const { changes, problems } = judged(request, target);
  const before = judged(target, target).problems.map((one) => JSON.stringify([one.code, one.args]));
  return (
    changes.some(({ inherited }) => inherited === undefined) ||
    problems.some((one) => !before.includes(JSON.stringify([one.code, one.args])))
  );
};

it('the note of the target, as it is, is no news', () => {
  expect(told(target)).toBe(false);
});

const edits = Object.entries(otherwise).flatMap(([name, values]) =>
  values.map((value) => [name, value] as const),
);
it.each([...edits])(
  'a field of a note of the target is told when it is written otherwise: %s, %s',
  (name, value) => {
    expect(told(noted({ ...written, [name]: value }))).toBe(true);
  },
);

it('the words of a note of the target are told when they are others, in any language', () => {
  expect(told(noted(written, 'Other words.'))).toBe(true);
  expect(told(edited(target, 'changes/note.zh-CN.md', '话', '別的'))).toBe(true);
});

it('every field of a note is one of these, or there is a reason why not', () => {
  const schema = JSON.parse(readFileSync('schemas/note.schema.json', 'utf8')) as { properties: object };
  expect(Object.keys(schema.properties).sort()).toEqual(
    [...Object.keys(otherwise), ...Object.keys(passes)].sort(),
  );
  expect(Object.keys(written).sort()).toEqual(Object.keys(schema.properties).sort());
});
