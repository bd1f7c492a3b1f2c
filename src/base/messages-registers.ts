import { entry } from './message.ts';

/** What the dates of a register owe each other, and the calendar. */
export const registerMessages = {
  'register-date-impossible': entry('error', (a: { entry: string; field: string; date: string }) => ({
    reason: `${a.field} of ${a.entry} is ${a.date}, and no calendar has that day.`,
    fix: 'Write a day that exists, as YYYY-MM-DD.',
  })),
  'register-dates-crossed': entry('error', (a: { entry: string; from: string; until: string }) => ({
    reason: `${a.entry} would end on ${a.until}, before it begins on ${a.from}.`,
    fix: 'Swap from and until, or correct the wrong one.',
  })),
  'register-objection-cut': entry(
    'warning',
    (a: { entry: string; announced: string; from: string; earliest: string }) => ({
      reason: `${a.entry} was announced on ${a.announced} and is used from ${a.from}: readers were promised time to object until ${a.earliest}.`,
      fix: `Begin no earlier than the day after ${a.earliest}, or announce it earlier.`,
    }),
  ),
};
