import { join } from 'node:path';
import { Option } from 'commander';
import { plain } from '../../base/escape.ts';
import { cannot } from '../../base/failure.ts';
import { groupBy } from '../../base/group.ts';
import { declaredChanges } from '../../diff/compare.ts';
import type { GatedChange } from '../../gate/cover.ts';
import { uncovered } from '../../gate/decide.ts';
import { isSpent, translationPath } from '../../gate/note.ts';
import { isRemoval, isToBeRead } from '../../gate/note-problems.ts';
import { rebaseNote } from '../../gate/rebase.ts';
import { draftNote, type NoteOptions } from '../../gate/write.ts';
import { pendingIn } from '../../judgement/pending.ts';
import { compareRevisions } from '../../judgement/revisions.ts';
import type { Policy } from '../../model/policy.ts';
import { counted } from '../../report/counted.ts';
import { problemsText } from '../../report/problem-text.ts';
import { workingRevision } from '../../revision/revision.ts';
import { type PolicyFolder, selectPolicies, type Workspace } from '../../revision/workspace.ts';
import { type Define, onPaths, repeated, withPaths } from '../command.ts';
import { type DraftedNotes, tidyNotes, writeNotes } from '../drafted-notes.ts';
import { refuseUnknownNames, refuseUnsaid } from '../note-names.ts';
import { styleOf } from '../output.ts';
import { called, fileIn, shown, textOnDisk } from '../paths.ts';
import { type OnPolicies, workspaceOf } from '../policies.ts';
import { memoryOf, type Remembering, remembering } from '../remember.ts';
import { replaceAllFiles } from '../replace-files.ts';
import { withSchemaHome } from '../schema-home.ts';
import { asTyped } from '../typed.ts';
import { exit, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  remembering(onPaths(command))
    .addOption(repeated('--for <fingerprint>', 'only this change', 'every change without a note'))
    .addOption(
      new Option('--signal <signal>', 'one note for all texts to review that have a low signal').choices([
        'low',
      ]),
    )
    .option('--together', 'one note for all changes')
    .option('--rebase', 'update notes written against an earlier version to the newest one')
    .addOption(
      repeated(
        '--declare <entry>',
        'declare a change that no fact shows, by its entry in the list of material changes',
        'none',
      ),
    )
    .addOption(repeated('--act <act>', 'what else the next release does, such as: withdraws #3', 'none'))
    .addOption(
      new Option(
        '--decision <decision>',
        'readers are told, or asked; it means the same; or it is material for all that',
      ).choices(['notify', 'consent', 'editorial', 'raised']),
    )
    .option('--entry <entry>', 'with --decision raised: the entry of the list that the change belongs to')
    .addOption(
      new Option('--practice <practice>', 'for a removal: what happens to the practice itself').choices([
        'ceased',
        'moved',
        'never-occurred',
        'continues',
      ]),
    )
    .option('--reason <reason>', 'why; never published')
    .option('--by <who>', 'who decided; never published')
    .option('--read-by <who>', 'who read the texts in a new language; never published')
    .option('--text <markdown>', 'the words for readers')
    .action(async (paths, options) => done(await note(withPaths(paths, options), world)));
};

interface NoteCommandOptions
  extends OnPolicies,
    Remembering,
    Pick<NoteOptions, 'decision' | 'entry' | 'practice' | 'reason' | 'by' | 'readBy'> {
  readonly for: readonly string[];
  /** One note for all texts with a low signal, where nothing graver changed. */
  readonly signal?: 'low';
  readonly declare: readonly string[];
  /** An act of the next release, such as `withdraws #3`. */
  readonly act: readonly string[];
  readonly text?: string;
  readonly together?: boolean;
  readonly rebase?: boolean;
}

/** `policyc note`: writes a change note for every change that nobody has decided about. */
async function note(options: NoteCommandOptions, world: World): Promise<number> {
  if (options.signal !== undefined && options.for.length + options.declare.length + options.act.length > 0) {
    throw cannot('signal-with-choice', {});
  }
  refuseUnsaid(options);
  const workspace = workspaceOf(options, world, memoryOf(options, world));
  const policies = selectPolicies(workspace, options.policy, world.cwd);
  if (policies.map((policy) => tellBroken(policy, world)).includes(true)) return exit.findings;
  for (const { folder } of policies) tidyNotes(folder, world);
  if (options.rebase) {
    await rebaseNotes(policies, workspace, world);
    return exit.fine;
  }
  for (const policy of policies) await refuseUnknownNames(policy, workspace, options, world);
  const drafted: (DraftedNotes | undefined)[] = [];
  for (const policy of policies) drafted.push(await notePolicy(policy, workspace, options, world));
  writeNotes(drafted, world);
  const counts = drafted.map((one) => one?.notes.length);
  const written = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (written === 0 && options.for.length > 0)
    throw cannot('fingerprint-unknown', { fingerprints: options.for });
  if (written === 0 && counts.every((count) => count !== undefined))
    world.out(options.signal ? 'No text of low signal is without a note.\n' : 'Every change has a note.\n');
  return exit.fine;
}

/** Reports files that should be notes and are broken: what they decide is unknown, so no other note is written. */
function tellBroken(policy: PolicyFolder, world: World): boolean {
  const { folder } = policy;
  const { problems } = pendingIn(policy).notes;
  const path = shown(folder, world);
  world.remark(
    problemsText(
      problems,
      (file) => fileIn(path, file),
      (file) => textOnDisk(folder, file),
      styleOf(world, { format: 'text' }),
    ),
  );
  if (problems.length > 0) world.remark('No note was written.\n');
  return problems.length > 0;
}

/** Rebinds notes written against an earlier head to the present one, where their changes are the same: all or none. */
async function rebaseNotes(
  policies: readonly PolicyFolder[],
  workspace: Workspace,
  world: World,
): Promise<void> {
  const rebased = [];
  for (const policy of policies) {
    const compared = await compareRevisions(policy, world, 'archive:latest', undefined, workspace);
    const { head, notes, spent } = pendingIn(policy);
    const fingerprints = new Set(compared?.gated.changes.map((change) => change.fingerprint));
    const stale = notes.notes.filter((one) => one.against !== head && !isSpent(one, spent));
    const bound = stale.map((one) => {
      const { path, text, kept, dropped } = rebaseNote(one, head, fingerprints);
      const isEmpty = kept.length === 0 && one.declares.length + one.acts.length === 0;
      return { path, text, kept, dropped, isEmpty };
    });
    rebased.push({ policy, bound });
  }
  replaceAllFiles(
    rebased.map(({ policy: { folder }, bound }) => ({
      folder,
      files: new Map(bound.flatMap(({ path, text, isEmpty }) => (isEmpty ? [] : [[path, text] as const]))),
    })),
  );
  for (const { policy, bound } of rebased) {
    if (bound.length === 0)
      world.out(plain`${called(policy.folder, world)}: every note is written against the newest version.\n`);
    for (const { path, kept, dropped, isEmpty } of bound) {
      const place = shown(join(policy.folder, path), world);
      const gone =
        dropped.length === 0
          ? ''
          : `, ${counted(dropped.length, 'fingerprint')} dropped: ${dropped.join(', ')}`;
      world.out(
        isEmpty
          ? plain`${place}: none of its changes is left; delete it.\n`
          : plain`${place}: ${counted(kept.length, 'change')} carried over${gone}.\n`,
      );
    }
  }
}

/** Undefined when the user was told something else instead. */
async function notePolicy(
  policy: PolicyFolder,
  workspace: Workspace,
  options: NoteCommandOptions,
  world: World,
): Promise<DraftedNotes | undefined> {
  const { archive, head, notes } = pendingIn(policy);
  const compared =
    archive.versions.length > 0
      ? await compareRevisions(policy, world, 'archive:latest', undefined, workspace)
      : undefined;
  if (!compared && options.act.length === 0) {
    // Fails for a policy that cannot be read, which is not to be passed over.
    workingRevision(policy);
    world.remark(
      plain`${called(policy.folder, world)}: nothing has been released yet, so there is nothing to note.\n`,
    );
    return undefined;
  }
  const drafted = new Set(notes.notes.filter((one) => one.against === head).flatMap((one) => one.covers));
  const changes = compared?.gated.changes ?? [];
  const open = uncovered(changes).filter((change) =>
    options.for.length > 0
      ? options.for.includes(change.fingerprint)
      : !drafted.has(change.fingerprint) && (options.signal === undefined || isSwept(change)),
  );
  const isAlone = options.declare.length + options.act.length > 0 && options.for.length === 0;
  const groups = isAlone ? [[]] : groupsOf(open, options);
  const declared = compared?.base.policy
    ? declaredChanges(compared.base.policy, compared.head.policy, options.declare, compared.standing)
    : [];
  const known = new Set(notes.notes.flatMap((one) => one.files.map(({ path }) => path)));
  const files = groups.map((covers) => {
    const draft = draftNote(covers, head, {
      ...options,
      name: options.signal && `${options.signal}-signal`,
      declares: options.declare,
      declared,
      acts: options.act,
      body: options.text,
      folder: policy.path,
    });
    const text = withSchemaHome(draft.text, workspace.root);
    return { folder: policy.folder, path: draft.path, text, covers, known };
  });
  const { policy: said } = (compared ?? { head: workingRevision(policy) }).head;
  if (groups.length === 0 && options.for.length === 0 && !options.signal && tellDrafts(changes, world))
    return undefined;
  return { notes: files, hint: (paths) => hint(paths, said, lackingIn(options, groups)) };
}

/** Whether one note for low signals may cover a change: a text to review, with nothing in it that must be read first. */
function isSwept({ verdict, signal }: GatedChange): boolean {
  return verdict === 'review' && signal === 'low';
}

/** Reports notes that exist and are not in force yet; false when there are none. */
function tellDrafts(changes: readonly GatedChange[], world: World): boolean {
  const drafts = [...new Set(changes.flatMap(({ draft }) => (draft === undefined ? [] : [draft])))];
  if (drafts.length > 0)
    world.out(
      asTyped(
        plain`Every change has a note. Not in force yet: ${drafts.join(', ')}\npolicyc diff says what they lack.\n`,
        world,
      ),
    );
  return drafts.length > 0;
}

function hint(paths: readonly string[], { locales, prevailing }: Policy, lacking: readonly string[]): string {
  const others = locales.filter((locale) => locale !== prevailing);
  const files = paths.flatMap((path) => others.map((locale) => translationPath(path, locale)));
  const lines = lacking.length === 0 ? [] : [`Fill in ${lacking.join(', ')}.`];
  if (files.length > 0)
    lines.push(
      `The same words in the other languages stand alone, without the front matter: ${files.join(', ')}`,
    );
  return lines.map((line) => `${line}\n`).join('');
}

/** What only a person can say in a note, and did not say on the command line. */
function lackingIn(
  { reason, by, readBy, text, practice, decision }: NoteCommandOptions,
  groups: readonly (readonly GatedChange[])[],
): string[] {
  const lacking = [
    ...(reason ? [] : ['why']),
    ...(by ? [] : ['who decided']),
    ...(readBy || !groups.some((group) => group.some(isToBeRead))
      ? []
      : ['who read the texts in the new language']),
    ...(practice || !groups.some((group) => group.some(isRemoval))
      ? []
      : ['what happens in practice to what is no longer said']),
    ...(text || decision === 'editorial' ? [] : ['below the second --- the words readers will see']),
  ];
  const last = lacking.at(-1) ?? '';
  return lacking.length < 2 ? lacking : [lacking.slice(0, -1).join(', '), `and ${last}`];
}

/** Groups changes for notes: those of a clause, its facts and the texts about them; or all in one, if asked. */
function groupsOf(open: readonly GatedChange[], options: NoteCommandOptions): GatedChange[][] {
  if (open.length === 0) return [];
  if (options.together || options.signal || options.for.length > 0) return [[...open]];
  return [...groupBy(open, ({ key }) => key[0]).values()];
}
