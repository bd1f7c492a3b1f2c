import type { Nodes } from 'mdast';
import { TooMuch } from '../base/deep.ts';
import { limits, limitWords } from '../base/limits.ts';
import { startOfFile } from '../base/place.ts';
import { documentExcess, overLimit } from '../syntax/budget.ts';

/** Elements that a parser reopens in every following block until they are closed. */
const formatting: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
);
/** The content of these elements is not markup. */
const raw: ReadonlySet<string> = new Set(
  'script style textarea title xmp iframe noembed noframes'.split(' '),
);

/**
 * The most elements that a parser may have to reopen. Real pages are far below: they close what they open, or open
 * little.
 */
const mostOpenedAgain = 100_000;

/** Identical elements are reopened three times at most. */
const mostAlike = 3;

/**
 * Refuses a page with so many unclosed elements that the parser would create a huge number, up to the square of what
 * is written. At each tag this counts what may be reopened.
 */
export function requireClosed(html: string): void {
  const open = new Map<string, number>();
  let [all, again] = [0, 0];
  for (const { name, isEnd, isPlain } of tagsIn(html.toLowerCase())) {
    if (formatting.has(name)) {
      const before = open.get(name) ?? 0;
      const opened = isPlain ? Math.max(before, Math.min(before + 1, mostAlike)) : before + 1;
      const now = isEnd ? Math.max(0, before - 1) : opened;
      open.set(name, now);
      all += now - before;
    }
    again += all;
    if (again > mostOpenedAgain) throw new RangeError('elements that are never closed');
  }
}

/** A tag, or a comment, which has no name. */
interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  /** Without attributes. */
  readonly isPlain: boolean;
}

/** The tags and comments of a page in small letters, but not what stands in what is no markup. */
function* tagsIn(html: string): Generator<Tag> {
  let from = 0;
  for (const { 0: tag, 1: close = '', 2: name = '', index } of html.matchAll(tagOrComment)) {
    if (index < from) continue;
    const end = tag === '<!--' ? '-->' : close === '' && raw.has(name) ? `</${name}` : '';
    const at = end === '' ? index : html.indexOf(end, index);
    from = at === -1 ? html.length : at;
    yield { name, isEnd: close !== '', isPlain: html[index + tag.length] === '>' };
  }
}

const tagOrComment = /<(?:!--|(\/?)([a-z][a-z0-9]*)(?=[\s/>]))/g;

/**
 * How deep emphasis may be nested: an element that is never closed is reopened three times, for each kind of emphasis.
 */
const deepestMarks = 10;

/** Refuses a tree that would be written with more signs than a document may have: writing them is the slowest step. */
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

/** Refuses a page that exceeds the limits of a document as Markdown, since each of its blocks is parsed again. */
export function requireFewWords(markdown: string, path: string): void {
  const excess = documentExcess(markdown);
  if (excess) throw new TooMuch(overLimit(excess, startOfFile(path)));
}

/** The least number of counted signs around the words of a node. */
const marks: Readonly<Record<string, number>> = { emphasis: 2, strong: 4, delete: 0, link: 2, inlineCode: 2 };
