const contents = [
  'table of contents|contents|on this page|in this article|inhalt|inhaltsverzeichnis|auf dieser seite|sommaire',
  'table des matières|sur cette page|índice|tabla de contenidos|sumário|inhoud|inhoudsopgave|目 录|目 次|目 錄|本 页 目 录',
];
const ways = [
  'back to top|back to the top|return to top|go to top|back to previous page|skip to navigation|skip to toolbar|print this page|skip to content|skip to main content|edit this page|back to login screen|back to home|back to homepage|go back|jump to content|jump to navigation|open all close all',
  'edit this page on github|toggle|open menu|close menu|main menu|open main menu|open navigation menu|toggle navigation|loading|log in|sign in|nach oben|zurück nach oben|zum inhalt springen|retour en haut|haut de page',
  'aller au contenu|volver arriba|ir al contenido|voltar ao topo|naar boven|返 回 顶 部|回 到 顶 部|all rights reserved|0 out of 0 found this helpful|was this helpful|copy link|share this page',
  'related resources|related articles|related links|introduction|preamble|préambule|einleitung|前 言|引 言|正 文',
  'archived versions|previous versions|end of policy|end of document|give feedback about this article|choose a section to give feedback on',
];
const setOf = (lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split('|')));

const namesOfContents = setOf(contents);
const waysAround = setOf(ways);

/** The most words in any of the phrases above. */
export const longestPhrase = 20;

/** Whether words (lower case, one space between them) are the title of a table of contents. */
export function isContents(words: string): boolean {
  return namesOfContents.has(words);
}

/**
 * Whether words only help readers around a page (`back to top`), and are no part of what it says; in a title also what a policy is
 * about (`How we protect your data`), which elsewhere is the heading of a part.
 */
export function isFurniture(words: string, isTitle = false): boolean {
  if (waysAround.has(words.replace(noted, '$1'))) return true;
  return isTitle && (tagline.test(words) || names.test(words.replaceAll(' ', '')));
}

/** Our notes on what is hidden. */
const noted = /^hidden from here (.+) hidden to here$/;

const treats =
  '(?:(?:are |and )?(?:collect|us|handl|process|protect|stor|safeguard|manag|secur)(?:e|ing)? )+';
const tagline = new RegExp(`^how we ${treats}your (?:personal )?(?:data|information)$`);

/** What policies and terms are called in languages of which few words are known, without spaces. */
const names =
  /^(?:プライバシー(?:ポリシー|规约)|个人情[报報]保[护護](?:方[针針]|法)|利用规约|クッキーポリシー|개인정보(?:처리방침|보호정책|취급방침)|(?:서비스)?이용약관|политикаконфиденциальности|пользовательскоесоглашение|условияиспользования|політикаконфіденційності|gizlilikpolitikası|kullanım(?:koşulları|şartları)|kebijakanprivasi|ketentuanlayanan|chínhsáchbảomật|điềukhoảnsửdụng|integritetspolicy|användarvillkor|privatlivspolitik|personvernerklæring|tietosuojaseloste|käyttöehdot|zásadyochranyosobníchúdajů|obchodnípodmínky|adatvédelmi(?:nyilatkozat|tájékoztató)|politicadeconfidențialitate|πολιτικήαπορρήτου|سياسةالخصوصية|מדיניותפרטיות|นโยบายความเป็นส่วนตัว|avisode(?:privacidad|privacidade)|mentionslégales|impressum|informativasullaprivacy|notelegali|termosdeuso|términosycondiciones)$/u;

const changed = '(?:new|updated|revised)';
const kinds = '(?:policy|policies|notice|statement|agreement|terms(?: of (?:service|use)| and conditions)?)';
const ours = `(?:(?:the|our|this) )?(?:(?:current|full|latest|previous|archived) )?(?:versions? of (?:the|our|this) )?(?:${changed} (?:N ){0,2})?(?:(?:privacy|cookies?|user|service) ){0,3}${kinds}`;
const verb = '(?:read|see|view|review|visit|open|consult|check|print|refer to)';
const about = '(?:for (?:more|further|additional) (?:information|details))';
const pointer = new RegExp(
  `^(?:${about} ,? ?)?(?:please )?(?:(?:click|tap) here (?:to|for) (?:${verb} )?|${verb} |print N )${ours}(?: and ${ours})?(?: here)?(?: ${about})?$|^we (?:are|have|have been)(?: recently| just)? (?:updat|chang|revis|improv)(?:ing|ed) (?:the|our|this) (?:N ){0,2}(?:(?:privacy|cookies?|user|service) ){0,3}${kinds}$`,
);

/** The beginning of a sentence that only says where to read more. */
const more =
  /^(?:please )?(?:(?:you can )?(?:learn|read|find out|see) more (?:about|on)|for more information (?:about|on|regarding)) /;

/**
 * How many words of a sentence, written as for {@link isFurniture} with `N` for each name, only point to the publisher's own
 * document or say that it was updated (`Click here to view our privacy policy`, `We have updated our terms`). Of `Learn more
 * about …` these are the words before the subject; of a sentence that says something, none.
 */
export function leadOf(words: string): number {
  if (pointer.test(words)) return words.split(' ').length;
  return (more.exec(words)?.[0].split(' ').length ?? 1) - 1;
}

const age =
  /^(?:last )?(?:updated|edited) (?:(?:over|about|almost|last|this|a|an|\d+|minutes?|hours?|days?|weeks?|months?|years?) )*(?:ago|yesterday|today|this week|this month) /;

/** How many of the first words say how old a page is, as on help pages: `Updated over 2 months ago`, `Last updated: yesterday`. */
export function wordsOfAge(words: readonly { readonly key: string }[]): number {
  const keys = words.slice(0, 10).map(({ key }) => key.toLowerCase());
  const said = age.exec(`${keys.filter((key) => key !== ':').join(' ')} `)?.[0].split(' ').length ?? 1;
  return said === 1 ? 0 : said - 1 + (keys.slice(0, said).includes(':') ? 1 : 0);
}

/** Kinds of callouts, as a part of a regular expression. Those that fold their words away are left out. */
export const calloutKinds =
  'note|info|tip|hint|important|warning|caution|danger|attention|success|question|abstract|summary|example|quote';

/** `.class #id key="value"`, as a part of a regular expression. */
export const attributes =
  '(?:\\s*(?:[.#][\\w-]+(?=[\\s.#}])|[\\w-]+=(?:"[^"{}]*"|\'[^\'{}]*\'|[\\w./%-]+(?=[\\s}]))))*\\s*';

/** The same in other languages, where it stands in brackets. */
const newTab =
  "\\((?:(?:link )?öffnet (?:sich )?in (?:einem )?neue[mn] (?:tab|fenster)|(?:lien )?s['’]ouvre dans (?:un|une) nouve(?:l|lle) (?:onglet|fenêtre)|(?:se )?abre en una (?:nueva )?(?:pestaña|ventana)(?: nueva)?|abre (?:em|numa|em uma) nova (?:aba|guia|janela)|si apre in una nuova (?:scheda|finestra)|opent in een nieuw (?:tabblad|venster))\\)";

/** `import Tabs from '@theme/Tabs';` of MDX: a way to a component, not to another text. */
const imported =
  '^import (?:\\w{1,60}|\\{[\\w, ]{1,200}\\}|\\* as \\w{1,60}) from ["\'](?:\\.{1,2}|@[\\w-]*|~)/[\\w./@-]{1,200}(?<!\\.(?:mdx?|html?|txt|json))["\'];?$';

/**
 * Markup of site generators that is not part of the words: attribute lists (`{: #id }`, `{#id}`), callouts (`[!NOTE]`,
 * `!!! note "Its title"`), the place of a table of contents, the line below a title; and what is said to those who do not see
 * what a link does.
 */
export const siteDress = new RegExp(
  `${imported}|\\(?opens\\s{1,9}(?:(?:in\\s{1,9})?(?:a\\s{1,9})?new\\s{1,9}(?:tab|window)|email\\s{1,9}client)\\)?|${newTab}|(?:(?:toc|table of contents|contents)\\s*)?\\{: ?toc${attributes}\\}|\\{(?::(?![^{}]*(?:hid|none|title=|alt=|label=))(?::options)?${attributes}/?|#[\\w-]+)\\}|\\[![A-Z]+\\](?!-)\\+?|^! (?:${calloutKinds})(?= ")|\\[TOC\\]|\\{(?:\\{‹|%include)(?:base_path|toc(?:\\.html)?)(?:›\\}|%)\\}|[=+]{3,}|:{3,} ?(?:(?:${calloutKinds})$)?|\\[(?:edit|show|hide|expand|collapse)\\]`,
  'gim',
);

/** A kind of document, as it is called: `Policy`, `terms`, 条款. */
export const kindOfDocument =
  /^(?:polic(?:y|ies)|notice|statement|terms|conditions|agreement|guide|faq|[款政策则书声协引]|datenschutz(?:erklärung|hinweise|bestimmungen|richtlinien?)?|(?:nutzungs|geschäfts)bedingungen|agb|cg[uv]|pol[ií]ti(?:ca|que)s?|t[eé]rm(?:in)?os|condi(?:ciones|ções|zioni)|privacy(?:beleid|verklaring)|polityka)$/;
