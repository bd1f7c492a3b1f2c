import { plain } from '../base/escape.ts';
import { CannotWork } from '../base/failure.ts';
import { planSite } from '../publish/site.ts';
import { findWorkspace } from '../revision/workspace.ts';
import { tellFailure } from './failure.ts';
import { problemsIn } from './preview-problems.ts';
import { type Preview, startServer } from './preview-server.ts';
import { type SiteOptions, siteInput } from './site-input.ts';
import { onEdits } from './watch.ts';
import { exit, type World } from './world.ts';

/**
 * What the pages depend on: the file of the workspace and every policy folder. When the file is broken, what was watched
 * before.
 */
function watchedBy(world: World, before: readonly string[] = []): readonly string[] {
  try {
    const { root, policies } = findWorkspace(world.cwd);
    return [root, ...policies.map(({ folder }) => folder)];
  } catch (error) {
    if (!(error instanceof CannotWork)) throw error;
    return before;
  }
}

/**
 * Builds again after every edit until the user interrupts it. What keeps it from building is reported, and it waits for
 * the next edit.
 */
export async function rebuildOnEdits(build: () => Promise<number>, world: World): Promise<number> {
  const stopped = world.interrupted?.();
  // Before the first build: an edit made meanwhile is not lost.
  const watcher = onEdits(watchedBy(world), async (before) => {
    try {
      await build();
    } catch (error) {
      tellFailure(error, [], world);
    }
    return watchedBy(world, before);
  });
  try {
    await build();
    world.remark('Watching the policies; stop with Ctrl+C.\n');
    await stopped;
  } finally {
    watcher.close();
  }
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
  const watcher = onEdits(watchedBy(world), async (before) => {
    build();
    server.changed();
    return watchedBy(world, before);
  });
  build();
  await stopped;
  watcher.close();
  await server.close();
  return exit.fine;
}
