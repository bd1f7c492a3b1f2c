// `npm run mutation`: changes the comparison and the judgement in thousands of small ways, one at a time, and lists what
// no test noticed. `npm run mutation -- --mutate src/diff/judge.ts,src/gate/cover.ts` looks at some files alone.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const runner = join(root, 'node_modules/@stryker-mutator/vitest-runner');

// Not among the dependencies: 150 packages that nothing else here needs.
if (![stryker, runner].every(existsSync)) {
  const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@9.6.1`);
  console.error(`StrykerJS is not installed. Run: npm install --no-save ${packages.join(' ')}`);
  process.exit(2);
}
const { status } = spawnSync(process.execPath, [stryker, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
