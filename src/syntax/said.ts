import { replaceHidden } from '../base/hidden.ts';
import { nodesOf, proseOf } from './prose.ts';

/** Whether there is a letter or a number that somebody can see: a name or a reason without one names nobody and gives none. */
export function isSaid(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(replaceHidden(words, () => ''));
}

/** Whether words can name somebody: a single letter is nobody, but where one sign can write a whole name. */
export function isName(words: string): boolean {
  const signs = new Set(replaceHidden(words, () => '').match(/[\p{L}\p{N}]/gu));
  const letters = [...signs].filter((sign) => /\p{L}/u.test(sign));
  return (
    letters.length > 0 && (signs.size > 1 || /[\p{Script=Han}\p{Script=Hangul}]/u.test(letters[0] ?? ''))
  );
}

/** Whether readers of a Markdown text would see any of its words: not what is left out of pages, nor marks alone. */
export function isSaidInProse(markdown: string): boolean {
  if (!isSaid(markdown)) return false;
  return [...nodesOf(proseOf(markdown))].some(
    (node) => 'value' in node && node.type !== 'html' && isSaid(node.value),
  );
}
