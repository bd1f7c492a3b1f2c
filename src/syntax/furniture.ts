const contents = [
  'table of contents|contents|on this page|in this article|inhalt|inhaltsverzeichnis|auf dieser seite|sommaire',
  'table des matières|sur cette page|índice|tabla de contenidos|sumário|inhoud|inhoudsopgave|目 录|本 页 目 录',
];
const ways = [
  'back to top|back to the top|return to top|go to top|back to previous page|skip to navigation|skip to toolbar|print this page|skip to content|skip to main content|edit this page',
  'edit this page on github|toggle|nach oben|zurück nach oben|zum inhalt springen|retour en haut|haut de page',
  'aller au contenu|volver arriba|ir al contenido|voltar ao topo|naar boven|返 回 顶 部|回 到 顶 部|all rights reserved|0 out of 0 found this helpful',
];
const setOf = (lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split('|')));

const namesOfContents = setOf(contents);
const waysAround = setOf(ways);

/** No phrase that is asked for below has more words. */
export const longestPhrase = Math.max(
  ...[...namesOfContents, ...waysAround].map((phrase) => phrase.split(' ').length),
);

/** Whether words, in small letters and with spaces between, name a table of contents and nothing else. */
export function namesContents(words: string): boolean {
  return namesOfContents.has(words);
}

/** Whether words are no more than what helps a reader about a page: they tell nothing of what it says. */
export function isFurniture(words: string): boolean {
  return waysAround.has(words);
}

/** What callouts are called that only set words apart, for a regular expression. Those that fold words away are not here. */
export const calloutKinds =
  'note|info|tip|hint|important|warning|caution|danger|attention|success|question|abstract|summary|example|quote';

/**
 * Attribute lists that site generators understand (`{: #id }`, `{#id}`), the look of a callout (`[!NOTE]`, open, `!!! note "Its title"`), the place of a
 * table of contents, the line below a title: dress, not words.
 */
export const siteDress = new RegExp(
  `(?:(?:toc|table of contents|contents)\\s*)?\\{: ?toc[^{}]*\\}|\\{(?::(?![^{}]*(?:hid|none))[^{}]*|#[\\w-]+)\\}|\\[![A-Z]+\\](?!-)\\+?|^! (?:${calloutKinds})(?= ")|\\[TOC\\]|[=+]{3,}|:{3,} ?(?:(?:${calloutKinds})$)?`,
  'gim',
);
