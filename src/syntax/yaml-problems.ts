import { type Document, isNode, isPair, isScalar, type Node, visit } from 'yaml';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Place, placeOf, type SourceFile, startOfFile } from '../base/place.ts';
import { hiddenEscapes } from './hidden.ts';
import { walkNodes } from './yaml-walk.ts';

interface SyntaxError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

const mostDuplicates = 20;
const yaml11Date = /^\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?$/;

/** The place of a node without the white space after it; the start of the file when there is none. */
export function nodePlace(source: SourceFile, node: Node | null): Place {
  const range = node?.range;
  if (!range) return startOfFile(source.path);
  const end = source.text.slice(range[0], range[1]).trimEnd().length + range[0];
  return placeOf(source, range[0], end);
}

/**
 * What makes a file no YAML. One mistake often makes the parser stumble again further down, so only the first
 * syntax error is told, and a tab instead of anything it led to.
 */
export function syntaxProblems(document: Document.Parsed, source: SourceFile): Diagnostic[] {
  const { errors } = document;
  if (errors.some((error) => error.code === 'RESOURCE_EXHAUSTION'))
    return [diagnostic('yaml-too-deep', {}, startOfFile(source.path))];
  const tab = firstTab(source, errors);
  if (tab) return [diagnostic('yaml-tab', {}, tab)];
  const breaking = errors.find((error) => error.code !== 'DUPLICATE_KEY');
  const before = breaking?.pos[0] ?? Number.POSITIVE_INFINITY;
  const duplicates = errors.filter((error) => error.code === 'DUPLICATE_KEY' && error.pos[0] < before);
  return [
    ...duplicates.slice(0, mostDuplicates).map((error) => duplicateKey(source, error)),
    ...(breaking ? [syntaxProblem(document, source, breaking)] : []),
    ...document.warnings.map(({ pos }) => {
      const tag = source.text.slice(pos[0], pos[1]);
      return diagnostic('yaml-tag', { tag }, placeOf(source, pos[0], pos[1]));
    }),
  ];
}

/** What YAML accepts and a policy must not hold: unquoted dates, keys that are not text, escapes that hide. */
export function treeProblems(document: Document.Parsed, source: SourceFile): Diagnostic[] {
  const problems: Diagnostic[] = [];
  walkNodes(document, (node) => {
    if (isScalar(node)) {
      if (node.type === 'PLAIN' && typeof node.value === 'string' && yaml11Date.test(node.value)) {
        problems.push(diagnostic('unquoted-date', { text: node.value }, nodePlace(source, node)));
      }
      problems.push(...hiddenEscapes(source, node));
    } else if (isPair(node) && !(isScalar(node.key) && typeof node.key.value === 'string')) {
      const place = nodePlace(source, isNode(node.key) ? node.key : null);
      problems.push(
        diagnostic('wrong-type', { expected: 'a key that is text', found: 'another kind of key' }, place),
      );
    }
  });
  return problems;
}

/** The tab that indents the first line with an error, if one does. */
function firstTab(source: SourceFile, errors: readonly SyntaxError[]): Place | undefined {
  for (const { pos } of errors) {
    const start = source.text.lastIndexOf('\n', pos[0] - 1) + 1;
    const indent = /^( *)\t+/.exec(source.text.slice(start));
    if (indent) return placeOf(source, start + (indent[1] ?? '').length, start + indent[0].length);
  }
  return undefined;
}

function duplicateKey(source: SourceFile, { pos }: SyntaxError): Diagnostic {
  const [start] = pos;
  const written = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s:]+)/.exec(source.text.slice(start))?.[0] ?? '';
  const key = /^["']/.test(written) ? written.slice(1, -1) : written;
  return diagnostic('yaml-duplicate-key', { key }, placeOf(source, start, start + written.length));
}

function syntaxProblem(document: Document.Parsed, source: SourceFile, error: SyntaxError): Diagnostic {
  const [start, end] = error.pos;
  const line = (at: number): Place => {
    const from = at + (/^ */.exec(source.text.slice(at, at + 1000))?.[0].length ?? 0);
    const lineEnd = source.text.indexOf('\n', from);
    return placeOf(source, from, lineEnd === -1 ? source.text.length : lineEnd);
  };
  const say = (detail: string, place: Place): Diagnostic => diagnostic('yaml-syntax', { detail }, place);
  switch (error.code) {
    case 'MULTIPLE_DOCS':
      return say('a second document begins here; a file holds one', line(start));
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /:\s/.test(source.text.slice(start).split('\n')[0] ?? '')
        ? say('a colon and a space begin a value; text that holds them needs quotes or text: |', line(start))
        : say('the line below this one is indented too deep', line(start));
    case 'MULTILINE_IMPLICIT_KEY':
      return say('this is neither a key with a value nor part of the text above it', line(start));
    case 'BAD_SCALAR_START':
      return say(`text that begins with ${source.text[start]} needs quotes`, line(start));
    case 'BAD_DQ_ESCAPE':
      return say(`${source.text.slice(start, end)} is no escape; write \\\\ for a backslash`, line(start));
    case 'UNEXPECTED_TOKEN':
      return /["']/.test(source.text[start - 1] ?? '')
        ? say('the quote before this ended the text; a quote inside text needs text: |', line(start))
        : say('this does not continue what stands before it', line(start));
    case 'MISSING_CHAR':
    case 'BAD_INDENT': {
      const open = openPlace(document, source, start);
      if (open) return say('what opens here is never closed', open);
      return say(
        error.message.startsWith('Implicit map keys')
          ? 'this is no key with a colon, and not indented as text of the key above'
          : 'this line is not indented like the ones it belongs to',
        line(start),
      );
    }
    default:
      return say(plainWords(error.message), placeOf(source, start, end));
  }
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
