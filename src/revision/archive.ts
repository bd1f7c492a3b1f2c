import { basename } from 'node:path';
import { findVersion, parseVersionReference } from '../archive/as-of.ts';
import type { ArchiveFiles } from '../archive/files.ts';
import { sequenceOf } from '../archive/layout.ts';
import { type ArchivedVersion, type ArchiveState, readArchive, readRelease } from '../archive/read.ts';
import type { Release } from '../archive/release.ts';
import { checkVersion } from '../archive/verify-version.ts';
import { isDate } from '../base/date.ts';
import { messageOf } from '../base/diagnostic.ts';
import { CannotWork } from '../base/failure.ts';
import { committedIn } from '../snapshot/git-files.ts';

/** The manifests of an archive that is whole; throws `CannotWork` when it is not. */
export function wholeArchive(files: ArchiveFiles): ArchiveState {
  const state = readArchive(files);
  const [problem] = state.problems;
  if (problem) {
    const { reason, fix } = messageOf(problem);
    throw new CannotWork('archive-broken', reason, `${fix} policyc archive verify tells more.`, problem.code);
  }
  return state;
}

/** The version that `latest`, `#3` or `2021-10-24` means. */
export function versionNamed(state: ArchiveState, text: string): ArchivedVersion {
  const reference = parseVersionReference(text);
  if (!reference) {
    throw new CannotWork(
      'usage',
      `${text === '' ? 'nothing' : text} is no version of an archive.`,
      'A version is latest, a number such as #3, or a date such as 2021-10-24.',
    );
  }
  const manifest = findVersion(
    reference,
    state.versions.map((version) => version.manifest),
  );
  const version = state.versions.find((one) => one.manifest === manifest);
  if (version) return version;
  if (state.versions.length === 0)
    throw new CannotWork(
      'not-released',
      'nothing has been released yet.',
      'Release the first version: policyc release --effective DATE',
    );
  const known = state.versions.map((one) => `#${one.sequence} (${one.manifest.effective})`).join(', ');
  const reason = isDate(text) ? `no version was in force on ${text}.` : `the archive has no version ${text}.`;
  throw new CannotWork('no-such-revision', reason, `It has ${known}.`);
}

/** A version of which every file is as its manifest says; throws `CannotWork` when one is not. */
export function verifiedRelease(files: ArchiveFiles, version: ArchivedVersion): Release {
  const [problem] = checkVersion(files, version, undefined).problems;
  if (!problem) return releaseOf(files, version);
  const { reason, fix } = messageOf(problem);
  throw new CannotWork('archive-broken', reason, fix, problem.code);
}

/** An archive that was taken away must not look like one that never was. Throws `CannotWork`. */
export function requireNeverReleased(folder: string): void {
  const versions = committedIn(folder, 'archive').filter((path) => sequenceOf(basename(path)) !== undefined);
  if (versions.length === 0) return;
  throw new CannotWork(
    'archive-broken',
    'the archive of this policy is gone, and the last commit has it.',
    'Put it back, in the policy folder: git restore --staged --worktree archive',
  );
}

/** The versions of an archive on disk; none only when git knows of none. Throws `CannotWork` when it is not whole. */
export function versionsOn(folder: string, files: ArchiveFiles): ArchiveState {
  const state = wholeArchive(files);
  if (state.versions.length === 0) requireNeverReleased(folder);
  return state;
}

/** A version with its policy; throws `CannotWork` when its files are not what its manifest says. */
export function releaseOf(files: ArchiveFiles, version: ArchivedVersion): Release {
  const { release, problems } = readRelease(files, version);
  if (release) return release;
  const { reason, fix } = problems[0]
    ? messageOf(problems[0])
    : { reason: 'a version cannot be read.', fix: '' };
  throw new CannotWork('archive-broken', reason, fix, problems[0]?.code);
}
