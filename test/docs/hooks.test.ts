import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

it('a change of any file of a policy starts the hooks that pre-commit and lint-staged read', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly { readonly files: string }[];
  expect(files.length).toBeGreaterThan(30);
  for (const hook of hooks) expect(files.filter((path) => !path.match(hook.files))).toEqual([]);
  const [, endings = ''] = /legal\/\*\*\/\*\.\{(.*)\}'/.exec(read('docs/hooks.md')) ?? [];
  expect(files.filter((path) => !endings.split(',').includes(path.split('.').at(-1) ?? ''))).toEqual([]);
});
