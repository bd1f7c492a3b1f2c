import { each, type Fields, freeText, needed, value } from '../fields.ts';
import { duration, oneOf } from '../forms.ts';
import { common } from './any-clause.ts';

/** A way to reach the company. */
export const contactFields = {
  ...common,
  topics: each('contact.topic', 'word', 'What it is for.', {
    form: oneOf('personal-data', 'policy', 'breach', 'complaint', 'rights', 'minors', 'dpo'),
  }),
  channel: needed(
    value(oneOf('email', 'phone', 'form', 'chat', 'post', 'url'), 'What kind of channel it is.'),
  ),
  address: needed(freeText('The address itself: mail address, number, URL or postal address.')),
  department: freeText('The department responsible.'),
  answerWithin: value(duration, 'The longest time to an answer.'),
  days: value(oneOf('calendar', 'working'), 'How days are counted.', { default: 'calendar' }),
} as const satisfies Fields;
