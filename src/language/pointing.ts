/** Whether a text says of itself that it belongs to what stands before it: `This holds only if …`, `Except …`, `… listed above`. */
export function pointsAtBefore(text: string): boolean {
  return opening.test(text) || pointingBack.test(text);
}

const opening =
  /^[-*>#_\d.\s]*(?:(?:note|notice|important|please note|hinweis|remarque|nota)[*_:.,\s]{1,6})?(?:(?:this|that|these|those|it|such|they|same|except|unless|provided|but|and|or|only|also|if so|otherwise|however|instead|therefore|thus|then|in (?:this|that|such|either|(?:all|any|every) other|other) cases?|dies(?:e[mnrs]?)?|solche[mnrs]?|hier(?:bei|für|von|zu)|da(?:bei|für|mit|von|zu)|außer|ausgenommen|sofern|es sei denn|jedoch|aber|andernfalls|nur|auch|und|oder|ce(?:ci|la|t|tte|s)?|tel(?:le)?s?|sauf|excepté|toutefois|cependant|mais|sinon|et|ou|est[aeo]s?|ess?[aeo]s?|dich[ao]s?|tal(?:es)?|tais|salvo|excepto|exceto|pero|mas|sin embargo|quest[aeio]|tali|tranne|tuttavia|ma|ist?so|dit|deze|dat|behalve|tenzij|maar|echter|это|эт[аио]т?|такие|кроме|однако|но|ц[ея]|крім|проте|ta(?:k(?:i[ae]?|ie))?|jest to|ma to|to (?:jest|je|platí|se|dotyczy)|oprócz|chyba że|jednak|lecz|tylko|bu(?:n(?:u|lar|un|a|dan))?|şu|böyle|ancak|hariç|fakat|yalnızca|sadece|det(?:t?[ae])?|denn[ae]|dessa|disse|sådan[at]?|utom|unntatt|undtagen|endast|kun|t(?:oto|ohle|yto|ato)|kromě|avšak|pouze|jen|tämä|nämä|paitsi|mutta|ez(?:ek)?|kivéve|azonban|acest(?:a|e|ea)?|aceast[aă]|cu excepția|điều này|việc này|trừ|tuy nhiên|hal ini|kecuali|namun)(?!\p{L})|이(?:는|것|때|를|에)|단,|이 경우|此|该|否则|但|除外|例外|并且|或者|この|その|これ|それ|ただし|다만|그러나|이러한)/iu;

const pointingBack =
  /(?<!\p{L})(?:above|foregoing|aforementioned|previous|preceding|former|latter|oben|obige\p{L}?|vorstehend\p{L}*|vorgenannt\p{L}*|genannte\p{L}?|ci-dessus|précédent\p{L}*|précité\p{L}*|susmentionné\p{L}*|anterior(?:es)?|mencionad[ao]s?|sopra|precedent[ei]|suddett[aeio]|acima|referid[ao]s?|hierboven|bovenstaande|выше\p{L}*|указанн\p{L}*)(?!\p{L})|上述|前述|前款|以上|如上|上記|前項/iu;

/** The same of a text below a title of its own, where `it` is what that names: `Except …`, `However, …`, `… listed above`. */
export function pointsAboveTitle(text: string): boolean {
  return turning.test(text) || pointingBack.test(text);
}

const turning =
  /^[-*>#_\d.\s]*(?:(?:except|unless|provided|but|otherwise|however|instead|therefore|in (?:(?:all|any|every) )?other cases?|außer|ausgenommen|sofern|es sei denn|jedoch|aber|andernfalls|sauf|excepté|toutefois|cependant|mais|sinon|salvo|excepto|exceto|pero|sin embargo|tranne|tuttavia|behalve|tenzij|maar|echter|кроме|однако)(?!\p{L})|否则|但|除外|例外|ただし|다만|그러나)/iu;

/** Whether a title is that of an exception, from what stands before it. */
export function namesException(title: string): boolean {
  return /^\W*(?:exceptions?|exclusions?|limits?|limitations?|ausnahmen?|excepci(?:ón|ones)|eccezion[ei]|例外|除外)(?!\p{L})/iu.test(
    title,
  );
}

/**
 * Whether a heading may say something of all that stands below it, beyond what it is about: that it does not hold, or not
 * yet, for some, or only sometimes.
 */
export function limitsBelow(heading: string): boolean {
  return limiting.test(heading);
}

/** Whether a text above clauses speaks of them: `These are examples.`, `… in this chapter`, or a short one that limits. */
export function speaksOfBelow(text: string): boolean {
  return pointsAtBefore(text) || ofChapter.test(text) || (text.length < 120 && limitsBelow(text));
}

const ofChapter =
  /(?<!\p{L})(?:this (?:chapter|section|part)|(?:dies(?:es|em)) (?:kapitels?|abschnitts?)|diesem teil|ce chapitre|cette (?:section|partie)|est[ae] (?:capítulo|sección|parte))(?!\p{L})|本章|本节|本節|この章/iu;

const limiting =
  /(?<!\p{L})(?:not|no|never|none|nothing|without|only|except\p{L}*|unless|if|may|might|could|drafts?|examples?|planned|future|former(?:ly)?|old|until|outside|for|nicht|kein\p{L}*|nie\p{L}*|ohne|nur|außer\p{L}*|wenn|entw[uü]rfe?|beispiele?|künftig\p{L}*|geplant\p{L}*|früher\p{L}*|bis|für|pas|jamais|aucun\p{L}*|sans|seulement|sauf|si|projets?|exemples?|futur\p{L}*|ancien\p{L}*|hors|pour|nunca|ning\p{L}+|sin|sólo|solo|salvo|borrador\p{L}*|ejemplos?|futur[ao]s?|anterior\p{L}*|fuera|para)(?!\p{L})|['’]t(?!\p{L})|不|无|無|非|未|仅|僅|只|除|示例|例|草案|将来|不再|ない|なし|のみ|限|案|予定|以外|け$|向け/iu;

/** Whether a text announces what stands behind it by a colon at its end. */
export function endsWithColon(text: string): boolean {
  return /[:：]/.test(text.charAt(endOf(text, /[\s*_"'”’)\]]/) - 1));
}

/** The end of a text without certain trailing characters. */
export function endOf(text: string, without: RegExp): number {
  let end = text.length;
  while (end > 0 && without.test(text.charAt(end - 1))) end--;
  return end;
}

/** Whether a text ends with a colon, or has a word in its last sentence that announces more. */
export function leadsOn(text: string): boolean {
  if (endsWithColon(text)) return true;
  const said = text.slice(0, endOf(text, /[\s*_.!?。！？]/));
  const start = Math.max(...[...'.!?。！？'].map((mark) => said.lastIndexOf(mark)));
  return leadingIn.test(said.slice(start + 1));
}

/**
 * `See section 7 below` and `see the Cookies section below` name their target, and `(explained below)` is an aside:
 * none of them leads in what follows.
 */
const leadingIn =
  /(?<!\b(?:section|chapter|clause|paragraph|part|article|item)s? (?:[\w.]{1,8} )?)\bbelow\b(?!\s?\))|(?<!\p{L})(?:following|(?:as|what|that) follows|from here on|hereafter|the rest of (?:this|the)|folgende\p{L}?|nachstehend\p{L}*|nachfolgend\p{L}*|wie folgt|suivante?s?|ci-dessous|ci-après|siguientes?|a continuación|seguent[ei]|di seguito|seguintes?|abaixo|volgende|hieronder|следующ\p{L}*|ниже)(?!\p{L})|以下|如下|下列|次の/iu;
