import { sha256 } from '../base/canonical.ts';
import type { Why } from '../base/messages-why.ts';
import { isCanonicalLine } from './canonical-form.ts';
import { checkChain, type Link } from './chain.ts';
import { type ArchiveFiles, leftoversIn } from './files.ts';
import { parsePolicy, parseReaderChanges } from './frozen.ts';
import { changesFile, isLeftover, manifestFile, policyFile, sequenceOf, versionFolder } from './layout.ts';
import { type Parsed, parseManifest } from './manifest.ts';
import { type ArchiveProblem, alteredFile, archiveProblem } from './problem.ts';
import type { Manifest, Release } from './release.ts';

/** A released version whose manifest can be read. */
export interface ArchivedVersion {
  readonly sequence: number;
  readonly manifest: Manifest;
  /** SHA-256 of manifest.json: the archive head when this is the last version. */
  readonly hash: string;
}

/** What the manifests of an archive say. If there are problems, nothing may be concluded or released from it. */
export interface ArchiveState {
  /** By sequence, ascending. */
  readonly versions: readonly ArchivedVersion[];
  readonly problems: readonly ArchiveProblem[];
  /** Names of folders that interrupted releases left; no part of the archive. */
  readonly leftovers: readonly string[];
}

/** Reads the manifests and follows the chain. No other file is read; `verifyArchive` checks those. Never throws. */
export function readArchive(files: ArchiveFiles): ArchiveState {
  const { links, problems } = readLinks(files);
  const versions = links.flatMap(({ sequence, manifest, hash }) =>
    manifest && hash !== undefined ? [{ sequence, manifest, hash }] : [],
  );
  return { versions, problems: [...problems, ...checkChain(links)], leftovers: leftoversIn(files) };
}

/** The version folders by sequence, and the problems of each by itself. */
export function readLinks(files: ArchiveFiles): {
  readonly links: readonly Link[];
  readonly problems: readonly ArchiveProblem[];
} {
  const problems: ArchiveProblem[] = [];
  const sequences: number[] = [];
  for (const { name, kind } of files.list('')) {
    const sequence = sequenceOf(name);
    if (kind === 'folder' && sequence !== undefined) sequences.push(sequence);
    else if (!isLeftover(name) && (kind === 'other' || sequence !== undefined))
      problems.push(archiveProblem('archive-irregular', sequence, sequence === undefined ? name : '', {}));
  }
  const links = sequences
    .sort((a, b) => a - b)
    .map((sequence): Link => {
      const bytes = files.read(`${versionFolder(sequence)}/${manifestFile}`);
      if (!bytes) {
        problems.push(archiveProblem('archive-missing-file', sequence, manifestFile, {}));
        return { sequence, hash: undefined, manifest: undefined };
      }
      const parsed = parseManifest(bytes);
      if (!('value' in parsed)) problems.push(unreadable(parsed, sequence, manifestFile));
      else if (!isCanonicalLine(bytes))
        problems.push(archiveProblem('archive-not-canonical', sequence, manifestFile, {}));
      return { sequence, hash: sha256(bytes), manifest: 'value' in parsed ? parsed.value : undefined };
    });
  return { links, problems };
}

/** Reads the policy and the readers' changes of one version, and checks them against its manifest. Never throws. */
export function readRelease(
  files: ArchiveFiles,
  version: ArchivedVersion,
): { readonly release: Release | undefined; readonly problems: readonly ArchiveProblem[] } {
  const policy = readFrozen(files, version, policyFile, parsePolicy);
  const changes = readFrozen(files, version, changesFile, parseReaderChanges);
  if ('code' in policy || 'code' in changes) {
    return {
      release: undefined,
      problems: [policy, changes].flatMap((part) => ('code' in part ? [part] : [])),
    };
  }
  const { manifest, hash } = version;
  return { release: { manifest, hash, policy: policy.value, changes: changes.value }, problems: [] };
}

function readFrozen<T>(
  files: ArchiveFiles,
  { sequence, manifest }: ArchivedVersion,
  path: string,
  parse: (bytes: Uint8Array) => Parsed<T>,
): { readonly value: T } | ArchiveProblem {
  const bytes = files.read(`${versionFolder(sequence)}/${path}`);
  if (!bytes) return archiveProblem('archive-missing-file', sequence, path, {});
  const found = sha256(bytes);
  const expected = manifest.files[path] ?? 'none';
  if (found !== expected) return alteredFile(sequence, path, bytes, { expected, found, by: manifestFile });
  const parsed = parse(bytes);
  return 'value' in parsed ? parsed : unreadable(parsed, sequence, path);
}

function unreadable(
  parsed: { readonly why: Why } | { readonly format: string },
  sequence: number,
  file: string,
): ArchiveProblem {
  return 'format' in parsed
    ? archiveProblem('archive-format-unknown', sequence, file, { format: parsed.format })
    : archiveProblem('archive-unreadable', sequence, file, { why: parsed.why });
}
