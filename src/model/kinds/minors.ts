import { type Fields, flag, needed, value } from '../fields.ts';
import { id, years } from '../forms.ts';
import { common } from './any-clause.ts';

/** Rules for children and their guardians. */
export const minorsFields = {
  ...common,
  age: needed(value(years, 'The age below which the rules hold, in years.')),
  inclusive: flag('true: the age itself is covered too.'),
  guardianConsent: flag('A guardian must consent.'),
  rules: value(id, 'The document clause with the rules for children.', { of: 'clause', kind: 'document' }),
  contact: value(id, 'The contact clause for guardians.', { of: 'clause', kind: 'contact' }),
} as const satisfies Fields;
