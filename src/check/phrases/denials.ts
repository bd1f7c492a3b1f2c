import { byLanguage } from '../quotes.ts';
import type { ByLanguage } from '../readable.ts';

export type Act = 'share' | 'sell' | 'disclose' | 'collect' | 'retain' | 'use';

/** The beginning of a denial. */
export const denying = byLanguage({
  en: /\b(?:(?:we|nor do we|and) (?:(?:will|would|do|shall|can) (?:never|not)|(?:do|wo|ca)n['’]t|cannot|never|promise (?:never to|not to))|(?:is|are|be) (?:never|not)|(?:is|are)n['’]t|(?:will|shall|can) (?:never|not) be|won['’]t be|(?<nobody>no (?:third part(?:y|ies)|other compan(?:y|ies)|advertisers?)|(?:nobody|no one) (?:else|but (?:you|us)))(?: (?:will|can))?)(?: ever)? /gi,
  zh: /(?:绝不会?|决不会?|从不会?|永不|均?不会|不得|承诺不|并?不(?=共享|出售|出租|公开|收集|提供给))/g,
});

/** Words that leave room for exceptions: such a claim is for people to weigh. */
export const exceptions: ByLanguage = {
  en: /\b(?:except|unless|without|other than|only|beyond|apart from|save (?:for|where|as)|outside|if|when|where|until|in exchange|before|longer|more than|necessary|need|unauthori[sz]ed|knowingly|directly|currently|sense|understood)\b/i,
  zh: /除|但|未经|没有您|非经|仅|如果|若|之外|以外|事先|授权|同意|法律|超出|无关|必要/,
};

/** Verbs, as an infinitive and as a participle. */
export const english: Readonly<Record<string, Act>> = {
  ...each(
    'share',
    'share shared',
    'pass on',
    'passed on',
    'give away',
    'given away',
    'hand over',
    'handed over',
  ),
  ...each('sell', 'sell sold rent rented trade traded lease leased'),
  ...each(
    'disclose',
    'publish published',
    'make public',
    'made public',
    'publicly disclose',
    'publicly disclosed',
  ),
  ...each(
    'collect',
    'collect collected record recorded gather gathered track tracked log logged scan scanned',
    'ask for',
    'ask you for',
    'asked for',
    'ask about',
    'ask you about',
    'asked about',
  ),
  ...each('retain', 'store stored save saved keep kept retain retained'),
  ...each('use', 'use used'),
  ...each('share', 'receive receives get gets obtain obtains see sees'),
};

/** Verbs that mean sharing only in a sentence that says with whom. */
export const handing: Readonly<Record<string, Act>> = each(
  'share',
  'disclose disclosed provide provided transfer transferred give given send sent reveal revealed pass passed',
);

function each(act: Act, words: string, ...phrases: readonly string[]): Readonly<Record<string, Act>> {
  return Object.fromEntries([...words.split(' '), ...phrases].map((verb) => [verb, act]));
}

/** One verb of a list of verbs. Sticky. */
export const nextVerb =
  /(?:(?: ?, ?| ?\/ ?| )?(?:or|nor|and) |, ?|\/)?(?:ever |otherwise |intentionally )?(publicly disclosed?|ask(?:ed)?(?: you)? (?:for|about)|pass(?:ed)? on|give(?:n)? away|hand(?:ed)? over|ma(?:k|d)e public|\p{L}+)/uy;

export const dataInGeneral =
  /^(?:any of |all of |all |any )?(?:your |the |our (?:users|customers)['’] |(?:user|customer|users['’]) )?(?:own )?(?:personal(?:ly identifiable)? )?(?:data|information|details)\b/i;

/** What stands between the things of a list, and before each. */
export const listed = /^(?:, (?:(?:or|and|nor) )?| (?:or|and|nor) )(?:any |your |the |an? )?/i;

/** A thing of a list that the taxonomy does not know. */
export const unknownThing = /^\p{L}+(?:[ -]\p{L}+){0,2}(?=, | (?:or|and|nor) )/iu;

export const toSomebody =
  /\b(?:to|with) (?:(?:[\w’-]+ ){0,4}?or any(?:one|body)|any(?:one|body)?|third|others?\b|other (?:compan|part|people|organi)|advertisers)/i;

export const anybody = /\b(?:to|with) (?:(?:[\w’-]+ ){0,4}?or )?(?:any(?:one|body)\b|nobody|no one)/i;

/** A denial about some recipients, which says nothing of others. */
export const withSomeOnly =
  /^(?: (?:data|information))? (?:with|to) (?!any|third|others\b|other (?:compan|part|people|organi|business)|outside|them\b)/i;

/** Words after which “sell or share” is what California's law calls so: a sale, and advertising across contexts. */
export const asLawDefines =
  /\b(?:California|CCPA|CPRA|as (?:[\w’-]+ ){0,6}defined|(?:within|under) the meaning|meanings? (?:of|given|in))\b/i;

/** What may follow the object without narrowing the denial. */
export const ends = /^(?: at all| whatsoever| of any kind| in any form| about you| from you)*\s*(?:$|,)/i;

export const chineseVerbs: readonly (readonly [RegExp, Act, needsWhom?: boolean])[] = [
  [/^(?:出售|售卖|出租|交易|贩卖)/, 'sell'],
  [/^公开(?:披露)?/, 'disclose'],
  [/^(?:共享|分享)/, 'share'],
  [/^(?:提供|转让|披露|透露|泄露)/, 'share', true],
  [/^(?:收集|采集|获取|记录)/, 'collect'],
  [/^(?:存储|保存|留存)/, 'retain'],
  [/^(?:使用|用于)/, 'use'],
];

/** What may stand between a denial and its verb: a manner, the data, the recipients. */
export const betweenInChinese =
  /^(?:以任何(?:形式|方式))?(?:被|再)?(?:[将把对](?:[^，,]{0,14}?(?:信息|数据|资料|[^，,向给与用]{1,8})))?(?:[向与给同](?:任何|其他|其它)?(?:的)?(?:第三方|他人|任何人|人|公司|组织|机构|个人|和){0,6})?(?:被)?/;

export const anyone = /任何人|任何(?:公司|组织|机构)/;

export const whom = /第三方|他人|任何人|其他公司|其他组织/;
