import { pulled } from './lfs-pointer.ts';
import { entry } from './message.ts';
import { because, type Why } from './messages-why.ts';

export interface Where {
  readonly where: string;
}

const restore = 'Restore the archive from version control; a released version is never edited.';
const untouched = 'Nothing was released; the archive is as it was.';

/** What git itself may have put in the place of a released file. */
const instead = {
  conflict: {
    is: 'git left both sides of a conflict in it',
    fix: 'Two branches released: policyc archive follow BRANCH, with the one whose versions stay, makes the archive whole again.',
  },
  pointer: { is: 'it is a pointer of Git LFS', fix: pulled },
} as const;

/** An archive that is not what `policyc release` wrote. */
const brokenMessages = {
  'archive-irregular': entry('error', (a: Where) => ({
    reason: `${a.where} is a link or another special file, cannot be opened, or is a file where a folder belongs.`,
    fix: 'Put the real file there: an archive holds no links.',
  })),
  'archive-unexpected-file': entry('error', (a: Where) => ({
    reason: `${a.where} is not part of any released version.`,
    fix: 'Move it out of the archive.',
  })),
  'archive-leftover-shared': entry('error', (a: Where) => ({
    reason: `${a.where} is called like what a release leaves that was interrupted, and git holds it: whoever clones gets it, and a release would remove it.`,
    fix: `When no release is running, take it out of git (git rm -r --cached); when it is somebody's own, give it another place.`,
  })),
  'archive-missing-file': entry('error', (a: Where) => ({
    reason: `${a.where} is missing, or cannot be read.`,
    fix: restore,
  })),
  'archive-altered-file': entry(
    'error',
    (a: Where & { expected: string; found: string; by: string; instead?: keyof typeof instead }) => ({
      reason: `${a.where} was altered${a.instead ? `, for ${instead[a.instead].is}` : ''}: ${a.by} gives its SHA-256 as ${a.expected}; it is ${a.found}.`,
      fix: a.instead ? instead[a.instead].fix : restore,
    }),
  ),
  'archive-sums-differ': entry('error', (a: Where) => ({
    reason: `${a.where} does not agree with the manifest beside it.`,
    fix: restore,
  })),
  'archive-attributes-differ': entry('error', (a: Where) => ({
    reason: `${a.where} is not as policyc writes it, so git may change the bytes of released versions.`,
    fix: restore,
  })),
  'archive-not-canonical': entry('error', (a: Where) => ({
    reason: `${a.where} is not canonical JSON (RFC 8785) with one line end.`,
    fix: restore,
  })),
  'archive-unreadable': entry('error', (a: Where & { why: Why }) => ({
    reason: `${a.where} cannot be read: ${because(a.why)}.`,
    fix: a.why.code === 'pointer' ? pulled : restore,
  })),
  'archive-format-unknown': entry('error', (a: Where & { format: string }) => ({
    reason: `${a.where} has the format ${a.format}, which this policyc does not know.`,
    fix: 'Use a newer policyc.',
  })),
  'archive-version-missing': entry('error', (a: Where) => ({
    reason: `${a.where} is missing, and later versions are there.`,
    fix: restore,
  })),
  'archive-sequence-differs': entry('error', (a: Where & { sequence: number }) => ({
    reason: `${a.where} says that it is version ${a.sequence}.`,
    fix: restore,
  })),
  'archive-policy-differs': entry('error', (a: Where & { policy: string; first: string }) => ({
    reason: `${a.where} belongs to the policy ${a.policy}; the first version belongs to ${a.first}.`,
    fix: restore,
  })),
  'archive-link-broken': entry('error', (a: Where & { expected: string; found: string }) => ({
    reason: `${a.where} follows a manifest with the SHA-256 ${a.found}; the version before it has ${a.expected}.`,
    fix: restore,
  })),
  'archive-fork': entry('error', (a: Where & { follows: number }) => ({
    reason: `${a.where} follows ${a.follows === 0 ? 'no version' : `#${a.follows}`}, not the version before it: two releases were made side by side.`,
    fix: 'Keep the version that was published, and release the other one again on top of it.',
  })),
  'archive-target-unknown': entry('error', (a: Where & { target: number }) => ({
    reason: `${a.where} corrects or withdraws #${a.target}, which is no earlier version still standing.`,
    fix: restore,
  })),
  'archive-effective-decreases': entry('error', (a: Where & { effective: string; before: string }) => ({
    reason: `${a.where} takes effect on ${a.effective}, before the version it follows (${a.before}).`,
    fix: restore,
  })),
  'archive-head-unknown': entry('error', (a: { head: string }) =>
    /^[0-9a-f]{64}$/.test(a.head)
      ? {
          reason: `No version of this archive has the head ${a.head}: versions were cut off at its end, or altered.`,
          fix: restore,
        }
      : {
          reason: `${a.head} is no whole head, so that it cannot be told whether versions are missing.`,
          fix: 'Write out its 64 digits (0 to 9, a to f), as policyc archive list prints them.',
        },
  ),
  'archive-rewritten': entry('error', (a: Where) => ({
    reason: `${a.where} is not, byte for byte, what the other archive holds.`,
    fix: restore,
  })),
};

const refusalMessages = {
  'release-date-invalid': entry('error', (a: { what: 'published' | 'effective'; date: string }) => ({
    reason: `The ${a.what} date ${a.date} does not exist.`,
    fix: 'Write a date of the calendar as YYYY-MM-DD.',
  })),
  'release-effective-before-published': entry('error', (a: { published: string; effective: string }) => ({
    reason: `It would take effect on ${a.effective}, before it is published (${a.published}).`,
    fix: 'Give a later --effective, or the --published on which readers could really see it.',
  })),
  'release-effective-too-early': entry(
    'error',
    (a: { effective: string; last: number; lastEffective: string; isAdopted: boolean }) => ({
      reason: `It would take effect on ${a.effective}, before #${a.last} (${a.lastEffective}).`,
      fix: a.isAdopted
        ? 'Adopt the oldest first: put away what is in no commit yet, and adopt all in order.'
        : `Give ${a.lastEffective} or later, or take #${a.last} back with --withdraws ${a.last}.`,
    }),
  ),
  'release-unchanged': entry('error', (a: { head: number }) => ({
    reason: `The policy says the same as #${a.head}: there is nothing to release.`,
    fix: `If it is in no commit yet, commit it. To mend its dates, name it: --corrects ${a.head} with another --effective, or --withdraws ${a.head}.`,
  })),
  'release-adopted-late': entry('error', (a: { own: number }) => ({
    reason: `#${a.own} was released here, and what was published elsewhere can only come before.`,
    fix: 'Begin an archive with the history, and release what follows after it; what comes now is released without --adopted.',
  })),
  'release-head-differs': entry('error', (_: object) => ({
    reason: 'The policy to compare with is not the last version of this archive.',
    fix: 'Read the archive again.',
  })),
  'release-target-unknown': entry('error', (a: { option: 'corrects' | 'withdraws'; target: number }) => ({
    reason: `There is no version #${a.target} for --${a.option}.`,
    fix: 'policyc archive list shows the versions.',
  })),
  'release-target-withdrawn': entry(
    'error',
    (a: { option: 'corrects' | 'withdraws'; target: number; by: number }) => ({
      reason: `#${a.target} was already withdrawn by #${a.by}.`,
      fix: `Leave out --${a.option} ${a.target}.`,
    }),
  ),
  'release-policy-differs': entry('error', (a: { policy: string; archived: string }) => ({
    reason: `This is the archive of the policy ${a.archived}; ${a.policy} is another.`,
    fix: 'Give the policy back its id, or begin a new policy folder.',
  })),
  'release-path-unsafe': entry('error', (a: { path: string }) => ({
    reason: `A file of a release cannot be called ${JSON.stringify(a.path)}.`,
    fix: 'Use a relative path without .., \\, : or control characters.',
  })),
  'release-path-taken': entry('error', (a: { path: string }) => ({
    reason: `Two files of the release would be called ${a.path}, or differ in case alone.`,
    fix: 'Rename one of them.',
  })),
  'release-text-invalid': entry('error', (a: Where) => ({
    reason: `${a.where} would hold half a character (a lone surrogate), which no file can.`,
    fix: 'Find the \\ud… escape in the policy and write the character itself.',
  })),
};

/** Why a release that was planned could not be stored. */
const failureMessages = {
  'store-version-exists': entry('error', (a: Where) => ({
    reason: `${a.where} is already there: another release took this number first.`,
    fix: 'Nothing of this release was kept. Compare again with the new head, then release.',
  })),
  'store-head-moved': entry('error', (_: object) => ({
    reason: 'The archive changed after this release was planned.',
    fix: `${untouched} Compare again with the new head, then release.`,
  })),
  'store-taken-over': entry('error', (_: object) => ({
    reason: 'Another release that was started meanwhile cleared this one away.',
    fix: 'Let it finish, compare again with the new head, then release.',
  })),
  'store-failed': entry('error', (a: Where & { why: Why }) => ({
    reason: `${a.where} could not be written: ${because(a.why)}.`,
    fix: `${untouched} Fix the cause and release again.`,
  })),
  'store-not-synced': entry('error', (a: Where & { why: Why }) => ({
    reason: `${a.where} was released, but the disk did not confirm it: ${because(a.why)}.`,
    fix: 'Check the disk, then run policyc archive verify.',
  })),
};

/** Everything that reading, verifying, planning and storing an archive can find, in words. */
export const archiveMessages = { ...brokenMessages, ...refusalMessages, ...failureMessages };

export type RefusalCode = keyof typeof refusalMessages;
export type StoreCode = keyof typeof failureMessages;
export type ArchiveCode = keyof typeof archiveMessages;
export type ArchiveArguments<C extends ArchiveCode> = Omit<
  Parameters<(typeof archiveMessages)[C]['say']>[0],
  'where'
>;
