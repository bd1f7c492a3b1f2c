import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { commitAll, type Monorepo, makeMonorepo, policy } from './monorepo.ts';

const project = join(import.meta.dirname, '../..');
/** As folders are called where nobody thinks of shells. */
const folder = 'la société à côté';
const about = `${policy}/chapters/about.yaml`;

/** A way to have policyc look at each commit. */
interface Way {
  readonly name: string;
  /** What a company installs beside policyc. */
  readonly packages?: readonly string[];
  readonly install: (company: Monorepo) => void;
}

/** The text of an example in docs/hooks.md, so that what is documented is what is tried. */
function example(heading: string, at = 0): string {
  const text = readFileSync(join(project, 'docs/hooks.md'), 'utf8');
  const section = text.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
  const found = [...section.matchAll(/^```\w+\n(.*?)^```/gms)][at]?.[1];
  if (found === undefined) throw new Error(`docs/hooks.md has no example ${at} under ${heading}`);
  return found;
}

const ways: readonly Way[] = [
  {
    name: 'pre-commit, hooks of a repository',
    install(company) {
      const hooks = releaseRepository(company);
      const rev = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: hooks, encoding: 'utf8' }).trim();
      const config = example('pre-commit')
        .replace('URL of this repository', hooks)
        .replace('a tag or commit of it', rev);
      company.write('.pre-commit-config.yaml', config);
      company.must('pre-commit', 'install');
    },
  },
  {
    name: 'pre-commit, the policyc that the repository installs',
    install(company) {
      company.write('.pre-commit-config.yaml', example('pre-commit', 1));
      company.must('pre-commit', 'install');
    },
  },
  {
    name: 'a plain hook of git',
    install(company) {
      company.write('hooks/pre-commit', example('A plain hook'));
      chmodSync(join(company.root, 'hooks/pre-commit'), 0o755);
      company.must('git', 'config', 'core.hooksPath', 'hooks');
    },
  },
  {
    name: 'husky',
    packages: ['husky@9'],
    install(company) {
      company.must('npx', '--no-install', 'husky');
      company.write('.husky/pre-commit', example('husky'));
    },
  },
  {
    name: 'lefthook',
    packages: ['lefthook@2'],
    install(company) {
      company.write('lefthook.yml', example('lefthook'));
      company.must('npx', '--no-install', 'lefthook', 'install');
    },
  },
  {
    name: 'husky and lint-staged',
    packages: ['husky@9', 'lint-staged@16'],
    install(company) {
      company.must('npx', '--no-install', 'husky');
      company.write('.husky/pre-commit', 'npx --no-install lint-staged\n');
      company.write('lint-staged.config.js', example('lint-staged'));
    },
  },
];

/** What a release of policyc is as a repository: what npm packs, and the hooks. */
function releaseRepository({ around, must }: Monorepo): string {
  const folder = join(around, 'policyc');
  mkdirSync(folder);
  must('tar', '-xzf', inject('tarball'), '--strip-components=1', '-C', folder);
  copyFileSync(join(project, '.pre-commit-hooks.yaml'), join(folder, '.pre-commit-hooks.yaml'));
  // Built already, so that nothing is needed to build it.
  const packed = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { devDependencies: _, scripts: __, ...rest } = packed;
  writeFileSync(join(folder, 'package.json'), JSON.stringify(rest));
  commitAll(folder);
  return folder;
}

describe.each(ways)('$name', ({ packages, install }) => {
  let company: Monorepo;
  const commit = (): { exit: number | null; said: string } =>
    company.run('git', ['commit', '-m', 'A change']);
  const stage = (...paths: readonly string[]): void => void company.must('git', 'add', ...paths);

  beforeAll(() => {
    company = makeMonorepo(inject('tarball'), packages, folder);
    install(company);
    company.must('git', 'add', '-A');
    company.must('git', 'commit', '-qm', 'Hooks');
  });
  afterAll(() => company.away());

  it('does not run when no file of a policy is staged', () => {
    company.edit(about, 'P15D', 'P20D');
    company.write('src/app.js', 'export const answer = 43;\n');
    stage('src/app.js');
    const { exit, said } = commit();
    expect(exit, said).toBe(0);
    expect(said).not.toMatch(/No change|facts and \d+ texts|Policy|No problems/);
    company.must('git', 'checkout', about);
  });

  it('lets pass what means the same', () => {
    company.edit(about, 'chapter: about', '# Checked\nchapter: about');
    stage(about);
    const { exit, said } = commit();
    expect(exit, said).toBe(0);
  });

  it('stops a material change that no note decides, and lets it pass with its note', () => {
    company.edit(about, 'P15D', 'P20D');
    stage(about);
    const { exit, said } = commit();
    expect(exit).not.toBe(0);
    expect(said).toContain('No change note yet');
    // What it says to do can be typed where the commit was.
    expect(said).toMatch(/policyc note --cwd packages\/legal\n/);
    const words = ['--reason', 'Slower.', '--by', 'counsel', '--text', 'We answer within 20 days.'];
    company.must('npx', '--no-install', 'policyc', 'note', '--cwd', 'packages/legal', ...words);
    // A note that is not staged decides nothing.
    expect(commit().exit).not.toBe(0);
    stage(`${policy}/changes`);
    const noted = commit();
    expect(noted.exit, noted.said).toBe(0);
  });

  it('sees what is staged, and not what lies beside it', () => {
    company.edit(about, 'P20D', 'P40D');
    stage(about);
    company.edit(about, 'P40D', 'P20D');
    expect(commit().exit, 'the mend is not staged').not.toBe(0);
    company.must('git', 'checkout', 'HEAD', '--', about);
    company.edit(about, '# Checked', '# Checked again');
    stage(about);
    company.edit(about, 'P20D', 'P40D');
    const beside = commit();
    expect(beside.exit, beside.said).toBe(0);
    expect(company.read(about)).toContain('P40D');
    company.must('git', 'checkout', 'HEAD', '--', about);
  });

  it('stops what is not a policy any more', () => {
    company.edit(about, 'kind: retention', 'kind: retentoin');
    stage(about);
    const { exit, said } = commit();
    expect(exit).not.toBe(0);
    expect(said).toContain('retentoin');
    company.must('git', 'checkout', 'HEAD', '--', about);
  });
});

describe('pre-commit try-repo', () => {
  let company: Monorepo;
  beforeAll(() => {
    company = makeMonorepo(inject('tarball'), [], folder);
    company.edit(about, 'P15D', 'P20D');
    company.must('git', 'add', about);
  });
  afterAll(() => company.away());
  const tried = (repository: string, hook: string): ReturnType<Monorepo['run']> => {
    // pre-commit has no way to hand arguments to a hook that is only tried: it is tried where the policies are.
    const args = ['try-repo', repository, hook, '--verbose'];
    return company.run('pre-commit', args);
  };

  it('runs both hooks of a release, on a repository of one policy', () => {
    company.must('git', 'mv', `${policy}/policy.yaml`, `${policy}/chapters`, `${policy}/archive`, '.');
    const hooks = releaseRepository(company);
    const check = tried(hooks, 'policyc-check');
    expect(check.exit, check.said).toBe(0);
    expect(check.said).toContain('remarks in 1 policy');
    const diff = tried(hooks, 'policyc-diff');
    expect(diff.exit).toBe(1);
    expect(diff.said).toContain('To see your data');
    expect(diff.said).toContain('No change note yet');
  });

  it('builds the hooks from the sources of this repository', () => {
    const sources = join(company.around, 'sources');
    const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: project,
      encoding: 'utf8',
    }).split('\0');
    for (const file of files.filter((path) => path !== ''))
      cpSync(join(project, file), join(sources, file), { recursive: true });
    commitAll(sources);
    const { exit, said } = tried(sources, 'policyc-check');
    expect(exit, said).toBe(0);
    expect(said).toContain('remarks in 1 policy');
  });
});
