import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryAt } from '../../src/base/entry-at.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-entry-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what is at a path', () => {
  it('is nothing where a file stands in place of a folder, whatever the version of Node says', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(entryAt(join(folder, 'file'))?.isFile()).toBe(true);
    expect(entryAt(join(folder, 'file/below'))).toBeUndefined();
    expect(entryAt(join(folder, 'missing/below'))).toBeUndefined();
  });

  it('is a link itself, though it leads nowhere', () => {
    symlinkSync('missing', join(folder, 'link'));
    expect(entryAt(join(folder, 'link'))?.isSymbolicLink()).toBe(true);
  });
});
