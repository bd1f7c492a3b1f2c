import { didYouMean, failure, list, type Message, type Nearest } from './message.ts';
import { because, type Why, why } from './messages-why.ts';
import { shortened } from './shortened.ts';

const untouched = 'Nothing was written.';
const ours =
  'Bring in the XLIFF 2 or JSON file that policyc locale export wrote, with the translations in it.';

/** Why translations are not given out, accepted or taken over. */
export const translationFailures = {
  'locale-is-prevailing': failure('usage', { locale: 'en' }, (a) => ({
    reason: `${a.locale} is the language the policy is written in.`,
    fix: 'Name a language that it is translated into.',
  })),
  'locale-of-no-policy': failure<{ locale: string } & Nearest>('usage', { locale: 'fr' }, (a) => ({
    reason: `no policy is translated into ${a.locale}.`,
    fix: didYouMean(a.nearest, `Add ${a.locale} to locales: in policy.yaml.`),
  })),
  'texts-not-named': failure('usage', {}, () => ({
    reason: 'name the texts whose translations are right as they stand, or all of them.',
    fix: 'policyc locale accept LOCALE OWNER or OWNER/FIELD …, or --all. policyc locale status lists the stale ones.',
  })),
  'texts-beside-all': failure('usage', {}, () => ({
    reason: '--all leaves no text to name.',
    fix: 'Name texts or write --all.',
  })),
  'text-unknown': failure<{ name: string } & Nearest>(
    'usage',
    { name: 'cookies/titel', nearest: 'cookies/title' },
    (a) => ({
      reason: `no policy here has a text called ${a.name}. Nothing was changed.`,
      fix: didYouMean(a.nearest, 'policyc locale status lists the stale ones.'),
    }),
  ),
  'text-untranslated': failure('usage', { name: 'cookies/title' }, (a) => ({
    reason: `${a.name} has no translation to accept. Nothing was changed.`,
    fix: 'policyc locale export writes it out for a translator.',
  })),
  'export-from-several': failure<{ locales: readonly [string, string] }>(
    'usage',
    { locales: ['en', 'zh-CN'] },
    (a) => ({
      reason: `these policies are written in several languages, ${list(a.locales, 'and')}, and a file has one.`,
      fix: 'Export one policy at a time: --policy PATH.',
    }),
  ),
  'locale-file-bound': failure('translations-refused', { file: 'locales/de.yaml', locale: 'de' }, (a) => ({
    reason: `${a.file} cannot be changed piece by piece: it holds aliases, or is not in ${a.locale}. ${untouched}`,
    fix: 'Write each translation out in full, as policyc locale import would, and try again.',
  })),
  'locale-file-unreadable': failure<{ file: string; why: Why }>(
    'translations-refused',
    { file: 'locales/de.yaml', why: why('no-file', { stranger: 'pipe' }) },
    (a) => ({
      reason: `${a.file} cannot be read: ${because(a.why)}. ${untouched}`,
      fix: 'Put a plain file there, or take it away.',
    }),
  ),
  'locale-path-irregular': failure<{ path: string; wanted: 'file' | 'folder' }>(
    'translations-refused',
    { path: 'locales', wanted: 'folder' },
    (a) => ({
      reason: `${a.path} is no ${a.wanted}, or a link to one.`,
      fix: 'policyc writes into plain files and folders only: put one there.',
    }),
  ),
  'file-changed': failure('usage', { path: 'chapters/main.yaml' }, (a) => ({
    reason: `${a.path} was changed by somebody else while policyc made its new text. ${untouched}`,
    fix: 'Run the command again.',
  })),

  // What a translator sent back
  'import-missing': failure('translations-refused', { file: 'de.xlf' }, (a) =>
    notTaken(a.file, 'there is no such file'),
  ),
  'import-unreadable': failure<{ file: string; why: Why }>(
    'translations-refused',
    { file: 'de.xlf', why: why('no-file', { stranger: 'pipe' }) },
    (a) => notTaken(a.file, because(a.why)),
  ),
  'import-not-text': failure('translations-refused', { file: 'de.xlf' }, (a) =>
    notTaken(a.file, 'it is not UTF-8 text'),
  ),
  'import-policy-unknown': failure(
    'translations-refused',
    { file: 'de.xlf', policy: 'shop', locale: 'de' },
    (a) =>
      notTaken(
        a.file,
        `it is about a policy ${a.policy}, and none here with that id is translated into ${a.locale}`,
      ),
  ),
  'import-source-differs': failure(
    'translations-refused',
    { file: 'de.xlf', policy: 'shop', from: 'en', written: 'fr' },
    (a) => notTaken(a.file, `it translates from ${a.from}, and ${a.policy} is written in ${a.written}`),
  ),
  'import-text-twice': failure(
    'translations-refused',
    { file: 'de.xlf', policy: 'shop', text: 'cookies/title' },
    (a) => notTaken(a.file, `it holds ${a.text} of ${a.policy} twice`),
  ),
  'import-text-unknown': failure(
    'translations-refused',
    { file: 'de.xlf', policy: 'shop', texts: ['cookies/titel'] },
    (a) => notTaken(a.file, `${a.policy} has no text called ${shortened(a.texts)}`),
  ),
  'translation-of-which': failure('usage', { file: 'de.md', locale: 'de', ids: ['shop', 'app'] }, (a) => ({
    reason: `Several policies are translated into ${a.locale}, such as ${a.ids.join(' and ')}: ${a.file} does not say which it is of.`,
    fix: 'Name it: --policy PATH.',
  })),
  'translation-apart': failure(
    'translations-refused',
    { file: 'de.md', policy: 'shop', ours: 9, theirs: 10 },
    (a) => ({
      reason: `${a.file} cannot be taken over: chapters are matched by their order, and it has ${a.theirs} where ${a.policy} has ${a.ours}. ${untouched}`,
      fix: 'Give it the headings of the policy as it is now, or export the texts: policyc locale export.',
    }),
  ),
  'import-policy-twice': failure('translations-refused', { file: 'de.xlf', policy: 'shop' }, (a) =>
    notTaken(a.file, `it holds the policy ${a.policy} twice`),
  ),
};

function notTaken(file: string, why: string): Message {
  return { reason: `${file} cannot be taken over: ${why}. ${untouched}`, fix: ours };
}
