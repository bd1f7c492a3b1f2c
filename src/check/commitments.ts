import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { compareDurations } from '../base/duration.ts';
import { append } from '../base/group.ts';
import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import { common, mayMeet } from '../model/audience.ts';
import type { Row } from '../model/policy.ts';
import type { FactRelation } from '../model/relations.ts';
import { readersOf } from './clause-readers.ts';
import { type Deed, deedsOf, type Fit, fitOf, promisedDeeds } from './deeds.ts';
import { type Facts, type Rules, valuePlace } from './rule.ts';

/** Promises compared with the facts that would break them; findings name both places. */
export const commitmentRules: Rules = {
  'promise-broken': (facts) => brokenBy(facts, 'promise-broken', 'certain'),
  'promise-in-doubt': (facts) => brokenBy(facts, 'promise-in-doubt', 'possible'),
  'basic-requires-additional': (facts) =>
    facts.all('function.requires').flatMap((row) => {
      const [id = '', required = ''] = row.key;
      const [own, other] = [facts.rows.one('function', id), facts.rows.one('function', required)];
      if (own?.values.tier !== 'basic' || other?.values.tier !== 'additional') return [];
      const related = [{ place: valuePlace(other, 'tier'), role: 'promise' as const }];
      return [diagnostic('basic-requires-additional', { id, required }, row.place, related)];
    }),
  'answer-time-conflict': (facts) =>
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
};

/** The deeds that a promise rules out, if they are at least this certain. */
function brokenBy(
  facts: Facts,
  code: 'promise-broken' | 'promise-in-doubt',
  wanted: Exclude<Fit, 'none'>,
): readonly Diagnostic[] {
  return conflictsIn(facts).flatMap(({ promise: { row, id, data }, deed, fit }) => {
    if (fit !== wanted) return [];
    const item = data.length > 0 ? deed.data : undefined;
    const ofItem = item && { data: item.id };
    const args = { promise: id, act: String(row.values.act), owner: deed.owner, ...ofItem };
    const related = [{ place: row.place, role: 'promise' as const }];
    return [diagnostic(code, args, item?.place ?? deed.place, related)];
  });
}

/** A promise, with the data, purposes, functions and recipients that it is about; all of those of which it names none. */
interface Promised {
  readonly row: Row;
  readonly id: string;
  readonly data: readonly string[];
  readonly purposes: readonly string[];
  readonly functions: readonly string[];
  readonly recipients: readonly string[];
}

function promisedBy(facts: Facts, row: Row): Promised {
  const [id = ''] = row.key;
  const named = (relation: FactRelation) => facts.of(relation, id).map(({ key }) => key[1] ?? '');
  return {
    row,
    id,
    data: named('commitment.data'),
    purposes: named('commitment.purpose'),
    functions: named('commitment.function'),
    recipients: named('commitment.recipient'),
  };
}

/** A promise, and a deed that breaks it or may break it. */
interface Conflict {
  readonly promise: Promised;
  readonly deed: Deed;
  readonly fit: Fit;
}

/** More than anybody fixes at once: thousands of promises that all clauses break make millions of conflicts. */
const mostConflicts = 10_000;

/** Every conflict of a policy. */
const conflictsIn = keptWith((facts: Facts): readonly Conflict[] => {
  const sortsOfAct = eachOnDemand((act: string) =>
    sortsOf(facts, [...(deedsOf[act]?.(facts) ?? []), ...promisedDeeds(facts, act)]),
  );
  let left = mostConflicts;
  return facts.all('commitment').flatMap((row) => {
    if (left <= 0) return [];
    const promise = promisedBy(facts, row);
    const sorts = row.values.promise === 'always' ? [] : sortsOfAct(String(row.values.act));
    const fitting = sorts.flatMap((deeds) => {
      const fit = deeds[0] ? fitOfDeed(facts, promise, deeds[0].deed) : 'none';
      return fit === 'none' ? [] : deeds.map(({ deed, at }) => ({ promise, deed, at, fit }));
    });
    const inOrder = fitting.sort((a, b) => a.at - b.at);
    const found = surestOfEach(facts, inOrder);
    left -= found.length;
    return found;
  });
});

/** Of what each clause may do against a promise, the most certain; for each item, if the promise names data. */
function surestOfEach(facts: Facts, fitting: readonly Conflict[]): readonly Conflict[] {
  const found = new Map<string, Conflict>();
  for (const { promise, deed, fit: ofDeed } of fitting) {
    const fit = leastOf([ofDeed, fitOfDoer(facts, promise, deed)]);
    const key = promise.data.length > 0 ? `${deed.owner}\t${deed.data?.id}` : deed.owner;
    const known = found.get(key)?.fit ?? 'none';
    if (fit !== 'none' && known !== 'certain' && known !== fit) found.set(key, { promise, deed, fit });
  }
  return [...found.values()];
}

/** How certain it is that all of several fit. */
function leastOf(fits: readonly Fit[]): Fit {
  if (fits.includes('none')) return 'none';
  return fits.includes('possible') ? 'possible' : 'certain';
}

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

/** Whom each clause is for: asked of every promise and every sort of deed together. */
const audiencesIn = keptWith((facts: Facts) => eachOnDemand((owner: string) => readersOf(facts, owner)));

function fitOfDeed(facts: Facts, promise: Promised, deed: Deed): Fit {
  const audienceOf = audiencesIn(facts);
  const [readers, others] = [audienceOf(promise.id), audienceOf(deed.owner)];
  if (!mayMeet(readers, others)) return 'none';
  const { purposes } = facts.policy.vocabulary;
  return leastOf([
    fitOf(facts.terms, promise.data, deed.data ? [deed.data.id] : [], true),
    fitOf({ get: (id) => purposes[id] }, promise.purposes, deed.purposes, deed.exact),
    deed.certain && !(promise.data.length > 0 && deed.data?.open === true) ? 'certain' : 'possible',
    common(readers, others).length > 0 ? 'certain' : 'possible',
  ]);
}

/** Whether a promise is about whoever does a deed, and about what its functions collect. */
function fitOfDoer(facts: Facts, { recipients, functions }: Promised, { owner, data }: Deed): Fit {
  if (recipients.length > 0 && !recipients.includes(owner)) return 'none';
  if (functions.length === 0) return 'certain';
  if (facts.rows.one('function', owner)) return functions.includes(owner) ? 'certain' : 'none';
  const named = [...facts.of('recipient.function', owner), ...facts.of('retention.function', owner)];
  if (named.length > 0) return named.some(({ key }) => functions.includes(key[1] ?? '')) ? 'certain' : 'none';
  const collected = functions.flatMap((id) => facts.of('function.data', id).map(({ key }) => key[1] ?? ''));
  if (data === undefined || collected.length === 0) return 'possible';
  return fitOf(facts.terms, collected, [data.id], true) === 'none' ? 'none' : 'possible';
}
