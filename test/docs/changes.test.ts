import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindsOfChange, knowledge } from '../../src/knowledge/table.ts';

const path = 'docs/changes.md';
const kinds = kindsOfChange();

/** `UPDATE=1 npx vitest run test/docs/changes.test.ts` writes the page anew. */
function page(): string {
  const rows = kinds.map(({ kind, relation, value, direction, mirror, alone, say }) => {
    const watch = value === undefined ? relation : `${relation}.${value}`;
    const words = say({ key: ['A', 'B', 'C'], before: 'X', after: 'Y' }).replaceAll('|', '\\|');
    const opposite = mirror === undefined ? `none: ${alone}` : mirror === kind ? 'itself' : `\`${mirror}\``;
    return `| \`${kind}\` | ${direction} | ${opposite} | \`${watch}\` | ${words} |`;
  });
  return [
    '# Kinds of change',
    '',
    'The name, direction and words of every change of a fact that `policyc diff` reports. Look a name up here when you write a',
    '[watch](authoring.md#change) in the list of material changes, or run `policyc explain KIND`. Generated from `src/knowledge`; do not edit.',
    '',
    '- **direction**: `expands` and `narrows` concern what is done with data, `restricts` and `eases` what the reader can do; `changes` has no',
    '  order. A direction is not a benefit.',
    '- **opposite**: the kind that the same two versions give when compared the other way round.',
    '- **watch**: the name that a watch uses. It covers everything below it: `function` also watches `function.data.required`.',
    '- **in words**: A, B and C stand for names, X and Y for the values before and after.',
    '',
    `${kinds.length} kinds in ${Object.keys(knowledge).length} relations; \`test/samples/diff/kinds\` has two policies for each that differ in just that.`,
    '',
    'Other changes: texts have the kinds `text-added`, `text-removed`, `text-changed`, `text-respelled`, `translation-added` and',
    '`translation-removed`; names that differ in spelling only, `name-respelled`; structure, `clause-moved`, `order-changed`,',
    '`summary-order-changed`, `reading-order-changed`, and `…-recorded` or `…-unrecorded` for everything else.',
    '',
    '| kind | direction | opposite | watch | in words |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

describe('docs/changes.md', () => {
  it('is what the tables say', () => {
    if (process.env.UPDATE === '1') writeFileSync(path, page());
    expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(page());
  });

  it('gives every kind one meaning', () => {
    const byKind = new Map<string, string>();
    for (const { kind, relation, value } of kinds) {
      const at = `${relation} ${value ?? ''}`;
      expect(byKind.get(kind) ?? at).toBe(at);
      byKind.set(kind, at);
    }
  });

  it('gives every kind an opposite in the same place, whose opposite it is, or says why it has none', () => {
    const byKind = new Map(kinds.map((one) => [one.kind, one]));
    expect(kinds.filter(({ mirror }) => mirror === undefined).map(({ kind }) => kind)).toEqual([
      'functions-merged',
    ]);
    for (const { kind, mirror, relation, value, alone } of kinds) {
      if (mirror === undefined) expect(alone).toBeTruthy();
      else expect(byKind.get(mirror)).toMatchObject({ mirror: kind, relation, value });
    }
  });
});
