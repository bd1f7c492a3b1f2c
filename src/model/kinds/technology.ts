import { each, type Fields, flag, freeText, needed, statedText, value } from '../fields.ts';
import { lifetime, oneOf } from '../forms.ts';
import { common, listed, objectWithin } from './any-clause.ts';

/** A cookie, SDK or similar technology. */
export const technologyFields = {
  ...common,
  type: needed(
    value(oneOf('cookie', 'sdk', 'pixel', 'local-storage', 'fingerprint', 'other'), 'What it is.'),
  ),
  provider: freeText('Who provides it.'),
  formerName: freeText(
    'The name that the same provider had before. Where `provider` becomes another and this is what it was, nobody new provides it.',
  ),
  lifetime: value(lifetime, 'How long it stays on the device: session, or a period (P1Y).'),
  necessary: flag('true: the product cannot work without it. false: it works without it.', { once: false }),
  data: each('technology.data', 'data', 'What it reads or stores.'),
  purposes: each('technology.purpose', 'purpose', 'Why.'),
  optOut: statedText('How to refuse it.'),
  register: listed('technology.listed'),
  objectWithin,
} as const satisfies Fields;
