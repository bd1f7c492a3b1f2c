import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { editionIds, editionOf } from '../../src/model/edition.ts';
import { runWarm } from './warm.ts';

const regimes = editionOf(editionIds.at(-1) ?? '')?.regimes ?? [];

it('explain profiles lists what a policy can be written with, and apart from it what it cannot', () => {
  const { exit, out } = runWarm({ cwd: tmpdir(), env: {}, args: ['explain', 'profiles'] });
  expect(exit).toBe(0);
  const [written = '', others = ''] = out.split(/^Others .*$/m);
  const idsIn = (text: string): string[] => [...text.matchAll(/^ {2}(\S+)/gm)].map(([, id = '']) => id);
  expect(regimes.length).toBeGreaterThan(5);
  expect(idsIn(written)).toEqual(regimes);
  expect(idsIn(others)).toContain('house-rules');
  expect(idsIn(others).filter((id) => regimes.includes(id))).toEqual([]);
  expect(written).toMatch(/^ {2}eu-gdpr +GDPR/m);
});
