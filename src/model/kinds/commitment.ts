import { each, type Fields, text, value } from '../fields.ts';
import { oneOf } from '../forms.ts';
import { named } from './any-clause.ts';

/** What a promise can be about. */
export const acts = oneOf(
  'collect',
  'use',
  'share',
  'sell',
  'transfer-abroad',
  'disclose',
  'profile',
  'decide-automatically',
  'retain',
  'train-models',
  'cut-rights',
  'heed-do-not-track',
  'heed-gpc',
  'let-people-read',
  're-identify',
  'use-aggregated',
  'use-only-aggregated',
  'take-off-device',
  'tell-of-requests',
  'report-requests',
  'bind-successor',
  'ask-an-adult',
);

/** Something promised never, or always, to happen. */
export const commitmentFields = {
  ...named,
  promise: value(
    oneOf('never', 'always', 'none'),
    'never, always, or none: declared not to exist. With the act in one line: never: sell.',
  ),
  act: value(acts, 'What the promise is about.'),
  data: each('commitment.data', 'data', 'The data it speaks of.'),
  purposes: each('commitment.purpose', 'purpose', 'The purposes it speaks of.'),
  functions: each('commitment.function', 'clause', 'The functions whose data it speaks of.', {
    kind: 'function',
  }),
  words: text('The promise in your own words. Readers get them in place of our sentence.'),
  recipients: each('commitment.recipient', 'clause', 'The recipients it speaks of.', { kind: 'recipient' }),
} as const satisfies Fields;
