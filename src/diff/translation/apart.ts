import type { Apart } from '../../base/apart-words.ts';
import { onDemand } from '../../base/on-demand.ts';
import { isRead } from '../../model/read-languages.ts';
import { nodesOf, proseOf } from '../../syntax/prose.ts';
import { english } from '../signal/tables/en.ts';
import { others } from '../signal/tables/others.ts';
import { chinese } from '../signal/tables/zh.ts';
import { type Token, tokensOf } from '../signal/tokens.ts';
import { numbersIn, unitsIn } from './quantities.ts';

/** A text and its translation, with the locales in that order. */
export interface Sides {
  readonly original: string;
  readonly translation: string;
  readonly locales: readonly [string, string];
}

/** What differs between the two, and what each has of it. */
type TranslationDifference = Omit<Apart, 'text'>;

/** How many words of a text deny something: surely, or perhaps. */
interface Denials {
  readonly surely: number;
  readonly perhaps: number;
}

/** The countable parts of a text in any language. */
interface Counted {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Undefined for a language whose words for it are not known. */
  readonly denials: Denials | undefined;
  readonly parts: number;
}

/** Compares what can be counted: numbers, durations, denials, references, links, the parts of a text and its length. */
export function differencesOfTranslation({ original, translation, locales }: Sides): TranslationDifference[] {
  const [one, other] = [countedOf(original, locales[0]), countedOf(translation, locales[1])];
  const lists: readonly (readonly [
    what: Apart['what'],
    of: (side: Counted, beside: Counted) => readonly string[],
  ])[] = [
    ['number', (side, beside) => numbersLacking(side.tokens, beside.tokens)],
    ['duration', (side, beside) => unitsLacking(side.text, beside.text)],
    ['directive', (side, beside) => lacking(keysOf('directive', side), keysOf('directive', beside))],
    ['link', (side, beside) => lacking(linksOf(side), linksOf(beside))],
  ];
  const listed = lists.flatMap(([what, of]) => {
    const [only, more] = [of(one, other), of(other, one)];
    return only.length + more.length === 0 ? [] : [difference(what, inWords(only), inWords(more))];
  });
  return [...listed, ...countsApart(one, other)];
}

function countsApart(one: Counted, other: Counted): TranslationDifference[] {
  const lengths = [lengthOf(one.text), lengthOf(other.text)].map(Math.round);
  const [length = 0, translated = 0] = lengths;
  const isShort =
    Math.max(length, translated) > 40 && 5 * Math.min(length, translated) < 2 * Math.max(length, translated);
  return [
    ...(isTurned(one, other) || isTurned(other, one)
      ? [difference('negation', String(one.denials?.surely), String(other.denials?.surely))]
      : []),
    ...(one.parts === other.parts ? [] : [difference('parts', String(one.parts), String(other.parts))]),
    ...(isShort ? [difference('length', String(length), String(translated))] : []),
  ];
}

/** Whether one certainly denies something, and no word of the other may do so. */
function isTurned({ denials }: Counted, other: Counted): boolean {
  return denials !== undefined && denials.surely > 0 && other.denials?.perhaps === 0;
}

function difference(what: Apart['what'], original: string, translation: string): TranslationDifference {
  return { what, original, translation };
}

function inWords(found: readonly string[]): string {
  return found.length === 0 ? 'none' : found.join(', ');
}

function countedOf(text: string, locale: string): Counted {
  const tokens = tokensOf(text);
  return { text, tokens, denials: denialsIn(tokens, locale), parts: partsOf(text) };
}

/** Words that deny, certainly or perhaps, by language: 未 is also a part of 未成年人. */
const denying = [
  ['english', 'not no never none nothing nobody nowhere without neither nor', english],
  ['chinese', '不 没 无 勿 莫 毋', chinese],
  ['others', others.named.negation, others],
] as const;

const listOf = onDemand(() =>
  denying.map(([of, surely, { named }]) => {
    return { of, surely: new Set(surely.split(' ')), perhaps: new Set(named.negation.split(' ')) };
  }),
);

function denialsIn(tokens: readonly Token[], locale: string): Denials | undefined {
  const words = listOf().find(({ of }) => isRead(locale, [of]));
  if (!words) return undefined;
  const count = (list: ReadonlySet<string>): number => tokens.filter(({ key }) => list.has(key)).length;
  return { surely: count(words.surely), perhaps: count(words.perhaps) };
}

function partsOf(text: string): number {
  const parts = new Set(['paragraph', 'heading', 'tableCell', 'code']);
  return [...nodesOf(proseOf(text))].filter(({ type }) => parts.has(type)).length;
}

/** A Han character says as much as some three letters. */
function lengthOf(text: string): number {
  const han =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return text.trim().length + 2 * han;
}

function keysOf(is: Token['is'], { tokens }: Counted): string[] {
  return tokens.flatMap((token) => (token.is === is ? [token.key] : []));
}

function linksOf(side: Counted): string[] {
  return [...keysOf('link', side), ...keysOf('site', side)];
}

/** What is in the first list and not in the second, each as often. */
function lacking(of: readonly string[], from: readonly string[]): string[] {
  const rest = new Map<string, number>();
  for (const one of from) rest.set(one, (rest.get(one) ?? 0) + 1);
  return of.filter((one) => {
    const left = rest.get(one) ?? 0;
    if (left > 0) rest.set(one, left - 1);
    return left === 0;
  });
}

/** Numbers in digits that the other side has neither in digits nor in words. */
function numbersLacking(of: readonly Token[], from: readonly Token[]): string[] {
  const known = numbersIn(from);
  return lacking(numbersIn(of).written, [...known.written, ...known.spelled]).filter(
    (number) => !known.spelled.has(number),
  );
}

/** Times of the first text whose number the second has too, with another unit alone. */
function unitsLacking(of: string, from: string): string[] {
  const [units, known] = [unitsIn(of), unitsIn(from)];
  return [...units].flatMap(([number, mine]) => {
    const theirs = known.get(number);
    if (!theirs) return [];
    return [...mine].filter((unit) => !theirs.has(unit)).map((unit) => `${number} ${unit}`);
  });
}
