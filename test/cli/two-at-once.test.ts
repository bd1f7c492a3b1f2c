import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFiles, replaceFiles } from '../../src/cli/replace-files.ts';
import { buildText } from '../../src/publish/build-record.ts';
import { staleFiles, writeSite } from '../../src/publish/write.ts';

/** Two runs that write the same: one of them does all its work between any two operations of the other. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-at-once-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Operation = (...given: unknown[]) => unknown;
const all = fs as unknown as Record<string, Operation>;
const operations = Object.keys(all).filter((name) => name.endsWith('Sync'));
const own = operations.map((name) => [name, all[name] as Operation] as const);

/** What a run does, with a run of another process before one of its operations of the disk; false when it has fewer. */
function withOther(at: number, one: () => void, other: () => void): boolean {
  let count = 0;
  for (const [name, operation] of own)
    all[name] = (...given) => {
      if (++count === at) asOther(other);
      return operation(...given);
    };
  syncBuiltinESMExports();
  try {
    one();
  } finally {
    Object.assign(all, Object.fromEntries(own));
    syncBuiltinESMExports();
  }
  return count >= at;
}

function asOther(run: () => void): void {
  const { pid } = process;
  Object.defineProperty(process, 'pid', { value: process.ppid, configurable: true });
  try {
    run();
  } finally {
    Object.defineProperty(process, 'pid', { value: pid, configurable: true });
  }
}

/** Why a run wrote nothing; undefined when it wrote. */
function refused(run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'no error';
  }
}

describe('files that two runs replace at once', () => {
  it('are all of one of them, and the other says so', () => {
    const names = ['a', 'b', 'c'];
    const read = new Map(names.map((name) => [name, 'old\n']));
    const run = (text: string) => () =>
      replaceFiles(folder, new Map(names.map((name) => [name, text])), read);
    const seen = new Set<string>();
    for (let at = 1, isReached = true; isReached; at++) {
      for (const name of names) writeFileSync(join(folder, name), 'old\n');
      const told: (string | undefined)[] = [];
      isReached = withOther(
        at,
        () => told.push(refused(run('one\n'))),
        () => told.push(refused(run('other\n'))),
      );
      expect(readdirSync(folder).sort()).toEqual(names);
      const texts = [...new Set(names.map((name) => readFileSync(join(folder, name), 'utf8')))];
      expect(texts).toHaveLength(1);
      for (const one of told) expect(one ?? 'file-changed').toContain('file-changed');
      expect(told).toContain(undefined);
      seen.add(texts.join());
    }
    expect([...seen].sort()).toEqual(['one\n', 'other\n']);
  });
});

describe('a site that two builds write at once', () => {
  const siteOf = (pages: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
    const files = new Map(Object.entries(pages));
    const record = { format: 'policyc/build@1', asOf: '2022-01-01', next: null, policies: {} } as const;
    return new Map([...files, ['build.json', buildText(record, files)]]);
  };
  const write = (out: string, files: ReadonlyMap<string, string>): void => {
    const written = writeSite(out, files);
    if ('refused' in written) throw new Error(JSON.stringify(written));
  };
  const old = siteOf({ 'a/index.html': 'old', 'b/index.html': 'old', 'c/index.html': 'old' });
  const one = siteOf({ 'a/index.html': 'one', 'b/index.html': 'old', 'd/index.html': 'one' });
  const other = siteOf({ 'a/index.html': 'other', 'b/index.html': 'other', 'e/index.html': 'other' });

  it.each([
    ['there before', old],
    ['new', undefined],
  ])('is all of one of them, or one says so, and the next build makes it whole: %s', (_, before) => {
    const real = realpathSync(folder);
    for (let at = 1, isReached = true; isReached; at++) {
      const out = join(real, String(at));
      if (before) writeSite(out, before);
      const told: (string | undefined)[] = [];
      isReached = withOther(
        at,
        () => told.push(refused(() => write(out, one))),
        () => told.push(refused(() => write(out, other))),
      );
      for (const why of told) expect(why ?? 'site-busy', String(at)).toContain('site-busy');
      const apart = [one, other].map((files) => staleFiles(out, files).length);
      if (told.at(-1) === undefined) expect(Math.min(...apart), String(at)).toBe(0);
      expect(writeSite(out, other), String(at)).not.toHaveProperty('refused');
      expect(staleFiles(out, other), String(at)).toEqual([]);
      const left = readdirSync(out, { recursive: true })
        .map(String)
        .filter((name) => name.includes('.policyc'));
      expect(left, String(at)).toEqual([]);
    }
  });
});

describe('a note that two runs write at once', () => {
  it('is there once, and the run that came second says so', () => {
    const file = { folder, path: 'changes/a.md', text: 'words', known: new Set<string>() };
    for (let at = 1, isReached = true; isReached; at++) {
      rmSync(join(folder, 'changes'), { recursive: true, force: true });
      mkdirSync(join(folder, 'changes'));
      const told: (string | undefined)[] = [];
      const run = () => told.push(refused(() => void createFiles([file])));
      isReached = withOther(at, run, run);
      expect(readdirSync(join(folder, 'changes'))).toEqual(['a.md']);
      expect(told.filter((one) => one === undefined)).toHaveLength(1);
      if (isReached) expect(told.join()).toContain('file-changed');
    }
    expect(existsSync(join(folder, 'changes/a-2.md'))).toBe(false);
  });
});
