import { append } from '../base/group.ts';
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
    const pairs = new Map<string, (readonly [was: Row, is: Row])[]>();
    for (const was of lost.filter(({ relation }) => relation === list))
      for (const is of come.filter((one) => isSame(was, one)))
        append(pairs, `${was.key[0]}\t${is.key[0]}`, [was, is]);
    return [...pairs].flatMap(([clauses, all]) => {
      const [here = '', there = ''] = clauses.split('\t');
      const alone = withEntries(
        base,
        list,
        base,
        [here, here],
        new Map(
          all.map(
            ([
              {
                key: [, id = ''],
              },
            ]) => [id, id],
          ),
        ),
      );
      const ids = new Map(all.map(([was, is]) => [is.key[1] ?? '', was.key[1] ?? '']));
      const stayed = withEntries(base, list, other.head, [here, there], ids);
      return comparePolicies(alone, stayed, undefined, standing).changes.filter(
        ({ table, verdict, key: [id] }) => table === 'facts' && verdict === 'material' && id === here,
      );
    });
  });
}

function isSame(was: Row, is: Row): boolean {
  if (was.key[1] === is.key[1]) return true;
  return ['name', 'provider'].some(
    (name) => was.values[name] !== undefined && was.values[name] === is.values[name],
  );
}

/** A policy in which a clause says what one of `from` says, of some entries alone, under the ids that they are to have. */
function withEntries(
  policy: Policy,
  list: RegisterRelation,
  from: Policy,
  [here, there]: readonly [string, string],
  ids: ReadonlyMap<string, string>,
): Policy {
  const said = rowsIn(from)
    .of(there)
    .flatMap((row): Row[] => {
      const [, entry = '', ...rest] = row.key;
      if (registerOf(row.relation) !== list) return [{ ...row, key: row.key.with(0, here) }];
      const id = ids.get(entry);
      return id === undefined ? [] : [{ ...row, key: [here, id, ...rest] }];
    });
  const facts = sortRows([...policy.facts.filter(({ key }) => key[0] !== here), ...said]);
  const { data, purposes, permissions } = from.vocabulary;
  const ours = policy.vocabulary;
  const vocabulary = {
    ...ours,
    data: { ...data, ...ours.data },
    purposes: { ...purposes, ...ours.purposes },
    permissions: { ...permissions, ...ours.permissions },
  };
  return { ...policy, facts, vocabulary };
}
