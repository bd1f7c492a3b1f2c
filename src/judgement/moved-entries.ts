import { comparePolicies } from '../diff/compare.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { type Policy, type Row, sortRows } from '../model/policy.ts';
import { type RegisterRelation, registerOf, registerRelations } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';

/** Entries that a policy lost: no register of it has them any more. */
export function lostEntries(base: Policy, head: Policy): readonly Row[] {
  const { all } = rowsIn(head);
  return registerRelations.flatMap((list) => {
    const stay = new Set(all(list).map(({ key }) => key[1]));
    return rowsIn(base)
      .all(list)
      .filter(({ key }) => !stay.has(key[1]));
  });
}

/**
 * What is said otherwise of entries that went to registers of another policy, by id or by name, as if they had stayed
 * alone in their clauses: what neither says of them is what the clause says there. Only what is material: whether it is the
 * same company for the same thing nobody says.
 */
export function movedEntries(
  base: Policy,
  lost: readonly Row[],
  other: { readonly head: Policy; readonly before: Policy | undefined },
  standing: readonly Policy[],
): readonly JudgedChange[] {
  return registerRelations.flatMap((list) => {
    const come = rowsIn(other.head)
      .all(list)
      .filter(({ key }) => !other.before || !rowsIn(other.before).one(list, ...key));
    const found = new Map<string, JudgedChange>();
    for (const moves of movesBetween(
      lost.filter(({ relation }) => relation === list),
      come,
    )) {
      const [alone, stayed] = [new Map<string, Said>(), new Map<string, Said>()];
      for (const [here, { there, ids }] of moves) {
        alone.set(here, { clause: here, ids: new Map([...ids.values()].map((id) => [id, id])) });
        stayed.set(here, { clause: there, ids });
      }
      const [was, is] = [withEntries(base, list, base, alone), withEntries(base, list, other.head, stayed)];
      for (const change of comparePolicies(was, is, undefined, standing).changes) {
        const { table, verdict, key, fingerprint } = change;
        if (table === 'facts' && verdict === 'material' && moves.has(key[0] ?? ''))
          found.set(fingerprint, change);
      }
    }
    return [...found.values()];
  });
}

/** To which clause entries of a clause went, and which of its entries each of them was. */
interface Move {
  readonly there: string;
  readonly ids: Map<string, string>;
}

/**
 * Where the entries of each clause may have gone, in rounds in which each clause goes to one. Entries of one name may be in
 * each of hundreds of clauses on both sides, so that no more than the first few are asked.
 */
function movesBetween(lost: readonly Row[], come: readonly Row[]): readonly ReadonlyMap<string, Move>[] {
  const named = firstByName(come);
  const places = new Map<string, Map<string, Move>>();
  for (const was of lost) {
    const [here = '', id = ''] = was.key;
    const moves = places.get(here) ?? new Map<string, Move>();
    places.set(here, moves);
    for (const [there, is] of namesOf(was).flatMap((name) => [...firstOf(named.get(name) ?? [])])) {
      if (!moves.has(there) && moves.size < mostRounds) moves.set(there, { there, ids: new Map() });
      moves.get(there)?.ids.set(is.key[1] ?? '', id);
    }
  }
  const rounds = Array.from({ length: mostRounds }, (_, round) => {
    const each = [...places].map(([here, moves]) => [here, [...moves.values()][round]] as const);
    return new Map(each.flatMap(([here, move]) => (move ? [[here, move] as const] : [])));
  });
  return rounds.filter(({ size }) => size > 0);
}

/** By id, name and provider, the first entry of each clause. */
function firstByName(entries: readonly Row[]): ReadonlyMap<string, ReadonlyMap<string, Row>> {
  const named = new Map<string, Map<string, Row>>();
  for (const row of entries)
    for (const name of namesOf(row)) {
      const clauses = named.get(name) ?? new Map<string, Row>();
      const [clause = ''] = row.key;
      if (!clauses.has(clause)) clauses.set(clause, row);
      named.set(name, clauses);
    }
  return named;
}

/** How many places each is compared with, of hundreds where it may have gone. */
export const mostRounds = 8;

function* firstOf<One>(many: Iterable<One>): Generator<One> {
  let count = 0;
  for (const one of many) {
    if (count++ >= mostRounds) return;
    yield one;
  }
}

/** By what an entry is known: its id first. */
function namesOf({ key, values }: Row): readonly string[] {
  const said = ['name', 'provider'].flatMap((name) =>
    values[name] === undefined ? [] : [`${name} ${values[name]}`],
  );
  return [`id ${key[1]}`, ...said];
}

/** Of which clause something is said, with the ids that its entries are to have; others are left out. */
interface Said {
  readonly clause: string;
  readonly ids: ReadonlyMap<string, string>;
}

/** A policy in which clauses say what those of `from` say, of some entries alone, under the ids that they are to have. */
function withEntries(
  policy: Policy,
  list: RegisterRelation,
  from: Policy,
  clauses: ReadonlyMap<string, Said>,
): Policy {
  const said = [...clauses].flatMap(([here, { clause, ids }]) =>
    rowsIn(from)
      .of(clause)
      .flatMap((row): Row[] => {
        const [, entry = '', ...rest] = row.key;
        if (registerOf(row.relation) !== list) return [{ ...row, key: row.key.with(0, here) }];
        const id = ids.get(entry);
        return id === undefined ? [] : [{ ...row, key: [here, id, ...rest] }];
      }),
  );
  const facts = sortRows([...policy.facts.filter(({ key }) => !clauses.has(key[0] ?? '')), ...said]);
  return { ...withTermsOf(policy, from), facts };
}

/** A policy with terms that only another has, in the words of that one. */
export function withTermsOf(policy: Policy, other: Policy): Policy {
  const [ours, theirs] = [policy.vocabulary, other.vocabulary];
  const vocabulary = {
    ...ours,
    data: { ...theirs.data, ...ours.data },
    purposes: { ...theirs.purposes, ...ours.purposes },
    permissions: { ...theirs.permissions, ...ours.permissions },
  };
  return { ...policy, vocabulary };
}
