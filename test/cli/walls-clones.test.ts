import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeRepository, type Repository, release, twoPolicies } from './repository.ts';
import type { Outcome } from './warm.ts';

/** Ways past the gate that lie in a clone, its index or its settings, more than in what a request holds. */

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

const judge = (folder = at.root): Outcome => at.policycIn(folder, 'diff', '--target', 'main');
const found = ({ exit, out, err }: Outcome): void =>
  expect([exit, out, err]).toEqual([1, expect.stringContaining(slower), '']);

describe('settings that a request brings and a clone includes', () => {
  it('choose no base and run nothing: include, includeIf, hooks, a monitor, a worktree’s own', () => {
    const trap = join(at.around, 'trap.sh');
    writeFileSync(trap, `#!/bin/sh\ntouch '${at.around}/sprung'\n`);
    chmodSync(trap, 0o755);
    at.write(
      '.gitconfig',
      [
        `[core]\n\tfsmonitor = ${trap}\n\thooksPath = ${at.around}\n\tworktree = ${at.around}\n\tbare = true`,
        `\tattributesFile = .attributes\n\tsshCommand = ${trap}\n\talternateRefsCommand = ${trap}\n\tuseReplaceRefs = true`,
        `\tignoreCase = true\n\tprecomposeUnicode = true\n\tpager = ${trap}\n\tsparseCheckout = true`,
        `[filter "trap"]\n\tclean = ${trap}\n\tsmudge = ${trap}\n\tprocess = ${trap}\n\trequired = true`,
        `[diff]\n\texternal = ${trap}\n[merge]\n\ttool = ${trap}\n[interactive]\n\tdiffFilter = ${trap}`,
        `[alias]\n\tls-tree = !${trap}\n\tcat-file = !${trap}\n\trev-parse = !${trap}`,
        `[remote "origin"]\n\tpromisor = true\n\turl = ext::sh -c ${trap}\n[extensions]\n\tpartialClone = origin`,
        `[protocol "ext"]\n\tallow = always\n[trace2]\n\teventTarget = ${at.around}/sprung`,
        `[index]\n\tsparse = true\n[feature]\n\tmanyFiles = true\n`,
      ].join('\n'),
    );
    at.write('.attributes', '*.yaml filter=trap ident\n');
    for (const name of ['post-index-change', 'reference-transaction', 'post-checkout'])
      writeFileSync(join(at.around, name), readFileSync(trap), { mode: 0o755 });
    at.git('config', 'include.path', '../.gitconfig');
    at.git('config', `includeIf.gitdir:${at.around}/.path`, '../.gitconfig');
    at.git('config', 'includeIf.onbranch:request.path', '../.gitconfig');
    found(judge());
    found(judge(join(at.root, shop)));
    expect(existsSync(join(at.around, 'sprung'))).toBe(false);
  });

  it('a worktree with settings of its own, and a repository that it shares, is judged as it is', () => {
    const tree = join(at.around, 'tree');
    at.git('worktree', 'add', '-q', '--detach', tree, 'request');
    at.git('config', 'extensions.worktreeConfig', 'true');
    at.gitIn(tree, 'config', '--worktree', 'core.worktree', at.around);
    at.gitIn(tree, 'config', '--worktree', 'core.bare', 'true');
    found(judge(tree));
    // The repository of another working tree, named by a file that no commit can hold.
    at.git('worktree', 'add', '-q', '--detach', join(at.around, 'other'), 'main');
    at.write('../tree/.git', readFileSync(join(at.around, 'other/.git'), 'utf8'));
    expect(judge(tree).exit).toBe(1);
  });
});

describe('what the index keeps from git’s eyes', () => {
  it.each(['--skip-worktree', '--assume-unchanged'])('is told when it differs from the disk: %s', (mark) => {
    at.git('update-index', mark, about);
    at.edit(about, 'P20D', 'P15D');
    expect(at.git('status', '--porcelain')).toBe('');
    const { exit, out, err } = judge();
    expect([exit, out + err]).toEqual([1, expect.stringContaining('error  git-looks-away')]);
  });
});

describe('what git is told to ignore', () => {
  const released = (): void =>
    release(at, shop, '2022-08-01', '--override', 'It is so.', '--by', 'A. Author');

  it.each<[string, string, () => void]>([
    [
      'a chapter',
      `${shop}/chapters/more.yaml`,
      () => at.edit(`${shop}/policy.yaml`, 'about]', 'about, more]'),
    ],
    ['a note', `${shop}/changes/access-right-answer-slower.md`, () => at.policyc('note', '-p', shop)],
    ['a file of a version', `${shop}/archive/0002/public/policy.en.html`, released],
    ['a version', `${shop}/archive/0002/manifest.json`, released],
  ])('is told where others never get it: %s', (what, path, act) => {
    if (what === 'a chapter')
      at.write(
        path,
        'chapter: more\ntitle: More\nclauses:\n  - { id: n, kind: statement, title: N, text: N. }\n',
      );
    act();
    const ways: [string, string][] = [
      ['.gitignore', what === 'a file of a version' ? '*.html\n' : `/${path}\n`],
      ['.git/info/exclude', what === 'a version' ? '000*\n' : `/${path}\n`],
    ];
    for (const [list, line] of ways) {
      at.write(list, line);
      at.git('add', '-A');
      const { exit, out, err } = judge();
      expect([list, exit, out + err]).toEqual([
        list,
        1,
        expect.stringContaining(`${path}:1:1  error  git-looks-away`),
      ]);
      at.write(list, '');
    }
    // What is only new is none of it.
    at.git('reset', '-q');
    expect(judge().out).not.toContain('git-looks-away');
  });
});

describe('a clone that holds less', () => {
  it('of its index is judged whole: sparse, by folders, with an index of folders', () => {
    at.git('status');
    at.git('sparse-checkout', 'init', '--cone', '--sparse-index');
    at.git('sparse-checkout', 'set', shop);
    expect(existsSync(join(at.root, 'policies/blog'))).toBe(false);
    expect(judge()).toMatchObject({ exit: 2, err: expect.stringContaining('sparse-checkout add') });
    at.git('sparse-checkout', 'add', 'policies/blog');
    found(judge());
  });

  it('of its objects is judged by those that it has, or not at all, and nothing is fetched', () => {
    for (const filter of ['tree:0', 'blob:none', 'blob:limit=10']) {
      const clone = join(at.around, filter.replace(/\W/g, '-'));
      at.git('config', 'uploadpack.allowFilter', 'true');
      at.gitIn(
        at.around,
        'clone',
        '-q',
        '--no-local',
        `--filter=${filter}`,
        '-b',
        'request',
        `file://${at.root}`,
        clone,
      );
      at.gitIn(clone, 'branch', 'main', 'origin/main');
      at.gitIn(clone, 'config', 'remote.origin.url', `ext::sh -c touch% ${at.around}/sprung`);
      at.gitIn(clone, 'config', 'protocol.ext.allow', 'always');
      const done = judge(clone);
      if (done.exit === 1) found(done);
      else
        expect([filter, done]).toEqual([
          filter,
          { exit: 2, out: '', err: expect.stringContaining('this clone lacks files') },
        ]);
      expect(existsSync(join(at.around, 'sprung'))).toBe(false);
    }
  });
});

describe('what Git LFS leaves in the place of a file', () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 3\n`;
  it.each([
    about,
    `${shop}/policy.yaml`,
    `${shop}/changes/new.md`,
    `${shop}/registers/vendors.csv`,
    'policyc.yaml',
  ])('is told to be a pointer, and what to do: %s', (path) => {
    at.write(path, pointer);
    at.commit('Pointer');
    const [checked, judged] = [at.policyc('check'), judge()];
    for (const { exit } of [checked, judged]) expect([1, 2]).toContain(exit);
    expect(checked.out + checked.err).toContain('git lfs pull');
    expect(judged.out + judged.err).toContain('pointer of Git LFS');
  });

  it.each(['manifest.json', 'public/policy.json', 'public/policy.en.html', 'internal/decisions.json'])(
    'is told to be a pointer in an archive: %s',
    (file) => {
      at.write(`${shop}/archive/0001/${file}`, pointer);
      const { exit, out, err } = at.policyc('archive', 'verify');
      expect([exit, out + err]).toEqual([1, expect.stringContaining('git lfs pull')]);
    },
  );

  it.each([
    ['register', 'import', 'package-lock.json'],
    ['register', 'import', 'names.csv', '--to', `${shop}/registers/vendors.csv`],
    ['locale', 'import', 'from-translators.json'],
    ['locale', 'import', 'from-translators.xlf'],
    ['import', 'old.md'],
  ])('is told to be a pointer where it is to be taken over: %s %s %s', (...args) => {
    at.write('names.csv', 'name\nMailer\n');
    for (const name of args.slice(1)) if (/[.](?!csv$)|[/]/.test(name)) at.write(name, pointer);
    const { exit, out, err } = at.policyc(...args);
    expect([exit, out, err]).toEqual([2, '', expect.stringContaining('pointer of Git LFS')]);
  });
});

describe('a worktree whose repository is gone', () => {
  it('is told where it leads, and not to begin a repository', () => {
    const gone = join(at.around, 'gone');
    rmSync(join(at.root, '.git'), { recursive: true });
    at.write('.git', `gitdir: ${gone}/.git/worktrees/next\n`);
    const { exit, err } = judge();
    expect(exit).toBe(2);
    expect(err).toContain(`leads to ${gone}/.git/worktrees/next, where no repository is`);
    expect(err).toContain('git worktree repair');
  });
});

describe('a .gitmodules', () => {
  it('that names folders of a policy, an ancestor of them or a program does nothing', () => {
    at.write(
      '.gitmodules',
      [
        `[submodule "a"]\n\tpath = ${shop}/chapters\n\turl = ext::sh -c touch% ${at.around}/sprung\n\tupdate = !touch ${at.around}/sprung\n\tignore = all`,
        `[submodule "../../x"]\n\tpath = policies\n\turl = -u./x\n\tbranch = .\n\tfetchRecurseSubmodules = true\n`,
      ].join('\n'),
    );
    at.git('config', 'submodule.recurse', 'true');
    at.git('config', 'submodule.active', '.');
    at.git('config', 'diff.ignoreSubmodules', 'all');
    at.commit('Modules');
    found(judge());
    expect(existsSync(join(at.around, 'sprung'))).toBe(false);
  });

  it('cannot put a repository in the place of the folder above a policy', () => {
    const id = at.git('rev-parse', 'HEAD').trim();
    at.git('rm', '-r', '-q', '--cached', 'policies');
    at.git('update-index', '--add', '--cacheinfo', `160000,${id},policies`);
    at.git('commit', '-q', '-m', 'A module');
    expect(judge()).toMatchObject({ exit: 1, out: expect.stringContaining('archive-not-trusted') });
    const clone = join(at.around, 'clone');
    at.gitIn(at.around, 'clone', '-q', '-b', 'request', at.root, clone);
    at.gitIn(clone, 'branch', 'main', 'origin/main');
    expect([1, 2]).toContain(judge(clone).exit);
  });
});

describe('one policy that is listed as two, or two as one', () => {
  const list = (...policies: string[]): void =>
    at.write('policyc.yaml', `format: policyc/workspace@1\npolicies: [${policies.join(', ')}]\n`);
  it.each<[string, () => void, RegExp]>([
    ['the same folder twice', () => list(shop, shop, 'policies/blog'), /listed twice/],
    [
      'the same folder under another spelling',
      () => list(shop, `policies/./shop/`, 'policies/blog'),
      /twice/,
    ],
    [
      'the same folder by way of another',
      () => list(shop, 'policies/blog/../shop', 'policies/blog'),
      /below this file/,
    ],
    [
      'two folders with one id',
      () => at.edit('policies/blog/policy.yaml', 'id: blog', 'id: shop'),
      /twice|both called|error/,
    ],
  ])('is refused, and the next request has its gate: %s', (_, change, why) => {
    change();
    at.commit('Listed twice');
    expect([1, 2]).toContain(at.policyc('check').exit);
    expect(at.policyc('diff', '--target', 'main')).toMatchObject({
      exit: 2,
      out: '',
      err: expect.stringMatching(why),
    });
  });
});
