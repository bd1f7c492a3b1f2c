import type { ByLanguage } from '../readable.ts';
/** What precedes a country where data is kept or sent. */
export const whereTo: ByLanguage = {
  en: /\b(?:servers?|data cent(?:er|re)s?|hosted|stor(?:e|es|ed|ing)|kept|process(?:ed|es|ing)?|transfer(?:s|red|ring)?|sen[dt]|back-?ups?|copies)\b[^.;:]{0,60}\b(?:in|to|into|near|at|within) (?:the |a |an )?(?:[\w’' -]{1,40}?(?:,| and| or) (?:the )?){0,3}$/i,
  de: /(?:Server\p{L}*|Rechenzentr\p{L}+|gehostet|speicher\p{L}*|gespeichert|verarbeite\p{L}*|übermittel\p{L}*|übertrag\p{L}*|Kopien|Sicherung\p{L}*|stehen|liegen|Daten(?!schutz))[^.;:]{0,60}(?<!\p{L})(?:in|nach|aus)(?: (?:den|die|der|das))? (?:[\p{L}’' -]{1,40}(?:,| und| oder) (?:(?:den|die|der|in|nach) ){0,2}){0,3}$/iu,
  fr: /(?:serveurs?|centres? de données|héberg\p{L}+|stock\p{L}+|conserv\p{L}+|trait\p{L}+|transf[eé]r\p{L}+|transmis\p{L}*|envoy\p{L}+|copies|sauvegardes)[^.;:]{0,60}(?<!\p{L})(?:en|au|aux|vers|dans|à)(?: (?:la|le|les))? ?(?:l['’])?(?:[\p{L}’' -]{1,40}(?:,| et| ou) (?:(?:en|au|aux|la|le|les) ){0,2}){0,3}$/iu,
  es: /(?:servidor\p{L}*|centros? de datos|aloj\p{L}+|almacen\p{L}+|conserv\p{L}+|guard\p{L}+|trat\p{L}+|transf\p{L}+|transmit\p{L}+|env[ií]\p{L}+|copias)[^.;:]{0,60}(?<!\p{L})(?:en|a|hacia|al|dentro de)(?: (?:la|el|los|las))? (?:[\p{L}’' -]{1,40}(?:,| y| o) (?:(?:en|a|la|el|los) ){0,2}){0,3}$/iu,
  ja: /(?:サーバー?|データセンター|情報|データ)[^。；]{0,30}$/,
  zh: /(?:服务器|数据中心|存储|保存|储存|传输|转移|提供|处理|备份)[^。；]{0,16}(?:在|于|至|到|向|位于)[^。；，]{0,12}$|(?:向|至|到)[^。；，]{0,6}$/,
};

/** What precedes a country where readers live, or whose law applies. */
export const ofReaders: ByLanguage = {
  en: /\b(?:(?:residents?|citizens?|users?|customers?|visitors?|individuals|people|you (?:are|live|reside)|laws?|courts?|governed|jurisdiction|subject to|outside(?: of)?)\b[^.;]*|from (?:the )?)$/i,
  de: /(?<!\p{L})(?:wohn\p{L}*|Nutzer\p{L}*|Kund\p{L}*|Personen|Gesetz\p{L}*|Recht\p{L}*|Gericht\p{L}*|außerhalb)(?!\p{L})[^.;]*$/iu,
  fr: /(?<!\p{L})(?:résid\p{L}*|utilisateurs?|clients?|personnes|lois?|droit|tribuna\p{L}*|hors|en dehors|situ[ée]\p{L}*)(?!\p{L})[^.;]*$/iu,
  es: /(?<!\p{L})(?:resid\p{L}*|usuarios?|clientes?|personas|leyes|ley|tribunal\p{L}*|fuera)(?!\p{L})[^.;]*$/iu,
  ja: /居住|在住|ユーザー|法律|法令|裁判/,
  zh: /居民|用户|法律|法院|以外|之外/,
};

/** What follows a country that is named for its people or its law. */
export const byReaders =
  /^境内[^，。；]{0,12}(?:客户|用户|居民)|^ (?:end )?(?:users|residents|citizens|customers|visitors|individuals|law|courts?|GDPR|data protection)\b/i;

export const ofDataAround: ByLanguage = {
  en: /\b(?:data|information|servers?|copies|back-?ups?|records?|details)\b/i,
  de: /Daten|Informationen|Server|Kopien|Sicherung/,
  fr: /données|informations|serveur|copies|sauvegarde/i,
  es: /datos|información|servidor|copias/i,
  ja: /情報|データ|サーバ/,
  zh: /信息|数据|资料|服务器|备份/,
};
