import { closeSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cannot } from '../../src/base/failure.ts';
import { naming } from '../../src/base/named-error.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'policyc-named-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('what the system refuses', () => {
  it('is told by the name that somebody knows, once, whatever was asked of it', () => {
    const [ours, theirs] = [join(root, '.a.policyc-new'), join(root, 'a')];
    const closed = openSync(theirs, 'w');
    closeSync(closed);
    const refused = {
      rename: () => renameSync(ours, theirs),
      open: () => openSync(ours, 'r'),
      write: () => writeSync(closed, 'x'),
    };
    for (const [call, act] of Object.entries(refused))
      expect(() => naming(theirs, act), call).toThrow(`, ${call} '${theirs}'`);
  });

  it('is told apart from what we refuse, which has words of its own', () => {
    const ours = cannot('site-altered', { place: 'site', path: 'a' });
    const { message } = ours;
    const fail = () =>
      naming('elsewhere', () => {
        throw ours;
      });
    expect(fail).toThrow(ours);
    expect(ours.message).toBe(message);
  });
});
