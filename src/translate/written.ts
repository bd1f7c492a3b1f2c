import { displayWidth } from '../base/frame.ts';

/** A text as a YAML scalar inside braces: as it is where that is safe, else between double quotes. */
export function flowScalar(text: string): string {
  return isPlain(text) ? text : JSON.stringify(text);
}

/** Whether a text reads best as a block of its own, and can be one. */
export function wantsBlock(text: string): boolean {
  return (text.includes('\n') || displayWidth(text) > widestInLine) && canBeBlock(text);
}

/** A text as the value of a key in a block map; `indent` is the column of that key, `comment` stays on its line. */
export function blockValue(text: string, indent: number, comment = ''): string {
  // Behind a plain text, a comment could be taken for the rest of it.
  if (!wantsBlock(text)) return comment === '' ? flowScalar(text) : JSON.stringify(text) + comment;
  const margin = ' '.repeat(indent + 2);
  const lines = text.split('\n').map((line) => (line === '' ? '' : margin + line));
  return `|${comment}\n${lines.join('\n')}`;
}

/** A key as YAML: ids and paths of ids as they are. */
export function keyText(key: string): string {
  return /^[A-Za-z][\w./-]*$/.test(key) && !isKeyword(key) ? key : JSON.stringify(key);
}

const widestInLine = 60;

/** A block cannot begin with white space without an indicator, nor hold control characters at all. */
export function canBeBlock(text: string): boolean {
  return !/^\s|(?![\t\n])[\p{Cc}\u2028\u2029\ufeff]/u.test(text);
}

/** Letters first, and nothing in it that YAML could take for anything but words, in braces or out of them. */
function isPlain(text: string): boolean {
  return (
    /^[\p{L}][^\p{Cc}\p{Zl}\p{Zp}\ufeff,[\]{}#]*$/u.test(text) &&
    !/:(\s|$)|\s$/.test(text) &&
    !isKeyword(text)
  );
}

function isKeyword(text: string): boolean {
  return /^(true|false|null|y|n|yes|no|on|off)$/i.test(text);
}
