// The same policies give the same bytes, by other versions of Node too: brings their binaries into a temporary folder
// and runs the test over all our policies with each. `npm run determinism -- 24 26` names the versions.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const versions = process.argv.length > 2 ? process.argv.slice(2) : ['24', '26'];
const folder = mkdtempSync(join(tmpdir(), 'policyc-nodes-'));
try {
  const nodes = versions.map((version) => {
    const name = `node-${process.platform}-${process.arch}`;
    const into = join(folder, version);
    const { status } = spawnSync('npm', ['install', '--no-save', '--prefix', into, `${name}@${version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const binary = join(into, 'node_modules', name, 'bin/node');
    if (status !== 0 || !existsSync(binary)) throw new Error(`no Node ${version} for this machine: ${name}`);
    return binary;
  });
  const { status } = spawnSync('npx', ['vitest', 'run', 'test/cli/determinism.test.ts'], {
    stdio: 'inherit',
    env: { ...process.env, NODES: nodes.join(','), DETERMINISM: 'all' },
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
