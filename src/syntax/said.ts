import { isSaid, replaceHidden } from '../base/hidden.ts';
import { nodesOf, proseOf } from './prose.ts';

/**
 * Whether words can name somebody. One letter cannot, except in scripts where a single character can be a whole name.
 */
export function isName(words: string): boolean {
  const signs = new Set(replaceHidden(words, () => '').match(/[\p{L}\p{N}]/gu));
  const letters = [...signs].filter((sign) => /\p{L}/u.test(sign));
  return (
    letters.length > 0 && (signs.size > 1 || /[\p{Script=Han}\p{Script=Hangul}]/u.test(letters[0] ?? ''))
  );
}

/** Whether readers of a Markdown text see any words: HTML is left out of pages, and punctuation alone says nothing. */
export function isSaidInProse(markdown: string): boolean {
  if (!isSaid(markdown)) return false;
  return [...nodesOf(proseOf(markdown))].some(
    (node) => 'value' in node && node.type !== 'html' && isSaid(node.value),
  );
}
