import { didYouMean, failure, list, type Nearest } from './message.ts';

/** Why no first policy is written. */
export const initFailures = {
  'init-unanswered': failure(
    'usage',
    (a: { missing: readonly string[] }) => ({
      reason: `${list(a.missing, 'and')} ${a.missing.length === 1 ? 'is' : 'are'} not given, and there is no terminal to ask on.`,
      fix: 'Give them, or use --yes for the defaults.',
    }),
    { missing: ['--company', '--country'] },
  ),
  'init-stopped': failure(
    'usage',
    (_: object) => ({
      reason: 'the questions were not all answered: nothing was written.',
      fix: 'Run policyc init again, or answer with options: policyc init --help lists them.',
    }),
    {},
  ),
  'init-answer-unknown': failure(
    'usage',
    (a: { option: string; value: string; known: readonly string[] } & Nearest) => ({
      reason: `${a.option} ${a.value}: unknown value.`,
      fix: didYouMean(a.nearest, `There are ${list(a.known, 'and')}.`),
    }),
    { option: '--kind', value: 'shop', known: ['minimal', 'app'] },
  ),
  'init-country-unknown': failure(
    'usage',
    (a: { value: string; meant: string | undefined }) => ({
      reason: `--country ${a.value} is not a country code.`,
      fix: didYouMean(a.meant, 'Give its two letters of ISO 3166, such as IE or CN.'),
    }),
    { value: 'Atlantis', meant: undefined },
  ),
  'init-language-unspoken': failure(
    'usage',
    (a: { locale: string; spoken: readonly string[] }) => ({
      reason: `--locales ${a.locale}: pages have words in ${list(a.spoken, 'and')}.`,
      fix: `Leave ${a.locale} out here. Once policy.yaml lists it, policyc locale words ${a.locale} --write makes a file for words of your own.`,
    }),
    { locale: 'ar', spoken: ['en', 'de'] },
  ),
  'init-language-unwritten': failure(
    'usage',
    (a: { locale: string; written: readonly string[] }) => ({
      reason: `--locales ${a.locale}: the example is written in ${list(a.written, 'and')} alone.`,
      fix: `Give --locales ${a.written[0]},${a.locale}: the example in ${a.written[0]}, and ${a.locale} as a language to translate it into (policyc locale export ${a.locale}). A policy that you have in ${a.locale}, policyc import reads as it is.`,
    }),
    { locale: 'de', written: ['en', 'zh-CN'] },
  ),
  'init-company-unfit': failure(
    'usage',
    (a: { company: string }) => ({
      reason: `--company ${a.company} is not a name that a policy can have.`,
      fix: 'Give the legal name on one line, in at most 200 visible characters.',
    }),
    { company: '""' },
  ),
  'init-inside': failure(
    'usage',
    (a: { path: string; inside: string }) => ({
      reason: `${a.path} lies in ${a.inside}, which is another policy: nothing was written.`,
      fix: 'Choose a folder beside it.',
    }),
    { path: 'policies/shop/archive/0003', inside: 'policies/shop' },
  ),
  'init-in-the-way': failure(
    'usage',
    (a: { path: string }) => ({
      reason: `${a.path} already exists: nothing was written.`,
      fix: 'Choose an empty folder (policyc init FOLDER) or another id (policyc import FILE --id ID), or move it away.',
    }),
    { path: 'policyc.yaml' },
  ),
};
