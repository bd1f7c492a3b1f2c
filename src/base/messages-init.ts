import { didYouMean, failure, list, type Nearest } from './message.ts';

/** Why no first policy is written. */
export const initFailures = {
  'init-unanswered': failure('usage', { missing: ['--company', '--country'] }, (a) => ({
    reason: `${list(a.missing, 'and')} ${a.missing.length === 1 ? 'is' : 'are'} not given, and there is no terminal to ask on.`,
    fix: 'Give them, or use --yes for the defaults.',
  })),
  'init-stopped': failure('usage', {}, () => ({
    reason: 'the questions were not all answered: nothing was written.',
    fix: 'Run policyc init again, or answer with options: policyc init --help lists them.',
  })),
  'init-answer-unknown': failure<{ option: string; value: string; known: readonly string[] } & Nearest>(
    'usage',
    { option: '--kind', value: 'shop', known: ['minimal', 'app'] },
    (a) => ({
      reason: `${a.option} ${a.value}: unknown value.`,
      fix: didYouMean(a.nearest, `There are ${list(a.known, 'and')}.`),
    }),
  ),
  'init-country-unknown': failure<{ value: string; meant: string | undefined }>(
    'usage',
    { value: 'Atlantis', meant: undefined },
    (a) => ({
      reason: `--country ${a.value} is not a country code.`,
      fix: didYouMean(a.meant, 'Give its two letters of ISO 3166, such as IE or CN.'),
    }),
  ),
  'init-language-unspoken': failure('usage', { locale: 'ar', spoken: ['en', 'de'] }, (a) => ({
    reason: `--locales ${a.locale}: pages have words in ${list(a.spoken, 'and')}.`,
    fix: `Leave ${a.locale} out here. Once policy.yaml lists it, policyc locale words ${a.locale} --write makes a file for words of your own.`,
  })),
  'init-language-unwritten': failure('usage', { locale: 'de', written: ['en', 'zh-CN'] }, (a) => ({
    reason: `--locales ${a.locale}: the example is written in ${list(a.written, 'and')} alone.`,
    fix: `Give --locales ${a.written[0]},${a.locale}: the example in ${a.written[0]}, and ${a.locale} as a language to translate it into (policyc locale export ${a.locale}). A policy that you have in ${a.locale}, policyc import reads as it is.`,
  })),
  'init-company-unfit': failure('usage', { company: '""' }, (a) => ({
    reason: `--company ${a.company} is not a name that a policy can have.`,
    fix: 'Give the legal name on one line, in at most 200 visible characters.',
  })),
  'init-inside': failure('usage', { path: 'policies/shop/archive/0003', inside: 'policies/shop' }, (a) => ({
    reason: `${a.path} lies in ${a.inside}, which is another policy: nothing was written.`,
    fix: 'Choose a folder beside it.',
  })),
  'init-in-the-way': failure('usage', { path: 'policyc.yaml' }, (a) => ({
    reason: `${a.path} already exists: nothing was written.`,
    fix: `Choose an empty folder (policyc init FOLDER) or another id (policyc import FILE --id ID), or move it away.${a.path === 'policyc.yaml' ? ' A hook or a workflow alone: policyc init --with hook.' : ''}`,
  })),
};
