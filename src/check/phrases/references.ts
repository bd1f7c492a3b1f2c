import { byLanguage } from '../quotes.ts';

/** A table that is elsewhere in the chapter. */
export const tables = byLanguage({
  en: /\b(?:the )?(?:table|chart) below\b|\bthe following (?:table|chart)\b/gi,
  zh: /下表|以下表格|下列表格/g,
  de: /\b(?:die|der|in der) (?:folgenden?|nachstehenden?|untenstehenden?) Tabelle\b|\bTabelle unten\b/gi,
});

/** A name and an id set as a directive is, or nearly. */
export const nearlyDirective = /(?<![\p{L}\d:]):{1,2}([A-Za-z]{3,10}) ?[[({]([a-z\d][\w.-]{0,80})[\])}]/gu;

/** A number, with what marks it as one of a heading: `1.1 `, `2. `, `(3)`, `b)`, `§ 4`, `Section 4`, 第一章, 一、. */
export const typedNumber =
  /^\s*(?:(?:section|article|chapter|part|clause|annex|appendix|abschnitt|kapitel|artikel|teil|ziffer)\s+(?:\d+|[ivx]+)\b[.:]?\s|§\s?\d+\.?\s|[a-h]\)\s|[a-h]\.\s(?=\p{L}{3})|\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\p{L})|\d{1,2}(?:[.)]\s|[、．）])\s*(?=\p{L})|[(（]\d{1,2}[)）]|[IVX]{1,5}[.)]\s|第[一二三四五六七八九十百\d]+[章节条節條部編]|[（(]?[一二三四五六七八九十]{1,3}[、）)．])/iu;

/** A part of this text by its number. */
export const numbered = byLanguage({
  en: /\b(?:(?:[Ss]ections?|SECTIONS?|[Cc]hapters?|[Cc]lauses?|[Pp]aragraphs?|[Ii]tems?|Parts?)(?:[^\S\n]+|\n)|[Ss]ec\.[^\S\n]?)(?:\d{1,2}(?:\.\d{1,2})*(?![\w%])|(?:[IVX]{2,4}|[VX])\b)|§{1,2}\s?\d{1,2}(?:\.\d{1,2})*(?=\s+(?:of\s+(?:this|our)|above|below)\b)|\b[Aa]rticles?\s+\d+(?:\.\d+)*(?=\s+of\s+(?:this|our)\b|\s+(?:above|below)\b)/g,
  zh: /(?:(?:本政策|本隐私政策|本文|本协议|上述|前述|下述)的?|(?:见|请见|参见|参阅|详见|按照|依照|适用)(?:本政策|本隐私政策|本文)?的?[“"]?)第\s*[（(]?[一二三四五六七八九十\d]+[）)]?\s*(?:章|节|条|款|部分?)/g,
  de: /\b(?:siehe|vgl\.|in|im|unter|gemäß|nach|von)\s+(?:(?:dem|den|der)\s+)?(?:Abschnitt(?:en)?|Ziffern?|Punkt|Kapiteln?)\s+(?:\d{1,2}(?:\.\d{1,2})*(?![\w%])|[IVX]{1,4}\b)/g,
});

/** A part of this text by where it stands. */
export const positions = byLanguage({
  en: /\b(?:at the (?:end|bottom) of (?:this|our|the) (?:(?:privacy )?(?:policy|notice|statement)|page|document)|(?:in|see|under) the (?:above|following|previous|preceding|next|last) (?:section|chapter|clause|paragraph)|(?:section|chapter|clause|paragraph|contact (?:details|information))s? (?:above|below)|(?:described|listed|set out|mentioned|explained|stated) (?:above|below)\b(?! the))/gi,
  zh: /(?:本(?:隐私)?政策|本文|本页)(?:的)?(?:末尾|结尾|文末|最后(?!一?次?的?(?:修改|修订|修正|更新|变更|发布|生效)))|(?:上|下)(?:一|述)?(?:章|节)(?:所述)?|见(?:上文|下文|文末)/g,
  de: /\b(?:am (?:Ende|Schluss) (?:dieser|der|unserer) (?:\p{L}*[Ee]rklärung|\p{L}*[Hh]inweise|Seite)|(?:im|siehe) (?:vorigen|vorherigen|vorstehenden|folgenden|nächsten) (?:Abschnitt|Kapitel|Absatz)|(?:siehe|wie) (?:oben|unten)|(?:oben|unten) (?:genannt|beschrieben|aufgeführt|angegeben)\p{L}{0,2})(?!\p{L})/gu,
});

/** What stands behind the number of a law or of another document: `of the Regulation`, ` GDPR`, `(1) Civil Code`. */
export const behindNumber = [
  /^[\w().,/ -]{0,24}?\b(?:of|in|under|to)\s+(?:(?:the|its|each|that|such|their|schedule|part)\s+)?(?:[\p{L}.]+\s+){0,3}?\p{Lu}/u,
  /^ ?(?:\(\w{1,4}\) ?){0,4},? ?(?:\p{Lu}{2,}|\p{Lu}\p{L}+ (?:Act|Code|Law|Regulation|Directive))/u,
];

/** What stands before it: `the Act, `, `GDPR `, 《…》, 法. */
export const beforeNumber = [
  /(?:\b(?:Act|Code|Law|Regulations?|Directive|Rules|Constitution|Title|Agreement|Terms)|(?<!\p{Lu})\p{Lu}{3,})[,’'s]{0,3}(?: ?\(\w{1,9}\))?[,§]?$/u,
  /[》法例定]的?$/,
];
