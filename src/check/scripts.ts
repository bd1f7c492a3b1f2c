import { eachOnDemand } from '../base/on-demand.ts';
import { type Quote, quotesOf } from './quotes.ts';
import { found, languageOf } from './readable.ts';
import type { Rules } from './rule.ts';

/** Remainders of another text, told by their script. */
export const scriptRules: Rules = {
  'foreign-script': (facts) =>
    quotesOf(facts, remainder)
      .filter((quote) => !isQuoted(quote))
      .map((part) => found('foreign-script', { quote: part.quote, locale: part.readable.locale }, part)),
};

/** The scripts that languages are written in beside Latin letters, which turn up everywhere. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  zh: ['Han', 'Bopomofo'],
  ja: ['Han', 'Hiragana', 'Katakana'],
  ko: ['Hangul', 'Han'],
  ru: ['Cyrillic'],
  uk: ['Cyrillic'],
  be: ['Cyrillic'],
  bg: ['Cyrillic'],
  sr: ['Cyrillic'],
  mk: ['Cyrillic'],
  kk: ['Cyrillic'],
  mn: ['Cyrillic', 'Mongolian'],
  el: ['Greek'],
  he: ['Hebrew'],
  ar: ['Arabic'],
  fa: ['Arabic'],
  ur: ['Arabic'],
  th: ['Thai'],
  hi: ['Devanagari'],
  mr: ['Devanagari'],
  ne: ['Devanagari'],
  bn: ['Bengali'],
  ta: ['Tamil'],
  te: ['Telugu'],
  ka: ['Georgian'],
  hy: ['Armenian'],
  km: ['Khmer'],
  lo: ['Lao'],
  my: ['Myanmar'],
};

/** Characters of traditional Chinese that simplified Chinese writes otherwise, among the commonest. */
const traditional =
  '個們來這會說時國對學為發過還後點開關於請將與從無實現種應當應體資訊權經營業務條護證據處壞錄選擇嗎讓頁門問間長見覺視話語調讀變貨買賣費質連進運遠違選郵釋錯鏈銀隱難電靈頭題類顧飛館馬驗';

/** Six letters or more in a row of a script that a language does not use; in simplified Chinese also three traditional ones close together. */
const remainder = eachOnDemand((locale: string): RegExp => {
  const own = ['Latin', 'Common', 'Inherited', 'Greek', ...(scripts[languageOf(locale)] ?? [])];
  const foreign = `[${own.map((name) => `\\p{Script=${name}}`).join('')}]`;
  const letter = `(?:(?!${foreign})\\p{L})`;
  const parts = [`${letter}(?:[\\p{M}\\s，。、]*${letter}){5,}[。，.]?`];
  if (/^zh(?:$|-CN|-Hans|-SG)/.test(locale))
    parts.push(
      `[${traditional}][\\p{Script=Han}，]{0,4}[${traditional}][\\p{Script=Han}，]{0,4}[${traditional}]`,
    );
  if (scripts[languageOf(locale)] !== undefined)
    parts.push("[A-Za-z][a-z'’]*(?:,? [A-Za-z][a-z'’]*){9,}[.!?]?");
  return new RegExp(parts.join('|'), 'gu');
});

/** A name in quotes or brackets is meant. */
function isQuoted({ readable: { words }, start, end }: Quote): boolean {
  return (
    /["“”'‘’「『《(（]\s*$/.test(words.slice(0, start)) && /^\s*["“”'‘’」』》)）]/.test(words.slice(end))
  );
}
