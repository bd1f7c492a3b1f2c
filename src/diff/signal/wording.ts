import { slipBetween } from './spelling.ts';
import { stemOf } from './stem.ts';
import { englishFunction, englishShort, englishUpdated, joining } from './tables/en.ts';
import { chineseCommon } from './tables/zh.ts';
import type { Token } from './tokens.ts';

/**
 * Whether other words stand where some stood, be they in no table: whoever reads the text must say whether they mean
 * the same. Two forms of one word do, and so does a word with a slip in it.
 */
export function isReworded(before: readonly Token[], after: readonly Token[]): boolean {
  const [gone, come] = [contentOf(before), contentOf(after)];
  const [only, others] = [
    gone.filter((word) => !come.includes(word)),
    come.filter((word) => !gone.includes(word)),
  ];
  if (only.length === 0 || others.length === 0) return false;
  const [a = '', b = ''] = [gone.join(''), come.join('')];
  return a !== b && !(only.length === 1 && others.length === 1 && isSlip(only[0] ?? '', others[0] ?? ''));
}

/** A slip leaves the first letter alone, mostly; `weight` and `height` are two words. */
function isSlip(a: string, b: string): boolean {
  return Math.min(a.length, b.length) > 3 && a[0] === b[0] && slipBetween(a, b) !== undefined;
}

function contentOf(tokens: readonly Token[]): readonly string[] {
  return tokens.filter(isContent).map(({ is, key }) => (is === 'word' ? plainOf(stemOf(key)) : key));
}

/** Long and short for the same thing. */
function plainOf(stem: string): string {
  return englishShort.get(stem) ?? stem;
}

/** It says how, mostly; those that matter are in the tables. `comply` is none. */
const adverb = /(?<!^(?:comp|re|rep|supp|imp|app))ly$/;

/** A word that names something, as far as its form tells. */
export function isContent({ is, key }: Token): boolean {
  if (is === 'han') return !joining.has(key) && !chineseCommon.includes(key);
  const word = key.toLowerCase();
  if (is !== 'word' || key.length < 3 || adverb.test(word)) return false;
  return !englishFunction.has(word) && !englishUpdated.has(word);
}
