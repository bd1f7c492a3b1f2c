import { isDate } from '../base/date.ts';
import { type CannotWork, cannot } from '../base/failure.ts';

/** The paths of a site's files. They are `/`-separated and relative to the site's root. */

/** The Atom feed in a policy's folder for a locale. */
export const feedFile = 'feed.xml';

/** A page of a version as PDF, in the folder of the page. */
export const printedFile = 'policy.pdf';

/**
 * Whether a build can have written a file at that path. Anybody can commit a build record with the true hashes of
 * whatever is there, so a path that no build writes is never treated as one of our pages.
 */
export function isOfSite(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  return parts.every((part) => folderName.test(part)) && (names.has(name) || evidence.test(name));
}

const names: ReadonlySet<string> = new Set([
  ...['index.html', 'index.md', '_index.md', feedFile, 'sitemap.xml', printedFile, 'pdf.json', 'build.json'],
  ...['policy.json', 'changes.json', 'consent.json'],
  ...['banner.html', 'pop-up.html', 'e-mail.html', 'e-mail.md'],
]);
const evidence = /^evidence\.[A-Za-z-]+\.txt$/;
/** An id, a locale, a date (perhaps with a number after it), or a fixed name of ours. */
const folderName = /^[A-Za-z0-9-]+(?:\.\d+)?$/;

/** A policy's folder in one locale; the prevailing locale has no folder of its own. */
export function localeFolder(policy: string, locale: string, prevailing: string): string {
  mustMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/, policy);
  mustMatch(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, locale);
  return locale === prevailing ? policy : `${policy}/${locale}`;
}

/**
 * The last part of a version's permanent link: its effective date, with its number if an earlier version has that date.
 */
export function versionFolderName(effective: string, sequence: number, taken: boolean): string {
  if (!isDate(effective) || !Number.isSafeInteger(sequence)) throw refused(`${effective}.${sequence}`);
  return taken ? `${effective}.${sequence}` : effective;
}

/** The relative link from one file of the site to another, so that pages work at any address and from a disk. */
export function relativeLink(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const target = to.split('/');
  let common = 0;
  while (common < start.length && common < target.length - 1 && start[common] === target[common]) common += 1;
  return [...start.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}

/** The public address of a page; for an `index.html`, that of its folder. */
export function publicAddress(siteUrl: string, path: string): string {
  return `${withoutSlashes(siteUrl)}/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

function withoutSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end--;
  return text.slice(0, end);
}

/** Ids and dates may come from files made by strangers, so only those that look like ours become paths. */
function mustMatch(pattern: RegExp, part: string): void {
  if (!pattern.test(part)) throw refused(part);
}

function refused(part: string): CannotWork {
  return cannot('address-unsafe', { part });
}
