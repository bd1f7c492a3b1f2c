import { calloutKinds } from '../language/furniture.ts';

/**
 * Rewrites markup of other tools as CommonMark, without changing any offset: bullets of word processors (`• Hats`),
 * callouts of site generators (`!!! note`, `::: tip`). Markup that folds words away (`??? note`, `<details>`) stays,
 * since readers may not see these words.
 */
export function asCommonMark(text: string): string {
  const dress = new Dress(text.split('\n'));
  return dress.lines.map((line, index) => dress.without(line, index)).join('\n');
}

/** What a line is depends on those before it, so lines are read in their order. */
class Dress {
  readonly lines: readonly string[];
  #isCode = false;
  #isInCallout = false;
  #isIndented = false;
  /** The last line that is not indented. */
  #outer = '';

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  without(line: string, index: number): string {
    if (/^ {0,3}(?:```|~~~)/.test(line)) this.#isCode = !this.#isCode;
    return this.#isCode ? line : (this.#ofCallout(line, index) ?? this.#ofItem(line, index));
  }

  #ofCallout(line: string, index: number): string | undefined {
    if (callout.test(line) && /^ {4}\S/.test(nextOf(this.lines, index))) {
      this.#isInCallout = true;
      // A callout with its own title keeps it as text, after a mark that shows the kind of callout.
      const isPlain = callout.exec(line)?.[0] === line.trimEnd();
      return isPlain ? `>${' '.repeat(line.length - 1)}` : line.replace('!!!', '> !');
    }
    const isIndented = line.startsWith('    ');
    this.#isInCallout &&= isIndented || line.trim() === '';
    if (!this.#isInCallout) return undefined;
    return isIndented ? `>   ${line.slice(4)}` : line;
  }

  #ofItem(line: string, index: number): string {
    if (line.trim() !== '')
      this.#isIndented = this.#isIndented
        ? /^\t| {4}/.test(line)
        : indented.test(line) && !item.test(line.startsWith('\t') ? above(this.lines, index) : this.#outer);
    if (/^\S/.test(line)) this.#outer = line;
    if (this.#isIndented)
      return line.replace(indented, (mark) => (mark.startsWith('\t') ? ' - ' : `${mark.slice(1)} `));
    return fence.test(line) ? ' '.repeat(line.length) : line.replace(bullet, '$1- ').replace(rank, '$1 ');
  }
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
/** A heading whose space is one that some keyboards set: no program takes it for one. */
const rank = /^( {0,3}#{1,6})[\u00a0\u202f\u3000](?=\S)/;
const fence = new RegExp(`^:{3,} ?(?:${calloutKinds})?\\s*$`, 'i');
const bullet = /^( {0,3})[•·▪◦‣●○∙\ufffd][ \t\u00a0](?=\S)/;
/** A list that a word processor indented with a tab, or an author by four spaces, which does not make it a nested list, or code. */
const indented = /^(?:\t[•·▪◦‣●○∙\ufffd]| {4}(?:[-*+]|\d{1,9}[.)]))[ \t\u00a0](?=\S)/;
const item = /^\s*(?:[-*+•·▪◦‣●○∙\ufffd]|\d+[.)])\s/;
