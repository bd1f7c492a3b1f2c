import { diagnostic } from '../base/diagnostic.ts';
import { bracketed, standIns, unbracketed } from './phrases/blanks.ts';
import { quotesOf } from './quotes.ts';
import { found } from './readable.ts';
import { type Rules, valuePlace } from './rule.ts';

/** Blanks of a template that nobody filled in: readers would be told to write to `[email address]`. */
export const blankRules: Rules = {
  'blank-left': (facts) => [
    ...[bracketed, unbracketed]
      .flatMap((expression) => quotesOf(facts, () => expression))
      .map((part) => found('blank-left', { quote: part.quote }, part)),
    ...[...facts.all('party'), ...facts.all('recipient')].flatMap((row) => {
      const name = String(row.values.name ?? '');
      return standIns.test(name) ? [diagnostic('blank-left', { quote: name }, valuePlace(row, 'name'))] : [];
    }),
  ],
};
