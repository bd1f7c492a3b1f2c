import type { Element, ElementContent, Root as Tree } from 'hast';
import { sha256 } from '../base/canonical.ts';
import { withDirections } from './direction.ts';
import { element } from './element.ts';
import type { StampStatus } from './stamp.ts';
import { stringify } from './stringify.ts';
import { printedTitle } from './style/print.ts';
import { style as theme } from './style.ts';
import type { Words } from './words.ts';

/** What a page holds beside its text. Every string is plain text and is escaped. */
export interface Page {
  readonly locale: string;
  readonly words: Words;
  /** Of the browser window and the bookmark: it names the version. */
  readonly title: string;
  /** The heading, as a sanitised tree; the title when there is none. */
  readonly heading?: readonly ElementContent[];
  /** Above the heading, in small. */
  readonly eyebrow?: string;
  /** Whose page it is, at the top, with a way to what is in force. */
  readonly brand?: PageLink;
  readonly status?: PageStatus;
  /** The navigation inside the page; none when it is empty. */
  readonly contents: readonly ContentsEntry[];
  /** Sanitised. */
  readonly main: Tree;
  /** At the top: pages of this policy, and this page in other languages. */
  readonly bar: readonly PageLink[];
  readonly footLinks: readonly PageLink[];
  readonly footNotes: readonly string[];
  /** For lists of results; the title of the page without its version when there is none. */
  readonly description?: string;
  readonly canonical?: string;
  /** Absolute addresses of this page by language, its own among them; `x-default` is the prevailing one. */
  readonly alternates?: readonly (readonly [language: string, address: string])[];
  /** What programs read of it: an object of schema.org. */
  readonly data?: object;
  /** Where the Atom feed of the policy in this language is. */
  readonly feed?: string;
  readonly noindex?: boolean;
  readonly style?: string;
}

export interface PageStatus {
  readonly tone: StampStatus | 'plain';
  /** In one word or sentence, sanitised. */
  readonly sentence: readonly ElementContent[];
  /** What else is to be known at once, sanitised: the dates, what changed last, what comes next. */
  readonly more: readonly (readonly ElementContent[])[];
  readonly link?: PageLink;
}

export interface PageLink {
  readonly href: string;
  readonly words: string;
  /** The language of what it leads to, when that is another. */
  readonly locale?: string;
  /** The name of the file that following it saves. */
  readonly saveAs?: string;
  /** It leads to the page that it stands on. */
  readonly here?: boolean;
}

export interface ContentsEntry {
  readonly id: string;
  readonly number: string;
  readonly words: string;
  /** The language of the words, when that is another than the page's. */
  readonly locale?: string;
}

/** The theme, the page's own rules, and what paper says below each page. */
function rulesOf({ title, style = '' }: Page): string {
  return `${theme}${printedTitle(title)}${style}`;
}

/** Nothing may be loaded or run; our own style alone applies. */
const securityOf = (style: string): string => {
  const hash = Buffer.from(sha256(style), 'hex').toString('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
};
/** An id of the page itself has an underscore, which no id of a clause has. */
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

/** What the head of any page with this text in it says. */
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

/** Data for programs, which no browser runs; nothing in it can end the element or begin another. */
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

/** What a reader sees of a page. */
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
