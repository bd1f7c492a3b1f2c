import { eachOnDemand } from '../base/on-demand.ts';
import type { Place } from '../base/place.ts';
import { type Span, spanOf } from '../base/span.ts';
import { ancestry } from '../model/edition.ts';
import type { Row } from '../model/policy.ts';
import { liesWithin } from '../model/regions.ts';
import { isAbroadFor } from './abroad.ts';
import { haveReadersInCommon } from './clause-readers.ts';
import { type Deed, deedsOf, fitOf } from './deeds.ts';
import { type Denial, denialsIn } from './denials.ts';
import {
  exceptions,
  ofAll,
  ofData,
  type ThingDenied,
  thingsDenied,
  unions,
  withinPlaces,
} from './phrases/claims.ts';
import { byLanguage, quotesOf } from './quotes.ts';
import { languageOf, type Part, type Readable } from './readable.ts';
import { type Facts, valuePlace } from './rule.ts';
import { sentenceAround } from './sentence.ts';
import { countriesNamedIn } from './terms-in-text.ts';

/** A sentence without exceptions, and the first fact that contradicts it. */
export interface BrokenClaim extends Part {
  readonly act: string;
  readonly owner: string;
  readonly place: Place;
}

type Exception = Pick<BrokenClaim, 'act' | 'owner' | 'place'>;

/** Every claim that a fact for the same readers contradicts. */
export function brokenClaimsIn(facts: Facts): readonly BrokenClaim[] {
  return [...denials(facts), ...switches(facts), ...places(facts)];
}

/** Denials that facts contradict; of several acts in one sentence, the first. */
function denials(facts: Facts): readonly BrokenClaim[] {
  const told = new Set<string>();
  const purposes = facts.policy.vocabulary.purposes;
  const deedsBy = eachOnDemand((act: string) =>
    (deedsOf[act]?.(facts) ?? []).filter(({ certain }) => certain),
  );
  return denialsIn(facts).flatMap((denial) => {
    const { readable, start, end, act, data, purposes: named } = denial;
    if (isItsOwnPromise(facts, readable, act)) return [];
    // In the text of a clause, a denial about some data is only about that clause.
    const isLocal = data.length > 0 && isOfOneThing(facts, readable);
    const deed = deedsBy(meantBy(denial)).find(
      (one) =>
        (!isLocal || one.owner === readable.owner || isGivenBy(facts, readable.owner, one)) &&
        haveReadersInCommon(facts, readable.owner, one.owner) &&
        fitOf(facts.terms, data, one.data ? [one.data.id] : [], true) === 'certain' &&
        (named.length === 0 ||
          one.purposes.some((id) =>
            ancestry({ get: (term) => purposes[term] }, id).some((above) =>
              named.some((wanted) => above === wanted || above.startsWith(`${wanted}.`)),
            ),
          )),
    );
    const key = `${readable.row.key.join()} ${start}`;
    if (!deed || told.has(key)) return [];
    told.add(key);
    return [{ readable, start, end, act, ...exceptionOf(deed, data.length > 0) }];
  });
}

/** The sort of deeds that break a denial. */
function meantBy({ act, ofAnybody, isLegalTerm }: Denial): string {
  if (isLegalTerm) return 'share-for-advertising';
  return act === 'share' && ofAnybody ? 'hand-over' : act;
}

/** Whether a recipient gets data that a function collects, and is not said to get it with others alone. */
function isGivenBy(facts: Facts, id: string, { owner, data }: Deed): boolean {
  const only = facts.of('recipient.function', owner);
  const collects = facts.of('function.data', id).some(({ key }) => key[1] === data?.id);
  return (
    facts.kindOf(owner) === 'recipient' &&
    collects &&
    (only.length === 0 || only.some(({ key }) => key[1] === id))
  );
}

function isOfOneThing(facts: Facts, { owner }: Readable): boolean {
  return facts.speaking(owner) === 'of-one-thing';
}

function exceptionOf(deed: Deed, isNamed: boolean): Pick<Exception, 'owner' | 'place'> {
  return { owner: deed.owner, place: (isNamed ? deed.data?.place : undefined) ?? deed.place };
}

/** A commitment is compared with the facts by its own fields. */
function isItsOwnPromise(facts: Facts, { owner }: Readable, act: string): boolean {
  return facts.rows.one('commitment', owner)?.values.act === act;
}

/** The facts that make each of these claims untrue. */
const factsAgainst: Readonly<Record<ThingDenied, (facts: Facts) => readonly Omit<Exception, 'act'>[]>> = {
  cookies: (facts) => cookiesOf(facts, () => true),
  collect: (facts) =>
    facts.all('function.data').map((row) => ({ owner: row.key[0] ?? '', place: row.place })),
  marketing: (facts) =>
    facts
      .all('function.purpose')
      .filter(({ key }) => key[1]?.startsWith('marketing.') === true)
      .map((row) => ({ owner: row.key[0] ?? '', place: row.place })),
  'cookies that are not necessary': (facts) => cookiesOf(facts, (row) => row.values.necessary !== true),
  'decide-automatically': (facts) =>
    (deedsOf['decide-automatically']?.(facts) ?? []).filter(({ certain }) => certain),
  'transfer-abroad': (facts) =>
    facts
      .about('country')
      .filter(isAbroadFor(facts))
      .map((row) => ({ owner: row.key[0] ?? '', place: row.place })),
  'hand-over': (facts) => (deedsOf['hand-over']?.(facts) ?? []).filter(({ certain }) => certain),
  personalise: (facts) =>
    facts
      .all('function')
      .flatMap((row) =>
        row.values.personalised === true
          ? [{ owner: row.key[0] ?? '', place: valuePlace(row, 'personalised') }]
          : [],
      ),
};

function switches(facts: Facts): readonly BrokenClaim[] {
  return (Object.keys(thingsDenied) as ThingDenied[]).flatMap((act) =>
    quotesOf(facts, byLanguage(thingsDenied[act])).flatMap(({ readable, start, end }) => {
      if (isItsOwnPromise(facts, readable, act)) return [];
      const language = languageOf(readable.locale);
      const sentence = sentenceAround({ readable, start, end });
      if (exceptions[language]?.test(sentence)) return [];
      const isLocal = isOfOneThing(facts, readable) && !ofAll[language]?.test(sentence);
      const broken = factsAgainst[act](facts).find(
        ({ owner }) =>
          (!isLocal || owner === readable.owner) && haveReadersInCommon(facts, readable.owner, owner),
      );
      return broken ? [{ readable, start, end, act, owner: broken.owner, place: broken.place }] : [];
    }),
  );
}

function cookiesOf(facts: Facts, isMeant: (row: Row) => boolean): readonly Omit<Exception, 'act'>[] {
  return facts
    .all('technology')
    .filter((row) => row.values.type === 'cookie' && isMeant(row))
    .map((row) => ({ owner: row.key[0] ?? '', place: valuePlace(row, 'type') }));
}

/** Claims that data stays in a place, compared with every country that a clause names. */
function places(facts: Facts): readonly BrokenClaim[] {
  const stated = facts.about('country');
  if (stated.length === 0) return [];
  return quotesOf(facts, withinPlaces).flatMap(({ readable, start, end }): BrokenClaim[] => {
    const { words, locale } = readable;
    const language = languageOf(locale);
    const sentence = sentenceAround({ readable, start, end });
    if (!ofData[language]?.test(sentence) || exceptions[language]?.test(sentence)) return [];
    const named = placesIn(facts, readable, words.slice(end, end + 40))[0];
    if (!named || /[.;|()。；]/.test(words.slice(end, end + named.start))) return [];
    const allowed = placesIn(facts, readable, sentence).map(({ id }) => id);
    const row = stated.find(
      ({ key }) =>
        !liesWithin(key.at(-1) ?? '', allowed) && haveReadersInCommon(facts, readable.owner, key[0] ?? ''),
    );
    if (!row) return [];
    const act = row.key.at(-1) ?? '';
    return [{ readable, start, end: end + named.end, act, owner: row.key[0] ?? '', place: row.place }];
  });
}

interface PlaceInText extends Span {
  readonly id: string;
}

/** The countries and unions that a text names, in its order. */
function placesIn(facts: Facts, { locale }: Readable, words: string): readonly PlaceInText[] {
  const countries = countriesNamedIn(facts, words, locale).map(({ ids: [id = ''], ...span }) => ({
    id,
    ...span,
  }));
  const others = (unions[languageOf(locale)] ?? []).flatMap(([name, id]) => {
    const match = name.exec(words);
    return match ? [{ id, ...spanOf(match) }] : [];
  });
  return [...countries, ...others].sort((a, b) => a.start - b.start);
}
