import { isOfAll, readersOf } from '../../src/diff/readers.ts';
import { type Box, common } from '../../src/model/audience.ts';
import { dimensions } from '../../src/model/limit.ts';
import { type Policy, type Row, sortRows } from '../../src/model/policy.ts';
import { rowsIn } from '../../src/model/row-index.ts';

/**
 * The policy of some readers whom nothing in it tells apart, such as one reader: what applies to them, and nothing
 * that is for others alone. It says of all of it that it is for them, since what a law protects depends on where its
 * readers live. What differs between the policies of a reader is, by definition, what changes for them.
 */
export function policyFor(policy: Policy, reader: Box): Policy {
  const readers = readersOf(policy);
  const isTheirs = (row: Row): boolean => common(readers.ofRow(row), [reader]).length > 0;
  const facts = policy.facts.filter((row) => row.relation !== 'applies' && isTheirs(row));
  const clauses = new Set(
    rowsIn(policy)
      .all('clause')
      .map(({ key }) => key[0]),
  );
  const structure = policy.structure.filter(
    (row) => !clauses.has(row.key[0]) || common(readers.of(row.key[0] ?? ''), [reader]).length > 0,
  );
  return {
    ...policy,
    facts: sortRows([...facts, ...limitsOf(facts, reader)]),
    prose: policy.prose.filter((row) => common(readers.of(row.key[0] ?? ''), [reader]).length > 0),
    structure,
  };
}

/** Rows that say that whatever rows speak of is for a reader. */
function limitsOf(rows: readonly Row[], reader: Box): Row[] {
  const owned = rows.filter((row) => !isOfAll(row) && row.relation !== 'sensitivity');
  const spoken = new Map(owned.map((row) => [row.key[0] ?? '', row] as const));
  return [...spoken].flatMap(([id, { place }]) =>
    dimensions.flatMap((dimension) =>
      (reader[dimension]?.in ?? []).map(
        (name): Row => ({ relation: 'applies', key: [id, dimension, name], values: {}, place, places: {} }),
      ),
    ),
  );
}
