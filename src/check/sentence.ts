import { keptWith } from '../base/on-demand.ts';
import { type Span, spanOf } from '../base/span.ts';
import { denying } from './phrases/sentences.ts';
import { speeches } from './phrases/speech.ts';
import { languageOf, type Part, type Readable } from './readable.ts';

/** The sentence, or the item of a list, that a part of a text stands in. */
export function sentenceAround(part: Part): string {
  const { start, end } = sentenceSpan(part);
  return part.readable.words.slice(start, end);
}

/**
 * In characters: a sentence is looked for no further away, since a text may be one sentence of thousands that each ask for
 * theirs. Counted in whole steps, so that those near each other have the same one.
 */
const far = 1000;

/** Where that sentence begins and ends. */
export function sentenceSpan({ readable, start, end }: Part): Span {
  const { words } = readable;
  const { begins, ends } = stopsIn(readable);
  const first = Math.max(0, Math.floor(start / far - 1) * far);
  const last = Math.min(words.length, Math.ceil(end / far + 1) * far);
  const begin = begins[countUpTo(begins, start) - 1] ?? 0;
  const stop = ends[countUpTo(ends, end - 1)] ?? words.length;
  return {
    start: begin < first ? wholeFrom(words, first) : begin,
    end: stop < last ? stop + 1 : wholeFrom(words, last),
  };
}

/** Where sentences and items begin, and the places of the marks that end them. */
const stopsIn = keptWith(({ words }: Readable) => ({
  begins: [...words.matchAll(/[.!?]["”’)]*\s|[。！？；;]|\n\s*(?:\n|[-*+] |\d+[.)] )/g)].map(
    (match) => spanOf(match).end,
  ),
  ends: [...words.matchAll(/[.!?](?=["”’)]*\s|$)|[。！？；;]|\n\s*(?:\n|[-*+] |\d+[.)] )/g)].map(
    ({ index }) => index,
  ),
}));

/** How many of these numbers, which grow, are no larger than another. */
function countUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > most) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A place in a text that is amid no character. */
function wholeFrom(words: string, at: number): number {
  return /^[\udc00-\udfff]/.test(words.charAt(at)) ? at - 1 : at;
}

/** Whether a sentence denies something, or makes it depend on something. */
export function isDenied(sentence: string, locale: string): boolean {
  const language = languageOf(locale);
  return (denying[language] ?? speeches[language]?.denying)?.test(sentence) === true;
}
