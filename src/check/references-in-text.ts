import { nearest, nearestForSome } from '../base/nearest.ts';
import type { Span } from '../base/span.ts';
import { ownerOf } from '../model/policy.ts';
import { directiveNames } from '../syntax/directive.ts';
import { unescaped } from '../syntax/web-address.ts';
import {
  beforeNumber,
  behindNumber,
  nearlyDirective,
  numbered,
  positions,
  tables,
  typedNumber,
} from './phrases/references.ts';
import { type Quote, quotesOf } from './quotes.ts';
import { found, foundAsWritten, type Readable, readablesOf, withoutCode } from './readable.ts';
import type { Facts, Rules } from './rule.ts';

/** The address of a link: beside its words, or where a text says what `[1]` stands for. */
const links = /\]\(\s*<?([^)\s>]*)|(?<![^\n]) {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s>]+)/g;

/** What texts point at without a directive, which nothing else checks: links, typed numbers, positions. */
export const referenceRules: Rules = {
  'dangling-fragment': (facts) => {
    const [anchors, nearest] = [anchorsOf(facts), nearestForSome()];
    return readablesOf(facts).flatMap((readable) =>
      linksIn(readable).flatMap((link) => {
        const fragment = link.url.startsWith('#') ? unescaped(link.url.slice(1)) : '';
        if (fragment === '' || anchors.has(fragment)) return [];
        const args = { fragment, nearest: nearest(fragment, () => anchors) };
        return [foundAsWritten('dangling-fragment', args, readable, link)];
      }),
    );
  },
  'relative-link': (facts) =>
    readablesOf(facts).flatMap((readable) =>
      linksIn(readable)
        .filter(({ url }) => url !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(url))
        .map((link) => foundAsWritten('relative-link', { url: link.url }, readable, link)),
    ),
  'directive-misspelt': (facts) =>
    readablesOf(facts).flatMap((readable) =>
      misspeltIn(readable).map(({ meant, start, end }) =>
        foundAsWritten('directive-misspelt', { quote: readable.text.slice(start, end), meant }, readable, {
          start,
          end,
        }),
      ),
    ),
  'typed-number': (facts) =>
    readablesOf(facts).flatMap((readable) => {
      if (readable.field !== 'title') return [];
      const number = typedNumber.exec(readable.words)?.[0].trim();
      if (number === undefined) return [];
      return [found('typed-number', { number }, { readable, start: 0, end: number.length })];
    }),
  'typed-reference': (facts) =>
    quotesOf(facts, numbered)
      .filter((quote) => !isOfAnotherText(quote) && !isItsOwn(quote))
      .map((part) => found('typed-reference', { quote: part.quote }, part)),
  'reference-by-position': (facts) =>
    [...quotesOf(facts, positions), ...tablesMissing(facts)].map((part) =>
      found('reference-by-position', { quote: part.quote }, part),
    ),
};

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

/** Whether it is the number of the heading itself, of which `typed-number` tells. */
function isItsOwn({ readable: { field, words }, end }: Quote): boolean {
  return field === 'title' && end <= (typedNumber.exec(words)?.[0].length ?? 0);
}

/** Whether a number is that of a law or of another document: a name of one stands beside it. */
function isOfAnotherText({ readable: { words }, start, end }: Quote): boolean {
  const after = words.slice(end, end + 60);
  const before = words.slice(Math.max(0, start - 60), start).trimEnd();
  if (/^[\w().,/ -]{0,30}?\b(?:of|in|under)\s+(?:this|our)\b/i.test(after)) return false;
  return behindNumber.some((one) => one.test(after)) || beforeNumber.some((one) => one.test(before));
}

/** What is nearly a directive: `:dat[…]`, `::data[…]`, `:data (…)`. */
function misspeltIn({ text }: Readable): readonly (Span & { readonly meant: string | undefined })[] {
  const found = [...text.matchAll(nearlyDirective)].flatMap(({ 0: written, 1: name = '', 2: id, index }) => {
    const nearly = nearest(name, directiveNames);
    const meant = nearly === undefined ? undefined : `:${nearly}[${id}]`;
    // By another name, it is one if its signs are those of a directive.
    if (written === (meant ?? '') || (meant === undefined && (written !== `:${name}[${id}]` || id === 'at')))
      return [];
    return [{ meant, start: index, end: index + written.length }];
  });
  const prose = found.length === 0 ? '' : withoutCode(text);
  // In code it is meant as it stands: there the colon itself is taken out.
  return found.filter(({ start }) => prose[start] === ':');
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
    ...[...rows.all('clause'), ...rows.all('chapter')].map(ownerOf),
    ...rows.all('lineage').map(({ key }) => key[1] ?? ''),
  ]);
}
