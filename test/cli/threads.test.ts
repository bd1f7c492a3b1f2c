import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CannotWork } from '../../src/base/failure.ts';
import { siteInput } from '../../src/cli/site-input.ts';
import { planOnThreads } from '../../src/cli/threads.ts';
import type { World } from '../../src/cli/world.ts';
import { planSite } from '../../src/publish/site.ts';
import { worldIn } from './here.ts';

const root = join(import.meta.dirname, '../..');
const names = ['charity', 'childrens-app', 'devtool'];
const options = { policy: [], cache: false, draft: true, asOf: '2026-12-01' };
let folder = '';
let world: World;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-threads-'));
  world = worldIn(folder, { now: () => 0 });
  for (const name of names) cpSync(join(root, 'policies', name), join(folder, name), { recursive: true });
  writeFileSync(
    join(folder, 'policyc.yaml'),
    `format: policyc/workspace@1\npolicies: [${names.join(', ')}]\nsite: { url: https://example.com/ }\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

it('a site is the same on any number of threads, and each policy is told once', async () => {
  const { input } = siteInput(options, world);
  const told: number[] = [];
  const files = await planOnThreads(2, input, options, world, (done) => told.push(done));
  expect([...files]).toEqual([...planSite(input)]);
  expect(told).toEqual([0, 1, 2]);
});

it('of several policies that cannot be read, the first in their order is told', async () => {
  for (const name of names.slice(1))
    writeFileSync(join(folder, name, 'archive/0001/public/policy.json'), `${name} is gone`);
  const { input } = siteInput(options, world);
  const failed = async (plan: () => unknown): Promise<unknown> => {
    try {
      return await plan();
    } catch (error) {
      return error instanceof CannotWork ? error.failure : error;
    }
  };
  const alone = await failed(() => planSite(input));
  expect(alone).toMatchObject({ code: expect.any(String) });
  expect(await failed(() => planOnThreads(3, input, options, world, () => {}))).toEqual(alone);
});
