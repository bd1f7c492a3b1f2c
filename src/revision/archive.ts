import { findVersion, parseVersionReference } from '../archive/as-of.ts';
import type { ArchiveFiles } from '../archive/files.ts';
import { type ArchiveProblem, archiveProblem } from '../archive/problem.ts';
import { type ArchivedVersion, type ArchiveState, readArchive, readRelease } from '../archive/read.ts';
import type { Release } from '../archive/release.ts';
import { verifyNewest } from '../archive/verify.ts';
import { checkVersion } from '../archive/verify-version.ts';
import { isDate } from '../base/date.ts';
import { cannot } from '../base/failure.ts';
import { idOf } from './own-id.ts';
import { requireNeverReleased } from './vanished.ts';
import type { PolicyFolder } from './workspace-place.ts';

/** The manifests of an intact archive. Throws `CannotWork`. */
export function wholeArchive(files: ArchiveFiles): ArchiveState {
  const state = readArchive(files);
  const [problem] = state.problems;
  if (problem) throw cannot('archive-not-whole', { problem });
  return state;
}

/** The version that `latest`, `#3` or `2021-10-24` means. */
export function versionNamed(state: ArchiveState, text: string): ArchivedVersion {
  const reference = parseVersionReference(text);
  if (!reference) {
    throw cannot('reference-unreadable', { text });
  }
  const manifest = findVersion(
    reference,
    state.versions.map((version) => version.manifest),
  );
  const version = state.versions.find((one) => one.manifest === manifest);
  if (version) return version;
  if (state.versions.length === 0) throw cannot('nothing-released', {});
  const known = state.versions.map(({ sequence, manifest }) => ({
    version: sequence,
    effective: manifest.effective,
  }));
  throw isDate(text)
    ? cannot('no-version-in-force', { date: text, known })
    : cannot('version-unknown', { text, known });
}

/** A version whose files are all as its manifest says. Throws `CannotWork`. */
export function verifiedRelease(files: ArchiveFiles, version: ArchivedVersion): Release {
  const [problem] = checkVersion(files, version, undefined).problems;
  if (!problem) return releaseOf(files, version);
  throw cannot('version-broken', { problem });
}

/** Throws `CannotWork` when the newest version is not as it was released: none can follow it. */
export function requireNewestWhole(files: ArchiveFiles): void {
  const [problem] = verifyNewest(files);
  if (problem) throw cannot('version-broken', { problem });
}

/** The versions of an archive on disk; none only if nothing remembers any. Throws `CannotWork` when it is not intact. */
export function versionsOn(policy: Pick<PolicyFolder, 'folder' | 'out'>, files: ArchiveFiles): ArchiveState {
  const state = wholeArchive(files);
  if (state.versions.length === 0) requireNeverReleased(policy);
  requireOwnArchive(policy.folder, state);
  return state;
}

/** That an archive is not of the policy in its folder; undefined while no id can be read there. */
export function ofAnotherPolicy(
  folder: string,
  { versions }: Pick<ArchiveState, 'versions'>,
): ArchiveProblem | undefined {
  const archived = versions[0]?.manifest.policy;
  const id = archived === undefined ? undefined : idOf(folder);
  if (archived === undefined || id === undefined || id === archived) return undefined;
  return archiveProblem('release-policy-differs', undefined, '', { policy: id, archived });
}

/** Throws `CannotWork` when the archive in a folder is of another policy. */
export function requireOwnArchive(folder: string, state: Pick<ArchiveState, 'versions'>): void {
  const problem = ofAnotherPolicy(folder, state);
  if (problem) throw cannot('version-broken', { problem });
}

/** A version with its policy. Throws `CannotWork` when its files are not as its manifest says. */
export function releaseOf(files: ArchiveFiles, version: ArchivedVersion): Release {
  const { release, problems } = readRelease(files, version);
  if (release) return release;
  const [problem] = problems;
  throw problem ? cannot('version-broken', { problem }) : cannot('version-unreadable', {});
}
