import { calloutKinds } from '../language/furniture.ts';

/**
 * A document with the marks of others than CommonMark written as its own, in as many characters, so that places stay what
 * they are: bullets that word processors set (`• Hats`), callouts of site generators (`!!! note`, `::: tip`). What folds
 * words away (`??? note`, `<details>`) is left as it is: readers may not see them.
 */
export function asCommonMark(text: string): string {
  const lines = text.split('\n');
  let [isCode, isInside, isIndented] = [false, false, false];
  return lines
    .map((line, index) => {
      if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
      if (isCode) return line;
      if (callout.test(line) && /^ {4}\S/.test(nextOf(lines, index))) {
        isInside = true;
        // One with a title of its own is no mere dress: what it is called is read, behind a mark that tells its kind apart.
        return callout.exec(line)?.[0] === line.trimEnd()
          ? `>${' '.repeat(line.length - 1)}`
          : line.replace('!!!', '> !');
      }
      if (isInside && (line.trim() === '' || line.startsWith('    ')))
        return line.startsWith('    ') ? `>   ${line.slice(4)}` : line;
      isInside = false;
      if (line.trim() !== '')
        isIndented = indented.test(line) && (isIndented || !item.test(above(lines, index)));
      if (isIndented) return line.replace(indented, ' - ');
      if (fence.test(line)) return ' '.repeat(line.length);
      return line.replace(bullet, '$1- ');
    })
    .join('\n');
}

/** The titles of callouts as what readers see of them, in a text that is CommonMark by now. */
export function withTitles(text: string): string {
  return text.replace(entitled, '> **$1**');
}

/** The line below one, or below the blank line there. */
function nextOf(lines: readonly string[], index: number): string {
  const next = lines[index + 1] ?? '';
  return next.trim() === '' ? (lines[index + 2] ?? '') : next;
}

function above(lines: readonly string[], index: number): string {
  for (let at = index - 1; at >= 0; at--) if (lines[at]?.trim() !== '') return lines[at] ?? '';
  return '';
}

const callout = new RegExp(`^!!! ?(?:${calloutKinds})(?= |$)`, 'i');
const entitled = new RegExp(`^> ! ?(?:${calloutKinds}) "([^"\n]+)"[ \\t]*$`, 'gim');
const fence = new RegExp(`^:{3,} ?(?:${calloutKinds})?\\s*$`, 'i');
const bullet = /^( {0,3})[•·▪◦‣●○∙\ufffd][ \t\u00a0](?=\S)/;
/** A list that a word processor set in by a tab, which is no list inside another one. */
const indented = /^\t[•·▪◦‣●○∙\ufffd][ \t\u00a0](?=\S)/;
const item = /^\s*(?:[-*+•·▪◦‣●○∙\ufffd]|\d+[.)])\s/;
