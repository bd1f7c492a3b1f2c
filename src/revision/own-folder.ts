import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { entryAt } from '../base/entry-at.ts';
import { cannot } from '../base/failure.ts';
import { foldedName, isNoName, nameOnDisk } from '../base/folded-name.ts';
import { append } from '../base/group.ts';
import { eachOnDemand } from '../base/on-demand.ts';
import { problemsIn } from '../snapshot/folder.ts';
import { isPolicyFolderPath } from './policy-paths.ts';

/** The names in a folder, grouped by what some systems take for one name. */
type NamesIn = (folder: string) => ReadonlyMap<string, readonly string[]>;

/** Reads each folder once. */
export function namesInFolders(): NamesIn {
  return eachOnDemand((folder) => {
    const names = new Map<string, string[]>();
    if (!entryAt(folder)?.isDirectory()) return names;
    for (const name of readdirSync(folder)) {
      const [first = name] = foldedName(nameOnDisk(name)).split('/');
      append(names, first, name);
    }
    return names;
  });
}

/**
 * Refuses a policy folder that is reached through a symbolic link: its content would be outside of the workspace, or
 * something else to git, which keeps the link and not its target.
 */
export function requireOwnFolder(root: string, path: string, namesIn: NamesIn): void {
  let folder = root;
  for (const name of path.split('/').filter((part) => part !== '' && part !== '.')) {
    // Whoever finds no policy there says that a pattern names none.
    const isPattern = name.includes('*') && !entryAt(join(folder, name));
    if (isNoName(name) && !isPattern) {
      const problem = { code: 'file-irregular', args: { what: 'no-name' } };
      throw cannot('policy-irregular', { where: join(folder, name).slice(root.length + 1), problem });
    }
    // If another name here is the same on some systems, one of the two folders would hide the other there.
    const twin = namesIn(folder)
      .get(foldedName(name))
      ?.find((one) => one !== name);
    if (twin !== undefined) {
      const problem = { code: 'path-twin', args: { other: twin } };
      throw cannot('policy-irregular', { where: join(folder, name).slice(root.length + 1), problem });
    }
    folder = join(folder, name);
    if (!entryAt(folder)?.isSymbolicLink()) continue;
    const link = folder.slice(root.length + 1);
    const problem = { code: 'file-irregular', args: { what: 'link-out' } };
    throw cannot('policy-linked', { path, link, problem });
  }
}

/** Refuses a policy folder with a link, a pipe or a nested repository where a file or folder is read. */
export function requireRegular(folder: string, path: string): void {
  const [problem] = problemsOfFolder(folder);
  if (!problem) return;
  const place = path === '.' ? problem.place.file : `${path}/${problem.place.file}`;
  throw cannot('policy-irregular', { where: place, problem });
}

/** Entries of a policy folder that are no regular files or folders, or have the name of another on some systems. */
function problemsOfFolder(folder: string): readonly Diagnostic[] {
  return problemsIn(folder, isPolicyFolderPath);
}
