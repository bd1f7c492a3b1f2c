import { existsSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { devNull } from 'node:os';
import { basename, dirname, join, parse, relative, resolve, sep } from 'node:path';
import { type CannotWork, cannot } from '../base/failure.ts';
import { onDemand } from '../base/on-demand.ts';
import { isRefused } from './content.ts';
import { refuseWaiting } from './git-waits.ts';
import { readRegularFile } from './read-file.ts';

/** Loaded when git is first run, which many a command does not. */
const childProcess = onDemand(
  () => createRequire(import.meta.url)('node:child_process') as typeof import('node:child_process'),
);

/** A repository, opened at the top of the working tree that a folder lies in. */
export interface Git {
  /** The top of the working tree. */
  readonly top: string;
  /** The path of that folder below the top, ending in `/`; empty for the top. */
  readonly prefix: string;
  /**
   * Runs git at the top, without a shell or a pager, and returns what it printed. Only commands that run no hook are used.
   * `setting` holds for this run, whatever the repository says.
   */
  run(args: readonly string[], input?: string, setting?: string): Buffer;
  /** One line that git printed; names may begin and end with white space. */
  line(...args: readonly string[]): string;
}

/**
 * What git is told on every call, whatever the repository's own settings say. `src/cli` settles its environment.
 * A bare repository is not found by looking for one: anybody can commit the files that make one. What comes before a commit
 * is read in it, and in no graph beside it, which says what it was written to say.
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
 * Opens the repository that a folder lies in: that of the nearest `.git` at or above it, which no commit can hold. The
 * folder it stands in is the working tree, and git starts there, so that nothing below has a part in which repository
 * it is. Without any, the one that the environment names whole.
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
  const below = relative(top, folder).split(sep).join('/');
  const run: Git['run'] = (args, input = '', setting) =>
    runGit(top, [...settled, ...(setting === undefined ? [] : ['-c', setting]), ...where, ...args], input);
  const line: Git['line'] = (...args) =>
    run(args)
      .toString()
      .replace(/\r?\n$/, '');
  return { top, prefix: below === '' ? '' : `${below}/`, run, line };
}

/** Where a folder really is; one that is there no more, by the nearest above it that is. */
function realFolder(folder: string): string {
  if (existsSync(folder) || folder === dirname(folder)) return realpathSync.native(folder);
  return join(realFolder(dirname(folder)), basename(folder));
}

/** The top of the working tree that a folder lies in, and where git keeps what belongs to it. */
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
      // Windows looks for a program first where it is started, and a request can commit a `git.exe`.
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

/** Nothing is fetched on the way: a repository's own settings say with which program, and from where. */
function failureOf(code: string | undefined, told: string, folder: string, command: string): CannotWork {
  if (code === 'ENOENT') return cannot('git-not-installed', {});
  const [, gone] = /not a git repository: (.+)/.exec(told) ?? [];
  if (gone !== undefined) return cannot('git-folder-gone', { folder: gone });
  if (/not a git repository|cannot use bare repository|must be run in a work tree/.test(told))
    return cannot('git-no-repository', {});
  if (/dubious ownership/.test(told))
    return cannot('git-other-owner', { folder: /repository at '([^']+)'/.exec(told)?.[1] ?? folder });
  if (/not allowed|promisor|missing blob|could not fetch/i.test(told)) return cannot('git-lacks-objects', {});
  // What is set in belongs to the line above it: git lists so what it does not know.
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

/** The folder that the `.git` file of a worktree or submodule names. */
function gitFolderNamedIn(path: string): string | undefined {
  const content = readRegularFile(path, longestGitFile, 'follow');
  if (content === undefined || isRefused(content)) return undefined;
  return /^gitdir: (.*)$/m.exec(new TextDecoder().decode(content))?.[1]?.replace(/\r$/, '');
}
