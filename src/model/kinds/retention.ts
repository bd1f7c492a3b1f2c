import { each, type Fields, flag, statedText, value } from '../fields.ts';
import { duration, keptFor, oneOf } from '../forms.ts';
import { common } from './any-clause.ts';

/** How long data is kept, and what happens then. */
export const retentionFields = {
  ...common,
  default: flag('true: covers all data that no other retention clause covers.'),
  data: each('retention.data', 'data', 'The data covered.'),
  functions: each('retention.function', 'clause', 'The functions whose data is covered.', {
    kind: 'function',
  }),
  purposes: each('retention.purpose', 'purpose', 'The purposes whose data is covered.'),
  period: value(keptFor, 'How long: a period, forever, or while-active: as long as the account is in use.'),
  atLeast: value(duration, 'For at least how long, where a period is the longest one or there is none.'),
  criterion: statedText('The rule that sets how long, when no period can be given.'),
  start: value(
    oneOf(
      'collection',
      'last-use',
      'end-of-function',
      'transaction',
      'account-closure',
      'request',
      'deletion',
    ),
    'When the period starts.',
  ),
  countries: each('retention.country', 'country', 'Where the data is stored.'),
  expiry: value(oneOf('deleted', 'anonymised', 'archived', 'returned'), 'What happens at the end.', {
    once: 'deleted',
  }),
} as const satisfies Fields;
