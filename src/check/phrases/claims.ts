import { byLanguage } from '../quotes.ts';
import type { ByLanguage } from '../readable.ts';

/** Things that sentences deny altogether, whatever the data. */
export const thingsDenied = {
  cookies: {
    en: /\b(?:we (?:(?:will|do|shall) (?:never|not)|(?:do|wo)n['’]t|never) (?:use|set|place|store) (?:any )?cookies|(?:we|this (?:site|website|app)|our (?:site|website|app)) (?:uses?|sets?) no cookies|no cookies (?:are|will be) (?:used|set|placed|stored))(?! (?:for|to|that|which|from|on|in|unless|without|until|before))\b/gi,
    de: /(?<!\p{L})(?:wir|diese (?:Seite|Website)|unsere (?:Seite|Website)) (?:verwenden|verwendet|nutzen|nutzt|setzen|setzt) keine(?:rlei)? Cookies(?!\p{L})/giu,
    fr: /(?<!\p{L})(?:nous n['’](?:utilisons|employons)|ce site n['’]utilise|notre site n['’]utilise) (?:pas de|aucun) cookies?(?!\p{L})/giu,
    es: /(?<!\p{L})(?:no (?:usamos|utilizamos|instalamos)|este sitio no (?:usa|utiliza)) (?:ninguna )?cookies?(?!\p{L})/giu,
    ja: /(?:クッキー|Cookie)(?:は|を)(?:一切)?(?:使用|利用)(?:しません|していません)/gi,
    zh: /(?:不会?|从不|绝不)(?:使用|设置|存储)(?:任何)?\s?(?:cookies?)(?!\s*(?:来|用于|以|进行|追踪|跟踪|收集))/gi,
  },
  collect: {
    en: /\bwe (?:collect|store|keep|record|gather|process|hold|know|save) (?:nothing (?:about|of|on) you|no (?:personal )?(?:data|information)(?: (?:about|of|from|on) (?:you|anybody|anyone))?)(?! (?:that|which|from|for|on|of|about|other|beyond|than|when|while|whatever|through))\b/gi,
  },
  marketing: {
    en: /\b(?:we (?:(?:will|do|shall) (?:never|not)|(?:do|wo)n['’]t|never) (?:ever )?(?:send|e-?mail|text|mail|show) you (?:any )?|you (?:will|do) (?:never|not) (?:get|receive|see) (?:any )?)(?:of our |our )?(?:marketing|advertis\w+|adverts?|ads|promotion\w*|newsletters?)\b/gi,
    zh: /(?:不会?|从不|绝不)(?:向您|给您|对您)(?:发送|推送|展示|投放)(?:任何)?(?:的)?(?:营销|广告|推广|促销)/g,
  },
  'cookies that are not necessary': {
    en: /\b(?:only|nothing but|solely|exclusively) (?:use |set |place |store )?(?:the )?(?:strictly |absolutely |technically )?(?:necessary|essential|required) cookies|\b(?:use|set|place|store)s? only (?:strictly |absolutely |technically )?(?:necessary|essential|required) cookies/gi,
    zh: /(?:仅|只)(?:会)?(?:使用|设置)(?:严格)?必要的?\s?cookies?/gi,
  },
  'decide-automatically': {
    en: /\b(?:(?:make|take|use|carry out|rely on) no (?:solely |fully |purely )?automated (?:individual )?decision|(?:(?:do|does|will) (?:not|never)|(?:do|wo)n['’]t|never) (?:make|take|use|carry out|engage in|rely on)(?: any)?(?: solely| fully| purely)? automated (?:individual )?decision|no automated (?:individual )?decision)(?!s?(?:[- ]making)? (?:that|which|producing|with))/gi,
    zh: /(?:不会?|从不|绝不|未)(?:对您)?(?:进行|作出|做出|使用)(?:任何)?(?:完全)?自动化?决策/g,
  },
  personalise: {
    en: /\b(?:we|and) (?:(?:will|do|shall) (?:never|not)|(?:do|wo)n['’]t|never) personali[sz]e (?:anything|what you see|any (?:content|results?|prices?)|content|results|prices)\b/gi,
    zh: /(?:不会?|从不|绝不)(?:向您|对您)?(?:进行|提供|作)?(?:任何)?个性化(?:推荐|展示)/g,
  },
  'transfer-abroad': {
    en: /\b(?:never|not|n['’]t)(?: be)? (?:transfer(?:red)?|sen[dt]|moved?|stored?|process(?:ed)?|kept)(?: (?:any|your|of|it|them|personal|data|information)){0,5} (?:abroad|overseas|internationally|(?:to|in) (?:any )?(?:other|third|foreign) countr(?:y|ies)|outside (?:of )?(?:our|your|the|this) (?:own )?country)\b/gi,
    de: /(?<!\p{L})(?:nicht|nie|niemals|keine \p{L}+)(?: \p{L}+){0,4} (?:ins Ausland|in (?:ein |andere )?Dritt(?:land|länder|staaten?))(?!\p{L})/giu,
    fr: /(?<!\p{L})(?:jamais|pas|aucune? \p{L}+)(?: \p{L}+){0,6} (?:à l['’]étranger|vers (?:des|un) pays tiers)(?!\p{L})/giu,
    es: /(?<!\p{L})(?:no|nunca|ning[uú]n\p{L}*)(?: \p{L}+){0,6} (?:al extranjero|a (?:terceros países|países terceros))(?!\p{L})/giu,
    zh: /(?:不会?|从不|绝不|未曾?)(?:[将把][^，。；]{0,16})?(?:传输|转移|传送|提供|存储|发送)(?:至|到|给|于|往)(?:中国|我国)?(?:境外|海外|国外)|(?:不会?|从不|绝不|未曾?)(?:向|往)(?:境外|海外|国外)[^，。；]{0,12}(?:传输|提供|转移|传送)/g,
  },
  'hand-over': {
    en: /\b(?:no ?(?:one|body)|nobody)(?: else)?(?: outside(?: of)? \w+(?: (?:company|team|organi[sz]ation|office|group))?| (?:but|except) us)?(?: ever)? (?:has|gets|sees|receives|can see|can access)(?: any)?(?: access to)? (?:your|any|personal|this)(?: (?:of your|personal))? (?:data|information)(?! (?:unless|without|until|if))\b/gi,
    zh: /(?:除我们(?:之)?外，?)?(?:任何人|没有人|无人)(?:都|均)?(?:不能|无法|不会|不得|能)?(?:访问|获取|看到|接触)(?:到)?您的(?:个人)?(?:信息|数据)/g,
  },
} as const satisfies Record<string, ByLanguage>;

export type ThingDenied = keyof typeof thingsDenied;

/** Words that leave room for exceptions. */
export const exceptions: ByLanguage = {
  en: /\b(?:except|unless|without|other than|apart from|if|until|legal(?:ly)? (?:or|effects?)|similarly|sense|by (?!us\b|our\b|you\b)\w+)\b/i,
  de: /(?<!\p{L})(?:außer|sofern|falls|ohne|es sei denn|Einwilligung|notwendige\p{L}*)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:sauf|sans|à moins|consentement|autres? que)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:salvo|excepto|sin|a menos|consentimiento)(?!\p{L})/iu,
  ja: /除|場合|同意/,
  zh: /除|但|未经|如果|若|同意/,
};

/** A sentence about all we do: without it, `No cookies are used` in the text of one technology is about that one. */
export const ofAll: ByLanguage = {
  en: /\b(?:we|our|this (?:site|website|app|service))\b/i,
  zh: /我们|本(?:网站|应用|产品|平台|服务)/,
};

export const withinPlaces = byLanguage({
  en: /\b(?:(?:only|exclusively|solely|always|entirely) (?:(?:stored?|kept|processed|hosted|held|saved) )?(?:with)?in(?:side)?|(?:never|not|n['’]t) (?:leaves?|transfer\w*(?: (?:any|your|of|it|them|personal|data|information)){0,4} outside|sen[dt](?: (?:any|your|it|them|personal|data|information)){0,4} outside|(?:stored?|process(?:ed)?|kept|hosted|held)(?: (?:any|your|it|them|personal|data|information)){0,4} outside)(?: of)?|(?:stays?|remains?) (?:with)?in(?:side)?|\bno(?:ne|thing)?\b[^.;:]{0,60}? (?:leaves?|(?:is|are|will be) (?:transferred|sent|stored|processed|kept|held|moved)(?: \w+){0,3}? outside(?: of)?)) /gi,
  de: /(?<!\p{L})(?:ausschließlich|nur|immer|stets) (?:auf Servern )?(?:in|innerhalb)(?: (?:der|des|von))? |(?<!\p{L})(?:verlassen|verlässt) (?:nie|niemals|nicht) (?:die |den |das )?|(?<!\p{L})(?:nicht|nie|niemals|keine \p{L}+)(?: \p{L}+){0,4} außerhalb (?:der |des |von )?/giu,
  fr: /(?<!\p{L})(?:uniquement|exclusivement|seulement|toujours) (?:sur des serveurs )?(?:situés )?(?:en|dans|au sein de|à l['’]intérieur de)(?: la| l['’]| le)? ?|(?<!\p{L})quitte(?:nt)? (?:jamais|pas) (?:la |l['’]|le )?|(?<!\p{L})(?:jamais|pas|aucune? \p{L}+)(?: \p{L}+){0,5} (?:hors|en dehors) (?:de |d['’])(?:la |l['’])?/giu,
  es: /(?<!\p{L})(?:únicamente|exclusivamente|solo|sólo|siempre) (?:en servidores )?(?:en|dentro de)(?: la| el)? |(?<!\p{L})(?:no|nunca) (?:salen|sale) de (?:la |el )?|(?<!\p{L})(?:no|nunca|ning[uú]n\p{L}*)(?: \p{L}+){0,6} fuera de (?:la |el |l )?/giu,
  zh: /(?:仅|只|均|全部|都)(?:会)?(?:被)?(?:存储|保存|存放|处理|储存)(?:在|于)|不会(?:被)?(?:传输|转移|提供|传送|存储)(?:至|到|在)/g,
});

export const ofData: ByLanguage = {
  en: /\b(?:your|all|any|no|none of the|personal|the|customer|user) (?:of your )?(?:personal )?(?:data|information)\b|\bwhat we (?:hold|know|keep|have)\b|^\s*data\b/i,
  de: /(?<!\p{L})(?:Ihre|alle|die|keine|personenbezogene\p{L}*) (?:personenbezogenen? )?(?:Daten|Informationen|Angaben)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:vos|toutes les|les|aucune) (?:données|informations?|donnée)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:sus|todos los|los|tus|ningún) (?:datos?|informaciones)(?!\p{L})|(?<!\p{L})(?:su|la|toda la) información(?!\p{L})/iu,
  ja: /(?:個人|お客様の|すべての|全ての)(?:情報|データ)/,
  zh: /(?:个人|用户|您的|你的|所有|全部)(?:信息|数据|资料)/,
};

export const unions: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\b(?:European Union|EU)\b/, 'EU'],
    [/\b(?:European Economic Area|EEA)\b/, 'EEA'],
  ],
  de: [
    [/(?<!\p{L})(?:Europäischen? Union|EU)(?!\p{L})/u, 'EU'],
    [/(?<!\p{L})(?:Europäischen? Wirtschaftsraums?|EWR)(?!\p{L})/u, 'EEA'],
  ],
  fr: [
    [/(?<!\p{L})(?:Union européenne|UE)(?!\p{L})/u, 'EU'],
    [/(?<!\p{L})(?:Espace économique européen|EEE)(?!\p{L})/u, 'EEA'],
  ],
  es: [
    [/(?<!\p{L})(?:Unión Europea|UE)(?!\p{L})/u, 'EU'],
    [/(?<!\p{L})(?:Espacio Económico Europeo|EEE)(?!\p{L})/u, 'EEA'],
  ],
  ja: [
    [/欧州連合|EU/, 'EU'],
    [/欧州経済領域|EEA/, 'EEA'],
    [/日本国内|国内/, 'JP'],
  ],
  zh: [
    [/欧盟/, 'EU'],
    [/欧洲经济区/, 'EEA'],
    [/境内|大陆/, 'CN'],
  ],
};
