import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const inputs = ['src', 'schemas', 'build', 'package.json', 'package-lock.json'];

/** Builds what the tests run when anything that it is made from is newer than it: the program, the library, its types. */
export function setup(): void {
  const made = statSync(join(root, 'dist/types/index.d.ts'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (inputs.some((path) => newest(join(root, path)) > made))
    execFileSync(process.execPath, [join(root, 'build/build.mjs')], { stdio: 'inherit' });
}

/** When a file, or anything in a folder, changed last; a folder changes when something in it comes or goes. */
function newest(path: string): number {
  const found = statSync(path);
  const below = found.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(found.mtimeMs, ...below);
}
