import { type Dirent, existsSync, readdirSync } from 'node:fs';
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
    else
      for (const entry of entriesOf(join(start, path)))
        if (entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
          waiting.push(path === '' ? entry.name : `${path}/${entry.name}`);
  }
  return found.length === 1 ? found[0] : undefined;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
