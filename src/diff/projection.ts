import { type Box, common } from '../model/audience.ts';
import type { Policy } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import { readersOf } from './readers.ts';

/**
 * The policy of some readers whom nothing in it tells apart, such as one reader: what applies to them, and no word of
 * whom else anything is for. What differs between the policies of a reader is, by definition, what changes for them.
 */
export function policyFor(policy: Policy, reader: Box): Policy {
  const readers = readersOf(policy);
  const isTheirs = (row: Policy['facts'][number]): boolean => common(readers.ofRow(row), [reader]).length > 0;
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
    facts,
    prose: policy.prose.filter((row) => common(readers.of(row.key[0] ?? ''), [reader]).length > 0),
    structure,
  };
}
