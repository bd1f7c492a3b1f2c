import type { RootContent } from 'hast';
import type { Root } from 'mdast';
import type { Element } from 'xast';
import { treeOf } from '../render/html.ts';
import { titleText } from '../render/resolve.ts';
import { stringify } from '../render/stringify.ts';
import { viewOf } from '../render/view.ts';
import { dateWords, type Words, wordsIn } from '../render/words.ts';
import { toldChanges } from './changes.ts';
import { publisherOf } from './metadata.ts';
import { archivePaths, versionPath } from './page-paths.ts';
import { feedFile, localeFolder, publicAddress } from './paths.ts';
import type { SitePolicy } from './site-policy.ts';
import type { Files } from './version-page.ts';
import type { Version } from './versions.ts';
import { xml, xmlDocument } from './xml.ts';

/**
 * An Atom feed (RFC 4287) of a policy in each language, with an entry for every version, also scheduled ones, newest
 * first. There is none without `site.url`: relative links lead nowhere in a feed reader.
 */
export function feeds(site: SitePolicy): Files {
  const { face, siteUrl } = site;
  if (!face || siteUrl === undefined) return [];
  return [...archivePaths(site)].map(([locale, home]) => {
    const path = `${localeFolder(site.id, locale, face.prevailing)}/${feedFile}`;
    const words = wordsIn(face, locale);
    const newestFirst = [...site.versions].reverse();
    const feed = xml(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale },
      xml('id', {}, publicAddress(siteUrl, path)),
      xml('title', {}, titleText(viewOf(face, locale), 'policy')),
      xml('updated', {}, momentOf(newestFirst[0])),
      xml('author', {}, xml('name', {}, publisherOf(site.face) ?? site.id)),
      xml('link', { rel: 'self', type: 'application/atom+xml', href: publicAddress(siteUrl, path) }),
      xml('link', { rel: 'alternate', type: 'text/html', href: publicAddress(siteUrl, home) }),
      ...newestFirst.map((version) => entryOf(site, siteUrl, version, locale, words)),
    );
    return [path, xmlDocument(feed)] as const;
  });
}

function entryOf(site: SitePolicy, siteUrl: string, version: Version, locale: string, words: Words): Element {
  const { sequence, effective } = version.stamp;
  const address = publicAddress(siteUrl, versionPath(site, version, locale));
  const told: Root = { type: 'root', children: toldChanges(version, locale, words, address) };
  const title = `${words.version(sequence)}${words.clauseSeparator}${words.effective(dateWords(words, effective))}`;
  return xml(
    'entry',
    {},
    xml('id', {}, uuidOf(version.release.hash)),
    xml('title', {}, title),
    xml('published', {}, momentOf(version)),
    xml('updated', {}, momentOf(version)),
    xml('link', { rel: 'alternate', type: 'text/html', href: address }),
    xml('content', { type: 'html' }, contentOf(told, words)),
  );
}

/**
 * The HTML of an entry, without the labels of table cells. Pages show those on phones in place of the table's head; a
 * feed reader, which has no style to hide them, would run them into the cells.
 */
export function contentOf(told: Root, words: Words): string {
  const tree = treeOf(told, words);
  return stringify({ ...tree, children: withoutLabels(tree.children) });
}

function withoutLabels<Node extends RootContent>(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [node];
    return node.properties.ariaHidden === 'true' ? [] : [{ ...node, children: withoutLabels(node.children) }];
  });
}

/** An id that stays the same wherever the site moves: 128 bits of a hash. */
export function uuidOf(hash: string): string {
  const part = (from: number, to: number): string => hash.slice(from, to);
  return `urn:uuid:${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-a${part(17, 20)}-${part(20, 32)}`;
}

/** The start of the day of publication at the policy's own UTC offset. */
export function momentOf(version: Version | undefined): string {
  if (!version) return '';
  return `${version.stamp.published}T00:00:00${version.release.policy.utcOffset}`;
}
