import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparison, comparePolicies } from '../../src/diff/compare.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import { renameIn, renamesBetween } from '../../src/diff/lineage.ts';
import { lineagePairs } from '../../src/diff/lineage-pairs.ts';
import { mirrorOf } from '../../src/knowledge/meaning.ts';
import { kindsOfChange } from '../../src/knowledge/table.ts';
import { type Row, tables } from '../../src/model/policy.ts';
import { patchRows } from './patch.ts';
import { anyClauses, anyPolicy, compared, policyOf } from './policies.ts';

const runs = { numRuns: Number(process.env.LAW_RUNS ?? 60) };
const mirrors = new Map(kindsOfChange().map(({ kind, mirror }) => [kind, mirror]));
const plain = (rows: readonly Row[]) => rows.map(({ relation, key, values }) => ({ relation, key, values }));
const meaning = ({ changes }: Comparison) => changes.filter((change) => change.table !== 'structure');

/** The key; both keys, in order, where one row stands in for another. */
function coordinate({ key, before, after }: JudgedChange): readonly string[] {
  if (!before || !after || !('row' in before) || !('row' in after)) return key;
  return [before.row.key.join('/'), after.row.key.join('/')].sort();
}

describe('the laws of the comparison', () => {
  it('1: nothing differs between a policy and itself', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        expect(comparePolicies(policy, policy).changes).toEqual([]);
      }),
      runs,
    );
  });

  it('2: moving, splitting and reordering clauses is structure', () => {
    fc.assert(
      fc.property(
        anyClauses,
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 3 }),
        (clauses, order, count) => {
          const shuffled = clauses
            .map((clause) => [order.next().value as number, clause] as const)
            .sort(([a], [b]) => a - b)
            .map(([, clause]) => clause);
          const chapters = Array.from({ length: count }, (_, index) =>
            shuffled.filter((__, at) => at % count === index),
          );
          const titles = new Set(chapters.map((_, index) => `chapter-${index}`));
          const found = comparePolicies(policyOf([clauses]), policyOf(chapters)).changes;
          const outside = found.filter(
            (change) => change.table !== 'structure' && !titles.has(change.key[0] ?? ''),
          );
          expect(outside.map((change) => change.words)).toEqual([]);
        },
      ),
      runs,
    );
  });

  it('4: the other way round, every change is its mirror', () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (base, head) => {
        const there = meaning(compared(base, head)).filter((change) => change.table === 'facts');
        const back = meaning(compared(head, base)).filter((change) => change.table === 'facts');
        // What is said of sensitive data is a gain when it comes with the first of it, and no loss when it goes with the last.
        const named = (change: JudgedChange, kind: string, direction: string): string =>
          [
            kind,
            change.name?.startsWith('sensitive.') ? '' : direction,
            ...coordinate(change),
            change.name ?? '',
          ].join(' ');
        expect(back.map((change) => named(change, change.kind, change.direction)).sort()).toEqual(
          there
            .map((change) =>
              named(change, mirrors.get(change.kind) ?? change.kind, mirrorOf[change.direction]),
            )
            .sort(),
        );
      }),
      runs,
    );
  });

  it('5: the changes turn the rows of the base into those of the head, in all three tables', () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (base, head) => {
        const { changes } = compared(base, head);
        const renamed = renameIn(base, renamesBetween(base, head, lineagePairs(base, head)));
        for (const table of tables)
          expect(plain(patchRows(table, renamed[table], changes))).toEqual(plain(head[table]));
      }),
      runs,
    );
  });

  it('7: no two changes share a fingerprint, and a fingerprint does not move with unrelated edits', () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (base, head) => {
        const prints = compared(base, head).changes.map((change) => change.fingerprint);
        expect(new Set(prints).size).toBe(prints.length);
      }),
      runs,
    );
  });
});
