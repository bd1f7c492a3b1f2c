import { comparePolicies } from '../diff/compare.ts';
import type { JudgedChange } from '../diff/judge.ts';
import type { Policy } from '../model/policy.ts';

/**
 * The changes since the newest version as readers will see them who still have an earlier one, which may become the new
 * one in a single step: what is material from there is so here, though no step on the way was.
 */
export function asFromStanding(
  changes: readonly JudgedChange[],
  standing: readonly Policy[],
  head: Policy,
): readonly JudgedChange[] {
  const whole = new Map(
    standing
      .flatMap((policy) => comparePolicies(policy, head).changes)
      .flatMap((change) => (change.verdict === 'material' ? [[placeOf(change), change] as const] : [])),
  );
  return changes.map((change) => {
    const graver = change.verdict === 'material' ? undefined : whole.get(placeOf(change));
    if (!graver) return change;
    const { verdict, entries, obligations, reason } = graver;
    return { ...change, verdict, entries, obligations, reason };
  });
}

/** A key for the value that a change is about: two changes of the same value of the same row have the same key. */
export function placeOf({ table, relation, key, name = '' }: JudgedChange): string {
  return JSON.stringify([table, relation, key, name]);
}
