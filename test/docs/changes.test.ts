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
    'Made from the tables in `src/knowledge`; do not edit. A, B and C stand for the names in a coordinate, X and Y',
    'for the values before and after. `expands` and `narrows` speak of what is done with data, `restricts` and `eases` of',
    'what the reader can do; `changes` has no order. Direction is not benefit. The opposite is what the same two versions',
    'give when compared the other way round. A watch in a list of material changes names the last column but one, or',
    'anything above it: `function` watches `function.data.required` too.',
    '',
    `${kinds.length} kinds in ${Object.keys(knowledge).length} relations. The witness of each, two policies that differ in just that, is in`,
    '`test/samples/diff/kinds`.',
    '',
    'Texts have the kinds `text-added`, `text-removed`, `text-changed`, `text-respelled`, `translation-added` and',
    '`translation-removed`; names that are only drawn differently, `name-respelled`; structure, `clause-moved`,',
    '`order-changed`, `summary-order-changed`, and `…-recorded` or `…-unrecorded` for everything else.',
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
