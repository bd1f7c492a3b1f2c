import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { isPolicyPath } from '../../src/model/paths.ts';
import { readFolder } from '../../src/snapshot/folder.ts';

const folder = join(dirname(dirname(import.meta.dirname)), 'policies/devtool');
const snapshot = readFolder(folder, isPolicyPath);

/** The language must stay honest about small users: everything they owe their readers, in little. */
describe('the policy of a developer tool', () => {
  it('takes at most 120 lines of YAML, none of them long', () => {
    const lines = [...snapshot.files.values()].flatMap(({ text }) => text.trimEnd().split('\n'));
    expect(lines.length).toBeGreaterThan(60);
    expect(lines.length).toBeLessThanOrEqual(120);
    expect(lines.filter((line) => line.length > 112)).toEqual([]);
  });

  it('is whole: nothing to report', () => {
    const { policy, problems } = checkSnapshot(snapshot);
    expect(problems).toEqual([]);
    expect(policy?.facts.filter(({ relation }) => relation === 'function')).toHaveLength(3);
  });

  it('has been released', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'archive/0001/manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ sequence: 1, published: '2024-04-15', effective: '2024-05-01' });
  });
});
