import { byLanguage } from '../quotes.ts';
import type { ByLanguage } from '../readable.ts';

export const denying: ByLanguage = {
  en: /\b(?:not|never|no|without|nor)\b|n['’]t\b/i,
  zh: /不会|不使用|从不|绝不|没有|无需/,
};

/** A technology that we use; the group that matched is its type in clauses. */
export const technologies = byLanguage({
  en: /\b(?:(?:we|our (?:site|website|app|service|partner)s?|this (?:site|website|app)|they) (?:may |also |and our partners )?(?:uses?|sets?|places?|stores?|employs?|includes?|embeds?)|(?:collect|acquire|obtain|gather|receive)(?:s|ed)?\b[^.;:\n]{0,40} (?:through|via|with|using)) (?:[a-z-]+,? ){0,3}(?:(?<cookie>cookies)|(?<sdk>SDKs|software development kits)|(?<pixel>pixels?|web beacons?))\b/gi,
  zh: /(?:使用|设置|接入|嵌入|放置)(?!的)[^，。；\n]{0,10}?(?:(?<cookie>Cookies?)|(?<sdk>SDK|软件开发工具包)|(?<pixel>像素|网络信标))/gi,
});

export const channels = byLanguage({
  en: /\b(?:pop-?ups?|e-?mails?|push notifications?|text messages?|SMS|in-app messages?|banners?|page prompts?|announcements?|by (?:post|letter))\b/gi,
  zh: /弹窗|电子邮件|邮件|推送|短信|站内信|公告|横幅|页面提示/g,
});

export const calledChannel: readonly (readonly [RegExp, string])[] = [
  [/^(?:pop-?ups?|弹窗)$/i, 'pop-up'],
  [/^(?:e-?mails?|电子邮件|邮件)$/i, 'e-mail'],
  [/^(?:push.*|推送)$/i, 'push'],
  [/^(?:text messages?|SMS|短信)$/i, 'sms'],
  [/^(?:in-app messages?|站内信)$/i, 'in-app-message'],
  [/^(?:banners?|page prompts?|横幅|页面提示)$/i, 'page-banner'],
  [/^(?:announcements?|公告)$/i, 'announcement'],
  [/^by (?:post|letter)$/i, 'post'],
];

export const ofChanges: ByLanguage = {
  en: /\b(?:tell|inform|notif|announc|let you know|notice)\w*\b[\s\S]*\b(?:polic|change|updat|amend)|\b(?:polic|change|updat|amend)\w*\b[\s\S]*\b(?:tell|inform|notif|announc|let you know|notice)/i,
  zh: /(?:政策|变更|更新|修改|修订)[\s\S]*(?:通知|告知|提示|公布)|(?:通知|告知|提示|公布)[\s\S]*(?:政策|变更|更新|修改|修订)/,
};

export const openTiers = byLanguage({
  en: /\b(?:which|whether)[^.;\n]{0,30}\bfunctions?\b[^.;\n]{0,30}\b(?:basic|core|additional|extended)\b[^.;\n]{0,60}\b(?:differs?|var(?:y|ies)|depends?|prevails?|shown|stated|says)\b|\b(?:basic|core|additional|extended) functions? (?:may |can )?(?:differ|vary|depend)[^.;\n]{0,40}/gi,
  zh: /(?:基本|核心|附加|扩展)(?:业务)?功能[^。；\n]{0,24}(?:以[^。；\n]{0,15}为准|有所不同|取决于|视[^。；\n]{0,10}而定)/g,
});

export const lookingBack = byLanguage({
  en: /\b(?:check|review|visit|revisit|read|consult)\b[^.;\n]{0,50}\b(?:regularly|periodically|from time to time|frequently|often|for (?:changes|updates))\b|\bcheck back\b/gi,
  zh: /(?:定期|经常|随时|不时)(?:查看|查阅|关注|访问|浏览)/g,
  de: /regelmäßig (?:zu )?(?:prüfen|besuchen|lesen|nachlesen|informieren|einsehen)/g,
});
