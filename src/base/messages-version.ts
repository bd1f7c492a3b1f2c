import { failure, type Problem } from './message.ts';

const broken = { code: 'archive-missing-file', args: { where: '0002/manifest.json' } };

export interface Known {
  readonly version: number;
  readonly effective: string;
}

/** Why an archive or a version of it cannot be had, or added. Each with arguments that show its words. */
export const versionFailures = {
  'archive-gone': failure(
    'archive-broken',
    (a: { version?: number }) => ({
      reason: `${a.version ? `#${a.version}` : 'the archive'} of this policy is gone, and the last commit has it.`,
      fix: 'Put it back, in the policy folder: git restore --staged --worktree archive. If policyc archive follow took it away, commit that.',
    }),
    { version: 2 },
  ),
  'archive-deleted': failure(
    'archive-broken',
    (a: { commit: string }) => ({
      reason: 'the archive of this policy is gone: a commit deleted released versions.',
      fix: `Put it back, in the policy folder: git restore --source=${a.commit} --staged --worktree archive. Another policy goes into a folder of its own.`,
    }),
    { commit: '1a2b3c4d5e6f~1' },
  ),
  'archive-built-from': failure(
    'archive-broken',
    (a: { head: string; site: string }) => ({
      reason: `the archive of this policy is gone: ${a.site} was built from one with the head ${a.head}.`,
      fix: 'Put it back from a copy. If the site is of something else, delete it, and build again.',
    }),
    { head: '1a2b3c4d5e6f', site: 'site/build.json' },
  ),
  'archive-not-whole': failure(
    'archive-broken',
    (a: { problem: Problem }, words) => ({
      reason: words(a.problem).reason,
      fix: `${words(a.problem).fix} policyc archive verify has the details.`,
    }),
    { problem: broken },
  ),
  'version-broken': failure('archive-broken', (a: { problem: Problem }, words) => words(a.problem), {
    problem: broken,
  }),
  'version-unreadable': failure(
    'archive-broken',
    (_: object) => ({
      reason: 'a version cannot be read.',
      fix: 'policyc archive verify has the details.',
    }),
    {},
  ),
  'version-lacks-file': failure(
    'archive-broken',
    (a: { file: string }) => ({
      reason: `${a.file} is missing from the version.`,
      fix: 'policyc archive verify has the details.',
    }),
    { file: 'public/policy.en.md' },
  ),
  'target-archive-broken': failure(
    'archive-broken',
    (a: { policy: string; place: string; ref: string; problem: Problem }, words) => ({
      reason: `the archive of ${a.policy} is broken ${a.place}: ${words(a.problem).reason}`,
      fix: `Restore it on ${a.ref}, then bring this pull request up to date: git merge ${a.ref}`,
    }),
    {
      policy: 'shop',
      place: 'where this pull request branched off main (1a2b3c4d5e6f)',
      ref: 'main',
      problem: broken,
    },
  ),
  'versions-uncommitted': failure(
    'archive-broken',
    (a: { versions: readonly Known[] }) => ({
      reason: `${named(a.versions)}, or a notice recorded beside, ${a.versions.length === 1 ? 'is' : 'are'} in no commit, and would be lost.`,
      fix: 'Commit the archive first: git add -A && git commit',
    }),
    { versions: [{ version: 3, effective: '2026-01-01' }] },
  ),
  'decisions-altered': failure(
    'archive-broken',
    (a: { version: number }) => ({
      reason: `the decisions recorded in #${a.version} are not those that were released.`,
      fix: 'policyc archive verify has the details.',
    }),
    { version: 2 },
  ),
  'not-to-be-released': failure('release-refused', (a: { problem: Problem }, words) => words(a.problem), {
    problem: { code: 'release-unchanged', args: { head: 2 } },
  }),
  'reference-unreadable': failure(
    'usage',
    (a: { text: string }) => ({
      reason: `${a.text === '' ? 'nothing' : a.text} is not a version of an archive.`,
      fix: 'A version is latest, a number such as 3, or a date such as 2021-10-24.',
    }),
    { text: 'last' },
  ),
  'nothing-released': failure(
    'not-released',
    (_: object) => ({
      reason: 'nothing has been released yet.',
      fix: 'Release the first version: policyc release --effective DATE',
    }),
    {},
  ),
  'version-unknown': failure(
    'no-such-revision',
    (a: { text: string; known: readonly Known[] }) => ({
      reason: `the archive has no version ${a.text}.`,
      fix: `It has ${named(a.known)}.`,
    }),
    { text: '#9', known: [{ version: 1, effective: '2026-01-01' }] },
  ),
  'no-version-in-force': failure(
    'no-such-revision',
    (a: { date: string; known: readonly Known[] }) => ({
      reason: `no version was in force on ${a.date}.`,
      fix: `It has ${named(a.known)}.`,
    }),
    { date: '2020-01-01', known: [{ version: 1, effective: '2026-01-01' }] },
  ),
};

function named(versions: readonly Known[]): string {
  return versions.map(({ version, effective }) => `#${version} (${effective})`).join(', ');
}
