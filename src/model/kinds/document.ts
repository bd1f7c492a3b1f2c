import { each, type Fields, freeText, needed, value } from '../fields.ts';
import { matching, oneOf, url } from '../forms.ts';
import { titled } from './any-clause.ts';

/** Another document that this policy refers to or takes in. */
export const documentFields = {
  ...titled,
  role: needed(
    value(
      oneOf('incorporated', 'referenced', 'prevails'),
      'incorporated: part of this policy. referenced: mentioned. prevails: wins over this policy for its subject.',
    ),
  ),
  url: value(url, 'Where it can be read.'),
  version: freeText('Its version or date.'),
  digest: value(matching('^[0-9a-f]{64}$'), 'The SHA-256 of its text, in hexadecimal.'),
  clauses: each('document.clause', 'clause', 'The clauses it belongs to.'),
} as const satisfies Fields;
