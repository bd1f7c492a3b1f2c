import { isOffer } from './offer-addresses.ts';

const languages = new Set(
  [
    'english|deutsch|français|español|português|italiano|nederlands|polski|русский|українська|türkçe|svenska|dansk|norsk|norsk bokmål|suomi|čeština|magyar|română|ελληνικά',
    'bahasa indonesia|tiếng việt|العربية|עברית|हिन्दी|ไ ท ย|日 本 语|中 文|简 体 中 文|繁 体 中 文|한국어|other languages|english version',
    'en|de|fr|es|pt|it|nl|pl|ru|uk|tr|sv|da|no|nb|fi|cs|hu|ro|el|id|vi|ar|he|hi|th|ja|zh|ko|language|languages|sprache|langue|idioma|lingua|taal|język|язык|dil|bahasa|语 言|言 语|언어',
  ].flatMap((list) => list.split('|')),
);

interface Said {
  readonly is: string;
  readonly key: string;
  readonly words?: number;
}

/** Whether a sentence is links on names of languages, which lead to translations, and says nothing else. */
export function isLanguageMenu(sentence: readonly Said[]): boolean {
  let [start, links] = [0, 0];
  const isName = (from: number, to: number): boolean => {
    const said = sentence
      .slice(from, to)
      .flatMap(({ is, key }) => (is === 'mark' ? [] : [key.toLowerCase()]));
    return said.every((word) => languages.has(word)) || languages.has(said.join(' '));
  };
  for (const [at, { is, key, words = 0 }] of sentence.entries()) {
    if (is !== 'link') continue;
    if (words === 0 || /@|^(?:tel|sms):/i.test(key) || isOffer(key)) return false;
    if (!isName(start, at - words) || !isName(at - words, at)) return false;
    [start, links] = [at + 1, links + 1];
  }
  return links > 0 && isName(start, sentence.length);
}
