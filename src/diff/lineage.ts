import { idValues } from '../model/kinds.ts';
import { entryId } from '../model/lineage.ts';
import { idsInOrder } from '../model/order.ts';
import { type Policy, type Row, sortRows } from '../model/policy.ts';
import { partsOfKey } from '../model/relations.ts';
import { idsOf, type LineagePair } from './lineage-pairs.ts';

/** Former id → present id, for entities that only changed their id. */
export type Renames = ReadonlyMap<string, string>;

/**
 * The declared one-to-one renames: the base has the former id and not the new one, the head the other way round, and
 * nothing else claims either. All else stays a removal and an addition.
 */
export function renamesBetween(base: Policy, head: Policy, lineage: readonly LineagePair[]): Renames {
  if (lineage.length === 0) return new Map();
  const baseIds = idsOf(base);
  const headIds = idsOf(head);
  const pairs = lineage.filter(
    ([id, former]) => baseIds.has(former) && !headIds.has(former) && headIds.has(id) && !baseIds.has(id),
  );
  const once = (part: 0 | 1, id: string): boolean => pairs.filter((pair) => pair[part] === id).length === 1;
  return new Map(
    pairs.filter(([id, former]) => once(0, id) && once(1, former)).map(([id, former]) => [former, id]),
  );
}

/** The policy with every former id replaced in coordinates, in values that are ids, and in the order of chapters. */
export function renameIn(policy: Policy, renames: Renames): Policy {
  if (renames.size === 0) return policy;
  const present = (id: string): string => renames.get(id) ?? id;
  const rename = (rows: readonly Row[], keyOf: (row: Row) => readonly string[]): Row[] =>
    sortRows(rows.map((row) => ({ ...row, key: keyOf(row), values: renameValues(row, present) })));
  return {
    ...policy,
    facts: rename(policy.facts, (row) => factKey(row, present)),
    prose: rename(policy.prose, (row) => proseKey(row, present)),
    structure: rename(policy.structure, (row) => [present(row.key[0] ?? ''), ...row.key.slice(1)]),
  };
}

function factKey(row: Row, present: (id: string) => string): readonly string[] {
  const parts = partsOfKey(row.relation);
  const key = row.key.map((part, index) =>
    parts[index] === 'clause' || parts[index] === 'party' ? present(part) : part,
  );
  return /\.listed(?:\.|$)/.test(row.relation) ? withEntry(key, 1, present) : key;
}

/** The path of a text may contain ids of clauses that it is about. */
function proseKey(row: Row, present: (id: string) => string): readonly string[] {
  const key = [present(row.key[0] ?? ''), ...row.key.slice(1)];
  return key[1] === 'entries' ? withEntry(key, 2, present) : key;
}

/** The key with the present id of the entry of a register that stands there. */
function withEntry(key: readonly string[], at: number, present: (id: string) => string): readonly string[] {
  return key.with(at, presentEntry(key, key[at] ?? '', present));
}

function presentEntry(
  [owner = '']: readonly string[],
  entry: string,
  present: (id: string) => string,
): string {
  return present(entryId([owner, entry])).slice(owner.length + 1);
}

function renameValues(row: Row, present: (id: string) => string): Row['values'] {
  const entries = Object.entries(row.values).map(
    ([name, value]) =>
      [name, typeof value === 'string' ? renamed(row, name, value, present) : value] as const,
  );
  return Object.fromEntries(entries);
}

/** A value with present ids for those that it is or has. */
function renamed(row: Row, name: string, value: string, present: (id: string) => string): string {
  const { relation, key } = row;
  if (idValues.has(`${relation}.${name}`)) return present(value);
  if (relation === 'prose') return value.replace(mention, (_, start, id) => `${start}${present(id)}]`);
  if (relation === 'list') {
    const ofEntries = key.at(-1)?.endsWith('.listed');
    const each = ofEntries ? (id: string) => presentEntry(key, id, present) : present;
    return idsInOrder(row).map(each).join('\t');
  }
  if (name === 'order') return value.split(' ').map(present).join(' ');
  return relation === 'clause' && name === 'chapter' ? present(value) : value;
}

/** A directive that names a clause; a rename rewrites it without any change of meaning. */
const mention = /(:(?:ref|term|contact|party|period)\[)([^[\]]*)\]/g;
