import { enFacts } from './en-facts.ts';
import { enPage } from './en-page.ts';

const language = {
  /** The language in its own words. */
  ownName: 'English',
  date: '{day} {month} {year}',
  /** How the first day of a month is written. */
  firstDay: '1',
  months: {
    1: 'January',
    2: 'February',
    3: 'March',
    4: 'April',
    5: 'May',
    6: 'June',
    7: 'July',
    8: 'August',
    9: 'September',
    10: 'October',
    11: 'November',
    12: 'December',
  },
  units: {
    year: { one: '{count} year', other: '{count} years' },
    month: { one: '{count} month', other: '{count} months' },
    week: { one: '{count} week', other: '{count} weeks' },
    day: { one: '{count} day', other: '{count} days' },
    hour: { one: '{count} hour', other: '{count} hours' },
    minute: { one: '{count} minute', other: '{count} minutes' },
    second: { one: '{count} second', other: '{count} seconds' },
  },
  workingDays: { one: '{count} working day', other: '{count} working days' },
  listSeparator: ', ',
  /** Between parts of one line that are no list of equals. */
  clauseSeparator: ', ',
  /** Between the last two of a list, where the language has a word there. */
  listEnd: ' and ',
  listAlternative: ' or ',
  colon: ': ',
  fullStop: '.',
  /** Between a title and what narrows it down. */
  titleGap: ' · ',
  sentenceGap: ' ',
  open: ' (',
  close: ')',
} as const;

export const english = { ...language, ...enFacts, ...enPage } as const;
