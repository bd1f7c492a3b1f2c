import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { given, isNowhere, isRefused, output, policyc, say, summarise } from './run.mjs';

judge();

function judge() {
  const target = targetOf(given);
  if (target !== '' && given.fetch && !isRefused && !isNowhere) fetchHistory(target);
  const failOn = given.failOn === '' ? [] : ['--fail-on', given.failOn];
  const against = target === '' ? [] : ['--target', target];
  const { exit, paths } = policyc('diff', [...against, ...failOn], ['json', 'markdown', 'html', 'sarif']);
  const report = paths.json ? JSON.parse(readFileSync(paths.json, 'utf8')) : { policies: [] };
  const sum = (name) => report.policies.reduce((total, policy) => total + (policy.counts?.[name] ?? 0), 0);
  const compared = paths.json !== undefined && report.verdict !== undefined;
  if (paths.markdown) summarise(readFileSync(paths.markdown, 'utf8'));
  output({
    exit,
    verdict: report.verdict ?? '',
    ...Object.fromEntries(
      ['material', 'review', 'editorial', 'uncovered'].map((name) => [name, compared ? sum(name) : '']),
    ),
    report: paths.json ?? '',
    markdown: paths.markdown ?? '',
    html: paths.html ?? '',
    sarif: paths.sarif ?? '',
  });
}

/** What a request is judged against: what the workflow says, or what the event is about. */
function targetOf({ target, payload }) {
  if (target !== '') return target;
  if (payload.pull_request) return `origin/${payload.pull_request.base.ref}`;
  return payload.merge_group?.base_sha ?? '';
}

/** policyc fetches nothing; a checkout of one commit has no place where the request parted from its target. */
function fetchHistory(target) {
  // A folder of a request may look like a repository, with settings that run programs.
  const safely = ['-c', 'safe.bareRepository=explicit', '-c', 'fetch.recurseSubmodules=no'];
  // Started elsewhere: Windows would find a `git.exe` of the request there.
  const git = (...args) =>
    spawnSync('git', ['-C', given.directory, ...safely, ...args], {
      cwd: dirname(process.execPath),
      encoding: 'utf8',
    });
  const shallow = git('rev-parse', '--is-shallow-repository').stdout.trim() === 'true';
  const isThere = git('rev-parse', '--verify', '--quiet', `${target}^{commit}`).status === 0;
  if (isThere && !shallow) return;
  const branch = /^origin\/(.+)$/.exec(target)?.[1];
  const what = branch === undefined ? [target] : [`+refs/heads/${branch}:refs/remotes/origin/${branch}`];
  const deep = shallow ? ['--unshallow'] : [];
  const { status, stderr } = git('fetch', '--no-tags', '--quiet', ...deep, 'origin', '--', ...what);
  if (status !== 0) say('warning', `The history could not be fetched: ${stderr.trim()}`);
}
