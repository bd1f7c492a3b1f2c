import { append } from '../base/group.ts';
import type { Policy } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import type { ChapterOutline } from './index-rows.ts';

/**
 * The ids that chapters and clauses had in earlier versions, by the present id. An id now used by something else is
 * left out; an id shared by several goes to the first in reading order. So no anchor appears twice on a page.
 */
export function formerIds(
  policy: Policy,
  chapters: readonly ChapterOutline[],
): ReadonlyMap<string, readonly string[]> {
  const reading = chapters.flatMap(({ id, clauses }) => [id, ...clauses.map((clause) => clause.id)]);
  const taken = new Set(reading);
  const declared = new Map<string, string[]>();
  for (const { key } of rowsIn(policy).all('lineage')) {
    const [id = '', former = ''] = key;
    append(declared, id, former);
  }
  return new Map(
    reading.map((id) => {
      const free = (declared.get(id) ?? []).filter((former) => !taken.has(former));
      for (const former of free) taken.add(former);
      return [id, free];
    }),
  );
}
