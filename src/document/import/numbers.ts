import type { Heading, PhrasingContent } from 'mdast';
import { wordsOf } from './manuscript.ts';

/** A heading whose number is not written. */
export interface LeftOut {
  /** As the document has it. */
  readonly number: string;
  /** The number that pages give it by its place; empty where they give none. */
  readonly shown: string;
  readonly isSame: boolean;
  /** Its words, as Markdown. */
  readonly title: string;
}

/** A number alone: one with a word before it, as in `Article 1` or 第一条, is what others refer to by that word. */
const typed = /^\s*(?:(\d{1,2}(?:\.\d{1,2})*)[.):]?\s+|([一二三四五六七八九十]{1,3})[、．.]\s*)(?=\S)/u;

/** Whether the numbers that headings carry are those that their places give them: then they need not be written. */
export function numbersAreGenerated(headings: readonly (Heading | undefined)[]): boolean {
  const numbers = headings.map((heading) => (heading ? numberOf(heading) : undefined));
  return (
    numbers.some((number) => number !== undefined) &&
    numbers.every((number, index) => number === undefined || number === `${index + 1}`)
  );
}

/**
 * Tells of each heading whether its number is one that nobody needs: the document numbers its headings as a habit, and
 * nothing that it says names that number. What pages show of their own beside `2.1.1 Cookies` would be a second one.
 */
export function needlessNumbers(headings: readonly Heading[], said: string): (heading: Heading) => boolean {
  const isTold = headings.filter((heading) => closed.test(wordsOf(heading))).length >= habit;
  const dotted = new Set(said.match(/(?<![\d.])\d{1,2}(?:\.\d{1,2})+(?!\d)/g));
  const isReferred = referring.test(said);
  return (heading) => {
    const number = numberOf(heading);
    if (!isTold || number === undefined || !closed.test(wordsOf(heading))) return false;
    return number.includes('.') ? !dotted.has(number) : !isReferred;
  };
}

/** A number that is one of several, or has a mark behind it: `2 hats` are no second part. */
const closed = /^\s*(?:\d{1,2}(?:\.\d{1,2})+[.):]?\s|\d{1,2}[.):]\s|[一二三四五六七八九十]{1,3}[、．.])/u;

/** So many headings with numbers are no accident. */
const habit = 3;

/** `section 2`, `Ziff. 3`, 第二章: some part is named by its number. 第三方 is no part, and 《…法》第三条 one of another text. */
const referring =
  /(?<!\p{L})(?:sections?|sec\.|chapters?|clauses?|paragraphs?|items?|parts?|points?|articles?|art\.|abschnitt\p{L}*|ziff(?:er)?n?\.?|punkte?n?|kapiteln?|nummern?|nr\.|rubriques?|titres?|apartados?|secci[oó]n(?:es)?|cl[aá]usulas?|sezion[ei]|punt[oi]|se[cç][aã]o|§{1,2})\s{0,3}\d|(?<![》」法])第\s?[（(]?[一二三四五六七八九十百\d]{1,4}[）)]?\s?[条條章节節款项項点點部分编編号號]/iu;

/** The heading without the number that somebody typed before its words, or without this one only. */
export function withoutNumber(heading: Heading, number?: string): Heading {
  if (number !== undefined && numberOf(heading) !== number) return heading;
  const children = bare(heading.children);
  return children && children.length > 0 ? { ...heading, children } : heading;
}

/** What is left behind a number, be it in bold with the words; undefined when there is none. */
function bare(children: readonly PhrasingContent[]): PhrasingContent[] | undefined {
  // `[](#hats)2. Hats`: an anchor before the number has no words.
  const start = children.findIndex((node) => wordsOf(node) !== '');
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

/** What became of the number of a heading that is written without it; undefined when that is none of its own. */
export function leftOut(heading: Heading, shown: string, title: string): LeftOut | undefined {
  const [number] = typed.exec(wordsOf(heading)) ?? [];
  if (number === undefined) return undefined;
  return { number: number.trim(), shown, isSame: numberOf(heading) === shown, title };
}

function numberOf(heading: Heading): string | undefined {
  const [, digits, han] = typed.exec(wordsOf(heading)) ?? [];
  return digits ?? (han && numeral(han));
}

/** `十二` is 12, `二十` is 20. */
function numeral(han: string): string {
  const digit = (one: string | undefined, absent: number): number =>
    one === undefined || one === '' ? absent : '一二三四五六七八九'.indexOf(one) + 1;
  const [tens, ones] = han.split('十');
  return String(ones === undefined ? digit(tens, 0) : 10 * digit(tens, 1) + digit(ones, 0));
}
