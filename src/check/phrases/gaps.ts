import { byLanguage } from '../quotes.ts';
import type { ByLanguage } from '../readable.ts';

/** Promises that earlier versions can be read. */
export const earlierVersions = byLanguage({
  en: /\b(?:archive[sd]?\b[^.]{0,40}\b(?:previous|earlier|older|past) versions|(?:previous|earlier|older|past) versions\b[^.]{0,60}\b(?:archived?|available|kept|read|found|review))/gi,
  zh: /(?:旧版|历史版本|过往版本|此前版本|以前的版本)[^。]{0,20}(?:存档|查阅|查看)|存档[^。]{0,20}(?:旧版|历史版本|此前版本)/g,
});

/** Claims that nobody can be told by the data. */
export const anonymity = byLanguage({
  en: /\b(?:browse|visit|use)\b[^.]{0,60}\banonymously\b|\b(?:cannot|can not|can't|does not|do not|not) (?:be used to )?identify (?:you|a specific|any specific|an individual|individuals|a (?:natural )?person)\b|\bare (?:not personal (?:data|information)|anonymous)\b/gi,
  zh: /匿名(?:浏览|访问|使用)|无法(?:单独)?识别(?:到)?(?:特定|您|个人)|不能(?:单独)?识别(?:特定|您|个人)/g,
});

/** In a sentence with one of these, only some data is anonymous, or was made so. */
export const madeAnonymous: ByLanguage = {
  en: /\b(?:aggregat|anonymi[sz]ed?\b|anonymous (?:data|information|form)|de-?personali|de-?identif|pseudonym|statistic|so that|such that|provided|if\b|unless\b|by name|personally|individually|in a (?:way|manner|form))/i,
  zh: /聚合|汇总|匿名化|去标识|脱敏|统计|如果|除非|处理后|经过/,
};

/** Two measures in one breath, of which only the first takes data out of the law. */
export const bothWays = byLanguage({
  en: /\banonymi[sz](?:e|ed|ing|ation)\b(?:,| and| or|\/)+ ?de-?identif(?:y|ied|ying|ication)\b|\bde-?identif(?:y|ied|ying|ication)\b(?:,| and| or|\/)+ ?anonymi[sz](?:e|ed|ing|ation)\b/gi,
  zh: /匿名化(?:和|或|、|及|\/)去标识化|去标识化(?:和|或|、|及|\/)匿名化/g,
});

/** Another measure of a list, right before the two or behind them. */
export const measureBefore =
  /(?:\b(?:encrypt|pseudonymi|aggregat|hash|mask|delet|tokeni)\w*|加密|脱敏|删除|假名化|聚合)(?:, |、|和|及|,? and |,? or )$/i;
export const measureAfter =
  /^(?:, |、|和|或|及|以及|,? and |,? or )(?:encrypt|pseudonymi|aggregat|hash|mask|delet|tokeni|加密|脱敏|删除|假名|聚合)/i;

/** Times to answer without a number. */
export const vagueTimes = byLanguage({
  en: /\b(?:as soon as (?:possible|we can|practicable)|promptly|without undue delay|in due course|within a reasonable (?:time|period))\b/gi,
  zh: /尽快|及时(?=答复|回复|处理)|合理期限内/g,
});
