import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import { policyFrom } from '../policy.ts';
import { ofFields } from './operators.ts';
import { anyClauses, policyOf } from './policies.ts';
import { plainFiles, structuralEdits } from './structural.ts';

const runs = { numRuns: Number(process.env.LAW_RUNS ?? 25) };

/** A chapter has a title, which is a text: a new chapter is not structure alone. */
const aboutClauses = (change: JudgedChange): boolean =>
  change.table !== 'structure' && change.key[0] !== 'other';

describe('law 2: what only changes how a policy is written is structure', () => {
  it.each(structuralEdits)('$name', ({ apply }) => {
    fc.assert(
      fc.property(anyClauses, (clauses) => {
        const { changes } = comparePolicies(policyFrom(plainFiles(clauses)), policyFrom(apply(clauses)));
        expect(changes.filter(aboutClauses).map((change) => change.words)).toEqual([]);
        expect(
          changes.filter((change) => change.table === 'structure' && change.verdict !== 'editorial'),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it('counts the edits', () => expect(structuralEdits).toHaveLength(42));
});

describe('laws 6 and 7: edits that have nothing to do with each other', () => {
  const twoEdits = fc
    .tuple(fc.constantFrom(...ofFields), fc.constantFrom(...ofFields))
    .filter(([a, b]) => kindOf(a) !== kindOf(b));

  function kindOf({ before, after }: (typeof ofFields)[number]): string {
    return String((before ?? after)?.kind);
  }

  const anchor = { id: 'anchor', kind: 'statement', title: 'Anchor', text: 'Anchor.' };
  const policyWith = (...clauses: ((typeof ofFields)[number]['before'] | undefined)[]) =>
    policyOf([[...clauses.flatMap((clause) => (clause ? [clause] : [])), anchor]]);
  const found = (base: ReturnType<typeof policyWith>, head: ReturnType<typeof policyWith>): string[] =>
    comparePolicies(base, head)
      .changes.filter((change) => change.table !== 'structure' && change.relation !== 'sensitivity')
      .map((change) => `${change.fingerprint} ${change.kind} ${change.direction}`)
      .sort();

  it('together give the changes of each, fingerprints and all', () => {
    fc.assert(
      fc.property(twoEdits, ([a, b]) => {
        const both = found(policyWith(a.before, b.before), policyWith(a.after, b.after));
        const one = found(policyWith(a.before, b.before), policyWith(a.after, b.before));
        const other = found(policyWith(a.before, b.before), policyWith(a.before, b.after));
        expect(both).toEqual([...one, ...other].sort());
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 400) },
    );
  });

  it('leave fingerprints alone when files, lines and paths change as well', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ofFields),
        fc.constantFrom(...structuralEdits.slice(0, 28)),
        ({ before, after }, { apply }) => {
          // Two that stay: an edit may want a clause for each of two chapters.
          const clauses = (clause: typeof before) => [
            ...(clause ? [clause] : []),
            anchor,
            { ...anchor, id: 'stay' },
          ];
          const plain = found(
            policyFrom(plainFiles(clauses(before))),
            policyFrom(plainFiles(clauses(after))),
          );
          const head = comparePolicies(
            policyFrom(plainFiles(clauses(before))),
            policyFrom(apply(clauses(after))),
          );
          const prints = head.changes
            .filter((change) => aboutClauses(change) && change.relation !== 'sensitivity')
            .map((change) => `${change.fingerprint} ${change.kind} ${change.direction}`);
          expect(prints.sort()).toEqual(plain);
        },
      ),
      { numRuns: Number(process.env.LAW_RUNS ?? 400) },
    );
  });
});
