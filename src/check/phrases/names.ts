import { byLanguage } from '../quotes.ts';
import type { ByLanguage } from '../readable.ts';

/** What stands before a purpose for which data is used. */
export const leadsToPurpose: ByLanguage = {
  en: /\b(?:for|purposes? of|in order to|use[sd]? (?:it |them |this |that |your [a-z’' -]{1,30})?to)(?: [\w’'-]+,?){0,8} $/i,
  zh: /(?:用于|以便|为了|目的是|用来|进行|(?:使用|收集|处理)[^，。；]{1,16}(?:发送|推送|展示|投放|开展))[^，。；]{0,12}$/,
};

/** What a text leads to in the same way, and is no purpose: where to read on, an example, something bought. */
export const leadsElsewhere: ByLanguage = {
  en: /\b(?:more (?:information|details?)|further (?:information|details?)|for (?:example|instance)|purchas\w*|buy(?:ing)?|participat\w+|unrelated|other than)\b[^.]*$/i,
};

/** What a name of a purpose goes on with where it is none: `support requests`. */
export const whoOrWhatElse: ByLanguage = {
  en: /^ (?:inquir\w+|enquir\w+|requests?|questions?|teams?|agents?|representatives?|periods?|offers?)\b/i,
};

/** A sentence on what readers may do about a purpose, or on what would have to be first: it does not say that data is used so. */
export const onlyMaybe: ByLanguage = {
  en: /^\s*(?:where|when|before|in case|should)\b|\b(?:right to object|object to|opt[ -]out|(?:your|prior) consent|consent (?:before|to)|aggregated?|de-?identified|anonymi[sz]ed)\b/i,
  zh: /同意|拒绝|反对|匿名|去标识|的合作伙伴|委托我们/,
};

/** A permission of a device that is used or asked for; either group has its name. */
export const permissions = byLanguage({
  en: /\b(?:access(?:es)?(?: to)?|permission (?:to use|for|to access)|turns? on|switch(?:es)? on|opens?|asks? (?:you )?for(?: access to)?|requests?(?: access to)?) (?:your |the |(?:your|the) (?:phone|device)['’]s )(?<opened>camera|microphone|photo (?:library|album|gallery)|photos|contacts|address book|location|calendar|bluetooth)\b|\b(?<asked>camera|microphone|photo (?:library|album|gallery)|contacts|address book|location|calendar|bluetooth) (?:permission|access)\b/gi,
  zh: /(?:访问|读取|调用|开启|打开|申请|获取)(?:您的|你的|您设备的|手机的?|设备的?)?(?<opened>相机|摄像头|麦克风|相册|通讯录|蓝牙|日历|应用列表)|(?<asked>相机|摄像头|麦克风|相册|通讯录|位置|定位|蓝牙|日历|应用列表|电话状态)(?:的)?(?:访问)?权限/g,
});

/** Permissions by what texts call them; words that prose also uses for other things are missing. */
export const calledPermission: readonly (readonly [RegExp, string])[] = [
  [/^(?:camera|相机|摄像头)$/i, 'camera'],
  [/^(?:microphone|麦克风)$/i, 'microphone'],
  [/^(?:photo.*|相册)$/i, 'photos'],
  [/^(?:contacts|address book|通讯录)$/i, 'contacts'],
  [/^(?:location|位置|定位)$/i, 'location'],
  [/^(?:calendar|日历)$/i, 'calendar'],
  [/^(?:bluetooth|蓝牙)$/i, 'bluetooth'],
  [/^应用列表$/, 'app_list'],
  [/^电话状态$/, 'phone_state'],
];

export const neverAsked: ByLanguage = {
  en: /\b(?:not|never|no|without|nor)\b|n['’]t\b/i,
  zh: /不会|不需要|无需|不要求|从不|绝不|没有/,
};

/** We use data, whatever we do with it. */
export const using: ByLanguage = {
  en: /\b(?:we|us|our|it|th(?:e|is) (?:app|cookie|pixel|tag|SDK|technology)|they)\b[^.]*\b(?:collect|use|record|store|read|receive|obtain|process|need|ask (?:you )?for|gather|save|access|keep)s?\b|\b(?:is|are|be|will be) (?:also )?(?:collected|used|recorded|stored|read|received|obtained|processed|needed|gathered|accessed)\b|\b(?:receives|gets|obtains|is given)\b|\byou (?:give|provide|tell|upload|enter|send)\b/i,
  zh: /收集|使用|采集|获取|记录|读取|存储|处理|需要您|向您索取|您(?:需要|须)?(?:提供|填写|上传|输入)/,
};
