// `npm start`: the built program on this repository's own policies, and where the pages are.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

for (const command of ['check', 'diff', 'build']) {
  console.log(`$ policyc ${command}`);
  const { status } = spawnSync(process.execPath, [join(root, 'bin/policyc.js'), command], {
    cwd: root,
    stdio: 'inherit',
  });
  console.log('');
  if (status !== 0) {
    console.error(`policyc ${command} ended with exit code ${status}.`);
    process.exit(status ?? 1);
  }
}
console.log(`The pages are in ${join(root, 'site')}. Open ${join(root, 'site', 'index.html')} in a browser.`);
