import { untitledName } from '../model/clause-name.ts';
import type { Policy } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';

/** The name of a data category or purpose in a language; the id if it has none. */
export function labelOf(policy: Policy, table: 'data' | 'purposes', id: string, locale: string): string {
  const label = policy.vocabulary[table][id]?.label;
  return label?.[locale] ?? label?.[policy.prevailing] ?? label?.en ?? id;
}

/** A text of a clause as Markdown; undefined if there is none. */
export function textOf(policy: Policy, owner: string, field: string, locale: string): string | undefined {
  const rows = rowsIn(policy);
  const row = rows.one('prose', owner, field, locale) ?? rows.one('prose', owner, field, policy.prevailing);
  const text = row?.values.text;
  return text === undefined ? undefined : onOneLine(String(text));
}

function onOneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

/** The title of a clause, or the name used for a clause without one. */
export function titleOf(policy: Policy, clause: string, locale: string): string {
  return textOf(policy, clause, 'title', locale) ?? untitledName(policy, clause) ?? clause;
}
