import { sha256 } from '../base/canonical.ts';
import { keptByText } from '../base/on-demand.ts';
import { isCanonicalLine } from './canonical-form.ts';
import { type ArchiveFiles, walkFiles } from './files.ts';
import { manifestFile, sumsFile, sumsOf, versionFolder } from './layout.ts';
import { type ArchiveProblem, alteredFile, archiveProblem } from './problem.ts';
import type { ArchivedVersion } from './read.ts';

/** How much of one version was hashed, and its problems. */
export interface CheckedVersion {
  readonly files: number;
  readonly bytes: number;
  readonly problems: readonly ArchiveProblem[];
}

/**
 * Checks every file of one version against its manifest and SHA256SUMS, and the manifest against `attested`: its hash in
 * the next version, or a head kept elsewhere (undefined when there is neither).
 */
export function checkVersion(
  files: ArchiveFiles,
  version: ArchivedVersion,
  attested: string | undefined,
): CheckedVersion {
  const { sequence, manifest } = version;
  const folder = versionFolder(sequence);
  const problems: ArchiveProblem[] = [];
  const expected = new Set([manifestFile, sumsFile, ...Object.keys(manifest.files)]);
  let bytes = 0;
  for (const { path, kind } of walkFiles(files, folder)) {
    const file = path.slice(folder.length + 1);
    if (kind !== 'file') problems.push(archiveProblem('archive-irregular', sequence, file, {}));
    else if (!expected.has(file))
      problems.push(archiveProblem('archive-unexpected-file', sequence, file, {}));
  }
  for (const file of [...expected].sort()) {
    const content = files.read(`${folder}/${file}`);
    if (!content) problems.push(archiveProblem('archive-missing-file', sequence, file, {}));
    else {
      bytes += content.length;
      problems.push(...checkFile(version, file, content, attested));
    }
  }
  return { files: expected.size, bytes, problems };
}

/** By SHA-256: archives that one request is judged by, and that one verifies with evidence, have most of their files in common. */
const canonical = keptByText<boolean>();

function checkFile(
  version: ArchivedVersion,
  file: string,
  content: Uint8Array,
  attested: string | undefined,
): ArchiveProblem[] {
  const { sequence, manifest } = version;
  if (file === sumsFile) return checkSums(version, content, attested);
  const problems: ArchiveProblem[] = [];
  const expected = file === manifestFile ? version.hash : (manifest.files[file] ?? 'none');
  const found = sha256(content);
  if (found !== expected)
    problems.push(alteredFile(sequence, file, content, { expected, found, by: manifestFile }));
  // The form of a manifest is checked wherever an archive is read.
  const isOurJson = file.endsWith('.json') && !file.startsWith('internal/source/') && file !== manifestFile;
  if (isOurJson && !canonical(found, found.length, () => isCanonicalLine(content)))
    problems.push(archiveProblem('archive-not-canonical', sequence, file, {}));
  return problems;
}

/**
 * SHA256SUMS follows from the manifest. If the two disagree about the manifest itself, evidence from outside the folder
 * decides which was altered; without any, both are reported.
 */
function checkSums(
  version: ArchivedVersion,
  content: Uint8Array,
  attested: string | undefined,
): ArchiveProblem[] {
  const { sequence, manifest, hash } = version;
  const text = new TextDecoder().decode(content);
  const recorded = new RegExp(`^([0-9a-f]{64}) {2}${manifestFile.replace('.', '\\.')}$`, 'm').exec(text)?.[1];
  const problems: ArchiveProblem[] = [];
  if (recorded !== undefined && recorded !== hash && attested !== hash) {
    const args = { expected: recorded, found: hash, by: sumsFile };
    problems.push(archiveProblem('archive-altered-file', sequence, manifestFile, args));
  }
  const trusted = attested !== undefined && attested === recorded ? attested : hash;
  const expected = new TextEncoder().encode(sumsOf({ ...manifest.files, [manifestFile]: trusted }));
  if (!sameBytes(content, expected))
    problems.push(archiveProblem('archive-sums-differ', sequence, sumsFile, {}));
  return problems;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
