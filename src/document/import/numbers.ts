import type { Heading, Text } from 'mdast';
import { wordsOf } from './manuscript.ts';

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

/** The heading without the number that somebody typed before its words, or without this one only. */
export function withoutNumber(heading: Heading, number?: string): Heading {
  const [first, ...rest] = heading.children;
  if (first?.type !== 'text' || (number !== undefined && numberOf(heading) !== number)) return heading;
  const value = first.value.replace(typed, '');
  if (value === '' && rest.length === 0) return heading;
  const text: Text = { type: 'text', value };
  return { ...heading, children: value === '' ? rest : [text, ...rest] };
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
