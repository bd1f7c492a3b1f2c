import type { Root } from 'mdast';
import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { stringify, treeOf } from '../render/html.ts';
import { titleText } from '../render/resolve.ts';
import { viewOf } from '../render/view.ts';
import { dateWords, type Words, wordsIn } from '../render/words.ts';
import { toldChanges } from './changes.ts';
import { feedFile, localeFolder, publicAddress } from './paths.ts';
import type { SitePolicy } from './site-policy.ts';
import type { Files } from './version-page.ts';
import type { Version } from './versions.ts';

/**
 * An Atom feed (RFC 4287) of a policy in each language: an entry for every version, scheduled ones too, the newest
 * first. None without `site.url`: a feed is read elsewhere, where no relative link leads anywhere.
 */
export function feeds(site: SitePolicy): Files {
  const { face, siteUrl } = site;
  if (!face || siteUrl === undefined || site.versions.length === 0) return [];
  return face.locales.map((locale) => {
    const path = `${localeFolder(site.id, locale, face.prevailing)}/${feedFile}`;
    const words = wordsIn(face, locale);
    const newestFirst = [...site.versions].reverse();
    const feed = element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale }, [
      text('id', publicAddress(siteUrl, path)),
      text('title', titleText(viewOf(face, locale), 'policy')),
      text('updated', momentOf(newestFirst[0])),
      element('author', {}, [text('name', authorOf(site))]),
      element('link', { rel: 'self', type: 'application/atom+xml', href: publicAddress(siteUrl, path) }),
      element('link', { rel: 'alternate', type: 'text/html', href: home(site, siteUrl, locale) }),
      ...newestFirst.map((version) => entryOf(site, siteUrl, version, locale, words)),
    ]);
    const declaration = {
      type: 'instruction',
      name: 'xml',
      value: 'version="1.0" encoding="utf-8"',
    } as const;
    return [path, `${toXml([declaration, feed])}\n`] as const;
  });
}

function entryOf(site: SitePolicy, siteUrl: string, version: Version, locale: string, words: Words): Element {
  const { sequence, effective } = version.stamp;
  const { locales, prevailing } = version.release.policy;
  const shown = locales.includes(locale) ? locale : prevailing;
  const address = publicAddress(
    siteUrl,
    `${localeFolder(site.id, shown, prevailing)}/${version.folder}/index.html`,
  );
  const told: Root = { type: 'root', children: toldChanges(version, locale, words, address) };
  const title = `${words.version(sequence)}${words.clauseSeparator}${words.effective(dateWords(words, effective))}`;
  return element('entry', {}, [
    text('id', idOf(version)),
    text('title', title),
    text('published', momentOf(version)),
    text('updated', momentOf(version)),
    element('link', { rel: 'alternate', type: 'text/html', href: address }),
    element('content', { type: 'html' }, [{ type: 'text', value: stringify(treeOf(told, words)) }]),
  ]);
}

/** The same for ever, wherever the site moves: 128 bits of the hash of the version's manifest. */
function idOf({ release: { hash } }: Version): string {
  const part = (from: number, to: number): string => hash.slice(from, to);
  return `urn:uuid:${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-a${part(17, 20)}-${part(20, 32)}`;
}

/** The start of the day of publication at the policy's own UTC offset. */
function momentOf(version: Version | undefined): string {
  if (!version) return '';
  return `${version.stamp.published}T00:00:00${version.release.policy.utcOffset}`;
}

function authorOf({ face }: SitePolicy): string {
  const parties = face?.facts.filter(({ relation }) => relation === 'party') ?? [];
  const first = parties.find(({ values }) => values.role === 'controller') ?? parties[0];
  return String(first?.values.name ?? face?.id ?? '');
}

function home(site: SitePolicy, siteUrl: string, locale: string): string {
  return publicAddress(
    siteUrl,
    `${localeFolder(site.id, locale, site.face?.prevailing ?? locale)}/archive/index.html`,
  );
}

function text(name: string, value: string): Element {
  return element(name, {}, [{ type: 'text', value }]);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly ElementContent[] = [],
): Element {
  return { type: 'element', name, attributes: { ...attributes }, children: [...children] };
}
