import { lstatSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { foldedName, isNoName } from '../base/folded-name.ts';
import { keptAround } from '../base/kept-folder.ts';
import { isWithin, linkBelow, realPlace, repositoryAround } from '../base/real-place.ts';

/** Why a site may not be written to a folder. */
export type PlaceRefusal =
  | { readonly refused: 'is-source'; readonly path: string }
  | { readonly refused: 'repository' }
  | { readonly refused: 'linked'; readonly path: string }
  | { readonly refused: 'no-name'; readonly name: string }
  | { readonly refused: 'outside' };

export interface Sources {
  readonly root: string;
  readonly policies: readonly string[];
}

/** Folders of a policy folder that hold what a person or `policyc release` wrote. */
const inPolicy = ['archive', 'changes', 'chapters', 'locales', 'registers', 'words'];

/** Where a folder really is: no part of the path is a link. */
export interface Placed {
  readonly real: string;
}

/**
 * Whether a site may be written to a folder, and where that is, given as an absolute path: never over the workspace or a policy, into a
 * repository's own folder, or through a link. `named` by the user on the command line, it may lie anywhere else; one
 * that a file of the workspace names stays inside the workspace, since that file comes with a request.
 */
export function placeFor(out: string, sources: Sources, named: boolean): PlaceRefusal | Placed {
  if (!named && !isWithin(out, sources.root)) return { refused: 'outside' };
  const name = namesOnTheWay(out, sources.root).find(isNoName);
  if (name !== undefined) return { refused: 'no-name', name };
  // What comes with a request is the whole repository, not the workspace alone.
  const around = repositoryAround(sources.root) ?? sources.root;
  const link = linkBelow(around, out) ?? (isLink(out) ? out : undefined);
  if (link !== undefined) return { refused: 'linked', path: link };
  const real = realPlace(out);
  // A link that came and went meanwhile, or comes now, shows in where the folder turns out to be.
  const above = isWithin(out, around) ? around : dirname(out);
  if (real !== join(realPlace(above), relative(above, out))) return { refused: 'linked', path: out };
  const taken = [
    ...[sources.root, ...sources.policies].filter((folder) => isWithin(realPlace(folder), real)),
    ...sources.policies
      .flatMap((folder) => inPolicy.map((name) => join(folder, name)))
      .filter((folder) => isWithin(foldedName(real), foldedName(realPlace(folder)))),
  ];
  const [source] = taken;
  if (source !== undefined) return { refused: 'is-source', path: source };
  const kept = keptAround(real);
  if (kept?.by === 'release') return { refused: 'is-source', path: kept.folder };
  return kept || exists(join(real, '.git')) ? { refused: 'repository' } : { real };
}

/** The names of the folders below the workspace; of what lies outside, the name of the folder itself. */
function namesOnTheWay(out: string, root: string): readonly string[] {
  return isWithin(out, root) ? relative(root, out).split(sep) : [basename(out)];
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
