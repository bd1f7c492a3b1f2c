import { each, type Fields, flag, freeText, needed, statedText, structure, value } from '../fields.ts';
import { duration, oneOf, term, url } from '../forms.ts';
import { common, consent, lawfulBases, listed, objectWithin } from './any-clause.ts';

/** How data is handed over by choice, from the form that exposes it least to the one that exposes it most. */
export const formsByExposure = ['entrust', 'advise', 'share', 'succeed', 'transfer', 'disclose'] as const;

/** What a law or a list that names the older form means as well: an adviser decides by itself, a successor takes over. */
const countsAs: Readonly<Record<string, string>> = { advise: 'share', succeed: 'transfer' };

/** A form, and the one that it counts as where a law or a watch asks. */
function formsMeant(form: string): readonly string[] {
  const also = countsAs[form];
  return also === undefined ? [form] : [form, also];
}

/** The forms that fit what a recipient is; a category without a line has any but those that only others have. */
export const fittingForms: Readonly<Record<string, readonly string[]>> = {
  processor: ['entrust'],
  affiliate: ['entrust', 'share', 'succeed', 'transfer'],
  partner: ['entrust', 'share', 'transfer'],
  seller: ['entrust', 'share', 'transfer'],
  adviser: ['advise', 'entrust'],
  acquirer: ['succeed', 'share', 'transfer'],
  authority: ['provide', 'share', 'transfer'],
  court: ['provide', 'share', 'transfer'],
  public: ['disclose'],
  other: ['entrust', 'advise', 'share', 'succeed', 'transfer', 'provide'],
};

/** What a row states of how a recipient gets data: its form and category. */
type Stated = Readonly<Record<string, unknown>>;

/** The forms that a recipient may have where a law or a watch asks: the one that is stated, else all that it could be. */
export function formsOf({ form, category }: Stated): readonly string[] {
  if (form !== undefined) return formsMeant(String(form));
  const could = fittingForms[String(category)] ?? [...formsByExposure, 'provide'];
  return [...new Set(could.flatMap(formsMeant))];
}

/** The form that a recipient has as far as anybody can tell: that of its category, where none is stated. */
export function likelyForm({ form, category }: Stated): string {
  return String(form ?? usualForms[String(category)] ?? 'share');
}

const usualForms: Readonly<Record<string, string>> = {
  processor: 'entrust',
  adviser: 'advise',
  acquirer: 'succeed',
  authority: 'provide',
  court: 'provide',
  public: 'disclose',
};

/** Somebody who receives personal data. */
export const recipientFields = {
  ...common,
  category: value(oneOf(...Object.keys(fittingForms)), 'What the recipient is to the company.'),
  form: value(
    oneOf(...formsByExposure, 'provide'),
    'entrust: works on our behalf. advise: sees it to advise us. share: decides by itself. succeed: takes over the business and the data with it. transfer: hands over. disclose: makes public. provide: hands over because the law demands it. Without it, nothing is said of how.',
  ),
  name: freeText("The recipient's legal name, when it is one company."),
  formerName: freeText(
    'The name that the same company had before. Where `name` becomes another and this is what it was, nobody new receives data.',
  ),
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
      'derogation',
      'none',
    ),
    'What allows sending the data abroad.',
  ),
  mechanismName: freeText('The decision, framework, contract or article by name.'),
  keeps: value(duration, 'How long the recipient may keep the data.'),
  register: listed('recipient.listed'),
  objectWithin,
} as const satisfies Fields;
