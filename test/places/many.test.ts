import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { machine } from './monorepo.ts';

/** Six policies, or as many as `POLICIES` says. */
const count = Number(process.env.POLICIES ?? 6);
const names = ['shop', 'app', 'jobs', 'partners', 'events', 'support'];
while (names.length < count) names.push(`policy-${names.length}`);

/** How each program says, on its last lines, how many of the tasks it took from what it kept. */
const programs = {
  turborepo: /Cached:\s+(\d+) cached, (\d+) total/,
  nx: /Cache:\s+(\d+)\/(\d+) hit/,
} as const;

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

describe.each(Object.entries(programs))('%s', (example, cached) => {
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-many-')));
    environment = { ...machine(root), TURBO_TELEMETRY_DISABLED: '1', NX_DAEMON: 'false', CI: '1' };
    cpSync(join(import.meta.dirname, '../../examples', example), root, { recursive: true });
    const own = JSON.parse(readFileSync(join(root, 'package.template.json'), 'utf8')) as object;
    run('npm', 'install', inject('tarball'));
    for (const name of names) {
      run('npx', '--no-install', 'policyc', 'init', `policies/${name}`, '--yes', '--kind', 'minimal');
      writeFileSync(join(root, 'policies', name, 'package.json'), JSON.stringify({ ...own, name }));
    }
    run('npm', 'install');
    run('git', 'init', '-q');
    writeFileSync(join(root, '.gitignore'), 'node_modules\n.turbo\n.nx\nsite\n.npm\n');
    run('git', 'add', '-A');
    run('git', 'commit', '-qm', 'All policies');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('what did not change is taken from what was kept, and an edit builds one policy', () => {
    const build = (): string | undefined =>
      cached
        .exec(run('npm', 'run', 'build'))
        ?.slice(1)
        .join(' of ');
    expect(build()).toBe(`0 of ${names.length}`);
    expect(build()).toBe(`${names.length} of ${names.length}`);
    const file = join(root, 'policies/jobs/policies/example-company/policy.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}# Read again.\n`);
    expect(build()).toBe(`${names.length - 1} of ${names.length}`);
    environment = { ...environment, SOURCE_DATE_EPOCH: '1700000000' };
    expect(build()).toBe(`0 of ${names.length}`);
  });
});
