import { byLanguage } from '../quotes.ts';
import type { ByLanguage } from '../readable.ts';

/** What ends a list of data, purposes or functions without ending it. */
export const openEnds = byLanguage({
  en: /\bat least your\b|\band\/?(?:or)? (?:(?:any|various|certain|some) )?other (?:[a-z-]+ ){0,2}(?:information|data|details|identifiers?|characteristics|purposes|functions|features|records|materials?)\b(?! (?:that|which|listed|named|described|shown|you (?:choose|decide)))|\band so (?:on|forth)\b|\betc\b\.?|\bamong other (?:things|data|information)\b|\b(?:including|includes?),? (?:but|though) (?:is |are )?not limited to\b|\bother purposes\b/gi,
  zh: /等(?:等)?(?:个人)?(?:信息|数据|资料|内容)(?!(?:安全|系统|技术))|(?<![一二三四五六七八九十\d两几同平高初中上下均相优对])等(?=[，。；、）]|$)|(?:以及|和|及)其他(?:相关)?(?:个人)?(?:信息|数据|资料|目的|功能)|包括但不限于/g,
});

/** Doubled stops, a stop before a small letter where no abbreviation ends, a comma before a stop, a space before one. */
export const strayMarks =
  /[.。!！?？;；,，]\s+[.。](?!\.)|[,，、;；]\s*[。.](?!\d|\.)|。。|，，|(?<![A-Z.])\b(?!(?:e\.?g|i\.?e|etc|vs|no|nos|art|approx|incl|cf|ca|resp|inc|ltd|corp|co|p|pp|al|st|dr|mr|mrs|ms|jr|sr|dept|est|max|min|abs|fig|vol|sec|ch|para|u\.s|a\.m|p\.m|z\.b|d\.h|bzw|usw|ggf|nr)\b)\p{Ll}{3,}\. (?:the|and|or|to|you|your|we|our|if|for|when|this|that|in|of|as|with|by|is|are|not|it|they|which|discount|processing|information|data|services?|please)\b/gu;

/** An item of a list whose mark Markdown does not take for one: `1\\.`, `(a)`, `（1）`, `1、`, `•`. */
export const markedByHand =
  /^(?:\\?[-*+•·]|[(（]?(?:\d{1,2}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})\\?[.)、）．])\s*\S/u;

export const conditionalItem = /^(?:[-*+]|\d+[.)])\s+if\s/i;

/** Whom a letter begins with: `Dear applicant,`, `Sehr geehrte Damen und Herren,`. */
export const salutation =
  /^(?:Dear|Sehr geehrte[rs]?|Liebe[rs]?|Guten Tag|Chère?s?|Madame|Monsieur|Bonjour|Estimad[oa]s?|Apreciad[oa]s?|Querid[oa]s?|亲爱的|尊敬的)(?!\p{Ll})[^.!?。]{0,60}[,，]$/u;

/** The mark of an item. */
export const itemStart = /^(?:[-*+]|\d+[.)])\s+/;

/** A line of an address, or of another block of names: every word has a capital or a figure. */
export const addressLine = /^[\p{Lu}\d][^\s]*(?: [\p{Lu}\d][^\s]*){0,6}$/u;

/** A stop that ends no sentence where a small letter follows: a number, a bracket, `an die Lampe Inc. übermittelt`. */
export const endsNone =
  /(?:\d\.|[.!?]["”’)」）*_]+|(?<!\p{L})(?:Inc|Ltd|Co|Corp|Pte|Pty|Ltda|Jr|Sr|St|Nr|etc|bzw|usw|resp|S\.A|B\.V|N\.V|S\.L|e\. ?V|p\. ?ex|z\. ?B|u\. ?a|d\. ?h)\.)\s+$/u;

/** A condition and nothing that follows from it. */
export const danglingCondition =
  /^(?:If|When|Whenever|Unless|Because|Although|Where)\s(?!(?:can|do|does|is|are|will|may|should|must)\b)(?:(?!\b(?:then|please|we|will|must|can|may|is|are|shall|contact|write|see|go|tell|ask|click|use|open|(?:do|does|is|are)n['’]t|(?:do|does) not|won['’]t)\b)[^,:;—–?])*[.;]$/i;

/** What denies, or makes it depend on something. */
export const denying: ByLanguage = {
  en: /\b(?:not|never|no|without|neither|nor|cannot|can't|don't|doesn't|won't|instead of|rather than|unless|other than|apart from|if you (?:do not|don['’]t|refuse|decline|say no)|how long|nobody|none|nothing(?! (?:but|else|more|except))|only if|stops?|switch(?:ed)? off)\b/i,
  zh: /不|无|没有|未|非|除|如果|若|停止|关闭/,
};
