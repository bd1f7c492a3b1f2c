import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOfEach, groupBy } from '../../src/base/group.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { compareWithNotes } from '../../src/gate/compare.ts';
import type { Gated } from '../../src/gate/cover.ts';
import { apartFromTarget } from '../../src/judgement/backlog.ts';
import type { Policy } from '../../src/model/policy.ts';
import { ofFields, referred } from './operators.ts';
import { type ClauseObject, policyOf } from './policies.ts';

/** What is had in several steps is what is had in one: nothing that asks for a decision is cut so fine that no slice does. */

const runs = (count: number) => ({ numRuns: Number(process.env.LAW_RUNS ?? count) });
const anchor = { id: 'anchor', kind: 'statement', title: 'Anchor', text: 'Anchor.' };
const policyWith = (...clauses: readonly (ClauseObject | undefined)[]): Policy =>
  policyOf([[...clauses.flatMap((clause) => clause ?? []), anchor, ...referred]]);
const decisions = (base: Policy, head: Policy): string[] =>
  comparePolicies(base, head).changes.flatMap(({ verdict, fingerprint }) =>
    verdict === 'editorial' ? [] : [fingerprint],
  );
const edits = ofFields.filter(({ before, after }) => before && after);
/** The states that each field of a kind of clause can have, of those that have three. */
const states = [...groupBy(edits, ({ name }) => name.split(/[ .]/).slice(0, 2).join(' ')).values()]
  .map((some) =>
    firstOfEach(
      some.flatMap(({ before, after }) => [before, after]),
      (one) => JSON.stringify(one),
    ),
  )
  .filter(({ length }) => length > 2);

describe('law 8: slices', () => {
  it('what no step asks to decide, the whole does not', () => {
    const chains = fc
      .constantFrom(...states)
      .chain((all) => fc.shuffledSubarray(all, { minLength: 3, maxLength: 3 }));
    fc.assert(
      fc.property(chains, (chain) => {
        const policies = chain.map((clause) => policyWith(clause));
        const [first, last] = [policies[0] as Policy, policies.at(-1) as Policy];
        const steps = policies.slice(1).flatMap((policy, at) => decisions(policies[at] as Policy, policy));
        if (steps.length === 0) expect(decisions(first, last)).toEqual([]);
      }),
      runs(150),
    );
  });

  it('what a target has and has not released is to be decided about anew when a request makes it another', () => {
    const notes = { notes: [], head: 'none', spent: new Set<string>() };
    fc.assert(
      fc.property(fc.constantFrom(...edits), ({ before, after }) => {
        const [none, was, is] = [policyWith(), policyWith(before), policyWith(after)];
        const { changes } = comparePolicies(was, is);
        if (changes.every(({ verdict }) => verdict === 'editorial')) return;
        const [target, request] = [was, is].map((policy) => compareWithNotes(none, policy, notes));
        const own = apartFromTarget(request as Gated, target as Gated, changes).changes.filter(
          ({ inherited, verdict }) => inherited === undefined && verdict !== 'editorial',
        );
        expect(own).not.toEqual([]);
      }),
      runs(150),
    );
  });
});
