import { nearest } from '../base/nearest.ts';
import type { Span } from '../base/span.ts';
import { unescaped } from '../syntax/web-address.ts';
import { byLanguage, type Quote, quotesOf } from './quotes.ts';
import { found, foundAsWritten, type Readable, readablesOf, withoutCode } from './readable.ts';
import type { Facts, Rule } from './rule.ts';

/** The address of a link: beside its words, or where a text says what `[1]` stands for. */
const links = /\]\(\s*<?([^)\s>]*)|(?<![^\n]) {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s>]+)/g;

/** What texts point at without a directive, which nothing else checks: links, typed numbers, positions. */
export const referenceRules: readonly Rule[] = [
  {
    code: 'dangling-fragment',
    check: (facts) => {
      const anchors = anchorsOf(facts);
      return readablesOf(facts).flatMap((readable) =>
        linksIn(readable).flatMap((link) => {
          const fragment = link.url.startsWith('#') ? unescaped(link.url.slice(1)) : '';
          if (fragment === '' || anchors.has(fragment)) return [];
          const args = { fragment, nearest: nearest(fragment, anchors) };
          return [foundAsWritten('dangling-fragment', args, readable, link)];
        }),
      );
    },
  },
  {
    code: 'relative-link',
    check: (facts) =>
      readablesOf(facts).flatMap((readable) =>
        linksIn(readable)
          .filter(({ url }) => url !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(url))
          .map((link) => foundAsWritten('relative-link', { url: link.url }, readable, link)),
      ),
  },
  {
    code: 'typed-number',
    check: (facts) =>
      readablesOf(facts).flatMap((readable) => {
        if (readable.field !== 'title') return [];
        const number = typedNumber.exec(readable.words)?.[0].trim();
        if (number === undefined) return [];
        return [found('typed-number', { number }, { readable, start: 0, end: number.length })];
      }),
  },
  {
    code: 'typed-reference',
    check: (facts) =>
      quotesOf(facts, numbered)
        .filter((quote) => !isOfAnotherText(quote) && !isItsOwn(quote))
        .map((part) => found('typed-reference', { quote: part.quote }, part)),
  },
  {
    code: 'reference-by-position',
    check: (facts) =>
      [...quotesOf(facts, positions), ...tablesMissing(facts)].map((part) =>
        found('reference-by-position', { quote: part.quote }, part),
      ),
  },
];

/** Tables that a text points at, in a chapter where neither a text nor a register has one. */
function tablesMissing(facts: Facts): readonly Quote[] {
  const quotes = quotesOf(facts, tables);
  if (quotes.length === 0) return [];
  const chapterOf = (owner: string): string =>
    String(facts.rows.one('clause', owner)?.values.chapter ?? owner);
  const written = readablesOf(facts).filter(({ words }) => /^ {0,3}\|? ?:?-+:? ?\|/m.test(words));
  const listed = [...facts.all('recipient.listed'), ...facts.all('technology.listed')];
  const having = new Set([
    ...written.map(({ owner }) => chapterOf(owner)),
    ...listed.map(({ key }) => chapterOf(key[0] ?? '')),
  ]);
  return quotes.filter(({ readable }) => !having.has(chapterOf(readable.owner)));
}

const tables = byLanguage({
  en: /\b(?:the )?(?:table|chart) below\b|\bthe following (?:table|chart)\b/gi,
  zh: /下表|以下表格|下列表格/g,
  de: /\b(?:die|der|in der) (?:folgenden?|nachstehenden?|untenstehenden?) Tabelle\b|\bTabelle unten\b/gi,
});

/** A number, with what marks it as one of a heading: `1.1 `, `2. `, `(3)`, `b)`, `§ 4`, `Section 4`, 第一章, 一、. */
const typedNumber =
  /^\s*(?:(?:section|article|chapter|part|clause|annex|appendix|abschnitt|kapitel|artikel|teil|ziffer)\s+(?:\d+|[ivx]+)\b[.:]?\s|§\s?\d+\.?\s|[a-h]\)\s|[a-h]\.\s(?=\p{L}{3})|\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\p{L})|\d{1,2}(?:[.)]\s|[、．）])\s*(?=\p{L})|[(（]\d{1,2}[)）]|[IVX]{1,5}[.)]\s|第[一二三四五六七八九十百\d]+[章节条節條部編]|[（(]?[一二三四五六七八九十]{1,3}[、）)．])/iu;

const numbered = byLanguage({
  en: /\b(?:(?:[Ss]ections?|SECTIONS?|[Cc]hapters?|[Cc]lauses?|[Pp]aragraphs?|[Ii]tems?|Parts?)(?:[^\S\n]+|\n)|[Ss]ec\.[^\S\n]?)(?:\d{1,2}(?:\.\d{1,2})*(?![\w%])|(?:[IVX]{2,4}|[VX])\b)|§{1,2}\s?\d{1,2}(?:\.\d{1,2})*(?=\s+(?:of\s+(?:this|our)|above|below)\b)|\b[Aa]rticles?\s+\d+(?:\.\d+)*(?=\s+of\s+(?:this|our)\b|\s+(?:above|below)\b)/g,
  zh: /(?:(?:本政策|本隐私政策|本文|本协议|上述|前述|下述)的?|(?:见|请见|参见|参阅|详见|按照|依照|适用)(?:本政策|本隐私政策|本文)?的?[“"]?)第\s*[（(]?[一二三四五六七八九十\d]+[）)]?\s*(?:章|节|条|款|部分?)/g,
  de: /\b(?:siehe|vgl\.|in|im|unter|gemäß|nach|von)\s+(?:(?:dem|den|der)\s+)?(?:Abschnitt(?:en)?|Ziffern?|Punkt|Kapiteln?)\s+(?:\d{1,2}(?:\.\d{1,2})*(?![\w%])|[IVX]{1,4}\b)/g,
});

const positions = byLanguage({
  en: /\b(?:at the (?:end|bottom) of (?:this|our|the) (?:(?:privacy )?(?:policy|notice|statement)|page|document)|(?:in|see|under) the (?:above|following|previous|preceding|next|last) (?:section|chapter|clause|paragraph)|(?:section|chapter|clause|paragraph|contact (?:details|information))s? (?:above|below)|(?:described|listed|set out|mentioned|explained|stated) (?:above|below)\b(?! the))/gi,
  zh: /(?:本(?:隐私)?政策|本文|本页)(?:的)?(?:末尾|结尾|文末|最后(?!一?次?的?(?:修改|修订|修正|更新|变更|发布|生效)))|(?:上|下)(?:一|述)?(?:章|节)(?:所述)?|见(?:上文|下文|文末)/g,
  de: /\b(?:am (?:Ende|Schluss) (?:dieser|der|unserer) (?:\p{L}*[Ee]rklärung|\p{L}*[Hh]inweise|Seite)|(?:im|siehe) (?:vorigen|vorherigen|vorstehenden|folgenden|nächsten) (?:Abschnitt|Kapitel|Absatz)|(?:siehe|wie) (?:oben|unten)|(?:oben|unten) (?:genannt|beschrieben|aufgeführt|angegeben)\p{L}{0,2})(?!\p{L})/gu,
});

/** Whether it is the number of the heading itself, of which `typed-number` tells. */
function isItsOwn({ readable: { field, words }, end }: Quote): boolean {
  return field === 'title' && end <= (typedNumber.exec(words)?.[0].length ?? 0);
}

/** Whether a number is that of a law or of another document: a name of one stands beside it. */
function isOfAnotherText({ readable: { words }, start, end }: Quote): boolean {
  const after = words.slice(end, end + 60);
  const before = words.slice(Math.max(0, start - 60), start).trimEnd();
  if (/^[\w().,/ -]{0,30}?\b(?:of|in|under)\s+(?:this|our)\b/i.test(after)) return false;
  return (
    /^[\w().,/ -]{0,24}?\b(?:of|in|under|to)\s+(?:(?:the|its|each|that|such|their|schedule|part)\s+)?(?:[\p{L}.]+\s+){0,3}?\p{Lu}/u.test(
      after,
    ) ||
    /^ ?(?:\(\w{1,4}\) ?){0,4},? ?(?:\p{Lu}{2,}|\p{Lu}\p{L}+ (?:Act|Code|Law|Regulation|Directive))/u.test(
      after,
    ) ||
    /(?:\b(?:Act|Code|Law|Regulations?|Directive|Rules|Constitution|Title|Agreement|Terms)|(?<!\p{Lu})\p{Lu}{3,})[,’'s]{0,3}(?: ?\(\w{1,9}\))?[,§]?$/u.test(
      before,
    ) ||
    /[》法例定]的?$/.test(before)
  );
}

interface Link extends Span {
  readonly url: string;
}

function linksIn({ text }: Readable): readonly Link[] {
  if (!text.includes('](') && !text.includes(']:')) return [];
  const prose = withoutCode(text);
  return [...text.matchAll(links)].flatMap((match) => {
    // In code it is no link: there the bracket itself is taken out.
    if (prose[match.index] !== text[match.index]) return [];
    const url = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].length - url.length;
    return [{ url, start, end: start + url.length }];
  });
}

/** Everything on a page that has an anchor, and the ids that chapters and clauses had before. */
function anchorsOf({ rows }: Facts): ReadonlySet<string> {
  return new Set([
    ...[...rows.all('clause'), ...rows.all('chapter')].map(({ key }) => key[0] ?? ''),
    ...rows.all('lineage').map(({ key }) => key[1] ?? ''),
  ]);
}
