import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * How policyc is started, and where; `committed` is the folder of a program that the request brought along, and nothing
 * at all is there where no program is installed and no version named: npx would ask the registry for one. Nothing that
 * lies with the policies says what judges them: neither `.npmrc` nor `node_modules`. What is installed is started by its
 * path, and a version is fetched from a folder of the runner.
 */
export function programFor({ directory, version }) {
  if (version !== '') {
    const at = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'npx-'));
    return { run: 'npx', args: ['--yes', `policyc@${version}`], at };
  }
  const installed = installedAbove(directory);
  if (installed === undefined) return {};
  if (isCommitted(installed)) return { committed: installed };
  return { run: process.execPath, args: [join(installed, 'bin/policyc.js')], at: directory };
}

/** The nearest one at or above a folder, as far as the checkout goes. */
function installedAbove(directory) {
  const root = resolve(process.env.GITHUB_WORKSPACE ?? '/');
  for (let folder = directory; ; folder = dirname(folder)) {
    const installed = join(folder, 'node_modules/policyc');
    if (existsSync(join(installed, 'bin/policyc.js'))) return realpathSync(installed);
    if (folder === root || folder === dirname(folder)) return undefined;
  }
}

/** Whether git holds any of it; what git cannot say may be so. */
function isCommitted(folder) {
  const args = ['-C', folder, '-c', 'safe.bareRepository=explicit', 'ls-files', '-z'];
  const { status, stdout, stderr } = spawnSync('git', args, {
    // Windows would find a `git.exe` of the request where it is started.
    cwd: dirname(process.execPath),
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return status === 0 ? stdout !== '' : !/not a git repository/.test(stderr ?? '');
}
