import { compareDurations } from '../base/duration.ts';
import { type Span, spanOf } from '../base/span.ts';
import { denials } from './phrases/translations.ts';
import { numberOf, periodsIn } from './quantities-in-text.ts';
import { found, languageOf, quoted, type Readable, readablesOf } from './readable.ts';
import type { Rules } from './rule.ts';

/** Translations held against their texts by what can be counted: numbers, times, and what is denied. */
export const translationRules: Rules = {
  'translation-says-otherwise': (facts) => {
    const { prevailing, locales } = facts.policy;
    if (locales.length < 2) return [];
    const texts = readablesOf(facts);
    const keyOf = ({ row }: Readable): string => row.key.slice(0, -1).join('\t');
    const originals = new Map(
      texts.flatMap((text) => (text.locale === prevailing ? [[keyOf(text), text] as const] : [])),
    );
    return texts.flatMap((translation) => {
      const original = translation.locale === prevailing ? undefined : originals.get(keyOf(translation));
      const apart =
        original &&
        (periodsApart(original, translation) ??
          numbersApart(original, translation) ??
          denialsApart(original, translation));
      if (!apart) return [];
      const part = { readable: translation, start: apart.start, end: apart.end };
      const args = { quote: quoted(part), other: apart.other, locale: prevailing };
      const places = [{ place: original.row.place, role: 'original' as const }];
      return [found('translation-says-otherwise', args, part, places)];
    });
  },
};

/** A part of the translation, and what the text has instead. */
interface Apart extends Span {
  readonly other: string;
}

/** A time that the text has not, when the text has one that the translation has not. */
function periodsApart(original: Readable, translation: Readable): Apart | undefined {
  const [mine, theirs] = [original, translation].map(({ words, locale }) => periodsIn(words, locale));
  const lacking = (of: typeof mine = [], from: typeof mine = []): typeof of =>
    of.filter((one) => !from.some((other) => compareDurations(one.period, other.period) === 0));
  const [lost] = lacking(mine, theirs);
  const [added] = lacking(theirs, mine);
  return lost && added ? { ...added, other: quoted({ readable: original, ...lost }) } : undefined;
}

interface NumberInText extends Span {
  readonly value: string;
}

/** Digits that are a number: no part of a name, a clock time or a count of thousands. */
const written =
  /(?<![\p{Script=Latin}\p{N}.,:/@_+-])(?:\d{1,3}(?:[ \u00A0\u202F]\d{3}){1,4}|\d{1,15}(?:[.,]\d{1,15}){0,5})(?![\d:/@_]|[.,]\d|\p{Script=Latin}| ?(?:[ap]\.?m\b|Uhr|[点點時时万萬亿億千]|million|billion|thousand|Tausend|Mio|Mrd))/giu;
const spelled = /[一二两三四五六七八九十百]{1,4}|\p{Script=Latin}{2,10}/gu;

function numbersIn(words: string): readonly NumberInText[] {
  return [...words.matchAll(written)].map((match) => {
    const [number] = match;
    const hasThousands = /^\d{1,3}(?:[., \u00A0\u202F]\d{3})+$/.test(number);
    return { value: hasThousands ? number.replace(/\D/g, '') : number.replace(',', '.'), ...spanOf(match) };
  });
}

/** A number that the text has neither in digits nor in words, when the text has such a one, too. */
function numbersApart(original: Readable, translation: Readable): Apart | undefined {
  const [mine, theirs] = [numbersIn(original.words), numbersIn(translation.words)];
  if (mine.length === 0 || theirs.length === 0) return undefined;
  const lacking = (of: readonly NumberInText[], from: readonly NumberInText[], words: string) => {
    const known = new Set(from.map(({ value }) => value));
    const left = of.filter(({ value }) => !known.has(value));
    if (left.length === 0) return [];
    const inWords = new Set([...words.matchAll(spelled)].map(([word]) => String(numberOf(word))));
    return left.filter(({ value }) => !inWords.has(value));
  };
  const [lost] = lacking(mine, theirs, translation.words);
  const [added] = lacking(theirs, mine, original.words);
  return lost && added ? { ...added, other: quoted({ readable: original, ...lost }) } : undefined;
}

function sentencesIn(words: string): readonly { readonly said: string; readonly start: number }[] {
  return [...words.matchAll(/(?:[^.!?。！？\n]|[.!?](?=\S))+[.!?。！？]?/g)]
    .map(({ 0: said, index }) => ({ said, start: index }))
    .filter(({ said }) => /\p{L}/u.test(said));
}

/** A sentence that surely denies something, beside one that has no word that could. */
function denialsApart(original: Readable, translation: Readable): Apart | undefined {
  const [mine, theirs] = [denials[languageOf(original.locale)], denials[languageOf(translation.locale)]];
  if (!mine || !theirs || !(mine.surely.test(original.words) || theirs.surely.test(translation.words)))
    return undefined;
  const [sentences, translated] = [sentencesIn(original.words), sentencesIn(translation.words)];
  if (sentences.length !== translated.length) return undefined;
  for (const [at, { said }] of sentences.entries()) {
    const beside = translated[at];
    if (!beside) continue;
    const [start, end] = [beside.start, beside.start + beside.said.length];
    const isTurned =
      (mine.surely.test(said) && !theirs.perhaps.test(beside.said)) ||
      (theirs.surely.test(beside.said) && !mine.perhaps.test(said));
    if (isTurned) return { start, end, other: said.trim() };
  }
  return undefined;
}
