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
  'note-unfinished': needsAnArchive,
  'note-unused': needsAnArchive,
  'note-stale': needsAnArchive,
  'note-lowers-material': needsAnArchive,
  'note-without-practice': needsAnArchive,
};

/**
 * Samples whose expected file, written by hand, says what should be said and is not yet. A test fails as soon as
 * one of them is mended: take it off the list then.
 */
const knownFaults: Readonly<Record<string, string>> = {
  'duplicate-chapter': 'of two chapter files with one id, one is lost without a word',
  'duplicate-entry-two-forms': 'the purposes that the second entry inherits are reported too',
  'duplicate-id-same-kind': 'every fact of the second clause is reported too',
  'file-unreadable-policy': 'a policy.yaml that cannot be read is said to be missing as well',
};

describe('samples of what check says', () => {
  it.each(sampleNames.filter((name) => !(name in knownFaults)))('%s', (name) => {
    const file = join(samplesFolder, name, 'expected.txt');
    const said = report(readSample(name));
    if (update) writeFileSync(file, said);
    expect(said).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });

  it.fails.each(Object.keys(knownFaults))('%s', (name) => {
    expect(report(readSample(name))).toBe(readFileSync(join(samplesFolder, name, 'expected.txt'), 'utf8'));
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
