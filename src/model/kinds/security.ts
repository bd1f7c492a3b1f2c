import { each, type Fields, value } from '../fields.ts';
import { duration, oneOf } from '../forms.ts';
import { common } from './any-clause.ts';

/** How data is protected. */
export const securityFields = {
  ...common,
  measures: each('security.measure', 'word', 'Measures in use.', {
    form: oneOf(
      'encryption-in-transit',
      'encryption-at-rest',
      'access-control',
      'pseudonymisation',
      'audit',
      'training',
      'certification',
      'incident-response',
      'testing',
    ),
  }),
  breachNotice: value(duration, 'Within what time readers are told of a breach.'),
} as const satisfies Fields;
