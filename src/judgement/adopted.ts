import { type PlannedVersion, planVersion, type VersionInput } from '../compile.ts';
import { readNotes } from '../gate/note.ts';
import { draftNote } from '../gate/write.ts';
import { capitalise, wordsIn } from '../render/words.ts';
import type { NewFiles } from '../scaffold/workspace.ts';
import { snapshotOf } from '../snapshot/snapshot.ts';

/** A document published before, which becomes a version, and the person who confirms it. */
export interface Adoption {
  readonly file: string;
  readonly by: string;
}

/**
 * Plans a document published before as the next version. The decision about its changes is a note like any other, written
 * here and recorded with it: that readers had it is a person's word.
 */
export function planAdopted(input: VersionInput, folder: string, { file, by }: Adoption): PlannedVersion {
  const { policy, effective, inForce } = input;
  const open = planVersion({ ...input, adopted: true });
  const acts = open.changes.flatMap(({ kind, key }) => (kind === 'version-adopted' ? [key[1] ?? ''] : []));
  const changes = open.changes.filter(
    ({ kind, verdict }) => kind !== 'version-adopted' && verdict !== 'editorial',
  );
  const note = draftNote(changes, inForce.head, {
    name: `adopted-${effective}`,
    decision: 'notify',
    practice: 'moved',
    acts,
    reason: `Adopted from ${file}, where it was published; not verified here.`,
    by,
    readBy: by,
    body: `${capitalise(wordsIn(policy, policy.prevailing).adopted)}.`,
  });
  const text = new TextEncoder().encode(note.text);
  const { notes, problems } = readNotes(snapshotOf([[note.path, text]]));
  const path = folder === '.' ? note.path : `${folder}/${note.path}`;
  return planVersion({
    ...input,
    adopted: true,
    sources: new Map([...input.sources, [path, note.text]]),
    inForce: { ...inForce, notes, problems },
  });
}

/** Every text that an adopted version was made of, by path in the workspace, the document itself among them. */
export function adoptedSources(
  files: NewFiles,
  folder: string,
  document: { readonly name: string; readonly text: string },
  workspace: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const inside = (path: string): string => (folder === '.' ? path : `${folder}/${path}`);
  return new Map([
    ...workspace,
    ...[...files].map(([path, text]) => [inside(path), text] as const),
    [`adopted/${document.name.replace(/[^\w.-]+/g, '-')}`, document.text],
  ]);
}
