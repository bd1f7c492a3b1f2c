import { type Span, spanOf } from '../base/span.ts';
import { hanNumber, numberCalled } from '../language/number-words.ts';
import { ages, counts, periods, units } from './phrases/quantities.ts';
import { languageOf } from './readable.ts';

/** A period that a text states, as ISO 8601, and where. */
export interface PeriodInText extends Span {
  readonly period: string;
}

/** The periods that a text states: `30 days`, `three years`, `drei Monate`, 三十日. */
export function periodsIn(words: string, locale: string): readonly PeriodInText[] {
  const language = languageOf(locale);
  const expression = periods[language];
  if (!expression) return [];
  return [...words.matchAll(expression)].flatMap((match) => {
    const count = numberOf(match[1] ?? '');
    const unit = units[language]?.[(match[2] ?? '').toLowerCase()];
    if (count === undefined || unit === undefined) return [];
    const period = unit.startsWith('T') ? `PT${count}${unit.slice(1)}` : `P${count}${unit}`;
    return [{ period, ...spanOf(match) }];
  });
}

/** A number of things that a text counts. */
export interface CountInText extends Span {
  readonly count: number;
  /** What is counted, as it is called in the singular. */
  readonly thing: string;
}

/** The things that a text counts: `three items`, `5 euros`, 三项信息. */
export function countsIn(words: string, locale: string): readonly CountInText[] {
  const expression = counts[languageOf(locale)];
  if (!expression) return [];
  return [...words.matchAll(expression)].flatMap((match) => {
    const count = numberOf(match[1] ?? '');
    const thing = (match[2] ?? '').toLowerCase().replace(/(?<=[a-z]{2})s$/, '');
    return count === undefined ? [] : [{ count, thing, ...spanOf(match) }];
  });
}

/** A number in digits, or a small one in words. */
export function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  return numberCalled(text.toLowerCase()) ?? hanNumber(text);
}

/** An age that a text states, and where. */
export interface AgeInText extends Span {
  readonly age: number;
}

/** The ages that a text states: `under 14`, 未满十四周岁. */
export function agesIn(words: string, locale: string): readonly AgeInText[] {
  const expression = ages[languageOf(locale)];
  if (!expression) return [];
  return [...words.matchAll(expression)].flatMap((match) => {
    const age = numberOf(match[1] ?? match[2] ?? '');
    return age === undefined ? [] : [{ age, ...spanOf(match) }];
  });
}
