import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeRepository, type Repository, release, twoPolicies } from './repository.ts';
import type { Outcome } from './warm.ts';

/** Where a request can lie, and what a repository can be made to say: the built program in real repositories. */

let template: Repository;
let at: Repository;

const shop = 'policies/shop';
const about = `${shop}/chapters/about.yaml`;
const slower = 'we answer within 20 days; it was 15 days';

beforeAll(() => {
  template = twoPolicies();
  template.edit(about, 'P15D', 'P20D');
  template.commit('Slower');
});
afterAll(() => template.away());
beforeEach(() => {
  at = makeRepository(template);
});
afterEach(() => at.away());

/** A graph of commits, in git's format, in which a commit has another for its parent. */
function withParent(graph: Buffer, commit: string, parent: string): Buffer {
  const chunk = (name: string): number => Number(graph.readBigUInt64BE(graph.indexOf(name, 8, 'latin1') + 4));
  const ids = chunk('OIDL');
  const at = (id: string): number => (graph.indexOf(id, ids, 'hex') - ids) / 20;
  const changed = Buffer.from(graph);
  changed.writeUInt32BE(at(parent), chunk('CDAT') + 36 * at(commit) + 20);
  const rest = changed.subarray(0, -20);
  return Buffer.concat([rest, createHash('sha1').update(rest).digest()]);
}

const judge = (folder = at.root, target = 'main'): Outcome =>
  at.policycIn(folder, 'diff', '--target', target);

/** The one material change is found, and nothing else. */
const foundIn = ({ exit, out, err }: Outcome): void => {
  expect([exit, out, err]).toEqual([1, expect.stringContaining(slower), '']);
  expect(out).toContain('shop   #1, where it branched off ');
  expect(out).toContain('Material. 1 material change (0 noted, 1 not), 0 to review');
};

/** Nothing was compared, and what is printed says with which command it can be. */
const cannot = ({ exit, out, err }: Outcome, ...words: string[]): void => {
  expect([exit, out]).toEqual([2, '']);
  for (const one of words) expect(err).toContain(one);
};

describe('a request is judged', () => {
  it('in a worktree', () => {
    const tree = join(at.around, 'tree');
    at.git('worktree', 'add', '-q', '--detach', tree, 'request');
    foundIn(judge(tree));
  });

  it('in a submodule, against a commit of its history that is named whole: names are its own choice', () => {
    const outer = makeRepository();
    try {
      outer.git('submodule', '--quiet', 'add', '-b', 'request', at.root, 'legal');
      const legal = join(outer.root, 'legal');
      for (const commit of [() => undefined, () => outer.commit('With a submodule')]) {
        commit();
        foundIn(judge(legal, at.git('rev-parse', 'main').trim()));
        cannot(
          judge(legal, 'origin/main'),
          'legal is a submodule of the repository in',
          'whole id of a commit',
        );
        cannot(judge(join(legal, 'policies/shop'), 'HEAD~1'), 'legal is a submodule');
        // An id of the other length is none here, but may be the name of a tag.
        outer.gitIn(legal, 'tag', '--force', 'ab'.repeat(32), 'HEAD');
        cannot(judge(legal, 'ab'.repeat(32)), 'no commit called abab');
        cannot(outer.policyc('diff', '--cwd', 'legal', '--target', 'origin/main'), 'legal is a submodule');
        cannot(outer.policycIn(legal, 'diff', 'merge-base:origin/main', 'git:HEAD'), 'legal is a submodule');
        cannot(outer.policycIn(legal, 'check', '--changed-since', 'origin/main'), 'legal is a submodule');
      }

      outer.write('policyc.yaml', 'format: policyc/workspace@1\npolicies: [legal/policies/shop]\n');
      outer.commit('A workspace around it');
      // A clone that lies in the folder of another repository is none of its submodules.
      outer.gitIn(outer.root, 'clone', '-q', '-b', 'request', at.root, 'tools');
      foundIn(judge(join(outer.root, 'tools'), 'origin/main'));
      cannot(judge(outer.root, 'HEAD'), 'lies in another repository than policyc.yaml', 'cd legal');
      cannot(outer.policyc('diff', 'archive:latest', 'git:index'), 'cd legal');
      // What no request can be judged with does not pass before one is made.
      cannot(outer.policyc('check'), 'lies in another repository than policyc.yaml', 'cd legal');
    } finally {
      outer.away();
    }
  });

  it('in a sparse checkout that has the whole of its policies', () => {
    at.git('status');
    at.git('sparse-checkout', 'set', 'policies');
    foundIn(judge());
  });

  it('in a sparse checkout without its workspace file only after that was brought in', () => {
    at.git('status');
    at.git('sparse-checkout', 'set', '--no-cone', '/policies/');
    for (const folder of [at.root, join(at.root, 'policies/shop')])
      cannot(judge(folder), 'leaves out policyc.yaml', 'git sparse-checkout add policyc.yaml');
    at.git('sparse-checkout', 'add', 'policyc.yaml');
    foundIn(judge());
  });

  it('in a sparse checkout that lacks a part only after that was brought in', () => {
    // So that git knows the copied files, and takes them away.
    at.git('status');
    const rest = ['policies/blog', `${shop}/chapters`];
    at.git('sparse-checkout', 'set', ...rest);
    const done = judge();
    cannot(done, 'this sparse checkout leaves out', 'git sparse-checkout add policies/shop');
    for (const command of [['diff'], ['note'], ['check'], ['build'], ['archive', 'list']])
      cannot(at.policyc(...command), 'git sparse-checkout add policies/shop');
    at.git('sparse-checkout', 'add', ...(/sparse-checkout add (\S+)/.exec(done.err)?.slice(1) ?? []));
    foundIn(judge());
  });

  it('in a folder, on a branch and in chapters with every sort of name', () => {
    const odd = join(at.around, `it's "the"  политика 政策`);
    at.git('worktree', 'add', '-q', '-b', 'änderung/名', odd, 'request');
    at.gitIn(odd, 'mv', shop, 'policies/la boutique «é»');
    at.gitIn(
      odd,
      'mv',
      'policies/la boutique «é»/chapters/main.yaml',
      'policies/la boutique «é»/chapters/überblick 一.yaml',
    );
    at.gitIn(odd, 'config', 'core.quotepath', 'on');
    at.gitIn(odd, 'config', 'core.ignorecase', 'true');
    const list = join(odd, 'policyc.yaml');
    at.gitIn(odd, 'rm', '-q', '--cached', 'policyc.yaml');
    expect(readFileSync(list, 'utf8')).toContain('policies/shop');
    at.write(
      `../${odd.split('/').at(-1)}/policyc.yaml`,
      'format: policyc/workspace@1\npolicies: ["policies/la boutique «é»", policies/blog]\n',
    );
    at.gitIn(odd, 'add', '-A');
    at.gitIn(odd, 'commit', '-q', '-m', 'Odd names');
    const done = judge(odd);
    expect([done.exit, done.out]).toEqual([1, expect.stringContaining(slower)]);
    at.git('branch', 'ziel/目标', 'main');
    expect(judge(odd, 'ziel/目标').out).toContain(slower);
    const same = at.policycIn(odd, 'diff', 'git:HEAD');
    expect([same.exit, same.out.match(/^No change\./gm)?.length]).toEqual([0, 2]);
  });

  it('in a repository with SHA-256 names', () => {
    const long = twoPolicies('long', 'sha256');
    try {
      long.edit(about, 'P15D', 'P20D');
      foundIn(long.policyc('diff', '--target', 'main'));
      expect(long.policyc('diff', 'git:main').out).toContain(slower);
      expect(long.policyc('diff', '--target', long.git('rev-parse', 'main').trim()).out).toContain(slower);
    } finally {
      long.away();
    }
  });

  it('against a branch, a tag, a commit, or what is upstream of it', () => {
    at.git('tag', '-a', 'v1', '-m', 'v1', 'main');
    const commit = at.git('rev-parse', 'main').trim();
    for (const target of ['main', 'v1', commit, commit.slice(0, 10), 'HEAD~1', 'refs/heads/main'])
      foundIn(judge(at.root, target));
  });
});

it('asks git as often for many policies as for two', () => {
  const log = join(at.around, 'asked');
  const shim = join(at.around, 'bin');
  mkdirSync(shim);
  const git = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  writeFileSync(join(shim, 'git'), `#!/bin/sh\necho . >>'${log}'\nexec '${git}' "$@"\n`, { mode: 0o755 });
  const asked = (): number => {
    writeFileSync(log, '');
    const { exit } = at.policycWith({ PATH: `${shim}:${process.env.PATH}` }, 'diff', '--target', 'main');
    expect(exit).toBe(1);
    return readFileSync(log, 'utf8').length / 2;
  };
  const ofTwo = asked();
  expect(ofTwo).toBeGreaterThan(5);

  const more = ['c', 'd', 'e', 'f'];
  at.git('checkout', '-q', 'main');
  for (const name of more) {
    cpSync(join(at.root, shop), join(at.root, `policies/${name}`), { recursive: true });
    rmSync(join(at.root, `policies/${name}/archive`), { recursive: true });
    at.edit(`policies/${name}/policy.yaml`, 'id: shop', `id: ${name}`);
    at.edit('policyc.yaml', ']', `, policies/${name}]`);
  }
  for (const name of more) release(at, `policies/${name}`, '2022-07-01');
  at.commit('More policies');
  at.git('checkout', '-q', 'request');
  at.git('merge', '-q', 'main');
  expect(asked()).toBe(ofTwo);
});

describe('a request cannot be judged', () => {
  it.each(['', '--upload-pack=touch x', '-h', '^main', 'main..request', 'main:policyc.yaml', 'nowhere'])(
    'against %j',
    (target) => cannot(judge(at.root, target), 'policyc: '),
  );

  it('without saying that everything is new, for a policy that was not there: alone, by name, among others', () => {
    at.git('checkout', '-q', '--orphan', 'lone', 'main');
    at.git('rm', '-r', '-f', '-q', shop);
    at.write('policyc.yaml', 'format: policyc/workspace@1\npolicies: [policies/blog]\n');
    at.commit('One policy');
    at.git('branch', '-f', 'main');
    at.git('checkout', '-q', '-B', 'new');
    at.git('checkout', '-q', 'request', '--', shop, 'policyc.yaml');
    const named = at.policyc('diff', '--target', 'main', '--policy', shop);
    expect([named.exit, named.out]).toEqual([1, expect.stringContaining(slower)]);
    expect(named.err).toContain('policies/shop: not there where this pull request branched off main');
    const { exit, out, err } = judge();
    expect([exit, out]).toEqual([1, expect.stringContaining(slower)]);
    expect(out).toContain('#1, the first, which this pull request adds');
    expect(err).toContain('so everything is new');
    at.write('policyc.yaml', 'format: policyc/workspace@1\npolicies: [policies/shop]\n');
    expect(judge().err).toContain('so everything is new');
  });

  it('as the first of its repository, when a released policy is gone from elsewhere: it is that one under another id', () => {
    at.git('checkout', '-q', 'main');
    at.git('checkout', '-q', '-B', 'moved');
    at.git('mv', 'policies', 'legal');
    at.git('mv', 'policyc.yaml', 'legal/policyc.yaml');
    at.write('legal/policyc.yaml', 'format: policyc/workspace@1\npolicies: [shop]\n');
    at.edit('legal/shop/policy.yaml', /^id: shop$/m, 'id: store');
    at.git('rm', '-r', '-f', '-q', 'legal/shop/archive');
    at.commit('Moved and renamed');
    for (const more of [[], ['--policy', 'shop']]) {
      const { exit, out } = at.policycIn(join(at.root, 'legal'), 'diff', '--target', 'main', ...more);
      expect([exit, out]).toEqual([1, expect.stringContaining('policy-dropped')]);
    }
  });

  it('against a name that several refs have: whoever may push a tag would choose the base', () => {
    at.git('update-ref', 'refs/remotes/origin/main', 'main');
    at.git('tag', 'origin/main', 'request');
    cannot(judge(at.root, 'origin/main'), 'refs/tags/origin/main, refs/remotes/origin/main');
    cannot(judge(at.root, 'origin/main~0'), 'Write the whole name');
    foundIn(judge(at.root, 'refs/remotes/origin/main'));
  });

  it.each(['release+1', 'hotfix@2', 'größer', '"a"', '$(x)'])(
    'against such a name in whatever letters git allows: %s',
    (name) => {
      at.git('branch', name, 'main');
      foundIn(judge(at.root, name));
      at.git('tag', name, 'request');
      cannot(judge(at.root, name), 'Write the whole name');
      foundIn(judge(at.root, `refs/heads/${name}`));
    },
  );

  it('against a name that differs from a tag in capitals alone: some disks take one for the other', () => {
    at.git('update-ref', 'refs/remotes/origin/main', 'main');
    at.git('tag', 'Origin/Main', 'request');
    cannot(judge(at.root, 'origin/main'), 'refs/tags/Origin/Main, refs/remotes/origin/main');
    foundIn(judge(at.root, 'refs/remotes/origin/main'));
  });

  it('against a name that a file in the folder of git has, too, which wins and which no list of refs shows', () => {
    at.git('update-ref', 'main', 'request');
    cannot(
      judge(),
      'main is the name of several commits: .git/main, refs/heads/main.',
      'Write the whole name',
    );
    cannot(judge(at.root, 'main~0'), '.git/main');
    foundIn(judge(at.root, 'refs/heads/main'));
    at.git('update-ref', 'FETCH_HEAD', 'refs/heads/main');
    foundIn(judge(at.root, 'FETCH_HEAD'));
    at.git('branch', 'FETCH_HEAD', 'request');
    cannot(judge(at.root, 'FETCH_HEAD'), '.git/FETCH_HEAD');
  });

  it.each([
    ':/Release',
    'main..request',
    '^main',
    '-main',
    'main:policyc.yaml',
    'main@{u}',
    'archive:latest',
  ])('against what names no one commit, or one by what the request says: %s', (ref) => {
    at.git('commit', '-q', '--allow-empty', '-m', 'Release');
    const { exit, out } = judge(at.root, ref);
    expect([exit, out]).toEqual([2, '']);
  });

  it('against a remote, named alone, that a tag is called like', () => {
    at.git('update-ref', 'refs/remotes/origin/main', 'main');
    at.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    foundIn(judge(at.root, 'origin'));
    at.git('tag', 'origin', 'request');
    cannot(judge(at.root, 'origin'), 'refs/tags/origin, refs/remotes/origin/HEAD');
  });

  it('against an unrelated history', () => {
    at.git('checkout', '-q', '--orphan', 'elsewhere');
    at.git('commit', '-q', '-m', 'Another beginning');
    at.git('checkout', '-q', 'request');
    cannot(judge(at.root, 'elsewhere'), 'cannot find the merge base of HEAD and elsewhere');
  });

  it('in a clone of one branch or without history, until what it says was fetched', () => {
    const clone = join(at.around, 'clone');
    at.git('clone', '-q', '--depth', '1', `file://${at.root}`, clone);
    const done = judge(clone, 'origin/main');
    cannot(done, 'git has no commit called origin/main: this clone is shallow');
    const fetch = /git (fetch [^\n]*)/.exec(done.err)?.[1] ?? '';
    expect(fetch).toBe('fetch --unshallow origin main:refs/remotes/origin/main');
    at.gitIn(clone, ...fetch.split(' '));
    foundIn(judge(clone, 'origin/main'));
  });

  it('in a clone that left files out, until they were fetched: nothing is fetched on the way', () => {
    // What was released is in the archive too; what main has not released yet is only there.
    at.git('checkout', '-q', 'main');
    at.edit(about, 'P15D', 'P16D');
    at.commit('A little slower');
    at.git('checkout', '-q', '-B', 'request');
    at.edit(about, 'P16D', 'P20D');
    at.commit('Slower');
    at.git('config', 'uploadpack.allowFilter', 'true');
    const clone = join(at.around, 'clone');
    at.git('clone', '-q', '--filter=blob:none', `file://${at.root}`, clone);
    const done = judge(clone, 'origin/main');
    cannot(done, 'made with a filter', 'git fetch --refetch --no-filter origin');
    at.gitIn(clone, 'fetch', '-q', '--refetch', '--no-filter', 'origin');
    foundIn(judge(clone, 'origin/main'));
  });

  it('while what stands at the merge base cannot be read', () => {
    at.git('checkout', '-q', 'main');
    at.edit(about, 'kind: right', 'kind: [right');
    at.commit('Broken');
    at.git('checkout', '-q', '-B', 'request');
    at.edit(about, 'kind: [right', 'kind: right');
    at.commit('Mended');
    cannot(
      judge(),
      'The policy shop, where this pull request branched off main',
      'about.yaml',
      'git merge main',
    );
    cannot(
      at.policyc('diff', 'git:main', '-p', shop),
      'The policy at git:main has errors. chapters/about.yaml',
    );
    cannot(at.policyc('diff', 'merge-base:main', '-p', shop), 'The policy at merge-base:main has errors.');

    at.git('checkout', '-q', 'main');
    at.git('checkout', '-q', 'HEAD~1', '--', about);
    at.write('policyc.yaml', 'format: policyc/workspace@1\npolicies: {}\n');
    at.commit('Broken otherwise');
    at.git('checkout', '-q', '-B', 'request');
    at.git('checkout', '-q', 'HEAD~2', '--', 'policyc.yaml');
    cannot(judge(), 'policyc.yaml:2:11', 'git merge main');
  });

  it('while one of several policies is broken, though the others are not', () => {
    at.edit('policies/blog/chapters/about.yaml', 'kind: right', 'kind: wrong');
    const said = 'The working tree of policies/blog has errors.';
    cannot(judge(), said);
    cannot(at.policyc('diff'), said);
  });
});

describe('what a repository says about itself', () => {
  it('runs no program of its choice', () => {
    const trap = join(at.around, 'trap.sh');
    at.write('../trap.sh', `#!/bin/sh\ntouch '${at.around}/sprung'\n`);
    chmodSync(trap, 0o755);
    for (const key of [
      'core.fsmonitor',
      'diff.external',
      'core.sshCommand',
      'core.pager',
      'pager.ls-tree',
      'core.editor',
      'gpg.program',
      'filter.trap.smudge',
      'filter.trap.clean',
      'diff.trap.textconv',
      'alias.ls-tree',
      'uploadpack.packObjectsHook',
      'core.askPass',
      'credential.helper',
    ])
      at.git('config', key, key === 'alias.ls-tree' ? `!${trap}` : trap);
    at.git('config', 'core.hooksPath', at.around);
    at.git('config', 'extensions.partialClone', 'origin');
    at.git('config', 'remote.origin.promisor', 'true');
    at.git('config', 'remote.origin.url', `ext::sh -c ${trap}`);
    at.git('config', 'protocol.ext.allow', 'always');
    at.write('.git/info/attributes', '*.yaml filter=trap diff=trap\n');
    foundIn(judge());
    expect(at.policyc('diff', 'git:main', 'git:index').out).toContain(slower);
    const unpack = 'mv .git/objects/pack ../pack && cat ../pack/*.pack | git unpack-objects -q';
    execFileSync('sh', ['-c', unpack], { cwd: at.root });
    const [object] = at.git('rev-parse', 'main:policyc.yaml').trim().match(/.+/) ?? [''];
    at.remove(`.git/objects/${object.slice(0, 2)}/${object.slice(2)}`);
    cannot(judge());
    expect(existsSync(join(at.around, 'sprung'))).toBe(false);
  });

  it('does not forge its history: neither by replaced objects nor by grafts', () => {
    const [main, request] = ['main', 'request'].map((ref) => at.git('rev-parse', ref).trim());
    at.git('replace', main ?? '', request ?? '');
    foundIn(judge());
    at.git('replace', '-d', main ?? '');
    const blob = (ref: string): string => at.git('rev-parse', `${ref}:${about}`).trim();
    at.git('replace', blob('main'), blob('request'));
    foundIn(judge());
    at.git('replace', '-d', blob('main'));
    at.write('.git/info/grafts', `${main} ${request}\n${request}\n`);
    foundIn(judge());
  });

  it('does not forge its history by a graph of its commits either', () => {
    at.git('checkout', '-q', 'main');
    for (const name of ['one', 'two']) {
      at.write(name, name);
      at.commit(name);
    }
    at.git('checkout', '-q', 'request');
    at.git('commit-graph', 'write', '--reachable');
    const [parent, request] = ['main~1', 'request'].map((ref) => at.git('rev-parse', ref).trim());
    const path = join(at.root, '.git/objects/info/commit-graph');
    chmodSync(path, 0o644);
    writeFileSync(path, withParent(readFileSync(path), parent ?? '', request ?? ''));
    expect(at.git('merge-base', 'main', 'HEAD').trim()).toBe(request);
    foundIn(judge());
  });

  it('may lie elsewhere, when the environment says where both parts are', () => {
    at.git('clone', '-q', '--bare', '.', '../bare.git');
    at.remove('.git');
    foundIn(at.policycWith({ GIT_DIR: '../bare.git', GIT_WORK_TREE: '.' }, 'diff', '--target', 'main'));
    cannot(judge(), 'this folder is in no git repository');
  });

  it('is about the repository that the policy lies in, whatever the environment names', () => {
    const other = makeRepository();
    try {
      other.write('a', 'a');
      other.commit('Another');
      const git = join(other.root, '.git');
      const env = { GIT_DIR: git, GIT_INDEX_FILE: join(git, 'index'), GIT_PREFIX: 'x/' };
      foundIn(at.policycWith(env, 'diff', '--target', 'main'));
    } finally {
      other.away();
    }
  });
});

describe('what is staged', () => {
  const hook = (folder: string, git: string): void => {
    at.write(
      `${git}/hooks/pre-commit`,
      `#!/bin/sh\ncd ${folder} && "${process.execPath}" "${at.program}" diff archive:latest git:index >"${at.around}/told" 2>&1\n`,
    );
    chmodSync(join(at.root, git, 'hooks/pre-commit'), 0o755);
  };
  const told = (): string => readFileSync(join(at.around, 'told'), 'utf8');
  beforeEach(() => {
    at.git('checkout', '-q', '-b', 'staging', 'main');
  });

  it('is judged by a hook, and nothing beside it', () => {
    hook('policies', '.git');
    at.edit(about, 'P15D', 'P20D');
    at.write('other.txt', 'x');
    at.git('add', 'other.txt');
    at.git('commit', '-q', '-m', 'Without the policy');
    expect(told().match(/^No change\./gm)?.length).toBe(2);
    at.git('add', '-A');
    expect(() => at.git('commit', '-q', '-m', 'With it')).toThrow();
    expect(told()).toContain(slower);
  });

  it('is what a commit of single files takes', () => {
    hook('.', '.git');
    at.edit(about, 'P15D', 'P20D');
    at.write('other.txt', 'x');
    at.git('add', '-A');
    at.git('commit', '-q', '-m', 'One file', '--', 'other.txt');
    expect(told().match(/^No change\./gm)?.length).toBe(2);
    at.git('reset', '-q');
    expect(() => at.git('commit', '-q', '-m', 'The other', '--', about)).toThrow();
    expect(told()).toContain(slower);
  });

  it('is found from the hook of a worktree, in a folder below it', () => {
    const tree = join(at.around, 'tree');
    hook('policies/shop', '.git');
    at.git('worktree', 'add', '-q', '-b', 'more', tree, 'main');
    at.write('../tree/policies/shop/chapters/about.yaml', at.read(about).replace('P15D', 'P20D'));
    expect(() => at.gitIn(tree, 'commit', '-q', '-a', '-m', 'Slower')).toThrow();
    expect(told()).toContain(slower);
  });

  it('is held against the notes, the rules and the archive that are staged with it', () => {
    at.edit(about, 'P15D', 'P20D');
    at.git('add', '-A');
    at.policyc('note', '--reason', 'Slow.', '--by', 'counsel', '--text', 'Slower.');
    const judgeStaged = (): Outcome => at.policyc('diff', 'archive:latest', 'git:index', '-p', shop);
    expect([at.policyc('diff', '-p', shop).exit, judgeStaged().exit]).toEqual([0, 1]);
    at.git('add', '-A');
    expect(judgeStaged().exit).toBe(0);

    release(at, shop, '2022-08-01');
    expect([judgeStaged().exit, judgeStaged().out]).toEqual([0, expect.stringContaining('#1, effective')]);
    at.git('add', '-A');
    expect(judgeStaged().out).toContain('No change.');

    at.edit('policyc.yaml', /$/, 'rules: { basic-without-refusal: off }\n');
    expect(judgeStaged().exit).toBe(0);
    at.git('add', '-A');
    expect([judgeStaged().exit, judgeStaged().out]).toEqual([1, expect.stringContaining('gate-weakened')]);
  });

  it('cannot be judged while it has conflicts', () => {
    at.git('checkout', '-q', '-b', 'ours', 'main');
    at.edit(about, 'P15D', 'P30D');
    at.commit('Another number');
    expect(() => at.git('merge', '-q', 'request')).toThrow();
    cannot(
      at.policyc('diff', 'archive:latest', 'git:index', '-p', shop),
      'what is staged has conflicts',
      'git add :/policies/shop/chapters/about.yaml',
    );
  });
});
