import type { ListItem, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Point, Position } from 'unist';

/**
 * One line that begins with a letter and contains nothing that Markdown could interpret, perhaps after the marker of a
 * heading or list item.
 */
const plainLine =
  /^(#{1,6} |- |\d{1,9}\. )?(\p{L}(?:[\p{L}\p{M}\p{N},.;'"?%/()|$€£¥§°，。；：、？！（）“”‘’《》「」–—…-]|:(?= )| (?! |$))*)$/u;

/**
 * The tree of a text that is one plain line, heading or item, exactly as the parser would give it; undefined for any
 * other text.
 */
export function plainTree(text: string): Root | undefined {
  if (text === '') return { type: 'root', children: [], position: between(0, pointAt(0)) };
  const [, mark = '', words] = plainLine.exec(text) ?? [];
  if (words === undefined) return undefined;
  const end = pointAt(text.length);
  const said: Text = { type: 'text', value: words, position: between(mark.length, end) };
  return markedTree(mark, [said], end);
}

/** The tree of one heading, item or paragraph, from its marker (empty for a paragraph), its content and its end. */
export function markedTree(mark: string, children: PhrasingContent[], end: Point): Root {
  return { type: 'root', children: [blockOf(mark, children, end)], position: between(0, end) };
}

function blockOf(mark: string, children: PhrasingContent[], end: Point): RootContent {
  if (mark.startsWith('#')) {
    const depth = (mark.length - 1) as 1 | 2 | 3 | 4 | 5 | 6;
    return { type: 'heading', depth, children, position: between(0, end) };
  }
  const paragraph: Paragraph = { type: 'paragraph', children, position: between(mark.length, end) };
  if (mark === '') return paragraph;
  const position = between(0, end);
  const ordered = mark !== '- ';
  const start = ordered ? Number.parseInt(mark, 10) : null;
  const item: ListItem = { type: 'listItem', spread: false, checked: null, children: [paragraph], position };
  return { type: 'list', ordered, start, spread: false, children: [item], position: between(0, end) };
}

/** A position from an offset in the first line to a point. */
function between(start: number, end: Point): Position {
  return { start: pointAt(start), end: { ...end } };
}

function pointAt(offset: number): Point {
  return { line: 1, column: offset + 1, offset };
}
