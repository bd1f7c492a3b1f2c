import type { Lexicon } from './lexicon.ts';
import {
  englishBeforeNumbers,
  englishBetween,
  englishCommon,
  englishMonths,
  englishReferences,
  englishStreets,
  englishUnits,
  englishUpdated,
} from './tables/en.ts';
import { chineseDigits, chineseUnits, chineseUpdated } from './tables/zh.ts';
import type { Token } from './tokens.ts';

/** A stretch of tokens that signals something; `[start, end)`. */
export interface Span {
  readonly signal: string;
  /** Two spans of one signal and one value say the same. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Everything in a text that signals something, in order and without overlap: the first and longest wins. */
export function spansIn(tokens: readonly Token[], lexicon: Lexicon): Span[] {
  const spans: Span[] = [];
  const common = new Set(
    tokens.filter((token) => token.is === 'word' && token.text === token.key).map((token) => token.key),
  );
  for (let at = 0; at < tokens.length; ) {
    const found = readAt(tokens, at, lexicon, common);
    if (found === undefined) at++;
    else {
      const { signal, value, length } = found;
      const struck = tokens[at]?.key.startsWith('~') ? '~' : '';
      if (signal !== 'none') spans.push({ signal, value: struck + value, start: at, end: at + length });
      at += length;
    }
  }
  return spans.map((span) => {
    if (isDateline(tokens, span)) return { ...span, signal: 'updated' };
    return span.signal === 'updated' && isOfProcessing(tokens, spans, span)
      ? { ...span, signal: 'date' }
      : span;
  });
}

/** `Effective May 1, we sell …` dates what is done, not the document. */
function isOfProcessing(tokens: readonly Token[], spans: readonly Span[], { end }: Span): boolean {
  return spans.some(
    ({ signal, start }) =>
      signal === 'processing' &&
      start >= end &&
      start < end + 6 &&
      !tokens.slice(end, start + 1).some(({ opens }) => opens),
  );
}

/** A date that stands by itself is that of the document. */
function isDateline(tokens: readonly Token[], { signal, start, end }: Span): boolean {
  return signal === 'date' && tokens.every(({ is }, at) => is === 'mark' || (start <= at && at < end));
}

interface Found {
  readonly signal: string;
  readonly value: string;
  readonly length: number;
}

function readAt(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  common: ReadonlySet<string>,
): Found | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  switch (token.is) {
    case 'site':
      return { signal: token.key.includes('@') ? 'link-target' : 'site', value: token.key, length: 1 };
    case 'field':
      return { signal: 'field', value: token.key, length: 1 };
    case 'sign':
      return { signal: 'sign', value: token.key, length: 1 };
    case 'link':
      return { signal: 'link', value: token.key, length: 1 };
    case 'directive':
      return { signal: directives[token.text] ?? 'link-target', value: token.key, length: 1 };
    case 'mark':
      return undefined;
    default:
      return (
        addressAt(tokens, at, lexicon) ??
        dateAt(tokens, at) ??
        durationAt(tokens, at) ??
        boundAt(tokens, at) ??
        sectionAt(tokens, at) ??
        lexicon.at(tokens, at) ??
        numberAt(tokens, at) ??
        scriptAt(token) ??
        nameAt(tokens, at, common)
      );
  }
}

const directives: Readonly<Record<string, string>> = { data: 'category', term: 'category' };

/** A house number, a street, and what follows it up to the country or the end of the line of an address. */
function addressAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Found | undefined {
  if (tokens[at]?.is !== 'number') return undefined;
  const street = tokens.slice(at + 1, at + 8).findIndex((token) => englishStreets.has(token.key));
  const between = tokens.slice(at + 1, at + 1 + street);
  if (street < 1 || !between.every((_, index) => isOfAddress(tokens, at + 1 + index))) return undefined;
  let end = at + 1 + street + 1;
  while (end < at + 24 && isOfAddress(tokens, end) && lexicon.at(tokens, end)?.signal !== 'country') end++;
  return { signal: 'address', value: keys(tokens, at, end), length: end - at };
}

/** A capital, a number, a comma, what makes a number an ordinal, or the full stop of an abbreviation. */
function isOfAddress(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!token) return false;
  if (token.key === '.') return before?.is === 'word' && before.key.length < 5;
  return /^[\p{Lu}\d,]/u.test(token.text) || (before?.is === 'number' && ordinal.test(token.key));
}

const ordinal = /^(?:st|nd|rd|th)$/;

function dateAt(tokens: readonly Token[], at: number): Found | undefined {
  const length = dateLength(tokens, at);
  if (length === 0) return undefined;
  const near = [...tokens.slice(Math.max(0, at - 6), at), ...tokens.slice(at + length, at + length + 6)];
  const told =
    near.some((token) => englishUpdated.has(token.key)) ||
    chineseUpdated.test(near.map(({ key }) => key).join(''));
  return { signal: told ? 'updated' : 'date', value: keys(tokens, at, at + length), length };
}

function dateLength(tokens: readonly Token[], at: number): number {
  const key = (offset: number): string => tokens[at + offset]?.key ?? '';
  const isMonth = (offset: number): boolean =>
    englishMonths.has(key(offset)) && /^\p{Lu}/u.test(tokens[at + offset]?.text ?? '');
  const isYear = (offset: number): boolean => /^(?:19|20)\d\d$/.test(key(offset));
  if (/^(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?$|^\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d$/.test(key(0)))
    return 1;
  if (isMonth(0)) {
    let end = 1;
    if (/^\d{1,2}$/.test(key(end))) end += ordinal.test(key(end + 1)) ? 2 : 1;
    const comma = key(end) === ',' ? 1 : 0;
    if (isYear(end + comma)) return end + comma + 1;
    return end > 1 ? end : 0;
  }
  if (/^\d{1,2}$/.test(key(0))) {
    const month = ordinal.test(key(1)) ? 2 : 1;
    if (isMonth(month)) return isYear(month + 1) ? month + 2 : month + 1;
  }
  if (isYear(0) && key(1) === '年') {
    if (!/^\d+$/.test(key(2)) || key(3) !== '月') return 2;
    return /^\d+$/.test(key(4)) && /^[日号]$/.test(key(5)) ? 6 : 4;
  }
  return isYear(0) ? 1 : 0;
}

function durationAt(tokens: readonly Token[], at: number): Found | undefined {
  const amount = amountAt(tokens, at);
  if (!amount) return undefined;
  let unitAt = at + amount.length;
  if (isRepeated(tokens, at, unitAt)) unitAt++;
  if (englishBetween.has(tokens[unitAt]?.key ?? '')) unitAt++;
  const word = (tokens[unitAt]?.key ?? '').replace(/s$/, '');
  const english = englishUnits[word];
  if (english !== undefined && Object.hasOwn(englishUnits, word)) {
    const between = tokens[unitAt - 1]?.key ?? '';
    const kind = englishBetween.has(between) ? `${between} ` : '';
    return { signal: 'duration', value: `${amount.value} ${kind}${english}`, length: unitAt + 1 - at };
  }
  const following = keys(tokens, unitAt, unitAt + 4, '');
  const chinese = chineseUnits.find(([words]) => following.startsWith(words));
  if (!chinese) return undefined;
  return {
    signal: 'duration',
    value: `${amount.value} ${chinese[1]}`,
    length: unitAt + chinese[0].length - at,
  };
}

/** The number of `thirty (30) days` stands in parentheses. */
function isRepeated(tokens: readonly Token[], at: number, end: number): boolean {
  return tokens[at - 1]?.key === '(' && tokens[end]?.key === ')';
}

const amounts: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'each:each every:each per:each a:1 an:1 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 ' +
    'fifteen:15 sixteen:16 eighteen:18 twenty:20 twenty-four:24 thirty:30 forty-five:45 sixty:60 seventy-two:72 ninety:90'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

function amountAt(tokens: readonly Token[], at: number): { value: string; length: number } | undefined {
  const token = tokens[at];
  if (token?.is === 'number') return { value: token.key, length: 1 };
  if (token?.is === 'word' && Object.hasOwn(amounts, token.key))
    return { value: amounts[token.key] ?? '', length: 1 };
  let end = at;
  while (tokens[end]?.is === 'han' && chineseDigits.includes(tokens[end]?.text ?? ' ')) end++;
  return end > at ? { value: keys(tokens, at, end, ''), length: end - at } : undefined;
}

/** `over 16`, `under 16`: elsewhere these words say where something stands. */
function boundAt(tokens: readonly Token[], at: number): Found | undefined {
  const key = tokens[at]?.key ?? '';
  if (!englishBeforeNumbers.has(key) || tokens[at + 1]?.is !== 'number') return undefined;
  return { signal: 'quantifier', value: key, length: 1 };
}

function numberAt(tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at];
  if (token?.is !== 'number') return undefined;
  const isVersion =
    /^\d+(?:\.\d+){2}$/.test(token.key) ||
    englishReferences.has(tokens[at - 1]?.key ?? '') ||
    /版本:?$/.test(keys(tokens, Math.max(0, at - 3), at, ''));
  const isReference = isVersion || numbers(tokens, at);
  return { signal: isReference ? 'reference' : 'number', value: token.key, length: 1 };
}

/** `1.2 Scope` and `2. Scope` over a section, `10.7. Deletion` before a paragraph: where it stands, not how many. */
function numbers(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const first = at === 0 || (token?.heading === true && tokens[at - 1]?.heading === false);
  if (!first || !/^\d+(?:\.\d+)*$/.test(token?.key ?? '')) return false;
  const closed = /^[.)]$/.test(tokens[at + 1]?.key ?? '') ? 1 : 0;
  const dotted = token?.heading === true && token.key.includes('.');
  return (closed === 1 || dotted) && /^\p{Lu}|^\p{Script=Han}/u.test(tokens[at + 1 + closed]?.text ?? '');
}

/** `the Red Hats section`: where it stands in the document, by its heading. */
function sectionAt(tokens: readonly Token[], at: number): Found | undefined {
  if (!/^(?:the|our|this)$/.test(tokens[at - 1]?.key ?? '')) return undefined;
  let end = at;
  while (end < at + 10 && /^(?:\p{Lu}|and$|or$|of$|to$|in$|the$)/u.test(tokens[end]?.text ?? '')) end++;
  if (end === at || tokens[end]?.key !== 'section') return undefined;
  return { signal: 'section', value: keys(tokens, at, end), length: end + 1 - at };
}

/** A word with letters of a script that the tables do not know, or that only look like those they know. */
function scriptAt({ is, key }: Token): Found | undefined {
  if (is !== 'word' || /^[\p{Script=Latin}\p{Script=Common}\p{M}]+$/u.test(key)) return undefined;
  return { signal: 'language', value: key, length: 1 };
}

/**
 * A proper name: capitals where a sentence does not begin, or inside a word, that the text never writes small. Where
 * a sentence begins it is an `opening`, which may be a name: a name for sure only when it stands alone (`Acme: …`).
 */
function nameAt(tokens: readonly Token[], at: number, common: ReadonlySet<string>): Found | undefined {
  const token = tokens[at];
  if (token?.is !== 'word' || !/^\p{Lu}/u.test(token.text)) return undefined;
  const value = token.key.replace(/^~/, '').toLowerCase();
  if (englishCommon.has(value) || common.has(value)) return undefined;
  if (/^.+\p{Lu}/u.test(token.text) && !token.heading) return { signal: 'name', value, length: 1 };
  if (token.heading) return undefined;
  const next = tokens[at + 1];
  if (!token.opens || (next?.is === 'word' && /^\p{Lu}/u.test(next.text)))
    return { signal: 'name', value, length: 1 };
  if (next === undefined || next.is === 'link' || (next.is === 'mark' && next.key !== ','))
    return { signal: 'name', value, length: 1 };
  return next.key === ',' || /(?:ly|ing|ed)$/.test(value)
    ? undefined
    : { signal: 'opening', value, length: 1 };
}

function keys(tokens: readonly Token[], start: number, end: number, between = ' '): string {
  return tokens
    .slice(start, end)
    .map(({ key }) => key)
    .join(between);
}
