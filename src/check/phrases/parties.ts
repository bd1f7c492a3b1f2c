import { byLanguage } from '../quotes.ts';
import type { ByLanguage } from '../readable.ts';

/** A name with the legal form of a company. */
export const companyNames = byLanguage({
  en: /\b\p{Lu}(?:[\p{L}\d&’'-]|\.(?=\w))*(?: (?:of |and |& |the )?\p{Lu}(?:[\p{L}\d&’'-]|\.(?=\w))*){0,5},? (?:Inc\b\.?|LLC\b|Ltd\b\.?|Limited\b(?! Liability)|GmbH\b|B\.V\.|BV\b|S\.A\.|SA\b|SAS\b|AG\b|Corp\b\.?|Corporation\b|PLC\b|plc\b|LLP\b|Oy\b|AB\b|ApS\b|A\/S|S\.r\.l\.|SpA\b|S\.p\.A\.|Pte\b\.?|Pty\b\.?|N\.V\.|NV\b|KK\b|K\.K\.)/gu,
  de: /(?<!\p{L})\p{Lu}[\p{L}\d&.’'-]*(?: (?:und |& )?\p{Lu}[\p{L}\d&.’'-]*){0,5},? (?:Inc\b\.?|LLC\b|Ltd\b\.?|Limited\b|GmbH\b|B\.V\.|AG\b|SE\b|KG\b|S\.A\.|SAS\b|Corp\b\.?)/gu,
  fr: /(?<!\p{L})\p{Lu}[\p{L}\d&.’'-]*(?: (?:et |de |& )?\p{Lu}[\p{L}\d&.’'-]*){0,5},? (?:SARL|SAS|SASU|S\.A\.S\.|S\.A\.|SA|GIE|Inc\b\.?|Ltd\b\.?|Limited\b|GmbH\b|B\.V\.|LLC)(?!\p{L})/gu,
  es: /(?<!\p{L})\p{Lu}[\p{L}\d&.’'-]*(?: (?:y |de |& )?\p{Lu}[\p{L}\d&.’'-]*){0,5},? (?:S\.L\.U?\.?|S\.A\.U?\.?|SL|SA|Inc\b\.?|Ltd\b\.?|Limited\b|GmbH\b|B\.V\.|LLC)(?!\p{L})/gu,
  ja: /(?:株式会社|合同会社)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーA-Za-z]{1,20}?(?=[はがをにのとで、。へ（(])|[\p{Script=Katakana}ー]{2,20}(?:株式会社|合同会社)/gu,
  zh: /[\p{Script=Han}（）()]{2,20}?(?:有限责任公司|股份有限公司|有限公司)/gu,
});

/** Verbs of handling data or of getting it. */
export const handling: ByLanguage = {
  en: /\b(?:share|disclose|provide|give|send|pass|transfer|sell|receive|get|process|store|host|use|deliver|collect|rel(?:y|ies) on|work with|through|handle|hand|manage|run|operate|power|rent|count|measure|analy[sz]|track)\w*\b/i,
  de: /(?:über|weiter|gibt|geben|erhält|erhalten|nutz|verarbeit|speicher|einsetz|setzen|durch|an )/i,
  fr: /\b(?:partag|transm|communiqu|fourni|envoy|utilis|trait|stock|héberg|recour|collect|confi|reçoi)\p{L}*/iu,
  es: /\b(?:compart|transmit|comunic|facilit|enví|envi|utiliz|usamos|trat|almacen|aloj|recurr|recib|recop)\p{L}*/iu,
  ja: /共有|提供|開示|委託|送信|利用|使用|処理|保存|収集/,
  zh: /共享|分享|提供|披露|转让|委托|发送|传输|使用|处理|存储|接入|收集/,
};

export const denied: ByLanguage = {
  en: /\b(?:not|never|no|without|neither|nor|cannot|nobody|none)\b|n['’]t\b/i,
  de: /\b(?:nicht|nie|niemals|kein\w*|ohne)\b/i,
  fr: /(?<!\p{L})(?:ne|n['’]\p{L}+|pas|jamais|aucune?|sans|ni)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:no|nunca|ning[uú]n\p{L}*|sin|ni)(?!\p{L})/iu,
  ja: /ません|ない|ずに/,
  zh: /不|无|没有|未|非/,
};

/** Data about people, not statistics about many of them. */
export const ofPeople: ByLanguage = {
  en: /^(?![\s\S]*\b(?:aggregate|de-identified|anonymi|non-personal|confidential information|statistical)).*\b(?:data|information|details|payments?|numbers?|address(?:es)?|e-?mails?|letters|messages|cookies|statistics|hosted|stored?|orders?|visits?|visitors?|usage|traffic|bookings?|donations?|cards?|names?)\b/is,
  de: /[Dd]aten|[Ii]nformation|[Zz]ahlung|[Nn]ummer|[Aa]dresse|[Ee]-?Mail|[Cc]ookies|[Bb]estell/,
  fr: /données|informations?|paiement|numéro|adresse|e-?mail|courriel|cookies?|commande|visite/i,
  es: /datos|información|pago|número|dirección|correo|cookies?|pedido|visita/i,
  ja: /情報|データ|支払|番号|住所|メール|注文|Cookie|クッキー/i,
  zh: /信息|数据|资料|号码|地址|支付|订单|消息|Cookie/i,
};

/** Names of software that are everyday words too, or that texts mention for other reasons. */
export const ambiguous: ReadonlySet<string> = new Set([
  'Adjust',
  'Branch',
  'Segment',
  'Amplitude',
  'Sentry',
  'Intercom',
  'TikTok',
  'Heap',
  'Singular',
  'Airship',
]);

/** A sentence that hands something to somebody, up to whom it names. */
export const givings = byLanguage({
  en: /\b(?:shar(?:e[sd]?|ing)|disclos(?:e[sd]?|ing)|provid(?:e[sd]?|ing)|giv(?:e|es|en|ing)|send(?:s|ing)?|pass(?:es|ed|ing)?|transfer(?:s|red|ring)?|sell(?:s|ing)?|rent(?:s|ed|ing)?|hand(?:s|ed|ing)?) (?:(?!\b(?:not|never|by|from)\b)[^.;\n]){0,80}?\b(?:to|with) [^.;\n]{1,100}/gi,
  zh: /(?:向|与|给|同)[^，。；\n]{1,40}(?:共享|分享|提供|披露|转让|发送)|(?:共享|分享|提供|披露|转让|发送)给[^，。；\n]{1,40}/g,
});

export const handedOver =
  /\b(?:data|information|details|it|them|numbers?|address(?:es)?|e-?mails?|names?)\b/i;
