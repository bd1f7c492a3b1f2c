import { type Document, isNode, isScalar, visit } from 'yaml';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Fault, fault } from '../base/messages-faults.ts';
import { type Place, placeOf, type SourceFile } from '../base/place.ts';

export interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** For a text whose first character has another meaning in YAML. */
export function textBeginsWith(character: string, place: Place): Diagnostic {
  return yamlFault(fault('text-begins-with', { character }), place);
}

function yamlFault(wrong: Fault, place: Place): Diagnostic {
  return diagnostic('yaml-syntax', { fault: wrong }, place);
}

/** Explains a syntax error to somebody who writes a policy, and narrows its place to what is wrong. */
export function syntaxProblem(document: Document.Parsed, source: SourceFile, error: ParserError): Diagnostic {
  const [start, end] = error.pos;
  switch (error.code) {
    case 'MULTIPLE_DOCS':
      return yamlFault(fault('second-document'), lineAt(source, start));
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return misreadText(source, start);
    case 'MULTILINE_IMPLICIT_KEY':
      return neitherKeyNorText(source, start);
    case 'BAD_SCALAR_START':
      return textBeginsWith(source.text[start] ?? '', lineAt(source, start));
    case 'BAD_DQ_ESCAPE':
      return yamlFault(fault('no-escape', { text: source.text.slice(start, end) }), lineAt(source, start));
    case 'UNEXPECTED_TOKEN':
      return unexpected(source, start);
    case 'MISSING_CHAR':
    case 'BAD_INDENT': {
      const open = openPlace(document, source, start);
      if (open) return yamlFault(fault('never-closed'), open);
      const isKey = error.message.startsWith('Implicit map keys');
      return yamlFault(fault(isKey ? 'no-key-with-colon' : 'indented-unlike-others'), lineAt(source, start));
    }
    default:
      return yamlFault(
        fault('parser-says', { words: plainWords(error.message) }),
        placeOf(source, start, end),
      );
  }
}

function neitherKeyNorText(source: SourceFile, start: number): Diagnostic {
  const { text } = source;
  const colon = /^[\w-]+：/.exec(lineFrom(text, start))?.[0].length;
  if (colon !== undefined)
    return yamlFault(fault('full-width-colon'), placeOf(source, start + colon - 1, start + colon));
  const above = text.slice(text.lastIndexOf('\n', text.lastIndexOf('\n', start) - 1) + 1, start);
  const isBelowKey = /^ *(?:- +)*[\w-]+: *\n/.test(above);
  return yamlFault(fault(isBelowKey ? 'text-without-mark' : 'neither-key-nor-text'), lineAt(source, start));
}

/** Spaces of other kinds, which YAML takes for text, before the line with an error or the one above it. */
export function otherSpaces(source: SourceFile, at: number): Diagnostic | undefined {
  const { text } = source;
  const line = text.lastIndexOf('\n', at - 1) + 1;
  for (const start of [text.lastIndexOf('\n', line - 2) + 1, line]) {
    const [, plain = '', others] =
      /^( *)([\u00A0\u2000-\u200A\u202F\u3000]+)/.exec(lineFrom(text, start)) ?? [];
    if (others === undefined) continue;
    const from = start + plain.length;
    return yamlFault(fault('other-spaces'), placeOf(source, from, from + others.length));
  }
  return undefined;
}

/** For a text that the parser took for a list or a map, because of a hyphen or a colon in it. */
function misreadText(source: SourceFile, start: number): Diagnostic {
  const { text } = source;
  const first = lineFrom(text, start);
  if (/^\s*[-?]\s/.test(first)) {
    const isList = first.trimStart().startsWith('-');
    const wrong = isList ? fault('list-after-text') : fault('text-begins-with', { character: '?' });
    return yamlFault(wrong, lineAt(source, start));
  }
  const colon = first.search(/:(\s|$)/);
  if (colon !== -1) {
    const at = start + colon;
    return yamlFault(fault('colon-begins-value'), placeOf(source, at, at + 1));
  }
  const below = start + first.length + 1;
  const margin = /^\s*/.exec(text.slice(below))?.[0].length ?? 0;
  const next = lineFrom(text, below + margin);
  const end = next.search(/:(\s|$)/);
  if (end === -1) return yamlFault(fault('line-below-too-deep'), lineAt(source, start));
  const place = placeOf(source, below + margin, below + margin + end + 1);
  return yamlFault(fault('colon-in-text'), place);
}

/** For something that follows a complete value. */
function unexpected(source: SourceFile, start: number): Diagnostic {
  const { text } = source;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start).trimEnd();
  if (/["']$/.test(before)) return yamlFault(fault('quote-ended-text'), lineAt(source, start));
  if (/[|>][-+0-9]*$/.test(before))
    return yamlFault(fault('text-on-next-line', { character: before.at(-1) ?? '' }), lineAt(source, start));
  const star = starIn(before);
  if (star !== undefined)
    return textBeginsWith('*', placeOf(source, lineStart + star, lineStart + before.length));
  return yamlFault(fault('does-not-continue'), lineAt(source, start));
}

/** From an offset, after spaces, to the end of the line. */
function lineAt(source: SourceFile, at: number): Place {
  const from = at + (/^ */.exec(source.text.slice(at, at + 1000))?.[0].length ?? 0);
  return placeOf(source, from, from + lineFrom(source.text, from).length);
}

function lineFrom(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end === -1 ? text.length : end);
}

/** The quote or bracket that is not closed at an offset. */
function openPlace(document: Document.Parsed, source: SourceFile, at: number): Place | undefined {
  let opened: number | undefined;
  const closers: Record<string, string> = { '"': '"', "'": "'", '[': ']', '{': '}' };
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const quoted = isScalar(node) && node.type?.startsWith('QUOTE');
      if (!(quoted || (isNode(node) && 'flow' in node && node.flow === true)) || start >= at || end < at - 1)
        return;
      const closed = end - start > 1 && source.text[end - 1] === closers[source.text[start] ?? ''];
      if (!closed) opened = start;
    },
  });
  return opened === undefined ? undefined : placeOf(source, opened, opened + 1);
}

function plainWords(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return (first.charAt(0).toLowerCase() + first.slice(1)).replace(/[.:]$/, '');
}

/** The star at the beginning of the last value on a line, if there is one. */
function starIn(line: string): number | undefined {
  let start = line.length;
  while (start > 0 && !/\s/.test(line[start - 1] ?? '')) start--;
  for (let at = start; at < line.length; at++)
    if (line[at] === '*' && (at === start || '[{,'.includes(line[at - 1] ?? ''))) return at;
  return undefined;
}
