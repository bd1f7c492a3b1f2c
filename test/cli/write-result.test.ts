import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeNewFiles } from '../../src/cli/new-files.ts';
import { writeResult } from '../../src/cli/stranger.ts';
import { runWarm } from './warm.ts';

/** The call itself; what happens before and after a result is opened is of each test. */
const { openSync: open } = fs;
let before: () => void = () => undefined;
let after: () => void = () => undefined;

beforeAll(() => {
  fs.openSync = (...given) => {
    const isResult = String(given[0]).endsWith('report.json');
    if (isResult) before();
    const file = open(...given);
    if (isResult) after();
    return file;
  };
  syncBuiltinESMExports();
});
afterAll(() => {
  fs.openSync = open;
  syncBuiltinESMExports();
});

let folder: string;
let place: (...parts: string[]) => string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-result-'));
  place = (...parts) => join(folder, ...parts);
  for (const name of ['work', 'work/reports', 'beyond']) mkdirSync(place(name));
  for (const name of ['work/reports', 'beyond']) writeFileSync(place(name, 'report.json'), 'kept');
});
afterEach(() => {
  before = () => undefined;
  after = () => undefined;
  rmSync(folder, { recursive: true, force: true });
});

const written = (): unknown => {
  try {
    return writeResult(place('work'), place('work/reports/report.json'), 'new');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
};

/**
 * Operations of the disk that change something, opening a file among them; but for those that Node takes for itself when it first
 * removes a folder, and keeps.
 */
const changing = [
  ...['chmodSync', 'ftruncateSync', 'linkSync', 'mkdirSync', 'openSync', 'renameSync'],
  ...['rmSync', 'writeFileSync'],
];

/**
 * Does something until the operation of that number, of those that change something; from there on nothing is done any more, as
 * when the program is killed, and what was being written is half there. False when it ended before.
 */
function killedAt(at: number, act: () => void): boolean {
  const all = fs as unknown as Record<string, (...given: unknown[]) => unknown>;
  const own = changing.map((name) => [name, all[name] as (...given: unknown[]) => unknown] as const);
  let count = 0;
  for (const [name, one] of own)
    all[name] = (...given) => {
      count++;
      if (count === at && name === 'writeFileSync') one(given[0], String(given[1]).slice(0, 1));
      if (count >= at) throw new Error('killed');
      return one(...given);
    };
  syncBuiltinESMExports();
  try {
    act();
  } catch {
    // Nothing of a killed program is left to say anything.
  } finally {
    Object.assign(all, Object.fromEntries(own));
    syncBuiltinESMExports();
  }
  return count >= at;
}

describe('a result', () => {
  it.each(['reports/report.json', 'reports/first.json', 'new/report.json'])(
    'is what it was or what it is to be, whenever the program is killed: %s',
    (name) => {
      const path = place('work', name);
      const [old, found] = [existsSync(path) ? 'kept' : undefined, new Set<string | undefined>()];
      for (let at = 1; ; at++) {
        if (old === undefined) rmSync(path, { force: true });
        else writeFileSync(path, old);
        const isKilled = killedAt(at, () => writeResult(place('work'), path, 'new'));
        found.add(existsSync(path) ? readFileSync(path, 'utf8') : undefined);
        if (!isKilled) break;
      }
      expect([...found]).toEqual([old, 'new']);
    },
  );

  it.each(['openSync', 'renameSync'] as const)(
    'is written over where it may be, and no other beside it or in its place: %s',
    (denied) => {
      const own = fs[denied] as (...given: unknown[]) => unknown;
      Object.assign(fs, {
        [denied]: (...given: unknown[]) => {
          if (String(given[0]).endsWith('.policyc-new')) throw Object.assign(new Error(), { code: 'EACCES' });
          return own(...given);
        },
      });
      syncBuiltinESMExports();
      try {
        expect(written()).toBeUndefined();
        const fresh = () => writeResult(place('work'), place('work/reports/first.json'), 'new');
        expect(fresh).toThrow();
      } finally {
        Object.assign(fs, { [denied]: own });
        syncBuiltinESMExports();
      }
      expect(readFileSync(place('work/reports/report.json'), 'utf8')).toBe('new');
      expect(readdirSync(place('work/reports'))).toEqual(['report.json']);
    },
  );

  it('takes away what a process that is gone was writing there, and nothing that another one is', () => {
    // No process has so high a number.
    for (const pid of [9_999_999, process.ppid])
      writeFileSync(place(`work/reports/.${pid}.policyc-new`), 'half');
    expect(written()).toBeUndefined();
    expect(readdirSync(place('work/reports')).sort()).toEqual([
      `.${process.ppid}.policyc-new`,
      'report.json',
    ]);
  });

  it('keeps who may read it', () => {
    chmodSync(place('work/reports/report.json'), 0o600);
    expect(written()).toBeUndefined();
    expect(statSync(place('work/reports/report.json')).mode & 0o777).toBe(0o600);
  });

  it('is not written through a link of the repository, from whatever folder in it, under whatever name of that', () => {
    mkdirSync(place('work/.git'));
    mkdirSync(place('work/below'));
    symlinkSync(place('beyond'), place('work/out'));
    symlinkSync(place('work'), place('alias'));
    const all = [
      ['work', 'work/out/report.json'],
      ['work/below', 'work/out/report.json'],
      ['work/below', 'alias/out/report.json'],
      ['alias/below', 'work/out/report.json'],
    ] as const;
    for (const [cwd, path] of all) expect(writeResult(place(cwd), place(path), 'new'), path).toBe('link');
    expect(readFileSync(place('beyond/report.json'), 'utf8')).toBe('kept');
    expect(writeResult(place('beyond'), place('work/out/report.json'), 'new')).toBeUndefined();
    expect(readFileSync(place('beyond/report.json'), 'utf8')).toBe('new');
  });

  it('is written where a plain file is', () => {
    expect(written()).toBeUndefined();
    expect(readFileSync(place('work/reports/report.json'), 'utf8')).toBe('new');
  });

  it('is not written through a link that takes its place after the look', () => {
    before = () => {
      rmSync(place('work/reports/report.json'));
      symlinkSync(place('beyond/report.json'), place('work/reports/report.json'));
    };
    expect(written()).toBe('ELOOP');
    expect(readFileSync(place('beyond/report.json'), 'utf8')).toBe('kept');
  });

  it('is not written into a file that is another by then, nor is that one emptied', () => {
    after = () => {
      renameSync(place('work/reports/report.json'), place('beyond/taken.json'));
      writeFileSync(place('work/reports/report.json'), 'theirs');
    };
    expect(written()).toBe('link');
    expect(readFileSync(place('beyond/taken.json'), 'utf8')).toBe('kept');
    expect(readFileSync(place('work/reports/report.json'), 'utf8')).toBe('theirs');
  });

  it('is not written into a folder that was taken elsewhere, with a link in its place', () => {
    after = () => {
      renameSync(place('work/reports'), place('elsewhere'));
      symlinkSync(place('elsewhere'), place('work/reports'));
    };
    expect(written()).toBe('link');
    expect(readFileSync(place('elsewhere/report.json'), 'utf8')).toBe('kept');
  });
});

/** What is there and not hidden, with what it says. */
const there = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => !path.split('/').at(-1)?.startsWith('.') && statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );

describe('a new policy', () => {
  beforeEach(() => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
  });

  const files = new Map([
    ['policyc.yaml', 'format: policyc/workspace@1'],
    ['policies/shop/policy.yaml', 'id: shop'],
    ['policies/shop/chapters/main.yaml', 'chapter: main'],
  ]);

  it('is all there or is no policy, and no file of it is cut short, whenever the program is killed', () => {
    const seen = new Set<string>();
    for (let at = 1; ; at++) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      const isKilled = killedAt(at, () => writeNewFiles(folder, files));
      const found = there();
      for (const [path, text] of Object.entries(found)) expect(text, path).toBe(files.get(path));
      const names = Object.keys(found);
      if (names.includes('policyc.yaml')) expect(names).toHaveLength(3);
      if (names.includes('policies/shop/policy.yaml'))
        expect(names).toContain('policies/shop/chapters/main.yaml');
      seen.add(names.sort().join());
      if (!isKilled) break;
    }
    expect(seen.size).toBe(files.size + 1);
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).join()).not.toContain('policyc-new');
  });

  it('is all there when the same is begun again, wherever it was killed, and nothing unfinished is', () => {
    for (let at = 1; ; at++) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      const seen = { finished: 0 };
      const begin = () => writeNewFiles(folder, files, { finish: () => void seen.finished++ });
      if (!killedAt(at, begin)) break;
      const isWhole = !readdirSync(folder, { recursive: true }).join().includes('policyc-new');
      if (isWhole && seen.finished > 0) continue;
      begin();
      expect(seen.finished).toBeGreaterThan(0);
      expect(there()).toEqual(Object.fromEntries(files));
      expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).join()).not.toContain('policyc-new');
      expect(begin).toThrow('init-in-the-way');
    }
    writeFileSync(join(folder, 'policies/shop/policy.yaml'), 'id: other');
    rmSync(join(folder, 'policyc.yaml'));
    expect(() => writeNewFiles(folder, files)).toThrow('init-in-the-way');
  });

  it('begins where a run that was killed left what it was writing', () => {
    expect(killedAt(8, () => writeNewFiles(folder, files))).toBe(true);
    expect(there()).toEqual({});
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).join()).toContain('policyc-new');
    writeNewFiles(folder, files);
    expect(there()).toEqual(Object.fromEntries(files));
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).join()).not.toContain('policyc-new');
  });

  it('has its programs as such from the start, on a disk too where nothing can be made one later', () => {
    const { chmodSync } = fs;
    fs.chmodSync = () => {
      throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
    };
    syncBuiltinESMExports();
    try {
      writeNewFiles(folder, files, { programs: ['policyc.yaml'] });
    } finally {
      fs.chmodSync = chmodSync;
      syncBuiltinESMExports();
    }
    const runs = [...files.keys()].filter((path) => statSync(join(folder, path)).mode & 0o100);
    expect(runs).toEqual(['policyc.yaml']);
  });

  it('does not begin where a link that came with the repository leads', () => {
    for (const name of ['work', 'work/.git', 'outside']) mkdirSync(join(folder, name));
    symlinkSync(join(folder, 'outside'), join(folder, 'work/legal'));
    for (const to of ['legal', 'legal/privacy']) {
      const { exit, err } = runWarm({
        cwd: join(folder, 'work'),
        env: { PATH: process.env.PATH },
        args: ['init', to, '-y', '--company', 'Acme', '--country', 'IE'],
      });
      expect([exit, err]).toEqual([2, expect.stringContaining('nothing was written')]);
    }
    expect(readdirSync(join(folder, 'outside'))).toEqual([]);
  });
});
