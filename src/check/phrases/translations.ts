/** Words that deny wherever they stand, and words and parts of words by which another language may say the same. */
export const denials: Readonly<Record<string, { readonly surely: RegExp; readonly perhaps: RegExp }>> = {
  en: {
    surely: /\b(?:not(?! track\b)|never)\b|n['’]t\b/i,
    perhaps:
      /\b(?:not?|never|none|nobody|nothing|nor|neither|without|cannot|only|alone|unless|until|before|except|instead|rather|hardly|free|outside|beyond|most|least|else|other|either|under|less|same|(?:refus|stop|declin|lack|fail|miss|ceas|avoid|prevent|prohibit|anonym|exclu|withdr|keep|breach|violat)\w*|(?:un|in|im|dis|non)\w{4,}|\w{3,}less)\b|n['’]t\b/i,
  },
  de: {
    surely: /(?<!\p{L})(?:nicht|nie|niemals|kein(?:e[mnrs]?)?)(?!\p{L})/iu,
    perhaps:
      /nicht|nie|kein|ohne|weder|noch|nur|erst|bis|bevor|sonst|statt|sondern|außer|höchstens|mindestens|maximal|allein|sowohl|los|frei|(?<!\p{L})un\p{L}{3}|verzicht|ablehn|verweiger|ausschl|ausgeschl|verhinder|verbot|untersag|anonym|entfall|widerr|versto|verletz/iu,
  },
  zh: {
    surely: /不会|绝不|从不|不得|并不|不能|没有/,
    perhaps: /[不没無无未勿莫非否免禁拒别仅只前除停止匿]|最多|至多|以内|避免|防止|缺/,
  },
  fr: {
    surely: /(?<!\p{L})(?:ne|n['’]\p{L}+) \p{L}+ (?:pas|jamais)(?!\p{L})/iu,
    perhaps:
      /(?<!\p{L})(?:ne|n['’]|pas|jamais|sans|aucun|ni|non|que|sauf|hors|seul)|(?<!\p{L})in\p{L}{4}|anonym|refus/iu,
  },
  es: {
    surely: /(?<!\p{L})(?:no|nunca|jamás)(?!\p{L})/iu,
    perhaps:
      /(?<!\p{L})(?:no|nunca|jamás|sin|ning|ni|tampoco|nada|salvo|solo|sólo|excepto|in\p{L}{4})|anónim|anonim|rechaz|neg/iu,
  },
  ja: {
    surely: /(?:しません|ることはありません|決して)/,
    perhaps: /ない|なく|なけ|ません|ずに|[無非不未禁]|以外|限り|のみ|だけ/,
  },
};
