import { cannot } from '../base/failure.ts';
import { isSaid } from '../base/hidden.ts';
import { nearest } from '../base/nearest.ts';
import { pendingIn } from '../judgement/pending.ts';
import { compareRevisions } from '../judgement/revisions.ts';
import type { PolicyFolder, Workspace } from '../revision/workspace.ts';
import { isName, isSaidInProse } from '../syntax/said.ts';
import { called } from './paths.ts';
import type { World } from './world.ts';

/** What a note was told to name. */
export interface NamedByNote {
  readonly declare: readonly string[];
  readonly act: readonly string[];
  readonly entry?: string;
}

/** What the options of the command give for a person to say in a note. */
export interface SaidInNote {
  readonly reason?: string;
  readonly by?: string;
  readonly readBy?: string;
  readonly text?: string;
}

/** Refuses an invisible reason, name or text: such a note would cover nothing. Throws `CannotWork`. */
export function refuseUnsaid({ reason, by, readBy, text }: SaidInNote): void {
  const given = [
    ['--reason', reason, 'words', isSaid],
    ['--by', by, 'name', isName],
    ['--read-by', readBy, 'name', isName],
    ['--text', text, 'words', isSaidInProse],
  ] as const;
  for (const [option, words, of, says] of given)
    if (words !== undefined && !says(words)) throw cannot('option-unsaid', { option, of });
}

/** Refuses entries and versions that do not exist: such a note would decide nothing. Throws `CannotWork`. */
export async function refuseUnknownNames(
  policy: PolicyFolder,
  workspace: Workspace,
  { declare, act, entry }: NamedByNote,
  world: World,
): Promise<void> {
  if (declare.length + act.length === 0 && entry === undefined) return;
  const name = called(policy.folder, world);
  const versions = pendingIn(policy).archive.versions.map(({ sequence }) => `#${sequence}`);
  for (const one of act) {
    if (!actOfRelease.test(one)) throw cannot('act-unknown', { act: one });
    const version = /#\d+$/.exec(one)?.[0];
    if (version !== undefined && !versions.includes(version))
      throw cannot('act-of-no-version', { act: one, policy: name, known: versions });
  }
  const entries = [
    ...declare.map((one) => ({ option: '--declare', entry: one })),
    ...(entry === undefined ? [] : [{ option: '--entry', entry }]),
  ];
  // The list of a first version binds nobody yet; that there is nothing to note is reported elsewhere.
  if (entries.length === 0 || versions.length === 0) return;
  const compared = await compareRevisions(policy, world, 'archive:latest', undefined, workspace);
  const known = (compared?.comparison.list.entries ?? []).map(({ id }) => id);
  for (const { option, entry: one } of entries)
    if (!known.includes(one))
      throw cannot('entry-of-no-list', {
        option,
        entry: one,
        policy: name,
        known,
        nearest: nearest(one, known),
      });
}

const actOfRelease = /^(?:(?:withdraws|corrects) #[1-9]\d{0,8}|(?:effective|adopts) \d{4}-\d\d-\d\d)$/;
