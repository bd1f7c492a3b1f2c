import type { Policy, Row } from '../model/policy.ts';

/**
 * Whether two policies say the same to every reader: equal rows in all three tables, in the same languages, with the same
 * words for their ids. Places of rows and retired ids do not count.
 */
export function sameContent(a: Policy, b: Policy): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf(policy: Policy): string {
  const { id, edition, prevailing, locales, utcOffset, vocabulary, facts, prose, structure } = policy;
  const head = [id, edition, prevailing, locales, utcOffset, sorted(vocabulary)];
  return JSON.stringify([...head, bare(facts), bare(prose), bare(structure)]);
}

/** Not canonical JSON, which refuses lone surrogates: those are reported elsewhere. */
function bare(rows: readonly Row[]): string[] {
  return rows
    .map(({ relation, key, values }) => JSON.stringify([relation, key, Object.entries(values).sort()]))
    .sort();
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).map(([name, member]) => [name, sorted(member)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
