import fs, {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeResult } from '../../src/cli/stranger.ts';

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

describe('a result', () => {
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
