import { existsSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cannot } from '../base/failure.ts';
import { withSchemaHome } from './schema-home.ts';

/**
 * Writes files that are not there yet below the folder of a workspace, by `/`-separated path: all of them or none. `CannotWork` names
 * the first that is in the way; nothing is written over, nor through a link, not even one that comes at this moment.
 */
export function writeNewFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const path of files.keys()) refuseTaken(folder, path);
  for (const path of files.keys())
    if (basename(path) === 'policy.yaml') refuseInside(dirname(join(folder, path)));
  const written: string[] = [];
  try {
    for (const [path, text] of files) {
      const to = join(folder, ...path.split('/'));
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, withSchemaHome(text, folder), { flag: 'wx' });
      written.push(to);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw error;
  }
}

/** The file must be free, and whatever is on the way to it a folder. */
function refuseTaken(folder: string, path: string): void {
  const parts = path.split('/');
  for (let count = 1; count <= parts.length; count++) {
    const found = lstatSync(join(folder, ...parts.slice(0, count)), { throwIfNoEntry: false });
    if (!found) return;
    if (count === parts.length || !found.isDirectory())
      throw cannot('init-in-the-way', { path: parts.slice(0, count).join('/') });
  }
}

/** No policy begins inside another, whose archive or chapters it would be taken for, nor in what git keeps. */
function refuseInside(policy: string): void {
  for (let at = policy; at !== dirname(at); at = dirname(at)) {
    const around = dirname(at);
    if (/^\.git$/i.test(basename(at)) || existsSync(join(around, 'policy.yaml')))
      throw cannot('init-inside', {
        path: basename(policy),
        inside: existsSync(join(around, 'policy.yaml')) ? around : at,
      });
  }
}
