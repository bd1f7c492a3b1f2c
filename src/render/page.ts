import type { Element, ElementContent, Root as Tree } from 'hast';
import { sha256 } from '../base/canonical.ts';
import { element } from './element.ts';
import { stringify } from './html.ts';
import type { StampStatus } from './stamp.ts';
import { style } from './style.ts';
import type { Words } from './words.ts';

/** What a page holds beside its text. Every string is plain text and is escaped. */
export interface Page {
  readonly locale: string;
  readonly words: Words;
  /** Of the browser window and the bookmark. */
  readonly title: string;
  /** The heading, as a sanitised tree; the title when there is none. */
  readonly heading?: readonly ElementContent[];
  readonly versionLine?: string;
  readonly status?: PageStatus;
  /** The navigation inside the page; none when it is empty. */
  readonly contents: readonly ContentsEntry[];
  /** Sanitised. */
  readonly main: Tree;
  /** Above the heading: other languages, all versions. */
  readonly bar: readonly PageLink[];
  readonly footLinks: readonly PageLink[];
  readonly footNotes: readonly string[];
  readonly canonical?: string;
  readonly noindex?: boolean;
}

export interface PageStatus {
  readonly tone: StampStatus;
  readonly sentence: string;
  readonly link?: PageLink;
}

export interface PageLink {
  readonly href: string;
  readonly words: string;
  /** The language of what it leads to, when that is another. */
  readonly locale?: string;
  /** The name of the file that following it saves. */
  readonly saveAs?: string;
}

export interface ContentsEntry {
  readonly id: string;
  readonly words: string;
  readonly below: readonly ContentsEntry[];
}

const styleHash = Buffer.from(sha256(style), 'hex').toString('base64');
/** Nothing may be loaded or run; our own style alone applies. */
const security = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
/** Ids of the page itself have an underscore, which no id of a clause has. */
const mainId = 'main_text';
const contentsId = 'page_contents';

/** A complete HTML document that works without script, loads nothing, and can be read by everybody. */
export function pageHtml(page: Page): string {
  const document = element('html', { lang: page.locale }, head(page), body(page));
  return stringify({ type: 'root', children: [{ type: 'doctype' }, document] });
}

function head({ title, canonical, noindex }: Page): Element {
  return element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: security }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, title),
    ...(canonical === undefined ? [] : [element('link', { rel: ['canonical'], href: canonical })]),
    ...(noindex === true ? [element('meta', { name: 'robots', content: 'noindex' })] : []),
    element('style', {}, style),
  );
}

function body(page: Page): Element {
  const frame = page.contents.length === 0 ? ['frame', 'plain'] : ['frame'];
  return element(
    'body',
    {},
    element('a', { className: ['skip'], href: `#${mainId}` }, page.words.skip),
    header(page),
    element(
      'div',
      { className: frame },
      ...contents(page),
      element('main', { id: mainId }, ...(page.main.children as ElementContent[])),
    ),
    footer(page),
  );
}

function header({ title, heading, versionLine, status, bar, words }: Page): Element {
  return element(
    'header',
    { className: ['top'] },
    ...(bar.length === 0
      ? []
      : [
          element(
            'nav',
            { ariaLabel: words.versions },
            element('ul', { className: ['bar'] }, ...bar.map(linkItem)),
          ),
        ]),
    element('h1', {}, ...(heading ?? [title])),
    ...(versionLine === undefined || versionLine === ''
      ? []
      : [element('p', { className: ['version'] }, versionLine)]),
    ...(status === undefined || status.sentence === '' ? [] : [statusLine(status)]),
  );
}

function statusLine({ tone, sentence, link }: PageStatus): Element {
  return element(
    'p',
    { className: ['status', tone] },
    sentence,
    ...(link === undefined ? [] : [' ', anchor(link)]),
  );
}

function contents({ contents: entries, words }: Page): Element[] {
  if (entries.length === 0) return [];
  const title = element('h2', { id: contentsId }, words.contents);
  return [
    element('nav', { className: ['contents'], ariaLabelledBy: [contentsId] }, title, contentsList(entries)),
  ];
}

function contentsList(entries: readonly ContentsEntry[]): Element {
  return element(
    'ol',
    {},
    ...entries.map(({ id, words, below }) =>
      element(
        'li',
        {},
        element('a', { href: `#${id}` }, words),
        ...(below.length === 0 ? [] : [contentsList(below)]),
      ),
    ),
  );
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

function anchor({ href, words, locale, saveAs }: PageLink): Element {
  const language = locale === undefined ? {} : { lang: locale, hrefLang: locale };
  return element('a', { href, ...language, ...(saveAs === undefined ? {} : { download: saveAs }) }, words);
}
