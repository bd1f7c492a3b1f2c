import type { Message } from '../base/messages.ts';

/** Everything that reading, verifying, planning and storing can find, in words. `where` is a path in the archive. */

type Say<Arguments> = (where: string, args: Arguments) => Message;

const restore = 'Restore the archive from version control; a released version is never edited.';
const untouched = 'Nothing was released; the archive is as it was.';

/** An archive that is not what `policyc release` wrote. */
const archiveMessages = {
  'archive-irregular': say((where) => ({
    reason: `${where} is a link or another special file, cannot be opened, or is a file where a folder belongs.`,
    fix: 'Put the real file there: an archive holds no links.',
  })),
  'archive-unexpected-file': say((where) => ({
    reason: `${where} is not part of any released version.`,
    fix: 'Move it out of the archive.',
  })),
  'archive-missing-file': say((where) => ({
    reason: `${where} is missing, or cannot be read.`,
    fix: restore,
  })),
  'archive-altered-file': say((where, a: { expected: string; found: string; by: string }) => ({
    reason: `${where} was altered: ${a.by} gives its SHA-256 as ${a.expected}; it is ${a.found}.`,
    fix: restore,
  })),
  'archive-sums-differ': say((where) => ({
    reason: `${where} does not agree with the manifest beside it.`,
    fix: restore,
  })),
  'archive-attributes-differ': say((where) => ({
    reason: `${where} is not as policyc writes it, so git may change the bytes of released versions.`,
    fix: restore,
  })),
  'archive-not-canonical': say((where) => ({
    reason: `${where} is not canonical JSON (RFC 8785) with one line end.`,
    fix: restore,
  })),
  'archive-unreadable': say((where, a: { why: string }) => ({
    reason: `${where} cannot be read: ${a.why}.`,
    fix: restore,
  })),
  'archive-format-unknown': say((where, a: { format: string }) => ({
    reason: `${where} has the format ${a.format}, which this policyc does not know.`,
    fix: 'Use a newer policyc.',
  })),
  'archive-version-missing': say((where) => ({
    reason: `${where} is missing, and later versions are there.`,
    fix: restore,
  })),
  'archive-sequence-differs': say((where, a: { sequence: number }) => ({
    reason: `${where} says that it is version ${a.sequence}.`,
    fix: restore,
  })),
  'archive-policy-differs': say((where, a: { policy: string; first: string }) => ({
    reason: `${where} belongs to the policy ${a.policy}; the first version belongs to ${a.first}.`,
    fix: restore,
  })),
  'archive-link-broken': say((where, a: { expected: string; found: string }) => ({
    reason: `${where} follows a manifest with the SHA-256 ${a.found}; the version before it has ${a.expected}.`,
    fix: restore,
  })),
  'archive-fork': say((where, a: { follows: number }) => ({
    reason: `${where} follows ${a.follows === 0 ? 'no version' : `#${a.follows}`}, not the version before it: two releases were made side by side.`,
    fix: 'Keep the version that was published, and release the other one again on top of it.',
  })),
  'archive-target-unknown': say((where, a: { target: number }) => ({
    reason: `${where} corrects or withdraws #${a.target}, which is no earlier version still standing.`,
    fix: restore,
  })),
  'archive-effective-decreases': say((where, a: { effective: string; before: string }) => ({
    reason: `${where} takes effect on ${a.effective}, before the version it follows (${a.before}).`,
    fix: restore,
  })),
  'archive-head-unknown': say((_, a: { head: string }) => ({
    reason: `No version of this archive has the head ${a.head}: versions were cut off at its end, or altered.`,
    fix: restore,
  })),
  'archive-rewritten': say((where) => ({
    reason: `${where} is not, byte for byte, what the other archive holds.`,
    fix: restore,
  })),
};

/** Why a release is refused. */
const refusalMessages = {
  'release-date-invalid': say((_, a: { what: 'published' | 'effective'; date: string }) => ({
    reason: `The ${a.what} date ${a.date} does not exist.`,
    fix: 'Write a date of the calendar as YYYY-MM-DD.',
  })),
  'release-effective-before-published': say((_, a: { published: string; effective: string }) => ({
    reason: `It would take effect on ${a.effective}, before it is published (${a.published}).`,
    fix: 'Give a later --effective, or the --published on which readers could really see it.',
  })),
  'release-effective-too-early': say((_, a: { effective: string; last: number; lastEffective: string }) => ({
    reason: `It would take effect on ${a.effective}, before #${a.last} (${a.lastEffective}).`,
    fix: `Give ${a.lastEffective} or later, or take #${a.last} back with --withdraws ${a.last}.`,
  })),
  'release-unchanged': say((_, a: { head: number }) => ({
    reason: `The policy says the same as #${a.head}: there is nothing to release.`,
    fix: `To mend its dates, name it: --corrects ${a.head} with another --effective, or --withdraws ${a.head}.`,
  })),
  'release-adopted-late': say((_, a: { own: number }) => ({
    reason: `#${a.own} was released here, and what was published elsewhere can only come before.`,
    fix: 'Leave out --adopted: a version after it is published on the day it is released.',
  })),
  'release-head-differs': say(() => ({
    reason: 'The policy to compare with is not the last version of this archive.',
    fix: 'Read the archive again.',
  })),
  'release-target-unknown': say((_, a: { option: 'corrects' | 'withdraws'; target: number }) => ({
    reason: `There is no version #${a.target} for --${a.option}.`,
    fix: 'policyc archive list shows the versions.',
  })),
  'release-target-withdrawn': say(
    (_, a: { option: 'corrects' | 'withdraws'; target: number; by: number }) => ({
      reason: `#${a.target} was already withdrawn by #${a.by}.`,
      fix: `Leave out --${a.option} ${a.target}.`,
    }),
  ),
  'release-policy-differs': say((_, a: { policy: string; archived: string }) => ({
    reason: `This is the archive of the policy ${a.archived}; ${a.policy} is another.`,
    fix: 'Give the policy back its id, or begin a new policy folder.',
  })),
  'release-path-unsafe': say((_, a: { path: string }) => ({
    reason: `A file of a release cannot be called ${JSON.stringify(a.path)}.`,
    fix: 'Use a relative path without .., \\, : or control characters.',
  })),
  'release-path-taken': say((_, a: { path: string }) => ({
    reason: `Two files of the release would be called ${a.path}, or differ in case alone.`,
    fix: 'Rename one of them.',
  })),
  'release-text-invalid': say((where) => ({
    reason: `${where} would hold half a character (a lone surrogate), which no file can.`,
    fix: 'Find the \\ud… escape in the policy and write the character itself.',
  })),
};

/** Why a release that was planned could not be stored. */
const failureMessages = {
  'store-version-exists': say((where) => ({
    reason: `${where} is already there: another release took this number first.`,
    fix: 'Nothing of this release was kept. Compare again with the new head, then release.',
  })),
  'store-head-moved': say(() => ({
    reason: 'The archive changed after this release was planned.',
    fix: `${untouched} Compare again with the new head, then release.`,
  })),
  'store-taken-over': say(() => ({
    reason: 'Another release that was started meanwhile cleared this one away.',
    fix: 'Let it finish, compare again with the new head, then release.',
  })),
  'store-failed': say((where, a: { why: string }) => ({
    reason: `${where} could not be written: ${a.why}.`,
    fix: `${untouched} Mend the cause and release again.`,
  })),
  'store-not-synced': say((where, a: { why: string }) => ({
    reason: `${where} was released, but the disk did not confirm it: ${a.why}.`,
    fix: 'Check the disk, then run policyc archive verify.',
  })),
};

export const messages = { ...archiveMessages, ...refusalMessages, ...failureMessages };

export type ArchiveCode = keyof typeof archiveMessages;
export type RefusalCode = keyof typeof refusalMessages;
export type FailureCode = keyof typeof failureMessages;
export type Code = keyof typeof messages;
export type Arguments<C extends Code> = Parameters<(typeof messages)[C]>[1];

function say<A extends object = object>(words: Say<A>): Say<A> {
  return words;
}
