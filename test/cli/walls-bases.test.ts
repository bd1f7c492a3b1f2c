import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeRepository, type Repository, release, twoPolicies } from './repository.ts';

/** Histories that meet at more than one commit, or that a clone has only the end of. */

let template: Repository;
let at: Repository;

const shop = 'policies/shop';

/** The target has a second version, and then merges branches that began before it. */
beforeAll(() => {
  template = twoPolicies();
  template.git('branch', 'before', 'main');
  template.git('checkout', '-q', 'main');
  template.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P10D');
  template.policyc('note', '-p', shop, '--reason', 'R.', '--by', 'counsel', '--text', 'Words.');
  release(template, shop, '2022-08-01');
  template.commit('Release 2');
  template.git('branch', 'release');
  for (const side of ['one', 'two']) {
    template.git('checkout', '-q', '-b', side, 'before');
    template.write(side, side);
    template.commit(`Side ${side}`);
  }
});
afterAll(() => template.away());
beforeEach(() => {
  at = makeRepository(template);
});
afterEach(() => at.away());

/** A merge that has all of these as parents, and keeps only what the first has. */
const mergeThatKeepsTheFirst = (...parents: string[]): void => {
  at.git('checkout', '-q', '-B', 'request', parents[0] as string);
  const named = parents.flatMap((parent) => ['-p', parent]);
  const commit = at.git('commit-tree', `${parents[0]}^{tree}`, ...named, '-m', 'A merge').trim();
  at.git('reset', '-q', '--hard', commit);
};
const intoMain = (...branches: string[]): void => {
  at.git('checkout', '-q', 'main');
  at.git('merge', '-q', '--no-ff', '-m', 'Sides', ...branches);
};

describe('histories that parted at several commits', () => {
  it.each([
    ['two that merged each other', ['one'], ['one', 'release'], 2],
    ['the other way round', ['one'], ['release', 'one'], 2],
    ['three', ['one', 'two'], ['one', 'two', 'release'], 3],
  ])(
    'are judged by none of them, but by what comes of merging the target: %s',
    (_, sides, parents, count) => {
      intoMain(...sides);
      mergeThatKeepsTheFirst(...parents);
      const { exit, out, err } = at.policyc('diff', '--target', 'main');
      expect([exit, out]).toEqual([2, '']);
      expect(err).toContain(`HEAD and main parted at ${count} commits (`);
      expect(err).toContain('git merge main');
      at.git('merge', '-q', '--no-ff', '-m', 'The target', 'main');
      const merged = at.policyc('diff', '--target', 'main');
      const lost = at.git('ls-files', `${shop}/archive/0002`) === '';
      const told = lost ? 'error  archive-not-trusted' : 'No change.';
      expect([merged.exit, merged.out]).toEqual([lost ? 1 : 0, expect.stringContaining(told)]);
    },
  );

  it('name no revision either', () => {
    intoMain('one');
    mergeThatKeepsTheFirst('one', 'release');
    const { exit, err } = at.policyc('diff', 'merge-base:main', '-p', shop);
    expect([exit, err]).toEqual([2, expect.stringContaining('parted at 2 commits')]);
  });
});

describe('a clone whose history is cut off', () => {
  const cloned = (depth: string, branches: string, main: string): string => {
    const clone = join(at.around, 'clone');
    const options = ['--depth', depth, branches, '-b', 'request'];
    at.gitIn(at.around, 'clone', '-q', ...options, `file://${at.root}`, clone);
    at.gitIn(clone, 'branch', 'main', main);
    return clone;
  };

  it('before the two parted is judged by no older commit that it still has', () => {
    at.git('checkout', '-q', 'main');
    for (const name of ['a', 'b', 'c', 'd']) {
      at.write(name, name);
      at.commit(name);
    }
    intoMain('one');
    mergeThatKeepsTheFirst('before', 'release');
    const clone = cloned('4', '--no-single-branch', 'origin/main');
    // Git itself names the older one, at which the second version was not there yet.
    const [seen, real] = [
      at.gitIn(clone, 'merge-base', 'HEAD', 'main'),
      at.git('merge-base', 'HEAD', 'main'),
    ];
    expect([seen, real]).toEqual([at.git('rev-parse', 'before'), at.git('rev-parse', 'release')]);
    const judge = () => at.policycIn(clone, 'diff', '--target', 'main');
    expect(judge()).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('fetch --unshallow') });
    at.gitIn(clone, 'fetch', '-q', '--unshallow');
    expect(judge()).toMatchObject({ exit: 1, out: expect.stringContaining('error  archive-not-trusted') });
  });

  it('only after they parted is judged as it is', () => {
    at.git('checkout', '-q', 'main');
    at.write('a', 'a');
    at.commit('The target goes on');
    at.git('checkout', '-q', '-B', 'request');
    at.write('b', 'b');
    at.commit('A request');
    const clone = cloned('2', '--single-branch', 'HEAD~1');
    expect(at.gitIn(clone, 'rev-parse', '--is-shallow-repository').trim()).toBe('true');
    expect(at.policycIn(clone, 'diff', '--target', 'main').exit).toBe(0);
  });
});

describe('a request', () => {
  it('is judged though files are called like the refs it is judged by', () => {
    at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P20D');
    at.commit('Slower');
    const [main, head] = ['main', 'HEAD'].map((ref) => at.git('rev-parse', ref).trim());
    const before = at.policyc('diff', '--target', 'main');
    for (const name of ['HEAD', 'main', 'request', main, head, `HEAD...${main}`])
      at.write(String(name), 'A file');
    at.commit('Files');
    const after = at.policyc('diff', '--target', 'main');
    expect([before.exit, after.exit, after.out]).toEqual([1, 1, before.out]);
  });

  it('on a branch without a commit is told so, and nothing is to be mended or fetched', () => {
    at.git('checkout', '-q', '--orphan', 'new');
    for (const args of [
      ['--target', 'main'],
      ['git:HEAD', '-p', shop],
    ]) {
      const { exit, out, err } = at.policyc('diff', ...args);
      expect([exit, out]).toEqual([2, '']);
      expect(err).toContain('nothing was committed yet on the branch');
      expect(err).not.toMatch(/fsck|git fetch/);
    }
  });
});

describe('a base', () => {
  it.each([
    ['tree', 'main^{tree}'],
    ['file', 'main:policyc.yaml'],
  ])(
    'that is a %s, or a tag of one, is told to be no commit, and nothing is to be fetched for it',
    (kind, what) => {
      const id = at.git('rev-parse', what).trim();
      at.git('tag', 'light', id);
      at.git('tag', '-a', '-m', 'A tag', 'annotated', id);
      for (const ref of [id, 'light', 'annotated']) {
        for (const args of [
          ['--target', ref],
          [`git:${ref}`, '-p', shop],
        ]) {
          const { exit, out, err } = at.policyc('diff', ...args);
          expect([exit, out]).toEqual([2, '']);
          expect(err).toContain(`${ref} is a ${kind}, not a commit.`);
          expect(err).not.toContain('git fetch');
        }
      }
    },
  );

  it('that is a tag of a tag of a commit is that commit', () => {
    at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P20D');
    at.commit('Slower');
    at.git('tag', '-a', '-m', 'A tag', 'inner', 'main');
    at.git('tag', '-a', '-m', 'A tag', 'outer', 'inner');
    const [named, tagged] = ['main', 'outer'].map((ref) => at.policyc('diff', '--target', ref));
    expect([tagged?.exit, tagged?.out.replaceAll('outer', 'main')]).toEqual([1, named?.out]);
  });

  it('of a format that this git does not know is not read, and the format is named', () => {
    at.git('config', 'core.repositoryFormatVersion', '1');
    at.git('config', 'extensions.policycOfLater', 'true');
    const { exit, out, err } = at.policyc('diff', '--target', 'main');
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain('unknown repository extension found: policycoflater');
    expect(err).toContain('Use a newer git');
  });
});
