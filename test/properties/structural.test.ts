import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import { summaryOrder } from '../../src/diff/summary-order.ts';
import type { Policy } from '../../src/model/policy.ts';
import { ofFields } from './operators.ts';
import { anyClauses, type ClauseObject, policyOf } from './policies.ts';
import { asValues, policyOfFiles, structuralEdits, unedited } from './structural.ts';

const runs = { numRuns: Number(process.env.LAW_RUNS ?? 25) };

/** A chapter has a title, which is a text: a new chapter is not structure alone. */
const aboutClauses = (change: JudgedChange): boolean =>
  change.table !== 'structure' && change.key[0] !== 'other';

describe('a policy of what files say', () => {
  const withoutPlaces = (policy: Policy): string =>
    JSON.stringify(policy, (name, value) => (/^places?$/.test(name) ? undefined : value), 1);

  it('is the policy of their texts, but for places', () => {
    fc.assert(
      fc.property(anyClauses, (clauses) => {
        const [values, texts] = unedited(clauses).map((files) => withoutPlaces(policyOfFiles(files)));
        expect(values).toBe(texts);
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 5) },
    );
  });

  it('is none where there would be none of their texts', () => {
    const policy = (clause: object): Policy => policyOf([[{ ...clause, id: 'one' } as ClauseObject]]);
    expect(() => policy({ kind: 'technology', title: 'One' })).toThrow('missing-key');
    expect(() => policy({ kind: 'technology', title: 'One', type: 'cookie', data: ['names'] })).toThrow(
      'unknown-reference',
    );
  });
});

describe('law 2: what only changes how a policy is written is structure', () => {
  it('whatever is edited so', () => {
    const idle = new Set(structuralEdits.map(({ name }) => name));
    fc.assert(
      // One policy for all edits: to draw it and write it down takes as long as to compare it. To read a text takes longer
      // than all else, and what is tried is how that is written: a third of those edits for each policy.
      fc.property(anyClauses, fc.nat({ max: 2 }), (clauses, third) => {
        const edits = structuralEdits.filter(({ isOfText }, at) => !isOfText || at % 3 === third);
        const base = policyOfFiles(asValues(clauses));
        const same = unedited(clauses).map((files) => JSON.stringify(files));
        const seen = edits.map(({ name, apply }) => {
          const files = apply(clauses);
          if (idle.has(name) && !same.includes(JSON.stringify(files))) idle.delete(name);
          const policy = policyOfFiles(files);
          // An edit that found nothing to edit gives the same policy, from which nothing differs by law 1.
          const changes = policy === base ? [] : comparePolicies(base, policy).changes;
          // Another order of what the summary says is seen by readers first: that alone is to review.
          const graver = changes.filter(
            ({ table, verdict, kind }) =>
              table === 'structure' && verdict !== 'editorial' && kind !== summaryOrder,
          );
          return [name, [...changes.filter(aboutClauses), ...graver].map(({ words }) => words)];
        });
        expect(seen).toEqual(edits.map(({ name }) => [name, []]));
      }),
      runs,
    );
    // An edit that finds nothing to edit in any policy tries nothing.
    expect([...idle]).toEqual([]);
  });
});

describe('laws 6 and 7: edits that have nothing to do with each other', () => {
  const twoEdits = fc
    .tuple(fc.constantFrom(...ofFields), fc.constantFrom(...ofFields))
    .filter(([a, b]) => kindOf(a) !== kindOf(b));

  function kindOf({ before, after }: (typeof ofFields)[number]): string {
    return String((before ?? after)?.kind);
  }

  const anchor = { id: 'anchor', kind: 'statement', title: 'Anchor', text: 'Anchor.' };
  const list = {
    id: 'list',
    kind: 'change',
    title: 'Changes',
    material: [
      { id: 'more', words: 'More.', watches: ['function.data', 'technology', 'recipient.sale'] },
      { id: 'less', words: 'Less.', watches: ['right', { watch: 'recipient', form: 'share' }] },
      { id: 'voice', words: 'Voice.', watches: [{ watch: 'retention', data: 'biometric' }] },
    ],
  };
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
        const base = policyWith(a.before, b.before);
        const both = found(base, policyWith(a.after, b.after));
        const one = found(base, policyWith(a.after, b.before));
        const other = found(base, policyWith(a.before, b.after));
        expect(both).toEqual([...one, ...other].sort());
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 400) },
    );
  });

  it('are judged each by itself, whatever else changes', () => {
    const judged = (before: Parameters<typeof policyWith>, after: Parameters<typeof policyWith>): string[] =>
      comparePolicies(policyWith(list, ...before), policyWith(list, ...after))
        .changes.filter((change) => change.table !== 'structure' && change.relation !== 'sensitivity')
        .map(
          ({ fingerprint, verdict, entries }) => `${fingerprint} ${verdict} ${entries.map(({ id }) => id)}`,
        )
        .sort();
    fc.assert(
      fc.property(
        // An edit of the list itself judges the others anew, and may.
        twoEdits.filter((edits) => edits.every((edit) => kindOf(edit) !== 'change')),
        ([a, b]) => {
          const both = judged([a.before, b.before], [a.after, b.after]);
          const one = judged([a.before, b.before], [a.after, b.before]);
          const other = judged([a.before, b.before], [a.before, b.after]);
          expect(both).toEqual([...one, ...other].sort());
        },
      ),
      { numRuns: Number(process.env.LAW_RUNS ?? 200) },
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
          const [was, is] = [clauses(before), clauses(after)];
          const base = policyOfFiles(asValues(was));
          const plain = found(base, policyOfFiles(asValues(is)));
          const head = comparePolicies(base, policyOfFiles(apply(is)));
          const prints = head.changes
            .filter((change) => aboutClauses(change) && change.relation !== 'sensitivity')
            .map((change) => `${change.fingerprint} ${change.kind} ${change.direction}`);
          expect(prints.sort()).toEqual(plain);
        },
      ),
      { numRuns: Number(process.env.LAW_RUNS ?? 400) },
    );
  });

  it('are the same in any policy: law 3 and law 7', () => {
    fc.assert(
      fc.property(anyClauses, fc.constantFrom(...ofFields), (clauses, { before, after }) => {
        // One default period to a policy.
        const around = clauses.map(({ default: _, ...clause }) => clause as (typeof clauses)[number]);
        const inside = (clause: typeof before) => policyWith(clause, ...around);
        expect(found(inside(before), inside(after))).toEqual(found(policyWith(before), policyWith(after)));
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 150) },
    );
  });
});
