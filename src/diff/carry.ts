import { append } from '../base/group.ts';
import { fieldsOfEntities } from '../model/kinds.ts';
import { isFactRelation, relations } from '../model/relations.ts';
import type { Difference, DifferenceThat } from './difference.ts';

/** A difference, with those it carries: the rows and texts of a new clause, for example. */
export interface Carried {
  readonly difference: Difference;
  readonly carries: readonly Difference[];
}

/**
 * Gathers dependents under what they depend on: adding or removing an entity is one change that carries its links,
 * members and texts; a link carries what hangs on it; a text's presence carries the text.
 */
export function gatherDependents(differences: readonly Difference[]): Carried[] {
  const carriers = indexCarriers(differences);
  const carried = new Map<Difference, Difference[]>();
  const free: Difference[] = [];
  for (const difference of differences) {
    const carrier = candidatesFor(difference)
      .map((name) => carriers.get(name))
      .find((found) => found !== undefined && found !== difference);
    if (!carrier) free.push(difference);
    else {
      append(carried, carrier, difference);
    }
  }
  return free.map((difference) => ({ difference, carries: allCarried(difference, carried) }));
}

/** A carrier may itself be carried, but only by an outer one, which then takes everything: candidates come outermost first. */
function allCarried(
  difference: Difference,
  carried: ReadonlyMap<Difference, readonly Difference[]>,
): Difference[] {
  return (carried.get(difference) ?? []).flatMap((one) => [one, ...allCarried(one, carried)]);
}

/** Relations without a dot whose rows belong to a clause rather than being one. */
const attached: ReadonlySet<string> = new Set(['consent', 'applies', 'sensitivity']);

/** Whether a row or text depends on the entity with its id, whatever that is. */
export function isAttached(relation: string): boolean {
  return relation === 'prose' || attached.has(relation.split('.')[0] ?? '');
}

/** Whether a row is an entity: it has no owner. */
export function isEntity(relation: string): boolean {
  return !relation.includes('.') && !attached.has(relation) && isFactRelation(relation);
}

/** Relations about terms: no clause carries their rows, even one whose id is that of a term. */
const unowned: ReadonlySet<string> = new Set(['sensitivity', 'term.label', 'term.parent']);

function indexCarriers(differences: readonly Difference[]): Map<string, Difference> {
  const index = new Map<string, Difference>();
  for (const difference of differences)
    for (const name of namesAsCarrier(difference)) index.set(name, difference);
  return index;
}

/** The names under which what a difference carries looks for it. */
function namesAsCarrier(difference: Difference): string[] {
  if (difference.table !== 'facts') return [];
  if (difference.is === 'changed') return namesOfPresence(difference);
  if (difference.is !== 'added' && difference.is !== 'removed') return [];
  const { is, row } = difference;
  const { relation, key } = row;
  const path = textPathOf(relation, key);
  return [
    `${is} row ${relation}\t${key.join('\t')}`,
    ...(isEntity(relation) ? [`${is} entity ${key[0]}`] : []),
    ...(path ? [`${is} text ${path.join('\t')}`] : []),
  ];
}

/** A value that says whether there is something carries the text about it. */
function namesOfPresence({ base, head, name }: DifferenceThat<'changed'>): string[] {
  const path = textPathOf(head.relation, head.key);
  if (!path || typeof (head.values[name] ?? base.values[name]) !== 'boolean') return [];
  const is = head.values[name] === true ? 'added' : 'removed';
  return [`${is} text ${[...path, ...name.split('.')].join('\t')}`];
}

/** The names under which a carrier of this difference would be indexed, outermost first. */
function candidatesFor(difference: Difference): string[] {
  if (difference.is !== 'added' && difference.is !== 'removed') return [];
  const { table, is, row } = difference;
  const owner = `${is} entity ${row.key[0]}`;
  if (table === 'structure') return row.relation === 'chapter' || row.relation === 'contents' ? [] : [owner];
  if (table === 'prose') {
    const path = row.key.slice(0, -1);
    return [owner, ...path.map((_, length) => `${is} text ${path.slice(0, length + 1).join('\t')}`)];
  }
  if (unowned.has(row.relation)) return [];
  const parts = row.relation.split('.');
  const outer = parts.slice(0, -1).flatMap((_, length) => {
    const relation = parts.slice(0, length + 1).join('.');
    if (!isFactRelation(relation)) return [];
    const start = row.key.slice(0, relations[relation].key.length);
    return [`${is} row ${relation}\t${start.join('\t')}`];
  });
  // A purpose that is new to the whole clause carries the items it is new for.
  const purpose = row.relation.endsWith('.data.purpose')
    ? [`${is} row ${parts[0]}.purpose\t${row.key[0]}\t${row.key[2]}`]
    : [];
  return isEntity(row.relation) ? [] : [owner, ...outer, ...purpose];
}

/** Link relation → the name of the field that holds it, for texts inside a link. */
const fieldOfLink: ReadonlyMap<string, string> = new Map(
  Object.values(fieldsOfEntities).flatMap((fields) =>
    Object.entries(fields).flatMap(([name, field]): (readonly [string, string])[] => {
      if (field.is === 'register') return [[field.list.relation, 'entries']];
      const holdsTexts = field.is === 'entity' || (field.is === 'each' && field.fields);
      return holdsTexts ? [[field.relation, name]] : [];
    }),
  ),
);

/** Where the texts of a row stand in the prose table, without their own name. */
function textPathOf(relation: string, key: readonly string[]): readonly string[] | undefined {
  if (!isFactRelation(relation)) return undefined;
  const [owner = '', ...ids] = key;
  const field = fieldOfLink.get(relation);
  if (field !== undefined) return [owner, field, ...ids];
  return relation.includes('.') || attached.has(relation) ? undefined : [owner];
}
