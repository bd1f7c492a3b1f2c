import fs, {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inHeldFolder } from '../../src/base/held-folder.ts';

let above = '';
beforeEach(() => {
  above = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-held-')));
  mkdirSync(join(above, 'there'));
});
afterEach(() => rmSync(above, { recursive: true }));

/** Somebody who may do what the modes of files say, and no more. */
const nobody = 65_534;
function asNobody<T>(act: () => T): T {
  const me = process.geteuid?.();
  if (me !== 0) return act();
  chownSync(above, nobody, nobody);
  chownSync(join(above, 'there'), nobody, nobody);
  process.seteuid?.(nobody);
  try {
    return act();
  } finally {
    process.seteuid?.(me);
  }
}

const noneThere = (): never => {
  throw new Error('another folder');
};

describe('a folder that is held', () => {
  it.skipIf(process.platform !== 'linux')('is the one that was looked at, whatever takes its place', () => {
    const there = join(above, 'there');
    inHeldFolder(
      there,
      (held) => {
        renameSync(there, join(above, 'away'));
        mkdirSync(there);
        writeFileSync(join(held, 'file'), '');
      },
      noneThere,
    );
    expect(readdirSync(join(above, 'away'))).toEqual(['file']);
    expect(readdirSync(there)).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux').each(['link', 'link/there'])(
    'is none that a link leads to, itself or above it: %s',
    (path) => {
      mkdirSync(join(above, 'other/there'), { recursive: true });
      symlinkSync(join(above, 'other'), join(above, 'link'));
      expect(
        inHeldFolder(
          join(above, path),
          () => 'held',
          () => 'elsewhere',
        ),
      ).toBe('elsewhere');
      expect(
        inHeldFolder(
          join(above, 'other/there'),
          () => 'held',
          () => 'elsewhere',
        ),
      ).toBe('held');
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'is not said to be another when it cannot be opened for now',
    () => {
      const { openSync } = fs;
      fs.openSync = () => {
        throw Object.assign(new Error('EMFILE'), { code: 'EMFILE' });
      };
      syncBuiltinESMExports();
      try {
        expect(() => inHeldFolder(join(above, 'there'), noneThere, noneThere)).toThrow('EMFILE');
      } finally {
        fs.openSync = openSync;
        syncBuiltinESMExports();
      }
    },
  );

  it.skipIf(process.platform !== 'linux')('is told by its own path when something in it fails', () => {
    const there = join(above, 'there');
    const act = (held: string): void => writeFileSync(join(held, 'no/file'), '');
    expect(() => inHeldFolder(there, act, noneThere)).toThrow(join(there, 'no/file'));
  });

  it.skipIf(process.platform === 'win32')(
    'may be one that can be entered and written to, and not listed',
    () => {
      const there = join(above, 'there');
      chmodSync(there, 0o300);
      asNobody(() => {
        expect(() => readdirSync(there)).toThrow('EACCES');
        inHeldFolder(there, (held) => writeFileSync(join(held, 'file'), ''), noneThere);
      });
      chmodSync(there, 0o700);
      expect(readdirSync(there)).toEqual(['file']);
    },
  );
});
