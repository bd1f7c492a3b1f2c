import type { ByLanguage } from '../readable.ts';

/** What stands beside the period for which something is kept: a time within which somebody acts is none. */
export const keeping: ByLanguage<{ readonly before: RegExp; readonly after?: RegExp }> = {
  en: {
    before:
      /\b(?:keeps?|kept|keeping|retain(?:s|ed)?|stores?|stored|holds?|held)\b[^.;:!?]{0,40}$|\b(?:deletes?|deleted|erased?|removed?)\b[^.;:!?]{0,30}\bafter (?:the )?(?:last )?$|\b(?:gone|disappears?|expires?) after $/i,
  },
  de: {
    before: /löschen[^.;:!?]{0,30}\bnach $/i,
    after: /^[^.;:!?\d]{0,40}(?:gespeichert|aufbewahrt|vorgehalten)/i,
  },
  fr: {
    before:
      /\b(?:conserv|stock|gard)\p{L}*(?!\p{L})[^.;:!?]{0,40}$|\b(?:supprim|effac)\p{L}*[^.;:!?]{0,30}(?:après|au bout de) $/iu,
    after: /^[^.;:!?\d]{0,12} (?:de conservation)/i,
  },
  es: {
    before:
      /\b(?:conserv|guard|almacen|mantien|manten)\p{L}*[^.;:!?]{0,40}$|\b(?:elimin|borr|suprim)\p{L}*[^.;:!?]{0,30}(?:después de|tras|al cabo de|a los) $/iu,
  },
  ja: {
    before: /(?:保存期間|保管期間)[^。；、！？]{0,10}$/,
    after: /^[^。；、！？\d]{0,8}(?:保存|保管|保持|後に?[^。、]{0,6}(?:削除|消去|破棄))/,
  },
  zh: {
    before: /(?:保存|保留|存储|留存)[^。；，！？]{0,10}$/,
    after: /^(?:后|之后)(?:会|将|即)?(?:被)?(?:自动)?(?:予以)?(?:删除|清除|销毁)/,
  },
};

/** We answer whoever writes within a time, which is `#` here. */
export const answering: ByLanguage = {
  en: /\b(?:we\b(?: will| shall| try to| aim to|'ll)? (?:answer|respond|reply|get back)|you (?:will |can expect to )?(?:hear (?:back )?from us|(?:get|receive|have) (?:an answer|a reply|a response))|(?:requests?|questions?|e-?mails?|letters?) (?:is|are|will be) (?:answered|dealt with))\b[^.;:!?]{0,50}(?:within|in|after) (?:at most )?#/i,
  de: /\b(?:wir (?:antworten|beantworten)|antworten wir|beantworten wir)\b[^.;:!?]{0,50}(?:innerhalb von|binnen|in) #/i,
  fr: /\bnous\b[^.;:!?]{0,20}(?:répond|réponse)[^.;:!?]{0,50}(?:dans|sous|en|délai) (?:un délai (?:maximum |maximal )?de )?#/i,
  es: /\b(?:responde(?:mos|remos)|contesta(?:mos|remos)|respuesta)\b[^.;:!?]{0,50}(?:en|dentro de|plazo)(?: (?:un plazo|de|máximo|el plazo))* #/i,
  ja: /#(?:以内|内)?に?[^。；！？]{0,8}(?:回答|返答|返信|お返事|ご連絡)/,
  zh: /我们[^。；！？]{0,20}在?#(?:内|之内)?[^。；！？]{0,6}(?:答复|回复|响应|反馈)/,
};

/** `around` a time, which is `#`, that passes before a change; the sentence must speak of a `change`. */
export const ahead: ByLanguage<{ readonly around: RegExp; readonly change: RegExp }> = {
  en: {
    around:
      /#(?: (?:or more|at least))?(?:['’] notice)? (?:before|ahead|in advance|prior|beforehand)\b|#['’]s? notice\b|# after (?:we|the|their|its|such|being) (?:\w+ ){0,2}(?:announc|publi|notif|notice|post|tell|sen[dt]|inform)/i,
    change: /\b(?:changes?|amend\w*|updates?|new version|modif\w+|takes? effect|appl(?:y|ies)|in force)\b/i,
  },
  de: {
    around: /# (?:vorher|im Voraus|vor)\b/i,
    change: /änder|neue Fassung|in Kraft|Aktualisierung/i,
  },
  fr: {
    around: /#[^.;,]{0,12} (?:avant|à l['’]avance|au préalable)|(?:préavis|délai) de #/i,
    change: /modifi|change|mise à jour|nouvelle version|entr(?:e|ée) en vigueur/i,
  },
  es: {
    around: /# (?:antes|de antelación|de anticipación)|(?:preaviso|plazo) de #/i,
    change: /cambi|modific|actualiz|nueva versión|vigor/i,
  },
  ja: { around: /#(?:以上)?前(?:まで)?に/, change: /変更|改定|改訂|更新|施行/ },
  zh: {
    around: /提前[^，。；]{0,4}#|#(?:之)?前|生效(?:之)?前(?:至少)?#/,
    change: /变更|修改|更新|修订|生效/,
  },
};

export const atLeast: ByLanguage = {
  en: /\b(?:at least|minimum of|no(?:t)? (?:less|fewer|shorter) than)\b/i,
  zh: /至少|不少于|不短于|不低于/,
};

export const atMost: ByLanguage = {
  en: /\b(?:at most|at the latest|no (?:longer|more) than|not (?:longer|more) than|maximum of|up to|within|never longer than|never more than)\b/i,
  zh: /最长|最多|不超过|不会超过|以内|内|至多/,
};

/** What the periods of each relation are for. */
export const spokenOf: Readonly<Record<string, ByLanguage>> = {
  retention: {
    en: /\b(?:keep|kept|retain|store|hold|held|delete|erase|remove|destroy)/i,
    zh: /保存|保留|存储|留存|删除|清除/,
  },
  technology: {
    en: /\b(?:last|expire|lifetime|li(?:ve|fe)|valid|keep|kept|retain|store|remain|stay|delete|remove)/i,
    zh: /有效|过期|失效|存续|保存|保留|存储|删除/,
  },
  recipient: {
    en: /\b(?:keep|kept|retain|store|hold|held|delete|erase|remove|destroy)/i,
    zh: /保存|保留|存储|留存|删除|清除/,
  },
  right: { en: /\b(?:answer|respond|repl|deal with|process)/i, zh: /答复|回复|处理|响应/ },
  contact: { en: /\b(?:answer|respond|repl|get back)/i, zh: /答复|回复|响应/ },
  change: { en: /\b(?:notice|before|ahead|in advance|prior)/i, zh: /提前|之前|前/ },
};

/** What is kept of people. */
export const ofPeople: ByLanguage = {
  en: /\b(?:data|information|records?|logs?|log files|copies|back-?ups?|accounts?|lists?|e-?mails?|messages|details|history|profiles?)\b/i,
  de: /\b(?:\w*daten|informationen|protokolle|logfiles|sicherungen|konto|konten|nachrichten)\b/i,
  fr: /\b(?:données|informations|journaux|copies|sauvegardes|comptes?|messages|historique|relevés)\b/i,
  es: /(?<!\p{L})(?:datos|información|registros|copias|cuentas?|mensajes|historial)(?!\p{L})/iu,
  ja: /情報|データ|記録|ログ|バックアップ|アカウント|履歴/,
  zh: /信息|数据|资料|记录|日志|备份|账号|账户/,
};
