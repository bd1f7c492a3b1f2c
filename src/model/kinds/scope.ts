import { each, type Fields, flag, laterText, statedText } from '../fields.ts';
import { channels, common } from './any-clause.ts';

/** What the policy covers. */
export const scopeFields = {
  ...common,
  products: each('scope.product', 'name', 'Products covered.'),
  channels: each('scope.channel', 'word', 'In which forms.', {
    form: channels,
  }),
  inherits: flag('Products of affiliates without a policy of their own are covered too.'),
  processor: laterText('Where the company only works for others, who are responsible.'),
  excludes: statedText('What is not covered.'),
  separate: each(
    'scope.separate',
    'clause',
    'Document clauses: policies that take precedence for their products.',
    { kind: 'document' },
  ),
} as const satisfies Fields;
