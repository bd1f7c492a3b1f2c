import { each, type Fields, flag, structure, value } from '../fields.ts';
import { id, listOf, words, years } from '../forms.ts';
import { titled } from './any-clause.ts';

/** What a term means here. The title is the term. */
export const definitionFields = {
  ...titled,
  aliases: each('definition.alias', 'name', 'Other words that mean the same here.'),
  avoid: structure(listOf(words), 'Words that are not to be used for it; check finds them in other texts.'),
  data: each('definition.data', 'data', 'The data categories the term stands for.'),
  age: value(years, 'The age bound the term sets, in years.'),
  inclusive: flag('true: the age itself is within the term.'),
  source: value(id, 'The document clause where the term is defined when not here.', {
    of: 'clause',
    kind: 'document',
  }),
} as const satisfies Fields;
