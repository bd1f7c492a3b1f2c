import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeAll } from '../../src/base/make-folders.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policyc-folders-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('folders that are made with those above them', () => {
  it('are told from the outermost that was missing, and nothing is told where all are there', () => {
    expect(makeAll(join(root, 'a/b/c'))).toBe(join(root, 'a'));
    expect(makeAll(join(root, 'a/b/d'))).toBe(join(root, 'a/b/d'));
    expect(makeAll(join(root, 'a/b'))).toBeUndefined();
    expect(existsSync(join(root, 'a/b/c'))).toBe(true);
  });

  it('are not made in a file, nor through a link that leads to nothing', () => {
    writeFileSync(join(root, 'file'), '');
    symlinkSync(join(root, 'nowhere'), join(root, 'link'));
    for (const way of ['file/a', 'link', 'link/a']) expect(() => makeAll(join(root, way)), way).toThrow();
    expect(existsSync(join(root, 'nowhere'))).toBe(false);
  });

  it('are all there, or none of them is', () => {
    for (const way of ['a', 'a/b/c']) {
      expect(() => makeAll(join(root, way, 'x'.repeat(300), 'd'))).toThrow('ENAMETOOLONG');
      expect(readdirSync(root)).toEqual([]);
    }
  });

  it('are not asked for without end where a system makes none', () => {
    writeFileSync(join(root, 'file'), '');
    const nowhere = process.platform === 'linux' ? '/proc/policyc' : join(root, 'file');
    expect(() => makeAll(join(nowhere, 'site'))).toThrow();
  });
});
