import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { messageOf } from '../../src/base/diagnostic.ts';
import { conflictsInArchive } from '../../src/revision/conflicted-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'policyc-conflict-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Git keeps both sides in a file of an archive where an attribute was lost: two branches had released. */
const both = (one: string, other: string): string =>
  `<<<<<<< HEAD\n${one}\n=======\n${other}\n>>>>>>> theirs\n`;

describe('an archive in which git left both sides of a conflict', () => {
  it('is named by its files, and nothing else is', () => {
    mkdirSync(join(folder, 'archive/0001/public'), { recursive: true });
    mkdirSync(join(folder, 'archive/0002'));
    writeFileSync(join(folder, 'archive/0001/manifest.json'), '{}');
    writeFileSync(join(folder, 'archive/0001/public/policy.en.md'), both('Text', 'Text'));
    expect(conflictsInArchive(folder)).toEqual([]);
    writeFileSync(join(folder, 'archive/0002/manifest.json'), both('{}', '{}'));
    writeFileSync(join(folder, 'archive/0001.notices.jsonl'), both('{}', '{}'));
    const found = conflictsInArchive(folder);
    expect(found.map(({ place }) => `${place.file}:${place.line}`)).toEqual([
      'archive/0001.notices.jsonl:1',
      'archive/0001.notices.jsonl:5',
      'archive/0002/manifest.json:1',
      'archive/0002/manifest.json:5',
    ]);
    expect(found.map((one) => messageOf(one).fix).join()).toContain('policyc archive follow');
  });

  it('is none where nothing was released', () => {
    expect(conflictsInArchive(join(folder, 'nowhere'))).toEqual([]);
  });
});
