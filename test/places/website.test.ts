import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { machine } from './monorepo.ts';

const project = join(import.meta.dirname, '../..');
let around = '';

beforeAll(() => {
  around = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-website-')));
  for (const part of ['docs', 'policies', 'policyc.yaml', 'website'])
    cpSync(join(project, part), join(around, part), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
});
afterAll(() => rmSync(around, { recursive: true, force: true }));

it('our own site is built, and no link of the guides leads nowhere', () => {
  const run = (command: string, ...args: readonly string[]) =>
    spawnSync(command, args, { cwd: join(around, 'website'), env: machine(around), encoding: 'utf8' });
  expect(run('npm', 'install', inject('tarball')).status).toBe(0);
  // VitePress ends with an error when a link between pages is dead.
  const built = run('npm', 'run', 'build');
  expect(built.status, `${built.stdout}${built.stderr}`).toBe(0);
  for (const page of ['index', 'sites', 'rules', 'diagnostics/raw-html'])
    expect(existsSync(join(around, 'website/.vitepress/dist', `${page}.html`)), page).toBe(true);
});
