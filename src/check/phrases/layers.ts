import type { ByLanguage } from '../readable.ts';

/** Something is left to the reader. */
export const free: ByLanguage = {
  en: /\bwe (?:recommend|suggest|advise|encourage)\b|\b(?:is|are) (?:optional|voluntary)\b|\byou (?:may|can) (?:choose|decide) (?:whether|not)\b/i,
  zh: /我们建议|(?:可以|可)选择(?:是否|不)|自愿|非必填/,
  de: /\bwir (?:empfehlen|raten)\b|\b(?:ist|sind) (?:freiwillig|optional)\b/i,
};

/** Something is asked of the reader. */
export const required: ByLanguage = {
  en: /\bwe require\b|\byou (?:must|are required to|have to|need to)\b|\b(?:is|are) (?:required|mandatory|obligatory|compulsory)\b/i,
  zh: /我们要求|您(?:必须|应当|需要|须)|必填/,
  de: /\b(?:Sie|du) (?:müssen|musst)\b|\bwir verlangen\b|\b(?:ist|sind) (?:erforderlich|verpflichtend|Pflicht)\b/i,
};

/** We deny an act, which is the group `verb`; `does` says that we do it. */
export const never: ByLanguage = {
  en: /\b(?:never|not|n['’]t) (?:ever |will |would )?(?<verb>share|sell|transfer|collect|disclose|publish|record|track|profile)\b/i,
  zh: /(?:绝不会?|不会|从不|决不会?)(?:向[^，。；]{0,8})?(?<verb>共享|出售|转让|收集|披露|公开|记录|追踪)/,
  de: /\b(?:nie|niemals|nicht) (?<verb>teilen|verkaufen|weitergeben|erheben|veröffentlichen|aufzeichnen)\b/i,
};

export const does: ByLanguage = {
  en: /\bwe (?:may |might |will |can |do |also ){0,2}(?<verb>share|sell|transfer|collect|disclose|publish|record|track|profile)\b/gi,
  zh: /(?<![不未])(?:可能会?|会|将)(?:向[^，。；]{0,8})?(?<verb>共享|出售|转让|收集|披露|公开|记录|追踪)/g,
  de: /\bwir (?<verb>teilen|verkaufen|erheben|veröffentlichen|zeichnen)\b(?![^.;]*\b(?:nie|niemals|nicht|kein\w*)\b)/gi,
};

/** What a function is called, by its tier. */
export const tiers: ByLanguage = {
  en: /\b(?:an?|this) (?<tier>basic|core|additional|optional) (?:business )?function\b/i,
  zh: /(?:属于|是|为)(?<tier>基本|核心|附加|扩展)(?:业务)?功能/,
  de: /\beine (?<tier>grundlegende|notwendige|zusätzliche|optionale) Funktion\b/i,
};
