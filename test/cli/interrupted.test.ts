import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Repository, release, twoPolicies } from './repository.ts';

/** What a command that was killed leaves, and what the same command makes of it. */
let here: Repository;
beforeEach(() => {
  here = twoPolicies();
  return () => here.away();
});

const policy = 'policies/shop';
const main = `${policy}/chapters/main.yaml`;
const decided = ['--decision', 'editorial', '--reason', 'It says so.', '--by', 'Counsel'];
const add = (id: string): void =>
  here.write(main, `${here.read(main).trimEnd()}\n  - { id: ${id}, kind: statement, title: Words }\n`);
const run = (line: string) => here.policyc(...line.split(' '), '-p', policy);
const onlyArchive = (): string => here.git('status', '--short', '-uall', policy);

describe('a release that was killed behind its rename', () => {
  const dates = '--published 2022-06-02 --effective 2022-08-01';

  it('ends well when it is run again: it says what it did, adds no version, and puts its notes away', () => {
    add('ours');
    here.policyc('note', '-p', policy, ...decided);
    here.commit('Noted');
    const first = run(`release ${dates}`);
    expect(first.exit).toBe(0);
    const stored = onlyArchive();
    for (const killed of ['before', 'behind']) {
      if (killed === 'before') here.git('checkout', '-q', '--', `${policy}/changes`);
      const again = run(`release ${dates}`);
      expect([again.exit, again.out, again.err]).toEqual([
        0,
        first.out,
        expect.stringContaining('already, byte for byte: nothing was written'),
      ]);
      expect(onlyArchive()).toBe(stored);
    }
    expect(run('archive verify').exit).toBe(0);
  });

  it('asks for no decision again that it has recorded, whatever the day', () => {
    expect(run(`release ${dates} --corrects 1`).exit).not.toBe(0);
    here.policyc('note', '-p', policy, '--act', 'corrects #1', ...decided, '--text', 'We mend it.');
    const lines = [`release ${dates} --corrects 1`, 'release --effective 2022-08-01 --corrects 1'];
    const [first, ...others] = [...lines, 'release --published 2022-06-03 --effective 2022-08-01'].map(run);
    expect([first?.exit, first?.err]).toEqual([0, '']);
    for (const { exit, err } of others) {
      expect(exit).not.toBe(1);
      expect(err).toMatch(/nothing was written|If it is in no commit yet, commit it/);
    }
    expect(readdirSync(join(here.root, policy, 'archive')).sort()).toEqual([
      '.gitattributes',
      '0001',
      '0002',
    ]);
  });

  it('is another one under another name, with a note that waits, or on other dates', () => {
    add('ours');
    const line = ['release', '-p', policy, ...dates.split(' '), '--override', 'So be it.', '--by'];
    expect(here.policyc(...line, 'Counsel').exit).toBe(0);
    expect(here.policyc(...line, 'Counsel').exit).toBe(0);
    expect(here.policyc(...line, 'Somebody').exit).toBe(2);
    expect(here.policyc(...line.map((one) => one.replace('08-01', '08-02')), 'Counsel').exit).toBe(2);
    here.policyc('note', '-p', policy, '--act', 'corrects #2', ...decided);
    expect(here.policyc(...line, 'Counsel').exit).toBe(2);
  });

  it('ends well too when it takes a version back, or takes over a document', () => {
    add('ours');
    release(here, policy, '2022-08-01', '--override', 'So be it.', '--by', 'Counsel');
    const back = ['release', '-p', policy, '--published', '2022-06-02', '--effective', '2022-08-01'];
    back.push('--withdraws', '2', '--override', 'So be it.', '--by', 'Counsel');
    here.write('fresh/old.md', '# Privacy\n\nWe keep your address for a year.\n');
    const cwd = ['--cwd', 'fresh'];
    here.policyc(...cwd, 'init', '-y', '--company', 'Acme', '--country', 'IE');
    const taken = [...cwd, 'archive', 'adopt', 'old.md', '--effective', '2019-01-01', '--by', 'Counsel'];
    for (const line of [back, taken]) {
      const [first, again] = [here.policyc(...line), here.policyc(...line)];
      expect([first.exit, again.exit, again.out]).toEqual([0, 0, first.out]);
    }
    expect(here.policyc(...taken.slice(0, -1), 'Somebody').exit).toBe(2);
  });
});

describe('notes that were being written', () => {
  it('leave nothing unfinished behind the next run, but for what a run that goes on writes', () => {
    const place = (pid: number) => join(here.root, policy, `changes/.ours.md.${pid}-0.policyc-new`);
    // No process has so high a number.
    const [dead, alive] = [9_999_999, process.pid];
    for (const command of ['note', 'release --effective 2022-08-01 --published 2022-06-02']) {
      add(command === 'note' ? 'ours' : 'theirs');
      here.policyc('note', '-p', policy, ...decided);
      for (const pid of [dead, alive]) writeFileSync(place(pid), 'half');
      const { exit, err } = run(command);
      expect([exit, err]).toEqual([0, expect.stringMatching(/^Removed changes\/\.ours\.md\.9999999-0/m)]);
      expect([dead, alive].map((pid) => existsSync(place(pid)))).toEqual([false, true]);
    }
  });
});

describe('a version whose source cannot be read', () => {
  it('is compared with nothing, released after by nobody, and passes no gate', () => {
    add('ours');
    here.remove(`${policy}/archive/0001/internal/source/policyc.yaml`);
    for (const line of ['diff', 'note', 'release --effective 2022-08-01 --published 2022-06-02']) {
      const { exit, err } = run(line);
      expect([exit, err]).toEqual([
        2,
        expect.stringContaining('internal/source/policyc.yaml is missing, or'),
      ]);
    }
  });
});
