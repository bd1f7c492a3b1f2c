import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const inputs = ['src', 'schemas', 'build', 'package.json', 'package-lock.json'];

/**
 * Builds what the tests run when anything that it is made from is newer than it: the program, the library, its types.
 * Types that are wrong stop no test but those that are about them.
 */
export function setup(): void {
  const made = timeOf('dist/types/index.d.ts');
  if (inputs.every((path) => newest(join(root, path)) <= made)) return;
  const { status } = spawnSync(process.execPath, [join(root, 'build/build.mjs')], { stdio: 'inherit' });
  if (status !== 0 && timeOf('dist/index.js') <= made) throw new Error('Nothing was built: see above.');
}

function timeOf(path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** When a file, or anything in a folder, changed last; a folder changes when something in it comes or goes. */
function newest(path: string): number {
  const found = statSync(path);
  const below = found.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(found.mtimeMs, ...below);
}
