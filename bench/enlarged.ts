// Large policies for the bench, made of a small one.
import { parsePolicy } from '../src/archive/frozen.ts';
import { type Policy, type Row, sortRows } from '../src/model/policy.ts';
import { isFactRelation, relations } from '../src/model/relations.ts';

/** A compiled policy from the bytes of a `policy.json`. */
export function read(bytes: Uint8Array): Policy {
  const parsed = parsePolicy(bytes);
  if (!('value' in parsed)) throw new Error('This is no compiled policy.');
  return parsed.value;
}

export function countClauses({ structure }: Policy): number {
  return structure.filter(({ relation }) => relation === 'clause').length;
}

/** A policy so many times over that it has as many clauses, each copy with ids of its own. */
export function enlarged(policy: Policy, clauses: number): Policy {
  const copies = Math.ceil(clauses / countClauses(policy));
  const owned = (row: Row, copy: number): Row => {
    const shape: readonly string[] = isFactRelation(row.relation) ? relations[row.relation].key : ['clause'];
    return {
      ...row,
      key: row.key.map((part, index) =>
        shape[index] === 'clause' || shape[index] === 'party' ? `${part}-${copy}` : part,
      ),
    };
  };
  const many = (rows: readonly Row[]): Row[] => {
    const shared = rows.filter(isShared);
    const own = rows.filter((row) => !isShared(row));
    const all = Array.from({ length: copies }, (_, copy) => own.map((row) => owned(row, copy)));
    return sortRows([...shared, ...all.flat()]);
  };
  return {
    ...policy,
    facts: many(policy.facts),
    prose: many(policy.prose),
    structure: many(policy.structure),
  };
}

/** Rows of the policy as a whole, of terms, and of the list of material changes. */
function isShared({ relation, key }: Row): boolean {
  return relation === 'sensitivity' || relation.split('.')[0] === 'change' || key[0] === 'policy';
}
