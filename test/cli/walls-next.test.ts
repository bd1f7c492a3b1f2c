import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginAnew, makeRepository, type Repository, twoPolicies } from './repository.ts';

/** Requests that would keep later ones from being judged, once they are merged; and those that only seem to. */

let template: Repository;
const shop = 'policies/shop';
const workspace = (...policies: string[]): string =>
  `format: policyc/workspace@1\npolicies: [${policies.join(', ')}]\n`;

beforeAll(() => {
  template = twoPolicies();
});
afterAll(() => template.away());

/** Judges a request and, unless it is stopped, the next: a slip, and a policy that is new. */
function judged(
  change: (at: Repository) => void,
  ...args: string[]
): { first: number | null; told: string; next: (number | null)[] } {
  const at = makeRepository(template);
  try {
    change(at);
    at.commit('A request');
    const { exit: first, out, err } = at.policyc('diff', '--target', 'main', ...args);
    if (first !== 0) return { first, told: out + err, next: [] };
    at.git('branch', '-f', 'main');
    at.git('checkout', '-q', '-b', 'next');
    at.edit(`${shop}/chapters/main.yaml`, 'buy nothing', 'not buy');
    at.write('policies/third/policy.yaml', at.read(`${shop}/policy.yaml`).replace('id: shop', 'id: third'));
    for (const file of ['main', 'about'])
      at.write(`policies/third/chapters/${file}.yaml`, at.read(`${shop}/chapters/${file}.yaml`));
    at.write('policyc.yaml', workspace(shop, 'policies/blog', 'policies/third'));
    at.commit('The next');
    const whole = at.policyc('diff', '--target', 'main', ...args);
    const named = at.policyc('diff', '--target', 'main', '-p', shop);
    return { first, told: whole.err, next: [whole.exit, named.exit] };
  } finally {
    at.away();
  }
}

it.each<[string, (at: Repository) => void]>([
  ['between it and a policy', (at) => at.write('policies/policyc.yaml', workspace('blog'))],
  ['in a policy', (at) => at.write(`${shop}/policyc.yaml`, workspace('x'))],
  ['in a folder that nothing reads', (at) => at.write(`${shop}/pictures/policyc.yaml`, '[\n')],
])('a second workspace file is stopped: %s', (_, change) => {
  const { first, told } = judged(change);
  expect([first, told]).toEqual([1, expect.stringContaining('error  next-request-blocked')]);
});

it('a policy that was not named is stopped when nobody could say which it is', () => {
  const { first, told } = judged(
    (at) => at.edit('policies/blog/policy.yaml', 'id: blog', 'id: [blog'),
    '-p',
    shop,
  );
  expect([first, told]).toEqual([2, expect.stringContaining('policies/blog/policy.yaml')]);
});

it('what lies about elsewhere keeps no later request from being judged', () => {
  const { first, told, next } = judged((at) => {
    at.write('junk/policy.yaml', 'id: third\nid: [third\n');
    at.write('junk/archive/0001/manifest.json', '{"policy":"third"}\n');
    at.write('more/policyc.yaml', workspace('nowhere'));
    at.write('a/policyc.yaml', '[[[\n');
    at.write(
      'a/archive/0001/manifest.json',
      at.read(`${shop}/archive/0001/manifest.json`).replace('"policy":"shop"', '"policy":"third"'),
    );
  });
  expect([first, told, next]).toEqual([0, expect.stringContaining('policies/third: not there'), [1, 1]]);
});

it('a policy whose archive lies elsewhere is known by it, whatever its workspace lists', () => {
  const at = makeRepository(template);
  try {
    at.write('policyc.yaml', workspace('policies/blog'));
    at.commit('Off the list, past the gate');
    at.git('branch', '-f', 'main');
    at.git('checkout', '-q', '-b', 'next');
    at.write('policyc.yaml', workspace('policies/blog', shop));
    beginAnew(at, shop, '2022-07-02');
    at.commit('On the list again, with an archive of its own');
    const { exit, out } = at.policyc('diff', '--target', 'main');
    expect([exit, out]).toEqual([1, expect.stringContaining('error  archive-not-trusted')]);
  } finally {
    at.away();
  }
});

it.each<[string, (at: Repository) => void, (at: Repository) => void]>([
  [
    'an id',
    (at) => at.edit(`${shop}/chapters/about.yaml`, 'id: keeping', 'id: con'),
    (at) => at.edit(`${shop}/chapters/about.yaml`, 'id: con', 'id: keeping'),
  ],
  [
    'a file',
    (at) => at.git('mv', `${shop}/chapters/about.yaml`, `${shop}/chapters/aux.yaml`),
    (at) => at.git('mv', `${shop}/chapters/aux.yaml`, `${shop}/chapters/about.yaml`),
  ],
])('%s of the target that not every system has keeps nobody from taking it away', (_, bring, mend) => {
  const at = makeRepository(template);
  try {
    bring(at);
    at.commit('Past the gate');
    expect(at.policyc('diff', '--target', 'main').exit).toBe(2);
    at.git('branch', '-f', 'main');
    mend(at);
    at.commit('Mended');
    const { exit, out, err } = at.policyc('diff', '--target', 'main');
    expect([exit, out, err]).toEqual([0, expect.stringContaining('No change.'), '']);
    at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P20D');
    at.commit('And more');
    expect(at.policyc('diff', '--target', 'main').exit).toBe(1);
  } finally {
    at.away();
  }
});
