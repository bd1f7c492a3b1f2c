import { keptWith } from '../base/on-demand.ts';
import type { Span } from '../base/span.ts';
import type { Mention } from './finder.ts';
import { type AffirmedAct, type Speech, speeches } from './phrases/speech.ts';
import { byLanguage, quotesOf } from './quotes.ts';
import { languageOf, type Part, type Readable } from './readable.ts';
import type { Facts } from './rule.ts';
import { sentenceSpan } from './sentence.ts';
import { dataNamedIn } from './terms-in-text.ts';

/** A sentence of a language that is read a sentence at a time: what it says or denies that we do, and with what. */
export interface ReadSentence extends Part {
  readonly said: string;
  readonly speech: Speech;
  readonly acts: readonly AffirmedAct[];
  readonly data: readonly Mention[];
  readonly isGeneral: boolean;
  readonly isDenied: boolean;
}

const verbs = byLanguage(
  Object.fromEntries(Object.entries(speeches).map(([language, { verbs: all }]) => [language, all])),
);

/** Every sentence in which we act, that is no question. */
export const sentencesRead: (facts: Facts) => readonly ReadSentence[] = keptWith((facts) => {
  const read = new Map<string, ReadSentence>();
  for (const { readable, start, end } of quotesOf(facts, verbs)) {
    const span = sentenceSpan({ readable, start, end });
    const key = `${readable.row.key.join()}\t${span.start}`;
    const speech = speeches[languageOf(readable.locale)];
    if (read.has(key) || !speech) continue;
    const sentence = readSentence(facts, readable, span, speech);
    if (sentence) read.set(key, sentence);
  }
  return [...read.values()];
});

/** The beginning of a sentence, where it is long: a quote is there to find it. */
export function briefly({ words }: Readable, start: number, end: number): Span {
  if (end - start <= 120) return { start, end };
  const cut = words.lastIndexOf(' ', start + 100);
  return { start, end: cut > start ? cut : start + 100 };
}

function readSentence(
  facts: Facts,
  readable: Readable,
  span: Span,
  speech: Speech,
): ReadSentence | undefined {
  const whole = readable.words.slice(span.start, span.end);
  if (/[?？]\s*$/.test(whole)) return undefined;
  const start = span.start + (/^\s*/.exec(whole)?.[0].length ?? 0);
  const said = whole.trim();
  // What stands in an aside keeps its place, and is not read.
  const main = said.replace(speech.asides, (aside) => ' '.repeat(aside.length));
  if (!speech.acting.test(main)) return undefined;
  const acts = [...main.matchAll(speech.verbs)].flatMap(
    ([verb]) => speech.acts.find(([says]) => says.test(verb))?.[1] ?? [],
  );
  const data = dataNamedIn(facts, main, readable.locale);
  return {
    readable,
    start,
    end: start + said.replace(/[.!。！]{1,3}$/, '').length,
    said,
    speech,
    acts: [...new Set(acts)],
    data: data.map((one) => ({ ...one, start: start + one.start, end: start + one.end })),
    isGeneral: speech.general.test(main),
    isDenied: speech.denying.test(said),
  };
}
