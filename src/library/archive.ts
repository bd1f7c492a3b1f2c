import type { Release } from '../archive/release.ts';
import { verifyArchive } from '../archive/verify.ts';
import { messageOf } from '../base/diagnostic.ts';
import { releaseOf, versionNamed, wholeArchive } from '../revision/archive.ts';
import { type Answer, attempt } from './answer.ts';
import { archiveFrom, type Files } from './files.ts';

/** Evidence about an archive from somewhere else than the archive. Without any, only its own consistency is shown. */
export interface VerifyOptions {
  /** SHA-256 of a manifest that was once the last one, from somewhere else than the archive. */
  readonly head?: string;
  /** An earlier state of the archive, from somewhere else: its versions must be there byte for byte. */
  readonly earlier?: Files;
}

/** What an archive is, byte by byte. */
export interface Verified {
  /** Whether every byte is as it was released, as far as the archive and the evidence can show. */
  readonly whole: boolean;
  /** The numbers of its versions, in order. */
  readonly versions: readonly number[];
  /** SHA-256 of the last manifest; undefined for an empty archive. */
  readonly head: string | undefined;
  /** The last version that evidence from outside vouches for; 0 without any. */
  readonly attestedThrough: number;
  readonly problems: readonly ArchiveFault[];
}

/** Something wrong with an archive. */
export interface ArchiveFault {
  readonly code: string;
  readonly version: number | undefined;
  /** In the version's folder, or in the archive when it concerns no version. */
  readonly file: string;
  readonly reason: string;
  readonly fix: string;
}

/** Hashes every byte of an archive and follows its chain. `archive` holds the files of the folder `archive`. */
export function verify(archive: Files, { head, earlier }: VerifyOptions = {}): Verified {
  const report = verifyArchive(archiveFrom(archive), {
    ...(head === undefined ? {} : { head }),
    ...(earlier === undefined ? {} : { prefix: archiveFrom(earlier) }),
  });
  return {
    whole: report.problems.length === 0,
    versions: report.versions.map(({ sequence }) => sequence),
    head: report.head,
    attestedThrough: report.attestedThrough,
    problems: report.problems.map((problem) => {
      const { code, version, file } = problem;
      return { code, version, file, ...messageOf(problem) };
    }),
  };
}

/**
 * A released version: its manifest, its policy, what it told readers of its changes. `version` is `latest`, `#3`, or
 * `2021-10-24` for the one in force on that day. Refused when there is none, or when the archive is broken.
 */
export function readVersion(archive: Files, version = 'latest'): Answer<Release> {
  return attempt(() => {
    const files = archiveFrom(archive);
    return releaseOf(files, versionNamed(wholeArchive(files), version));
  });
}
