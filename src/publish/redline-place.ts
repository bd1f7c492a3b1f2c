import { localeFolder } from './paths.ts';
import type { SitePolicy } from './site-policy.ts';
import type { Version } from './versions.ts';

/** The two versions of a redline. Its page is below the folder of one of them. */
export interface Pair {
  readonly before: Version;
  readonly after: Version;
  /** The languages that both versions have; in others there is nothing to compare. */
  readonly locales: readonly string[];
  readonly pathIn: (locale: string) => string;
}

/** A version compared with the previous one. */
export function changesPair(site: SitePolicy, after: Version): Pair | undefined {
  const before = site.versions[site.versions.indexOf(after) - 1];
  return before && pairOf(site, before, after, after, 'changes');
}

/** An older version compared with the one in force. */
export function sincePair(site: SitePolicy, before: Version): Pair | undefined {
  const { current } = site;
  if (current === undefined || before.stamp.sequence >= current.stamp.sequence) return undefined;
  return pairOf(site, before, current, before, 'since');
}

function pairOf({ id }: SitePolicy, before: Version, after: Version, home: Version, name: string): Pair {
  const { locales, prevailing } = home.release.policy;
  const other = (home === before ? after : before).release.policy;
  return {
    before,
    after,
    locales: locales.filter((locale) => other.locales.includes(locale)),
    pathIn: (locale) => `${localeFolder(id, locale, prevailing)}/${home.folder}/${name}/index.html`,
  };
}

/** The path of the page in a language, or in another one that it has. */
export function pathFor({ locales, pathIn }: Pair, locale: string): string | undefined {
  const shown = locales.includes(locale) ? locale : locales[0];
  return shown === undefined ? undefined : pathIn(shown);
}
