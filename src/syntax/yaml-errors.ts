import { type Document, isNode, isScalar, type Node, visit } from 'yaml';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Place, placeOf, type SourceFile } from '../base/place.ts';

/** An error as the YAML parser tells it. */
export interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

const block = 'Put the text in a block (text: |, the words indented on the lines below), or in quotes.';
const indent =
  'Indent a key like the keys beside it; put text that holds a colon in a block (text: |) or in quotes.';

/** Text whose first character means something else to YAML. */
export function textBeginsWith(character: string, place: Place): Diagnostic {
  return diagnostic('yaml-syntax', { detail: `text cannot begin with ${character}`, fix: block }, place);
}

/** A syntax error in the words of somebody who writes a policy, with its place narrowed to what is wrong. */
export function syntaxProblem(document: Document.Parsed, source: SourceFile, error: ParserError): Diagnostic {
  const [start, end] = error.pos;
  const say = (detail: string, place: Place, fix?: string): Diagnostic =>
    diagnostic('yaml-syntax', fix === undefined ? { detail } : { detail, fix }, place);
  switch (error.code) {
    case 'MULTIPLE_DOCS':
      return say('a second document begins here; a file holds one', lineAt(source, start));
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return misreadText(source, start, say);
    case 'MULTILINE_IMPLICIT_KEY':
      return say(
        'this is neither a key with a value nor part of the text above it',
        lineAt(source, start),
        'After a key come a colon and a space (tier: basic); text that goes on is indented deeper than its key.',
      );
    case 'BAD_SCALAR_START':
      return textBeginsWith(source.text[start] ?? '', lineAt(source, start));
    case 'BAD_DQ_ESCAPE':
      return say(
        `${source.text.slice(start, end)} is no escape; write \\\\ for a backslash`,
        lineAt(source, start),
      );
    case 'UNEXPECTED_TOKEN':
      return unexpected(source, start, say);
    case 'MISSING_CHAR':
    case 'BAD_INDENT': {
      const open = openPlace(document, source, start);
      if (open) return say('what opens here is never closed', open);
      return say(
        error.message.startsWith('Implicit map keys')
          ? 'this is no key with a colon, and not indented as text of the key above'
          : 'this line is not indented like the ones it belongs to',
        lineAt(source, start),
      );
    }
    default:
      return say(plainWords(error.message), placeOf(source, start, end));
  }
}

type Say = (detail: string, place: Place, fix?: string) => Diagnostic;

/** Text that the parser took for the beginning of a list, or of a map, because of a hyphen or a colon in it. */
function misreadText(source: SourceFile, start: number, say: Say): Diagnostic {
  const { text } = source;
  const first = lineFrom(text, start);
  if (/^\s*[-?]\s/.test(first)) {
    const what = first.trimStart().startsWith('-')
      ? 'a list cannot go on with the text above it'
      : 'text cannot begin with ?';
    return say(what, lineAt(source, start), block);
  }
  const colon = first.search(/:(\s|$)/);
  if (colon !== -1) {
    const at = start + colon;
    return say(
      'a colon before a space or at the end of a line begins a value',
      placeOf(source, at, at + 1),
      block,
    );
  }
  const below = start + first.length + 1;
  const margin = /^\s*/.exec(text.slice(below))?.[0].length ?? 0;
  const next = lineFrom(text, below + margin);
  const end = next.search(/:(\s|$)/);
  if (end === -1) return say('the line below this one is indented too deep', lineAt(source, start));
  const place = placeOf(source, below + margin, below + margin + end + 1);
  return say('a colon begins a value here, in a line indented as part of the text above', place, indent);
}

/** Something after a value that had ended. */
function unexpected(source: SourceFile, start: number, say: Say): Diagnostic {
  const { text } = source;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start).trimEnd();
  if (/["']$/.test(before))
    return say(
      'the quote before this ended the text; a quote inside text needs text: |',
      lineAt(source, start),
      block,
    );
  if (/[|>][-+0-9]*$/.test(before))
    return say(
      `after ${before.at(-1)} the text begins on the next line`,
      lineAt(source, start),
      'Move the text down one line, and indent it.',
    );
  const star = starIn(before);
  if (star !== undefined)
    return say(
      'text cannot begin with *',
      placeOf(source, lineStart + star, lineStart + before.length),
      block,
    );
  return say('this does not continue what stands before it', lineAt(source, start));
}

/** From an offset, past spaces, to the end of the line. */
function lineAt(source: SourceFile, at: number): Place {
  const from = at + (/^ */.exec(source.text.slice(at, at + 1000))?.[0].length ?? 0);
  return placeOf(source, from, from + lineFrom(source.text, from).length);
}

function lineFrom(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end === -1 ? text.length : end);
}

/** The quote or bracket that is still open at an offset. */
function openPlace(document: Document.Parsed, source: SourceFile, at: number): Place | undefined {
  let opened: number | undefined;
  const closers: Record<string, string> = { '"': '"', "'": "'", '[': ']', '{': '}' };
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const quoted = isScalar(node) && node.type?.startsWith('QUOTE');
      if (!(quoted || (isNode(node) && isFlow(node))) || start >= at || end < at - 1) return;
      const closed = end - start > 1 && source.text[end - 1] === closers[source.text[start] ?? ''];
      if (!closed) opened = start;
    },
  });
  return opened === undefined ? undefined : placeOf(source, opened, opened + 1);
}

function isFlow(node: Node): boolean {
  return 'flow' in node && node.flow === true;
}

function plainWords(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return (first.charAt(0).toLowerCase() + first.slice(1)).replace(/[.:]$/, '');
}

/** Where a star begins what stands last on a line, if one does. */
function starIn(line: string): number | undefined {
  let start = line.length;
  while (start > 0 && !/\s/.test(line[start - 1] ?? '')) start--;
  for (let at = start; at < line.length; at++)
    if (line[at] === '*' && (at === start || '[{,'.includes(line[at - 1] ?? ''))) return at;
  return undefined;
}
