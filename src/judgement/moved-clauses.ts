import { posix } from 'node:path';
import { comparePolicies } from '../diff/compare.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { inOtherPolicy } from '../gate/moved-clause.ts';
import { ratingOf } from '../model/edition.ts';
import { type Policy, type Row, sortRows, type Table } from '../model/policy.ts';

/** Another policy of the workspace: as it is, and as it was when readers of the first were last told something. */
export interface OtherPolicy {
  /** In the workspace. */
  readonly path: string;
  readonly head: Policy;
  readonly before: Policy | undefined;
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
  const lost = lostClauses(base, head);
  if (lost.length === 0) return { clauses: [], changes: [] };
  const [come, were] = [clausesOf(other.head), other.before && clausesOf(other.before)];
  const former = formerIn(other.head);
  const moved = new Map(
    lost.flatMap((id) => {
      const now = come.has(id) ? id : former.get(id);
      return now === undefined || were?.has(now) ? [] : [[id, now] as const];
    }),
  );
  if (moved.size === 0) return { clauses: [], changes: [] };
  const [rule, ruleThere] = [defaultRule(base, moved), defaultRule(other.head, moved)];
  const here = new Set([...moved.keys(), ...(rule ? [rule] : [])]);
  const there = new Map([...moved.values()].map((id) => [id, id]));
  if (ruleThere) there.set(ruleThere, rule ?? ruleThere);
  const stayed = { ...base, ...taken(base, here, other.head, there) };
  const { changes } = comparePolicies(base, stayed, undefined, standing);
  const to = posix.relative(path, other.path);
  return {
    clauses: [...moved.keys()].sort(),
    changes: changes
      .filter((change) => change.verdict !== 'editorial' && (isAbout(here, change) || isAbout(there, change)))
      .map((change) => inOtherPolicy(change, other.path, to)),
  };
}

/** The clauses that a policy lost. */
export function lostClauses(base: Policy, head: Policy): readonly string[] {
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
  const [ours, theirs] = [base.vocabulary, other.vocabulary];
  const vocabulary = {
    data: { ...theirs.data, ...ours.data },
    purposes: { ...theirs.purposes, ...ours.purposes },
    permissions: { ...theirs.permissions, ...ours.permissions },
  };
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
function defaultRule({ facts }: Policy, moved: ReadonlyMap<string, string>): string | undefined {
  const ids = new Set([...moved.keys(), ...moved.values()]);
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
