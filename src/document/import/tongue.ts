import type { Manuscript } from './manuscript.ts';

/**
 * Small words that one language has and similar ones do not have, or use less. Languages without texts for pages are
 * listed too, so that such a document is not taken for a similar language.
 */
const small: readonly (readonly [locale: string | undefined, words: string])[] = [
  ['en', 'the and you your our we with from that this are not for which will'],
  ['de', 'und der die das wir sie ihre nicht mit von für werden ist oder dass'],
  ['fr', 'les des vous nous votre vos dans pour avec sont est une pas que ces'],
  ['es', 'los las usted sus tus para con una por que nuestros este son del como sobre el y'],
  [undefined, 'os não uma com para seus seu dos das pelo pela em que são nossos você e'],
  [undefined, 'il gli che per con della dei delle una sono non nostri suoi tuoi e nel'],
  [undefined, 'het een van en wij uw niet met voor zijn worden deze dat onze bij'],
  [undefined, 'och att vi dina din som för med inte är av på till om den'],
];

/** Characters that differ between the two scripts: 们/們, 个/個 … */
const traditional = /[們個為資訊與這後來對會應該處權務條業時間關於]/g;
const simplified = /[们个为资讯与这后来对会应该处权务条业时间关于]/g;

/** The language of a text, among those with texts for pages; undefined if it is none of them. */
function tongueOf(words: string): string | undefined {
  const count = (pattern: RegExp): number => words.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (count(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu) > letters / 20) return 'ja';
  if (count(/\p{sc=Han}/gu) > letters / 4) return count(traditional) > count(simplified) ? 'zh-TW' : 'zh-CN';
  const tokens = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scored = small.map(([locale, list]) => {
    const known = new Set(list.split(' '));
    return { locale, share: tokens.filter((token) => known.has(token)).length / (tokens.length || 1) };
  });
  const [best] = scored.sort((a, b) => b.share - a.share);
  if (best && best.share > 0.04) return best.locale;
  // Too little text, or mostly tables: English is the most common, if the letters are possible in English.
  if (/[^\p{ASCII}\p{P}\p{S}\p{Z}\p{N}]/u.test(words)) return undefined;
  return tokens.length < 40 || (best?.locale === 'en' && best.share > 0.02) ? 'en' : undefined;
}

/** Another language, among those with texts for pages, in which a fifth of a document or more is written. */
export function otherTongueIn(texts: readonly string[], locale: string): string | undefined {
  const own = locale.split('-', 1)[0];
  const letters = new Map<string, number>();
  for (const text of texts) {
    // Of fewer words nobody can tell.
    const tongue = text.length < 300 ? undefined : tongueOf(text);
    if (tongue !== undefined && tongue.split('-', 1)[0] !== own)
      letters.set(tongue, (letters.get(tongue) ?? 0) + text.length);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  const all = texts.reduce((sum, { length }) => sum + length, 0);
  return most && most[1] >= all / 5 ? most[0] : undefined;
}

/**
 * The locale as policies write it: `en-GB` stays; for Chinese the script of the text decides between `zh-CN` and
 * `zh-TW`.
 */
export function localeOf({ language }: Manuscript, words: string): string | undefined {
  const own = tongueOf(words);
  const [said = '', ...rest] = (language ?? '').split('-');
  const country = rest.find((part) => /^[A-Z]{2}$/.test(part));
  const isOther = own !== undefined && (said.toLowerCase() !== own.split('-')[0] || said === 'zh');
  if (isOther || !/^[a-z]{2,3}$/i.test(said)) return own;
  return country === undefined ? (own ?? said.toLowerCase()) : `${said.toLowerCase()}-${country}`;
}
