import { expect, it } from 'vitest';
import { limits } from '../../src/base/limits.ts';

/**
 * The most of each that a document of a publisher was seen to have, of some four thousand; and a list of vendors of the
 * advertising framework with a thousand of them. What makes a limit lower must be quicker code, not a refusal of these.
 */
const seen = {
  documentLines: 4_232,
  documentCharacters: 373_000,
  proseMarks: 7_942,
  tableRows: 200,
  paragraphMarks: 620,
  rows: 12_000,
};

it.each(Object.entries(seen))('no limit of %s refuses what somebody has published', (limit, most) => {
  expect(limits[limit as keyof typeof seen]).toBeGreaterThan(most);
});
