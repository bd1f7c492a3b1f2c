import { wordsAlone } from '../syntax/marks.ts';
import { isClauseKind } from './kinds.ts';
import type { Policy, TermTable } from './policy.ts';
import { rowsIn } from './row-index.ts';

/**
 * What a clause without a title goes by for people who compare or export it: the name or address that it states, else the
 * first words that its author wrote, else what it is, with its id. Undefined for what is no clause.
 */
export function untitledName(policy: Policy, id: string): string | undefined {
  const rows = rowsIn(policy);
  const clause = rows.of(id).find(({ relation }) => isClauseKind(relation));
  if (clause === undefined) return undefined;
  const { name, address } = clause.values;
  if (name !== undefined) return String(name);
  if (address !== undefined) return `the ${clause.relation} ${address}`;
  const [first] = rows
    .below('prose', id)
    .filter(({ key }) => key.length === 3 && key[2] === policy.prevailing)
    .sort((a, b) => rank(a.key[1]) - rank(b.key[1]));
  return first === undefined
    ? `${clause.relation} “${id}”`
    : `“${beginning(wordsAlone(String(first.values.text), labelsOf(policy)))}”`;
}

/** The text that says what a clause is about comes before those that say more of it. */
function rank(field = ''): number {
  const at = ['words', 'text', 'criterion', 'method'].indexOf(field);
  return at < 0 ? 9 : at;
}

function labelsOf({ vocabulary, prevailing }: Policy): (id: string) => string {
  return (id) => vocabulary.data[id]?.label[prevailing] ?? vocabulary.data[id]?.label.en ?? id;
}

/** A text in one line of at most so many letters, cut between words; a Chinese character says as much as two letters. */
export function beginning(text: string, letters = 48): string {
  const most = /\p{Script=Han}/u.test(text) ? letters / 2 : letters;
  if (text.length <= most) return text.replace(/[.。]$/, '');
  const cut = text.slice(0, most);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[,;:，；：]$/, '')} …`;
}

/** What a term is called: in English, else as the policy itself calls it, which may be in one language only. */
export function termIn({ vocabulary, prevailing }: Policy, table: TermTable, id: string): string | undefined {
  const term = Object.hasOwn(vocabulary[table], id) ? vocabulary[table][id] : undefined;
  return term?.label.en ?? term?.label[prevailing];
}
