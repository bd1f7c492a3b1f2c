import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Code, messages } from '../../src/base/messages.ts';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import { largestFile } from '../../src/snapshot/snapshot.ts';
import { overSmall, readSample, report, sampleNames, samplesFolder } from './sample.ts';

/** `UPDATE=1 npx vitest run test/check/samples.test.ts` writes the expected files anew; read what changed. */
const update = process.env.UPDATE === '1';

const needsAnArchive =
  'holds a change note against an archive, which `check` never reads: see test/scenarios';

/** Codes without a sample, and why. */
const withoutSample: Partial<Record<Code, string>> = {
  'archive-not-trusted': 'judges a request: see test/cli/request.test.ts',
  'archive-not-derived': 'judges a request: see test/cli/request.test.ts',
  'archive-not-decided': 'judges a request: see test/cli/request.test.ts',
  'note-unfinished': needsAnArchive,
  'note-unused': needsAnArchive,
  'note-stale': needsAnArchive,
  'note-lowers-material': needsAnArchive,
  'note-without-practice': needsAnArchive,
  'note-translation-orphan': 'is found among change notes: see test/gate/note.test.ts',
  'note-translation-front-matter': 'is found among change notes: see test/gate/note.test.ts',
};

describe('samples of what check says', () => {
  it.each(sampleNames)('%s', (name) => {
    const file = join(samplesFolder, name, 'expected.txt');
    const said = report(readSample(name));
    if (update) writeFileSync(file, said);
    expect(said).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });
});

describe('every code', () => {
  const codes = Object.keys(messages) as Code[];
  const triggered = new Set(
    sampleNames.flatMap((name) => checkSnapshot(readSample(name)).problems.map((problem) => problem.code)),
  );

  it('has a sample that triggers it, or a reason for having none', () => {
    const untried = codes.filter((code) => !triggered.has(code));
    expect(untried.sort()).toEqual(Object.keys(withoutSample).sort());
  });
});

describe('a file over the limit', () => {
  it('is reported without being read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policyc-large-'));
    try {
      mkdirSync(join(folder, 'chapters'));
      writeFileSync(join(folder, 'chapters/main.yaml'), `# ${'x'.repeat(largestFile)}\n`);
      const said = report(overSmall(readFolder(folder, () => true)));
      expect(said).toBe(
        'chapters/main.yaml:1:1 error file-unreadable\n' +
          '  This file cannot be read: it is larger than 2 MiB.\n' +
          '  Save it as UTF-8 text of at most 2 MiB.\n',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
