import { cannot } from '../base/failure.ts';
import { type Git, openGit } from './git.ts';
import { submoduleAround } from './git-index.ts';

/** The commit that a ref names. */
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
  if (named !== undefined) return named;
  if (ref === 'HEAD' && isUnborn(git)) throw cannot('no-commit-yet', {});
  const kind = kindOf(git, ref);
  if (kind !== undefined) throw cannot('ref-no-commit', { ref, kind });
  const shallow = isShallow(git);
  throw cannot('commit-unknown', { ref, shallow, plain: isPlainName(ref), source: sourceOf(git, ref) });
}

/** The commit that a merge under way brings to HEAD. */
export function commitMergedIn(folder: string): string | undefined {
  return commitNamed(openGit(folder), 'MERGE_HEAD')?.commit;
}

/** When the newest commit of HEAD was made, in seconds since the epoch. */
export function commitTime(folder: string): number {
  const git = openGit(folder);
  try {
    // A file may be called as a ref is: what stands before the dashes is none.
    return Number(git.line('rev-list', '--max-count=1', '--timestamp', 'HEAD', '--').split(' ')[0]);
  } catch (error) {
    throw isUnborn(git) ? cannot('no-commit-yet', {}) : error;
  }
}

/** Whether nothing was committed yet on the branch that is checked out. */
function isUnborn(git: Git): boolean {
  try {
    const branch = git.line('symbolic-ref', '--quiet', 'HEAD');
    return git.line('for-each-ref', '--format=%(refname)', branch) === '';
  } catch {
    return false;
  }
}

/** A tag that is called like a branch or the beginning of an id would come before it, and whoever may push tags would choose the commit. */
function requireOneName(git: Git, ref: string): void {
  const name = ref.split(/[~^:]|@\{/)[0] ?? '';
  if (!isPlainName(name)) return;
  const places = ['refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'].map((place) => place + name);
  const found = git
    .run(['for-each-ref', '--format=%(refname)', ...places])
    .toString()
    .split('\n');
  const [first, ...others] = [...places.filter((one) => found.includes(one)), ...commitsCalled(git, name)];
  if (first === undefined || others.length === 0) return;
  throw cannot('ref-ambiguous', { name, refs: [first, ...others] });
}

/** Commits that a name means by the beginning of their ids, as `git describe` has it too: a ref that is called so comes before them. */
function commitsCalled(git: Git, name: string): string[] {
  const beginning = /^(?:.*-g)?([0-9a-f]{4,39})$/.exec(name)?.[1];
  if (beginning === undefined) return [];
  const ids = git.line('rev-parse', `--disambiguate=${beginning}`);
  const kinds = git.run(['cat-file', '--batch-check=%(objectname) %(objecttype)'], `${ids}\n`).toString();
  return kinds.split('\n').flatMap((line) => /^(\S+) commit$/.exec(line)?.[1] ?? []);
}

/** What a ref names, and whether history is cut off, in one question: each is a program that starts. */
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

/** What a ref names that is here and no commit: a tree or a file, or a tag of one. */
function kindOf(git: Git, ref: string): string | undefined {
  try {
    const id = git.line('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{}`);
    return git.line('cat-file', '-t', id).replace('blob', 'file');
  } catch {
    return undefined;
  }
}

/** Whether a ref is a name that a remote could have, and no expression such as `HEAD~1`. */
function isPlainName(ref: string): boolean {
  return /^[\w./-]+$/.test(ref) && !ref.includes('..');
}

/** What to write behind `git fetch`, so that the ref is there afterwards under the same name. */
function sourceOf(git: Git, ref: string): string {
  const remotes = git.run(['remote']).toString().split('\n').filter(Boolean);
  const remote = remotes.find((name) => ref.startsWith(`${name}/`));
  if (remote !== undefined && isPlainName(ref))
    return `${remote} ${ref.slice(remote.length + 1)}:refs/remotes/${ref}`;
  const from = remotes[0] ?? 'origin';
  if (!isPlainName(ref)) return from;
  return /^[0-9a-f]{7,64}$/.test(ref) ? `${from} ${ref}` : `${from} ${ref}:${ref}`;
}

function isShallow(git: Git): boolean {
  return git.line('rev-parse', '--is-shallow-repository') === 'true';
}

/**
 * The one commit where the histories of HEAD and a ref parted. Of several, each lacks what others have, so that what is
 * no change against one undoes another; and a clone whose history is cut off before they meet may know an older one.
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

/** Which repository a submodule is, the one around it says, in a request too: what is called by a name there is its choice. */
export function requireOwnNames(folder: string, ref: string): void {
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref)) return;
  const around = submoduleAround(folder);
  if (around !== undefined) throw cannot('ref-of-submodule', { ref, ...around });
}

/** Commits that both have, and that nothing else that both have comes after. */
function commonCommits(git: Git, target: string): string[] {
  try {
    return git.line('merge-base', '--all', 'HEAD', target).split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** Whether this clone has a commit that only one of the two comes from, and not what is before it. */
function isCutOff(git: Git, target: string): boolean {
  return git.line('rev-list', '--max-parents=0', '--max-count=1', `HEAD...${target}`, '--') !== '';
}
