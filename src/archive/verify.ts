import { checkChain, type Link } from './chain.ts';
import { type ArchiveEntry, type ArchiveFiles, leftoversIn, sharedLeftovers, walkFiles } from './files.ts';
import { attributesFile, attributesText, isLeftover, sequenceOf, versionFolder } from './layout.ts';
import { noticeProblems, recordedSequence, rewrittenNotices } from './notices.ts';
import { type ArchiveProblem, archiveProblem } from './problem.ts';
import { type ArchivedVersion, readLinks } from './read.ts';
import { checkVersion, sameBytes } from './verify-version.ts';

/** Evidence about an archive from somewhere else, out of reach of whoever could alter the archive. */
export interface VerifyOptions {
  /** A head kept elsewhere: SHA-256 of the manifest that was once the last one. */
  readonly head?: string;
  /** An earlier copy of the archive: its versions must be there byte for byte. */
  readonly prefix?: ArchiveFiles;
}

/** The result of verifying an archive. */
export interface VerifyReport {
  /** The versions with a readable manifest, by sequence. */
  readonly versions: readonly ArchivedVersion[];
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of the last version's manifest.json; undefined for an empty archive. */
  readonly head: string | undefined;
  /**
   * The last version that outside evidence vouches for; 0 without any. Later versions may have been cut off, or invented,
   * and nothing inside the archive could show it.
   */
  readonly attestedThrough: number;
  readonly problems: readonly ArchiveProblem[];
  /** Names of folders that interrupted releases left; no part of the archive. */
  readonly leftovers: readonly string[];
}

/** Checks every byte of an archive, and its chain; its cost is that of hashing. Never throws. */
export function verifyArchive(files: ArchiveFiles, options: VerifyOptions = {}): VerifyReport {
  const { links, problems: readProblems } = readLinks(files);
  const problems = [...rootProblems(files), ...shared(files), ...readProblems, ...checkChain(links)];
  const head = options.head?.toLowerCase();
  const totals = { files: 0, bytes: 0 };
  const versions: ArchivedVersion[] = [];
  for (const link of links) {
    const version = versionOf(link);
    if (!version) continue;
    versions.push(version);
    const checked = checkVersion(files, version, witnessOf(link, links, head));
    totals.files += checked.files;
    totals.bytes += checked.bytes;
    problems.push(...checked.problems);
  }
  const headAt = links.find((link) => head !== undefined && link.hash === head)?.sequence ?? 0;
  if (head !== undefined && headAt === 0)
    problems.push(archiveProblem('archive-head-unknown', undefined, '', { head }));
  problems.push(...noticeProblems(files, versions));
  const prefix = options.prefix ? checkPrefix(files, options.prefix) : { versions: 0, problems: [] };
  problems.push(...prefix.problems);
  return {
    versions,
    ...totals,
    head: links.at(-1)?.hash,
    attestedThrough: Math.max(headAt, prefix.versions),
    problems: sortProblems(problems),
    leftovers: leftoversIn(files),
  };
}

/**
 * Checks what a release builds on: the last version, its link to the one before, and leftovers that it would remove.
 * Empty for an empty archive.
 */
export function verifyNewest(files: ArchiveFiles): readonly ArchiveProblem[] {
  const { links, problems } = readLinks(files);
  const last = links.at(-1);
  const version = last && versionOf(last);
  const checked = version ? checkVersion(files, version, undefined).problems : [];
  return sortProblems([...problems, ...shared(files), ...checkChain(links), ...checked]);
}

/** By version, file and code, without exact repetitions. */
function sortProblems(problems: readonly ArchiveProblem[]): ArchiveProblem[] {
  const byKey = new Map(problems.map((problem) => [sortKey(problem), problem]));
  return [...byKey].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, problem]) => problem);
}

function sortKey({ version, file, code, args }: ArchiveProblem): string {
  return [String(version ?? 0).padStart(9, '0'), file, code, JSON.stringify(args)].join('\t');
}

function versionOf({ sequence, manifest, hash }: Link): ArchivedVersion | undefined {
  return manifest && hash !== undefined ? { sequence, manifest, hash } : undefined;
}

/** The evidence for a manifest from outside its folder: the next version, or a given head. */
function witnessOf(link: Link, links: readonly Link[], head: string | undefined): string | undefined {
  if (head !== undefined && link.hash === head) return head;
  return links.find(({ sequence }) => sequence === link.sequence + 1)?.manifest?.previous ?? undefined;
}

function shared(files: ArchiveFiles): ArchiveProblem[] {
  return sharedLeftovers(files).map((name) => archiveProblem('archive-leftover-shared', undefined, name, {}));
}

function rootProblems(files: ArchiveFiles): readonly ArchiveProblem[] {
  const entries = files.list('').filter(({ name }) => !isLeftover(name));
  const unexpected = entries
    .filter((entry) => !isExpected(entry))
    .flatMap(({ name, kind }) =>
      kind === 'folder' ? walkFiles(files, name).map(({ path }) => path) : [name],
    );
  return [
    ...unexpected.map((path) => archiveProblem('archive-unexpected-file', undefined, path, {})),
    ...(entries.length === 0 ? [] : attributesProblems(files)),
  ];
}

/** Whether an entry of the root is of an archive, or will be told of by itself. */
function isExpected({ name, kind }: ArchiveEntry): boolean {
  if (name === attributesFile || kind === 'other' || sequenceOf(name) !== undefined) return true;
  return kind === 'file' && recordedSequence(name) !== undefined;
}

function attributesProblems(files: ArchiveFiles): readonly ArchiveProblem[] {
  const attributes = files.read(attributesFile);
  if (!attributes) return [archiveProblem('archive-missing-file', undefined, attributesFile, {})];
  return sameBytes(attributes, new TextEncoder().encode(attributesText))
    ? []
    : [archiveProblem('archive-attributes-differ', undefined, attributesFile, {})];
}

/** Whether all versions of an earlier copy are in this archive, with the same files and bytes. */
function checkPrefix(
  files: ArchiveFiles,
  prefix: ArchiveFiles,
): { readonly versions: number; readonly problems: readonly ArchiveProblem[] } {
  const sequences = prefix.list('').flatMap(({ name }) => sequenceOf(name) ?? []);
  const problems: ArchiveProblem[] = [];
  for (const sequence of sequences) {
    const folder = versionFolder(sequence);
    const paths = new Set(
      [...walkFiles(prefix, folder), ...walkFiles(files, folder)].map(({ path }) => path),
    );
    for (const path of paths) {
      const before = prefix.read(path);
      const now = files.read(path);
      if (!before || !now || !sameBytes(before, now))
        problems.push(archiveProblem('archive-rewritten', sequence, path.slice(folder.length + 1), {}));
    }
    if (paths.size === 0) problems.push(archiveProblem('archive-rewritten', sequence, '', {}));
  }
  const vouched = problems.length === 0 ? Math.max(0, ...sequences) : 0;
  return { versions: vouched, problems: [...problems, ...rewrittenNotices(files, prefix)] };
}
