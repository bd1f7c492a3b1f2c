import { execFileSync } from 'node:child_process';
import { CannotWork } from '../base/failure.ts';

/** What git is told on every call, whatever the repository's own settings say. `src/cli` settles its environment. */
const settled = [
  '--no-pager',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...['core.quotepath=off', 'core.fsmonitor=false'].flatMap((setting) => ['-c', setting]),
];

/** Runs git without a shell or a pager; returns what it printed. Only commands that run no hook are used. */
export function runGit(folder: string, args: readonly string[], input?: string): Buffer {
  try {
    return execFileSync('git', [...settled, ...args], {
      cwd: folder,
      input: input ?? '',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1024 * 1024 * 1024,
    });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    throw failureOf(code, stderr?.toString().trim() ?? '', folder, args[0] ?? '');
  }
}

function failureOf(code: string | undefined, told: string, folder: string, command: string): CannotWork {
  const failed = (reason: string, fix: string): CannotWork => new CannotWork('git-failed', reason, fix);
  if (code === 'ENOENT')
    return failed('git is not installed.', 'Install git, or compare with archive: revisions only.');
  if (/not a git repository/.test(told))
    return failed(
      'this folder is in no git repository.',
      'Compare with archive: revisions, or begin one with git init.',
    );
  if (/dubious ownership/.test(told))
    return failed(
      'git refuses to read this repository: it belongs to another user.',
      `If you trust it: git config --global --add safe.directory ${/repository at '([^']+)'/.exec(told)?.[1] ?? folder}`,
    );
  if (/not allowed|promisor|missing blob|could not fetch/i.test(told)) return lacksObjects();
  return failed(
    `git ${command} failed: ${told.split('\n').find((line) => !line.startsWith('hint:')) ?? ''}`,
    'Mend the repository and try again: git fsck says what is wrong with it.',
  );
}

/** Nothing is fetched on the way: a repository's own settings say with which program, and from where. */
function lacksObjects(): CannotWork {
  return new CannotWork(
    'git-failed',
    'this clone lacks files of its own history: it was made with a filter.',
    'Fetch them: git fetch --refetch --no-filter origin',
  );
}

/** One line that git printed; names may begin and end with white space. */
export function lineFromGit(folder: string, ...args: readonly string[]): string {
  return runGit(folder, args)
    .toString()
    .replace(/\r?\n$/, '');
}

/** The path of a folder in its repository, ending in `/`; empty for the top. */
export function prefixOf(folder: string): string {
  return lineFromGit(folder, 'rev-parse', '--show-prefix');
}

/** The commit that a ref names. */
export function commitOf(folder: string, ref: string): string {
  if (ref.startsWith('-') || ref === '')
    throw new CannotWork(
      'usage',
      `${ref === '' ? 'an empty name' : ref} is no git ref.`,
      'Name a branch, tag or commit: git:main, git:HEAD~1.',
    );
  requireOneName(folder, ref);
  const commit = commitNamed(folder, ref);
  if (commit !== undefined) return commit;
  const shallow = isShallow(folder);
  throw new CannotWork(
    'no-such-revision',
    `git knows no commit called ${ref}${shallow ? ': this clone is shallow' : ''}.`,
    shallow
      ? `Fetch the history it needs: git fetch --unshallow ${sourceOf(folder, ref)}`
      : isPlainName(ref)
        ? `Fetch it: git fetch ${sourceOf(folder, ref)}`
        : 'git branch --all, git tag and git log list what there is.',
  );
}

/** A tag that is called like a branch would come before it, and whoever may push tags would choose the commit. */
function requireOneName(folder: string, ref: string): void {
  const name = ref.split(/[~^:]|@\{/)[0] ?? '';
  if (!isPlainName(name)) return;
  const places = ['refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'].map((place) => place + name);
  const found = runGit(folder, ['for-each-ref', '--format=%(refname)', ...places])
    .toString()
    .split('\n');
  const [first, ...others] = places.filter((one) => found.includes(one));
  if (others.length === 0) return;
  throw new CannotWork(
    'usage',
    `${name} is the name of several refs: ${[first, ...others].join(', ')}.`,
    `Write the whole name of the one you mean, such as ${others.at(-1)}.`,
  );
}

function commitNamed(folder: string, ref: string): string | undefined {
  try {
    const named = lineFromGit(
      folder,
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${ref}^{commit}`,
    );
    return /^[0-9a-f]{40,64}$/.test(named) ? named : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a ref is a name that a remote could have, and no expression such as `HEAD~1`. */
function isPlainName(ref: string): boolean {
  return /^[\w./-]+$/.test(ref) && !ref.includes('..');
}

/** What to write behind `git fetch`, so that the ref is there afterwards under the same name. */
function sourceOf(folder: string, ref: string): string {
  const remotes = runGit(folder, ['remote']).toString().split('\n').filter(Boolean);
  const remote = remotes.find((name) => ref.startsWith(`${name}/`));
  if (remote !== undefined && isPlainName(ref))
    return `${remote} ${ref.slice(remote.length + 1)}:refs/remotes/${ref}`;
  const from = remotes[0] ?? 'origin';
  if (!isPlainName(ref)) return from;
  return /^[0-9a-f]{7,64}$/.test(ref) ? `${from} ${ref}` : `${from} ${ref}:${ref}`;
}

function isShallow(folder: string): boolean {
  return lineFromGit(folder, 'rev-parse', '--is-shallow-repository') === 'true';
}

/** The commit where the histories of HEAD and a ref parted. */
export function mergeBaseOf(folder: string, ref: string): string {
  const target = commitOf(folder, ref);
  try {
    return lineFromGit(folder, 'merge-base', 'HEAD', target);
  } catch {
    const shallow = isShallow(folder);
    throw new CannotWork(
      'no-such-revision',
      `cannot find the merge base of HEAD and ${ref}${shallow ? ': this clone is shallow' : ''}.`,
      shallow
        ? 'Fetch the history it needs: git fetch --unshallow origin   (GitHub Actions: actions/checkout with fetch-depth: 0)'
        : 'Choose a ref that shares history with HEAD.',
    );
  }
}
