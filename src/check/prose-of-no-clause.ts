import type { Diagnostic } from '../base/diagnostic.ts';
import { kindsWithData } from '../model/kinds.ts';
import { lastPart } from '../model/policy.ts';
import { liesWithin } from '../model/regions.ts';
import { affirmationsIn } from './affirmations.ts';
import { byReaders, ofDataAround, ofReaders, whereTo } from './phrases/countries.ts';
import { leadsElsewhere, leadsToPurpose, onlyMaybe, whoOrWhatElse } from './phrases/names.ts';
import { found, languageOf, type Part, quoted, type Readable, readablesOf } from './readable.ts';
import type { Facts } from './rule.ts';
import { isDenied, sentenceAround, sentenceSpan } from './sentence.ts';
import { countriesNamedIn, isNear, parentsIn, purposesNamedIn } from './terms-in-text.ts';

/** Kinds of clauses whose texts are held against their own facts. */
const heldByThemselves: ReadonlySet<string> = new Set(kindsWithData('collected', 'received'));

/** A text of ours that is of no clause with data of its own: what it says is held against all of them. */
export function isOfNone(facts: Facts, { owner, field }: Readable): boolean {
  if (field !== 'text' && field !== 'summary') return false;
  const spoken = facts.speaking(owner);
  return (
    spoken !== 'of-words' && spoken !== 'of-an-address' && !heldByThemselves.has(facts.kindOf(owner) ?? '')
  );
}

/** Data that a text says we collect or use, and no clause does. A policy without functions is asked nothing. */
export function otherDataOfPolicy(facts: Facts): readonly Diagnostic[] {
  if (facts.all('function').length === 0) return [];
  const parents = parentsIn(facts);
  const own = new Set(facts.withData('collected', 'received', 'kept').map(lastPart));
  const told = new Set<string>();
  return affirmationsIn(facts).flatMap(({ readable, act, data }) => {
    if ((act !== 'collect' && act !== 'use') || !isOfNone(facts, readable)) return [];
    return data.flatMap(({ ids, start, end }) => {
      const key = `${readable.locale} ${ids.join()}`;
      if (told.has(key) || ids.some((id) => isNear(parents, id, own))) return [];
      told.add(key);
      const part = { readable, start, end };
      return [found('prose-names-other-data', { quote: quoted(part), data: ids }, part)];
    });
  });
}

/** Countries that a text says data is kept in or sent to, and no clause names. */
export function otherCountriesOfPolicy(facts: Facts): readonly Diagnostic[] {
  if (facts.all('function').length + facts.all('recipient').length === 0) return [];
  const own = new Set([
    ...facts.about('country').map(lastPart),
    ...facts.all('party').flatMap(({ values }) => (values.country ? [String(values.country)] : [])),
  ]);
  const told = new Set<string>();
  return readablesOf(facts).flatMap((readable) => {
    if (!isOfNone(facts, readable)) return [];
    const { words, locale } = readable;
    if (ofDataAround[languageOf(locale)]?.test(words) !== true) return [];
    return countriesNamedIn(facts, words, locale).flatMap(({ ids: [country = ''], start, end }) => {
      const part = { readable, start, end };
      const key = `${country} ${locale}`;
      if (told.has(key) || [...own].some((one) => liesWithin(one, [country]) || liesWithin(country, [one])))
        return [];
      if (!saysThatDataGoesThere(part)) return [];
      told.add(key);
      return [found('prose-names-other-country', { quote: quoted(part), country }, part)];
    });
  });
}

/** Purposes that a text says we use data for, where no clause has any of their group. */
export function otherPurposesOfPolicy(facts: Facts): readonly Diagnostic[] {
  if (facts.all('function').length === 0) return [];
  const own = new Set(facts.about('purpose').map(({ key }) => (key.at(-1) ?? '').split('.')[0]));
  const told = new Set<string>();
  return affirmationsIn(facts).flatMap((affirmed) => {
    const { readable, act } = affirmed;
    if (act !== 'use' || !isOfNone(facts, readable)) return [];
    const { start: from, end: to } = sentenceSpan(affirmed);
    if (onlyMaybe[languageOf(readable.locale)]?.test(readable.words.slice(from, to))) return [];
    return purposesNamedIn(facts, readable.words.slice(from, to), readable.locale).flatMap((named) => {
      const part = { readable, start: from + named.start, end: from + named.end };
      const groups = named.ids.map((id) => id.split('.')[0] ?? '');
      const key = `${readable.locale} ${named.ids.join()}`;
      if (told.has(key) || groups.some((one) => one === 'legal' || own.has(one)) || !isLedTo(part)) return [];
      told.add(key);
      return [found('prose-names-other-purpose', { quote: quoted(part), purposes: named.ids }, part)];
    });
  });
}

/** Whether what stands around a purpose says that data is used for it. */
export function isLedTo({ readable: { words, locale }, start, end }: Part): boolean {
  const language = languageOf(locale);
  const before = words.slice(Math.max(0, start - 60), start);
  if (!leadsToPurpose[language]?.test(before) || leadsElsewhere[language]?.test(before)) return false;
  return whoOrWhatElse[language]?.test(words.slice(end, end + 20)) !== true;
}

/** Whether what stands around the name of a country says that data is kept in it or sent to it. */
function saysThatDataGoesThere(part: Part): boolean {
  const { locale } = part.readable;
  const language = languageOf(locale);
  const sentence = sentenceAround(part);
  if (!ofDataAround[language]?.test(sentence) || isDenied(sentence, locale)) return false;
  return whereTo[language]?.test(beforeIn(part)) === true && !isOfReaders(part);
}

/** Whether a country is named as where readers live, whose law applies, or what something is outside of. */
export function isOfReaders(part: Part): boolean {
  const { words, locale } = part.readable;
  if (ofReaders[languageOf(locale)]?.test(beforeIn(part))) return true;
  return byReaders.test(words.slice(part.end, part.end + 20));
}

/** What stands before a part, up to where its sentence may begin. */
function beforeIn({ readable: { words }, start }: Part): string {
  const before = words.slice(Math.max(0, start - 140), start).split(/[.。；;\n]\s/);
  return before.at(-1) ?? '';
}
