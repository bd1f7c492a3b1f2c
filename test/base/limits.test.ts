import { expect, it } from 'vitest';
import { largest, reach } from '../../bench/largest.mjs';
import { limits } from '../../src/base/limits.ts';

/**
 * The most of each that a document of a publisher was seen to have, of a thousand privacy policies and cookie pages, four
 * of which are longer: two are texts of whole sites, two are in several languages. And a list of vendors of the
 * advertising framework with a thousand of them. What makes a limit lower must be quicker code, not a refusal of these.
 */
const seen = {
  /** Of a page that is imported, paragraph by paragraph. */
  clauses: 883,
  documentLines: 2_140,
  documentCharacters: 236_139,
  proseMarks: 6_239,
  tableRows: 235,
  paragraphMarks: 1_309,
  rows: 12_000,
  listed: 1_000,
  /** That list of vendors, in every language of the European Union. */
  pageRows: 24 * 12_000,
  /** In the largest policy of this repository. */
  stating: 127,
};

it.each(Object.entries(seen))('no limit of %s refuses what somebody has published', (limit, most) => {
  expect(limits[limit as keyof typeof seen]).toBeGreaterThan(most);
});

const inputs = largest(limits);
const { others, ...tables } = inputs;
const named = new Set([
  ...Object.values(tables).flatMap((table) => Object.keys(table)),
  ...others.map(([name]) => name),
]);

it('every limit has an input that reaches it, which is measured', () => {
  expect(Object.keys(reach).sort()).toEqual(Object.keys(limits).sort());
  for (const [limit, names] of Object.entries(reach)) {
    expect(names, limit).not.toEqual([]);
    for (const name of names) expect(named, limit).toContain(name);
  }
});
