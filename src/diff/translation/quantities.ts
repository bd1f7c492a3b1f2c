import { numberAt } from '../../language/number-words.ts';
import { english } from '../signal/tables/en.ts';
import { others } from '../signal/tables/others.ts';
import type { Token } from '../signal/tokens.ts';

/** The numbers of a text: those in digits, as often as they stand there, and those that its words may stand for. */
export interface Numbers {
  readonly written: readonly string[];
  readonly spelled: ReadonlySet<string>;
}

/** `1,000`, `1.000` and `1 000` are one number, and a date is its parts: languages write both in their own ways. */
export function numbersIn(tokens: readonly Token[]): Numbers {
  const written = tokens.flatMap(({ is, key }) => (is === 'number' ? partsOf(key) : []));
  const spelled = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const { is, key } = tokens[at] as Token;
    if (is === 'word' && months.has(key.toLowerCase())) for (const month of twelve) spelled.add(month);
    const number = is === 'word' || is === 'character' ? numberAt(tokens, at) : undefined;
    if (number) {
      spelled.add(String(number.value));
      at += number.length - 1;
    }
  }
  return { written, spelled };
}

function partsOf(number: string): string[] {
  const plain = number.replace(/%$/, '').replace(/([.,])(\d{3})(?!\d)/g, '$2');
  return plain.split(/[^\d]/).flatMap((part) => (part === '' ? [] : [String(BigInt(part))]));
}

const months: ReadonlySet<string> = new Set(`${english.months} ${others.months}`.split(' '));
/** A month may be written as its number elsewhere. */
const twelve = Array.from({ length: 12 }, (_, at) => String(at + 1));

/** What times are counted in, by how they begin in the languages that are known. */
const units: readonly (readonly [unit: string, words: RegExp])[] = [
  ['hours', /^(?:hours?|stunden?|heures?|horas?|ore|uur|uren|小时|小時|時間)/i],
  ['days', /^(?:days?|tage?n?(?!\p{L})|jours?|d[ií]as?|dag(?:en)?|giorni|日|天)/iu],
  ['weeks', /^(?:weeks?|wochen?|semaines?|semanas?|week|weken|周|週|星期)/i],
  [
    'months',
    /^(?:months?|monate?n?|mois|mes(?:es)?(?!\p{L})|m[eê]s(?:es)?(?!\p{L})|maand(?:en)?|个月|個月|か月|月)/iu,
  ],
  ['years', /^(?:years?|jahre?n?|ans?(?!\p{L})|années?|años?|anos?|jaar|jaren|年)/iu],
];

/** What each number of a text counts, where that is a time; a number that is followed by nothing known counts nothing. */
export function unitsIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { 0: number, index } of text.matchAll(/\d+/g)) {
    const rest = text.slice(index + number.length, index + number.length + 40);
    const word = /^[\s\u00a0-]?(?:\p{L}{4,12}\s)?/u.exec(rest)?.[0] ?? '';
    const near = [rest.replace(/^[\s\u00a0-]/u, ''), rest.slice(word.length)];
    const [unit] = units.find(([, words]) => near.some((one) => words.test(one))) ?? [];
    if (unit !== undefined) found.set(number, (found.get(number) ?? new Set()).add(unit));
  }
  return found;
}
