import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Monorepo, makeMonorepo, policy } from './monorepo.ts';
import { type Event, installed, type Job, runAction, runnerPackages } from './runner.ts';

const project = join(import.meta.dirname, '../..');
const about = `${policy}/chapters/about.yaml`;
let company: Monorepo;

beforeAll(() => {
  company = makeMonorepo(inject('tarball'), runnerPackages);
  company.must('git', 'clone', '-q', '--bare', company.root, join(company.around, 'origin.git'));
  company.must('git', 'remote', 'add', 'origin', join(company.around, 'origin.git'));
});
afterAll(() => company.away());

/** Makes a request on `main`, and checks out what a runner does: its merge, one commit deep, with nothing else. */
function request(name: string, change: () => void): void {
  whole();
  company.must('git', 'checkout', '-q', '-f', '-B', name, 'main');
  change();
  company.must('git', 'add', '-A');
  company.must('git', 'commit', '-qm', name);
  company.must('git', 'checkout', '-q', '-B', 'merged', 'main');
  company.must('git', 'merge', '-q', '--no-ff', '-m', 'merge', name);
  company.must('git', 'push', '-qf', 'origin', 'merged:refs/pull/1/merge', 'main:main');
  company.must('git', 'checkout', '-q', '--detach', 'merged');
  company.must('git', 'branch', '-q', '-D', 'merged', name);
  company.run('rm', ['-rf', '.git']);
  company.must('git', 'init', '-q', '-b', 'nothing');
  company.must('git', 'remote', 'add', 'origin', `file://${join(company.around, 'origin.git')}`);
  company.must(
    'git',
    'fetch',
    '-q',
    '--no-tags',
    '--depth=1',
    'origin',
    '+refs/pull/1/merge:refs/remotes/pull/1/merge',
  );
  company.must('git', 'checkout', '-q', '-f', '--detach', 'refs/remotes/pull/1/merge');
}

/** The whole of the company again, after a request. */
function whole(): void {
  if (company.must('git', 'rev-parse', '--is-shallow-repository').trim() === 'true')
    company.must('git', 'fetch', '-q', '--unshallow', 'origin');
  if (company.run('git', ['symbolic-ref', '-q', 'HEAD']).exit !== 0)
    company.must('git', 'fetch', '-q', 'origin', '+refs/heads/main:refs/heads/main');
}

const pullRequest = (more: Partial<Event> = {}, head = 'company/company'): Event => ({
  name: 'pull_request',
  payload: {
    pull_request: {
      number: 1,
      node_id: 'PR_1',
      base: { ref: 'main', repo: { full_name: 'company/company' } },
      head: { ref: 'request', repo: { full_name: head } },
    },
    repository: { name: 'company', owner: { login: 'company' } },
  },
  ...more,
  inputs: { 'working-directory': 'packages/legal', ...more.inputs },
});

describe('action.yml', () => {
  it('is an action as GitHub reads them', async () => {
    const parser = '@actions/workflow-parser/dist';
    const { parseAction } = await installed(company, `${parser}/actions/action-parser.js`);
    const { NoOperationTraceWriter } = await installed(company, `${parser}/templates/trace-writer.js`);
    const parsed = (
      parseAction as (
        file: object,
        trace: object,
      ) => { context: { errors: { getErrors(): readonly unknown[] } } }
    )(
      { name: 'action.yml', content: readFileSync(join(project, 'action.yml'), 'utf8') },
      new (NoOperationTraceWriter as new () => object)(),
    );
    expect(parsed.context.errors.getErrors()).toEqual([]);
  });

  it('is used in workflows that actionlint finds nothing in', async () => {
    const documented = [
      ...readFileSync(join(project, 'docs/ci.md'), 'utf8').matchAll(/^```yaml\n(on:.*?)^```/gms),
    ].map(([, text = '']) => `name: policy\n${text}`);
    expect(documented.length).toBeGreaterThan(1);
    // WebAssembly beside its code: read where it lies.
    const { createLinter } = createRequire(join(company.root, 'package.json'))('actionlint') as Record<
      string,
      unknown
    >;
    const lint = await (createLinter as () => Promise<(text: string, path: string) => readonly unknown[]>)();
    for (const text of documented) expect(lint(text, '.github/workflows/policy.yml')).toEqual([]);
  });
});

describe('a request', () => {
  it('that changes what nobody decided fails, with a verdict, annotations, a summary and reports', async () => {
    request('slower', () => company.edit(about, 'P15D', 'P20D'));
    expect(company.must('git', 'rev-parse', '--is-shallow-repository').trim()).toBe('true');
    const job = await runAction(company, pullRequest());
    expect(job.exit).toBe(1);
    expect(job.outputs).toMatchObject({ verdict: 'material', material: '1', uncovered: '1', errors: '0' });
    expect(job.said).toMatch(new RegExp(`^::error file=${about},line=\\d+`, 'm'));
    expect(job.summary).toContain('To see your data');
    for (const name of ['report', 'html', 'sarif'])
      expect(existsSync(job.outputs[name] ?? ''), name).toBe(true);
    expect(readFileSync(job.outputs.html ?? '', 'utf8')).toContain('<!DOCTYPE html>');
    expect(JSON.parse(readFileSync(job.outputs.report ?? '', 'utf8'))).toMatchObject({ verdict: 'material' });
    expect(Object.keys(job.steps)).toEqual(['policyc check', 'policyc diff', 'Verdict']);
  });

  it('that decides about what it changes passes, and so does the one that releases it', async () => {
    request('decided', () => {
      company.edit(about, 'P15D', 'P20D');
      const words = ['--reason', 'Slower.', '--by', 'counsel', '--text', 'We answer within 20 days.'];
      company.must('npx', '--no-install', 'policyc', 'note', '--cwd', 'packages/legal', ...words);
    });
    const job = await runAction(company, pullRequest());
    expect(job.exit, job.said).toBe(0);
    expect(job.outputs).toMatchObject({ verdict: 'material', material: '1', uncovered: '0' });
    request('release', () => {
      company.edit(about, 'P15D', 'P20D');
      const words = ['--reason', 'Slower.', '--by', 'counsel', '--text', 'We answer within 20 days.'];
      company.must('npx', '--no-install', 'policyc', 'note', '--cwd', 'packages/legal', ...words);
      const dates = ['--published', '2022-06-02', '--effective', '2022-08-01'];
      company.must('npx', '--no-install', 'policyc', 'release', '--cwd', 'packages/legal', ...dates);
    });
    const release = await runAction(company, pullRequest());
    expect(release.exit, release.said).toBe(0);
  });

  it('that touches no policy passes, and the job runs to its end', async () => {
    request('code', () => company.write('src/app.js', 'export const answer = 43;\n'));
    const job = await runAction(company, pullRequest());
    expect(job.exit, job.said).toBe(0);
    expect(job.outputs.verdict).toBe('none');
  });

  it('whose policy cannot be read fails in the check, with the place', async () => {
    request('broken', () => company.edit(about, 'kind: retention', 'kind: retentoin'));
    const job = await runAction(company, pullRequest());
    expect(job.exit).toBe(1);
    expect(job.outputs.errors).toBe('1');
    expect(job.said).toMatch(new RegExp(`^::error file=${about},line=`, 'm'));
    expect(job.summary).toContain('retentoin');
  });

  it('is not judged with the rights of its target', async () => {
    request('stranger', () => company.edit(about, 'P15D', 'P20D'));
    const job = await runAction(company, pullRequest({ name: 'pull_request_target' }));
    expect(job.exit).toBe(1);
    expect(job.said).toContain('Use pull_request');
    expect(job.outputs.verdict).toBe('');
  });

  it('cannot put a command into an input', async () => {
    request('input', () => company.write('src/app.js', 'export const answer = 44;\n'));
    const evil = 'main"; touch evil; echo "$(touch evil)';
    const job = await runAction(company, pullRequest({ inputs: { target: evil, 'fail-on': 'none' } }));
    expect(job.exit).toBe(1);
    expect(
      existsSync(join(company.root, 'evil')) || existsSync(join(company.root, 'packages/legal/evil')),
    ).toBe(false);
  });
});

/** As much of GitHub as keeps comments. */
interface Site {
  readonly server: Server;
  readonly comments: { id: string; body: string; viewerDidAuthor: boolean }[];
  refuses: boolean;
}

describe('the comment', () => {
  let site: Site;
  beforeAll(async () => {
    const comments: Site['comments'] = [];
    const answer = (query: string, variables: Record<string, string>): object => {
      if (query.startsWith('mutation') && query.includes('addComment')) {
        comments.push({ id: `C${comments.length}`, body: variables.body ?? '', viewerDidAuthor: true });
        return {};
      }
      if (query.startsWith('mutation')) {
        const found = comments.find(({ id }) => id === variables.id);
        if (found) found.body = variables.body ?? '';
        return {};
      }
      // One comment a page, so that all pages are read.
      const at = Number(variables.after ?? 0);
      const pageInfo = { hasNextPage: at + 1 < comments.length, endCursor: String(at + 1) };
      return { repository: { pullRequest: { comments: { nodes: comments.slice(at, at + 1), pageInfo } } } };
    };
    const server = createServer((asked, reply) => {
      let body = '';
      asked.on('data', (chunk) => {
        body += chunk;
      });
      asked.on('end', () => {
        if (site.refuses || asked.headers.authorization !== 'bearer a-token') reply.writeHead(403).end('{}');
        else {
          const { query, variables } = JSON.parse(body) as {
            query: string;
            variables: Record<string, string>;
          };
          reply.end(JSON.stringify({ data: answer(query, variables) }));
        }
      });
    });
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
    site = { server, comments, refuses: false };
  });
  afterAll(() => site.server.close());
  beforeEach(() => {
    site.refuses = false;
  });

  const commented = (head?: string): Promise<Job> => {
    const { port } = site.server.address() as AddressInfo;
    const environment = { GITHUB_GRAPHQL_URL: `http://127.0.0.1:${port}/graphql` };
    return runAction(company, pullRequest({ inputs: { comment: 'true' }, environment }, head));
  };

  it('is written once, then kept up to date, and is never that of somebody else', async () => {
    site.comments.push({
      id: 'X',
      body: '<!-- policyc packages/legal -->\nNot ours.',
      viewerDidAuthor: false,
    });
    request('comment', () => company.edit(about, 'P15D', 'P20D'));
    expect((await commented()).exit).toBe(1);
    expect(site.comments).toHaveLength(2);
    expect(site.comments[1]?.body).toContain('1 material change');
    request('comment', () => company.write('src/app.js', 'export const answer = 45;\n'));
    const again = await commented();
    expect(again.exit, again.said).toBe(0);
    expect(site.comments).toHaveLength(2);
    expect(site.comments[1]?.body).toContain('No change');
    expect(site.comments[0]?.body).toContain('Not ours.');
  });

  it('is not tried on a request from a fork, whose report is in the summary', async () => {
    const before = site.comments.length;
    const job = await commented('stranger/company');
    expect(job.exit, job.said).toBe(0);
    expect(job.steps.Comment?.said).toContain('fork');
    expect(job.summary).toContain('No change');
    expect(site.comments).toHaveLength(before);
  });

  it('stops nothing when it is refused', async () => {
    site.refuses = true;
    const job = await commented();
    expect(job.exit, job.said).toBe(0);
    expect(job.steps.Comment?.said).toContain('403');
  });
});
