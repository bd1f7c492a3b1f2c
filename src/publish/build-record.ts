import { canonicalJson, type Json } from '../base/canonical.ts';
import { eachOnDemand, keptByText } from '../base/on-demand.ts';
import { hashesOf } from './packed.ts';

/** `build.json`: what a site was built from, when it must be built again, and every file that was written. */
export interface BuildRecord {
  readonly format: typeof buildFormat;
  readonly asOf: string;
  /** The next date on which a version takes effect; null when none is scheduled. */
  readonly next: string | null;
  readonly policies: Readonly<Record<string, BuiltPolicy>>;
  /** SHA-256 of every other file, by path. */
  readonly files: Readonly<Record<string, string>>;
}

export interface BuiltPolicy {
  /** The version in force; null when none is. */
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

/** Kept while a site is being written: the hashes of what may be in it, of this build and of those before. */
export const journalFile = '.policyc-build.json';
const journalFormat = 'policyc/build-journal@1';

export function journalText(recorded: ReadonlyMap<string, ReadonlySet<string>>): string {
  const files = Object.fromEntries([...recorded].map(([path, hashes]) => [path, [...hashes].sort()]));
  return `${canonicalJson({ format: journalFormat, files })}\n`;
}

/** Whether a text is a `build.json` of ours. */
export function isBuild(text: string): boolean {
  return filesIn(text, buildFormat) !== undefined;
}

/** Paths and hashes that a `build.json` lists, of the paths that are wanted; none when it is not one of ours. */
export function hashesInBuild(text: string, wanted: (path: string) => boolean): Hashes {
  return listed(filesIn(text, buildFormat), wanted).map(([path, hash]) => [path, String(hash)]);
}

/** Paths and hashes that the journal of an interrupted build lists, of the paths that are wanted; none when it is not one of ours. */
export function hashesInJournal(text: string, wanted: (path: string) => boolean): Hashes {
  return listed(filesIn(text, journalFormat), wanted).flatMap(([path, hashes]) =>
    Array.isArray(hashes) ? hashes.map((hash) => [path, String(hash)] as const) : [],
  );
}

type Hashes = readonly (readonly [path: string, hash: string])[];
type Files = Readonly<Record<string, unknown>>;

/** Anybody may have written it, of any length: nothing is made of a path that nobody wants. */
function listed(files: Files = {}, wanted: (path: string) => boolean): [string, unknown][] {
  return Object.keys(files)
    .filter(wanted)
    .map((path) => [path, files[path]]);
}

/** A record is asked before pages are planned, and again when they are written. */
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
