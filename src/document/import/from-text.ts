import type { List, Paragraph, Root, RootContent } from 'mdast';
import { replaceHidden } from '../../base/hidden.ts';
import type { Manuscript } from './manuscript.ts';

/**
 * Reads plain text as a manuscript: paragraphs, short lines by themselves as headings, and lines with bullets as
 * lists.
 */
export function readText(text: string): Manuscript {
  const root: Root = { type: 'root', children: [] };
  const seen = replaceHidden(text, (one) => (one === '\u2028' || one === '\u2029' ? '\n' : ''));
  for (const [index, lines] of paragraphsIn(seen).entries()) {
    for (const node of nodesFrom(lines, index === 0)) {
      const before = root.children.at(-1);
      // Items of a list may be separated by blank lines.
      if (node.type === 'list' && before?.type === 'list') before.children.push(...node.children);
      else root.children.push(node);
    }
  }
  return { root, source: undefined, title: undefined, language: undefined, anchors: new Map(), asides: [] };
}

/** If no line is blank, or if lines are too long to have been wrapped, each line is a paragraph. */
function paragraphsIn(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const written = lines.filter((line) => line !== '');
  const isBroken = written.length < lines.length - 1 && written.every((line) => line.length <= 160);
  if (!isBroken) return written.map((line) => [line]);
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

const bullet = /^\s*[-*+•·▪◦‣●○∙–][ \t\u00a0]+(?=\S)/;

function nodesFrom(lines: readonly string[], isFirst: boolean): readonly RootContent[] {
  const [only = ''] = lines;
  if (isFirst && isTitle(lines)) {
    const [name, ...others] = lines.some((line) => /\d/.test(line)) ? [[only], lines.slice(1)] : [lines];
    const title: RootContent = { type: 'heading', depth: 1, children: [textOf([name.join(' ')])] };
    return [title, ...others.map((rest): RootContent => ({ type: 'paragraph', children: [textOf(rest)] }))];
  }
  const depth = lines.length === 1 && !bullet.test(only) ? headingDepth(only.trim(), isFirst) : undefined;
  if (depth !== undefined) return [{ type: 'heading', depth, children: [textOf([only])] }];
  const nodes: (Paragraph | List)[] = [];
  const loose: string[] = [];
  const end = (): void => {
    if (loose.length > 0) nodes.push({ type: 'paragraph', children: [textOf(loose)] });
    loose.length = 0;
  };
  const items: string[][] = [];
  for (const line of lines) {
    if (bullet.test(line)) items.push([line.replace(bullet, '')]);
    else if (items.length > 0) items.at(-1)?.push(line);
    else loose.push(line);
  }
  end();
  if (items.length > 0)
    nodes.push({
      type: 'list',
      ordered: false,
      spread: false,
      children: items.map((item) => ({
        type: 'listItem',
        spread: false,
        children: [{ type: 'paragraph', children: [textOf(item)] }],
      })),
    });
  return nodes;
}

function textOf(lines: readonly string[]): { type: 'text'; value: string } {
  return { type: 'text', value: lines.map((line) => line.trim()).join('\n') };
}

const numbered =
  /^(?:第[一二三四五六七八九十百\d]+[章条節节]|[一二三四五六七八九十]+、|[IVX]+\.\s|§\s?\d|(?:section|article|part)\s+\d)/i;
const decimal = /^\d{1,2}((?:\.\d{1,2})*)[.)]?\s+\S/;
const ended = /[.!?,;:。！？，；：…]$/;

/** Whether two lines are a title: the name of the company and of the document, or of the document and a date. */
function isTitle(lines: readonly string[]): boolean {
  const [first = '', second = ''] = lines.map((line) => line.trim());
  if (lines.length !== 2 || bullet.test(first) || bullet.test(second) || /\d/.test(first)) return false;
  return [first, second].every(
    (line) => line.length <= 60 && !ended.test(line) && /^\p{Lu}|^\p{Lo}/u.test(line),
  );
}

/** The level of a heading on a line by itself; undefined if it is not a heading. */
function headingDepth(line: string, isFirst: boolean): 1 | 2 | 3 | undefined {
  if (line.length > 90 || ended.test(line)) return undefined;
  if (isFirst) return 1;
  const number = decimal.exec(line);
  if (number) return number[1] === '' ? 2 : 3;
  if (numbered.test(line)) return 2;
  const isShort = line.length <= 60 && line.split(/\s+/).length <= 9;
  const isChinese = /\p{sc=Han}/u.test(line) && line.length <= 24;
  const isNamed = /^\p{Lu}/u.test(line) && isShort && !/\d{4}|@|https?:/.test(line);
  return isNamed || isChinese ? 2 : undefined;
}
