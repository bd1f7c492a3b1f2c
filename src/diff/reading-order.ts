import {
  endsWithColon,
  leadsOn,
  limitsBelow,
  namesException,
  pointsAboveTitle,
  pointsAtBefore,
  speaksOfBelow,
} from '../language/pointing.ts';
import type { Policy, Row } from '../model/policy.ts';
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
        if (says(id, announces)) lead = id;
        return said;
      })
      .sort()
      .join();
  };
  return pointedAt(one ?? []) !== pointedAt(other ?? []);

  function pointsBack(id: string): boolean {
    const isTitled = [base, head].every((policy) => !isUntitled(policy, id));
    return says(id, isTitled ? pointsAboveTitle : pointsAtBefore);
  }

  function says(id: string, what: (text: string) => boolean): boolean {
    return [base, head].some((policy) => textsOf(policy, id).some(what));
  }
}

const speaksOf = (text: string): boolean => announces(text) || speaksOfBelow(text);

/** `The following …`, and no list of its own behind it. */
function announces(text: string): boolean {
  return endsWithColon(text) || leadsOn(text.slice(text.trimEnd().lastIndexOf('\n') + 1));
}

/**
 * Whether a clause that stands in another chapter points at what stood before it, or has other words above it, or had, that
 * may say something of it.
 */
export function takesReading(
  difference: Difference,
  { base, head }: { readonly base: Policy; readonly head: Policy },
): boolean {
  if (difference.is !== 'changed') return false;
  const [id = ''] = difference.base.key;
  const points = isUntitled(base, id) ? pointsAtBefore : pointsAboveTitle;
  if (textsOf(base, id).some(points)) return true;
  const [from, to] = [chapterIn(base, difference.base), chapterIn(head, difference.head)];
  return from.all !== to.all && (from.speaksOfClauses || to.speaksOfClauses);
}

/** The words above all clauses of a chapter. */
function chapterIn(
  policy: Policy,
  { values }: Row,
): { readonly all: string; readonly speaksOfClauses: boolean } {
  const id = String(values.chapter ?? '');
  const [titles, texts] = [textsOf(policy, id, 'title'), textsOf(policy, id)];
  const all = [...titles, ...texts].join('\n');
  return { all, speaksOfClauses: titles.some(limitsBelow) || texts.some(speaksOf) };
}

/** Below a title of its own, `it` is what that names; below `Exception` it is what stood before. */
function isUntitled(policy: Policy, id: string): boolean {
  const titles = textsOf(policy, id, 'title');
  return titles.length === 0 || titles.some(namesException);
}

function textsOf(policy: Policy, id: string, field = 'text'): readonly string[] {
  return rowsIn(policy)
    .below('prose', id, field)
    .map(({ values }) => String(values.text ?? ''));
}
