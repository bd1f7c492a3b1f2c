import { entryId } from '../model/lineage.ts';
import { ownerOf, type Policy } from '../model/policy.ts';
import { registerRelations } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';

/** An entity of the head and one of the base that it comes from: `[id, former id]`. */
export type LineagePair = readonly [id: string, former: string];

/**
 * What the head declares with `formerly:`, composed with the declarations of versions between the two: an entity that was
 * renamed twice, or split and then renamed, is followed all the way, even if the head no longer says so.
 */
export function lineagePairs(base: Policy, head: Policy, between: readonly Policy[] = []): LineagePair[] {
  const declared = declaredIn(head);
  if (between.length === 0) return declared;
  let origins = new Map([...idsOf(base)].map((id) => [id, new Set([id])]));
  for (const next of [...between, head]) origins = originsThrough(origins, next);
  const composed = [...origins].flatMap(([id, from]) =>
    [...from].filter((former) => former !== id).map((former): LineagePair => [id, former]),
  );
  const known = new Set(composed.map((pair) => pair.join('\t')));
  return [...composed, ...declared.filter((pair) => !known.has(pair.join('\t')))];
}

/** Where each entity of the next version comes from, given the same for the version before it. */
function originsThrough(
  before: ReadonlyMap<string, ReadonlySet<string>>,
  next: Policy,
): Map<string, Set<string>> {
  const origins = new Map([...idsOf(next)].map((id) => [id, new Set(before.get(id))]));
  for (const [id, former] of declaredIn(next)) {
    for (const origin of before.get(former) ?? []) origins.get(id)?.add(origin);
  }
  return origins;
}

function declaredIn(policy: Policy): LineagePair[] {
  return rowsIn(policy)
    .all('lineage')
    .map(({ key: [id = '', former = ''] }): LineagePair => [id, former]);
}

/** Everything that has an id: clauses, chapters, parties, entries of registers. */
export function idsOf(policy: Policy): Set<string> {
  const rows = (['clause', 'chapter', 'party'] as const).flatMap(rowsIn(policy).all);
  const entries = registerRelations.flatMap(rowsIn(policy).all);
  return new Set([...rows.map(ownerOf), ...entries.map(({ key }) => entryId(key))]);
}
