import { didYouMean, failure, type Problem } from './message.ts';

/** Why a document is not taken over as a policy. */
export const importFailures = {
  'register-source-unknown': failure(
    'usage',
    (a: { file: string }) => ({
      reason: `${a.file} is not a list that policyc can read.`,
      fix: 'Name a CSV with a column for the name of each vendor, a lock file (package-lock.json, yarn.lock, pnpm-lock.yaml, Podfile.lock, gradle.lockfile, Package.resolved or pubspec.lock), or a Global Vendor List as JSON.',
    }),
    { file: 'vendors.xlsx' },
  ),
  'register-not-csv': failure(
    'usage',
    (a: { file: string }) => ({
      reason: `${a.file} is not a register that can be merged into.`,
      fix: 'Name a .csv or .yaml file that has an id in every entry, or one that does not exist yet.',
    }),
    { file: 'registers/sdks.xlsx' },
  ),
  'import-no-text': failure(
    'usage',
    (a: { file: string }) => ({
      reason: `${a.file} is not readable text.`,
      fix: 'Import Markdown, HTML or plain text in UTF-8. A .docx or .pdf has to be converted first: pandoc FILE -o policy.md.',
    }),
    { file: 'policy.docx' },
  ),
  'import-empty': failure(
    'usage',
    (a: { file: string }) => ({
      reason: `${a.file} has no words in it that readers would see.`,
      fix: 'Check that it is the policy itself, and not a page that loads it: save the page from a browser.',
    }),
    { file: 'policy.html' },
  ),
  'import-language-unknown': failure(
    'usage',
    (a: { file: string }) => ({
      reason: `${a.file} does not show which language it is in.`,
      fix: 'Say so with --locale, such as --locale nl.',
    }),
    { file: 'policy.md' },
  ),
  'import-id-unfit': failure(
    'usage',
    (a: { option: string; value: string; meant: string | undefined }) => ({
      reason: `${a.option} ${a.value} is not written as it must be.`,
      fix: didYouMean(
        a.meant,
        'An id is lower-case letters, digits and hyphens, such as privacy; a language is a tag such as en or zh-CN.',
      ),
    }),
    { option: '--id', value: 'My Policy', meant: undefined },
  ),
  'adopted-later': failure(
    'usage',
    (a: { published: string; today: string; withdraws: boolean }) => ({
      reason: `${a.published} is after ${a.today}: ${a.withdraws ? 'what is taken back is gone at once, and readers would have an older text until then' : 'what is adopted was published before today'}.`,
      fix: a.withdraws
        ? 'Release it on the day on which it is published.'
        : 'Give the day on which it was published, or write it as a policy and release it.',
    }),
    { published: '2027-01-01', today: '2026-12-01', withdraws: false },
  ),
  'import-outside': failure(
    'usage',
    (a: { folder: string; root: string }) => ({
      reason: `${a.folder} lies outside of the workspace ${a.root}.`,
      fix: 'Name a folder inside it, or run the command elsewhere.',
    }),
    { folder: '../policy', root: '.' },
  ),
  'import-unfit': failure(
    'usage',
    (a: { file: string; problem: Problem }, words) => ({
      reason: `${a.file} cannot be written as a policy. ${words(a.problem).reason}`,
      fix: `${words(a.problem).fix} Nothing was written.`,
    }),
    { file: 'policy.md', problem: { code: 'no-controller', args: {} } },
  ),
} as const;
