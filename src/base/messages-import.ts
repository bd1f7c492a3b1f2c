import { didYouMean, failure, type Problem } from './message.ts';

/** Why a document is not taken over as a policy. */
export const importFailures = {
  'register-source-unknown': failure('usage', { file: 'vendors.xlsx' }, (a) => ({
    reason: `${a.file} is not a list that policyc can read.`,
    fix: 'Name a CSV with a column for the name of each vendor, a lock file (package-lock.json, yarn.lock, pnpm-lock.yaml, Podfile.lock, gradle.lockfile, Package.resolved or pubspec.lock), or a Global Vendor List as JSON.',
  })),
  'register-not-csv': failure('usage', { file: 'registers/sdks.xlsx' }, (a) => ({
    reason: `${a.file} is not a register that can be merged into.`,
    fix: 'Name a .csv or .yaml file that has an id in every entry, or one that does not exist yet.',
  })),
  'import-no-text': failure('usage', { file: 'policy.docx' }, (a) => ({
    reason: `${a.file} is not readable text.`,
    fix: 'Import Markdown, HTML or plain text in UTF-8. A .docx, .rtf or .pdf has to be converted first: pandoc FILE -o policy.md.',
  })),
  'import-empty': failure('usage', { file: 'policy.html' }, (a) => ({
    reason: `${a.file} has no words in it that readers would see.`,
    fix: 'Check that it is the policy itself, and not a page that loads it: save the page from a browser.',
  })),
  'import-language-unknown': failure('usage', { file: 'policy.md' }, (a) => ({
    reason: `${a.file} does not show which language it is in.`,
    fix: 'Say so with --locale, such as --locale nl.',
  })),
  'import-id-unfit': failure<{ option: string; value: string; meant: string | undefined }>(
    'usage',
    { option: '--id', value: 'My Policy', meant: undefined },
    (a) => ({
      reason: `${a.option} ${a.value} is not written as it must be.`,
      fix: didYouMean(
        a.meant,
        'An id is lower-case letters, digits and hyphens, such as privacy; a language is a tag such as en or zh-CN.',
      ),
    }),
  ),
  'adopted-later': failure(
    'usage',
    { published: '2027-01-01', today: '2026-12-01', withdraws: false },
    (a) => ({
      reason: `${a.published} is after ${a.today}: ${a.withdraws ? 'what is taken back is gone at once, and readers would have an older text until then' : 'what is adopted was published before today'}.`,
      fix: a.withdraws
        ? 'Release it on the day on which it is published.'
        : 'Give the day on which it was published, or write it as a policy and release it.',
    }),
  ),
  'import-outside': failure('usage', { folder: '../policy', root: '.' }, (a) => ({
    reason: `${a.folder} lies outside of the workspace ${a.root}.`,
    fix: 'Name a folder inside it, or run the command elsewhere.',
  })),
  'import-unfit': failure<{ file: string; problem: Problem }>(
    'usage',
    { file: 'policy.md', problem: { code: 'no-controller', args: {} } },
    (a, words) => ({
      reason: `${a.file} cannot be written as a policy. ${words(a.problem).reason}`,
      fix: `${words(a.problem).fix} Nothing was written.`,
    }),
  ),
} as const;
