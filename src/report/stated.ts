import { append } from '../base/group.ts';
import { readersInWords } from '../diff/audience-words.ts';
import type { PlainRow } from '../diff/change.ts';
import type { Names } from '../diff/names.ts';
import { languageName } from '../diff/value-names.ts';
import type { GatedChange } from '../gate/cover.ts';
import { timeInWords } from '../knowledge/counted-time.ts';
import { audienceFrom } from '../model/audience.ts';
import { ownerOf, type Scalar } from '../model/policy.ts';
import { type FactRelation, isFactRelation } from '../model/relations.ts';
import { counted } from './counted.ts';
import { cut, excerptOf, onOneLine, quoted, textOf } from './excerpt.ts';
import { groupWords, valuePhrase } from './fact-words.ts';

/**
 * What one side of a change states: a line, then one for each sort of row that came or went with it, words included.
 * Everything is called by its name; ids are for machines, which read the sides themselves.
 */
export function statedOn(change: GatedChange, name: 'before' | 'after', names: Names): string[] {
  const side = change[name];
  if (side === null) return [];
  const { before, after } = change;
  const carried = carriedLines(side.carries ?? [], change, names);
  if (change.table === 'prose' && before && after) {
    const edits = excerptOf(textOf(before), textOf(after));
    return [quoted(edits.map((run) => run[name]).join('')), ...carried];
  }
  if (!('row' in side)) return [sideWords(side.value, side.beside, change, name, names), ...carried];
  const { row, carries } = side;
  if (row.relation === 'prose') return [quoted(cut(onOneLine(textOf(side)))), ...carried];
  const facts = carries.filter(isFact).length;
  const stated = [valuesWords(row, names), ...(facts > 0 ? [`with ${counted(facts, 'fact')}`] : [])];
  const first = stated.filter((part) => part !== '').join(', ');
  return first === '' ? carried : [first, ...carried];
}

/** Each sort of row once, with what its rows name and say, in the order of the rows; then each text with its words. */
function carriedLines(rows: readonly PlainRow[], change: GatedChange, names: Names): string[] {
  const groups = new Map<string, string[]>();
  for (const row of rows.filter(isFact)) {
    const { relation, key } = row;
    if (relation === 'applies') continue;
    const own = names.keyOf(relation, key).slice(shared(key, change.key), key.length);
    const values = valuesWords(row, names);
    const last = own.at(-1) ?? '';
    const words = last === '' ? values : values === '' ? last : `${last} (${values})`;
    const owner = own.slice(0, -1);
    const group = `${wordsForGroup(relation)}${owner.length === 0 ? '' : ` of ${owner.join(', ')}`}`;
    append(groups, group, words);
  }
  return [
    ...(change.relation === 'applies' ? [] : audienceLines(rows, change, names)),
    ...[...groups].map(([group, words]) =>
      listLine(
        group,
        words.filter((one) => one !== ''),
      ),
    ),
    ...rows.filter(({ relation }) => relation === 'prose').map((row) => textLine(row, change, names)),
  ];
}

function audienceLines(rows: readonly PlainRow[], change: GatedChange, names: Names): string[] {
  const limits = rows.filter(({ relation }) => relation === 'applies');
  return [...new Set(limits.map(ownerOf))].map((owner) => {
    const readers = audienceFrom(limits.filter(({ key }) => key[0] === owner));
    return `for${ownerWords(owner, change, names)}: ${readersInWords(readers)}`;
  });
}

/** Whose something is; that it is the change's own goes without saying. */
function ownerWords(owner: string, { key }: GatedChange, names: Names): string {
  return owner === key[0] ? '' : ` of ${names.keyOf('prose', [owner])[0]}`;
}

function listLine(group: string, words: readonly string[]): string {
  return words.length === 0 ? group : `${group}: ${words.join('; ')}`;
}

function wordsForGroup(relation: string): string {
  return isFactRelation(relation) ? groupWords[relation satisfies FactRelation] : relation;
}

function shared(key: readonly string[], other: readonly string[]): number {
  const apart = key.findIndex((part, at) => part !== other[at]);
  return apart < 0 ? key.length : apart;
}

/** `title in English: “…”`: the words of a text that came or went with its clause. */
function textLine({ key, values }: PlainRow, change: GatedChange, names: Names): string {
  const [owner = '', ...path] = key;
  const field = `${names.field(owner, path.slice(0, -1))}${ownerWords(owner, change, names)}`;
  return `${field} in ${languageName(path.at(-1) ?? '')}: ${quoted(cut(onOneLine(String(values.text ?? ''))))}`;
}

function isFact({ relation }: PlainRow): boolean {
  return relation !== 'prose' && relation !== 'clause' && relation !== 'list';
}

/** What is stated; that something is not so is what a policy says by saying nothing. */
function valuesWords({ relation, values }: PlainRow, names: Names): string {
  return stated(relation, values, names).join(', ');
}

/** What a row says, each value as a phrase; a time with how its days are counted. */
function stated(relation: string, values: PlainRow['values'], names: Names): string[] {
  return Object.entries(values)
    .filter(([name, value]) => name !== 'days' && value !== false)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => {
      const fact = `${relation}.${name}`;
      const isCounted = name === 'answerWithin' || name === 'leadTime';
      const words = isCounted ? timeInWords({ period: value, days: values.days }) : names.value(value, fact);
      return valuePhrase(fact, words);
    });
}

/** The value that differs, as a sentence would call it, and what changed with it; a time with how its days are counted. */
function sideWords(
  value: Scalar | null,
  beside: Readonly<Record<string, Scalar | null>> = {},
  { relation, name = '', days }: GatedChange,
  side: 'before' | 'after',
  names: Names,
): string {
  const silence = side === 'before' ? 'nothing was said' : 'nothing is said any more';
  if (value !== null && ('days' in beside || days))
    return timeInWords({ period: value, days: beside.days ?? days });
  const own = value === null ? silence : names.value(value, `${relation}.${name}`);
  const others = Object.entries(beside).flatMap(([other, one]) =>
    other === 'days' || one === null ? [] : [[other, one] as const],
  );
  return [own, ...stated(relation, Object.fromEntries(others), names)].join(', ');
}
