import type { Nodes } from 'mdast';
import { TooMuch } from '../base/deep.ts';
import { limits, limitWords } from '../base/limits.ts';
import { startOfFile } from '../base/place.ts';
import { documentExcess, overLimit } from '../syntax/budget.ts';

/** Elements that a parser opens again in every block that follows, until they are closed. */
const formatting: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
);
/** What stands in these is no markup. */
const raw: ReadonlySet<string> = new Set(
  'script style textarea title xmp iframe noembed noframes'.split(' '),
);

/** Of elements that nobody wrote. No page that somebody wrote comes near: it closes what it opens, or opens little. */
const mostOpenedAgain = 100_000;

/** Elements that look alike are opened again three times at most. */
const mostAlike = 3;

/**
 * Refuses a page in which so many elements are never closed that its parser would make elements without end: their
 * number is the square of what is written. It counts what may be opened again at each tag.
 */
export function requireClosed(html: string): void {
  const open = new Map<string, number>();
  let [all, again, from] = [0, 0, 0];
  const lower = html.toLowerCase();
  for (const { 0: tag, 1: close = '', 2: name = '', index } of lower.matchAll(tagOrComment)) {
    if (index < from) continue;
    const end = tag === '<!--' ? '-->' : close === '' && raw.has(name) ? `</${name}` : '';
    if (end !== '') {
      const at = lower.indexOf(end, index);
      from = at === -1 ? lower.length : at;
    } else if (formatting.has(name)) {
      const before = open.get(name) ?? 0;
      const isAlike = lower[index + tag.length] === '>';
      const opened = isAlike ? Math.max(before, Math.min(before + 1, mostAlike)) : before + 1;
      const now = close === '' ? opened : Math.max(0, before - 1);
      open.set(name, now);
      all += now - before;
    }
    again += all;
    if (again > mostOpenedAgain) throw new RangeError('elements that are never closed');
  }
}

const tagOrComment = /<(?:!--|(\/?)([a-z][a-z0-9]*)(?=[\s/>]))/g;

/** Words that are emphasised in emphasised words; what is never closed is opened again three times, for each way of it. */
const deepestMarks = 10;

/** Refuses a tree that would be written with more signs than a document may have: to write them takes longest. */
export function requireFewMarks(tree: Nodes): void {
  let found = 0;
  const count = (node: Nodes, depth: number): void => {
    const signs = marks[node.type];
    found += signs ?? 0;
    if (depth > deepestMarks) throw new RangeError('marks one in another');
    if ('children' in node)
      for (const child of node.children) count(child, depth + (signs === undefined ? 0 : 1));
  };
  count(tree, 0);
  if (found > limits.proseMarks)
    throw new TooMuch({
      code: 'over-limit',
      args: { found, most: limits.proseMarks, ...limitWords.proseMarks },
    });
}

/** Refuses a page whose words are more than a document may be, as Markdown: each block of it is parsed again. */
export function requireFewWords(markdown: string, path: string): void {
  const excess = documentExcess(markdown);
  if (excess) throw new TooMuch(overLimit(excess, startOfFile(path)));
}

/** How many signs that are counted stand around the words of a node, at least. */
const marks: Readonly<Record<string, number>> = { emphasis: 2, strong: 4, delete: 0, link: 2, inlineCode: 2 };
