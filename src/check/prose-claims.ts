import { brokenClaimsIn } from './claims.ts';
import { numberOf } from './quantities-in-text.ts';
import { byLanguage, quotesOf } from './quotes.ts';
import { found, quoted } from './readable.ts';
import type { Rule } from './rule.ts';

/** Claims that allow of no exception, counts, and dates that somebody typed. */
export const claimRules: readonly Rule[] = [
  {
    code: 'prose-claims-otherwise',
    check: (facts) =>
      brokenClaimsIn(facts).map((claim) => {
        const { act, owner, place } = claim;
        const args = { quote: quoted(claim), act, owner };
        return found('prose-claims-otherwise', args, claim, [{ place, role: 'facts' }]);
      }),
  },
  {
    code: 'prose-counts-otherwise',
    check: (facts) =>
      quotesOf(facts, counting).flatMap(({ readable, quote, start, end, match }) => {
        const announced = numberOf(match.groups?.count ?? '');
        const count = itemsAfter(readable.words, end);
        if (announced === undefined || count === 0 || count === announced) return [];
        const part = { readable, start, end: start + match[0].trimEnd().length };
        return [found('prose-counts-otherwise', { quote, count }, part)];
      }),
  },
  {
    code: 'typed-date',
    check: (facts) => quotesOf(facts, dates).map((part) => found('typed-date', { quote: part.quote }, part)),
  },
];

const counting = byLanguage({
  en: /\b(?:the following|these|in|of)? ?(?<count>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[a-z-]+ ){0,2}(?:types|kinds|categories|ways|cases|situations|purposes|reasons|conditions|groups|parts|steps|rights)\b[^.:\n]{0,60}:\n{1,2}(?= {0,8}(?:[-*+]|\d{1,2}[.)]) )/gi,
  zh: /(?:以下|下列|如下)?(?<count>两|三|四|五|六|七|八|九|十|\d{1,2})(?:个|种|类|项|条|方面)[^。：\n]{0,20}：\n{1,2}(?= {0,8}(?:[-*+]|\d{1,2}[.)]) )/g,
});

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

const dates = byLanguage({
  en: /\b(?:effective(?: date| since| from| as of)?|last (?:updated|revised|modified)|date of (?:last )?(?:update|revision)|updated on|in force since)\b[^.\n]{0,40}?\b(?:\d{1,2} )?(?:\d{4}-\d{2}-\d{2}|(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4})/gi,
  zh: /(?:生效日期|更新日期|发布日期|最近更新|最新版本)[^。\n]{0,12}?\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?/g,
});
