/** Whether a text says of itself that it belongs to what stands before it: `This holds only if …`, `Except …`, `… listed above`. */
export function pointsAtBefore(text: string): boolean {
  return opening.test(text) || pointingBack.test(text);
}

const opening =
  /^[-*>#_\d.\s]*(?:(?:note|notice|important|please note|hinweis|remarque|nota)[*_:.,\s]{1,6})?(?:(?:this|that|these|those|it|such|they|same|except|unless|provided|but|and|or|only|also|if so|otherwise|however|instead|therefore|thus|then|in (?:this|that|such|either) case|dies(?:e[mnrs]?)?|solche[mnrs]?|hier(?:bei|für|von|zu)|da(?:bei|für|mit|von|zu)|außer|ausgenommen|sofern|es sei denn|jedoch|aber|andernfalls|nur|auch|und|oder|ce(?:ci|la|t|tte|s)?|tel(?:le)?s?|sauf|excepté|toutefois|cependant|mais|sinon|et|ou|est[aeo]s?|ess?[aeo]s?|dich[ao]s?|tal(?:es)?|tais|salvo|excepto|exceto|pero|mas|sin embargo|quest[aeio]|tali|tranne|tuttavia|ma|ist?so|dit|deze|dat|behalve|tenzij|maar|echter|это|эт[аио]т?|такие|кроме|однако|но|ц[ея]|крім|проте|ta(?:k(?:i[ae]?|ie))?|jest to|ma to|to (?:jest|je|platí|se|dotyczy)|oprócz|chyba że|jednak|lecz|tylko|bu(?:n(?:u|lar|un|a|dan))?|şu|böyle|ancak|hariç|fakat|yalnızca|sadece|det(?:t?[ae])?|denn[ae]|dessa|disse|sådan[at]?|utom|unntatt|undtagen|endast|kun|t(?:oto|ohle|yto|ato)|kromě|avšak|pouze|jen|tämä|nämä|paitsi|mutta|ez(?:ek)?|kivéve|azonban|acest(?:a|e|ea)?|aceast[aă]|cu excepția|điều này|việc này|trừ|tuy nhiên|hal ini|kecuali|namun)(?!\p{L})|이(?:는|것|때|를|에)|단,|이 경우|此|该|否则|但|除外|例外|并且|或者|この|その|これ|それ|ただし|다만|그러나|이러한)/iu;

const pointingBack =
  /(?<!\p{L})(?:above|foregoing|aforementioned|previous|preceding|former|latter|oben|obige\p{L}?|vorstehend\p{L}*|vorgenannt\p{L}*|genannte\p{L}?|ci-dessus|précédent\p{L}*|précité\p{L}*|susmentionné\p{L}*|anterior(?:es)?|mencionad[ao]s?|sopra|precedent[ei]|suddett[aeio]|acima|referid[ao]s?|hierboven|bovenstaande|выше\p{L}*|указанн\p{L}*)(?!\p{L})|上述|前述|前款|以上|如上|上記|前項/iu;

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
