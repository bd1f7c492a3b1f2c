import type { Policy } from '../model/policy.ts';
import { treeOf } from '../render/html.ts';
import { type Block, heading, type Inline, paragraph } from '../render/nodes.ts';
import type { PageLink } from '../render/page.ts';
import { phraseTree } from '../render/policy-page.ts';
import { localeName, wordsIn } from '../render/words.ts';
import { metadataOf } from './metadata.ts';
import { relativeLink } from './paths.ts';
import type { SitePolicy } from './site-policy.ts';
import { twinOf } from './twin.ts';

/** A page that does not show the text of a version, in one language of a policy. */
interface PlainPage {
  /** Its path in each of its languages. */
  readonly paths: ReadonlyMap<string, string>;
  readonly locale: string;
  readonly title: string;
  /** The title with markup; by default the plain title. */
  readonly phrase?: Inline;
  /** The label in a side bar, below its policy; by default the title. */
  readonly label?: string;
  readonly description: string;
  readonly blocks: readonly Block[];
  /** Links to other pages, beside those to its other languages. */
  readonly before?: readonly PageLink[];
  readonly after?: readonly PageLink[];
  /** The address of its feed, if the site has an address. */
  readonly feed?: string;
}

/** The HTML page and the same page in Markdown. */
export function plainPage(
  site: SitePolicy,
  policy: Policy,
  { paths, locale, title, phrase = title, label = title, description, blocks, ...more }: PlainPage,
): (readonly [string, string])[] {
  const words = wordsIn(policy, locale);
  const path = paths.get(locale) ?? '';
  const languages = [...paths].flatMap(([other, to]) =>
    other === locale
      ? []
      : [{ href: relativeLink(path, to), words: localeName(policy, other), locale: other }],
  );
  const links = [...(more.before ?? []), ...languages, ...(more.after ?? [])];
  const page = site.pageAt(path, {
    locale,
    words,
    title,
    heading: phraseTree(paragraph(phrase), words),
    contents: [],
    main: treeOf({ type: 'root', children: [...blocks] }, words),
    bar: links,
    footLinks: [{ href: 'index.md', words: words.markdown }],
    footNotes: [],
    ...metadataOf(site, { title, locale, prevailing: policy.prevailing, paths }),
    ...(site.siteUrl === undefined || more.feed === undefined ? {} : { feed: more.feed }),
  });
  const children = [heading(1, phrase), ...blocks];
  const twin = { path, locale, words, title, label, description, noindex: false, links, children };
  return [[path, page], twinOf(site, twin)];
}
