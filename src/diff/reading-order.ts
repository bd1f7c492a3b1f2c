import { endsWithColon, pointsAtBefore } from '../language/pointing.ts';
import type { Policy } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import type { Difference } from './difference.ts';

/** The kind of a change of order by which a text that points at what stands before or behind it points at something else. */
export const readingOrder = 'reading-order-changed';

/** Whether a clause that points back stands behind another one now, or one below other words that end with a colon. */
export function changesReading(
  difference: Difference,
  { base, head }: { readonly base: Policy; readonly head: Policy },
): boolean {
  if (difference.is !== 'changed' || difference.head.relation === 'list') return false;
  const [one, other] = [difference.base, difference.head].map(({ values }) =>
    String(values.order ?? '').split(' '),
  );
  const both = (one ?? []).filter((id) => other?.includes(id));
  const pointedAt = (order: readonly string[]): string => {
    let lead = '';
    return order
      .filter((id) => both.includes(id))
      .map((id, at, all) => {
        const said = `${id} ${pointsBack(id) ? all[at - 1] : ''} ${lead}`;
        if (says(id, endsWithColon)) lead = id;
        return said;
      })
      .sort()
      .join();
  };
  return pointedAt(one ?? []) !== pointedAt(other ?? []);

  function pointsBack(id: string): boolean {
    return [base, head].some((policy) => isUntitled(policy, id)) && says(id, pointsAtBefore);
  }

  function says(id: string, what: (text: string) => boolean): boolean {
    return [base, head].some((policy) => textsOf(policy, id).some(what));
  }
}

/** Whether a clause that stands in another chapter points at what stood before it. */
export function takesReading(difference: Difference, { base }: { readonly base: Policy }): boolean {
  if (difference.is !== 'changed') return false;
  const [id = ''] = difference.base.key;
  return isUntitled(base, id) && textsOf(base, id).some(pointsAtBefore);
}

/** Below a title of its own, `it` is what that names. */
function isUntitled(policy: Policy, id: string): boolean {
  return rowsIn(policy).below('prose', id, 'title').length === 0;
}

function textsOf(policy: Policy, id: string): readonly string[] {
  return rowsIn(policy)
    .below('prose', id, 'text')
    .map(({ values }) => String(values.text ?? ''));
}
