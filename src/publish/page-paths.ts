import { localeFolder, relativeLink } from './paths.ts';
import type { SitePolicy } from './site-policy.ts';
import type { Version } from './versions.ts';

/** The folder of a policy in a language, or in its prevailing one if it lacks that. */
function folderOf(id: string, { locales, prevailing }: Version['release']['policy'], locale: string): string {
  return localeFolder(id, locales.includes(locale) ? locale : prevailing, prevailing);
}

/** The stable address in a language, or in the prevailing one if the version in force lacks that language. */
export function currentPath({ id, current }: SitePolicy, locale: string): string | undefined {
  return current && `${folderOf(id, current.release.policy, locale)}/index.html`;
}

/** The path of a version's page in a language, or else in the prevailing one. */
export function versionPath({ id }: SitePolicy, { release, folder }: Version, locale: string): string {
  return `${folderOf(id, release.policy, locale)}/${folder}/index.html`;
}

/** The link to that page from another page. */
export function versionLink(site: SitePolicy, version: Version, locale: string, from: string): string {
  return relativeLink(from, versionPath(site, version, locale));
}

/** The pages that list all versions, by language of the policy. */
export function archivePaths({ id, face, versions }: SitePolicy): ReadonlyMap<string, string> {
  if (!face || versions.length === 0) return new Map();
  return new Map(face.locales.map((locale) => [locale, `${folderOf(id, face, locale)}/archive/index.html`]));
}

/** That page in a language, or else in the prevailing one. */
export function archivePath(site: SitePolicy, locale: string): string | undefined {
  const paths = archivePaths(site);
  return paths.get(locale) ?? paths.get(site.face?.prevailing ?? '');
}
