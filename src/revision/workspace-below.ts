import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceFile } from '../base/workspace-file.ts';

/** At most this many folders are searched, to help a user at the top of a repository. */
const mostFolders = 2_000;

/** The path to the only workspace or policy below a folder; undefined when there is none, or several. */
export function workspaceBelow(start: string): string | undefined {
  const found: string[] = [];
  const waiting = [''];
  for (let seen = 0; seen < waiting.length && seen < mostFolders && found.length < 2; seen++) {
    const path = waiting[seen] ?? '';
    const isOne = [workspaceFile, 'policy.yaml'].some((name) => existsSync(join(start, path, name)));
    if (path !== '' && isOne) found.push(path);
    else waiting.push(...foldersIn(start, path));
  }
  return found.length === 1 ? found[0] : undefined;
}

/** The folders in one, by their path from `start`; none if it cannot be read. */
function foldersIn(start: string, path: string): readonly string[] {
  try {
    return readdirSync(join(start, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
      .map(({ name }) => (path === '' ? name : `${path}/${name}`))
      .sort();
  } catch {
    return [];
  }
}
