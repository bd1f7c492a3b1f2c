import { type Span, spanOf } from '../base/span.ts';
import { denying } from './phrases/sentences.ts';
import { speeches } from './phrases/speech.ts';
import { languageOf, type Part } from './readable.ts';

/** The sentence, or the item of a list, that a part of a text stands in. */
export function sentenceAround(part: Part): string {
  const { start, end } = sentenceSpan(part);
  return part.readable.words.slice(start, end);
}

/** Where that sentence begins and ends. */
export function sentenceSpan({ readable: { words }, start, end }: Part): Span {
  const before = words.slice(0, start);
  const from = Math.max(
    ...[...before.matchAll(/[.!?]["”’)]*\s|[。！？；;]|\n\s*(?:\n|[-*+] |\d+[.)] )/g)].map(
      (match) => spanOf(match).end,
    ),
    0,
  );
  const after = /[.!?](?=["”’)]*\s|$)|[。！？；;]|\n\s*(?:\n|[-*+] |\d+[.)] )/.exec(words.slice(end));
  return { start: from, end: after ? end + after.index + 1 : words.length };
}

/** Whether a sentence denies something, or makes it depend on something. */
export function isDenied(sentence: string, locale: string): boolean {
  const language = languageOf(locale);
  return (denying[language] ?? speeches[language]?.denying)?.test(sentence) === true;
}
