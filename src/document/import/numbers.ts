import type { Heading, PhrasingContent } from 'mdast';
import { wordsWithin } from './manuscript.ts';

/** A heading that lost its number. */
export interface LeftOut {
  /** The number as the document has it. */
  readonly number: string;
  /** The number that pages show for it by its place; empty if none. */
  readonly shown: string;
  readonly isSame: boolean;
  /** Markdown, without the number. */
  readonly title: string;
}

/** A bare number. One with a word, as in `Article 1` or 第一条, stays: texts refer to it by that word. */
const typed = /^\s*(?:(\d{1,2}(?:\.\d{1,2})*)[.):]?\s+|([一二三四五六七八九十]{1,3})[、．.]\s*)(?=\S)/u;

/** Whether the numbers of headings are those that pages generate by place, so that they can be left out. */
export function numbersAreGenerated(headings: readonly (Heading | undefined)[]): boolean {
  const numbers = headings.map((heading) => (heading ? numberOf(heading) : undefined));
  return (
    numbers.some((number) => number !== undefined) &&
    numbers.every((number, index) => number === undefined || number === `${index + 1}`)
  );
}

/**
 * Tells which headings do not need their number: the document numbers headings as a habit, and its text does not refer
 * to that number. Beside `2.1.1 Cookies`, pages would show a second number of their own.
 */
export function needlessNumbers(headings: readonly Heading[], said: string): (heading: Heading) => boolean {
  const isTold = headings.filter((heading) => closed.test(wordsWithin(heading))).length >= habit;
  const dotted = new Set(said.match(/(?<![\d.])\d{1,2}(?:\.\d{1,2})+(?!\d)/g));
  const isReferred = referring.test(said);
  return (heading) => {
    const number = numberOf(heading);
    if (!isTold || number === undefined || !closed.test(wordsWithin(heading))) return false;
    return number.includes('.') ? !dotted.has(number) : !isReferred;
  };
}

/** A number with several parts, or with punctuation after it: `2 hats` is not the second part. */
const closed = /^\s*(?:\d{1,2}(?:\.\d{1,2})+[.):]?\s|\d{1,2}[.):]\s|[一二三四五六七八九十]{1,3}[、．.])/u;

/** So many numbered headings are no accident. */
const habit = 3;

/**
 * A reference to a part by number: `section 2`, `Ziff. 3`, 第二章. Not 第三方, which means third parties, nor 《…法》第三条, which
 * belongs to another text.
 */
const referring =
  /(?<!\p{L})(?:sections?|sec\.|chapters?|clauses?|paragraphs?|items?|parts?|points?|articles?|art\.|abschnitt\p{L}*|ziff(?:er)?n?\.?|punkte?n?|kapiteln?|nummern?|nr\.|rubriques?|titres?|apartados?|secci[oó]n(?:es)?|cl[aá]usulas?|sezion[ei]|punt[oi]|se[cç][aã]o|§{1,2})\s{0,3}\d|(?<![》」法])第\s?[（(]?[一二三四五六七八九十百\d]{1,4}[）)]?\s?[条條章节節款项項点點部分编編号號]/iu;

/** Removes the number at the beginning of a heading; if `number` is given, only that one. */
export function withoutNumber(heading: Heading, number?: string): Heading {
  if (number !== undefined && numberOf(heading) !== number) return heading;
  const children = bare(heading.children);
  return children && children.length > 0 ? { ...heading, children } : heading;
}

/** The rest after a number, which may be inside bold text; undefined if there is no number. */
function bare(children: readonly PhrasingContent[]): PhrasingContent[] | undefined {
  // An anchor before the number has no words: `[](#hats)2. Hats`.
  const start = children.findIndex((node) => wordsWithin(node) !== '');
  const [first, ...rest] = children.slice(Math.max(0, start));
  if (first?.type === 'text') {
    const value = first.value.replace(typed, '');
    if (value === first.value) return undefined;
    return value === '' ? rest : [{ type: 'text', value }, ...rest];
  }
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return undefined;
  const inner = bare(first.children);
  return inner && [...(inner.length === 0 ? [] : [{ ...first, children: inner }]), ...rest];
}

/** Reports the number that a heading lost; undefined if it had none. */
export function leftOut(heading: Heading, shown: string, title: string): LeftOut | undefined {
  const [number] = typed.exec(wordsWithin(heading)) ?? [];
  if (number === undefined) return undefined;
  return { number: number.trim(), shown, isSame: numberOf(heading) === shown, title };
}

function numberOf(heading: Heading): string | undefined {
  const [, digits, han] = typed.exec(wordsWithin(heading)) ?? [];
  return digits ?? (han && numeral(han));
}

/** Reads Chinese numerals: `十二` is 12, `二十` is 20. */
function numeral(han: string): string {
  const digit = (one: string | undefined, absent: number): number =>
    one === undefined || one === '' ? absent : '一二三四五六七八九'.indexOf(one) + 1;
  const [tens, ones] = han.split('十');
  return String(ones === undefined ? digit(tens, 0) : 10 * digit(tens, 1) + digit(ones, 0));
}
