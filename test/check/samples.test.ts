import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Code, messages } from '../../src/base/messages.ts';
import { largestFile } from '../../src/snapshot/allowance.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import { parseScenario } from '../cli/scenario.ts';
import { overSmall, problemsOf, readSample, report, sampleNames, samplesFolder } from './sample.ts';

/** `UPDATE=1 npx vitest run test/check/samples.test.ts` writes the expected files anew; read what changed. */
const update = process.env.UPDATE === '1';
const scenarios = join(import.meta.dirname, '../scenarios');

/** Codes that neither a sample nor a scenario brings about, and why. */
const untriable: Partial<Record<Code, string>> = {
  'file-irregular': 'needs a link: see test/cli/walls-git.test.ts',
  'path-twin': 'some systems cannot hold both files: see test/snapshot/listing.test.ts',
  'archive-misdated': 'needs the clock: see test/cli/walls-time.test.ts',
  'git-converts': 'needs an attribute of git: see test/cli/walls-git.test.ts',
  'git-looks-away': 'needs a mark in the index: see test/cli/walls-clones.test.ts',
  'notice-recorded': 'needs a target: see test/cli/request-attacks.test.ts',
  'next-request-blocked': 'needs a target: see test/cli/walls-next.test.ts',
  'archive-not-derived': 'needs a forged version with every hash made anew: see test/cli/request.test.ts',
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
    sampleNames.flatMap((name) => problemsOf(readSample(name)).map(({ code }) => code)),
  );

  /** What the built program printed in a scenario: a line with a place, a severity and the code. */
  const printed = new Set(
    readdirSync(scenarios).flatMap((name) =>
      parseScenario(readFileSync(join(scenarios, name), 'utf8')).steps.flatMap((step) =>
        step.is === 'command'
          ? [...step.expected.stdout.matchAll(/^\S+:\d+:\d+ {2}(?:error|warning|info) {2}(\S+)$/gm)].map(
              (match) => match[1],
            )
          : [],
      ),
    ),
  );

  it('has a sample or a scenario that brings it about, or a reason for having none', () => {
    const untried = codes.filter((code) => !triggered.has(code) && !printed.has(code));
    expect(untried.sort()).toEqual(Object.keys(untriable).sort());
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
          '  Put it into several files, each of at most as much.\n',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
