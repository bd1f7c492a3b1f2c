import { byLanguage } from '../quotes.ts';

/** A list that is announced with the number of its items. */
export const counting = byLanguage({
  en: /\b(?:the following|these|in|of)? ?(?<count>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[a-z-]+ ){0,2}(?:types|kinds|categories|ways|cases|situations|purposes|reasons|conditions|groups|parts|steps|rights)\b[^.:\n]{0,60}:\n{1,2}(?= {0,8}(?:[-*+]|\d{1,2}[.)]) )/gi,
  zh: /(?:以下|下列|如下)?(?<count>两|三|四|五|六|七|八|九|十|\d{1,2})(?:个|种|类|项|条|方面)[^。：\n]{0,20}：\n{1,2}(?= {0,8}(?:[-*+]|\d{1,2}[.)]) )/g,
});

/** A date of the policy itself, which its page has anyway. */
export const dates = byLanguage({
  en: /\b(?:effective(?: date| since| from| as of)?|last (?:updated|revised|modified)|date of (?:last )?(?:update|revision)|updated on|in force since)\b[^.\n]{0,40}?\b(?:\d{1,2} )?(?:\d{4}-\d{2}-\d{2}|(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4})/gi,
  zh: /(?:生效日期|更新日期|发布日期|最近更新|最新版本)[^。\n]{0,12}?\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?/g,
  de: /(?<!\p{L})(?:Stand|(?:zuletzt|letztmals) (?:aktualisiert|geändert)|letzte (?:Aktualisierung|Änderung)|gültig ab)(?!\p{L})[^.\n\d]{0,20}(?:\d{1,2}\. ?)?(?:\d{1,2}\.|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) )\d{4}/giu,
  fr: /(?<!\p{L})(?:date d[’']entrée en vigueur|mise à jour|dernière modification|applicable (?:au|depuis le|à (?:compter|partir) du))(?!\p{L})[^.\n\d]{0,20}\d{1,2}(?:er)? \p{L}{3,9} \d{4}/giu,
  es: /(?<!\p{L})(?:última (?:actualización|modificación|revisión)|fecha de (?:entrada en vigor|vigencia)|en vigor desde)(?!\p{L})[^.\n\d]{0,20}\d{1,2} de \p{L}{4,10} de(?:l)? \d{4}/giu,
  ja: /(?:制定|施行|改[定訂]|更新)日?[：:は ]{0,3}\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?/g,
});
