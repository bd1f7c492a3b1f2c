import { didYouMean, entry, list, type Nearest } from './message.ts';
import { shortened } from './shortened.ts';

/** Words of pages that are missing, unknown or unlike the English. */
export const wordsMessages = {
  'locale-without-words': entry(
    'error',
    (a: { locale: string; spoken: readonly string[]; meant: string | undefined }) => ({
      reason: `policyc has no words for ${a.locale}: headings, labels and dates of its pages would be in another language. It speaks ${list(a.spoken, 'and')}.`,
      fix: didYouMean(
        a.meant,
        `Bring the words: policyc locale words ${a.locale} --write makes words/${a.locale}.yaml beside policy.yaml, with the English beside each.`,
      ),
    }),
  ),
  'words-missing': entry('error', (a: { locale: string; missing: readonly string[] }) => ({
    reason: `${a.missing.length === 1 ? 'One text is' : `${a.missing.length} texts are`} missing in ${a.locale}: ${firstOf(a.missing)}.`,
    fix: `Fill in what is empty in the file. policyc locale words ${a.locale} --write adds what it lacks, with the English beside.`,
  })),
  'words-unknown': entry('error', (a: { key: string } & Nearest) => ({
    reason: `No page has a text called ${a.key}, or it is no single text.`,
    fix: didYouMean(a.nearest, 'Take it out, or see policyc locale words LOCALE for the names of all texts.'),
  })),
  'words-placeholders': entry(
    'error',
    (a: { key: string; missing: readonly string[]; added: readonly string[] }) => ({
      reason: [
        ...(a.missing.length > 0 ? [`${a.key} does not say ${list(a.missing.map(braced), 'and')}.`] : []),
        ...(a.added.length > 0
          ? [`Nothing is put in the place of ${list(a.added.map(braced), 'and')} in ${a.key}.`]
          : []),
      ].join(' '),
      fix: 'Use the names in braces that the English text has, each as it is written there.',
    }),
  ),
  'words-unlisted': entry('warning', (a: { locale: string; listed: readonly string[] }) => ({
    reason: `These words are for ${a.locale}, and no page is in it: policy.yaml lists ${list(a.listed, 'and')}.`,
    fix: `Add ${a.locale} to locales: there, call the file after the language it is for, or delete it.`,
  })),
  'prose-unread': entry('info', (a: { locale: string }) => ({
    reason: `policyc knows which words deny, allow or limit in English, Chinese, German, French, Spanish, Portuguese and Dutch, and not in ${a.locale}.`,
    fix: `Of a change or a translation in ${a.locale} it sees numbers, times, names, links and length, and not whether it says the opposite: have somebody read each who knows the language.`,
  })),
  'unknown-country': entry('warning', (a: { code: string; meant: string | undefined }) => ({
    reason: `${a.code} is the code of no country in ISO 3166-1: readers would see the code.`,
    fix: didYouMean(a.meant, 'Write the two letters of the country, such as DE, GB or US.'),
  })),
  'prevailing-not-published': entry(
    'error',
    (a: { language: string; published: readonly string[]; alike?: string }) => ({
      reason: `The policy is not published in ${a.language}, so that no such text can prevail.`,
      fix: `${a.alike ? `Write ${a.alike} as locales: does` : `Name one of its languages (${a.published.join(', ')})`}, or add ${a.language} to locales: with its translation.`,
    }),
  ),
  'term-without-label': entry('warning', (a: { locale: string; ids: readonly string[] }) => ({
    reason: `Readers of ${a.locale} see another language for ${firstOf(a.ids)}.`,
    fix: `Name them in ${a.locale}: under label: in taxonomy.yaml, or under terms: in words/${a.locale}.yaml.`,
  })),
};

function braced(name: string): string {
  return `{${name}}`;
}

function firstOf(names: readonly string[]): string {
  return shortened(names, 8);
}
