import { byLanguage } from '../quotes.ts';

/** Technical terms, in the forms that policies use. */
export const technical = byLanguage({
  en: /\b(?:SDKs?|software development kits?|APIs?|web beacons?|tracking pixels?|pseudonymi[sz](?:e|ed|ation)|anonymi[sz](?:e|ed|ation)|de-?identif(?:y|ied|ication)|voice ?prints?|mini[- ]programs?|applets?|local storage|device fingerprint(?:s|ing)?|geofenc(?:e|es|ing)|lookalike audiences?|hashed|tokeni[sz](?:ed|ation))\b/gi,
  zh: /SDK|软件开发工具包|API|匿名化|去标识化|假名化|声纹|小程序|网络信标|设备指纹|哈希/g,
});

/** Words that a text capitalises as defined terms. */
export const capital = byLanguage({
  en: /(?<![“"‘'(] ?)\b(?:the|our|any|each|this|these|by|to|with) (?<term>(?:Platform|Site|Website|Service|Client|Company|Seller|Merchant|Affiliate|User|Customer|Partner|Device|Application|Content)s?)\b(?! [A-Z]|[”"’'])/g,
});

/** Terms that have several forms, without spaces and hyphens, by the name that they share. */
export const forms: readonly (readonly [form: RegExp, name: string])[] = [
  [/^(?:sdks?|softwaredevelopmentkits?|软件开发工具包)$/, 'sdk'],
  [/^(?:anonymi|匿名)/, 'anonymise'],
  [/^(?:deidentif|去标识)/, 'de-identify'],
  [/^(?:pseudonymi|假名)/, 'pseudonymise'],
  [/^(?:miniprogram|applet|小程序)/, 'mini program'],
  [/^geofenc/, 'geofence'],
  [/^tokeni/, 'tokenise'],
  [/^devicefingerprint/, 'device fingerprint'],
];

/** What follows a term that is explained on the spot: a bracket, a relative clause. */
export const explains =
  /^["”’]?(?: ?[(（]|[^.;\n]{0,30},? which (?:is|are)\b|[^.;\n]{0,30} (?:so that|in such a way)\b|, (?:that is|i\.e\.|meaning|an? |small|short|ways?|tools?|code|pieces?)|,? (?:is|are|means?|stands? for|refers? to) (?:an?|the|small|short|ways?|tools?|code|pieces?)|[:：]|是指|指的?是?|是一|即)/i;

/** What precedes such a term. */
export const introduces =
  /(?:[(（“"‘'「]|\b(?:called|known as|so-called|i\.e\.|named) (?:an? |the )?["“‘]?)$|即|称为?[“"「]?$/i;

/** Words that a text puts in quotes, as it does where it explains them. */
export const namesInQuotes = byLanguage({ en: /["“'‘]\*{0,2}(?<term>[a-z]{3,20})\*{0,2}["”'’]/gi });

/** Synonyms, of which a policy should use one. */
export const families = byLanguage({
  en: /\b(?:(?<person>personal (?:data|information)|personally identifiable information)|(?<mini>mini[- ]?programs?|small programs?|applets?))\b(?! (?:Protection|Privacy|Act|Law))(?!["”’])/gi,
  zh: /(?<![《“])(?:(?<person>个人(?:信息|数据))|(?<mini>小程序|轻应用|小应用))(?!保护|安全法|[》”])/g,
});
