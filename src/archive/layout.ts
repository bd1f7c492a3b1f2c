import { canonicalJson, type Json } from '../base/canonical.ts';

/** Names inside an archive. Paths are `/`-separated; those of a version are relative to its folder. */

export const attributesFile = '.gitattributes';
/** Keeps git from converting line ends, from merging, and from showing the bytes as hand-written. */
export const attributesText = '* -text -merge linguist-generated\n';

export const manifestFile = 'manifest.json';
export const sumsFile = 'SHA256SUMS';
export const policyFile = 'public/policy.json';
export const changesFile = 'public/changes.json';
export const decisionsFile = 'internal/decisions.json';
export const sourceFolder = 'internal/source';

/** Prefixes of the folder of a release in progress, and of one that is being removed. */
const stagingPrefix = '.staging-';
const discardedPrefix = '.discarded-';

/** `0001`, … `9999`, `10000`. */
export function versionFolder(sequence: number): string {
  return String(sequence).padStart(4, '0');
}

/** The number in the name of a version folder; undefined for any other name. */
export function sequenceOf(name: string): number | undefined {
  if (!/^\d{4,9}$/.test(name)) return undefined;
  const sequence = Number(name);
  return sequence > 0 && versionFolder(sequence) === name ? sequence : undefined;
}

export function stagingFolder(sequence: number, random: string): string {
  return `${stagingPrefix}${versionFolder(sequence)}-${random}`;
}

export function discardedFolder(random: string): string {
  return `${discardedPrefix}${random}`;
}

/** Whether an entry of the archive folder was left by a release that did not finish. Never part of the archive. */
export function isLeftover(name: string): boolean {
  return name.startsWith(stagingPrefix) || name.startsWith(discardedPrefix);
}

/** The version that an unfinished release was to become, when its folder still says so. */
export function stagedSequence(name: string): number | undefined {
  const folder = name.startsWith(stagingPrefix) ? name.slice(stagingPrefix.length).split('-')[0] : undefined;
  return folder === undefined ? undefined : sequenceOf(folder);
}

/** Whether a path stays below the folder it is relative to and has one meaning on every system. */
export function isSafePath(path: string): boolean {
  if (path === '' || /[\\:\p{Cc}]/u.test(path) || !path.isWellFormed()) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Whether a version may hold such a file beside its manifest and SHA256SUMS. */
export function isContentPath(path: string): boolean {
  return isSafePath(path) && (path.startsWith('public/') || path.startsWith('internal/'));
}

/** How every JSON file of an archive is written: RFC 8785 and one line end. Throws on a lone surrogate. */
export function frozenJson(value: Json): string {
  return `${canonicalJson(value)}\n`;
}

/** The text of SHA256SUMS for SHA-256 hashes by path, as `sha256sum` writes and checks it. */
export function sumsOf(hashes: Readonly<Record<string, string>>): string {
  return Object.keys(hashes)
    .sort()
    .map((path) => `${hashes[path]}  ${path}\n`)
    .join('');
}
