import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { fault } from '../base/messages-faults.ts';
import { type Place, placeOf, type SourceFile, startOfFile } from '../base/place.ts';
import { hiddenEscapes } from './hidden-characters.ts';
import { otherSpaces, type ParserError, syntaxProblem, textBeginsWith } from './yaml-errors.ts';
import type { YamlPart } from './yaml-tree.ts';
import { walkNodes } from './yaml-walk.ts';

const yaml11Date = /^\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?$/;

/** The place of a node without trailing white space; the start of the file if there is no node. */
export function nodePlace(source: SourceFile, node: Node | null): Place {
  return partPlace(source, node?.range ? { at: node.range } : null);
}

/** The same of a part that was read. */
export function partPlace(source: SourceFile, part: Pick<YamlPart, 'at'> | null): Place {
  if (!part) return startOfFile(source.path);
  const range = part.at;
  const end = source.text.slice(range[0], range[1]).trimEnd().length + range[0];
  return placeOf(source, range[0], end);
}

/**
 * The syntax errors of a file. One mistake often leads to more further down, so only the first error is reported, or a
 * tab in place of all errors that it caused.
 */
export function syntaxProblems(document: Document.Parsed, source: SourceFile): Diagnostic[] {
  const { errors } = document;
  if (errors.some((error) => error.code === 'RESOURCE_EXHAUSTION'))
    return [diagnostic('yaml-too-deep', {}, startOfFile(source.path))];
  const tab = firstTab(source, errors);
  if (tab) return [diagnostic('yaml-tab', {}, tab)];
  const [breaking] = errors;
  const spaces = breaking && otherSpaces(source, breaking.pos[0]);
  if (spaces) return [spaces];
  return [
    ...(breaking ? [syntaxProblem(document, source, breaking)] : []),
    ...document.warnings.map(({ pos }) => {
      const tag = source.text.slice(pos[0], pos[1]);
      return diagnostic('yaml-tag', { tag }, placeOf(source, pos[0], pos[1]));
    }),
  ];
}

/**
 * What YAML accepts and a policy must not contain: repeated keys, unquoted dates, keys that are not text, merge keys,
 * escapes of hidden characters.
 */
export function treeProblems(document: Document.Parsed, source: SourceFile): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const anchored = new Map<string, Place>();
  walkNodes(document, (node) => {
    if (isPair(node)) problems.push(...keyProblems(source, node.key));
    else if (isMap(node)) problems.push(...duplicateKeys(source, node));
    else if (isAlias(node)) anchored.delete(node.source);
    else if (isScalar(node)) {
      if (node.type === 'PLAIN' && node.anchor) anchored.set(node.anchor, nodePlace(source, node));
      problems.push(...scalarProblems(source, node));
    }
  });
  return [...problems, ...[...anchored].map(([anchor, place]) => lostWord(source, anchor, place))];
}

function scalarProblems(source: SourceFile, node: Scalar): Diagnostic[] {
  const isDate = node.type === 'PLAIN' && typeof node.value === 'string' && yaml11Date.test(node.value);
  const unquoted = isDate
    ? [diagnostic('unquoted-date', { text: String(node.value) }, nodePlace(source, node))]
    : [];
  return [...unquoted, ...hiddenEscapes(source, node)];
}

function keyProblems(source: SourceFile, key: unknown): Diagnostic[] {
  if (isScalar(key) && key.value === '<<')
    return [diagnostic('yaml-alias', { fault: fault('merge-key') }, nodePlace(source, key))];
  if (isScalar(key) && typeof key.value === 'string') return [];
  const place = nodePlace(source, isNode(key) ? key : null);
  return [diagnostic('wrong-type', { expected: { type: 'key' }, found: 'other-key' }, place)];
}

/** `&c. and so on` is an anchor to YAML, which drops it from the text. */
function lostWord(source: SourceFile, anchor: string, { line, column }: Place): Diagnostic {
  const end = (source.lineStarts[line - 1] ?? 0) + column - 1;
  const start = source.text.lastIndexOf(`&${anchor}`, end);
  return textBeginsWith('&', placeOf(source, start, start + anchor.length + 1));
}

/**
 * The tab that indents the first line with an error, if there is one. Each line is checked once, since a single line
 * can have thousands of errors.
 */
function firstTab(source: SourceFile, errors: readonly ParserError[]): Place | undefined {
  const indentation = /\t+/y;
  let looked = 0;
  for (const { pos } of errors) {
    if (pos[0] < looked) continue;
    const start = source.text.lastIndexOf('\n', pos[0] - 1) + 1;
    const end = source.text.indexOf('\n', pos[0]);
    looked = end < 0 ? source.text.length + 1 : end + 1;
    let tab = start;
    while (source.text[tab] === ' ') tab++;
    indentation.lastIndex = tab;
    const found = indentation.exec(source.text);
    if (found) return placeOf(source, tab, tab + found[0].length);
  }
  return undefined;
}

function duplicateKeys(source: SourceFile, map: YAMLMap): Diagnostic[] {
  const seen = new Set<unknown>();
  const again = map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    if (seen.has(key.value)) return [key];
    seen.add(key.value);
    return [];
  });
  const [first] = again;
  if (first?.value !== 'id' || again.length === 1)
    return again.map((key) =>
      diagnostic('yaml-duplicate-key', { key: String(key.value) }, nodePlace(source, key)),
    );
  // Where an id and more are there again, the hyphen of a new entry is missing.
  const args = { key: first.value, others: again.length - 1 };
  return [diagnostic('yaml-duplicate-key', args, nodePlace(source, first))];
}
