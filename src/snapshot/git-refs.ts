import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { cannot, ifPossible } from '../base/failure.ts';
import { type Git, openGit } from './git.ts';
import { submoduleAround } from './git-index.ts';

export function commitOf(folder: string, ref: string): string {
  return commitIn(openGit(folder), ref).commit;
}

interface Named {
  readonly commit: string;
  /** Whether the history of the clone is cut off somewhere. */
  readonly shallow: boolean;
}

function commitIn(git: Git, ref: string): Named {
  if (ref.startsWith('-') || ref === '') throw cannot('ref-unreadable', { ref });
  requireOneName(git, ref);
  const named = commitNamed(git, ref);
  const isMisnamed = named !== undefined && named.commit !== ref && isCalledLikeId(git, ref);
  if (named !== undefined && !isMisnamed) return named;
  if (ref === 'HEAD' && isUnborn(git)) throw cannot('no-commit-yet', {});
  const kind = isMisnamed ? undefined : kindOf(git, ref);
  if (kind !== undefined) throw cannot('ref-no-commit', { ref, kind });
  const shallow = git.line('rev-parse', '--is-shallow-repository') === 'true';
  const remotes = git.run(['remote']).toString().split('\n').filter(Boolean);
  const plain = isPlainName(ref) && remotes.length > 0;
  throw cannot('commit-unknown', { ref, shallow, plain, source: sourceOf(remotes, ref) });
}

const wholeId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Whether a ref, and no object, is called like a whole id: one of the other length that git has is a name here. */
function isCalledLikeId(git: Git, ref: string): boolean {
  return wholeId.test(ref) && git.line('rev-parse', '--verify', '--quiet', '--end-of-options', ref) !== ref;
}

/** The commit that an unfinished merge brings into HEAD. */
export function commitMergedIn(folder: string): string | undefined {
  const git = openGit(folder);
  // Without a merge, git would take a branch or a tag of that name.
  if (!existsSync(resolve(git.top, git.line('rev-parse', '--git-path', 'MERGE_HEAD')))) return undefined;
  return commitNamed(git, 'MERGE_HEAD')?.commit;
}

/** The time of the newest commit of HEAD, in seconds since the epoch. */
export function commitTime(folder: string): number {
  const git = openGit(folder);
  try {
    // The dashes are needed, since a file may have the name of a ref.
    return Number(git.line('rev-list', '--max-count=1', '--timestamp', 'HEAD', '--').split(' ')[0]);
  } catch (error) {
    throw isUnborn(git) ? cannot('no-commit-yet', {}) : error;
  }
}

/** Whether nothing was committed yet where a folder lies. */
export function hasNoCommit(folder: string): boolean {
  return ifPossible(() => isUnborn(openGit(folder))) ?? false;
}

/** Whether the current branch has no commit yet. */
function isUnborn(git: Git): boolean {
  try {
    const branch = git.line('symbolic-ref', '--quiet', 'HEAD');
    return git.line('for-each-ref', '--format=%(refname)', branch) === '';
  } catch {
    return false;
  }
}

/**
 * Refuses ambiguous names: a tag named like a branch, or like the beginning of an id, would win over it, and so
 * anybody who may push tags could choose the commit.
 */
function requireOneName(git: Git, ref: string): void {
  const name = ref.split(/[~^:]|@\{/)[0] ?? '';
  if (name === '') return;
  // The last one is the default branch of a remote that is named alone.
  const places = ['refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'].map((place) => place + name);
  places.push(`refs/remotes/${name}/HEAD`);
  // Where names of files ignore case, git takes a ref for another that differs in nothing else.
  const listed = git.run(['for-each-ref', '--ignore-case', '--format=%(refname)', ...places]).toString();
  const found = places.flatMap((one) =>
    listed.split('\n').filter((ref) => ref.toLowerCase() === one.toLowerCase()),
  );
  // `git update-ref main` writes a file into git's own folder, which no list has and which wins over every branch.
  if (found.length === 1 && fullNameOf(git, name) === '') found.unshift(`.git/${name}`);
  const [first, ...others] = [...found, ...commitsCalled(git, name)];
  if (first === undefined || others.length === 0) return;
  throw cannot('ref-ambiguous', { name, refs: [first, ...others] });
}

/** Which ref git takes for a name; empty where there are several. */
function fullNameOf(git: Git, name: string): string {
  return git.line('rev-parse', '--symbolic-full-name', '--verify', '--quiet', '--end-of-options', name);
}

/**
 * The commits whose ids begin with a name, which may have the form of `git describe`; git would take a ref with that
 * name instead of them.
 */
function commitsCalled(git: Git, name: string): string[] {
  const beginning = /^(?:.*-g)?([0-9a-f]{4,39})$/.exec(name)?.[1];
  if (beginning === undefined) return [];
  const ids = git.line('rev-parse', `--disambiguate=${beginning}`);
  const kinds = git.run(['cat-file', '--batch-check=%(objectname) %(objecttype)'], `${ids}\n`).toString();
  return kinds.split('\n').flatMap((line) => /^(\S+) commit$/.exec(line)?.[1] ?? []);
}

/**
 * Asks which commit a ref names and whether history is cut off, both at once: each question to git starts a program.
 */
function commitNamed(git: Git, ref: string): Named | undefined {
  try {
    const said = git.line(
      ...['rev-parse', '--is-shallow-repository', '--verify', '--quiet', '--end-of-options'],
      `${ref}^{commit}`,
    );
    const [, shallow, commit] = /^(true|false)\n([0-9a-f]{40,64})$/.exec(said) ?? [];
    return commit === undefined ? undefined : { commit, shallow: shallow === 'true' };
  } catch {
    return undefined;
  }
}

/** The kind of object that a ref names if it is not a commit: a tree, a file, or a tag of one. */
function kindOf(git: Git, ref: string): string | undefined {
  try {
    const id = git.line('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{}`);
    return git.line('cat-file', '-t', id).replace('blob', 'file');
  } catch {
    return undefined;
  }
}

/** Whether a ref is a name that a remote could have, not an expression such as `HEAD~1`. */
function isPlainName(ref: string): boolean {
  return /^[\w./-]+$/.test(ref) && !ref.includes('..');
}

/** The arguments of `git fetch` that make a ref available under the same name. */
function sourceOf(remotes: readonly string[], ref: string): string {
  const remote = remotes.find((name) => ref.startsWith(`${name}/`));
  if (remote !== undefined && isPlainName(ref))
    return `${remote} ${ref.slice(remote.length + 1)}:refs/remotes/${ref}`;
  const from = remotes[0] ?? 'origin';
  if (!isPlainName(ref)) return from;
  return /^[0-9a-f]{7,64}$/.test(ref) ? `${from} ${ref}` : `${from} ${ref}:${ref}`;
}

/**
 * The single commit where the histories of HEAD and a ref parted. There must be just one: with several, a change that
 * is missing against one could undo another. In a clone whose history is cut off too early, the commit found might be
 * too old, so that is refused as well.
 */
export function mergeBaseOf(folder: string, ref: string): string {
  requireOwnNames(folder, ref);
  const git = openGit(folder);
  const { commit: target, shallow } = commitIn(git, ref);
  const [base, ...others] = commonCommits(git, target);
  if (base === undefined || (shallow && (others.length > 0 || isCutOff(git, target))))
    throw cannot('merge-base-unknown', { ref, shallow });
  if (others.length > 0)
    throw cannot('merge-base-several', { ref, commits: [base, ...others].map((one) => one.slice(0, 12)) });
  return base;
}

/**
 * Refuses names in a submodule: the repository around it, and so a pull request there, decides which repository the
 * submodule is, and thereby what a name means. Only full ids are safe.
 */
export function requireOwnNames(folder: string, ref: string): void {
  if (wholeId.test(ref)) return;
  const around = submoduleAround(folder);
  if (around !== undefined) throw cannot('ref-of-submodule', { ref, ...around });
}

/** The newest common commits: no other common commit comes after them. */
function commonCommits(git: Git, target: string): string[] {
  try {
    return git.line('merge-base', '--all', 'HEAD', target).split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/**
 * Whether the clone has a commit without parents that only one of the two descends from, as where history is cut off.
 */
function isCutOff(git: Git, target: string): boolean {
  return git.line('rev-list', '--max-parents=0', '--max-count=1', `HEAD...${target}`, '--') !== '';
}
