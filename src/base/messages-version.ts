import { failure, type Problem } from './message.ts';

const broken = { code: 'archive-missing-file', args: { where: '0002/manifest.json' } };

export interface Known {
  readonly version: number;
  readonly effective: string;
}

/** Why an archive or a version of it cannot be had, or added. Each with arguments that show its words. */
export const versionFailures = {
  'archive-gone': failure<{ version?: number }>('archive-broken', { version: 2 }, (a) => ({
    reason: `${a.version ? `#${a.version}` : 'the archive'} of this policy is gone, and the last commit has it.`,
    fix: 'Put it back, in the policy folder: git restore --staged --worktree archive. If policyc archive follow took it away, commit that.',
  })),
  'archive-deleted': failure('archive-broken', { commit: '1a2b3c4d5e6f~1' }, (a) => ({
    reason: 'the archive of this policy is gone: a commit deleted released versions.',
    fix: `Put it back, in the policy folder: git restore --source=${a.commit} --staged --worktree archive. Another policy goes into a folder of its own.`,
  })),
  'archive-built-from': failure('archive-broken', { head: '1a2b3c4d5e6f', site: 'site/build.json' }, (a) => ({
    reason: `the archive of this policy is gone: ${a.site} was built from one with the head ${a.head}.`,
    fix: 'Put it back from a copy. If the site is of something else, delete it, and build again.',
  })),
  'archive-not-whole': failure<{ problem: Problem }>('archive-broken', { problem: broken }, (a, words) => ({
    reason: words(a.problem).reason,
    fix: `${words(a.problem).fix} policyc archive verify has the details.`,
  })),
  'version-broken': failure<{ problem: Problem }>(
    'archive-broken',
    {
      problem: broken,
    },
    (a, words) => words(a.problem),
  ),
  'version-unreadable': failure('archive-broken', {}, () => ({
    reason: 'a version cannot be read.',
    fix: 'policyc archive verify has the details.',
  })),
  'version-lacks-file': failure('archive-broken', { file: 'public/policy.en.md' }, (a) => ({
    reason: `${a.file} is missing from the version.`,
    fix: 'policyc archive verify has the details.',
  })),
  'target-archive-broken': failure<{ policy: string; place: string; ref: string; problem: Problem }>(
    'archive-broken',
    {
      policy: 'shop',
      place: 'where this pull request branched off main (1a2b3c4d5e6f)',
      ref: 'main',
      problem: broken,
    },
    (a, words) => ({
      reason: `the archive of ${a.policy} is broken ${a.place}: ${words(a.problem).reason}`,
      fix: `Restore it on ${a.ref}, then bring this pull request up to date: git merge ${a.ref}`,
    }),
  ),
  'versions-uncommitted': failure<{ versions: readonly Known[] }>(
    'archive-broken',
    { versions: [{ version: 3, effective: '2026-01-01' }] },
    (a) => ({
      reason: `${named(a.versions)}, or a notice recorded beside, ${a.versions.length === 1 ? 'is' : 'are'} in no commit, and would be lost.`,
      fix: 'Commit the archive first: git add -A && git commit',
    }),
  ),
  'decisions-altered': failure('archive-broken', { version: 2 }, (a) => ({
    reason: `the decisions recorded in #${a.version} are not those that were released.`,
    fix: 'policyc archive verify has the details.',
  })),
  'not-to-be-released': failure<{ problem: Problem }>(
    'release-refused',
    {
      problem: { code: 'release-unchanged', args: { head: 2 } },
    },
    (a, words) => words(a.problem),
  ),
  'reference-unreadable': failure('usage', { text: 'last' }, (a) => ({
    reason: `${a.text === '' ? 'nothing' : a.text} is not a version of an archive.`,
    fix: 'A version is latest, a number such as 3, or a date such as 2021-10-24.',
  })),
  'nothing-released': failure('not-released', {}, () => ({
    reason: 'nothing has been released yet.',
    fix: 'Release the first version: policyc release --effective DATE',
  })),
  'version-unknown': failure<{ text: string; known: readonly Known[] }>(
    'no-such-revision',
    { text: '#9', known: [{ version: 1, effective: '2026-01-01' }] },
    (a) => ({
      reason: `the archive has no version ${a.text}.`,
      fix: `It has ${named(a.known)}.`,
    }),
  ),
  'no-version-in-force': failure<{ date: string; known: readonly Known[] }>(
    'no-such-revision',
    { date: '2020-01-01', known: [{ version: 1, effective: '2026-01-01' }] },
    (a) => ({
      reason: `no version was in force on ${a.date}.`,
      fix: `It has ${named(a.known)}.`,
    }),
  ),
};

function named(versions: readonly Known[]): string {
  return versions.map(({ version, effective }) => `#${version} (${effective})`).join(', ');
}
