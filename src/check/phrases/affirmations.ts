import { byLanguage } from '../quotes.ts';
import type { AffirmedAct } from './speech.ts';

/** Who acts and what they do; the first words of the verb tell the act. */
export const acting = byLanguage({
  en: /\b(?:we|(?:our|this|the) (?:apps?|application|sites?|websites?|services?|servers?|systems?|platform|software|team|staff)|(?<you>you (?:(?:will|must|need to|have to|should|can|may) )?(?:give|provide|tell|send|enter|upload|submit))(?: to)?(?: us)?)(?: (?:may|might|can|could|will|shall|must|do|would|also|then|sometimes|automatically|always|regularly|additionally|further|therefore|only|therein|typically|usually|generally|need to|have to|like to))*(?<verbs>(?:(?: |, | ?\/ ?)(?:(?:and|or|and\/or) )?(?:also )?(?:collect|record|gather|scan|log|track|monitor|read|capture|obtain|receive|request|store|save|keep|hold|retain|use|process|analy[sz]e|access|sell|rent|trade|lease|share|disclose|publish|ask (?:you )?for|ask (?:you )?to (?:give|provide|tell|enter|upload)(?: us)?|train)(?:e?s)?\b)+|(?<=(?:give|provide|tell|send|enter|upload|submit)(?: to)?(?: us)?))/gi,
  zh: /(?:我们|本(?:应用|网站|平台|产品|服务|App|APP|软件)|(?<you>您(?:需要|须|需|应|可以|可)?(?:向我们)?(?:提供|填写|上传|输入)))(?:还|也|会|将|可能|需要|可|需|同时|自动|均|应|要|必须|可以|为您|向您|，)*(?:[将把向与给][^，。；\n]{1,24}?)?(?<verbs>(?:(?:、|和|或|及|并)?(?:收集|采集|记录|获取|读取|存储|保存|使用|处理|索取|出售|出租|售卖|共享|分享|公开|训练))+|(?<=提供|填写|上传|输入))/g,
});

/** The same in the passive: what is done with something. */
export const acted = byLanguage({
  en: /\b(?:is|are|(?:may|might|can|could|will|must|shall) be|(?:is|are) being)(?: (?:also|then|sometimes|automatically|always|regularly|only|additionally))* (?<verbs>(?:collected|recorded|gathered|scanned|logged|tracked|captured|obtained|requested|stored|saved|sold|rented|traded|shared|disclosed|published|used to train)(?:(?:,| and| or) (?:collected|recorded|stored|saved|sold|rented|traded|shared|disclosed|published))*)\b/gi,
  zh: /(?:会|将|可能|均)?被(?:我们)?(?<verbs>(?:收集|采集|记录|获取|读取|存储|保存|出售|出租|共享|公开|用于训练))/g,
});

/** Which act the verbs stand for; the first that matches. */
export const acts: readonly (readonly [RegExp, AffirmedAct])[] = [
  [/\b(?:sell|sold|rent|trad|leas)|出售|出租|售卖/i, 'sell'],
  [/\btrain|训练/i, 'train-models'],
  [/\b(?:shar)|共享|分享/i, 'share'],
  [/\b(?:disclos|publish)|公开/i, 'disclose'],
  [
    /\b(?:collect|record|gather|scan|log|track|monitor|read|captur|obtain|receiv|request|stor|sav|keep|hold|retain|access|ask)|收集|采集|记录|获取|读取|存储|保存|索取/i,
    'collect',
  ],
  [/\b(?:use|process|analy)|使用|处理/i, 'use'],
];

/** Data in general as the object of a verb. */
export const inGeneral =
  /^(?:[^.;:]{0,12}\b(?:of )?)?(?:your|personal|user|customer|supporter|the|any|some|all)?(?: (?:of )?(?:your|personal|own|user|customer))* ?(?:personal(?:ly identifiable)? )?(?:data|information|details)\b/i;

/** A word that ends the object of a verb. */
export const objectEnds =
  /\b(?:to|for|so|because|when|where|if|unless|while|which|who|whose|by|with|without|except|not|never|(?<!such )as|until|after|before|through|via|in order|under|that|on (?:behalf|how)|from (?!you\b)|about (?:how|why|what))\b|[;()]|:(?!\s*\n)/i;

/** What readers may ask about, as in `the right to know what data is sold`, is not stated. */
export const asked =
  /\b(?:know|learn|ask|find out|be (?:told|informed))(?: \w+){0,3} (?:what|which|whether|how|(?:to|with) whom)\b[^.;:!?,\n]{0,60}$/i;

/** The mark of an item, with the article of what it names. */
export const itemMark = /^[ \t]{0,8}(?:[-*+]|\d{1,3}[.)])[ \t](?:[*_]{1,2})?(?:your |the |an? |您的)?/i;

export const objectEndsInChinese =
  /用于|用以|以便|以实现|为了|目的|如果|若|但|来自|从而|(?<=，)(?:我们|您|以)|[；：]|时(?=，)/;
