import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderFiles } from '../../../archive/disk.ts';
import type { ArchiveFiles } from '../../../archive/files.ts';
import { followArchive, partingOf } from '../../../archive/follow.ts';
import { readNotices } from '../../../archive/notices.ts';
import { type ArchivedVersion, readArchive } from '../../../archive/read.ts';
import { escapeText, plain } from '../../../base/escape.ts';
import { cannot } from '../../../base/failure.ts';
import { isNoteFile } from '../../../gate/note-path.ts';
import { counted } from '../../../report/counted.ts';
import { wholeArchive } from '../../../revision/archive.ts';
import { recordedSource } from '../../../revision/derive.ts';
import { diskInGit } from '../../../revision/disk-in-git.ts';
import { policyFilesInGit } from '../../../revision/policy-files.ts';
import { commitMergedIn, commitOf } from '../../../snapshot/git-refs.ts';
import { type Define, onPolicies } from '../../command.ts';
import { shown, textOnDisk } from '../../paths.ts';
import { type OnPolicies, onePolicyOf } from '../../policies.ts';
import { createFiles } from '../../replace-files.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(command)
    .argument('<ref>', 'the branch whose versions are kept, such as origin/main')
    .action((ref, options) => done(follow(ref, options, world)));
};

/**
 * `policyc archive follow REF`: for two branches that both released. The versions of REF stay; those of this branch
 * become unreleased changes again, with their notes back in `changes/`.
 */
function follow(ref: string, options: OnPolicies, world: World): number {
  const { folder } = onePolicyOf(options, world);
  const kept = commitOf(folder, ref);
  const theirs = policyFilesInGit(folder, kept).archive;
  // In the middle of a merge into REF itself, what gives way is what the merge brings.
  const brought = kept === commitOf(folder, 'HEAD') ? commitMergedIn(folder) : undefined;
  const here = brought === undefined ? ownArchive(folder) : archiveOf(folder, brought);
  const parting = partingOf(here.versions, wholeArchive(theirs).versions);
  if (parting.theirs.length === 0 || parting.ours.length === 0) {
    world.out(
      plain`Nothing to mend: of this branch and ${ref}, one alone has released since #${parting.common}.\n`,
    );
    return exit.fine;
  }
  if (brought === undefined) refuseUnrecorded(folder, parting.ours, here.files);
  const back = parting.ours.flatMap((version) => notesOf(here.files, version));
  // A run that was killed may have brought some of them back.
  const lacking = back.filter(([path, text]) => textOnDisk(folder, path) !== text);
  const notes = createFiles(lacking.map(([path, text]) => ({ folder, path, text })));
  const [problem] = followArchive(join(folder, 'archive'), parting, theirs, diskInGit);
  if (problem) {
    // They are in the versions that did not go, unless another run followed meanwhile.
    const stayed = new Set(
      readArchive(folderFiles(join(folder, 'archive'))).versions.map(({ hash }) => hash),
    );
    if (parting.ours.every(({ hash }) => stayed.has(hash)))
      for (const path of notes) rmSync(join(folder, path), { force: true });
    throw cannot('not-to-be-released', { problem });
  }
  world.out(
    plain`The archive is that of ${ref}: ${listed(parting.theirs)} came, ${listed(parting.ours)} went.\n`,
  );
  for (const path of notes) world.out(plain`  note back: ${shown(join(folder, path), world)}\n`);
  world.remark(nextSteps(escapeText(ref), parting.ours, brought !== undefined));
  return exit.fine;
}

interface OwnArchive {
  readonly files: ArchiveFiles;
  readonly versions: readonly ArchivedVersion[];
}

function archiveOf(folder: string, commit: string): OwnArchive {
  const files = policyFilesInGit(folder, commit).archive;
  return { files, versions: wholeArchive(files).versions };
}

/** The archive as the last commit of this branch has it: on disk a merge may have mixed the two, file by file. */
function ownArchive(folder: string): OwnArchive {
  const state = readArchive(folderFiles(join(folder, 'archive')));
  const last = archiveOf(folder, 'HEAD');
  const lost = state.versions.slice(last.versions.length);
  if (state.problems.length === 0) refuseLost(lost);
  return last;
}

/** Notices are recorded beside versions, and go with them: one that no commit has would be lost. */
function refuseUnrecorded(folder: string, ours: readonly ArchivedVersion[], committed: ArchiveFiles): void {
  const disk = folderFiles(join(folder, 'archive'));
  const count = (files: ArchiveFiles, version: ArchivedVersion): number =>
    readNotices(files, version).records.length;
  refuseLost(ours.filter((version) => count(disk, version) > count(committed, version)));
}

function refuseLost(lost: readonly ArchivedVersion[]): void {
  if (lost.length === 0) return;
  throw cannot('versions-uncommitted', {
    versions: lost.map(({ sequence, manifest }) => ({ version: sequence, effective: manifest.effective })),
  });
}

/** The notes that a version used up, as it recorded them. */
function notesOf(files: ArchiveFiles, version: ArchivedVersion): [string, string][] {
  const { texts } = recordedSource(files, version);
  return [...texts].flatMap(([path, text]) => {
    const at = path.lastIndexOf('changes/');
    const inside = at < 0 ? '' : path.slice(at);
    return isNoteFile(inside) ? [[inside, text] as [string, string]] : [];
  });
}

function listed(versions: readonly ArchivedVersion[]): string {
  return versions.map(({ sequence, manifest }) => `#${sequence} (${manifest.effective})`).join(', ');
}

function nextSteps(ref: string, ours: readonly ArchivedVersion[], isMerged: boolean): string {
  const again = ours.map(
    ({ manifest }) =>
      `  policyc release --published ${manifest.published} --effective ${manifest.effective}   # or later dates, where ${ref} took these\n`,
  );
  return [
    `${isMerged ? 'Finish the merge and commit it' : `Commit that, bring the two texts together (git merge ${ref})`}, bind the notes to the new head, and release what was ours again:\n`,
    '  policyc note --rebase && policyc diff\n',
    ...again,
    ours.length > 1 ? `${counted(ours.length, 'version')} may well become one.\n` : '',
  ].join('');
}
