import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { machine } from './monorepo.ts';

const example = join(import.meta.dirname, '../../examples/turborepo');
const names = ['shop', 'app', 'jobs', 'partners', 'events', 'support'];

let root = '';
let environment: NodeJS.ProcessEnv = {};
const run = (command: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${status}\n${stdout}${stderr}`);
  return `${stdout}${stderr}`;
};
const cached = (said: string): string | undefined =>
  /Cached:\s+(\d+) cached, (\d+) total/.exec(said)?.[0].replace(/\s+/g, ' ');

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-many-')));
  environment = { ...machine(root), TURBO_TELEMETRY_DISABLED: '1', CI: '1' };
  cpSync(example, root, { recursive: true });
  const own = JSON.parse(readFileSync(join(root, 'package.template.json'), 'utf8')) as object;
  run('npm', 'install', inject('tarball'));
  for (const name of names) {
    run('npx', '--no-install', 'policyc', 'init', `policies/${name}`, '--yes', '--kind', 'minimal');
    writeFileSync(join(root, 'policies', name, 'package.json'), JSON.stringify({ ...own, name }));
  }
  run('npm', 'install');
  run('git', 'init', '-q');
  writeFileSync(join(root, '.gitignore'), 'node_modules\n.turbo\nsite\n.npm\n');
  run('git', 'add', '-A');
  run('git', 'commit', '-qm', 'All policies');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('what did not change is taken from what was kept, and an edit builds one policy', () => {
  expect(cached(run('npm', 'run', 'build'))).toBe('Cached: 0 cached, 6 total');
  expect(cached(run('npm', 'run', 'build'))).toBe('Cached: 6 cached, 6 total');
  const file = join(root, 'policies/jobs/policies/example-company/policy.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}# Read again.\n`);
  expect(cached(run('npm', 'run', 'build'))).toBe('Cached: 5 cached, 6 total');
  environment = { ...environment, SOURCE_DATE_EPOCH: '1700000000' };
  expect(cached(run('npm', 'run', 'build'))).toBe('Cached: 0 cached, 6 total');
});
