import { execFileSync } from 'node:child_process';
import { CannotWork } from '../base/failure.ts';

/** Runs git without a shell or a pager; returns what it printed. Only commands that run no hook are used. */
export function runGit(folder: string, args: readonly string[], input?: string): Buffer {
  try {
    return execFileSync(
      'git',
      ['-c', 'core.quotepath=off', '-c', 'core.fsmonitor=false', '--no-pager', ...args],
      {
        cwd: folder,
        input: input ?? '',
        stdio: ['pipe', 'pipe', 'pipe'],
        maxBuffer: 1024 * 1024 * 1024,
      },
    );
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    if (code === 'ENOENT')
      throw new CannotWork(
        'git-failed',
        'git is not installed.',
        'Install git, or compare with archive: revisions only.',
      );
    if (/not a git repository/.test(stderr?.toString() ?? ''))
      throw new CannotWork(
        'git-failed',
        'this folder is in no git repository.',
        'Compare with archive: revisions, or begin one with git init.',
      );
    throw new CannotWork(
      'git-failed',
      `git ${args[0]} failed: ${stderr?.toString().trim().split('\n')[0] ?? ''}`,
      'Mend the repository and try again.',
    );
  }
}

/** The commit that a ref names. */
export function commitOf(folder: string, ref: string): string {
  if (ref.startsWith('-') || ref === '')
    throw new CannotWork(
      'usage',
      `${ref === '' ? 'an empty name' : ref} is no git ref.`,
      'Name a branch, tag or commit: git:main, git:HEAD~1.',
    );
  try {
    return runGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
      .toString()
      .trim();
  } catch {
    const shallow = runGit(folder, ['rev-parse', '--is-shallow-repository']).toString().trim() === 'true';
    throw new CannotWork(
      'no-such-revision',
      `git knows no commit called ${ref}${shallow ? ': this clone is shallow' : ''}.`,
      shallow
        ? 'Fetch the history it needs: git fetch --unshallow origin'
        : `Fetch it: git fetch origin ${ref}`,
    );
  }
}

/** The commit where the histories of HEAD and a ref parted. */
export function mergeBaseOf(folder: string, ref: string): string {
  const target = commitOf(folder, ref);
  try {
    return runGit(folder, ['merge-base', 'HEAD', target]).toString().trim();
  } catch {
    const shallow = runGit(folder, ['rev-parse', '--is-shallow-repository']).toString().trim() === 'true';
    throw new CannotWork(
      'no-such-revision',
      `cannot find the merge base of HEAD and ${ref}${shallow ? ': this clone is shallow' : ''}.`,
      shallow
        ? 'Fetch the history it needs: git fetch --unshallow origin   (GitHub Actions: actions/checkout with fetch-depth: 0)'
        : 'Choose a ref that shares history with HEAD.',
    );
  }
}

/**
 * The files below a folder at a commit, or in the index when the commit is `index`; paths relative to the folder.
 * `prefix` is the folder's path in the repository, ending in `/`, when it was another one at that commit.
 */
export function filesInGit(
  folder: string,
  commit: string,
  accepts: (path: string) => boolean,
  prefix = runGit(folder, ['rev-parse', '--show-prefix']).toString().trim(),
): [string, Uint8Array][] {
  const listing =
    commit === 'index'
      ? runGit(folder, ['ls-files', '--stage', '-z', '--', '.'])
      : runGit(folder, ['ls-tree', '-r', '-z', '--full-tree', commit, '--', prefix === '' ? '.' : prefix]);
  const blobs = listing
    .toString()
    .split('\0')
    .flatMap((line): (readonly [string, string])[] => {
      const match = /^(\d+) (?:blob )?([0-9a-f]{40,64})(?: \d+)?\t(.*)$/s.exec(line);
      if (!match || match[1] === '120000') return [];
      const full = match[3] ?? '';
      const path = commit === 'index' ? full : full.slice(prefix.length);
      return accepts(path) ? [[path, match[2] ?? '']] : [];
    });
  return readBlobs(folder, blobs);
}

function readBlobs(folder: string, blobs: readonly (readonly [string, string])[]): [string, Uint8Array][] {
  if (blobs.length === 0) return [];
  const output = runGit(folder, ['cat-file', '--batch'], `${blobs.map(([, id]) => id).join('\n')}\n`);
  const files: [string, Uint8Array][] = [];
  let at = 0;
  for (const [path] of blobs) {
    const end = output.indexOf(10, at);
    const size = Number(output.subarray(at, end).toString().split(' ')[2]);
    files.push([path, output.subarray(end + 1, end + 1 + size)]);
    at = end + 1 + size + 1;
  }
  return files;
}

/** The folders in a commit that hold a file of that name, as paths in the repository ending in `/`. */
export function foldersWith(folder: string, commit: string, name: string): string[] {
  return runGit(folder, ['ls-tree', '-r', '-z', '--full-tree', '--name-only', commit])
    .toString()
    .split('\0')
    .flatMap((path) => (path === name || path.endsWith(`/${name}`) ? [path.slice(0, -name.length)] : []));
}
