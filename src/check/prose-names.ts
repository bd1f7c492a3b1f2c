import type { Diagnostic } from '../base/diagnostic.ts';
import { type ClauseKind, kindsAbout, kindsWithData } from '../model/kinds.ts';
import { lastPart, ownerOf } from '../model/policy.ts';
import { liesWithin } from '../model/regions.ts';
import { relationsAbout, relationsWithData } from '../model/relations.ts';
import { calledPermission, neverAsked, permissions, using } from './phrases/names.ts';
import {
  isLedTo,
  isOfNone,
  isOfReaders,
  otherCountriesOfPolicy,
  otherDataOfPolicy,
  otherPurposesOfPolicy,
} from './prose-of-no-clause.ts';
import { type Quote, quotesOf } from './quotes.ts';
import { found, languageOf, quoted, type Readable, readablesOf } from './readable.ts';
import type { Facts, Rules } from './rule.ts';
import { isDenied, sentenceAround } from './sentence.ts';
import { countriesNamedIn, dataNamedIn, isNear, parentsIn, purposesNamedIn } from './terms-in-text.ts';

/** What the texts of a clause name, held against what its facts name. */
export const nameRules: Rules = {
  'prose-names-other-data': (facts) => [
    ...kindsWithData('collected', 'received')
      .flatMap((kind) => proseOf(facts, kind))
      .flatMap((readable) => otherData(facts, readable)),
    ...otherDataOfPolicy(facts),
  ],
  'prose-names-other-country': (facts) => [
    ...kindsAbout('country')
      .flatMap((kind) => proseOf(facts, kind))
      .flatMap((readable) => otherCountries(facts, readable)),
    ...otherCountriesOfPolicy(facts),
  ],
  'prose-names-other-purpose': (facts) => [
    ...kindsWithData('collected', 'received').flatMap((kind) =>
      proseOf(facts, kind).flatMap((readable) => otherPurposes(facts, readable, kind)),
    ),
    ...otherPurposesOfPolicy(facts),
  ],
  'prose-names-other-permission': (facts) => {
    const told = new Set<string>();
    return quotesOf(facts, permissions).flatMap((part) => otherPermission(facts, part, told));
  },
};

/** Each once. */
function otherData(facts: Facts, readable: Readable): readonly Diagnostic[] {
  const { owner: id, words, locale } = readable;
  const own = dataOf(facts, id);
  if (own.size === 0 && facts.rows.one('function', id) === undefined) return [];
  const parents = parentsIn(facts);
  const told = new Set<string>();
  return dataNamedIn(facts, words, locale).flatMap(({ ids, start, end }) => {
    const part = { readable, start, end };
    const isOwn = ids.some((data) => isNear(parents, data, own));
    if (isOwn || told.has(ids.join()) || !saysThatItIsUsed(sentenceAround(part), locale)) return [];
    told.add(ids.join());
    const args = { quote: quoted(part), data: ids, id };
    return [found('prose-names-other-data', args, part, related(facts, id))];
  });
}

function otherCountries(facts: Facts, readable: Readable): readonly Diagnostic[] {
  const { owner: id, words, locale } = readable;
  const own = countriesOf(facts, id);
  if (own.size === 0) return [];
  return countriesNamedIn(facts, words, locale).flatMap(({ ids: [country = ''], start, end }) => {
    const part = { readable, start, end };
    // Where facts name members of a union, a text may name the union.
    const isOwn = own.has(country) || [...own].some((one) => liesWithin(one, [country]));
    if (isOwn || isOfReaders(part) || isDenied(sentenceAround(part), locale)) return [];
    const args = { quote: quoted(part), country, id };
    return [found('prose-names-other-country', args, part, related(facts, id))];
  });
}

/** Each once. */
function otherPurposes(facts: Facts, readable: Readable, kind: ClauseKind): readonly Diagnostic[] {
  const { owner: id, words, locale } = readable;
  const own = purposesOf(facts, kind, id);
  if (own.size === 0) return [];
  const told = new Set<string>();
  return purposesNamedIn(facts, words, locale).flatMap(({ ids, start, end }) => {
    const part = { readable, start, end };
    const groups = ids.map((one) => one.split('.')[0] ?? '');
    // What the law demands is said as often where a text tells its legal basis.
    if (groups.some((one) => one === 'legal' || own.has(one)) || told.has(ids.join())) return [];
    if (!isLedTo(part) || isDenied(sentenceAround(part), locale)) return [];
    told.add(ids.join());
    const args = { quote: quoted(part), purposes: ids, id };
    return [found('prose-names-other-purpose', args, part, related(facts, id))];
  });
}

/** What texts that are of no function name is told once in a language. */
function otherPermission(facts: Facts, part: Quote, told: Set<string>): readonly Diagnostic[] {
  const { owner: id, locale } = part.readable;
  const functions = functionsAsking(facts, part.readable);
  const own = functions.flatMap((one) => facts.of('function.permission', one).map(({ key }) => key[1]));
  const permission = permissionIn(part);
  if (functions.length === 0 || permission === undefined || own.includes(permission)) return [];
  if (neverAsked[languageOf(locale)]?.test(sentenceAround(part))) return [];
  const args = { quote: part.quote, permission };
  if (functions.includes(id))
    return [found('prose-names-other-permission', { ...args, id }, part, related(facts, id))];
  if (told.has(`${permission} ${locale}`)) return [];
  told.add(`${permission} ${locale}`);
  return [found('prose-names-other-permission', args, part)];
}

/** A clause, and the functions that it requires. */
function withRequired(facts: Facts, id: string): readonly string[] {
  return [id, ...facts.of('function.requires', id).map(({ key }) => key[1] ?? '')];
}

/** The functions whose permissions a text speaks of: its own with those that it requires, or all of them. */
function functionsAsking(facts: Facts, readable: Readable): readonly string[] {
  const { owner, field } = readable;
  if (field.endsWith('title')) return [];
  if (facts.rows.one('function', owner)) return withRequired(facts, owner);
  return isOfNone(facts, readable) ? facts.all('function').map(ownerOf) : [];
}

/** The groups of purposes that a clause serves, or a function that it requires. */
function purposesOf(facts: Facts, kind: ClauseKind, id: string): ReadonlySet<string> {
  const owners = withRequired(facts, id);
  const named = relationsAbout('purpose').filter((relation) => relation.startsWith(`${kind}.`));
  const own = named.flatMap((relation) => owners.flatMap((one) => facts.of(relation, one)));
  return new Set(own.map(({ key }) => (key.at(-1) ?? '').split('.')[0] ?? ''));
}

function permissionIn({ match }: Quote): string | undefined {
  const named = Object.values(match.groups ?? {}).find((one) => one !== undefined) ?? '';
  return calledPermission.find(([words]) => words.test(named))?.[1];
}

function proseOf(facts: Facts, kind: ClauseKind): readonly Readable[] {
  return readablesOf(facts).filter(
    ({ owner, field }) =>
      (field === 'text' || field === 'summary') && facts.rows.one(kind, owner) !== undefined,
  );
}

function related(facts: Facts, id: string): Diagnostic['related'] {
  const place = facts.rows.one('clause', id)?.place;
  return place ? [{ place, role: 'facts' }] : [];
}

/** Data that a clause collects or receives, or a function that it requires. */
function dataOf(facts: Facts, id: string): ReadonlySet<string> {
  const owners = withRequired(facts, id);
  return new Set(
    relationsWithData('collected', 'received').flatMap((relation) =>
      owners.flatMap((one) => facts.of(relation, one).map(lastPart)),
    ),
  );
}

function countriesOf(facts: Facts, id: string): ReadonlySet<string> {
  const named = relationsAbout('country').flatMap((relation) => facts.of(relation, id).map(lastPart));
  const regions = facts.of('applies', id).flatMap(({ key }) => (key[1] === 'region' ? [key[2] ?? ''] : []));
  return new Set(named.length === 0 ? [] : [...named, ...regions.map((region) => region.slice(0, 2))]);
}

/** Whether a sentence says that data is used, and neither denies it nor makes it depend on something. */
function saysThatItIsUsed(sentence: string, locale: string): boolean {
  const language = languageOf(locale);
  return using[language]?.test(sentence) === true && !isDenied(sentence, locale);
}
