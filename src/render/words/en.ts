import { enFacts } from './en-facts.ts';
import { enPage } from './en-page.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const units: Readonly<Record<string, string>> = {
  year: 'year',
  month: 'month',
  week: 'week',
  day: 'day',
  hour: 'hour',
  minute: 'minute',
  second: 'second',
};

const language = {
  locale: 'en' as string,
  /** The column of `countries.json`. */
  countryColumn: 0 as number,
  date(year: string, month: number, day: number): string {
    return `${day} ${months[month - 1] ?? month} ${year}`;
  },
  amount(count: number, unit: string): string {
    return `${count} ${units[unit] ?? unit}${count === 1 ? '' : 's'}`;
  },
  workingDays(count: number): string {
    return `${count} working ${count === 1 ? 'day' : 'days'}`;
  },
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
};

export const en = { ...language, ...enFacts, ...enPage };
