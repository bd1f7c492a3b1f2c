import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { emptyPlace, type Place } from './tools.ts';

// What `policyc init --with` writes beside a policy is run as it was written, by the programs that it is for.
let place: Place;
const read = (path: string): string => readFileSync(join(place.folder, path), 'utf8');
const chapter = 'policies/paper-lamp/chapters/data.yaml';
const edit = (from: string, to: string): void =>
  writeFileSync(
    join(place.folder, chapter),
    read(chapter).replace(from, () => to),
  );
const git = (...args: readonly string[]): string => place.must('git', ...args);

beforeAll(() => {
  place = emptyPlace();
  place.must('npm', 'install', '--no-audit', '--no-fund', '--save-dev', inject('tarball'));
  place.must(
    'npx',
    '--no-install',
    'policyc',
    'init',
    '--yes',
    '--company',
    'Paper Lamp',
    '--country',
    'IE',
    '--with',
    'github,gitlab,hook,codeowners,gitattributes,prettier,vscode',
  );
  place.must('npx', '--no-install', 'policyc', 'release', '--effective', '2022-06-02');
  writeFileSync(join(place.folder, '.gitignore'), 'node_modules\nsite\norigin.git\n.npm\nquality.json\n');
  git('init', '-q', '-b', 'main');
  git('config', 'core.hooksPath', '.githooks');
  git('add', '-A');
  git('commit', '-qm', 'The first version');
  git('clone', '-q', '--bare', '.', 'origin.git');
  git('remote', 'add', 'origin', join(place.folder, 'origin.git'));
  git('fetch', '-q', 'origin');
  git('switch', '-q', '-c', 'request');
});
afterAll(() => place.away());

/** The commands of the workflow for GitHub, one step after the other, as its runner starts them. */
function workflow(): string[] {
  const { jobs } = parse(read('.github/workflows/policy.yml')) as {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
  };
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
}

function pipeline(): string[] {
  const { policyc } = parse(read('.gitlab/policyc.yml')) as {
    readonly policyc: { readonly before_script: readonly string[]; readonly script: readonly string[] };
  };
  return [...policyc.before_script, ...policyc.script];
}

const inCi = (script: readonly string[]) =>
  place.run(
    'env',
    'CI=true',
    'GITHUB_BASE_REF=main',
    'CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main',
    'bash',
    '-eo',
    'pipefail',
    '-c',
    script.join('\n'),
  );

describe('a change that nobody has decided about', () => {
  beforeAll(() => edit('source: provided, method: form', 'source: third-party'));

  it('is stopped by the hook', () => {
    const { status, said } = place.run('git', 'commit', '-qam', 'From others');
    expect(said).toContain('Write the missing notes: npx policyc note');
    expect(status).not.toBe(0);
  });

  it('is stopped by the workflow for GitHub and by the job for GitLab', () => {
    git('commit', '-qam', 'From others', '--no-verify');
    for (const script of [workflow(), pipeline()]) {
      const { status, said } = inCi(script);
      expect(said).toContain('Answering you');
      expect(status, said).toBe(1);
    }
  });
});

describe('the same, once it is noted', () => {
  it('passes all three', () => {
    place.must(
      'npx',
      '--no-install',
      'policyc',
      'note',
      '--reason',
      'A new form.',
      '--by',
      'Counsel',
      '--text',
      'We get it from others.',
    );
    git('add', '-A');
    git('commit', '-qm', 'From others, and why');
    for (const script of [workflow(), pipeline()]) {
      const { status, said } = inCi(script);
      expect(status, said).toBe(0);
    }
  });

  it('what is not for a program is as its readers want it', () => {
    expect(JSON.parse(read('.vscode/settings.json'))).toHaveProperty(['files.readonlyInclude']);
    expect(git('check-attr', 'text', '--', 'policies/paper-lamp/archive/0001/manifest.json')).toContain(
      'text: unset',
    );
  });
});
