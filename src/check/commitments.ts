import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { compareDurations } from '../base/duration.ts';
import { type Audience, audienceFrom, common, mayMeet } from '../model/audience.ts';
import { type Deed, deedsOf, type Fit, fitOf } from './deeds.ts';
import { type Facts, type Rule, valuePlace } from './rule.ts';

/** Promises held against the facts that would break them, both places named. */
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

/** The deeds that a promise rules out, with the certainty that is asked for; of one clause only the surest is told. */
function brokenBy(
  facts: Facts,
  code: 'promise-broken' | 'promise-in-doubt',
  wanted: Exclude<Fit, 'none'>,
): readonly Diagnostic[] {
  const deedsOfAct = onDemandByName((act) => deedsOf[act]?.(facts) ?? []);
  return facts.all('commitment').flatMap((promise) => {
    const [id = ''] = promise.key;
    const { act, promise: sort } = promise.values;
    const deeds = sort === 'always' ? [] : deedsOfAct(String(act));
    const named = facts.of('commitment.data', id).map((row) => row.key[1] ?? '');
    const found = new Map<string, { readonly deed: Deed; readonly fit: Fit }>();
    for (const deed of deeds) {
      const fit = fitOfDeed(facts, id, named, deed);
      const key = named.length > 0 ? `${deed.owner}\t${deed.data?.id}` : deed.owner;
      const known = found.get(key);
      if (fit !== 'none' && (!known || (known.fit === 'possible' && fit === 'certain')))
        found.set(key, { deed, fit });
    }
    return [...found.values()].flatMap(({ deed, fit }) => {
      if (fit !== wanted) return [];
      const place = named.length > 0 ? (deed.data?.place ?? deed.place) : deed.place;
      const data = named.length > 0 ? deed.data?.id : undefined;
      const args = { promise: id, act: String(act), owner: deed.owner, ...(data && { data }) };
      return [diagnostic(code, args, place, [{ place: promise.place, role: 'promise' }])];
    });
  });
}

function fitOfDeed(facts: Facts, promise: string, named: readonly string[], deed: Deed): Fit {
  const [readers, others] = [readersOf(facts, promise), readersOf(facts, deed.owner)];
  if (!mayMeet(readers, others)) return 'none';
  const recipients = facts.of('commitment.recipient', promise).map((row) => row.key[1]);
  if (recipients.length > 0 && !recipients.includes(deed.owner)) return 'none';
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

function readersOf(facts: Facts, owner: string): Audience {
  return audienceFrom(facts.of('applies', owner));
}

function onDemandByName<Value>(make: (name: string) => Value): (name: string) => Value {
  const made = new Map<string, Value>();
  return (name) => {
    const value = made.get(name) ?? make(name);
    made.set(name, value);
    return value;
  };
}
