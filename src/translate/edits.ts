import { type Document, isMap, isScalar, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Span } from '../base/span.ts';
import { blockBody, blockEntry, byOwner, flowBody, type OverlayEntry } from './entry.ts';
import { blockValue, flowScalar, keyText, wantsBlock } from './written.ts';

/** A range of offsets and the text that replaces it. */
export interface Edit extends Span {
  readonly text: string;
}

/** The edits of a locale file by offset; undefined if a part of it is not a plain map or scalar. */
export function editsOf(
  raw: string,
  document: Document.Parsed,
  entries: readonly OverlayEntry[],
  order: readonly string[],
): readonly Edit[] | undefined {
  const top = mapOf(document.contents);
  const textsPair = top && pairIn(top, 'texts');
  const texts = mapOf(textsPair?.value);
  if (!textsPair || !texts) return undefined;
  const ranks = new Map(order.map((name, index) => [name, index]));
  const owners = [...new Set(order.map((name) => name.slice(0, name.indexOf('/'))))];
  const ownerRank = new Map(owners.map((owner, index) => [owner, index]));
  const fresh: OverlayEntry[] = [];
  const edits: Edit[] = [];
  for (const entry of entries) {
    const owner = pairIn(texts, entry.owner);
    if (!owner) {
      fresh.push(entry);
      continue;
    }
    const fields = mapOf(owner.value);
    if (!fields) return undefined;
    const field = pairIn(fields, entry.field);
    const last = lastBefore(fields, entry.field, (key) => ranks.get(`${entry.owner}/${key}`));
    const edit = field
      ? changes(raw, field, fields, entry)
      : [insertion(raw, owner, fields, last, newField(entry, fields, raw))];
    if (!edit) return undefined;
    edits.push(...edit);
  }
  for (const [owner, fields] of byOwner(fresh)) {
    const last = lastBefore(texts, owner, (key) => ownerRank.get(key));
    edits.push(insertion(raw, textsPair, texts, last, newOwner(owner, fields, texts, raw)));
  }
  // The sort is stable, so insertions at one place stay in reading order.
  return edits.sort((a, b) => a.start - b.start);
}

/** Updates the mark of an existing translation, and its words if there are new ones. */
function changes(raw: string, field: Pair, fields: YAMLMap, { of, text }: OverlayEntry): Edit[] | undefined {
  const map = mapOf(field.value);
  const mark = map && scalarIn(map, 'of');
  const words = map && scalarIn(map, 'text');
  if (!map || !mark || !words) return undefined;
  const isFlow = map.flow === true;
  if (
    text !== undefined &&
    isFlow &&
    !fields.flow &&
    wantsBlock(text) &&
    !raw.slice(...span(map)).includes('#')
  ) {
    const start = keyEnd(field);
    const { comment, end } = restOfLine(raw, span(map)[1]);
    return [{ start, end, text: `:${blockBody(of, text, columnOf(raw, keyStart(field)), comment)}` }];
  }
  const [start, end] = span(mark);
  const edits: Edit[] = raw.slice(start, end) === of ? [] : [{ start, end, text: of }];
  if (text === undefined) return edits;
  const textPair = pairIn(map, 'text');
  return [...edits, isFlow || !textPair ? inFlow(words, text) : inBlock(raw, textPair, words, text)];
}

function inFlow(words: Scalar, text: string): Edit {
  const [start, end] = span(words);
  return { start, end, text: flowScalar(text) };
}

function inBlock(raw: string, pair: Pair, words: Scalar, text: string): Edit {
  const [start, end] = span(words);
  const indent = columnOf(raw, keyStart(pair));
  if (words.type !== 'BLOCK_LITERAL' && words.type !== 'BLOCK_FOLDED') {
    const rest = restOfLine(raw, end);
    return { start, end: rest.end, text: blockValue(text, indent, rest.comment) };
  }
  const old = raw.slice(start, end);
  const comment = commentOf(old.split(/\r?\n/, 1)[0] ?? '');
  return { start, end: start + old.trimEnd().length, text: blockValue(text, indent, comment) };
}

/** The last pair of a map that precedes a key in reading order; what has no rank comes first. */
function lastBefore(
  { items }: YAMLMap,
  key: string,
  rankOf: (key: string) => number | undefined,
): Pair | undefined {
  const rank = rankOf(key) ?? -1;
  return items.findLast((pair) => isScalar(pair.key) && (rankOf(String(pair.key.value)) ?? -1) < rank);
}

/** Inserts a pair into a map, after another or as the first. */
function insertion(
  raw: string,
  parent: Pair,
  map: YAMLMap,
  last: Pair | undefined,
  written: { readonly block: string; readonly flow: string },
): Edit {
  if (map.flow) {
    const at = last ? endOf(last) : span(map)[0] + 1;
    return { start: at, end: at, text: last ? `, ${written.flow}` : ` ${written.flow},` };
  }
  const at = lineEndAfter(raw, last ? endOf(last) : keyEnd(parent));
  const line = at > 0 && raw[at - 1] !== '\n' ? `\n${written.block}` : written.block;
  return { start: at, end: at, text: line };
}

function newField(entry: OverlayEntry, fields: YAMLMap, raw: string) {
  return {
    block: fields.flow ? '' : blockEntry(entry, indentOf(fields, raw)),
    flow: `${keyText(entry.field)}: ${flowBody(entry.of, entry.text ?? '')}`,
  };
}

function newOwner(owner: string, entries: readonly OverlayEntry[], texts: YAMLMap, raw: string) {
  const indent = texts.flow ? 0 : indentOf(texts, raw);
  const fields = entries.map(({ field, of, text = '' }) => `${keyText(field)}: ${flowBody(of, text)}`);
  const blank = isAiry(texts, raw) ? '\n' : '';
  const lines = entries.map((entry) => blockEntry(entry, indent + 2)).join('');
  return {
    block: `${blank}${' '.repeat(indent)}${keyText(owner)}:\n${lines}`,
    flow: `${keyText(owner)}: { ${fields.join(', ')} }`,
  };
}

/** Whether the file has blank lines between owners; assumed if there is only one owner. */
function isAiry({ items }: YAMLMap, raw: string): boolean {
  const [first, second] = items;
  return !first || !second || /\n\s*\n/.test(raw.slice(endOf(first) - 1, keyStart(second)));
}

function mapOf(node: unknown): YAMLMap | undefined {
  return isMap(node) ? node : undefined;
}

function pairIn(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

function scalarIn(map: YAMLMap, key: string): Scalar | undefined {
  const value = pairIn(map, key)?.value;
  return isScalar(value) ? value : undefined;
}

function span(node: Scalar | YAMLMap): [start: number, end: number] {
  const [start = 0, end = 0] = node.range ?? [];
  return [start, end];
}

function keyStart(pair: Pair): number {
  return isScalar(pair.key) ? span(pair.key)[0] : 0;
}

function keyEnd(pair: Pair): number {
  return isScalar(pair.key) ? span(pair.key)[1] : 0;
}

/** The end of the last scalar or closing brace of a pair. */
function endOf(pair: Pair): number {
  const { value } = pair;
  if (isMap(value) && !value.flow) {
    const last = value.items.at(-1);
    return last ? endOf(last) : keyEnd(pair);
  }
  return isMap(value) || isScalar(value) ? span(value)[1] : keyEnd(pair);
}

function columnOf(raw: string, offset: number): number {
  return offset - (raw.lastIndexOf('\n', offset - 1) + 1);
}

function indentOf(map: YAMLMap, raw: string): number {
  const [first] = map.items;
  return first ? columnOf(raw, keyStart(first)) : 2;
}

/** The start of the next line, or the offset itself if a line starts there. */
function lineEndAfter(raw: string, offset: number): number {
  if (raw[offset - 1] === '\n') return offset;
  const end = raw.indexOf('\n', offset);
  return end === -1 ? raw.length : end + 1;
}

/** The comment after a value, and the end of its line. */
function restOfLine(raw: string, offset: number): { readonly comment: string; readonly end: number } {
  const blanks = /[ \t]*(?:#[^\r\n]*)?/y;
  blanks.lastIndex = offset;
  const rest = blanks.exec(raw)?.[0] ?? '';
  return { comment: rest.trimEnd(), end: offset + rest.length };
}

/** The comment at the end of a line, with the white space before it. */
function commentOf(line: string): string {
  const sign = /[ \t]#/.exec(line);
  if (!sign) return '';
  const before = line.slice(0, sign.index + 1);
  return line.slice(before.trimEnd().length);
}
