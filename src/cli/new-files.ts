import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { entryAt } from '../base/entry-at.ts';
import { cannot } from '../base/failure.ts';
import { removeEmpty } from '../base/make-folders.ts';
import { naming } from '../base/named-error.ts';
import { workspaceFile } from '../base/workspace-file.ts';
import { refuseKept } from './kept.ts';
import { makeFolders, quietly } from './made-folders.ts';
import { shown, textOnDisk } from './paths.ts';
import { moveToFree } from './replace-files.ts';
import { withSchemaHome } from './schema-home.ts';

/**
 * Writes new files below the folder of a workspace, by `/`-separated path: all of them or none. `CannotWork` names the
 * first path that is taken; no file is replaced, and no link followed, not even one that appears at this moment. Every
 * text is on the disk before the first file has its name. `programs` are made executable; `finish` is what else must
 * succeed for the files to stay. What a run that was killed has written is not in the way of the same run again.
 */
export function writeNewFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  {
    programs = [],
    finish = () => {},
  }: { readonly programs?: readonly string[]; readonly finish?: () => void } = {},
): void {
  const all = [...files].map(([path, text]) => {
    const to = join(folder, ...path.split('/'));
    return { path, text: withSchemaHome(text, folder), to, from: unfinished(to) };
  });
  const stagings = [...all.map(({ from }) => from), unfinished(join(folder, workspaceFile))];
  const missing = all.filter(({ path, text }) => !isThere(folder, path, text));
  const [first] = all;
  if (first && missing.length === 0 && !stagings.some((from) => existsSync(from)))
    throw cannot('init-in-the-way', { path: first.path });
  for (const { path } of missing) {
    refuseKept(folder, join(folder, path));
    if (basename(path) === 'policy.yaml') refuseInside(folder, dirname(join(folder, path)));
  }
  const written: string[] = [];
  const begun: string[] = [];
  const putAway = (): void => {
    for (const from of stagings) quietly(() => rmSync(from, { force: true }));
  };
  try {
    for (const { path, text, to, from } of missing) {
      begun.unshift(...makeFolders(dirname(to)));
      rmSync(from, { force: true });
      naming(to, () => {
        const file = openSync(from, 'wx', programs.includes(path) ? 0o777 : 0o666);
        try {
          writeFileSync(file, text);
        } finally {
          closeSync(file);
        }
      });
    }
    for (const { path, to, from } of [...missing].sort((a, b) => rankOf(a.path) - rankOf(b.path))) {
      if (!naming(to, () => moveToFree(from, to))) throw cannot('init-in-the-way', { path });
      written.push(to);
    }
    finish();
    putAway();
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    putAway();
    removeEmpty(begun);
    throw error;
  }
}

const unfinished = (to: string): string => join(dirname(to), `.${basename(to)}.policyc-new`);

/** Files that name others are written last: a run that is killed leaves no policy, or all of it. */
function rankOf(path: string): number {
  return ['policy.yaml', workspaceFile].indexOf(basename(path));
}

/**
 * Whether a file is there and says just that, so that it need not be written. Refuses a path that is taken by anything
 * else, or that leads through anything but folders.
 */
function isThere(folder: string, path: string, text: string): boolean {
  const parts = path.split('/');
  for (let count = 1; count <= parts.length; count++) {
    const found = entryAt(join(folder, ...parts.slice(0, count)));
    if (!found) return false;
    if (count === parts.length && found.isFile() && textOnDisk(folder, path) === text) return true;
    if (count === parts.length || !found.isDirectory())
      throw cannot('init-in-the-way', { path: parts.slice(0, count).join('/') });
  }
  return false;
}

/** Refuses a policy inside another one, where it would be taken for a part of its archive or chapters. */
function refuseInside(root: string, policy: string): void {
  for (let at = dirname(policy); at !== dirname(at); at = dirname(at))
    if (existsSync(join(at, 'policy.yaml')))
      throw cannot('init-inside', { path: shown(policy, { cwd: root }), inside: shown(at, { cwd: root }) });
}
