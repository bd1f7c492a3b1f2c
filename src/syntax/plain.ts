import type { BlockContent, Paragraph, Root, RootContent, Text } from 'mdast';
import type { Position } from 'unist';

/** One line that begins with a letter, and has nothing in it that means anything to Markdown; before it the mark of a heading or of an item. */
const plainLine =
  /^(#{1,6} |- |\d{1,9}\. )?(\p{L}(?:[\p{L}\p{M}\p{N},.;'"?%/()|$€£¥§°，。；：、？！（）“”‘’《》「」–—…-]|:(?= )| (?! |$))*)$/u;

/** The tree of a text that is one plain line, a heading or an item, just as the parser gives it; undefined for any other. */
export function plainTree(text: string): Root | undefined {
  if (text === '') return { type: 'root', children: [], position: between(0, 0) };
  const [, mark = '', words] = plainLine.exec(text) ?? [];
  if (words === undefined) return undefined;
  return { type: 'root', children: [blockOf(mark, words)], position: between(0, text.length) };
}

function blockOf(mark: string, words: string): RootContent {
  const [start, end] = [mark.length, mark.length + words.length];
  const said: Text = { type: 'text', value: words, position: between(start, end) };
  if (mark.startsWith('#')) {
    const depth = (mark.length - 1) as 1 | 2 | 3 | 4 | 5 | 6;
    return { type: 'heading', depth, children: [said], position: between(0, end) };
  }
  const paragraph: Paragraph = { type: 'paragraph', children: [said], position: between(start, end) };
  return mark === '' ? paragraph : listOf(mark, paragraph, end);
}

function listOf(mark: string, inside: BlockContent, end: number): RootContent {
  const ordered = mark !== '- ';
  return {
    type: 'list',
    ordered,
    start: ordered ? Number.parseInt(mark, 10) : null,
    spread: false,
    children: [
      { type: 'listItem', spread: false, checked: null, children: [inside], position: between(0, end) },
    ],
    position: between(0, end),
  };
}

/** Two places of one line. */
function between(start: number, end: number): Position {
  return {
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  };
}
