import type { Span } from './span.ts';

/**
 * Invisible characters: controls, direction overrides, zero-width characters, fillers and lone surrogates (which no file
 * can hold); not the joiners that scripts and emoji need.
 */
const hidden =
  /(?![\t\n])\p{Cc}|\p{Cs}|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u202A-\u202E\u2028\u2029\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** An invisible character in a text. */
export interface HiddenCharacter extends Span {
  /** As `U+202E`. */
  readonly name: string;
}

/**
 * Characters that texts in Latin, Greek, Cyrillic, Chinese and Japanese do not consist of: without one, nothing is
 * hidden, and this test is much faster.
 */
const unusual = /[^\t\n -~\u00AE-\u0600\u2010-\u2027\u3001-\u3163\u4E00-\u9FFF\uFF01-\uFF9F]+/g;

/** One after the other, since a file can consist of them. */
export function* hiddenIn(text: string): Generator<HiddenCharacter> {
  for (const { 0: some, index: from } of text.matchAll(unusual))
    for (const { 0: character, index } of some.matchAll(hidden)) {
      const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const start = from + index;
      yield { name: `U+${point}`, start, end: start + character.length };
    }
}

/** The text with something else in place of every hidden character. */
export function replaceHidden(text: string, instead: (character: string) => string): string {
  return text.replace(unusual, (some) => some.replace(hidden, instead));
}

/** The text with a visible mark for every hidden unit, safe to print; offsets stay the same. */
export function showHidden(text: string): string {
  return replaceHidden(text, (character) => '�'.repeat(character.length));
}

/** Whether there is a visible letter or number: without one, a name names nobody and a reason gives none. */
export function isSaid(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(replaceHidden(words, () => ''));
}
