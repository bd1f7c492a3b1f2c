import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sha256 } from '../../src/base/canonical.ts';
import { eachOnDemand } from '../../src/base/on-demand.ts';
import { type Outcome, runWarm } from './warm.ts';

const project = join(import.meta.dirname, '../..');
const program = join(project, 'bin/policyc.js');
const samples = join(project, 'test/samples');

/** The settings of nobody's machine: what git and policyc see is what a test gives them. */
const environment = {
  PATH: process.env.PATH,
  LANG: 'C',
  TZ: 'UTC',
  NO_COLOR: '1',
  SOURCE_DATE_EPOCH: '1654128000',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A. Author',
  GIT_AUTHOR_EMAIL: 'author@small.example',
  GIT_AUTHOR_DATE: '2022-06-02T00:00:00Z',
  GIT_COMMITTER_DATE: '2022-06-02T00:00:00Z',
  GIT_COMMITTER_NAME: 'A. Author',
  GIT_COMMITTER_EMAIL: 'author@small.example',
};

/** A git repository in a folder of its own, with the built program to run in it. */
export interface Repository {
  readonly root: string;
  /** A folder around it, for clones and worktrees; all of it goes away. */
  readonly around: string;
  readonly policyc: (...args: string[]) => Outcome;
  readonly policycIn: (folder: string, ...args: string[]) => Outcome;
  /** With more in its environment. */
  readonly policycWith: (more: NodeJS.ProcessEnv, ...args: string[]) => Outcome;
  /** What `policyc` starts. */
  readonly program: string;
  readonly git: (...args: string[]) => string;
  readonly gitIn: (folder: string, ...args: string[]) => string;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Replaces text in a file; fails when it is not there. */
  readonly edit: (path: string, from: string | RegExp, to: string) => void;
  readonly remove: (path: string) => void;
  readonly commit: (message: string) => void;
  readonly away: () => void;
}

/** A repository with nothing in it, or a copy of another as it stands. */
export function makeRepository(template?: Repository, name = 'work', format = 'sha1'): Repository {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-repository-')));
  const root = join(around, name);
  const env = { ...environment, HOME: around };
  const gitIn = (folder: string, ...args: string[]): string => {
    const line = ['-c', 'protocol.file.allow=always', '-c', 'maintenance.auto=false', ...args];
    const { exit, out, err } = runWarm({ program: 'git', cwd: folder, env, args: line });
    if (exit !== 0) throw new Error(`git ${args.join(' ')} ended with ${exit}: ${err}`);
    return out;
  };
  const policycIn = (folder: string, ...args: string[]): Outcome => runWarm({ cwd: folder, env, args });
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  mkdirSync(root);
  if (template) cpSync(template.root, root, { recursive: true, verbatimSymlinks: true });
  // Without the samples of hooks, which every copy would copy.
  else gitIn(root, 'init', '-q', '-b', 'main', '--template=', `--object-format=${format}`);
  const git = (...args: string[]): string => gitIn(root, ...args);
  return {
    root,
    around,
    git,
    gitIn,
    policycIn,
    policycWith: (more, ...args) => runWarm({ cwd: root, env: { ...env, ...more }, args }),
    program,
    read,
    write,
    policyc: (...args) => policycIn(root, ...args),
    edit(path, from, to) {
      const text = read(path).replace(from, to);
      if (text === read(path)) throw new Error(`${path} does not hold ${from}`);
      write(path, text);
    },
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    commit(message) {
      git('add', '-A');
      git('commit', '-q', '-m', message);
    },
    away: () => rmSync(around, { recursive: true, force: true }),
  };
}

/** Two policies of one workspace, each released once, and a branch `request` to change them on. */
export function twoPolicies(name?: string, format = 'sha1'): Repository {
  return makeRepository(releasedOnce(format), name);
}

/** What all copies are made of, made once for all test files; it goes with the folder that tests write in. */
const releasedOnce = eachOnDemand((format: string): Repository => {
  const made = makeRepository(undefined, undefined, format);
  cpSync(join(samples, 'shop'), join(made.root, 'policies/shop'), { recursive: true });
  cpSync(join(samples, 'shop'), join(made.root, 'policies/blog'), { recursive: true });
  made.edit('policies/blog/policy.yaml', 'id: shop', 'id: blog');
  made.write('policyc.yaml', 'format: policyc/workspace@1\npolicies: [policies/shop, policies/blog]\n');
  release(made, 'policies/shop', '2022-07-01');
  release(made, 'policies/blog', '2022-07-01');
  made.commit('Release both');
  // One file in place of fifty, for all who copy it.
  made.git('repack', '-a', '-d', '-q');
  made.git('checkout', '-q', '-b', 'request');
  return made;
});

/** Rewrites history: the policy was never released, and nobody knows of any version. */
export function neverReleased(repository: Repository, policy: string): void {
  repository.git('checkout', '-q', '--orphan', 'beginning', 'main');
  repository.remove(`${policy}/archive`);
  rmSync(join(repository.root, policy, 'changes'), { recursive: true, force: true });
  repository.commit('Never released');
  repository.git('branch', '-f', 'main');
  repository.git('checkout', '-q', '-B', 'request');
}

/** Puts an archive of the same policy that begins anew in the place of its own. */
export function beginAnew(repository: Repository, policy: string, effective: string): void {
  const other = makeRepository(repository);
  try {
    neverReleased(other, policy);
    release(other, policy, effective);
    repository.remove(`${policy}/archive`);
    cpSync(join(other.root, policy, 'archive'), join(repository.root, policy, 'archive'), {
      recursive: true,
    });
  } finally {
    other.away();
  }
}

export function release(repository: Repository, policy: string, effective: string, ...more: string[]): void {
  const done = repository.policyc(
    'release',
    '--policy',
    policy,
    '--published',
    '2022-06-01',
    '--effective',
    effective,
    ...more,
  );
  if (done.exit !== 0) throw new Error(`${done.out}${done.err}`);
}

/** Replaces text in a file of a released version and seals it anew, hashes and all, as a forger would. */
export function forge(repository: Repository, version: string, file: string, from: string, to: string): void {
  const before = repository.read(`${version}/${file}`);
  repository.edit(`${version}/${file}`, from, to);
  const old = [sha256(before), sha256(repository.read(`${version}/manifest.json`))];
  repository.edit(`${version}/manifest.json`, old[0] ?? '', sha256(repository.read(`${version}/${file}`)));
  repository.edit(`${version}/SHA256SUMS`, old[0] ?? '', sha256(repository.read(`${version}/${file}`)));
  repository.edit(`${version}/SHA256SUMS`, old[1] ?? '', sha256(repository.read(`${version}/manifest.json`)));
}
