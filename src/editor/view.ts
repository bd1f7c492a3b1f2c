import type { Release } from '../archive/release.ts';
import { onDemand } from '../base/on-demand.ts';
import { compileFiles } from '../model/compiled.ts';
import { type Edition, editionIds, editionOf } from '../model/edition.ts';
import { withOwnTerms } from '../model/extension.ts';
import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { spotsIn } from './read-file.ts';
import { type FileSpots, type Spot, touches } from './spots.ts';

/** A policy in an editor at one moment: every file of its folder, saved or not, and the newest released version. */
export interface PolicyView {
  readonly snapshot: Snapshot;
  readonly files: ReadonlyMap<string, FileSpots>;
  readonly ids: readonly Spot[];
  /** The edition, extended by the policy's own terms. */
  readonly edition: Edition;
  /** The compiled policy; undefined while the files have errors. */
  readonly policy: () => Policy | undefined;
  readonly released: Pick<Release, 'manifest' | 'policy'> | undefined;
}

/** A view of a policy's files; files that did not change since an earlier view are not read again. */
export function viewOf(
  snapshot: Snapshot,
  released: PolicyView['released'],
  before?: Pick<PolicyView, 'files'>,
): PolicyView {
  const files = new Map(
    [...snapshot.files].map(([path, source]) => {
      const known = before?.files.get(path);
      return [path, known?.source.text === source.text ? known : spotsIn(source)] as const;
    }),
  );
  return {
    snapshot,
    files,
    ids: [...files.values()].flatMap(({ ids }) => ids),
    edition: editionIn(snapshot, files),
    policy: policyIn(snapshot),
    released,
  };
}

/** By itself: made in `viewOf`, it would keep the view before, and that the one before it. */
function policyIn(snapshot: Snapshot): PolicyView['policy'] {
  return onDemand(() => compileFiles(snapshot).policy);
}

/** The edition that a policy names, or the newest if it names none, extended by its own terms if they can be read. */
function editionIn(snapshot: Snapshot, files: ReadonlyMap<string, FileSpots>): Edition {
  const named = files.get('policy.yaml')?.ids.find(({ of }) => of === 'edition')?.id ?? '';
  const edition = editionOf(named) ?? editionOf(editionIds.at(-1) ?? '');
  if (!edition) throw new Error('the package has no edition');
  return withOwnTerms(edition, snapshot.files.get('taxonomy.yaml'));
}

/** The id at a position; the shortest one if ids are nested. */
export function spotAt(view: PolicyView, path: string, offset: number): Spot | undefined {
  const here = view.files.get(path)?.ids.filter(({ range }) => touches(range, offset)) ?? [];
  return here.sort((a, b) => lengthOf(a) - lengthOf(b))[0];
}

function lengthOf({ range: [start, end] }: Spot): number {
  return end - start;
}

/** Where a named thing gets its id; undefined if it is not in this folder. */
export function declarationOf(view: PolicyView, spot: Spot): Spot | undefined {
  return sameAs(view, spot).find(({ role }) => role === 'declares');
}

/** Where to go from an id: to its declaration, or for a register to the file. */
export function definitionsOf(view: PolicyView, spot: Spot): readonly Pick<Spot, 'file' | 'range'>[] {
  if (spot.of === 'register')
    return view.snapshot.files.has(spot.id) ? [{ file: spot.id, range: [0, 0] }] : [];
  return sameAs(view, spot).filter(({ role }) => role === 'declares');
}

/** Every place with the same id: in fields, prose, registers and translations. */
export function referencesOf(view: PolicyView, spot: Spot, withDefinition: boolean): readonly Spot[] {
  return sameAs(view, spot).filter(({ role }) => role === 'names' || (role === 'declares' && withDefinition));
}

function sameAs(view: PolicyView, { of, id }: Spot): readonly Spot[] {
  return view.ids.filter((one) => one.of === of && one.id === id);
}
