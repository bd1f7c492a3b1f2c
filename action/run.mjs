import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { programFor } from './program.mjs';

/** GitHub drops a step summary that is larger as a whole. */
const mostBytes = 1_000_000;

/** What the runner and the inputs say. */
export const given = {
  directory: resolve(process.env.POLICYC_DIRECTORY || '.'),
  version: process.env.POLICYC_VERSION ?? '',
  failOn: process.env.POLICYC_FAIL_ON ?? '',
  target: process.env.POLICYC_TARGET ?? '',
  fetch: process.env.POLICYC_FETCH !== 'false',
  markdown: process.env.POLICYC_MARKDOWN ?? '',
  token: process.env.POLICYC_TOKEN ?? '',
  event: process.env.GITHUB_EVENT_NAME ?? '',
  payload: process.env.GITHUB_EVENT_PATH
    ? JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'))
    : {},
};

/** The event has the rights of the target, and the files are those of a stranger. */
export const isRefused =
  given.event === 'pull_request_target' ||
  (given.event === 'issue_comment' && given.payload.issue?.pull_request !== undefined) ||
  (given.event === 'workflow_run' && /^pull_request/.test(given.payload.workflow_run?.event ?? ''));

/** There is no such folder to run in, which a process that is started there would call a missing program. */
export const isNowhere = !(existsSync(given.directory) && statSync(given.directory).isDirectory());

/** The folder of the reports; undefined when the request has put something in its way. */
function reportsFolder() {
  const named = process.env.POLICYC_REPORTS;
  const folder = named ? resolve(named) : join(process.env.RUNNER_TEMP ?? '.', 'policyc');
  const inTheWay = committedIn(resolve(folder));
  if (inTheWay !== undefined) {
    say(
      'error',
      `${inTheWay} is in the way of the reports: a link, or no folder. Name another folder for them.`,
    );
    return undefined;
  }
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** What is no folder on the way from the checkout to a folder in it: a request could have anything written elsewhere. */
function committedIn(folder) {
  const root = resolve(process.env.GITHUB_WORKSPACE ?? '.');
  if (folder === root || !`${folder}${sep}`.startsWith(`${root}${sep}`)) return undefined;
  const isFolder = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? true;
  return committedIn(dirname(folder)) ?? (isFolder ? undefined : relative(root, folder));
}

/**
 * Runs policyc with a report in each of these formats, annotations in the log. Returns its exit code and the paths of
 * the reports that it wrote.
 */
export function policyc(command, args, formats) {
  if (isRefused) {
    say(
      'error',
      'This event runs with the rights of the target on the files of a stranger. Use pull_request: the verdict is the same.',
    );
    return { exit: 2, paths: {} };
  }
  if (isNowhere) {
    say(
      'error',
      `${process.env.POLICYC_DIRECTORY} is no folder here. Name the one where policyc.yaml is as working-directory.`,
    );
    return { exit: 2, paths: {} };
  }
  const folder = reportsFolder();
  if (folder === undefined) return { exit: 2, paths: {} };
  const { run, args: first, at, committed } = programFor(given);
  if (committed !== undefined) {
    say(
      'error',
      `${committed} is committed: a request could bring a program that finds nothing. Take it out of git and install it in the job, or set version.`,
    );
    return { exit: 2, paths: {} };
  }
  if (run === undefined) {
    say('error', 'No policyc is installed here. Install it in the job before this step, or set version.');
    return { exit: 2, paths: {} };
  }
  const paths = Object.fromEntries(
    formats.map((format) => [format, join(folder, `${command}.${extensions[format]}`)]),
  );
  // What lies there was not written by this run; of a folder in its place policyc says what is wrong.
  for (const path of Object.values(paths))
    if (!lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) rmSync(path, { force: true });
  const wanted = formats.flatMap((format) => ['--format', `${format}=${paths[format]}`]);
  const all = [...first, command, '--cwd', given.directory, ...args, '--format', 'github', ...wanted];
  const { status, error } = spawnSync(run, all, { cwd: at, stdio: 'inherit' });
  if (error) console.log(`::error title=policyc::${escaped(error.message)}`);
  const written = Object.entries(paths).filter(([, path]) =>
    statSync(path, { throwIfNoEntry: false })?.isFile(),
  );
  return { exit: status ?? 3, paths: Object.fromEntries(written) };
}

const extensions = { json: 'json', markdown: 'md', html: 'html', sarif: 'sarif' };

/** Tells the steps that follow. */
export function output(values) {
  const lines = Object.entries(values).map(
    ([name, value]) => `${name}=${String(value).replace(/[\r\n]/g, ' ')}\n`,
  );
  if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, lines.join(''));
}

/** Adds to the summary of the step, and never so much that all of it is dropped. */
export function summarise(markdown) {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (!path) return;
  const before = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const fits = before + Buffer.byteLength(markdown) < mostBytes;
  appendFileSync(path, fits ? `${markdown}\n` : '_The summary of policyc would be too long: see the log._\n');
}

/** The beginning of a text that is too long; it ends in no half of a character. */
export function beginning(text, most) {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

/** A line that the runner shows beside the step. */
export function say(level, words) {
  console.log(`::${level} title=policyc::${escaped(words)}`);
}

function escaped(words) {
  return words.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
