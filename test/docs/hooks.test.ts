import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { isPolicyFolderPath } from '../../src/revision/policy-paths.ts';
import { filesBeside } from '../../src/scaffold/beside.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
/** The files of our own policies, and kinds of files that none of them has. */
const files = [
  ...execFileSync('git', ['ls-files', 'policies', 'policyc.yaml'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n'),
  ...['taxonomy.yaml', 'words/pt-BR.yaml', 'registers/partners.csv', 'chapters/one.yml'].map(
    (path) => `legal/${path}`,
  ),
].filter(
  (path) => path === 'policyc.yaml' || isPolicyFolderPath(path.replace(/^(?:policies\/)?[\w-]+\//, '')),
);

it('a pull request that gets another target is judged again, by every workflow that is shown or written', () => {
  const shown = [...read('docs/ci.md').matchAll(/```yaml\n([^`]*\bpull_request\b[^`]*)```/g)];
  const workflows = [...shown.map(([, text = '']) => text), filesBeside(['github'], '.')[0]?.text ?? ''];
  expect(workflows).toHaveLength(3);
  for (const text of workflows) {
    const { on } = parse(text) as { readonly on: { readonly pull_request?: { readonly types?: string[] } } };
    expect(on.pull_request?.types).toEqual(['opened', 'synchronize', 'reopened', 'edited']);
  }
});

it('the job for GitLab judges what comes from a fork by the branch that it asks, not by the one of the fork', () => {
  const around = mkdtempSync(join(tmpdir(), 'policyc-fork-'));
  const sh = (script: string, more: NodeJS.ProcessEnv = {}): string => {
    const env = { PATH: process.env.PATH, HOME: around, ...more };
    return execFileSync('bash', ['-eo', 'pipefail', '-c', script], { cwd: around, env, encoding: 'utf8' });
  };
  const commit = (name: string, message: string): string =>
    `git -C ${name} -c user.name=A -c user.email=a@b.example commit -q --allow-empty -m ${message}; `;
  const jobs = [read('ci/policyc.gitlab-ci.yml'), filesBeside(['gitlab'], '.')[0]?.text ?? ''].map(
    (text) => (parse(text) as { readonly policyc: { readonly before_script: readonly string[] } }).policyc,
  );
  try {
    sh(`git init -q -b main asked.git; ${commit('asked.git', 'asked')} git clone -q asked.git fork`);
    sh(`${commit('fork', 'forged')} git clone -q fork job; ${commit('asked.git', 'newest')}`);
    for (const { before_script } of jobs)
      for (const [own, wanted] of [
        ['2', 'newest'],
        ['1', 'forged'],
      ]) {
        const fetches = before_script.filter((line) => line.startsWith('git fetch')).join('\n');
        expect(fetches).not.toBe('');
        const variables = { CI_PROJECT_ID: own, CI_MERGE_REQUEST_PROJECT_ID: '1' };
        sh(`cd job; ${fetches}`, {
          ...variables,
          CI_MERGE_REQUEST_PROJECT_URL: join(around, 'asked'),
          CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
        });
        expect(sh('git -C job log -1 --format=%s origin/main').trim()).toBe(wanted);
      }
  } finally {
    rmSync(around, { recursive: true, force: true });
  }
});

it('a change of any file of a policy starts the hooks that pre-commit and lint-staged read', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly { readonly files: string }[];
  expect(files.length).toBeGreaterThan(30);
  for (const hook of hooks) expect(files.filter((path) => !path.match(hook.files))).toEqual([]);
  const [, endings = ''] = /legal\/\*\*\/\*\.\{(.*)\}'/.exec(read('docs/hooks.md')) ?? [];
  expect(files.filter((path) => !endings.split(',').includes(path.split('.').at(-1) ?? ''))).toEqual([]);
});
