import type { Diagnostic } from '../base/diagnostic.ts';
import { append } from '../base/group.ts';
import { namesOf } from './defined-terms.ts';
import { searchFor, stemOf } from './names-in-text.ts';
import {
  capital,
  explains,
  families,
  forms,
  introduces,
  namesInQuotes,
  technical,
} from './phrases/glossary.ts';
import { type Quote, quotesOf } from './quotes.ts';
import { found, type Part, quoted, readablesOf } from './readable.ts';
import type { Facts, Rules } from './rule.ts';

/** The glossary of a policy compared with its texts: missing terms, and other names for defined ones. */
export const glossaryRules: Rules = {
  'term-unexplained': (facts) => {
    // A policy without a glossary explains its words where it uses them, or need not.
    if (facts.all('definition').length === 0) return [];
    const quotes = [...quotesOf(facts, technical), ...quotesOf(facts, capital)];
    const told = new Set([...namesGiven(facts), ...quotes.filter(isExplained).map(termOf)]);
    return quotes.flatMap((quote): Diagnostic[] => {
      const { readable, match, end } = quote;
      const term = termOf(quote);
      if (readable.locale !== facts.policy.prevailing || told.has(term)) return [];
      told.add(term);
      const part = { readable, start: end - (match.groups?.term ?? quote.quote).length, end };
      return [found('term-unexplained', { quote: quoted(part) }, part)];
    });
  },
  'term-variant': (facts) => {
    const told = new Set<string>();
    return [...ofFamilies(facts), ...reordered(facts)].flatMap((variant) => {
      const quote = quoted(variant);
      const key = `${quote.toLowerCase()}\t${variant.readable.locale}`;
      if (told.has(key)) return [];
      told.add(key);
      return [found('term-variant', { quote, instead: variant.instead }, variant)];
    });
  },
};

/** The part that all forms of a term share. */
function termOf({ quote, match }: Quote): string {
  return termCalled(match.groups?.term ?? quote);
}

function termCalled(said: string): string {
  const term = said.trim().toLowerCase().replace(/[\s-]/g, '');
  const [, name = term] = forms.find(([form]) => form.test(term)) ?? [];
  return stemOf(name);
}

function isExplained({ readable: { words, field }, match, start, end }: Quote): boolean {
  if (match.groups?.term !== undefined) return false;
  // The name of a technology or a chapter is explained by its text.
  if (field === 'title') return true;
  return (
    explains.test(words.slice(end, end + 48)) || introduces.test(words.slice(Math.max(0, start - 16), start))
  );
}

/** Terms that have an explanation: names of definitions, clauses and parties, and whatever a text puts in quotes. */
function namesGiven(facts: Facts): readonly string[] {
  const defined = namesOfTerms(facts, facts.policy.prevailing);
  const titles = readablesOf(facts).flatMap(({ field, text }) =>
    field === 'title' || field === 'name' ? text.split(/\s(?:and|or)\s/) : [],
  );
  const inNames = defined.flatMap((name) => matchesIn(name, technical(facts.policy.prevailing)));
  return [
    ...[...defined, ...titles, ...inNames.map(([name]) => name)].map(termCalled),
    ...quotesOf(facts, namesInQuotes).map(termOf),
  ];
}

function matchesIn(words: string, expression: RegExp | undefined): readonly RegExpExecArray[] {
  return expression ? [...words.matchAll(expression)] : [];
}

interface Variant extends Part {
  /** The name in the glossary. */
  readonly instead: string;
}

/** Names that differ from that of a definition, or from another text where nothing is defined. */
function ofFamilies(facts: Facts): readonly Variant[] {
  const defined = new Set(facts.all('definition').map(({ key }) => key[0]));
  const quotes = quotesOf(facts, families);
  const named = new Map<string, string[]>();
  for (const locale of new Set(quotes.map(({ readable }) => readable.locale)))
    for (const term of namesOfTerms(facts, locale))
      for (const match of matchesIn(term, families(locale))) append(named, familyOf(match, locale), match[0]);
  for (const { readable, quote, match } of quotes) {
    const key = familyOf(match, readable.locale);
    // A definition may state that two words mean the same.
    if (named.has(key) ? defined.has(readable.owner) : match.groups?.mini !== undefined)
      append(named, key, quote);
  }
  return quotes.flatMap(({ readable, start, end, quote, match }) => {
    const names = named.get(familyOf(match, readable.locale));
    const isCalledSo = !names || names.some((one) => plain(one) === plain(quote));
    return isCalledSo ? [] : [{ readable, start, end, instead: names[0] ?? '' }];
  });
}

function familyOf({ groups }: RegExpMatchArray, locale: string): string {
  return `${Object.entries(groups ?? {}).find(([, said]) => said !== undefined)?.[0]}\t${locale}`;
}

function plain(name: string): string {
  return stemOf(name.toLowerCase().replace(/[\s-]/g, ''));
}

/** A defined term with its words in another order: “sensitive personal information”, “personal sensitive information”. */
function reordered(facts: Facts): readonly Variant[] {
  return facts.policy.locales.flatMap((locale) => {
    const names = namesOfTerms(facts, locale);
    const known = new Set(names.map((name) => name.toLowerCase()));
    const variants = new Map(
      names.flatMap((name) => {
        const variant = turnedRound(name);
        return variant === undefined || known.has(variant) ? [] : [[variant, name] as const];
      }),
    );
    if (variants.size === 0) return [];
    const search = searchFor(variants.keys());
    return readablesOf(facts).flatMap((readable) =>
      readable.locale === locale
        ? search(readable.words).map(({ name, start, end }) => ({
            readable,
            start,
            end,
            instead: variants.get(name) ?? '',
          }))
        : [],
    );
  });
}

/** A name of three words with its two attributes swapped. */
function turnedRound(name: string): string | undefined {
  const [, first, second, last] =
    /^([\p{Script=Latin}-]+) ([\p{Script=Latin}-]+) ([\p{Script=Latin}]+)$/u.exec(name.toLowerCase()) ?? [];
  if (last !== undefined) return `${second} ${first} ${last}`;
  const [, one, another, what] =
    /^(\p{Script=Han}{2})(\p{Script=Han}{2})(\p{Script=Han}{2})$/u.exec(name) ?? [];
  return what === undefined ? undefined : `${another}${one}${what}`;
}

function namesOfTerms(facts: Facts, locale: string): readonly string[] {
  return facts.all('definition').flatMap(({ key }) => namesOf(facts, key[0] ?? '', locale));
}
