import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Repository, release, twoPolicies } from './repository.ts';

/** Two branches that both released #2, in real repositories. */
let here: Repository;
beforeEach(() => {
  here = twoPolicies();
  return () => here.away();
});

const policy = 'policies/shop';
const about = `${policy}/chapters/about.yaml`;
const main = `${policy}/chapters/main.yaml`;

const decided = ['--decision', 'editorial', '--reason', 'It says so.', '--by', 'Counsel'];
const note = () => here.policyc('note', '-p', policy, ...decided);

function released(file: string, words: string, effective: string): void {
  here.write(file, `${here.read(file).trimEnd()}\n  - { id: ${words}, kind: statement, title: ${words} }\n`);
  const noted = note();
  expect(noted.exit).toBe(0);
  release(here, policy, effective);
  here.commit(`Release ${words}`);
}

function bothReleased(): void {
  here.git('checkout', '-q', 'main');
  released(about, 'theirs', '2022-08-01');
  here.git('checkout', '-q', 'request');
  released(main, 'ours', '2022-09-01');
}

/** What the command says to do next, done. */
function finished(): void {
  expect(here.policyc('note', '-p', policy, '--rebase').exit).toBe(0);
  const diff = here.policyc('diff', '-p', policy);
  expect([diff.exit, diff.out]).toEqual([0, expect.stringContaining('(1 noted, 0 not)')]);
  release(here, policy, '2022-09-01');
  here.commit('Release ours again');
  const list = here.policyc('archive', 'list', '-p', policy, '--as-of', '2022-10-01').out;
  expect(list).toMatch(/2022-07-01[\s\S]*2022-08-01[\s\S]*2022-09-01/);
  expect(here.policyc('archive', 'verify', '-p', policy).exit).toBe(0);
  // What the release decided is in the archive, no note waits, and the gate is open.
  expect(here.git('ls-files', `${policy}/changes`)).toBe('');
  const gate = here.policyc('diff', '-p', policy, '--target', 'main');
  expect([gate.exit, gate.out]).toEqual([0, expect.not.stringContaining('No change note yet')]);
  expect(here.git('diff', '--stat', 'main', '--', `${policy}/archive/0001`, `${policy}/archive/0002`)).toBe(
    '',
  );
}

describe('two branches that both released', () => {
  it('are mended before they are merged', () => {
    bothReleased();
    const followed = here.policyc('archive', 'follow', 'main', '-p', policy);
    expect([followed.exit, followed.out]).toEqual([
      0,
      expect.stringContaining('#2 (2022-08-01) came, #2 (2022-09-01) went'),
    ]);
    expect(followed.err).toContain('policyc release --published');
    here.commit('Follow main');
    here.git('merge', '-q', '-m', 'Merge', 'main');
    finished();
  });

  it('are mended in the middle of a merge into the branch whose versions stay', () => {
    bothReleased();
    here.git('checkout', '-q', 'main');
    expect(() => here.git('merge', '-q', 'request')).toThrow();
    const followed = here.policyc('archive', 'follow', 'main', '-p', policy);
    expect([followed.exit, followed.out]).toEqual([
      0,
      expect.stringContaining('#2 (2022-08-01) came, #2 (2022-09-01) went'),
    ]);
    expect(followed.err).toContain('Finish the merge and commit it');
    here.commit('Merge request');
    finished();
  });

  it('are mended in the middle of a merge that conflicts', () => {
    bothReleased();
    expect(() => here.git('merge', '-q', 'main')).toThrow();
    expect(here.policyc('archive', 'follow', 'main', '-p', policy).exit).toBe(0);
    here.commit('Merge main');
    finished();
  });

  it('loses nothing that no commit has', () => {
    bothReleased();
    here.write(main, `${here.read(main).trimEnd()}\n  - { id: more, kind: statement, title: More }\n`);
    note();
    release(here, policy, '2022-10-01');
    const refused = here.policyc('archive', 'follow', 'main', '-p', policy);
    expect([refused.exit, refused.err]).toEqual([
      2,
      expect.stringContaining('#3 (2022-10-01), or a notice recorded beside, is in no commit'),
    ]);
    expect(here.policyc('archive', 'list', '-p', policy).out).toContain('2022-10-01');
  });

  it('lose no notice that was recorded and is in no commit', () => {
    bothReleased();
    const record = ['archive', 'record', '2', '--channel', 'announcement', '--sent', '2022-06-01'];
    expect(here.policyc(...record, '--evidence', 'T-1', '--by', 'Counsel', '-p', policy).exit).toBe(0);
    const refused = here.policyc('archive', 'follow', 'main', '-p', policy);
    expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining('#2 (2022-09-01), or a notice')]);
    here.commit('Record it');
    expect(here.policyc('archive', 'follow', 'main', '-p', policy).exit).toBe(0);
  });

  it('are mended by the same again, when that was killed behind the notes that came back', () => {
    bothReleased();
    expect(here.policyc('archive', 'follow', 'main', '-p', policy).exit).toBe(0);
    const once = readdirSync(join(here.root, policy, 'changes'));
    here.git('restore', '--staged', '--worktree', `${policy}/archive`);
    expect(here.policyc('archive', 'follow', 'main', '-p', policy).exit).toBe(0);
    expect(readdirSync(join(here.root, policy, 'changes'))).toEqual(once);
    here.commit('Follow main');
    here.git('merge', '-q', '-m', 'Merge', 'main');
    finished();
  });

  it('keep their notes when a run fails that another one was faster than', () => {
    bothReleased();
    const follow = ['archive', 'follow', 'main', '-p', policy];
    expect(here.policyc(...follow).exit).toBe(0);
    const changes = join(here.root, policy, 'changes');
    const notes = readdirSync(changes);
    // This run brings them back itself, and finds no room for the versions, which are there.
    rmSync(changes, { recursive: true });
    const args = ['-c', 'ulimit -f 2; "$0" "$@"', process.execPath, here.program, ...follow];
    expect(spawnSync('bash', args, { cwd: here.root }).status).toBe(2);
    expect(readdirSync(changes)).toEqual(notes);
  });

  it('have nothing to mend where no merge is under way, whatever a branch or a tag is called', () => {
    bothReleased();
    here.git('checkout', '-q', 'main');
    here.git('tag', 'MERGE_HEAD', 'request');
    const followed = here.policyc('archive', 'follow', 'main', '-p', policy);
    expect([followed.exit, followed.out]).toEqual([0, expect.stringContaining('Nothing to mend')]);
    expect(here.git('status', '--porcelain')).toBe('');
  });

  it('have nothing to mend while one of them alone released', () => {
    released(main, 'ours', '2022-09-01');
    const followed = here.policyc('archive', 'follow', 'main', '-p', policy);
    expect([followed.exit, followed.out]).toEqual([0, expect.stringContaining('Nothing to mend')]);
  });
});
