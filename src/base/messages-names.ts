import { didYouMean, failure, list, type Nearest } from './message.ts';

/** Names that a command was given, and that nothing has. Each with arguments that show its words. */
export const nameFailures = {
  'fingerprint-unknown': failure(
    'usage',
    (a: { fingerprints: readonly string[] }) => ({
      reason: `no change has the fingerprint ${a.fingerprints.join(', ')}.`,
      fix: 'policyc diff prints the fingerprints of changes without a note.',
    }),
    { fingerprints: ['v1:00'] },
  ),
  'option-no-version': failure(
    'usage',
    (a: { option: string; text: string }) => ({
      reason: `${a.option} ${a.text} is no version.`,
      fix: 'Give the number of a version, as in policyc archive list.',
    }),
    { option: '--corrects', text: 'latest' },
  ),
  'version-without-locale': failure(
    'usage',
    (a: { version: number; locale: string; known: readonly string[] }) => ({
      reason: `#${a.version} has no text in ${a.locale}.`,
      fix: `It has ${a.known.join(', ')}.`,
    }),
    { version: 2, locale: 'fr', known: ['en', 'de'] },
  ),
  'compared-without-locale': failure(
    'usage',
    (a: { policy: string; locale: string; known: readonly string[] }) => ({
      reason: `${a.policy} has no text in ${a.locale}.`,
      fix: `It has ${a.known.join(', ')}.`,
    }),
    { policy: 'marketplace', locale: 'fr', known: ['en', 'zh-CN'] },
  ),
  'export-without-locale': failure(
    'usage',
    (a: { locale: string; known: readonly string[] }) => ({
      reason: `the policy is not written in ${a.locale}.`,
      fix: `Choose ${list(a.known)} with --locale.`,
    }),
    { locale: 'fr', known: ['de', 'en'] },
  ),
  'channel-not-named': failure(
    'usage',
    (a: { version: number; channel: string; known: readonly string[] }) => ({
      reason: `#${a.version} names no channel ${a.channel}.`,
      fix: `A record cannot be taken back, so it must be one of ${a.known.join(', ')}.`,
    }),
    { version: 2, channel: 'fax', known: ['announcement', 'e-mail'] },
  ),
  'schema-unknown': failure(
    'usage',
    (a: { name: string; known: readonly string[] } & Nearest) => ({
      reason: `there is no schema ${a.name}.`,
      fix: didYouMean(a.nearest, `There are ${a.known.join(', ')}.`),
    }),
    { name: 'clause', known: ['chapter', 'policy'] },
  ),
  'edition-unknown': failure(
    'usage',
    (a: { edition: string; known: readonly string[] }) => ({
      reason: `no edition ${a.edition} is shipped.`,
      fix: `Choose next, ${a.known.join(' or ')}.`,
    }),
    { edition: '2019-01', known: ['2026-11', '2026-12'] },
  ),
  'profile-unknown': failure(
    'usage',
    (a: { profile: string; known: readonly string[] } & Nearest) => ({
      reason: `there is no profile ${a.profile}.`,
      fix: didYouMean(a.nearest, `Choose declared, or some of ${a.known.join(', ')}.`),
    }),
    { profile: 'gdrp', known: ['cn-pipl', 'eu-gdpr'] },
  ),
  'product-of-no-clause': failure(
    'usage',
    (a: { product: string; known: readonly string[] } & Nearest) => ({
      reason: `no clause of the policy is about a product ${a.product}.`,
      fix:
        a.known.length === 0
          ? 'None is limited to a product: leave --product out.'
          : didYouMean(a.nearest, `Choose ${list(a.known)} with --product.`),
    }),
    { product: 'Reader', known: ['Editor', 'Viewer'] },
  ),
  'entry-of-no-list': failure(
    'usage',
    (a: { option: string; entry: string; policy: string; known: readonly string[] } & Nearest) => ({
      reason: `${a.option} ${a.entry} is no entry of the list of material changes of ${a.policy}. No note was written.`,
      fix:
        a.known.length === 0
          ? 'It has no list: a chapter of the policy begins one.'
          : didYouMean(a.nearest, `It has ${list(a.known, 'and')}.`),
    }),
    { option: '--declare', entry: 'merging', policy: 'policies/shop', known: ['merger', 'sale'] },
  ),
  'act-unknown': failure(
    'usage',
    (a: { act: string }) => ({
      reason: `--act ${a.act} is nothing that a release does.`,
      fix: 'Write withdraws #3, corrects #3, effective 2031-01-01 or adopts 2019-01-01, as policyc release says it.',
    }),
    { act: 'takes back #3' },
  ),
  'act-of-no-version': failure(
    'usage',
    (a: { act: string; policy: string; known: readonly string[] }) => ({
      reason: `--act ${a.act} names no version of ${a.policy}. No note was written.`,
      fix: a.known.length === 0 ? 'Nothing has been released yet.' : `It has ${list(a.known, 'and')}.`,
    }),
    { act: 'withdraws #9', policy: 'policies/shop', known: ['#1', '#2'] },
  ),
  'vendors-unknown': failure(
    'usage',
    (a: { file: string; vendors: readonly string[] }) => ({
      reason: `${a.file} has no vendor ${list(a.vendors)}.`,
      fix: 'Give numbers of that list with --vendors, or leave it out for all of them. Nothing was written.',
    }),
    { file: 'vendor-list.json', vendors: ['9999'] },
  ),
  'vendors-of-no-list': failure(
    'usage',
    (a: { file: string }) => ({
      reason: `--vendors chooses from a Global Vendor List, and ${a.file} is none.`,
      fix: 'Leave --vendors out. Nothing was written.',
    }),
    { file: 'vendors.csv' },
  ),
};
