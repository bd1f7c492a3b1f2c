import { calloutKinds } from '../language/furniture.ts';

/**
 * Rewrites markup of other tools as CommonMark, without changing any offset: bullets of word processors (`• Hats`),
 * callouts of site generators (`!!! note`, `::: tip`). Markup that folds words away (`??? note`, `<details>`) stays,
 * since readers may not see these words.
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
        // A callout with its own title keeps it as text, after a mark that shows the kind of callout.
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

/** Turns the titles of callouts into visible words, in a text after `asCommonMark`. */
export function withTitles(text: string): string {
  return text.replace(entitled, '> **$1**');
}

/** The next line, or the one after it if that is blank. */
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
/** A list that a word processor indented with a tab, which does not make it a nested list. */
const indented = /^\t[•·▪◦‣●○∙\ufffd][ \t\u00a0](?=\S)/;
const item = /^\s*(?:[-*+•·▪◦‣●○∙\ufffd]|\d+[.)])\s/;
