import { groupBy } from '../base/group.ts';
import { comparePolicies } from '../diff/compare.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { type Policy, type Row, type Scalar, sortRows } from '../model/policy.ts';
import { isFactRelation, registerOf, registerRelations } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import { mostRounds, withTermsOf } from './moved-entries.ts';

interface Other {
  readonly head: Policy;
  readonly before: Policy | undefined;
}

/** What names the company that a clause is about. */
const called = { recipient: 'name', technology: 'provider' } as const;
type Entity = keyof typeof called;
const entities = Object.keys(called) as Entity[];

/** A company in one of its forms: a clause about it alone, or an entry of a register. */
interface Form {
  readonly row: Row;
  readonly entity: Entity;
  readonly isEntry: boolean;
  readonly name: string;
}

/**
 * What is said otherwise of companies that had a clause of their own and are an entry of another policy's register now, or
 * the other way round: what the list says of all its entries is theirs. Only what is material, as of entries.
 */
export function movedForms(
  base: Policy,
  lost: { readonly clauses: readonly string[]; readonly entries: readonly Row[] },
  other: Other,
  standing: readonly Policy[],
): readonly JudgedChange[] {
  const isLost = new Set(lost.clauses);
  const ofClauses = clausesIn(base).filter(({ row }) => isLost.has(row.key[0] ?? ''));
  const gone = [...ofClauses, ...entriesOf(lost.entries)];
  const come = gone.length === 0 ? new Map<string, Form[]>() : comeTo(other);
  const taken = new Set(base.structure.map(({ key }) => key[0]));
  const freeId = (id: string): string => (taken.has(id) ? freeId(`${id}-there`) : id);
  const found = new Map<string, JudgedChange>();
  for (let round = 0; round < mostRounds; round++) {
    const pairs = gone.flatMap((was): Pair[] => {
      const is = come.get(pairedBy(was, !was.isEntry))?.[round];
      const { key } = was.row;
      return is ? [{ id: was.isEntry ? freeId(key.join('-')) : (key[0] ?? ''), was, is }] : [];
    });
    if (pairs.length === 0) break;
    for (const change of changesBetween(base, pairs, other.head, standing))
      found.set(change.fingerprint, change);
  }
  return [...found.values()];
}

/** A company in both of its forms, and the id of the clause that it is compared as. */
interface Pair {
  readonly id: string;
  readonly was: Form;
  readonly is: Form;
}

function changesBetween(
  base: Policy,
  pairs: readonly Pair[],
  other: Policy,
  standing: readonly Policy[],
): readonly JudgedChange[] {
  const ids = new Set(pairs.map(({ id }) => id));
  const others = base.facts.filter(({ key }) => !ids.has(key[0] ?? ''));
  const withClauses = (said: readonly Row[]): Policy => ({
    ...withTermsOf(base, other),
    facts: sortRows([...others, ...said]),
  });
  const was = withClauses(pairs.flatMap(({ id, was }) => asClause(base, was, id)));
  const is = withClauses(pairs.flatMap(({ id, is }) => asClause(other, is, id)));
  return comparePolicies(was, is, undefined, standing).changes.filter(
    ({ table, verdict, key }) => table === 'facts' && verdict === 'material' && ids.has(key[0] ?? ''),
  );
}

/** The forms that are new in a policy, by what they are and are called. */
function comeTo({ head, before }: Other): ReadonlyMap<string, readonly Form[]> {
  const there = [...clausesIn(head), ...entriesOf(registerRelations.flatMap(rowsIn(head).all))];
  const fresh = there.filter(({ row }) => !before || !rowsIn(before).one(row.relation, ...row.key));
  return groupBy(fresh, (form) => pairedBy(form, form.isEntry));
}

const pairedBy = ({ entity, name }: Form, isEntry: boolean): string => `${entity} ${isEntry} ${name}`;

function clausesIn(policy: Policy): readonly Form[] {
  return entities.flatMap((entity) =>
    rowsIn(policy)
      .all(entity)
      .flatMap((row): Form[] => {
        const name = row.values[called[entity]];
        return name === undefined ? [] : [{ row, entity, isEntry: false, name: String(name) }];
      }),
  );
}

function entriesOf(rows: readonly Row[]): readonly Form[] {
  return rows.map((row) => ({
    row,
    entity: row.relation.startsWith('recipient') ? 'recipient' : 'technology',
    isEntry: true,
    name: String(row.values.provider ?? row.values.name),
  }));
}

/** How data gets to whoever has a role. */
const formOf: Readonly<Record<string, Scalar>> = {
  controller: 'share',
  'joint-controller': 'share',
  processor: 'entrust',
};

/** A company as if it had a clause of its own under an id. */
function asClause(policy: Policy, { row: named, entity, isEntry, name }: Form, id: string): readonly Row[] {
  const [owner = '', entry] = named.key;
  const rows = rowsIn(policy).of(owner);
  if (!isEntry) return rows.map((row) => ({ ...row, key: row.key.with(0, id) }));
  const own = rows.flatMap((row): Row[] => {
    const relation = row.relation.replace('.listed', '');
    const isOwn = registerOf(row.relation) !== undefined && row !== named && row.key[1] === entry;
    return isOwn && isFactRelation(relation) ? [{ ...row, relation, key: [id, ...row.key.slice(2)] }] : [];
  });
  const said = new Set(own.map(({ relation }) => relation));
  const ofAll = rows.flatMap((row): Row[] => {
    if (registerOf(row.relation) !== undefined || said.has(row.relation)) return [];
    if (row.relation !== entity) return [{ ...row, key: row.key.with(0, id) }];
    const { formerName, keeps, lifetime, role } = named.values;
    const form = entity === 'recipient' ? formOf[String(role)] : undefined;
    const ofEntry = { formerName, ...(entity === 'recipient' ? { keeps, form } : { lifetime }) };
    const stated = Object.entries(ofEntry).filter(([, value]) => value !== undefined);
    return [
      {
        ...row,
        key: [id],
        values: { ...row.values, ...Object.fromEntries(stated), [called[entity]]: name } as Row['values'],
      },
    ];
  });
  return [...ofAll, ...own];
}
