import { entry } from './message.ts';

/** Promises of a policy held against its own facts. */

/** A promise, what it is about, and the clause that says otherwise. */
export interface ContradictedPromise {
  readonly promise: string;
  readonly act: string;
  readonly owner: string;
  readonly data?: string;
}

const object = (data: string | undefined): string => (data === undefined ? '' : ` (${data})`);

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
  'answer-time-conflict': entry(
    'warning',
    (a: { right: string; promised: string; contact: string; given: string }) => ({
      reason: `${a.right} promises an answer within ${a.promised} through ${a.contact}, which answers within ${a.given}.`,
      fix: 'Make the two agree, or name another channel for the right.',
    }),
  ),
};
