import type { ByLanguage } from '../readable.ts';

/** Acts that need no object: a text that names one says that we do it. */
export const namedActs = {
  'train-models': {
    en: /\b(?:to (?:help )?(?:us )?|helps? (?:us )?(?:to )?|used in |for |we (?:also |may |will |can )*)(?:improve (?:and|or) )?(?:train|training|fine-?tune|fine-?tuning|feed)(?: (?:of|and \w+))? (?:our |its |the |a |an |any |new )?(?:[\w-]+ ){0,4}(?:models?\b(?! railways?| trains?| villages?)|AI\b|algorithms?\b|neural networks?\b|machine[- ]learning\b)/gi,
    de: /(?<!\p{L})(?:trainieren|trainiert|Training|anlernen)(?!\p{L})[^.;]{0,40}(?:modell|KI(?!\p{L})|Algorithm)/giu,
    fr: /(?<!\p{L})entraîn(?:er|ons|ement|ée?s?)(?!\p{L})[^.;]{0,40}(?:modèle|IA(?!\p{L})|algorithme)/giu,
    es: /(?<!\p{L})entren(?:ar|amos|amiento|ad[ao]s?)(?!\p{L})[^.;]{0,40}(?:modelo|IA(?!\p{L})|algoritmo)/giu,
    ja: /(?:モデル|AI|アルゴリズム)[^。]{0,12}(?:学習|訓練)/gi,
    zh: /训练(?:我们的?|本公司的?|其)?[^，。；]{0,12}(?:模型|算法|人工智能|AI)/gi,
  },
  profile: {
    en: /\b(?:we(?: (?:may|will|can|also|do))*|to|and) (?:(?:build|create|make|draw up|compile|form|maintain|keep) (?:a |an |individual |your )?(?:[\w-]+ ){0,2}profiles? (?:of|about|on|for) (?:you\b|each|our|users|customers|supporters|visitors)|profile (?:you\b|our|users|customers|visitors|supporters))/gi,
    zh: /(?:构建|建立|形成|绘制|生成)(?:您的|用户的?)[^，。；]{0,6}画像|(?:对您|对用户)进行(?:用户|个人)?画像/g,
  },
  'decide-automatically': {
    en: /\bwe(?: (?:may|will|can|also|do))* (?:make|take|use|carry out|rely on) (?:solely |fully |purely )?automated (?:individual )?decisions?\b|\b(?:is|are|may be|will be) (?:decided|taken|approved or refused|refused|rejected) (?:solely |only |entirely |fully )?(?:by (?:a )?(?:machine|computer|program|algorithm)s?|automatically)\b/gi,
    zh: /我们(?:会|将|可能|可)*(?:对您)?(?:进行|作出|做出|使用|采用)(?:完全)?自动化决策/g,
  },
  'transfer-abroad': {
    en: /\bwe(?: (?:may|will|can|also|must))* (?:transfer|send|store|process|move)(?: and (?:store|process))? (?:your |personal |this |the |all |some )*(?:data|information)(?: \w+){0,3} (?:abroad|overseas|to third countries|outside (?:the|of|your|our)(?: [\w’'-]+){1,3})/gi,
    zh: /(?:传输|转移|提供|存储|保存)(?:至|到|于|在)?(?:境外|海外|国外)/g,
  },
} as const satisfies Record<string, ByLanguage>;

/** Whether a sentence speaks of us or of the reader: models of others may be trained by others. */
export const ofUs =
  /\b(?:we|us|your|wir|Ihre\w*|nous|vos|votre|sus?|nuestr[oa]s?)\b|mos\b|我们|您|你|お客様|当社|ます/i;

/** Sentences that refuse what a commitment may promise to heed. */
export const refusals = {
  'heed-gpc': {
    en: /\b(?:we|our (?:site|website|service)s?|this (?:site|website))(?: currently| also)* (?:(?:do|does|will|can)(?:n['’]t| not)|never|cannot|ignores?)(?: currently)?(?: (?:respond to|act on|honou?r|heed|recogni[sz]e|support|follow|process))? (?:[\w-]+ ){0,4}(?:global privacy control|GPC|opt-out preference signals?|privacy (?:control )?signals?|signals? (?:that |of |from )?your browser)/gi,
    zh: /(?:不(?:会|予)?|忽略)(?:响应|识别|遵守|处理)?[^，。；]{0,8}(?:全球隐私控制|GPC)/gi,
  },
  'heed-do-not-track': {
    en: /\b(?:we|our (?:site|website|service)s?|this (?:site|website))(?: currently| also)* (?:(?:do|does|will|can)(?:n['’]t| not)|never|cannot|ignores?)(?: currently)?(?: (?:respond to|act on|honou?r|heed|recogni[sz]e|support|follow|process))? (?:[\w-]+ ){0,4}["“]?do[- ]not[- ]track/gi,
    zh: /(?:不(?:会|予)?|忽略)(?:响应|识别|遵守|处理)?[^，。；]{0,8}(?:请勿追踪|禁止追踪|Do Not Track)/gi,
  },
} as const satisfies Record<string, ByLanguage>;

export type NamedAct = keyof typeof namedActs | keyof typeof refusals;

/** Recipients whom a promise to share nothing does not mean: those who work for us, and those whom the reader chose. */
export const onBehalf: ByLanguage = {
  en: /\b(?:service[- ]providers?|providers? of|vendors?|processors?|contractors?|suppliers?|who (?:assist|help|support)|that (?:assist|help|support|provide|process)|on (?:our|your) behalf|to process|consent|instruct\w*|direct(?:ion|ed)|authori[sz]\w+|you (?:ask|choose|tell)|aggregate\w*|anonymi\w*)\b/i,
  zh: /委托|同意|授权|指示|要求|服务商|匿名|去标识/,
};

/** Recipients whom it does mean. */
export const toOthers: ByLanguage = {
  en: /^[^.;:]{0,80}?\b(?:with|to) (?:(?:our|selected|certain|various|some|trusted|its|other|any|unaffiliated) )*(?:third[- ]part|partners?\b|advertis|marketers?\b|sponsors?\b|compan(?:y|ies)|anyone|anybody|everybody|everyone|others\b|data brokers?\b|organi[sz]ations)/i,
  zh: /第三方|合作伙伴|他人|任何人|其他公司|广告/,
};
