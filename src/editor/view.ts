import type { Release } from '../archive/release.ts';
import { onDemand } from '../base/on-demand.ts';
import { compileFiles } from '../model/compiled.ts';
import { type Edition, editionIds, editionOf } from '../model/edition.ts';
import { extendEdition } from '../model/extension.ts';
import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { checkShape } from '../syntax/shape.ts';
import { shape } from '../syntax/shapes/taxonomy.shape.js';
import { parseYaml } from '../syntax/yaml.ts';
import { spotsIn } from './read-file.ts';
import { type FileSpots, type Spot, touches } from './spots.ts';

/** A policy as an editor sees it at one moment: every file of its folder, saved or not, and what was released last. */
export interface PolicyView {
  readonly snapshot: Snapshot;
  readonly files: ReadonlyMap<string, FileSpots>;
  readonly ids: readonly Spot[];
  /** The edition, with the policy's own terms. */
  readonly edition: Edition;
  /** What the files compile to; undefined while they have errors. */
  readonly policy: () => Policy | undefined;
  readonly released: Pick<Release, 'manifest' | 'policy'> | undefined;
}

/** A view of a policy's files; what is the same as in an earlier view is not read again. */
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
    policy: onDemand(() => compileFiles(snapshot).policy),
    released,
  };
}

/** The edition that a policy names, or the newest while it names none, with its own terms where those can be read. */
function editionIn(snapshot: Snapshot, files: ReadonlyMap<string, FileSpots>): Edition {
  const named = files.get('policy.yaml')?.ids.find(({ of }) => of === 'edition')?.id ?? '';
  const edition = editionOf(named) ?? editionOf(editionIds.at(-1) ?? '');
  if (!edition) throw new Error('the package has no edition');
  const own = snapshot.files.get('taxonomy.yaml');
  const file = own && parseYaml(own, shape.name);
  const isSound = file && file.problems.length === 0 && checkShape(shape, file).length === 0;
  return isSound ? extendEdition(edition, file, []) : edition;
}

/** The id at a position of a file; the shortest, where one stands inside another. */
export function spotAt(view: PolicyView, path: string, offset: number): Spot | undefined {
  const here = view.files.get(path)?.ids.filter(({ range }) => touches(range, offset)) ?? [];
  return here.sort((a, b) => lengthOf(a) - lengthOf(b))[0];
}

function lengthOf({ range: [start, end] }: Spot): number {
  return end - start;
}

/** Where what an id names is given it; undefined where nothing in the folder does. */
export function declarationOf(view: PolicyView, spot: Spot): Spot | undefined {
  return sameAs(view, spot).find(({ role }) => role === 'declares');
}

/** Where to go for what an id names: a register is a file. */
export function definitionsOf(view: PolicyView, spot: Spot): readonly Pick<Spot, 'file' | 'range'>[] {
  if (spot.of === 'register')
    return view.snapshot.files.has(spot.id) ? [{ file: spot.id, range: [0, 0] }] : [];
  return sameAs(view, spot).filter(({ role }) => role === 'declares');
}

/** Every place that names the same thing: fields, prose, registers and translations. */
export function referencesOf(view: PolicyView, spot: Spot, withDefinition: boolean): readonly Spot[] {
  return sameAs(view, spot).filter(({ role }) => role === 'names' || (role === 'declares' && withDefinition));
}

function sameAs(view: PolicyView, { of, id }: Spot): readonly Spot[] {
  return view.ids.filter((one) => one.of === of && one.id === id);
}
