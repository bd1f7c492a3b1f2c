import { durationInEnglish } from '../base/duration-words.ts';
import { keptByText, keptWith } from '../base/on-demand.ts';
import type { Obligation } from '../diff/obligations.ts';
import { phases } from '../diff/owed.ts';
import { valueName } from '../diff/value-names.ts';

const acts: Readonly<Record<Obligation['owes'], string>> = {
  notice: 'notice',
  'prominent-notice': 'prominent notice',
  consent: 'consent',
  'express-consent': 'express consent',
  'separate-consent': 'separate consent',
  'guardian-consent': 'consent',
  objection: 'a way to object',
  assessment: 'an assessment of the impact',
  filing: 'a filing',
  'lead-time': 'lead time',
  'notice-record': 'a record that the notice was sent',
};

const whens: Readonly<Record<Obligation['phase'], string>> = {
  'before-release': 'before release',
  'before-processing': 'before processing',
  'after-release': 'after release',
};

/**
 * What is owed for a change; the JSON report has all of it. What everybody affected is owed has a line for each phase;
 * readers who are owed more have lines of their own, for lawyers read by place. Channels are named once.
 */
export const owedWords = keptWith((obligations: readonly Obligation[]): readonly string[] => {
  if (obligations.length === 0) return [];
  // What was remembered as text is no longer one object for all that owe the same.
  const all = JSON.stringify(obligations);
  return kept(all, all.length, () => wordsOf(obligations));
});

const kept = keptByText<readonly string[]>();

function wordsOf(obligations: readonly Obligation[]): string[] {
  const named = new Set<string>();
  const audiences = new Set(obligations.map(audienceOf));
  const toAll = phases.flatMap((phase) => {
    const owed = obligations.filter((one) => one.phase === phase && audienceOf(one) === '');
    return owed.length === 0 ? [] : [`Owed ${whens[phase]}: ${listed(owed, named)}`];
  });
  const toSome = [...audiences].flatMap((audience) => {
    if (audience === '') return [];
    const parts = phases.flatMap((phase) => {
      const owed = obligations.filter((one) => one.phase === phase && audienceOf(one) === audience);
      return owed.length === 0 ? [] : [`${whens[phase]}, ${listed(owed, named)}`];
    });
    return [`Owed to ${audience}: ${parts.join('; ')}`];
  });
  return [...toAll, ...toSome];
}

/** What is owed before a change takes effect, each once, without to whom and why: `prominent notice, 30 days ahead`. */
export function owedInShort(obligations: readonly Obligation[]): string {
  const asked = obligations.filter(({ phase }) => phase !== 'after-release');
  const isProminent = asked.some(({ owes }) => owes === 'prominent-notice');
  const things = asked.flatMap((one) => {
    if (one.owes === 'notice' && isProminent) return [];
    return one.owes === 'lead-time' ? nameOf(one) : acts[one.owes];
  });
  return [...new Set(things)].join(', ');
}

/** To whom, if not simply to those affected; for a filing, the authority is part of what it is. */
function audienceOf({ owes, to = '' }: Obligation): string {
  return owes === 'filing' ? '' : to;
}

/** Each obligation once, with what it rests on; those by our reading alone come last. A record rests on what its notice does. */
function listed(owed: readonly Obligation[], named: Set<string>): string {
  const obligations = owed.filter((one) => !isToldMore(one, owed));
  const isRead = ([, all]: readonly [string, readonly Obligation[]]): boolean =>
    all.every(({ evidence }) => evidence === 'reading');
  const things = grouped(obligations, (one) => thingOf(one, named));
  const words = [...things.filter((one) => !isRead(one)), ...things.filter(isRead)].map(([thing, all]) => {
    const rests = restsOf(all.filter(({ owes }) => owes !== 'notice-record'));
    return rests === '' ? thing : `${thing} (${rests})`;
  });
  for (const { owes, detail } of obligations)
    if (owes !== 'lead-time' && detail !== undefined) named.add(detail);
  return words.join(', ');
}

/** Whether the same article asks for a prominent notice, which is a notice too. */
function isToldMore({ owes, rests }: Obligation, all: readonly Obligation[]): boolean {
  return owes === 'notice' && all.some((one) => one.owes === 'prominent-notice' && one.rests === rests);
}

/** What obligations rest on in short, each once: first what is certain, then our own reading. */
function restsOf(obligations: readonly Obligation[]): string {
  const short = (isMeant: (one: Obligation) => boolean): string[] => [
    ...new Set(obligations.filter(isMeant).map(({ rests }) => citationIn(rests.replace(saidElsewhere, '')))),
  ];
  const sure = short(({ evidence }) => evidence !== 'reading');
  const read = short(({ evidence }) => evidence === 'reading').filter((one) => !sure.includes(one));
  return [...byLaw(sure), ...(read.length === 0 ? [] : [`our reading: ${byLaw(read).join('; ')}`])].join(
    '; ',
  );
}

/** What the remark on why the change is material says already, and a clause whose promise is named. */
const saidElsewhere = /^(?:clause [^,]*|no list of material changes was promised), (?:and )?/;

const sharedStart = /^[^;]*? art\. (?!.*(?:,| and ))/;

/** `GDPR art. 13(1)(e), 13(1)(f)`: the articles of one law together, unless one is a list itself. */
function byLaw(citations: readonly string[]): string[] {
  const laws = grouped(citations, (one) => sharedStart.exec(one)?.[0] ?? one);
  return laws.map(([law, all]) => law + all.map((one) => one.slice(law.length)).join(', '));
}

function grouped<T>(all: readonly T[], nameOf: (one: T) => string): (readonly [string, readonly T[]])[] {
  const names = [...new Set(all.map(nameOf))];
  return names.map((name) => [name, all.filter((one) => nameOf(one) === name)]);
}

function thingOf(one: Obligation, named: Set<string>): string {
  const { through, detail = '' } = one;
  const thing = one.owes === 'lead-time' || !named.has(detail) ? nameOf(one) : acts[one.owes];
  return through === undefined ? thing : `${thing}, ${through}`;
}

function nameOf({ owes, detail, days, to }: Obligation): string {
  if (owes === 'filing' && to !== undefined) return `${acts.filing} with ${to}`;
  if (detail === undefined) return acts[owes];
  if (owes !== 'lead-time') return `${acts[owes]} by ${channelsIn(detail)}`;
  return `${durationInEnglish(detail)} ahead${days === 'working' ? ', in working days' : ''}`;
}

function channelsIn(detail: string): string {
  return detail
    .split(', ')
    .map((channel) => valueName('change.channel', channel))
    .join(', ');
}

/** `GB/T 35273-2020 C.2` of a citation with words after it: up to the first colon and space behind a number. */
function citationIn(rests: string): string {
  const parts = rests.split(':');
  const last = parts.findIndex((part, at) => /\d/.test(part) && parts[at + 1]?.startsWith(' '));
  return last === -1 ? rests : parts.slice(0, last + 1).join(':');
}
