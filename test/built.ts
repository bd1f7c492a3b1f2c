import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildTested, testedModule } from '../build/tested.mjs';

const root = join(import.meta.dirname, '..');
const inputs = ['src', 'schemas', 'build', 'package.json', 'package-lock.json'];

/**
 * Builds what the tests run when anything that it is made from is newer than it: the program, the library, its types, and
 * the source as one module. Types that are wrong stop no test.
 */
export async function setup(project: TestProject): Promise<void> {
  const ready = async (): Promise<void> => {
    buildProgram();
    if (isOlder(testedModule)) await buildTested(root);
  };
  // Where tests run again on every edit.
  project.onTestsRerun(ready);
  await ready();
}

function buildProgram(): void {
  const types = 'dist/types/index.d.ts';
  if (!isOlder(types)) return;
  const { status } = spawnSync(process.execPath, [join(root, 'build/build.mjs')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('Nothing was built: see above.');
}

function isOlder(made: string): boolean {
  return inputs.some((path) => newest(join(root, path)) > timeOf(made));
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
