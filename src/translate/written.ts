import { displayWidth } from '../base/frame.ts';

/** A text as a YAML scalar inside braces: plain if that is safe, else in double quotes. */
export function flowScalar(text: string): string {
  return isPlain(text) ? text : JSON.stringify(text);
}

/** Whether a text should be a block scalar, and can be one. */
export function wantsBlock(text: string): boolean {
  return (text.includes('\n') || displayWidth(text) > widestInLine) && canBeBlock(text);
}

/** A text as a value in a block map. `indent` is the column of its key; `comment` stays on the key's line. */
export function blockValue(text: string, indent: number, comment = ''): string {
  // With a comment after it the text is quoted: it could be mistaken for a part of a plain one.
  if (!wantsBlock(text)) return comment === '' ? flowScalar(text) : JSON.stringify(text) + comment;
  const margin = ' '.repeat(indent + 2);
  const lines = text.split('\n').map((line) => (line === '' ? '' : margin + line));
  return `|${comment}\n${lines.join('\n')}`;
}

/** A key as YAML; ids and paths of ids need no quotes. */
export function keyText(key: string): string {
  return /^[A-Za-z][\w./-]*$/.test(key) && !isKeyword(key) ? key : JSON.stringify(key);
}

const widestInLine = 60;

/** A block scalar cannot begin with white space without an indicator, nor contain control characters. */
export function canBeBlock(text: string): boolean {
  return !/^\s|(?![\t\n])[\p{Cc}\u2028\u2029\ufeff]/u.test(text);
}

/** Whether a text begins with a letter and has nothing that YAML could read as syntax, inside braces or outside. */
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
