import { each, type Fields, flag, freeText, needed, statedText, structure, value } from '../fields.ts';
import { duration, oneOf, term, url } from '../forms.ts';
import { consent, lawfulBases, listed, titled } from './any-clause.ts';

/** Somebody who receives personal data. */
export const recipientFields = {
  ...titled,
  category: value(
    oneOf('affiliate', 'processor', 'partner', 'seller', 'authority', 'public', 'other'),
    'What the recipient is to the company.',
  ),
  form: needed(
    value(
      oneOf('entrust', 'share', 'transfer', 'disclose', 'provide'),
      'entrust: works on our behalf. share: both decide. transfer: hands over. disclose: makes public. provide: hands over because the law demands it.',
    ),
  ),
  name: freeText("The recipient's legal name, when it is one company."),
  contact: freeText('How readers reach the recipient.'),
  policyUrl: value(url, "The recipient's own privacy policy."),
  receives: each('recipient.data', 'data', 'What it receives.', {
    by: 'data',
    fields: {
      data: needed(structure(term, 'The id.')),
      for: each(
        'recipient.data.purpose',
        'purpose',
        'The purposes this item serves; without it, all purposes of the recipient.',
        { otherwise: 'purposes' },
      ),
    },
  }),
  purposes: each('recipient.purpose', 'purpose', 'Why it receives the data.'),
  countries: each('recipient.country', 'country', 'Where it processes the data.'),
  onlyWith: each(
    'recipient.function',
    'clause',
    'Functions without which nothing is sent; without it, always.',
    { kind: 'function' },
  ),
  consent,
  safeguard: statedText('How the data stays protected.'),
  sale: flag('A sale where a law defines one.'),
  crossContextAdvertising: flag('Shared for cross-context behavioural advertising where a law defines it.'),
  basis: value(lawfulBases, 'The legal basis for giving the data.'),
  mechanism: value(
    oneOf(
      'adequacy',
      'standard-contract',
      'binding-rules',
      'certification',
      'security-assessment',
      'consent',
      'none',
    ),
    'What allows sending the data abroad.',
  ),
  keeps: value(duration, 'How long the recipient may keep the data.'),
  register: listed('recipient.listed'),
} as const satisfies Fields;
