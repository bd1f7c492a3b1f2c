import { createTwoFilesPatch } from 'diff';
import { escapeText } from '../base/escape.ts';
import { mendFiles } from '../check/fix.ts';
import { isPolicyFolderPath } from '../revision/policy-paths.ts';
import type { PolicyFolder } from '../revision/workspace-place.ts';
import { readFolder } from '../snapshot/folder.ts';
import { fileIn, shown } from './paths.ts';
import { replaceAllFiles } from './replace-files.ts';
import type { World } from './world.ts';

/**
 * Fixes the files of policies where that changes no meaning: all or none. A dry run prints the difference instead.
 * Returns whether there was anything to fix.
 */
export function mendPolicies(policies: readonly PolicyFolder[], dry: boolean, world: World): boolean {
  const mended = policies.map(({ folder }) => ({
    folder,
    files: mendFiles(readFolder(folder, isPolicyFolderPath)),
  }));
  if (!dry)
    replaceAllFiles(
      mended.map(({ folder, files }) => ({
        folder,
        files: new Map(files.map(({ path, after }) => [path, after])),
        read: new Map(files.map(({ path, before }) => [path, before])),
      })),
    );
  for (const { folder, files } of mended)
    for (const { path, before, after, count } of files) {
      const name = fileIn(shown(folder, world), path);
      if (dry) world.out(patch(name, before, after));
      else world.remark(`${escapeText(name)}: ${count} put in quotes.\n`);
    }
  return mended.some(({ files }) => files.length > 0);
}

function patch(name: string, before: string, after: string): string {
  const text = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 1,
  });
  return `${text.split('\n').slice(1).map(escapeText).join('\n')}`;
}
