import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { compareDurations } from '../base/duration.ts';
import { append } from '../base/group.ts';
import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import { type Audience, common, mayMeet } from '../model/audience.ts';
import type { Row } from '../model/policy.ts';
import { type Deed, deedsOf, type Fit, fitOf, promisedDeeds } from './deeds.ts';
import { readersOf } from './readers.ts';
import { type Facts, type Rule, valuePlace } from './rule.ts';

/** Promises compared with the facts that would break them; findings name both places. */
export const commitmentRules: readonly Rule[] = [
  { code: 'promise-broken', check: (facts) => brokenBy(facts, 'promise-broken', 'certain') },
  { code: 'promise-in-doubt', check: (facts) => brokenBy(facts, 'promise-in-doubt', 'possible') },
  {
    code: 'basic-requires-additional',
    check: (facts) =>
      facts.all('function.requires').flatMap((row) => {
        const [id = '', required = ''] = row.key;
        const [own, other] = [facts.rows.one('function', id), facts.rows.one('function', required)];
        if (own?.values.tier !== 'basic' || other?.values.tier !== 'additional') return [];
        const related = [{ place: valuePlace(other, 'tier'), role: 'promise' as const }];
        return [diagnostic('basic-requires-additional', { id, required }, row.place, related)];
      }),
  },
  {
    code: 'answer-time-conflict',
    check: (facts) =>
      facts.all('right.channel').flatMap((row) => {
        const [right = '', contact = ''] = row.key;
        const [promise, channel] = [facts.rows.one('right', right), facts.rows.one('contact', contact)];
        if (!promise || !channel || !mayMeet(readersOf(facts, right), readersOf(facts, contact))) return [];
        const [promised, given] = [promise.values.answerWithin, channel.values.answerWithin];
        if (promised === undefined || given === undefined || promise.values.days !== channel.values.days)
          return [];
        if ((compareDurations(String(given), String(promised)) ?? 0) <= 0) return [];
        const related = [{ place: valuePlace(promise, 'answerWithin'), role: 'promise' as const }];
        const args = { right, promised: String(promised), contact, given: String(given) };
        return [diagnostic('answer-time-conflict', args, valuePlace(channel, 'answerWithin'), related)];
      }),
  },
];

/** The deeds that a promise rules out, if they are at least this certain. */
function brokenBy(
  facts: Facts,
  code: 'promise-broken' | 'promise-in-doubt',
  wanted: Exclude<Fit, 'none'>,
): readonly Diagnostic[] {
  return conflictsIn(facts).flatMap(({ promise, named, deed, fit }) => {
    if (fit !== wanted) return [];
    const place = named ? (deed.data?.place ?? deed.place) : deed.place;
    const data = named ? deed.data?.id : undefined;
    const [id = ''] = promise.key;
    const args = { promise: id, act: String(promise.values.act), owner: deed.owner, ...(data && { data }) };
    return [diagnostic(code, args, place, [{ place: promise.place, role: 'promise' }])];
  });
}

/** A promise, and a deed that breaks it or may break it. */
interface Conflict {
  readonly promise: Row;
  readonly named: boolean;
  readonly deed: Deed;
  readonly fit: Fit;
}

/** More than anybody fixes at once: thousands of promises that all clauses break make millions of conflicts. */
const mostConflicts = 10_000;

/** Every conflict of a policy; only the most certain one of each clause. */
const conflictsIn = keptWith((facts: Facts): readonly Conflict[] => {
  const audienceOf = eachOnDemand((owner: string) => readersOf(facts, owner));
  const sortsOfAct = eachOnDemand((act: string) =>
    sortsOf(facts, [...(deedsOf[act]?.(facts) ?? []), ...promisedDeeds(facts, act)]),
  );
  let left = mostConflicts;
  return facts.all('commitment').flatMap((promise) => {
    if (left <= 0) return [];
    const [id = ''] = promise.key;
    const sorts = promise.values.promise === 'always' ? [] : sortsOfAct(String(promise.values.act));
    const names = facts.of('commitment.data', id).map((row) => row.key[1] ?? '');
    const recipients = facts.of('commitment.recipient', id).map((row) => row.key[1]);
    const functions = facts.of('commitment.function', id).map((row) => row.key[1] ?? '');
    const fitting = sorts.flatMap((deeds) => {
      const fit = deeds[0] ? fitOfDeed(facts, id, names, deeds[0].deed, audienceOf) : 'none';
      return fit === 'none' ? [] : deeds.map(({ deed, at }) => ({ deed, at, fit }));
    });
    const found = new Map<string, Conflict>();
    for (const { deed, fit: sort } of fitting.sort((a, b) => a.at - b.at)) {
      if (recipients.length > 0 && !recipients.includes(deed.owner)) continue;
      const within = fitOfFunctions(facts, functions, deed);
      if (within === 'none') continue;
      const fit = within === 'possible' ? within : sort;
      const key = names.length > 0 ? `${deed.owner}\t${deed.data?.id}` : deed.owner;
      const other = found.get(key);
      if (!other || (other.fit === 'possible' && fit === 'certain'))
        found.set(key, { promise, named: names.length > 0, deed, fit });
    }
    left -= found.size;
    return [...found.values()];
  });
});

interface NumberedDeed {
  readonly deed: Deed;
  readonly at: number;
}

/** Groups deeds that fit any promise alike, whoever does them, so that a promise is compared with each group once. */
function sortsOf(facts: Facts, deeds: readonly Deed[]): readonly (readonly NumberedDeed[])[] {
  const sorts = new Map<string, NumberedDeed[]>();
  deeds.forEach((deed, at) => {
    const readers = facts.of('applies', deed.owner).map(({ key }) => key.slice(1));
    const { data, purposes, exact, certain } = deed;
    const sort = JSON.stringify([data?.id, data?.open === true, purposes, exact, certain, readers]);
    append(sorts, sort, { deed, at });
  });
  return [...sorts.values()];
}

function fitOfDeed(
  facts: Facts,
  promise: string,
  named: readonly string[],
  deed: Deed,
  audienceOf: (owner: string) => Audience,
): Fit {
  const [readers, others] = [audienceOf(promise), audienceOf(deed.owner)];
  if (!mayMeet(readers, others)) return 'none';
  const { purposes } = facts.policy.vocabulary;
  const promised = facts.of('commitment.purpose', promise).map((row) => row.key[1] ?? '');
  const fits: readonly Fit[] = [
    fitOf(facts.terms, named, deed.data ? [deed.data.id] : [], true),
    fitOf({ get: (id) => purposes[id] }, promised, deed.purposes, deed.exact),
    deed.certain && !(named.length > 0 && deed.data?.open === true) ? 'certain' : 'possible',
    common(readers, others).length > 0 ? 'certain' : 'possible',
  ];
  if (fits.includes('none')) return 'none';
  return fits.includes('possible') ? 'possible' : 'certain';
}

/** Whether a deed is about what certain functions collect; a promise without functions is about all of them. */
function fitOfFunctions(facts: Facts, functions: readonly string[], { owner, data }: Deed): Fit {
  if (functions.length === 0) return 'certain';
  if (facts.rows.one('function', owner)) return functions.includes(owner) ? 'certain' : 'none';
  const named = [...facts.of('recipient.function', owner), ...facts.of('retention.function', owner)];
  if (named.length > 0) return named.some(({ key }) => functions.includes(key[1] ?? '')) ? 'certain' : 'none';
  const collected = functions.flatMap((id) => facts.of('function.data', id).map(({ key }) => key[1] ?? ''));
  if (data === undefined || collected.length === 0) return 'possible';
  return fitOf(facts.terms, collected, [data.id], true) === 'none' ? 'none' : 'possible';
}
