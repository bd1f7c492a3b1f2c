import { each, type Fields, laterText, needed, statedText, value } from '../fields.ts';
import { duration, oneOf } from '../forms.ts';
import { named } from './any-clause.ts';

const rights = oneOf(
  'access',
  'copy',
  'portability',
  'correct',
  'supplement',
  'delete',
  'restrict',
  'object',
  'withdraw-consent',
  'cancel-account',
  'explanation',
  'human-review',
  'refuse-marketing',
  'refuse-personalisation',
  'refuse-sale',
  'manage-content',
  'deceased',
  'complain',
  'know',
  'no-worse-treatment',
  'agent',
  'limit-sensitive',
  'appeal',
);

/** Something readers can ask for or do. */
export const rightFields = {
  ...named,
  right: needed(value(rights, 'Which right.')),
  also: each('right.also', 'word', 'Further rights that the same clause gives.', { form: rights }),
  channels: each('right.channel', 'clause', 'Contact clauses where it can be used.', { kind: 'contact' }),
  answerWithin: value(duration, 'The longest time to an answer.'),
  days: value(oneOf('calendar', 'working'), 'How days are counted.', { default: 'calendar' }),
  fee: value(oneOf('none', 'cost-based', 'excessive-only'), 'What it costs.', { once: 'none' }),
  method: statedText('How to use it.'),
  verification: laterText('How whoever asks shows who they are.'),
  grounds: each('right.ground', 'word', 'Grounds on which a request may be refused.', {
    form: oneOf(
      'identity-not-shown',
      'rights-of-others',
      'legal-duty',
      'legal-claims',
      'excessive',
      'security',
      'not-ours',
    ),
  }),
  limits: statedText('When it may be refused or cut short.'),
} as const satisfies Fields;
