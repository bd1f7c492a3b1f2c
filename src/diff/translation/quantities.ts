import { onDemand } from '../../base/on-demand.ts';
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
  let han = '';
  for (const { is, key } of tokens) {
    const isDigit = is === 'han' && (hanDigits.includes(key) || key in hanUnits);
    if (isDigit) han += key;
    if (!isDigit && han !== '') {
      spelled.add(String(hanNumber(han)));
      han = '';
    }
    if (is === 'word') for (const one of spelledBy(key.toLowerCase())) spelled.add(one);
  }
  if (han !== '') spelled.add(String(hanNumber(han)));
  return { written, spelled };
}

function partsOf(number: string): string[] {
  const plain = number.replace(/%$/, '').replace(/([.,])(\d{3})(?!\d)/g, '$2');
  return plain.split(/[^\d]/).flatMap((part) => (part === '' ? [] : [String(BigInt(part))]));
}

const months: ReadonlySet<string> = new Set(`${english.months} ${others.months}`.split(' '));
const twelve = Array.from({ length: 12 }, (_, at) => String(at + 1));

/** A month may be written as its number elsewhere. */
function spelledBy(word: string): readonly string[] {
  if (months.has(word)) return twelve;
  const value = numberWords().get(word);
  return value === undefined ? [] : [value];
}

/** From one on; a language has as many as anybody needs in a policy. */
const counting = [
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn',
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze',
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince',
  'um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze',
  'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien',
];
const rounds =
  'eins:1 eine:1 einen:1 einem:1 einer:1 eines:1 une:1 una:1 uma:1 duas:2 twenty:20 thirty:30 sixty:60 ninety:90 ' +
  'hundred:100 zwanzig:20 dreißig:30 sechzig:60 neunzig:90 hundert:100 vingt:20 trente:30 soixante:60 cent:100 ' +
  'veinte:20 treinta:30 sesenta:60 noventa:90 cien:100 vinte:20 trinta:30 twintig:20 dertig:30 honderd:100';

const numberWords = onDemand(
  () =>
    new Map([
      ...counting.flatMap((words) => words.split(' ').map((word, at) => [word, String(at + 1)] as const)),
      ...rounds.split(' ').map((pair) => pair.split(':') as [string, string]),
    ]),
);

const hanDigits = '零一二三四五六七八九';
const hanUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function hanNumber(text: string): number {
  let [sum, digit] = [0, 0];
  for (const one of text.replaceAll('两', '二')) {
    const unit = hanUnits[one];
    if (unit === undefined) digit = hanDigits.indexOf(one);
    else [sum, digit] = [sum + (digit === 0 ? 1 : digit) * unit, 0];
  }
  return sum + digit;
}

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
