import { durationInEnglish } from '../base/duration-words.ts';
import type { Obligation } from '../diff/obligations.ts';
import { phases } from '../diff/owed.ts';
import { valueName } from '../diff/value-names.ts';

const things: Readonly<Record<Obligation['owes'], string>> = {
  notice: 'notice',
  'prominent-notice': 'prominent notice',
  consent: 'consent',
  'express-consent': 'express consent',
  'separate-consent': 'separate consent',
  'guardian-consent': 'consent',
  objection: 'a way to object',
  assessment: 'an assessment of the impact',
  filing: 'a filing with the authority',
  'lead-time': 'lead time',
  'notice-record': 'a record that the notice was sent',
};

const whens: Readonly<Record<Obligation['phase'], string>> = {
  'before-release': 'before release',
  'before-processing': 'before processing',
  'after-release': 'after release',
};

/**
 * What is owed for a change, a line for each phase; the JSON report has all of it. To whom is said where it is not
 * simply those whom the change affects.
 */
export function owedWords(obligations: readonly Obligation[]): string[] {
  return phases.flatMap((phase) => {
    const owed = obligations.filter((one) => one.phase === phase);
    return owed.length === 0 ? [] : [`Owed ${whens[phase]}: ${listed(owed)}`];
  });
}

/** Each thing once, with the short form of what it rests on. A record rests on what its notice does. */
function listed(obligations: readonly Obligation[]): string {
  const byThing = new Map<string, Set<string>>();
  for (const one of obligations) {
    const thing = nameOf(one) + toWhom(one);
    const rests = byThing.get(thing) ?? new Set();
    byThing.set(thing, one.owes === 'notice-record' ? rests : rests.add(shortOf(one)));
  }
  return [...byThing]
    .map(([thing, rests]) => (rests.size === 0 ? thing : `${thing} (${[...rests].join('; ')})`))
    .join(', ');
}

function toWhom({ owes, to, through }: Obligation): string {
  const joint = owes.endsWith('consent') ? 'from' : owes.endsWith('notice') ? 'to' : 'for';
  // With whom something is filed is part of what it is.
  const whom = to === undefined || owes === 'filing' ? '' : ` ${joint} ${to}`;
  return through === undefined ? whom : `${whom}, ${through}`;
}

function nameOf({ owes, detail, days }: Obligation): string {
  if (detail === undefined) return things[owes];
  if (owes !== 'lead-time') return `${things[owes]} by ${channelsIn(detail)}`;
  return `${durationInEnglish(detail)} ahead${days === 'working' ? ', in working days' : ''}`;
}

function channelsIn(detail: string): string {
  return detail
    .split(', ')
    .map((channel) => valueName('change.channel', channel))
    .join(', ');
}

function shortOf({ rests, evidence }: Obligation): string {
  const short = citationIn(rests.replace(/^clause [^,]*, /, ''));
  return evidence === 'reading' ? `${short}, our reading` : short;
}

/** `GB/T 35273-2020 C.2` of a citation with words after it: up to the first colon and space behind a number. */
function citationIn(rests: string): string {
  const parts = rests.split(':');
  const last = parts.findIndex((part, at) => /\d/.test(part) && parts[at + 1]?.startsWith(' '));
  return last === -1 ? rests : parts.slice(0, last + 1).join(':');
}
