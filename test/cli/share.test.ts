import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeRepository, type Repository } from './repository.ts';

const policies = ['a', 'b', 'c', 'd'];
let all: Repository;

beforeAll(() => {
  all = makeRepository();
  all.write('policyc.yaml', `format: policyc/workspace@1\npolicies: [${policies.join(', ')}]\n`);
  for (const id of policies) {
    cpSync(join(import.meta.dirname, '../samples/shop'), join(all.root, id), { recursive: true });
    all.edit(`${id}/policy.yaml`, 'id: shop', `id: ${id}`);
  }
  all.commit('Four policies');
});
afterAll(() => all.away());

/** The ids of the policies that were looked at. */
function looked(...args: readonly string[]): readonly string[] {
  const { exit, out } = all.policyc('check', '--format', 'json', ...args);
  expect(exit, out).toBe(0);
  const { policies: found } = JSON.parse(out) as { readonly policies: readonly { readonly path: string }[] };
  return found.map(({ path }) => path);
}

it('parts are disjoint, and together they are everything', () => {
  for (const of of [1, 2, 3, 4, 7]) {
    const parts = Array.from({ length: of }, (_, at) => looked('--shard', `${at + 1}/${of}`));
    expect(parts.flat().sort()).toEqual(policies);
    const sizes = parts.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  }
});

it.each(['0/2', '3/2', '1', '1/0', '-1/2', '1/2/3', 'x'])('%s is no part', (part) => {
  expect(all.policyc('check', '--shard', part).exit).toBe(2);
});

it('policies that read as they did are left out', () => {
  expect(looked('--changed-since', 'HEAD')).toEqual([]);
  all.edit('b/chapters/about.yaml', 'How long', 'For how long');
  all.write('c/notes.txt', 'Something that git has not been told of.\n');
  expect(looked('--changed-since', 'HEAD')).toEqual(['b', 'c']);
  all.commit('Two of them');
  expect(looked('--changed-since', 'HEAD')).toEqual([]);
  expect(looked('--changed-since', 'HEAD~1')).toEqual(['b', 'c']);
  expect(looked('--changed-since', 'HEAD~1', '--shard', '2/4')).toEqual(['b']);
  all.remove('d/chapters/about.yaml');
  expect(all.policyc('check', '--changed-since', 'HEAD').exit).toBe(1);
  all.git('checkout', '-q', '--', 'd');
});

it('the settings of the workspace belong to all of them', () => {
  all.write('policyc.yaml', `${all.read('policyc.yaml')}# Read again.\n`);
  expect(looked('--changed-since', 'HEAD')).toEqual(policies);
  all.git('checkout', '-q', '--', 'policyc.yaml');
});

it('a commit that is not there is named', () => {
  const { exit, err } = all.policyc('check', '--changed-since', 'elsewhere');
  expect(exit).toBe(2);
  expect(err).toContain('git has no commit called elsewhere');
});
