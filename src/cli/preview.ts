import { basename, dirname, join, resolve } from 'node:path';
import { plain } from '../base/escape.ts';
import { CannotWork } from '../base/failure.ts';
import { isWithin } from '../base/real-place.ts';
import { planSite } from '../publish/site.ts';
import { archiveFolder } from '../revision/policy-paths.ts';
import { startOfWorkspace, workspaceFile, workspaceIn } from '../revision/workspace.ts';
import { placeOfWorkspace, type WorkspaceContent } from '../revision/workspace-place.ts';
import { tellFailure } from './failure.ts';
import { problemsIn } from './preview-problems.ts';
import { type Preview, startServer } from './preview-server.ts';
import { type SiteOptions, siteInput } from './site-input.ts';
import { type Followed, onEdits } from './watch.ts';
import { exit, type World } from './world.ts';

/**
 * What the pages depend on: the file of the workspace, the folders that it lists, whether they are there or not, and the
 * page around them. While the file is broken or gone, what it was before.
 */
function followedBy(options: FollowedOptions, world: World): () => Followed {
  let followed: Followed = { files: [], folders: [], root: world.cwd, isEntered: () => true };
  return () => {
    try {
      followed = followedNow(options, world) ?? followed;
    } catch (error) {
      if (!(error instanceof CannotWork)) throw error;
    }
    return followed;
  };
}

/** The same; undefined while the file of the workspace cannot be read. Throws `CannotWork` when there is none. */
function followedNow(options: FollowedOptions, world: World): Followed | undefined {
  const { root, file } = placeOfWorkspace(startOfWorkspace(world.cwd, options.policy[0]));
  const { policies, site }: WorkspaceContent = file ? workspaceIn(file).content : { policies: ['.'] };
  if (policies === undefined) return undefined;
  const folders = policies.map((path) => resolve(root, path)).filter((path) => isWithin(path, root));
  const archives = new Set(folders.map((folder) => resolve(folder, archiveFolder)));
  const out =
    options.out === undefined ? resolve(root, site?.out ?? 'site') : resolve(world.cwd, options.out);
  return {
    files: [
      join(root, workspaceFile),
      ...(options.shell === undefined ? [] : [resolve(world.cwd, options.shell)]),
    ],
    folders,
    root,
    // A version that was released stays as it is, and the pages are what the build writes.
    isEntered: (folder) =>
      folder !== out && !archives.has(dirname(folder)) && !/^(?:\.|node_modules$)/.test(basename(folder)),
  };
}

interface FollowedOptions extends SiteOptions {
  readonly out?: string;
}

/**
 * Builds again after every edit until the user interrupts it. What keeps it from building is reported, and it waits for
 * the next edit.
 */
export async function rebuildOnEdits(
  build: () => Promise<number>,
  options: FollowedOptions,
  world: World,
): Promise<number> {
  const stopped = world.interrupted?.();
  const failed = (error: unknown): void => void tellFailure(error, [], world);
  const watcher = await onEdits(followedBy(options, world), async () => void (await build()), failed);
  world.remark('Watching the policies; stop with Ctrl+C.\n');
  await stopped;
  watcher.close();
  return exit.fine;
}

/** Shows the pages on this machine, with the working tree among them; an edit shows at once, and so do problems. */
export async function servePreview(
  options: SiteOptions & { readonly port: number },
  world: World,
): Promise<number> {
  // Remarks of a build would be repeated at every edit.
  const quiet: World = { ...world, remark: () => {} };
  const shown = { ...options, draft: true };
  let preview: Preview = { files: new Map(), problems: [], stale: false };
  const build = (): void => {
    const problems = problemsIn(options, quiet);
    try {
      preview = { files: planSite(siteInput(shown, quiet).input), problems, stale: false };
    } catch (error) {
      if (!(error instanceof CannotWork)) throw error;
      // The pages stay as they were, below what keeps them from being built.
      preview = { ...preview, problems, stale: true };
    }
  };
  const stopped = world.interrupted?.();
  const server = await startServer(options.port, () => preview);
  world.out(plain`Open http://127.0.0.1:${server.port}/ (the pages follow your edits; stop with Ctrl+C)\n`);
  const rebuild = (): void => {
    build();
    server.changed();
  };
  const failed = (error: unknown): void => void tellFailure(error, [], world);
  const watcher = await onEdits(followedBy(options, world), rebuild, failed);
  await stopped;
  watcher.close();
  await server.close();
  return exit.fine;
}
