import type { Element } from 'xast';
import { listsIn } from './list-history.ts';
import { listFolder } from './list-page.ts';
import { archivePaths } from './page-paths.ts';
import { localeFolder, publicAddress } from './paths.ts';
import type { SitePolicy } from './site-policy.ts';
import { xml, xmlDocument } from './xml.ts';

export const sitemapFile = 'sitemap.xml';

/**
 * The pages of a policy for search engines, in each language: the version in force, its lists, and the list of all
 * versions. Other versions are linked from there, and their pages ask not to be listed.
 */
export function listedPages(policy: SitePolicy, siteUrl: string): Element[] {
  return [
    ...urlsOf(currentPaths(policy), policy.current?.stamp.published, siteUrl),
    ...listPaths(policy).flatMap((paths) => urlsOf(paths, policy.current?.stamp.published, siteUrl)),
    ...urlsOf(archivePaths(policy), policy.versions.at(-1)?.stamp.published, siteUrl),
  ];
}

export function sitemap(urls: readonly Element[]): string {
  return xmlDocument(
    xml(
      'urlset',
      {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      },
      ...urls,
    ),
  );
}

function currentPaths({ id, current }: SitePolicy): ReadonlyMap<string, string> {
  const { locales = [], prevailing = '' } = current?.release.policy ?? {};
  return new Map(locales.map((locale) => [locale, `${localeFolder(id, locale, prevailing)}/index.html`]));
}

function listPaths(site: SitePolicy): ReadonlyMap<string, string>[] {
  const policy = site.current?.release.policy;
  if (!policy) return [];
  return listsIn(policy).map(
    (list) =>
      new Map(
        policy.locales.map((locale) => [locale, `${listFolder(site, policy, list, locale)}/index.html`]),
      ),
  );
}

function urlsOf(paths: ReadonlyMap<string, string>, changed: string | undefined, siteUrl: string): Element[] {
  const addresses = [...paths].map(([locale, path]) => [locale, publicAddress(siteUrl, path)] as const);
  const others = addresses.map(([hreflang, href]) => xml('xhtml:link', { rel: 'alternate', hreflang, href }));
  return addresses.map(([, address]) =>
    xml(
      'url',
      {},
      xml('loc', {}, address),
      ...(changed === undefined ? [] : [xml('lastmod', {}, changed)]),
      ...(addresses.length < 2 ? [] : others),
    ),
  );
}
