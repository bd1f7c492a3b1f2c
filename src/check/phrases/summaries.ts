import type { ByLanguage } from '../readable.ts';

/** What affects readers most, beside sensitive data (WP260 rev.01, 36). */
export type Impact = 'sale' | 'advertising' | 'automated' | 'abroad' | 'children';

/** How a summary speaks of each; where a language has none, nothing is asked. */
export const summarised: Readonly<Record<Impact, ByLanguage>> = {
  sale: {
    en: /\b(?:sell|sells|selling|sold|sales?|pays? us|paid|money|in return|advertis\w*)\b/i,
    zh: /出售|售卖|对价|报酬|广告/,
    de: /verkauf|Geld|Werbe|Werbung/i,
  },
  advertising: {
    en: /\b(?:advert\w*|ads?|marketing|sell|sold|other (?:sites|apps|services|companies))\b/i,
    zh: /广告|营销|推广|出售/,
    de: /Werb|verkauf|Anzeigen/i,
  },
  automated: {
    en: /\b(?:automat\w*|algorithm\w*|computers?|machines?|scor(?:e|es|ing)|profil\w*|without (?:a|any) (?:human|person)|(?:no|not a) (?:human|person)|by (?:itself|software))\b/i,
    zh: /自动|算法|画像|评分|无需人工|没有人工|程序/,
    de: /automat|algorithm|Computer|Maschine|Profil|ohne (?:einen )?Menschen/i,
  },
  abroad: {
    en: /\b(?:abroad|overseas|outside|elsewhere|countr(?:y|ies)|transfers?|international\w*|worldwide|global\w*|cross-border|borders?|EU|EEA|Europe|USA?)\b/i,
    zh: /境外|出境|海外|跨境|国外|其他国家|全球/,
    de: /Ausland|Ländern?|Drittl|außerhalb|übermittel|weltweit|Grenze|USA/i,
  },
  children: {
    en: /\b(?:child\w*|minors?|kids?|teen\w*|parents?|guardians?|young\w*|under(?: the age of)? \d+|pupils?|students?)\b/i,
    zh: /儿童|未成年|孩子|监护|家长|学生|青少年/,
    de: /Kind|Jugend|minderjährig|Eltern|Schüler|unter \d+/i,
  },
};
