import { canonicalJson } from '../base/canonical.ts';
import type { Policy, Row } from '../model/policy.ts';

/**
 * Whether two policies have the same rows in all three tables. Where a row was written, what words the vocabulary
 * has for its ids, and which ids are retired are no part of it; the edition is, as a value of the policy's own row.
 */
export function sameContent(a: Policy, b: Policy): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf(policy: Policy): string {
  const bare = (rows: readonly Row[]) =>
    rows.map(({ relation, key, values }) => canonicalJson([relation, key, values])).sort();
  return canonicalJson([policy.id, bare(policy.facts), bare(policy.prose), bare(policy.structure)]);
}
