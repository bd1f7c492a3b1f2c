import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../src/base/canonical.ts';
import { runHere } from './here.ts';

/** Requests in real git repositories: a main branch with a released policy, and a branch that wants in. */

const samples = join(import.meta.dirname, '../samples/diff/policies');
let root = '';
let out = '';
let notes = '';

const run = async (...args: string[]): Promise<number> => {
  const ran = await runHere(root, args, { now: () => Date.UTC(2024, 0, 15) });
  [out, notes] = [ran.out, ran.note];
  return ran.code;
};

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.example', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const edit = (path: string, from: string | RegExp, to: string): void => {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8').replace(from, to);
  expect(text).not.toBe(readFileSync(file, 'utf8'));
  writeFileSync(file, text);
};

const commit = (message: string): void => {
  git('add', '-A');
  git('commit', '-q', '-m', message);
};

const made = mkdtempSync(join(tmpdir(), 'policyc-request-'));

beforeAll(async () => {
  root = made;
  cpSync(join(samples, '_base'), join(root, 'policy'), { recursive: true });
  writeFileSync(join(root, 'policyc.yaml'), 'format: policyc/workspace@1\npolicies: [policy]\n');
  git('init', '-q', '-b', 'main');
  expect(await run('release', '--effective', '2024-01-15')).toBe(0);
  commit('Release 1');
  git('checkout', '-q', '-b', 'request');
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policyc-request-'));
  cpSync(made, root, { recursive: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

describe('a request', () => {
  it('that changes nothing passes', async () => {
    expect(await run('diff', '--target', 'main')).toBe(0);
    expect(out).toContain('No change.');
  });

  it('that brings policyc, with a first version, says where its pages are: nothing led anywhere else before', async () => {
    vi.stubEnv('GIT_COMMITTER_DATE', '2024-01-15T00:00:00Z');
    git('checkout', '-q', '--orphan', 'empty');
    git('rm', '-rfq', '--cached', '.');
    rmSync(join(root, 'policy/archive'), { recursive: true });
    git('commit', '-q', '--allow-empty', '-m', 'Nothing');
    git('checkout', '-q', '-b', 'first');
    const workspace = 'format: policyc/workspace@1\npolicies: [policy]\n';
    writeFileSync(
      join(root, 'policyc.yaml'),
      `${workspace}site: { url: "https://shop.example", out: pages }\n`,
    );
    expect(await run('release', '--effective', '2024-01-15')).toBe(0);
    commit('All of it');
    expect(await run('diff', '--target', 'empty')).toBe(0);
    edit('policyc.yaml', 'shop.example', 'else.example');
    commit('Elsewhere');
    expect(await run('diff', '--target', 'empty')).toBe(1);
    expect(out).toContain('site.url is now https://else.example');
  });

  it('that adds data without a note is stopped', async () => {
    edit(
      'policy/chapters/use.yaml',
      '[biometric.face_features]',
      '[biometric.face_features, biometric.voiceprint]',
    );
    commit('Voice');
    expect(await run('diff', '--target', 'main')).toBe(1);
    expect(out).toContain('now also uses your voiceprint');
  });

  it('is not blamed for what its target had not decided yet', async () => {
    git('checkout', '-q', 'main');
    edit('policy/chapters/rules.yaml', 'P15D', 'P30D');
    commit('Slower answers');
    git('checkout', '-q', '-B', 'request');
    edit('policy/chapters/rules.yaml', 'To see your data', 'To read your data');
    commit('Words');
    expect(await run('diff', '--target', 'main', '--format', 'json')).toBe(1);
    const [policy] = (JSON.parse(out) as { policies: { changes: { kind: string; state: string }[] }[] })
      .policies;
    const found = policy?.changes.map(({ kind, state }) => [kind, state]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['right-answer-slower', 'backlog'],
        ['text-changed', 'open'],
      ]),
    );
    git('checkout', '-q', 'main');
    expect(await run('diff', '--target', 'main')).toBe(0);
    expect(out).toContain('Backlog of the target');
  });

  it('that rewrites a released version is caught', async () => {
    edit('policy/archive/0001/public/policy.en.md', 'Sample', 'Simple');
    commit('A typo');
    expect(await run('diff', '--target', 'main')).toBe(1);
    expect(out).toContain('archive-not-trusted');
  });

  it('that forges a version of its own is caught, hashes and all', async () => {
    edit('policy/chapters/rules.yaml', 'P15D', 'P30D');
    expect(await run('release', '--effective', '2024-03-01', '--override', 'because', '--by', 'me')).toBe(0);
    commit('Release 2');
    expect(await run('diff', '--target', 'main')).toBe(1);
    expect(out).toContain('archive-not-decided');

    const folder = join(root, 'policy/archive/0002');
    const policyText = readFileSync(join(folder, 'public/policy.json'), 'utf8').replaceAll(
      '"P30D"',
      '"P15D"',
    );
    writeFileSync(join(folder, 'public/policy.json'), policyText);
    const manifestText = readFileSync(join(folder, 'manifest.json'), 'utf8').replace(
      /("public\/policy\.json":")[0-9a-f]{64}/,
      `$1${sha256(policyText)}`,
    );
    writeFileSync(join(folder, 'manifest.json'), manifestText);
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
      .replace(/^[0-9a-f]{64}( [ *]public\/policy\.json)$/m, `${sha256(policyText)}$1`)
      .replace(/^[0-9a-f]{64}( [ *]manifest\.json)$/m, `${sha256(manifestText)}$1`);
    writeFileSync(join(folder, 'SHA256SUMS'), sums);
    commit('Forged');
    expect(await run('archive', 'verify')).toBe(0);
    expect(await run('diff', '--target', 'main')).toBe(1);
    expect(out).toContain('archive-not-derived');
  });

  it('that switches a rule off has a change to review', async () => {
    writeFileSync(
      join(root, 'policyc.yaml'),
      'format: policyc/workspace@1\npolicies: [policy]\nrules: { basic-without-refusal: off }\n',
    );
    commit('Quiet');
    expect(await run('diff', '--target', 'main')).toBe(1);
    expect(out).toContain('The rule basic-without-refusal is now off; it was error.');
    expect(await run('diff')).toBe(1);
    expect(out).toContain('gate-weakened');
  });

  it('finds a policy folder that was moved', async () => {
    renameSync(join(root, 'policy'), join(root, 'moved'));
    writeFileSync(join(root, 'policyc.yaml'), 'format: policyc/workspace@1\npolicies: [moved]\n');
    commit('Move');
    expect(await run('diff', '--target', 'main')).toBe(0);
    expect(out).toContain('No change.');
  });

  it('works in a worktree', async () => {
    edit('policy/chapters/rules.yaml', 'P15D', 'P30D');
    commit('Slower');
    const tree = join(root, 'tree');
    git('worktree', 'add', '-q', '--detach', tree, 'request');
    root = tree;
    expect(await run('diff', '--target', 'main')).toBe(1);
    root = join(tree, '..');
  });

  it('of a clone without history says what to fetch', async () => {
    edit('policy/chapters/rules.yaml', 'P15D', 'P30D');
    commit('Slower');
    const origin = root;
    const clone = mkdtempSync(join(tmpdir(), 'policyc-shallow-'));
    execFileSync('git', ['clone', '-q', '--depth', '1', '--no-single-branch', `file://${origin}`, clone]);
    root = clone;
    expect(await run('diff', '--target', 'origin/main')).toBe(2);
    expect(notes).toContain('git fetch --unshallow origin');
    expect(out).toBe('');
    root = origin;
    rmSync(clone, { recursive: true, force: true });
  });

  it('against a ref that does not exist, or is an option, is refused', async () => {
    expect(await run('diff', '--target', 'nowhere')).toBe(2);
    expect(notes).toContain('git has no commit called nowhere');
    expect(notes).not.toContain('git fetch');
    expect(await run('diff', '--target', '--upload-pack=x')).toBe(2);
  });

  it('sees what is staged and nothing else with git:index', async () => {
    edit('policy/chapters/rules.yaml', 'P15D', 'P30D');
    expect(await run('diff', 'archive:latest', 'git:index')).toBe(0);
    git('add', '-A');
    expect(await run('diff', 'archive:latest', 'git:index')).toBe(1);
  });
});

describe('notes', () => {
  it('declare what no fact can show: a material change with all that is owed', async () => {
    expect(
      await run(
        'note',
        '--declare',
        'service-model',
        '--reason',
        'Risk found',
        '--by',
        'office',
        '--text',
        'We looked into it.',
      ),
    ).toBe(0);
    expect(await run('diff')).toBe(0);
    expect(out).toContain('Material. 1 material change (1 noted, 0 not)');
    const note = 'policy/changes/declared-service-model.md';
    expect(readFileSync(join(root, note), 'utf8')).toMatch(/^decision: (?:notify|consent)$/m);
    edit(note, /^decision: .*$/m, 'decision: editorial');
    expect(await run('diff')).toBe(1);
    expect(out).toContain('note-lowers-material');
    edit(note, /^decision: .*$/m, 'decision: notify');
    expect(await run('diff')).toBe(0);
    expect(await run('release', '--effective', '2024-01-20')).toBe(1);
    expect(notes).toContain('30 days');
    expect(await run('release', '--effective', '2024-03-20')).toBe(0);
    const told = readFileSync(join(root, 'policy/archive/0002/public/changes.json'), 'utf8');
    expect(told).toContain('We looked into it.');
    expect(await run('archive', 'verify')).toBe(0);
    expect(await run('diff')).toBe(0);
    expect(out).toContain('No change');
    expect(await run('release', '--effective', '2024-03-21')).toBe(2);
    expect(notes).toContain('there is nothing to release');
  });

  it('are bound to the version they were written against, and can be carried over', async () => {
    edit('policy/chapters/rules.yaml', 'P15D', 'P30D');
    expect(
      await run('note', '--reason', 'Slow', '--by', 'office', '--text', 'We answer within 30 days.'),
    ).toBe(0);
    expect(await run('diff')).toBe(0);
    edit('policy/chapters/rules.yaml', 'P30D', 'P15D');
    renameSync(join(root, 'policy/changes'), join(root, 'kept'));
    edit('policy/chapters/rules.yaml', 'To see your data', 'To read your data');
    expect(await run('note', '--decision', 'editorial', '--reason', 'Words', '--by', 'office')).toBe(0);
    expect(await run('release', '--effective', '2024-01-20')).toBe(0);
    rmSync(join(root, 'policy/changes'), { recursive: true });
    renameSync(join(root, 'kept'), join(root, 'policy/changes'));
    edit('policy/chapters/rules.yaml', 'P15D', 'P30D');
    expect(await run('diff')).toBe(1);
    expect(out).toContain('note-stale');
    expect(await run('note', '--rebase')).toBe(0);
    expect(out).toContain('1 change carried over');
    expect(await run('diff')).toBe(0);
  });
});
