import countries from '../model/countries.json' with { type: 'json' };
import { en } from './words/en.ts';
import type { Words } from './words/words.ts';
import { zh } from './words/zh.ts';

export { type Words, wordFor } from './words/words.ts';

const languages: Readonly<Record<string, Words>> = { en, zh };

/** The fixed words for a locale: those of its language, or English when we have none. */
export function wordsFor(locale: string): Words {
  const language = locale.split('-')[0] ?? '';
  return Object.hasOwn(languages, language) ? (languages[language] ?? en) : en;
}

/** A calendar date in words: `24 October 2021`. Anything that is not `YYYY-MM-DD` is returned as it is. */
export function dateWords(words: Words, date: string): string {
  const [year, month, day] = date.split('-');
  if (year === undefined || month === undefined || day === undefined) return date;
  return words.date(year, Number(month), Number(day));
}

const periodPattern =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const periodUnits = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** An ISO 8601 duration in words, in the units it was written in: `6 months`, `72 hours`. */
export function periodWords(words: Words, period: string, days = 'calendar'): string {
  const match = periodPattern.exec(period);
  if (!match) return period;
  const amounts = match.slice(1).flatMap((digits, index): string[] => {
    if (digits === undefined) return [];
    const unit = periodUnits[index] ?? '';
    return [
      unit === 'day' && days === 'working'
        ? words.workingDays(Number(digits))
        : words.amount(Number(digits), unit),
    ];
  });
  return amounts.join(words.sentenceGap);
}

/** The name of a country by its ISO 3166-1 code; the code itself when there is none. */
export function countryName(words: Words, code: string): string {
  const names = (countries as Readonly<Record<string, readonly string[]>>)[code];
  return names?.[words.countryColumn] ?? code;
}

/** `a, b and c`; with `alternative`, `a, b or c`. */
export function listWords(words: Words, items: readonly string[], alternative = false): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const end = alternative ? words.listAlternative : words.listEnd;
  return items.slice(0, -1).join(words.listSeparator) + end + last;
}

/** Labels are lower-case noun phrases; a cell or sentence begins with a capital. */
export function capitalise(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
