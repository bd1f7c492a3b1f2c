import { createTwoFilesPatch } from 'diff';
import { escapeText } from '../base/escape.ts';
import { mendFiles } from '../check/fix.ts';
import { isPolicyFolderPath } from '../revision/policy-paths.ts';
import type { PolicyFolder } from '../revision/workspace-place.ts';
import { readFolder } from '../snapshot/folder.ts';
import { fileIn, shown } from './paths.ts';
import { replaceFiles } from './replace-files.ts';
import type { World } from './world.ts';

/** Mends the files of a policy where that changes no meaning; dry, it prints the difference instead. Whether there was any. */
export function mendPolicy({ folder }: PolicyFolder, dry: boolean, world: World): boolean {
  const mended = mendFiles(readFolder(folder, isPolicyFolderPath));
  for (const { path, before, after, count } of mended) {
    const name = fileIn(shown(folder, world), path);
    if (dry) world.out(patch(name, before, after));
    else world.remark(`${escapeText(name)}: ${count} put in quotes.\n`);
  }
  if (!dry && mended.length > 0)
    replaceFiles(
      folder,
      new Map(mended.map(({ path, after }) => [path, after])),
      new Map(mended.map(({ path, before }) => [path, before])),
    );
  return mended.length > 0;
}

function patch(name: string, before: string, after: string): string {
  const text = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 1,
  });
  return `${text.split('\n').slice(1).map(escapeText).join('\n')}`;
}
