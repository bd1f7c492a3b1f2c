import { keptWith } from '../base/on-demand.ts';
import type { Row } from '../model/policy.ts';
import {
  charges,
  type Denying,
  denying,
  free,
  inSomeCases,
  notCharged,
  ofReaders,
} from './phrases/rights.ts';
import { type Quote, quotesIn } from './quotes.ts';
import { found, languageOf, type Readable, readablesOf } from './readable.ts';
import { type Facts, type Rules, valuePlace } from './rule.ts';
import { sentenceSpan } from './sentence.ts';

/** Fields in which a right is explained; what limits it is there to be limited. */
const explaining = new Set(['text', 'summary', 'method']);

/** What the text of a right says of its price, or that there is none, against the facts of the right. */
export const rightRules: Rules = {
  'prose-names-other-fee': (facts) =>
    textsOfRights(facts).flatMap(({ row, readable }) => {
      const language = languageOf(readable.locale);
      const expressions = [charges[language], free[language]].filter((one) => one !== undefined);
      const fee = String(row.values.fee);
      const quotes = expressions.flatMap((one) => quotesIn(readable, one));
      return quotes
        .filter((quote) => contradicts(quote, fee))
        .map((quote) => {
          const related = [{ place: valuePlace(row, 'fee'), role: 'facts' as const }];
          const args = { quote: quote.quote, id: readable.owner, fee };
          return found('prose-names-other-fee', args, quote, related);
        });
    }),
  'prose-denies-right': (facts) =>
    textsOfRights(facts).flatMap(({ row, readable }) => {
      const language = denying[languageOf(readable.locale)];
      return (language ? quotesIn(readable, language.says) : []).flatMap((quote) => {
        const right = rightsIn(facts, row).find((one) => denies(quote, one, language));
        if (right === undefined) return [];
        const related = [{ place: valuePlace(row, 'right'), role: 'facts' as const }];
        const part = { readable, ...trimmed(quote) };
        return [found('prose-denies-right', { id: readable.owner, right }, part, related)];
      });
    }),
};

/** The texts that explain a right: few of all, so that each is searched by itself. */
const textsOfRights = keptWith((facts: Facts) =>
  readablesOf(facts).flatMap((readable): { readonly row: Row; readonly readable: Readable }[] => {
    const row = explaining.has(readable.field) ? facts.rows.one('right', readable.owner) : undefined;
    return row ? [{ row, readable }] : [];
  }),
);

/** Every right that a clause gives. */
function rightsIn(facts: Facts, row: Row): readonly string[] {
  const also = facts.of('right.also', row.key[0] ?? '').map(({ key }) => key[1] ?? '');
  return [String(row.values.right), ...also];
}

function contradicts(quote: Quote, fee: string): boolean {
  const { readable, start, match } = quote;
  const language = languageOf(readable.locale);
  const sentence = sentenceSpan(quote);
  const whole = readable.words.slice(sentence.start, sentence.end);
  const isDenied = (to: number): boolean =>
    notCharged[language]?.test(readable.words.slice(sentence.start, to)) === true;
  if (/[?？]\s*$/.test(whole) || isDenied(start)) return false;
  const isLimited = inSomeCases[language]?.test(whole) === true;
  if (match[0].search(charges[language] ?? /^$/) !== 0) return fee === 'cost-based' && !isLimited;
  // `We charge no fee`: its last word is the fee.
  if (isDenied(start + match[0].lastIndexOf(' ') + 1)) return false;
  return fee === 'none' || (fee === 'excessive-only' && !isLimited);
}

/** In characters: whoever says more than this says something else as well. */
const plain = 200;

/** Whether a sentence says this and nothing else: of one that goes on, nobody can say what it leaves. */
function denies(quote: Quote, right: string, language: Denying | undefined): boolean {
  const asked = language?.asked[right];
  if (!asked || (ofReaders.has(right) && !language.ofReaders.test(quote.match[0]))) return false;
  const { start, end } = sentenceSpan(quote);
  const whole = quote.readable.words.slice(start, end);
  if (whole.length > plain || /[?？:：]\s*$|\b(?:have|has) to\b|\bask you\b/i.test(whole)) return false;
  const parts = [...whole.matchAll(language.parts)].map(([part]) => part.toLowerCase().replaceAll("'", '’'));
  return (
    parts.some((part) => asked.has(part)) &&
    parts.every((part) => asked.has(part) || language.fillers.has(part))
  );
}

function trimmed(quote: Quote): { start: number; end: number } {
  const { start, end } = sentenceSpan(quote);
  const whole = quote.readable.words.slice(start, end);
  return {
    start: start + whole.length - whole.trimStart().length,
    end: start + whole.trimEnd().replace(/[.!。！]{1,3}$/, '').length,
  };
}
