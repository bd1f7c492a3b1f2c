import { append } from '../base/group.ts';
import type { Audience } from '../model/audience.ts';
import type { Policy, Row } from '../model/policy.ts';
import { type FactRelation, isFactRelation, relationsWithData } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import type { Readers } from './readers.ts';

/** A clause that uses some data for some purpose, and its readers. */
export interface UsingClause {
  readonly owner: string;
  readonly readers: Audience;
}

/** The clauses that use each data for each purpose. */
export function clausesUsing(policy: Policy, readers: Readers): ReadonlyMap<string, readonly UsingClause[]> {
  const uses = new Map<string, UsingClause[]>();
  for (const needed of purposesIn(policy).values()) {
    for (const { data, purpose, owner } of needed) {
      const at = `${data}\t${purpose}`;
      const clause = { owner, readers: readers.of(owner) };
      const list = uses.get(at) ?? [];
      uses.set(at, list);
      addClause(list, clause);
    }
  }
  return uses;
}

/**
 * Keeps two clauses for the same readers: one other shows that they were told, and a thousand may use the same data.
 */
function addClause(list: UsingClause[], clause: UsingClause): void {
  const same = list.filter(({ readers }) => readers === clause.readers);
  if (same.length === 0 || (same.length === 1 && same[0]?.owner !== clause.owner)) list.push(clause);
}

/** The same by data alone, whatever it is for. */
export function clausesUsingData(
  uses: ReadonlyMap<string, readonly UsingClause[]>,
): ReadonlyMap<string, readonly UsingClause[]> {
  const users = new Map<string, UsingClause[]>();
  for (const [at, list] of uses) {
    const [data = ''] = at.split('\t');
    const known = users.get(data) ?? [];
    users.set(data, known);
    for (const clause of list) addClause(known, clause);
  }
  return users;
}

interface Need {
  readonly owner: string;
  readonly data: string;
  readonly purpose: string;
}

/** What each row that says that data is collected, or what for, comes to: by the row's coordinate. */
export function purposesIn(policy: Policy): ReadonlyMap<string, readonly Need[]> {
  const needs = new Map<string, Need[]>();
  for (const relation of relationsWithData('collected'))
    for (const row of rowsIn(policy).all(relation))
      for (const { need, saidBy } of needsOf(policy, relation, row))
        for (const coordinate of saidBy) append(needs, coordinate, need);
  return needs;
}

/** What a row of data is needed for, and the coordinates of the rows that together say so. */
function needsOf(
  policy: Policy,
  relation: FactRelation,
  { key }: Row,
): readonly { readonly need: Need; readonly saidBy: readonly string[] }[] {
  const [owner = '', data = ''] = [key[0], key.at(-1)];
  const list = key.slice(0, -1);
  const above = relation.slice(0, relation.lastIndexOf('.') + 1);
  const [own, shared] = [`${relation}.purpose`, `${above}purpose`];
  // The purposes of the data itself, if the kind has them; else those of its list.
  const [from, start] = isFactRelation(own) ? [own, key] : [shared, list];
  const purposes = isFactRelation(from) ? rowsIn(policy).below(from, ...start) : [];
  return purposes.map((row) => {
    const purpose = row.key.at(-1) ?? '';
    const coordinates = [
      [relation, ...key],
      [shared, ...list, purpose],
      ...(from === own ? [[own, ...row.key]] : []),
    ];
    return { need: { owner, data, purpose }, saidBy: coordinates.map((parts) => parts.join('\t')) };
  });
}
