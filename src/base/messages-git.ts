import { failure } from './message.ts';
import type { Stranger } from './messages-why.ts';
import { shellWord } from './shell-word.ts';

const mend = 'Repair the repository and try again: git fsck says what is wrong with it.';

/** What git cannot do for policyc. Each with arguments that show its words. */
export const gitFailures = {
  'git-not-installed': failure('git-failed', {}, () => ({
    reason: 'git is not installed.',
    fix: 'Install git, or compare with archive: revisions only.',
  })),
  'git-no-repository': failure('git-failed', {}, () => ({
    reason: 'this folder is in no git repository.',
    fix: 'Compare with archive: revisions, or begin one with git init.',
  })),
  'git-attributes-irregular': failure<{ path: string; what: Stranger }>(
    'git-failed',
    { path: 'policies/.gitattributes', what: 'pipe' },
    (a) => ({
      reason: `${a.path} is a ${a.what}, and git would wait for what comes out of it.`,
      fix: 'Put a file there, or nothing.',
    }),
  ),
  'git-folder-gone': failure('git-failed', { folder: '/srv/shop/.git/worktrees/next' }, (a) => ({
    reason: `the .git of this folder leads to ${a.folder}, where no repository is.`,
    fix: 'If the repository was moved, run git worktree repair there with the path of this folder; otherwise clone it again.',
  })),
  'changed-since-nothing': failure('git-failed', { ref: 'origin/main' }, (a) => ({
    reason: `this folder is in no git repository, so that nothing can be told to have changed since ${a.ref}.`,
    fix: 'Leave --changed-since out: every policy is looked at then. Or begin a repository with git init.',
  })),
  'git-other-owner': failure('git-failed', { folder: '/srv/policies' }, (a) => ({
    reason: 'git refuses to read this repository: it belongs to another user.',
    fix: `If you trust it: git config --global --add safe.directory ${a.folder}`,
  })),
  'git-lacks-objects': failure('git-failed', {}, () => ({
    reason: 'this clone lacks files of its own history: it was made with a filter.',
    fix: 'Fetch them: git fetch --refetch --no-filter origin',
  })),
  'git-command-failed': failure(
    'git-failed',
    { command: 'rev-parse', told: 'fatal: bad object HEAD' },
    (a) => ({
      reason: `git ${a.command} failed: ${a.told}`,
      fix: mend,
    }),
  ),
  'git-too-old': failure(
    'git-failed',
    { told: 'fatal: unknown repository extension found: refstorage' },
    (a) => ({
      reason: `this git cannot read the repository: ${a.told}`,
      fix: 'Use a newer git; git config --list --show-origin says where the format is set.',
    }),
  ),
  'git-object-unreadable': failure('git-failed', { path: 'policy.yaml', id: '1a2b3c4d5e6f' }, (a) => ({
    reason: `git cannot read ${a.path} (${a.id.slice(0, 12)}).`,
    fix: mend,
  })),
  'git-conflict-staged': failure('git-failed', { path: 'packages/legal/policies/shop/policy.yaml' }, (a) => ({
    reason: `what is staged has conflicts, in ${a.path}.`,
    // From the top of the repository, wherever this is typed.
    fix: `Resolve them, then: git add ${shellWord(`:/${a.path}`)}`,
  })),
  'git-other-repository': failure(
    'git-failed',
    { policy: 'policies/shop', file: 'policyc.yaml', repository: 'policies' },
    (a) => ({
      reason: `the policy in ${a.policy} lies in another repository than ${a.file}.`,
      fix: `Take it off the list, and judge it in a clone of its own repository, with a ${a.file} there; or put its files here. Now: cd ${a.repository}`,
    }),
  ),
  'ref-unreadable': failure('usage', { ref: '-x' }, (a) => ({
    reason: `${a.ref === '' ? 'an empty name' : a.ref} is not a git ref.`,
    fix: 'Name a branch, tag or commit: git:main, git:HEAD~1.',
  })),
  'ref-of-submodule': failure(
    'git-failed',
    { ref: 'origin/main', around: '/srv/shop', submodule: 'legal' },
    (a) => ({
      reason: `${a.submodule} is a submodule of the repository in ${a.around}: a request there can put another in its place, which has a ${a.ref} of its own.`,
      fix: 'Judge it in a clone of its own repository; or name the whole id of a commit that you trust, in place of a name.',
    }),
  ),
  'ref-ambiguous': failure('usage', { name: 'main', refs: ['refs/tags/main', 'refs/heads/main'] }, (a) => ({
    reason: `${a.name} is the name of several commits: ${a.refs.join(', ')}.`,
    fix: `Write the whole name of the one you mean, such as ${a.refs.at(-1)}.`,
  })),
  'commit-unknown': failure(
    'no-such-revision',
    { ref: 'main', shallow: true, plain: true, source: 'origin main:main' },
    (a) => ({
      reason: `git has no commit called ${a.ref}${a.shallow ? ': this clone is shallow' : ''}.`,
      fix: a.shallow
        ? `Fetch the history it needs: git fetch --unshallow ${a.source}`
        : a.plain
          ? `Fetch it: git fetch ${a.source}`
          : 'git branch --all, git tag and git log list what there is.',
    }),
  ),
  'no-commit-yet': failure('no-such-revision', {}, () => ({
    reason: 'nothing was committed yet on the branch that is checked out.',
    fix: 'Commit the policies, or compare with archive: revisions.',
  })),
  'ref-no-commit': failure('no-such-revision', { ref: 'v1', kind: 'tree' }, (a) => ({
    reason: `${a.ref} is a ${a.kind}, not a commit.`,
    fix: 'Name a branch, a commit, or a tag of one: files are compared with their history.',
  })),
  'merge-base-unknown': failure('no-such-revision', { ref: 'main', shallow: true }, (a) => ({
    reason: `cannot find the merge base of HEAD and ${a.ref}${a.shallow ? ': this clone is shallow' : ''}.`,
    fix: a.shallow
      ? 'Fetch the history it needs: git fetch --unshallow origin   (GitHub Actions: actions/checkout with fetch-depth: 0)'
      : 'Choose a ref that shares history with HEAD.',
  })),
  'merge-base-several': failure(
    'no-such-revision',
    { ref: 'main', commits: ['a1b2c3d4e5f6', 'b1c2d3e4f5a6'] },
    (a) => ({
      reason: `HEAD and ${a.ref} parted at ${a.commits.length} commits (${a.commits.join(', ')}), and each lacks what another has: what is no change since one may undo another.`,
      fix: `Merge ${a.ref} into this branch, and run this again: git merge ${a.ref}`,
    }),
  ),
};
