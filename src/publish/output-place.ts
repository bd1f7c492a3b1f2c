import { basename, dirname, join, relative, sep } from 'node:path';
import { entryAt } from '../base/entry-at.ts';
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

/** Folders in a policy folder that hold files written by people or by `policyc release`. */
const inPolicy = ['archive', 'changes', 'chapters', 'locales', 'registers', 'words'];

/** The real path of a folder, without links in it. */
export interface Placed {
  readonly real: string;
}

/**
 * Whether a site may be written to a folder, given as an absolute path, and its real path: never over the workspace or
 * a policy, into a repository's own folder, or through a link. A folder `named` by the user on the command line may
 * otherwise be anywhere. One named by a file of the workspace must be inside the workspace, since a pull request can
 * change that file.
 */
export function placeFor(out: string, sources: Sources, named: boolean): PlaceRefusal | Placed {
  if (!named && !isWithin(out, sources.root)) return { refused: 'outside' };
  const name = namesOnTheWay(out, sources.root).find(isNoName);
  if (name !== undefined) return { refused: 'no-name', name };
  // A pull request can change the whole repository, not only the workspace.
  const around = repositoryAround(sources.root) ?? sources.root;
  const link = linkBelow(around, out) ?? (entryAt(out)?.isSymbolicLink() === true ? out : undefined);
  if (link !== undefined) return { refused: 'linked', path: link };
  const real = realPlace(out);
  // A link that came and went meanwhile, or comes now, shows in the real path of the folder.
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
  return kept || entryAt(join(real, '.git')) !== undefined ? { refused: 'repository' } : { real };
}

/** The names of the folders below the workspace; for a folder outside it, only its own name. */
function namesOnTheWay(out: string, root: string): readonly string[] {
  return isWithin(out, root) ? relative(root, out).split(sep) : [basename(out)];
}
