import { groupBy } from '../base/group.ts';
import { keptWith } from '../base/on-demand.ts';
import { spanOf } from '../base/span.ts';
import { type ByLanguage, languageOf, type Part, quoted, type Readable, readablesOf } from './readable.ts';
import type { Facts } from './rule.ts';

/** The global expression for texts in a locale; undefined where there is nothing to find. */
export type ExpressionFor = (locale: string) => RegExp | undefined;

/** A match in a text. */
export interface Quote extends Part {
  readonly quote: string;
  readonly match: RegExpExecArray;
}

/** Expressions by language, whatever the script and region. */
export function byLanguage(expressions: ByLanguage): ExpressionFor {
  return (locale) => expressions[languageOf(locale)];
}

/** The matches in all texts of a policy, in the order of the texts. */
export function quotesOf(facts: Facts, expressionFor: ExpressionFor): readonly Quote[] {
  const found = new Map<Readable, readonly Quote[]>();
  for (const [locale, joined] of joinedTexts(facts)) {
    const expression = expressionFor(locale);
    if (!expression) continue;
    for (const readable of touched(joined, expression))
      found.set(readable, quotesIn(readable, expression, joined));
  }
  return found.size === 0 ? [] : readablesOf(facts).flatMap((readable) => found.get(readable) ?? []);
}

/**
 * The matches in one text. The engine compiles an expression once for each set of flags, and again for texts in one-byte
 * encoding; so a text that was searched among others is searched as a part of them, with the same expression, unless it
 * has several lines, where `$` and `^` would match.
 */
export function quotesIn(readable: Readable, expression: RegExp, joined?: Joined): readonly Quote[] {
  const at = joined?.startOf.get(readable);
  const isPart = at !== undefined && !lineEnd.test(readable.words);
  const words = isPart ? joined?.words.slice(at, at + readable.words.length) : undefined;
  const search = words === undefined ? expression : acrossTexts(expression);
  // A global expression continues where its last search ended.
  search.lastIndex = 0;
  return Array.from((words ?? readable.words).matchAll(search), (match) => {
    const part = { readable, ...spanOf(match) };
    return { ...part, quote: quoted(part), match };
  });
}

const lineEnd = /[\n\r\u2028\u2029]/;

/** The texts of a language in one: to search one long text costs a fraction of what hundreds of short ones cost. */
export interface Joined {
  readonly texts: readonly Readable[];
  readonly words: string;
  readonly starts: readonly number[];
  readonly startOf: ReadonlyMap<Readable, number>;
}

/** Separates texts: no letter, space or mark, between two line ends. */
const between = '\n\u0001\n';

export function join(texts: readonly Readable[]): Joined {
  let at = 0;
  const starts = texts.map(({ words }) => {
    const start = at;
    at += words.length + between.length;
    return start;
  });
  const startOf = new Map(texts.map((text, index) => [text, starts[index] ?? 0]));
  return { texts, words: texts.map(({ words }) => words).join(between), starts, startOf };
}

const joinedTexts = keptWith((facts: Facts): ReadonlyMap<string, Joined> => {
  const byLocale = groupBy(readablesOf(facts), ({ locale }) => locale);
  return new Map([...byLocale].map(([locale, texts]) => [locale, join(texts)] as const));
});

/** The expression for all texts at once: in them, each text begins and ends as a line does. */
const acrossTexts = keptWith(({ source, flags }: RegExp) => new RegExp(source, `${flags.replace('m', '')}m`));

/**
 * The texts that a match in the joined text touches. What matches in a single text matches here at the same place, since
 * a text begins and ends as a line does, or lies within a match that began earlier.
 */
export function touched({ texts, words, starts }: Joined, expression: RegExp): readonly Readable[] {
  const search = acrossTexts(expression);
  const found: Readable[] = [];
  let index = 0;
  search.lastIndex = 0;
  for (let match = search.exec(words); match; match = search.exec(words)) {
    const end = match.index + match[0].length;
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= match.index) index++;
    for (; index < texts.length && (starts[index] ?? 0) <= end; index++) {
      const readable = texts[index];
      if (readable) found.push(readable);
    }
    const next = starts[index];
    if (next === undefined) break;
    search.lastIndex = next;
  }
  return found;
}
