import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeRepository, neverReleased, type Repository, release, twoPolicies } from './repository.ts';

/** What a target's history knows and its tree does not, and who chooses which history that is. */

let template: Repository;
let forged: Repository;
let at: Repository;
const shop = 'policies/shop';
const workspace = (...policies: string[]): string =>
  `format: policyc/workspace@1\npolicies: [${policies.join(', ')}]\n`;

beforeAll(() => {
  template = twoPolicies();
  forged = makeRepository(template);
  neverReleased(forged, shop);
  forged.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P900D');
  release(forged, shop, '2022-07-02');
});
afterAll(() => {
  for (const one of [template, forged]) one.away();
});
beforeEach(() => {
  at = makeRepository(template);
});
afterEach(() => at.away());

const judge = (folder = at.root, target = 'main'): { exit: number | null; told: string } => {
  const { exit, out, err } = at.policycIn(folder, 'diff', '--target', target);
  return { exit, told: out + err };
};
/** What got past the gate, or was let past it. */
const merged = (message: string): void => {
  at.commit(message);
  at.git('branch', '-f', 'main');
};
const takenAway = (): void => {
  at.remove(shop);
  at.write('policyc.yaml', workspace('policies/blog'));
};
/** The same policy with a slower answer in it, in a folder, with an archive that begins anew. */
const anew = (folder: string): void => {
  rmSync(join(at.root, folder), { recursive: true, force: true });
  cpSync(join(forged.root, shop), join(at.root, folder), { recursive: true });
  at.write('policyc.yaml', workspace('policies/blog', folder));
  at.commit('Here again, as if it were new');
};
const isStopped = (): void => {
  const { exit, told } = judge();
  expect([exit, told]).toEqual([1, expect.stringContaining('error  archive-not-trusted')]);
  expect(told).not.toContain('so everything is new');
  expect(told).toMatch(/shop {3}#1, which main had until [0-9a-f]{12}/);
  expect(told).toContain('we answer within 900 days; it was 15 days');
};

describe('a policy that was taken away with its archive', () => {
  it.each([shop, 'legal'])('is none whose first version comes in %s', (folder) => {
    takenAway();
    merged('Taken away, past the gate');
    anew(folder);
    isStopped();
  });

  it('is none either where its archive alone was taken away', () => {
    at.remove(`${shop}/archive`);
    merged('Without its archive, past the gate');
    anew(shop);
    isStopped();
  });

  it('is none either where its archive was broken first, off the list', () => {
    at.write('policyc.yaml', workspace('policies/blog'));
    merged('Off the list, past the gate');
    at.write(`${shop}/archive/0001/public/policy.json`, '{}\n');
    at.commit('Broken, where nobody looks');
    expect(judge().exit).toBe(0);
    at.git('branch', '-f', 'main');
    anew(shop);
    isStopped();
  });

  it('is none either where a merge threw it away', () => {
    at.git('checkout', '-q', '--orphan', 'other', 'main');
    takenAway();
    at.commit('A branch without it');
    at.git('merge', '-q', '-s', 'ours', '--no-edit', '--allow-unrelated-histories', 'main');
    at.git('branch', '-f', 'main');
    anew(shop);
    isStopped();
  });

  it('is none either behind a commit of more files than anybody can list, which was taken back', () => {
    const made = (of: string): string =>
      execFileSync('git', ['mktree'], { cwd: at.root, input: of, encoding: 'utf8' }).trim();
    const ten = (entry: string): string =>
      Array.from({ length: 10 }, (_, count) => `${entry}\t${count}\n`).join('');
    let folder = made(ten(`100644 blob ${at.git('rev-parse', 'main:policyc.yaml').trim()}`));
    for (let depth = 0; depth < 7; depth++) folder = made(ten(`040000 tree ${folder}`));
    const tree = made(`${at.git('ls-tree', 'main')}040000 tree ${folder}\tmany\n`);
    const commit = at.git('commit-tree', '-p', 'main', '-m', 'Ten objects, a hundred million files', tree);
    at.git('reset', '-q', '--soft', commit.trim());
    takenAway();
    merged('All of it taken away, past the gate');
    anew('legal');
    isStopped();
  });

  it('comes back as it was, however long ago, and is judged by what it said', () => {
    takenAway();
    merged('Taken away, past the gate');
    at.git('checkout', '-q', 'HEAD~1', '--', shop, 'policyc.yaml');
    at.commit('Put back');
    const later = { SOURCE_DATE_EPOCH: '1722470400', GIT_COMMITTER_DATE: '2024-08-01T00:00:00Z' };
    const { exit, out } = at.policycWith(later, 'diff', '--target', 'main');
    expect([exit, out]).toEqual([0, expect.stringContaining('No change.')]);
    at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P900D');
    at.commit('And worse');
    const worse = judge();
    expect([worse.exit, worse.told]).toEqual([1, expect.stringContaining('1 material change (0 noted')]);
  });

  it('is new to a clone that has no history of it, which cries no wolf', () => {
    takenAway();
    merged('Taken away, past the gate');
    anew(shop);
    const clone = join(at.around, 'clone');
    at.git('clone', '-q', '--depth', '2', '-b', 'request', `file://${at.root}`, clone);
    at.gitIn(clone, 'branch', 'main', 'HEAD~1');
    const { exit, told } = judge(clone);
    expect([exit, told]).toEqual([0, expect.stringContaining('so everything is new')]);
  });
});

it('a ref that is called like the beginning of a commit, or as describe has it, is no target', () => {
  at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P900D');
  at.commit('Worse');
  const beginning = at.git('rev-parse', '--short=7', 'main').trim();
  expect(judge(at.root, beginning).exit).toBe(1);
  at.git('tag', 'deadbeef', 'request');
  expect(judge(at.root, 'deadbeef').exit).toBe(0);
  for (const name of [beginning, `v1.0-3-g${beginning}`]) {
    at.git('tag', name, 'request');
    const { exit, told } = judge(at.root, name);
    expect([exit, told]).toEqual([
      2,
      expect.stringContaining(`${name} is the name of several commits: refs/tags/${name}, ${beginning}`),
    ]);
  }
});

it('a first version is held to the settings of the target, whatever it was released under', () => {
  const third = 'policies/third';
  for (const file of ['policy.yaml', 'chapters/main.yaml', 'chapters/about.yaml'])
    at.write(`${third}/${file}`, at.read(`${shop}/${file}`).replace('id: shop', 'id: third'));
  const listed = workspace(shop, 'policies/blog', third);
  at.write('policyc.yaml', `${listed}archive: { horizon: P99Y }\n`);
  release(at, third, '2070-01-01');
  at.write('policyc.yaml', listed);
  at.commit('A first version, which keeps all others waiting');
  const { exit, told } = judge();
  expect([exit, told]).toEqual([
    1,
    expect.stringContaining('The setting archive.horizon is now P99Y; it was P5Y.'),
  ]);
});

describe('a policy that is named by its folder', () => {
  const apart = (path: string): { exit: number | null; told: string } => {
    const { exit, out, err } = at.policyc('diff', '--target', 'main', '-p', path);
    return { exit, told: out + err };
  };

  it.each([shop, 'policies/blog/policy.yaml'])(
    'is judged where it is now, when another has its place: %s',
    (path) => {
      at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P900D');
      for (const [from, to] of [
        [shop, 'policies/away'],
        ['policies/blog', shop],
        ['policies/away', 'policies/blog'],
      ] as const)
        at.git('mv', from, to);
      at.commit('Exchanged');
      const { exit, told } = apart(path);
      expect([exit, told]).toEqual([1, expect.stringContaining('we answer within 900 days; it was 15 days')]);
      expect(told).toContain('blog   #1');
    },
  );

  it.each([shop, 'policies'])('is missed when it is gone, and another has its place: %s', (path) => {
    at.remove(shop);
    at.git('mv', 'policies/blog', shop);
    at.write('policyc.yaml', workspace(shop));
    at.commit('Another in its place');
    const { exit, told } = apart(path);
    expect([exit, told]).toEqual([1, expect.stringContaining('error  policy-dropped')]);
  });

  it('is judged where it is now, when it left the folder that is named', () => {
    at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P900D');
    at.git('mv', shop, 'shop');
    at.write('policyc.yaml', workspace('policies/blog', 'shop'));
    at.commit('Moved');
    const { exit, told } = apart('policies');
    expect([exit, told]).toEqual([1, expect.stringContaining('we answer within 900 days; it was 15 days')]);
  });
});
