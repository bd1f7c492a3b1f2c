import { existsSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { devNull } from 'node:os';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { type CannotWork, cannot } from '../base/failure.ts';
import { onDemand } from '../base/on-demand.ts';
import { pathBelow } from '../base/real-place.ts';
import { isRefused } from './content.ts';
import { refuseWaiting } from './git-waits.ts';
import { readRegularFile } from './read-file.ts';

/** Loaded when git is first run: many commands never run it. */
const childProcess = onDemand(
  () => createRequire(import.meta.url)('node:child_process') as typeof import('node:child_process'),
);

/** A repository, opened at the top of the working tree around a folder. */
export interface Git {
  /** The top of the working tree. */
  readonly top: string;
  /** The path of the folder below the top, ending in `/`; empty for the top. */
  readonly prefix: string;
  /**
   * Runs git at the top, without a shell or a pager, and returns its output. Only used for commands that run no hook.
   * `setting` overrides the repository's settings for this run.
   */
  run(args: readonly string[], input?: string, setting?: string): Buffer;
  /** One line of output, untrimmed: names may begin and end with white space. */
  line(...args: readonly string[]): string;
}

/**
 * Options for every call, which override the repository's own settings. `src/cli` sets the environment. No bare
 * repository is searched for, since anybody can commit the files of one. History is read from the commits themselves,
 * never from a commit graph, which could claim anything.
 */
const settled = [
  '--no-pager',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...[
    'safe.bareRepository=explicit',
    'core.fsmonitor=false',
    'core.commitGraph=false',
    `core.attributesFile=${devNull}`,
  ].flatMap((setting) => ['-c', setting]),
];

/**
 * Opens the repository of a folder: that of the nearest `.git` at or above it, which no commit can contain. The folder
 * with `.git` is the working tree, and git starts there, so that nothing below can influence which repository it is.
 * Without any `.git`, the environment must name both the repository and the working tree.
 */
export function openGit(folder: string): Git {
  const real = realFolder(resolve(folder));
  const found = gitFolderOf(real);
  if (found) {
    refuseWaiting(found.git);
    return gitAt(found.top, real, [`--work-tree=${found.top}`]);
  }
  const top = gitAt(real, real, []).line('rev-parse', '--show-toplevel');
  return gitAt(realFolder(top), real, []);
}

function gitAt(top: string, folder: string, where: readonly string[]): Git {
  const below = pathBelow(top, folder);
  const run: Git['run'] = (args, input = '', setting) =>
    runGit(top, [...settled, ...(setting === undefined ? [] : ['-c', setting]), ...where, ...args], input);
  const line: Git['line'] = (...args) =>
    run(args)
      .toString()
      .replace(/\r?\n$/, '');
  return { top, prefix: below === '' ? '' : `${below}/`, run, line };
}

/** The real path of a folder; if it no longer exists, based on the nearest existing folder above. */
function realFolder(folder: string): string {
  if (existsSync(folder) || folder === dirname(folder)) return realpathSync.native(folder);
  return join(realFolder(dirname(folder)), basename(folder));
}

/** The top of the working tree around a folder, and git's own folder for it. */
export function gitFolderOf(start: string): { readonly top: string; readonly git: string } | undefined {
  for (let top = resolve(start); ; top = dirname(top)) {
    const path = join(top, '.git');
    if (existsSync(path)) {
      if (statSync(path).isDirectory()) return { top, git: path };
      const named = gitFolderNamedIn(path);
      return named === undefined ? undefined : { top, git: resolve(top, named) };
    }
    if (top === dirname(top)) return undefined;
  }
}

function runGit(top: string, args: readonly string[], input: string): Buffer {
  try {
    return childProcess().execFileSync('git', ['-C', top, ...args], {
      // Windows searches the current folder for programs first, and a pull request can commit a `git.exe`.
      cwd: parse(top).root,
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1024 * 1024 * 1024,
    });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    const command =
      args.find((arg, at) => at >= settled.length && /^[a-z-]+$/.test(arg) && arg !== '-c') ?? '';
    throw failureOf(code, stderr?.toString().trim() ?? '', top, command);
  }
}

/**
 * Explains a failure of git. Missing objects are never fetched, since the repository's own settings would choose the
 * program and the address.
 */
function failureOf(code: string | undefined, told: string, folder: string, command: string): CannotWork {
  if (code === 'ENOENT') return cannot('git-not-installed', {});
  const [, gone] = /not a git repository: (.+)/.exec(told) ?? [];
  if (gone !== undefined) return cannot('git-folder-gone', { folder: gone });
  if (/not a git repository|cannot use bare repository|must be run in a work tree/.test(told))
    return cannot('git-no-repository', {});
  if (/dubious ownership/.test(told))
    return cannot('git-other-owner', { folder: /repository at '([^']+)'/.exec(told)?.[1] ?? folder });
  if (/not allowed|promisor|missing blob|could not fetch/i.test(told)) return cannot('git-lacks-objects', {});
  // Indented lines belong to the line above: git lists unknown extensions in this way.
  const line =
    told
      .replace(/\n[\t ]+/g, ' ')
      .split('\n')
      .find((one) => !one.startsWith('hint:')) ?? '';
  if (
    /unknown repository extension|expected git repo version|unknown ref storage|invalid value for 'extensions\./i.test(
      line,
    )
  )
    return cannot('git-too-old', { told: line });
  return cannot('git-command-failed', { command, told: line });
}

/** A path and its label, in bytes. */
const longestGitFile = 64 * 1024;

/** The folder named in the `.git` file of a worktree or submodule. */
function gitFolderNamedIn(path: string): string | undefined {
  const content = readRegularFile(path, longestGitFile, 'follow');
  if (content === undefined || isRefused(content)) return undefined;
  return /^gitdir: (.*)$/m.exec(new TextDecoder().decode(content))?.[1]?.replace(/\r$/, '');
}
