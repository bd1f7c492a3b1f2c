import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { type Monorepo, makeMonorepo, policy } from './monorepo.ts';

const project = join(import.meta.dirname, '../..');
const about = `${policy}/chapters/about.yaml`;

interface Pipeline {
  readonly variables: Readonly<Record<string, string>>;
  readonly policyc: { readonly before_script: readonly string[]; readonly script: readonly string[] };
}

const pipeline = parse(readFileSync(join(project, 'ci/policyc.gitlab-ci.yml'), 'utf8')) as Pipeline;
const recipe = /^## Any other CI.*?^```sh\n(.*?)^```/ms.exec(
  readFileSync(join(project, 'docs/ci.md'), 'utf8'),
)?.[1];

/** Each way as a script, and where its reports are. */
const ways = [
  {
    name: 'the job for GitLab',
    script: [...pipeline.policyc.before_script, ...pipeline.policyc.script].join('\n'),
    variables: { ...pipeline.variables, POLICYC_DIRECTORY: 'packages/legal' },
    reports: ['quality.json', 'junit.xml', 'redline.html'].map((name) => `policyc-reports/${name}`),
  },
  {
    name: 'the recipe for anywhere else',
    script: recipe ?? '',
    variables: { TARGET: 'main' },
    reports: ['packages/legal/policyc.md', 'packages/legal/policyc.html', 'packages/legal/policyc.xml'],
  },
];

describe.each(ways)('$name', ({ script, variables, reports }) => {
  let company: Monorepo;
  beforeAll(() => {
    company = makeMonorepo(inject('tarball'));
    company.must('git', 'clone', '-q', '--bare', company.root, join(company.around, 'origin.git'));
    company.must('git', 'remote', 'add', 'origin', join(company.around, 'origin.git'));
    company.must('git', 'checkout', '-q', '-b', 'request');
  });
  afterAll(() => company.away());
  const run = (): ReturnType<Monorepo['run']> =>
    company.run('bash', ['-eo', 'pipefail', '-c', script], {
      CI: 'true',
      CI_PROJECT_DIR: company.root,
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      ...variables,
    });

  it('passes a request that changes no policy', () => {
    company.write('src/app.js', 'export const answer = 43;\n');
    company.must('git', 'commit', '-qam', 'Code');
    const { exit, said } = run();
    expect(exit, said).toBe(0);
  });

  it('stops one that changes what nobody decided, and keeps its reports', () => {
    company.edit(about, 'P15D', 'P20D');
    company.must('git', 'commit', '-qam', 'Slower');
    const { exit, said } = run();
    expect(exit, said).toBe(1);
    expect(said).toContain('To see your data');
    for (const report of reports) expect(existsSync(join(company.root, report)), report).toBe(true);
  });
});

it('the job for GitLab takes no report for its own that a request brought along', () => {
  const company = makeMonorepo(inject('tarball'));
  const script = [...(ways[0]?.script ?? '').split('\n')].filter((line) => !/^(npm ci|git fetch)/.test(line));
  try {
    for (const report of ways[0]?.reports ?? []) company.write(report, 'No changes.');
    company.write(about, 'chapter: about\ntitle: [\n');
    const { exit, said } = company.run('bash', ['-eo', 'pipefail', '-c', script.join('\n')], {
      CI: 'true',
      CI_PROJECT_DIR: company.root,
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      ...ways[0]?.variables,
    });
    expect(exit, said).toBe(1);
    for (const report of ways[0]?.reports ?? [])
      expect(existsSync(join(company.root, report)), report).toBe(false);
  } finally {
    company.away();
  }
});
