const contents = [
  'table of contents|contents|on this page|in this article|inhalt|inhaltsverzeichnis|auf dieser seite|sommaire',
  'table des matières|sur cette page|índice|tabla de contenidos|sumário|inhoud|inhoudsopgave|目 录|本 页 目 录',
];
const ways = [
  'back to top|back to the top|return to top|go to top|back to previous page|skip to navigation|skip to toolbar|print this page|skip to content|skip to main content|edit this page',
  'edit this page on github|toggle|nach oben|zurück nach oben|zum inhalt springen|retour en haut|haut de page',
  'aller au contenu|volver arriba|ir al contenido|voltar ao topo|naar boven|返 回 顶 部|回 到 顶 部|all rights reserved|0 out of 0 found this helpful|was this helpful|copy link|share this page',
];
const setOf = (lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split('|')));

const namesOfContents = setOf(contents);
const waysAround = setOf(ways);

/** No phrase that is asked for below has more words. */
export const longestPhrase = 20;

/** Whether words, in small letters and with spaces between, name a table of contents and nothing else. */
export function namesContents(words: string): boolean {
  return namesOfContents.has(words);
}

/** Whether words are no more than what helps a reader about a page: they tell nothing of what it says. */
export function isFurniture(words: string): boolean {
  return waysAround.has(words);
}

const changed = '(?:new|updated|revised)';
const kinds = '(?:policy|policies|notice|statement|agreement|terms(?: of (?:service|use)| and conditions)?)';
const ours = `(?:(?:the|our|this) )?(?:(?:current|full|latest|previous|archived) )?(?:versions? of (?:the|our|this) )?(?:${changed} (?:N ){0,2})?(?:(?:privacy|cookies?|user|service) ){0,3}${kinds}`;
const verb = '(?:read|see|view|review|visit|open|consult|check)';
const pointer = new RegExp(
  `^(?:please )?(?:(?:click|tap) here (?:to|for) (?:${verb} )?|${verb} )${ours}(?: and ${ours})?(?: here)?$|^we (?:are|have|have been)(?: recently| just)? (?:updat|chang|revis|improv)(?:ing|ed) (?:the|our|this) (?:N ){0,2}(?:(?:privacy|cookies?|user|service) ){0,3}${kinds}$`,
);

/** What begins a sentence that only tells where there is more to read. */
const more =
  /^(?:please )?(?:(?:you can )?(?:learn|read|find out|see) more (?:about|on)|for more information (?:about|on|regarding)) /;

/**
 * How many words of a sentence, as for {@link isFurniture} and with `N` for each name, only lead to a document of one's own or say
 * that it is another than it was (`Click here to view our privacy policy`, `We have updated our terms`): all of them, or those
 * before what there is more to read of; none if it says something.
 */
export function leadOf(words: string): number {
  if (pointer.test(words)) return words.split(' ').length;
  return (more.exec(words)?.[0].split(' ').length ?? 1) - 1;
}

const age =
  /^(?:last )?(?:updated|edited) (?:(?:over|about|almost|last|this|a|an|\d+|minutes?|hours?|days?|weeks?|months?|years?) )*(?:ago|yesterday|today|this week|this month) /;

/** Of how many words a page, as help pages do, says first how old it is: `Updated over 2 months ago`, `Last updated: yesterday`. */
export function wordsOfAge(words: readonly { readonly key: string }[]): number {
  const keys = words.slice(0, 10).map(({ key }) => key.toLowerCase());
  const said = age.exec(`${keys.filter((key) => key !== ':').join(' ')} `)?.[0].split(' ').length ?? 1;
  return said === 1 ? 0 : said - 1 + (keys.slice(0, said).includes(':') ? 1 : 0);
}

const imprint =
  /^(?:represented by|vertreten durch) (?:(?:the|its|den|die) )?(?:managing |executive )?(?:directors?|CEO|president|Geschäftsführer(?:in|innen)?) (?:(?:and|und|,|\p{Lu}\p{Ll}+) )*/u;

/** Of how many words from `at` on a company says who speaks for it: `represented by its directors Jane Doe and John Roe`. */
export function wordsOfImprint(words: readonly { readonly text: string }[], at: number): number {
  if (!/^(?:represented|vertreten)$/.test(words[at]?.text ?? '')) return 0;
  const said = words.slice(at, at + 16).map(({ text }) => text);
  return (imprint.exec(`${said.join(' ')} `)?.[0].split(' ').length ?? 1) - 1;
}

/** What callouts are called that only set words apart, for a regular expression. Those that fold words away are not here. */
export const calloutKinds =
  'note|info|tip|hint|important|warning|caution|danger|attention|success|question|abstract|summary|example|quote';

/** `.class #id key="value"`. */
const attributes =
  '(?:\\s*(?:[.#][\\w-]+(?=[\\s.#}])|[\\w-]+=(?:"[^"{}]*"|\'[^\'{}]*\'|[\\w./%-]+(?=[\\s}]))))*\\s*';

/**
 * Attribute lists that site generators understand (`{: #id }`, `{#id}`), the look of a callout (`[!NOTE]`, open, `!!! note "Its title"`), the place of a
 * table of contents, the line below a title: dress, not words.
 */
export const siteDress = new RegExp(
  `(?:(?:toc|table of contents|contents)\\s*)?\\{: ?toc${attributes}\\}|\\{(?::(?![^{}]*(?:hid|none))(?::options)?${attributes}/?|#[\\w-]+)\\}|\\[![A-Z]+\\](?!-)\\+?|^! (?:${calloutKinds})(?= ")|\\[TOC\\]|[=+]{3,}|:{3,} ?(?:(?:${calloutKinds})$)?`,
  'gim',
);
