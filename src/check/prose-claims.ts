import { brokenClaimsIn } from './claims.ts';
import { counting, dates } from './phrases/typed.ts';
import { numberOf } from './quantities-in-text.ts';
import { quotesOf } from './quotes.ts';
import { found, quoted } from './readable.ts';
import type { Rules } from './rule.ts';

/** Claims that allow of no exception, counts, and dates that somebody typed. */
export const claimRules: Rules = {
  'prose-claims-otherwise': (facts) =>
    brokenClaimsIn(facts).map((claim) => {
      const { act, owner, place } = claim;
      const args = { quote: quoted(claim), act, owner };
      return found('prose-claims-otherwise', args, claim, [{ place, role: 'facts' }]);
    }),
  'prose-counts-otherwise': (facts) =>
    quotesOf(facts, counting).flatMap(({ readable, quote, start, end, match }) => {
      const announced = numberOf(match.groups?.count ?? '');
      const count = itemsAfter(readable.words, end);
      if (announced === undefined || count === 0 || count === announced) return [];
      const part = { readable, start, end: start + match[0].trimEnd().length };
      return [found('prose-counts-otherwise', { quote, count }, part)];
    }),
  'typed-date': (facts) =>
    quotesOf(facts, dates).map((part) => found('typed-date', { quote: part.quote }, part)),
};

/** How many items the list has that begins there. */
function itemsAfter(words: string, at: number): number {
  const rest = words.slice(at).replace(/^\s*\n/, '');
  const indent = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
  let count = 0;
  for (const line of rest.split('\n')) {
    const item = /^([ \t]*)(?:[-*+]|\d+[.)])\s/.exec(line);
    if (item) count += (item[1] ?? '').length <= indent ? 1 : 0;
    else if (line.trim() !== '' && !/^[ \t]/.test(line)) break;
  }
  return count;
}
