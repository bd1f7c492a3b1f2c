import type { Heading, Text } from 'mdast';
import { wordsOf } from './manuscript.ts';

/** A number alone: one with a word before it, as in `Article 1` or 第一条, is what others refer to by that word. */
const typed = /^\s*(\d{1,2}(?:\.\d{1,2})*)[.):]?\s+(?=\S)/;

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
  return typed.exec(wordsOf(heading))?.[1];
}
