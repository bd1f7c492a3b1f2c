import { eachOnDemand, onDemand } from '../base/on-demand.ts';
import { type FactRelation, isFactRelation, partsOfKey, relations } from '../model/relations.ts';
import { type Watch, watchedFacts } from '../model/watch.ts';
import type { Direction, RelationKnowledge } from './meaning.ts';
import { knowledge } from './table.ts';

/** One effect of a change, as a watch sees it. A change can have several: a new clause also adds all its data and purposes. */
export interface Facet {
  /** A relation, or a relation and a value: `function.data.required`. */
  readonly name: string;
  readonly on: 'added' | 'removed' | 'changed';
  readonly direction: Direction;
  /** Only a watch that names it means it. */
  readonly aside?: true;
}

/** Whether a fact protects readers, so that removing it means more is done with data and readers can do less. */
function isProtective(name: string): boolean {
  const entity = entityOf(name);
  const comes = isFactRelation(entity) && knowledge[entity].added.direction === 'narrows';
  return comes || name === 'function.permission.trigger';
}

const other: Readonly<Partial<Record<Direction, Direction>>> = {
  expands: 'restricts',
  narrows: 'eases',
  restricts: 'expands',
  eases: 'narrows',
};

function directionsOf({ name, direction }: Facet): readonly Direction[] {
  const second = isProtective(name) ? other[direction] : undefined;
  return second === undefined ? [direction] : [direction, second];
}

/** Whether it is only good news: less is done with data, or readers can do more. */
export function isGain({ direction }: Pick<Facet, 'direction'>): boolean {
  return direction === 'narrows' || direction === 'eases';
}

/** `any` is every direction, stated explicitly; `worse` is everything but good news. */
function goes(facet: Facet, direction: string | undefined): boolean {
  if (direction === undefined || direction === 'any') return true;
  if (direction === 'worse') return !isGain(facet);
  return directionsOf(facet).some((one) => one === direction);
}

/** Whether a watch sees a facet like this one, or anything above what it names. */
export function asksFor(watch: Watch, facet: Facet): boolean {
  return watchedFacts(watch.watch).some((name) => isUnder(name, facet)) && isMeant(watch, facet);
}

function isUnder(name: string, facet: Facet): boolean {
  return facet.name === name || (facet.aside !== true && facet.name.startsWith(`${name}.`));
}

/** Whether a facet that a watch names happens in the way the watch asks for. */
function isMeant({ on, direction }: Watch, facet: Facet): boolean {
  return (on === undefined || on === facet.on) && goes(facet, direction);
}

/**
 * What else a row that comes or goes does: a new recipient to whom data is sold is a sale too. Only values that are true
 * and widen what is done with data count; that a new function says how to refuse it is no news.
 */
export function switchedOn(
  relation: FactRelation,
  values: Readonly<Record<string, unknown>>,
  on: 'added' | 'removed',
): Facet[] {
  return Object.entries(knowledge[relation].values).flatMap(([name, { compare }]): Facet[] => {
    if (values[name] !== true || compare(false, true).direction !== 'expands') return [];
    return [{ name: `${relation}.${name}`, on, direction: on === 'added' ? 'expands' : 'narrows' }];
  });
}

/** Whether any change could be what a watch asks for, whatever a policy states. */
export function canBeMet(watch: Watch): boolean {
  return possibleUnder(watch.watch).some(
    (facet) =>
      (watch.data === undefined || speaksOfData(facet.relation)) &&
      (watch.form === undefined || entityOf(facet.relation) === 'recipient') &&
      isMeant(watch, facet),
  );
}

/** Whether a watch without a direction also sees good news, beyond something being stated for the first time. */
export function seesGains(watch: Watch): boolean {
  if (watch.direction !== undefined || watch.on !== undefined) return false;
  return possibleUnder(watch.watch).some((facet) => isGain(facet) && !facet.stating);
}

/** Everything that changes of any relation can do. */
const everyFacet = onDemand(() =>
  (Object.keys(knowledge) as FactRelation[]).flatMap((relation) =>
    facetsIn(relation, knowledge[relation]).map((facet) => ({ ...facet, relation })),
  ),
);

/** Those of them that fall under what a watch names. */
const possibleUnder = eachOnDemand((watch: string) => {
  const names = watchedFacts(watch);
  return everyFacet().filter((facet) => names.some((name) => isUnder(name, facet)));
});

interface PossibleFacet extends Facet {
  /** It only comes to be stated. */
  readonly stating?: boolean;
}

function facetsIn(relation: FactRelation, known: RelationKnowledge): PossibleFacet[] {
  const { added, removed, limits, along, against, values } = known;
  const come = [added, ...(limits ? [limits.first] : []), ...(against ? [against.added] : [])];
  const gone = [removed, ...(limits ? [limits.last] : []), ...(against ? [against.removed] : [])];
  const exchanged = along ? [along.narrower, along.wider] : [];
  const everything = Object.fromEntries(Object.keys(values).map((name) => [name, true]));
  return [
    ...come.map(({ direction }): Facet => ({ name: relation, on: 'added', direction })),
    ...gone.map(({ direction }): Facet => ({ name: relation, on: 'removed', direction })),
    ...exchanged.map(({ direction }): Facet => ({ name: relation, on: 'changed', direction })),
    ...Object.entries(values).flatMap(([value, { meanings }]) =>
      meanings.map(
        ({ kind, direction }): PossibleFacet => ({
          name: `${relation}.${value}`,
          on: 'changed',
          direction,
          stating: kind.endsWith('-stated'),
        }),
      ),
    ),
    ...switchedOn(relation, everything, 'added'),
    ...switchedOn(relation, everything, 'removed'),
  ];
}

/** The entity that a relation's rows belong to. */
export const entityOf = eachOnDemand((relation: string): string => relation.split('.')[0] ?? relation);

/** Whether changes in a relation are about data: its rows name a category, or their entity lists some. */
function speaksOfData(relation: FactRelation): boolean {
  return partsOfKey(relation).includes('data') || Object.hasOwn(relations, `${entityOf(relation)}.data`);
}
