import { each, type Fields, flag, group, needed, statedText, structure, text, value } from '../fields.ts';
import { keptFor, oneOf, term } from '../forms.ts';
import { common, consent, lawfulBases, sensitiveGrounds } from './any-clause.ts';

/** Something the product does with personal data. */
export const functionFields = {
  ...common,
  tier: value(
    oneOf('basic', 'additional'),
    'basic: needed to use the product at all. additional: a free choice that leaves the rest untouched. Without it, the function says nothing of tiers.',
  ),
  purposes: each('function.purpose', 'purpose', 'Why: purposes of the taxonomy.', {
    by: 'purpose',
    fields: {
      purpose: needed(structure(term, 'The id.')),
      basis: value(lawfulBases, 'The legal basis for this purpose.'),
      interest: statedText('The legitimate interest pursued, when that is the basis.'),
    },
  }),
  collects: each('function.data', 'data', 'What data: categories of the taxonomy.', {
    by: 'data',
    fields: {
      data: needed(structure(term, 'The id.')),
      source: value(
        oneOf('provided', 'observed', 'staff', 'derived', 'third-party', 'public-sources'),
        'provided: the reader gives it. observed: recorded, while they use the product or by a camera. staff: written down by people who work for the company. derived: worked out from other data. third-party: somebody else gives it. public-sources: taken from where everybody can see it.',
        { once: 'provided' },
      ),
      method: value(
        oneOf('form', 'upload', 'sensor', 'log', 'cookie', 'sdk', 'computation', 'interface'),
        'How it is collected.',
      ),
      required: flag('false: the function works without it. true: it does not.', { once: true }),
      public: flag('true: shown to the public.'),
      from: statedText('Who gives it, when the source is a third party, or what it is derived from.'),
      note: text('Anything readers should know about this item.'),
      for: each(
        'function.data.purpose',
        'purpose',
        'The purposes this item serves; without it, all purposes of the function.',
        { otherwise: 'purposes' },
      ),
    },
  }),
  permissions: each('function.permission', 'permission', 'Device permissions it asks for.', {
    by: 'permission',
    fields: {
      permission: needed(structure(term, 'The id.')),
      trigger: statedText('The act of the reader that makes the product use the permission.'),
    },
  }),
  requires: each('function.requires', 'clause', 'Functions that must be in use before this one can be.', {
    kind: 'function',
  }),
  consent,
  sensitive: group('What must be told when sensitive data is used.', {
    necessity: statedText('Why the sensitive data is necessary.'),
    impact: statedText('How its use affects people.'),
    protection: statedText('How it is protected in particular.'),
    ground: value(sensitiveGrounds, 'What the law allows its use by, beside the basis of the purposes.'),
  }),
  refusal: statedText('What happens to readers who refuse.'),
  optOut: statedText('How to switch the function off again.'),
  keeps: value(keptFor, 'How long the data of the function is kept, where no retention clause says it.'),
  automated: group(
    'Decisions made without a person.',
    {
      logic: statedText('How the decision is made.'),
      effect: statedText('What it means for the reader.'),
      review: statedText('How to have a person look at it.'),
    },
    { presence: true },
  ),
  personalised: group(
    'Results that depend on who the reader is.',
    { off: statedText('How to get results that do not.') },
    { presence: true },
  ),
} as const satisfies Fields;
