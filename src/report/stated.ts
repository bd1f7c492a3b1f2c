import { durationInEnglish } from '../base/duration-words.ts';
import type { PlainRow, Side } from '../diff/change.ts';
import { valueName } from '../diff/value-names.ts';
import type { GatedChange } from '../gate/cover.ts';
import { timeInWords } from '../knowledge/answer.ts';
import type { Scalar } from '../model/policy.ts';
import { counted } from './counted.ts';
import { cut, excerptOf, onOneLine } from './excerpt.ts';

/** What one side of a change states: a line, then one for each sort of row that came or went with it, words included. */
export function statedOn(change: GatedChange, name: 'before' | 'after'): string[] {
  const side = change[name];
  if (side === null) return [];
  const { before, after } = change;
  if (change.table === 'prose' && before && after) {
    const edits = excerptOf(textOf(before), textOf(after));
    return [quoted(edits.map((run) => run[name]).join('')), ...carriedLines(side.carries ?? [], change)];
  }
  if (!('row' in side))
    return [sideWords(side.value, side.beside, change, name), ...carriedLines(side.carries ?? [], change)];
  const { row, carries } = side;
  if (row.relation === 'prose')
    return [quoted(cut(onOneLine(textOf(side)))), ...carriedLines(carries, change)];
  const facts = carries.filter(isFact).length;
  const stated = [valuesWords(row), ...(facts > 0 ? [`with ${counted(facts, 'fact')}`] : [])];
  const lines = carriedLines(carries, change);
  const first = stated.filter((part) => part !== '').join(', ');
  return first === '' && lines.length === 0 ? [] : [first, ...lines];
}

/** Each relation once, with what its rows say, in the order of the rows; then each text with its words. */
function carriedLines(rows: readonly PlainRow[], change: GatedChange): string[] {
  const owner = change.key[0];
  const groups = new Map<string, string[]>();
  for (const row of rows.filter(isFact)) {
    const key = (row.key[0] === owner ? row.key.slice(1) : row.key).join(' › ');
    const values = valuesWords(row);
    const words = key === '' ? values : values === '' ? key : `${key} (${values})`;
    groups.set(row.relation, [...(groups.get(row.relation) ?? []), words]);
  }
  return [
    ...[...groups].map(([relation, words]) => `${relation}: ${words.filter((one) => one !== '').join('; ')}`),
    ...rows.filter(({ relation }) => relation === 'prose').map((row) => textLine(row, change)),
  ];
}

/** `text: “…”`, `refusal in zh-CN: “…”`: the words of a text that came or went with its clause. */
function textLine({ key, values }: PlainRow, change: GatedChange): string {
  const [owner, ...path] = key;
  const locale = path.at(-1);
  const name = [...(owner === change.key[0] ? [] : [owner]), ...path.slice(0, -1)].join(' › ');
  return `${name} in ${locale}: ${quoted(cut(onOneLine(String(values.text ?? ''))))}`;
}

function isFact({ relation }: PlainRow): boolean {
  return relation !== 'prose' && relation !== 'clause' && relation !== 'list';
}

/** What is stated; that something is not so is what a policy says by saying nothing. */
function valuesWords({ values }: PlainRow): string {
  return Object.entries(values)
    .filter(([, value]) => value !== false)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => (value === true ? key : `${key} ${valueWords(value)}`))
    .join(', ');
}

/** The value that differs, as a sentence would call it, and what changed with it; a time with how its days are counted. */
function sideWords(
  value: Scalar | null,
  beside: Readonly<Record<string, Scalar | null>> = {},
  { relation, name: attribute = '' }: GatedChange,
  side: 'before' | 'after',
): string {
  const silence = side === 'before' ? 'nothing was said' : 'nothing is said any more';
  if (value !== null && 'days' in beside)
    return timeInWords({ period: value, days: beside.days ?? undefined });
  const own =
    value === null ? silence : (valueName(`${relation}.${attribute}`, String(value)) ?? valueWords(value));
  const stated = Object.entries(beside).filter(
    ([name, one]) => name !== 'days' && one !== null && one !== false,
  );
  return [own, ...stated.map(([name, one]) => (one === true ? name : `${name} ${valueWords(one)}`))].join(
    ', ',
  );
}

/** A value of a fact as a reader would say it. */
function valueWords(value: Scalar | null): string {
  if (value === null) return 'not stated';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return durationInEnglish(String(value));
}

export function quoted(text: string): string {
  return `“${text}”`;
}

export function textOf(side: Side): string {
  return 'row' in side ? String(side.row.values.text ?? '') : String(side.value ?? '');
}
