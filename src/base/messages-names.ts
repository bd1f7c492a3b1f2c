import { didYouMean, failure, list, type Nearest } from './message.ts';

/** Names that a command was given, and that nothing has. Each with arguments that show its words. */
export const nameFailures = {
  'fingerprint-unknown': failure('usage', { fingerprints: ['v1:00'] }, (a) => ({
    reason: `no change has the fingerprint ${a.fingerprints.join(', ')}.`,
    fix: 'policyc diff prints the fingerprints of changes without a note.',
  })),
  'option-no-version': failure('usage', { option: '--corrects', text: 'latest' }, (a) => ({
    reason: `${a.option} ${a.text} is no version.`,
    fix: 'Give the number of a version, as in policyc archive list.',
  })),
  'version-without-locale': failure('usage', { version: 2, locale: 'fr', known: ['en', 'de'] }, (a) => ({
    reason: `#${a.version} has no text in ${a.locale}.`,
    fix: `It has ${a.known.join(', ')}.`,
  })),
  'compared-without-locale': failure(
    'usage',
    { policy: 'marketplace', locale: 'fr', known: ['en', 'zh-CN'] },
    (a) => ({
      reason: `${a.policy} has no text in ${a.locale}.`,
      fix: `It has ${a.known.join(', ')}.`,
    }),
  ),
  'export-without-locale': failure('usage', { locale: 'fr', known: ['de', 'en'] }, (a) => ({
    reason: `the policy is not written in ${a.locale}.`,
    fix: `Choose ${list(a.known)} with --locale.`,
  })),
  'channel-not-named': failure(
    'usage',
    { version: 2, channel: 'fax', known: ['announcement', 'e-mail'] },
    (a) => ({
      reason: `#${a.version} names no channel ${a.channel}.`,
      fix: `A record cannot be taken back, so it must be one of ${a.known.join(', ')}.`,
    }),
  ),
  'schema-unknown': failure<{ name: string; known: readonly string[] } & Nearest>(
    'usage',
    { name: 'clause', known: ['chapter', 'policy'] },
    (a) => ({
      reason: `there is no schema ${a.name}.`,
      fix: didYouMean(a.nearest, `There are ${a.known.join(', ')}.`),
    }),
  ),
  'edition-unknown': failure('usage', { edition: '2019-01', known: ['2026-11', '2026-12'] }, (a) => ({
    reason: `no edition ${a.edition} is shipped.`,
    fix: `Choose next, ${a.known.join(' or ')}.`,
  })),
  'profile-unknown': failure<{ profile: string; known: readonly string[] } & Nearest>(
    'usage',
    { profile: 'gdrp', known: ['cn-pipl', 'eu-gdpr'] },
    (a) => ({
      reason: `there is no profile ${a.profile}.`,
      fix: didYouMean(a.nearest, `Choose declared, or some of ${a.known.join(', ')}.`),
    }),
  ),
  'product-of-no-clause': failure<{ product: string; known: readonly string[] } & Nearest>(
    'usage',
    { product: 'Reader', known: ['Editor', 'Viewer'] },
    (a) => ({
      reason: `no clause of the policy is about a product ${a.product}.`,
      fix:
        a.known.length === 0
          ? 'None is limited to a product: leave --product out.'
          : didYouMean(a.nearest, `Choose ${list(a.known)} with --product.`),
    }),
  ),
  'entry-of-no-list': failure<
    { option: string; entry: string; policy: string; known: readonly string[] } & Nearest
  >(
    'usage',
    { option: '--declare', entry: 'merging', policy: 'policies/shop', known: ['merger', 'sale'] },
    (a) => ({
      reason: `${a.option} ${a.entry} is no entry of the list of material changes of ${a.policy}. No note was written.`,
      fix:
        a.known.length === 0
          ? 'It has no list: a chapter of the policy begins one.'
          : didYouMean(a.nearest, `It has ${list(a.known, 'and')}.`),
    }),
  ),
  'act-unknown': failure('usage', { act: 'takes back #3' }, (a) => ({
    reason: `--act ${a.act} is nothing that a release does.`,
    fix: 'Write withdraws #3, corrects #3, effective 2031-01-01 or adopts 2019-01-01, as policyc release says it.',
  })),
  'act-of-no-version': failure(
    'usage',
    { act: 'withdraws #9', policy: 'policies/shop', known: ['#1', '#2'] },
    (a) => ({
      reason: `--act ${a.act} names no version of ${a.policy}. No note was written.`,
      fix: a.known.length === 0 ? 'Nothing has been released yet.' : `It has ${list(a.known, 'and')}.`,
    }),
  ),
  'vendors-unknown': failure('usage', { file: 'vendor-list.json', vendors: ['9999'] }, (a) => ({
    reason: `${a.file} has no vendor ${list(a.vendors)}.`,
    fix: 'Give numbers of that list with --vendors, or leave it out for all of them. Nothing was written.',
  })),
  'vendors-of-no-list': failure('usage', { file: 'vendors.csv' }, (a) => ({
    reason: `--vendors chooses from a Global Vendor List, and ${a.file} is none.`,
    fix: 'Leave --vendors out. Nothing was written.',
  })),
};
