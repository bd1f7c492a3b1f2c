import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { watchNames } from '../../src/check/promises.ts';
import { floorsOf } from '../../src/diff/floors.ts';
import { editionIds, editionOf } from '../../src/model/edition.ts';

const path = 'docs/floors.md';

/** `UPDATE=1 npx vitest run test/docs/floors.test.ts` writes the page anew. */
function page(): string {
  const rows = editionIds.flatMap((edition) =>
    floorsOf(edition).map(({ profile = 'always', watch, owes, rests, evidence }) => {
      const filters = [watch.on, watch.direction].filter((one) => one !== undefined).join(', ');
      return `| ${edition} | ${profile} | \`${watch.watch}\`${filters === '' ? '' : ` ${filters}`} | ${owes} | ${rests} | ${evidence} |`;
    }),
  );
  return [
    '# What is material by law',
    '',
    'Made from `src/model/editions/*/floors.json`; do not edit. A policy’s own list says which changes are material; these are',
    'material besides, when the profile is among the policy’s `profiles:`. They are our reading of what the law asks, not legal',
    'advice. `verified`: the text was read. `secondary`: read second hand. `reading`: no text says just this. `promise`: it follows',
    'from what every policy with a list promises its readers.',
    '',
    '| edition | profile | change | owed | rests on | evidence |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

describe('what is material by law', () => {
  it('is listed in docs/floors.md', () => {
    if (process.env.UPDATE === '1') writeFileSync(path, page());
    expect(readFileSync(path, 'utf8')).toBe(page());
  });

  it('names facts that can be watched, and profiles that exist', () => {
    for (const edition of editionIds) {
      for (const { watch, profile } of floorsOf(edition)) {
        expect(watchNames).toContain(watch.watch);
        if (profile !== undefined) expect(editionOf(edition)?.profiles).toContain(profile);
      }
    }
  });
});
