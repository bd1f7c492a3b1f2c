import { posix } from 'node:path';
import { comparePolicies } from '../diff/compare.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { inOtherPolicy } from '../gate/moved-clause.ts';
import { ratingOf } from '../model/edition.ts';
import { kindsOfFacts } from '../model/kinds.ts';
import { type Policy, type Row, sortRows, type Table } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import { lostEntries, movedEntries, withTermsOf } from './moved-entries.ts';
import { movedForms } from './moved-forms.ts';
import { otherRules, withRule } from './moved-rules.ts';

/** Another policy of the workspace: as it is, and as it was when readers of the first were last told something. */
export interface OtherPolicy {
  /** In the workspace. */
  readonly path: string;
  readonly head: Policy;
  readonly before: Policy | undefined;
  /** It was released on the day from which `before` is told: nothing says which of the two was first. */
  readonly isOfSameDay?: boolean;
}

/** The clauses that moved to another policy, and what they say differently there, judged as if they had stayed. */
export interface Moved {
  readonly clauses: readonly string[];
  readonly changes: readonly JudgedChange[];
}

/**
 * Clauses that one policy lost and the other gained. They are judged as if they had stayed, by the list of material
 * changes that readers of the first were promised, by its `standing` versions too. `path` is that of the first.
 */
export function movedClauses(
  base: Policy,
  head: Policy,
  path: string,
  other: OtherPolicy,
  standing: readonly Policy[] = [],
): Moved {
  const lost = { clauses: lostClauses(base, head), entries: lostEntries(base, head) };
  const { clauses, changes } = movedWhole(base, lost.clauses, other, standing);
  const ofEntries = movedEntries(base, lost.entries, other, standing);
  const ofForms = movedForms(base, lost, other, standing);
  const all = new Map([...changes, ...ofEntries, ...ofForms].map((change) => [change.fingerprint, change]));
  const to = posix.relative(path, other.path);
  return { clauses, changes: [...all.values()].map((change) => inOtherPolicy(change, other.path, to)) };
}

function movedWhole(
  base: Policy,
  lost: readonly string[],
  other: OtherPolicy,
  standing: readonly Policy[],
): Moved {
  if (lost.length === 0) return none;
  const [come, were] = [clausesOf(other.head), other.before && clausesOf(other.before)];
  const former = formerIn(other.head);
  const moved = new Map(
    lost.flatMap((id) => {
      const now = come.has(id) ? id : former.get(id);
      return now === undefined || were?.has(now) ? [] : [[id, now] as const];
    }),
  );
  const told = new Set(moved.values());
  const fresh = [...come].filter((id) => !were?.has(id) && !told.has(id));
  const likely = likelyMoved(
    base,
    lost.filter((id) => !moved.has(id)),
    other.head,
    fresh,
  );
  if (moved.size + likely.size === 0) return none;
  const all = new Map<string, string | readonly string[]>([...moved, ...likely]);
  const [rule, ruleThere] = [defaultRule(base, all), defaultRule(other.head, all)];
  const here = new Set([...all.keys(), ...(rule ? [rule] : [])]);
  const stays = clausesOf(base);
  // What stays here may have the id that something else has there.
  const idHere = (id: string): string => (stays.has(id) && !here.has(id) ? idHere(`${id}-there`) : id);
  const there = new Map([...moved.values(), ...likely.values()].flat().map((id) => [id, idHere(id)]));
  if (ruleThere) there.set(ruleThere, rule ?? ruleThere);
  const stayed = { ...base, ...taken(base, here, other.head, there) };
  const { changes } = comparePolicies(base, stayed, undefined, standing);
  const pairs = [...all].flatMap(([id, ids]) => [ids].flat().map((now) => [id, now] as const));
  const ruled = otherRules(base, other.head, pairs).flatMap((pair) => {
    const facts = withRule(base.facts, pair, other.head);
    return comparePolicies(base, { ...base, facts }, undefined, standing).changes.filter(
      ({ table, verdict, key: [id = ''] }) =>
        table === 'facts' &&
        id === pair[0] &&
        (verdict === 'material' || (moved.size > 0 && verdict === 'review')),
    );
  });
  const isKnown = new Set([...moved].flatMap(([id, now]) => [id, there.get(now) ?? now]));
  const ids = new Set([...(moved.size > 0 && rule ? [rule] : []), ...there.values()]);
  const isTold = (change: JudgedChange): boolean =>
    isAbout(isKnown, change) || (moved.size > 0 && (change.key[0] === rule || change.key[0] === ruleThere))
      ? change.verdict !== 'editorial'
      : // Whether it is that clause under another id nobody says: only what would be material is told.
        change.verdict === 'material' && isAbout(ids, change);
  return {
    clauses: [...moved.keys()].sort(),
    changes: [...changes.filter(isTold), ...ruled],
  };
}

const none: Moved = { clauses: [], changes: [] };

/**
 * Clauses that may have gone to another policy under an id of which nothing is said: new ones there of the same kind, for
 * the same data and purposes, for the same recipient or right.
 */
function likelyMoved(
  base: Policy,
  lost: readonly string[],
  other: Policy,
  fresh: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const now = fresh.map((id) => [id, saidOf(other, id)] as const);
  return new Map(
    lost.flatMap((id) => {
      const was = saidOf(base, id);
      const same = was ? now.flatMap(([other, is]) => (is && isLike(was, is) ? [other] : [])) : [];
      return same.length === 0 ? [] : [[id, same] as const];
    }),
  );
}

/** What tells which clause it is, whatever its id: the kind and, of lists and values, those that it has. */
type Said = ReadonlyMap<string, ReadonlySet<string>>;

function saidOf(policy: Policy, id: string): Said | undefined {
  const rows = rowsIn(policy).of(id);
  const entity = rows.find(({ relation }) => kindsOfFacts.some((kind) => kind === relation));
  if (!entity) return undefined;
  const said = new Map([['kind', new Set<string>([entity.relation])]]);
  for (const name of ['name', 'right', 'default']) {
    const value = entity.values[name];
    if (value !== undefined) said.set(name, new Set([String(value)]));
  }
  for (const { relation, key } of rows)
    if (/^\w+\.(?:data|purpose)$/.test(relation))
      said.set(relation, (said.get(relation) ?? new Set()).add(key[1] ?? ''));
  return said;
}

/** Whether they have something in common of all that both say. */
function isLike(was: Said, is: Said): boolean {
  return [...was].every(([name, all]) => {
    const other = is.get(name);
    return !other || [...all].some((one) => other.has(one));
  });
}

/** Whether a policy lost a clause, or an entry of a register. */
export function hasLost(base: Policy, head: Policy): boolean {
  return lostClauses(base, head).length > 0 || lostEntries(base, head).length > 0;
}

function lostClauses(base: Policy, head: Policy): readonly string[] {
  const [stay, former] = [clausesOf(head), formerIn(head)];
  return [...clausesOf(base)].filter((id) => !stay.has(id) && !former.has(id));
}

/**
 * The rows of a policy with those of some clauses taken from another, under the ids they are to have. Terms that only the
 * other has keep its words.
 */
function taken(
  base: Policy,
  here: ReadonlySet<string>,
  other: Policy,
  there: ReadonlyMap<string, string>,
): Pick<Policy, Table | 'vocabulary'> {
  const rows = (table: Table): readonly Row[] => [
    ...base[table].filter((row) => !isAbout(here, row)),
    ...other[table].flatMap((row) => {
      const [owner = '', ...rest] = row.key;
      const id = there.get(owner);
      return id === undefined ? [] : [{ ...row, key: [id, ...rest] }];
    }),
  ];
  const { vocabulary } = withTermsOf(base, other);
  const facts = rows('facts').filter(({ relation }) => relation !== 'sensitivity');
  const rated = [
    ...facts,
    ...ratings(facts, profilesRating(base) ?? profilesRating(other) ?? [], {
      edition: base.edition,
      vocabulary,
    }),
  ];
  return {
    facts: sortRows(rated),
    prose: sortRows(rows('prose')),
    structure: sortRows(rows('structure')),
    vocabulary,
  };
}

/** The legal profiles under which a policy rates its data; undefined when it rates none. */
function profilesRating({ facts }: Policy): readonly string[] | undefined {
  const rated = facts.filter(({ relation }) => relation === 'sensitivity').map(({ key }) => key[1] ?? '');
  return rated.length === 0 ? undefined : [...new Set(rated)];
}

function ratings(
  facts: readonly Row[],
  profiles: readonly string[],
  rating: Pick<Policy, 'edition' | 'vocabulary'>,
): readonly Row[] {
  const data = new Map(
    facts.flatMap((row) => (row.relation.endsWith('.data') ? [[row.key.at(-1) ?? '', row] as const] : [])),
  );
  return [...data].flatMap(([id, { place }]) =>
    profiles.map((profile): Row => {
      const level = ratingOf(rating, id, profile) ?? 'context';
      return { relation: 'sensitivity', key: [id, profile], values: { level }, place, places: {} };
    }),
  );
}

/**
 * The default retention clause, which governs the data of a moved function without naming it; undefined unless there is
 * exactly one.
 */
function defaultRule(
  { facts }: Policy,
  moved: ReadonlyMap<string, string | readonly string[]>,
): string | undefined {
  const ids = new Set([...moved.keys(), ...[...moved.values()].flat()]);
  if (!facts.some((row) => row.relation === 'function' && isAbout(ids, row))) return undefined;
  const rules = facts.filter(({ relation, values }) => relation === 'retention' && values.default === true);
  return rules.length === 1 ? rules[0]?.key[0] : undefined;
}

function isAbout(ids: { readonly has: (id: string) => boolean }, { key }: Pick<Row, 'key'>): boolean {
  return ids.has(key[0] ?? '');
}

function clausesOf({ structure }: Policy): ReadonlySet<string> {
  return new Set(structure.flatMap(({ relation, key }) => (relation === 'clause' && key[0] ? [key[0]] : [])));
}

function formerIn({ structure }: Policy): ReadonlyMap<string, string> {
  return new Map(
    structure.flatMap(({ relation, key: [now = '', was = ''] }) =>
      relation === 'lineage' ? [[was, now] as const] : [],
    ),
  );
}
