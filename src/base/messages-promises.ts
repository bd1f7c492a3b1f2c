import { entry } from './message.ts';

/** A promise, what it is about, and the clause that says otherwise. */
export interface ContradictedPromise {
  readonly promise: string;
  readonly act: string;
  readonly owner: string;
  readonly data?: string;
}

const object = (data: string | undefined): string => (data === undefined ? '' : ` (${data})`);

/** Promises of a policy held against its own facts. */
export const promiseMessages = {
  'promise-broken': entry('error', (a: ContradictedPromise) => ({
    reason: `${a.promise} promises that this never happens (act: ${a.act}), and ${a.owner} says that it does${object(a.data)}.`,
    fix: 'Take the fact out if it is not so; otherwise say in the promise what it does not cover, or withdraw it.',
  })),
  'promise-in-doubt': entry('warning', (a: ContradictedPromise) => ({
    reason: `${a.promise} promises that something never happens (act: ${a.act}), and what ${a.owner} says may be just that${object(a.data)}.`,
    fix: 'State the fact more narrowly (data, purposes, form, regions), so that it is certain to be something else.',
  })),
  'basic-requires-additional': entry('error', (a: { id: string; required: string }) => ({
    reason: `${a.id} is basic and requires ${a.required}, which readers are told they may refuse without losing the rest.`,
    fix: `Take ${a.required} out of requires:, or correct the tier of one of the two.`,
  })),
  'basic-on-consent': entry('warning', (a: { id: string; purpose: string }) => ({
    reason: `${a.id} is basic and rests on consent (${a.purpose}): nobody can refuse it and still use the service, so nobody consents freely.`,
    fix: 'Make it additional, or name the ground that it rests on, such as contract (PIPL art. 16, GDPR art. 7(4)).',
  })),
  'basis-unknown-to-law': entry(
    'warning',
    (a: { id: string; basis: string; profile: string; law: string; whom: string }) => ({
      reason: `${a.id} rests on ${a.basis} for readers ${a.whom} too, and ${a.law} (profile ${a.profile}) knows no such ground.`,
      fix: 'Limit the clause with applies: to those whose law knows this ground, and say in a clause for the others what it rests on there.',
    }),
  ),
  'watch-both-ways': entry('info', (a: { entry: string; watches: readonly string[] }) => ({
    reason: `${a.entry} watches ${a.watches.join(', ')} both ways: a faster answer, or less data, falls under it as much as a slower one, or more.`,
    fix: `Write { watch: ${a.watches[0]}, direction: worse } if only what is no good news for readers is meant, or direction: any if both are.`,
  })),
  'answer-time-conflict': entry(
    'warning',
    (a: { right: string; promised: string; contact: string; given: string }) => ({
      reason: `${a.right} promises an answer within ${a.promised} through ${a.contact}, which answers within ${a.given}.`,
      fix: 'Make the two agree, or name another channel for the right.',
    }),
  ),
};
