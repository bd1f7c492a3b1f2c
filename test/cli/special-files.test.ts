import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRepository, type Repository } from './repository.ts';
import { runWarm } from './warm.ts';

/**
 * A pipe waits for ever and a device has no end: wherever policyc takes a path, something else in place of a file is
 * refused before it is read. Whoever waits is killed, and fails the test.
 */
let repository: Repository;

beforeAll(() => {
  repository = makeRepository();
  repository.write('README.md', 'A place.\n');
  repository.commit('A place');
  const released = join(repository.around, 'released');
  cpSync(join(import.meta.dirname, '../samples/small'), released, { recursive: true });
  const { exit, err } = repository.policycIn(released, 'release', '--effective', '2023-01-01');
  expect(exit, err).toBe(0);
});

afterAll(() => repository.away());

/** What stands in place of a file. */
const strange: Readonly<Record<string, (path: string) => void>> = {
  'a pipe': (path) => void execFileSync('mkfifo', [path]),
  'a folder': (path) => void mkdirSync(path),
  'a link to a device': (path) => void execFileSync('ln', ['-s', '/dev/zero', path]),
  'a link to itself': (path) => void execFileSync('ln', ['-s', path, path]),
  'a file over the limit': (path) => void execFileSync('truncate', ['-s', '3G', path]),
};

function run(...args: string[]): { readonly exit: number | null; readonly said: string } {
  const env = { PATH: process.env.PATH, NO_COLOR: '1' };
  const { exit, out, err } = runWarm({ cwd: repository.root, env, args, limit: 20_000 });
  return { exit, said: out + err };
}

/** Paths of a workspace, and command lines that read them. */
const read: readonly (readonly [path: string, ...args: string[]])[] = [
  ['policyc.yaml', 'check'],
  ['policy/policy.yaml', 'check'],
  ['policy/chapters/main.yaml', 'check'],
  ['policy/chapters/more.yaml', 'check'],
  ['policy/registers/sdks.csv', 'check'],
  ['policy/taxonomy.yaml', 'check'],
  ['policy/locales/zh-CN/main.yaml', 'check'],
  ['policy/changes/note.md', 'check'],
  ['policy/changes/note.md', 'diff'],
  ['policy/archive/0001/manifest.json', 'archive', 'list'],
  ['policy/archive/0001/manifest.json', 'archive', 'verify'],
  ['policy/archive/0001/public/policy.json', 'diff'],
  ['policy/archive/0001.notices.jsonl', 'archive', 'list'],
  ['policy/archive/0001/public/policy.en.html', 'archive', 'show', 'latest', '--format', 'html'],
  ['site/build.json', 'build'],
  ['a.md', 'diff', 'a.md', 'b.md'],
  ['b.md', 'diff', 'a.md', 'b.md'],
  ['a.json', 'diff', 'a.json', '-p', 'policy'],
  ['a.json', 'locale', 'import', 'a.json'],
  ['out.txt', 'check', '--output', 'out.txt'],
];

/** A workspace with a released version; the release is made once. */
function fresh(): void {
  const { root, around } = repository;
  rmSync(join(root, 'policy'), { recursive: true, force: true });
  rmSync(join(root, 'site'), { recursive: true, force: true });
  for (const file of ['policyc.yaml', 'a.md', 'b.md', 'a.json', 'out.txt'])
    rmSync(join(root, file), { recursive: true, force: true });
  execFileSync('cp', ['-r', join(around, 'released'), join(root, 'policy')]);
  repository.write('policyc.yaml', 'format: policyc/workspace@1\npolicies: [policy]\n');
  repository.write('a.md', '# A\n\nWe keep it for a day.\n');
  repository.write('b.md', '# A\n\nWe keep it for a year.\n');
}

/** A pipe in place of each, and one of the others in turn: all of them at each would take minutes. */
const tried = read.flatMap(([path, ...args], at) => {
  const others = Object.keys(strange).slice(1);
  return ['a pipe', others[at % others.length] ?? ''].map((name) => ({ path, name, args }));
});

describe('something else in place of a file', () => {
  it.each(tried)('$path that is $name does not stop policyc $args', ({ path, name, args }) => {
    fresh();
    const full = join(repository.root, path);
    mkdirSync(dirname(full), { recursive: true });
    rmSync(full, { recursive: true, force: true });
    strange[name]?.(full);
    const { exit, said } = run(...args);
    expect([0, 1, 2], said).toContain(exit);
    expect(said).not.toContain('a bug in policyc');
  });

  it('is named, with its place', () => {
    fresh();
    const path = join(repository.root, 'policy/chapters/main.yaml');
    renameSync(path, `${path}.away`);
    execFileSync('mkfifo', [path]);
    const { exit, said } = run('check');
    expect(exit).toBe(1);
    expect(said).toContain('chapters/main.yaml:1:1  error  file-irregular');
    expect(said).toContain('This is a pipe, a socket or a device');
    rmSync(path);
    writeFileSync(path, '');
    execFileSync('truncate', ['-s', '3M', path]);
    expect(run('check').said).toContain('it is larger than 2 MiB');
  });

  it.each([
    ['a.md', 'diff', 'a.md', 'b.md'],
    ['a.json', 'diff', 'a.json', '-p', 'policy'],
    ['a.json', 'locale', 'import', 'a.json'],
  ])('that somebody names is called what it is, and not opened: %s, of %s %s', (path, ...args) => {
    for (const [name, what] of [
      ['a pipe', 'a pipe'],
      ['a link to a device', 'a device'],
    ] as const) {
      fresh();
      rmSync(join(repository.root, path), { force: true });
      strange[name]?.(join(repository.root, path));
      const { exit, said } = run(...args);
      expect([1, 2], said).toContain(exit);
      expect(said).toContain(`${what}, not a file`);
    }
  });

  it.each([
    ...['.gitattributes', 'policy/chapters/.gitattributes', '.git/info/attributes', '.git/shallow'],
    ...['.git/packed-refs', '.git/objects/info/alternates', '.git/commondir', '.git/HEAD', '.git/config'],
    ...[
      '.git/index',
      '.git/refs/heads/main',
      '.git/refs/heads/of/another',
      '.git/refs/tags/main',
      '.git/main',
    ],
    ...['.git/objects/info/commit-graph', '.git/objects/info/commit-graphs/commit-graph-chain'],
    ...['.git/objects/pack/multi-pack-index', '.git/objects/pack/pack-0.idx', '.git/refs/main'],
  ])(
    'of which git would read attributes, or what it keeps, is refused before git waits for it: %s',
    (path) => {
      fresh();
      repository.git('add', '-A');
      const full = join(repository.root, path);
      mkdirSync(dirname(full), { recursive: true });
      if (existsSync(full)) renameSync(full, `${repository.root}/away`);
      strange['a pipe']?.(full);
      const { exit, said } = run('diff', '--target', 'HEAD');
      rmSync(full);
      if (existsSync(`${repository.root}/away`)) renameSync(`${repository.root}/away`, full);
      repository.git('reset', '-q');
      expect([exit, said]).toEqual([2, expect.stringContaining(`${path} is a pipe`)]);
    },
  );

  it('is refused too where a link in the folder of git leads to a pipe', () => {
    fresh();
    const full = join(repository.root, '.git/packed-refs');
    strange['a pipe']?.(join(repository.root, '.git/pipe'));
    symlinkSync('pipe', full);
    const { exit, said } = run('diff', '--target', 'HEAD');
    for (const path of [full, join(repository.root, '.git/pipe')]) rmSync(path);
    expect([exit, said]).toEqual([2, expect.stringContaining('.git/packed-refs is a pipe')]);
  });

  it('is refused too in what a worktree shares with its repository', () => {
    fresh();
    const tree = join(repository.around, 'tree');
    repository.git('worktree', 'add', '-q', '--detach', tree);
    for (const path of ['policy', 'policyc.yaml'])
      cpSync(join(repository.root, path), join(tree, path), { recursive: true });
    const full = join(repository.root, '.git/refs/heads/other');
    strange['a pipe']?.(full);
    const { exit, out, err } = repository.policycIn(tree, 'diff', '--target', 'HEAD');
    rmSync(full);
    repository.git('worktree', 'remove', '--force', tree);
    expect([exit, out + err]).toEqual([2, expect.stringContaining('.git/refs/heads/other is a pipe')]);
  });

  it.each(['GIT_INDEX_FILE', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM'])(
    'is refused too where the environment names it for git: %s',
    (name) => {
      fresh();
      const pipe = join(repository.around, 'pipe');
      strange['a pipe']?.(pipe);
      const env = { PATH: process.env.PATH, NO_COLOR: '1', [name]: pipe };
      const args = ['diff', '--target', 'HEAD'];
      const { exit, err } = runWarm({ cwd: repository.root, env, args, limit: 20_000 });
      rmSync(pipe);
      expect([exit, err]).toEqual([2, expect.stringContaining(`${name} is a pipe`)]);
    },
  );

  it('a result is written to no pipe, folder or device', () => {
    fresh();
    strange['a pipe']?.(join(repository.root, 'out.txt'));
    const { exit, said } = run('check', '--output', 'out.txt');
    expect(exit).toBe(2);
    expect(said).toContain('out.txt is a pipe');
  });
});
