import { lstatSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Stranger } from '../base/messages-why.ts';
import { strangeKind } from '../base/stranger.ts';

/** What no result is written to: anything but a plain file, and a link on the way there that came with the repository. */
export function strangerAt(cwd: string, path: string): Stranger | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return (found && strangeKind(found)) ?? (leadsElsewhere(cwd, path) ? 'link' : undefined);
}

/** A link below the folder that a command runs in came with the repository: what it leads to is somebody else's. */
function leadsElsewhere(cwd: string, path: string): boolean {
  const parts = relative(cwd, path).split(sep);
  if (parts[0] === '..') return false;
  return parts.some((_, at) =>
    lstatSync(join(cwd, ...parts.slice(0, at + 1)), { throwIfNoEntry: false })?.isSymbolicLink(),
  );
}
