import { didYouMean, failure, list, type Message, type Nearest } from './message.ts';
import { because, type Why, why } from './messages-why.ts';
import { shortened } from './shortened.ts';

const untouched = 'Nothing was written.';
const ours =
  'Bring in the XLIFF 2 or JSON file that policyc locale export wrote, with the translations in it.';

/** Why translations are not given out, accepted or taken over. */
export const translationFailures = {
  'locale-is-prevailing': failure(
    'usage',
    (a: { locale: string }) => ({
      reason: `${a.locale} is the language the policy is written in.`,
      fix: 'Name a language that it is translated into.',
    }),
    { locale: 'en' },
  ),
  'locale-of-no-policy': failure(
    'usage',
    (a: { locale: string } & Nearest) => ({
      reason: `no policy is translated into ${a.locale}.`,
      fix: didYouMean(a.nearest, `Add ${a.locale} to locales: in policy.yaml.`),
    }),
    { locale: 'fr' },
  ),
  'texts-not-named': failure(
    'usage',
    (_: object) => ({
      reason: 'name the texts whose translations are right as they stand, or all of them.',
      fix: 'policyc locale accept LOCALE OWNER or OWNER/FIELD …, or --all. policyc locale status lists the stale ones.',
    }),
    {},
  ),
  'texts-beside-all': failure(
    'usage',
    (_: object) => ({
      reason: '--all leaves no text to name.',
      fix: 'Name texts or write --all.',
    }),
    {},
  ),
  'text-unknown': failure(
    'usage',
    (a: { name: string } & Nearest) => ({
      reason: `no policy here has a text called ${a.name}. Nothing was changed.`,
      fix: didYouMean(a.nearest, 'policyc locale status lists the stale ones.'),
    }),
    { name: 'cookies/titel', nearest: 'cookies/title' },
  ),
  'text-untranslated': failure(
    'usage',
    (a: { name: string }) => ({
      reason: `${a.name} has no translation to accept. Nothing was changed.`,
      fix: 'policyc locale export writes it out for a translator.',
    }),
    { name: 'cookies/title' },
  ),
  'export-from-several': failure(
    'usage',
    (a: { locales: readonly [string, string] }) => ({
      reason: `these policies are written in several languages, ${list(a.locales, 'and')}, and a file has one.`,
      fix: 'Export one policy at a time: --policy PATH.',
    }),
    { locales: ['en', 'zh-CN'] },
  ),
  'locale-file-bound': failure(
    'translations-refused',
    (a: { file: string; locale: string }) => ({
      reason: `${a.file} cannot be changed piece by piece: it holds aliases, or is not in ${a.locale}. ${untouched}`,
      fix: 'Write each translation out in full, as policyc locale import would, and try again.',
    }),
    { file: 'locales/de.yaml', locale: 'de' },
  ),
  'locale-file-unreadable': failure(
    'translations-refused',
    (a: { file: string; why: Why }) => ({
      reason: `${a.file} cannot be read: ${because(a.why)}. ${untouched}`,
      fix: 'Put a plain file there, or take it away.',
    }),
    { file: 'locales/de.yaml', why: why('no-file', { stranger: 'pipe' }) },
  ),
  'locale-path-irregular': failure(
    'translations-refused',
    (a: { path: string; wanted: 'file' | 'folder' }) => ({
      reason: `${a.path} is no ${a.wanted}, or a link to one.`,
      fix: 'policyc writes into plain files and folders only: put one there.',
    }),
    { path: 'locales', wanted: 'folder' },
  ),
  'file-changed': failure(
    'usage',
    (a: { path: string }) => ({
      reason: `${a.path} was changed by somebody else while policyc made its new text. ${untouched}`,
      fix: 'Run the command again.',
    }),
    { path: 'chapters/main.yaml' },
  ),

  // What a translator sent back
  'import-missing': failure(
    'translations-refused',
    (a: { file: string }) => notTaken(a.file, 'there is no such file'),
    { file: 'de.xlf' },
  ),
  'import-unreadable': failure(
    'translations-refused',
    (a: { file: string; why: Why }) => notTaken(a.file, because(a.why)),
    { file: 'de.xlf', why: why('no-file', { stranger: 'pipe' }) },
  ),
  'import-not-text': failure(
    'translations-refused',
    (a: { file: string }) => notTaken(a.file, 'it is not UTF-8 text'),
    { file: 'de.xlf' },
  ),
  'import-policy-unknown': failure(
    'translations-refused',
    (a: { file: string; policy: string; locale: string }) =>
      notTaken(
        a.file,
        `it is about a policy ${a.policy}, and none here with that id is translated into ${a.locale}`,
      ),
    { file: 'de.xlf', policy: 'shop', locale: 'de' },
  ),
  'import-source-differs': failure(
    'translations-refused',
    (a: { file: string; policy: string; from: string; written: string }) =>
      notTaken(a.file, `it translates from ${a.from}, and ${a.policy} is written in ${a.written}`),
    { file: 'de.xlf', policy: 'shop', from: 'en', written: 'fr' },
  ),
  'import-text-twice': failure(
    'translations-refused',
    (a: { file: string; policy: string; text: string }) =>
      notTaken(a.file, `it holds ${a.text} of ${a.policy} twice`),
    { file: 'de.xlf', policy: 'shop', text: 'cookies/title' },
  ),
  'import-text-unknown': failure(
    'translations-refused',
    (a: { file: string; policy: string; texts: readonly string[] }) =>
      notTaken(a.file, `${a.policy} has no text called ${shortened(a.texts)}`),
    { file: 'de.xlf', policy: 'shop', texts: ['cookies/titel'] },
  ),
  'translation-of-which': failure(
    'usage',
    (a: { file: string; locale: string; ids: readonly string[] }) => ({
      reason: `Several policies are translated into ${a.locale}, such as ${a.ids.join(' and ')}: ${a.file} does not say which it is of.`,
      fix: 'Name it: --policy PATH.',
    }),
    { file: 'de.md', locale: 'de', ids: ['shop', 'app'] },
  ),
  'translation-apart': failure(
    'translations-refused',
    (a: { file: string; policy: string; ours: number; theirs: number }) => ({
      reason: `${a.file} cannot be taken over: chapters are matched by their order, and it has ${a.theirs} where ${a.policy} has ${a.ours}. ${untouched}`,
      fix: 'Give it the headings of the policy as it is now, or export the texts: policyc locale export.',
    }),
    { file: 'de.md', policy: 'shop', ours: 9, theirs: 10 },
  ),
  'import-policy-twice': failure(
    'translations-refused',
    (a: { file: string; policy: string }) => notTaken(a.file, `it holds the policy ${a.policy} twice`),
    { file: 'de.xlf', policy: 'shop' },
  ),
};

function notTaken(file: string, why: string): Message {
  return { reason: `${file} cannot be taken over: ${why}. ${untouched}`, fix: ours };
}
