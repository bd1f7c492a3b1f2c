import type { Diagnostic } from '../base/diagnostic.ts';
import { type Deed, deedsOf } from './deeds.ts';
import { numberOf } from './quantities-in-text.ts';
import { byLanguage, quotesOf } from './quotes.ts';
import { found, languageOf } from './readable.ts';
import type { Facts, Rule } from './rule.ts';
import { sentenceAround } from './sentence.ts';

/** Claims that allow of no exception, counts, and dates that somebody typed. */
export const claimRules: readonly Rule[] = [
  {
    code: 'prose-claims-otherwise',
    check: (facts) =>
      claims.flatMap(({ act, says }) => {
        const [deed] = certainDeeds(facts, act);
        if (!deed) return [];
        return quotesOf(facts, byLanguage(says)).flatMap(({ readable, quote, start, end }): Diagnostic[] => {
          const exception = exceptions[languageOf(readable.locale)];
          if (exception?.test(sentenceAround(readable.words, start, end))) return [];
          if (facts.of('applies', readable.owner).length > 0) return [];
          const args = { quote, act, owner: deed.owner };
          const places = [{ place: deed.place, role: 'facts' as const }];
          return [found('prose-claims-otherwise', args, readable, start, end, places)];
        });
      }),
  },
  {
    code: 'prose-counts-otherwise',
    check: (facts) =>
      quotesOf(facts, counting).flatMap(({ readable, quote, start, end, match }) => {
        const announced = numberOf(match.groups?.count ?? '');
        const count = itemsAfter(readable.words, end);
        if (announced === undefined || count === 0 || count === announced) return [];
        const words = quote.trim();
        return [
          found('prose-counts-otherwise', { quote: words, count }, readable, start, start + words.length),
        ];
      }),
  },
  {
    code: 'typed-date',
    check: (facts) =>
      quotesOf(facts, dates).map(({ readable, quote, start, end }) =>
        found('typed-date', { quote }, readable, start, end),
      ),
  },
];

interface Claim {
  readonly act: 'share' | 'sell' | 'disclose' | 'collect';
  /** By language. The object is data in general: of one category a commitment speaks better. */
  readonly says: Readonly<Record<string, RegExp>>;
}

const claims: readonly Claim[] = [
  {
    act: 'share',
    says: {
      en: /\bwe (?:will |would |do )?(?:never|not) (?:ever )?(?:share|pass on|give away|hand over)(?:,? (?:or|sell|rent|trade|disclose)){0,4} (?:any of )?(?:your|any)(?: personal)? (?:data|information)(?: (?:with|to) (?:anyone|anybody|others|third parties|any third part(?:y|ies)))?/gi,
      zh: /(?:绝不|决不|从不|永不|不会)(?:向(?:任何|其他)?(?:第三方|他人|人))?(?:共享|分享)(?:您的)?(?:个人)?(?:信息|数据)/g,
    },
  },
  {
    act: 'sell',
    says: {
      en: /\bwe (?:will |would |do )?(?:never|not) (?:ever )?(?:sell|rent or sell|sell or rent|trade) (?:any of )?(?:your|any)(?: personal)? (?:data|information)/gi,
      zh: /(?:绝不|决不|从不|永不|不会)(?:向(?:任何|其他)?(?:第三方|他人|人))?(?:出售|售卖)(?:您的)?(?:个人)?(?:信息|数据)/g,
    },
  },
  {
    act: 'disclose',
    says: {
      en: /\bwe (?:will |would |do )?(?:never|not) (?:ever )?(?:publish|make public|disclose publicly|publicly disclose) (?:any of )?(?:your|any)(?: personal)? (?:data|information)/gi,
      zh: /(?:绝不|决不|从不|永不|不会)公开(?:披露)?(?:您的)?(?:个人)?(?:信息|数据)/g,
    },
  },
  {
    act: 'collect',
    says: {
      en: /\bwe (?:will |would |do )?(?:never|not) (?:ever )?(?:collect|record|gather) (?:any of )?(?:your|any)(?: personal)? (?:data|information)(?= (?:at all|of any kind|whatsoever)|\.|$)/gi,
      zh: /(?:绝不|决不|从不|永不|不会)收集(?:您的)?(?:任何)?(?:个人)?(?:信息|数据)(?=[。；，]|$)/g,
    },
  },
];

/** What makes a claim allow of exceptions: those are for its readers to weigh. */
const exceptions: Readonly<Record<string, RegExp>> = {
  en: /\b(?:except|unless|without|other than|only|beyond|apart from|save|for (?:their|marketing|advertising|money|direct|any other|other|purposes)|outside|if|when|where|until|in exchange|before)\b/i,
  zh: /除|但|未经|没有您|非经|仅|如果|除非|之外|用于|以外|事先/,
};

function certainDeeds(facts: Facts, act: Claim['act']): readonly Deed[] {
  return (deedsOf[act]?.(facts) ?? []).filter(({ certain }) => certain);
}

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
