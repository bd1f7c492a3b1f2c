import type { Element, ElementContent, Root as Tree } from 'hast';
import { sha256 } from '../base/canonical.ts';
import { withDirections } from './direction.ts';
import { element } from './element.ts';
import type { StampStatus } from './stamp.ts';
import { stringify } from './stringify.ts';
import { printedTitle } from './style/print.ts';
import { style as theme } from './style.ts';
import type { Words } from './words.ts';

/** A page's contents. Every string is plain text and is escaped. */
export interface Page {
  readonly locale: string;
  readonly words: Words;
  /** The title of the window and of bookmarks; it names the version. */
  readonly title: string;
  /** The heading as a sanitised tree; by default the title. */
  readonly heading?: readonly ElementContent[];
  /** A short line above the heading. */
  readonly eyebrow?: string;
  /** The owner of the page, at the top, linked to the version in force. */
  readonly brand?: PageLink;
  readonly status?: PageStatus;
  /** The table of contents; none if empty. */
  readonly contents: readonly ContentsEntry[];
  /** Sanitised. */
  readonly main: Tree;
  /** Links at the top: other pages of this policy, and this page in other languages. */
  readonly bar: readonly PageLink[];
  readonly footLinks: readonly PageLink[];
  readonly footNotes: readonly string[];
  /** For search results; by default the title without its version. */
  readonly description?: string;
  readonly canonical?: string;
  /** Absolute addresses of this page by language, its own included; `x-default` is the prevailing language. */
  readonly alternates?: readonly (readonly [language: string, address: string])[];
  /** Data for programs: an object of schema.org. */
  readonly data?: object;
  /** The address of the policy's Atom feed in this language. */
  readonly feed?: string;
  readonly noindex?: boolean;
  readonly style?: string;
}

export interface PageStatus {
  readonly tone: StampStatus | 'plain';
  /** The status in a word or sentence, sanitised. */
  readonly sentence: readonly ElementContent[];
  /** Other important lines, sanitised: the dates, the last change, the next version. */
  readonly more: readonly (readonly ElementContent[])[];
  readonly link?: PageLink;
}

export interface PageLink {
  readonly href: string;
  readonly words: string;
  /** The language of the target, if it differs from the page's. */
  readonly locale?: string;
  /** The name under which a browser saves the target. */
  readonly saveAs?: string;
  /** Whether the link leads to the page it is on. */
  readonly here?: boolean;
}

export interface ContentsEntry {
  readonly id: string;
  readonly number: string;
  readonly words: string;
  /** The language of the words, if it differs from the page's. */
  readonly locale?: string;
}

/** The theme, the page's own rules, and the title printed at the foot of each sheet. */
function rulesOf({ title, style = '' }: Page): string {
  return `${theme}${printedTitle(title)}${style}`;
}

/** The page may load and run nothing; only our own style applies. */
const securityOf = (style: string): string => {
  const hash = Buffer.from(sha256(style), 'hex').toString('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
};
/** Ids of the page itself have an underscore, which no clause id has. */
const mainId = 'main_text';

/** A complete HTML document that works without script, loads nothing, and can be read by everybody. */
export function pageHtml(page: Page): string {
  const document = element('html', { lang: page.locale }, head(page), body(page));
  return stringify(withDirections({ type: 'root', children: [{ type: 'doctype' }, document] }));
}

function head(page: Page): Element {
  return element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', {
      httpEquiv: ['Content-Security-Policy'],
      content: securityOf(rulesOf(page)),
    }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    ...headOf(page),
  );
}

/** The head of any page that shows this text. */
export function headOf(page: Page): Element[] {
  const { title, description, canonical, alternates = [], data, feed, noindex } = page;
  return [
    element('title', {}, title),
    ...(description === undefined ? [] : [element('meta', { name: 'description', content: description })]),
    ...(canonical === undefined ? [] : [element('link', { rel: ['canonical'], href: canonical })]),
    ...alternates.map(([hrefLang, href]) => element('link', { rel: ['alternate'], hrefLang, href })),
    ...(feed === undefined
      ? []
      : [element('link', { rel: ['alternate'], type: 'application/atom+xml', href: feed })]),
    ...(noindex === true ? [element('meta', { name: 'robots', content: 'noindex' })] : []),
    element('style', {}, rulesOf(page)),
    ...(data === undefined ? [] : [element('script', { type: 'application/ld+json' }, inertJson(data))]),
  ];
}

/** Data for programs, which browsers do not run. No text in it can end the element or begin another. */
function inertJson(data: object): string {
  const code = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(data)
    .replace(/[<>&\u2028\u2029]/g, code)
    .replace(/##(?=[\w.-]*\[)/g, '#\\u0023');
}

function body(page: Page): Element {
  const skip = element('a', { className: ['skip'], href: `#${mainId}` }, page.words.skip);
  return element('body', {}, skip, ...bodyOf(page));
}

/** The visible part of a page. */
export function bodyOf(page: Page): Element[] {
  const frame = page.contents.length === 0 ? ['frame', 'plain'] : ['frame'];
  return [
    header(page),
    element(
      'div',
      { className: frame },
      ...contents(page),
      element('main', { id: mainId }, ...(page.main.children as ElementContent[])),
    ),
    footer(page),
  ];
}

function header({ title, heading, eyebrow, brand, status, bar, words }: Page): Element {
  const links = [
    ...(brand === undefined ? [] : [element('a', { className: ['brand'], href: brand.href }, brand.words)]),
    ...(bar.length === 0
      ? []
      : [element('nav', { ariaLabel: words.versions }, element('ul', {}, ...bar.map(linkItem)))]),
  ];
  return element(
    'header',
    { className: ['top'] },
    ...(links.length === 0 ? [] : [element('div', { className: ['bar'] }, ...links)]),
    ...(eyebrow === undefined ? [] : [element('p', { className: ['eyebrow'] }, eyebrow)]),
    element('h1', {}, ...(heading ?? [title])),
    ...(status === undefined || status.sentence.length === 0 ? [] : [statusBox(status)]),
  );
}

function statusBox({ tone, sentence, more, link }: PageStatus): Element {
  return element(
    'div',
    { className: ['status', tone] },
    element('p', {}, element('strong', {}, ...sentence)),
    ...more.map((line) => element('p', {}, ...line)),
    ...(link === undefined ? [] : [element('p', {}, anchor(link))]),
  );
}

function contents({ contents: entries, words }: Page): Element[] {
  if (entries.length === 0) return [];
  const items = entries.map(({ id, number, words: name, locale }) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: `#${id}` },
        element('span', {}, number),
        number === '' ? '' : ' ',
        locale === undefined ? name : element('span', { lang: locale }, name),
      ),
    ),
  );
  return [
    element(
      'nav',
      { className: ['contents'], ariaLabel: words.contents },
      element('details', {}, element('summary', {}, words.contents), element('ol', {}, ...items)),
    ),
  ];
}

function footer({ footLinks, footNotes }: Page): Element {
  return element(
    'footer',
    { className: ['foot'] },
    ...(footLinks.length === 0 ? [] : [element('ul', {}, ...footLinks.map(linkItem))]),
    ...footNotes.map((note) => element('p', {}, note)),
  );
}

function linkItem(link: PageLink): Element {
  return element('li', {}, anchor(link));
}

function anchor({ href, words, locale, saveAs, here }: PageLink): Element {
  const language = locale === undefined ? {} : { lang: locale, hrefLang: locale };
  const own = {
    ...(saveAs === undefined ? {} : { download: saveAs }),
    ...(here ? { ariaCurrent: 'page' } : {}),
  };
  return element('a', { href, ...language, ...own }, words);
}
