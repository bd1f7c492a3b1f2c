import { resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { CannotWork, cannot } from '../base/failure.ts';
import { type Placed, type PlaceRefusal, placeFor } from '../publish/output-place.ts';
import type { Workspace } from '../revision/workspace-place.ts';
import { shown } from './paths.ts';
import type { World } from './world.ts';

/** Where `build` may write the site of a workspace, or why it may not; `named` is the folder on the command line. */
export function sitePlace(
  { root, policies, out }: Workspace,
  named: string | undefined,
  world: World,
): Placed | CannotWork {
  const asked = named === undefined ? out : resolve(world.cwd, named);
  const sources = { root, policies: policies.map(({ folder }) => folder) };
  const placed = placeFor(asked, sources, named !== undefined);
  return 'refused' in placed ? failureOf(placed, shown(asked, world), world) : placed;
}

/**
 * What is wrong with the site folder that a workspace file sets, or leaves to the default: the error that `build` would
 * end with.
 */
export async function misplacedSite(workspace: Workspace, world: World): Promise<readonly Diagnostic[]> {
  if (workspace.snapshot.files.size === 0) return [];
  const placed = sitePlace(workspace, undefined, world);
  if (!(placed instanceof CannotWork)) return [];
  // What else is in a folder that nobody named concerns this machine only.
  const isOfFile = workspace.settings.site.out !== undefined || placed.failure.code === 'site-over-source';
  if (!isOfFile) return [];
  const place = (await import('../revision/workspace.ts')).placeOfSite(workspace.snapshot, 'out');
  return [diagnostic('site-misplaced', { problem: placed.failure }, place)];
}

function failureOf(refused: PlaceRefusal, place: string, world: World): CannotWork {
  switch (refused.refused) {
    case 'is-source':
      return cannot('site-over-source', { place, path: shown(refused.path, world) });
    case 'repository':
      return cannot('site-over-repository', { place });
    case 'linked':
      return cannot('site-linked', { place, path: shown(refused.path, world) });
    case 'no-name':
      return cannot('site-unnamable', { place, name: JSON.stringify(refused.name) });
    case 'outside':
      return cannot('site-outside', { place });
  }
}
