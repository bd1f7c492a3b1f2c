import type { Policy } from '../model/policy.ts';

/**
 * Both policies with their own id as a value, where it differs: no row of a policy states it, and addresses of pages,
 * the archive and whatever leads to them go by it.
 */
export function withPolicyIds(base: Policy, head: Policy): readonly [base: Policy, head: Policy] {
  if (base.id === head.id) return [base, head];
  const stating = (policy: Policy): Policy => ({
    ...policy,
    facts: policy.facts.map((row) =>
      row.relation === 'policy' ? { ...row, values: { ...row.values, id: policy.id } } : row,
    ),
  });
  return [stating(base), stating(head)];
}
