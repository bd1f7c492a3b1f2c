import { canonicalJson, type Json } from '../base/canonical.ts';
import { eachOnDemand, keptByText } from '../base/on-demand.ts';
import { hashesOf } from './packed.ts';

/** `build.json`: what a site was built from, when to build it again, and every file written. */
export interface BuildRecord {
  readonly format: typeof buildFormat;
  readonly asOf: string;
  /** The next date on which a version takes effect; null if none is scheduled. */
  readonly next: string | null;
  readonly policies: Readonly<Record<string, BuiltPolicy>>;
  /** SHA-256 of every other file, by path. */
  readonly files: Readonly<Record<string, string>>;
}

export interface BuiltPolicy {
  /** The version in force; null if there is none. */
  readonly sequence: number | null;
  readonly effective: string | null;
  /** SHA-256 of the last version's manifest; null before the first release. */
  readonly head: string | null;
}

export const buildFile = 'build.json';
export const buildFormat = 'policyc/build@1';

export function buildText(record: Omit<BuildRecord, 'files'>, files: ReadonlyMap<string, string>): string {
  const hashes = Object.fromEntries(hashesOf(files));
  return `${canonicalJson({ ...record, files: hashes } as unknown as Json)}\n`;
}

/**
 * Present while a site is being written: the hashes of all files that may be there, from this build and earlier ones.
 */
export const journalFile = '.policyc-build.json';
const journalFormat = 'policyc/build-journal@1';

export function journalText(recorded: ReadonlyMap<string, ReadonlySet<string>>): string {
  const files = Object.fromEntries([...recorded].map(([path, hashes]) => [path, [...hashes].sort()]));
  return `${canonicalJson({ format: journalFormat, files })}\n`;
}

/** Whether a text is a `build.json` written by policyc. */
export function isBuild(text: string): boolean {
  return filesIn(text, buildFormat) !== undefined;
}

/** The wanted paths listed in a `build.json`, with their hashes; none if policyc did not write it. */
export function hashesInBuild(text: string, wanted: (path: string) => boolean): Hashes {
  return wantedIn(filesIn(text, buildFormat), wanted).map(([path, hash]) => [path, String(hash)]);
}

/** The wanted paths in the journal of an interrupted build, with their hashes; none if policyc did not write it. */
export function hashesInJournal(text: string, wanted: (path: string) => boolean): Hashes {
  return wantedIn(filesIn(text, journalFormat), wanted).flatMap(([path, hashes]) =>
    Array.isArray(hashes) ? hashes.map((hash) => [path, String(hash)] as const) : [],
  );
}

type Hashes = readonly (readonly [path: string, hash: string])[];
type Files = Readonly<Record<string, unknown>>;

/** The file may come from anybody and be of any length, so nothing is computed for unwanted paths. */
function wantedIn(files: Files = {}, wanted: (path: string) => boolean): [string, unknown][] {
  return Object.keys(files)
    .filter(wanted)
    .map((path) => [path, files[path]]);
}

/** Kept, because a record is read both before pages are planned and when they are written. */
const records = eachOnDemand((_format: string) => keptByText<{ readonly files: Files | undefined }>());

function filesIn(text: string, format: string): Files | undefined {
  return records(format)(text, text.length, () => ({ files: readFiles(text, format) })).files;
}

function readFiles(text: string, format: string): Files | undefined {
  try {
    const record = JSON.parse(text) as { readonly format?: unknown; readonly files?: unknown } | null;
    const ours = record?.format === format && typeof record.files === 'object' && record.files !== null;
    return ours ? (record.files as Files) : undefined;
  } catch {
    return undefined;
  }
}
