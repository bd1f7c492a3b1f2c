import type { Policy, Row } from '../model/policy.ts';

/**
 * Whether two policies have the same rows in all three tables. Where a row was written, what words the vocabulary
 * has for its ids, and which ids are retired are no part of it; the edition is, as a value of the policy's own row.
 */
export function sameContent(a: Policy, b: Policy): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf(policy: Policy): string {
  return JSON.stringify([policy.id, bare(policy.facts), bare(policy.prose), bare(policy.structure)]);
}

/** Not canonical JSON, which refuses half characters: those are reported elsewhere. */
function bare(rows: readonly Row[]): string[] {
  return rows
    .map(({ relation, key, values }) => JSON.stringify([relation, key, Object.entries(values).sort()]))
    .sort();
}
