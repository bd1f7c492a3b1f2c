import type { Definition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { isPublishedLink, nodesOf, proseOf } from '../../syntax/prose.ts';
import { unescaped } from '../../syntax/web-address.ts';
import { writeMarkdown } from '../writer.ts';
import { holds, type Manuscript, wordsWithin } from './manuscript.ts';

/** The new target of a link to an anchor of the document; undefined if there is none. */
export type Resolve = (anchor: string) => string | undefined;

const rewritten: ReadonlySet<string> = new Set([
  'linkReference',
  'imageReference',
  'definition',
  'textDirective',
  'html',
  'delete',
]);

/** Writes nodes as one Markdown text, unchanged wherever the original means the same there. */
export function passageWriter(manuscript: Manuscript, resolve: Resolve): (nodes: readonly Nodes[]) => string {
  const targets = targetsIn(manuscript.root);
  return (nodes) =>
    nodes
      .map((node) => asWritten(manuscript.source, node) ?? written(node))
      .filter((text) => text !== '')
      .join('\n\n');

  function written(node: Nodes): string {
    const children = plain(node) as RootContent[];
    if (children.length === 0) return '';
    return writeMarkdown(children, withoutDirectives);
  }

  /** Keeps only what can be published: links with a target, and plain words in place of everything else. */
  function plain(node: Nodes): Nodes[] {
    switch (node.type) {
      case 'definition':
        return [];
      case 'textDirective':
      case 'html':
        return [{ type: 'text', value: sourceOf(node) }];
      case 'delete':
        return node.children.flatMap(plain);
      case 'image':
        return linked(node.url, wordsFor(node.alt || (isPublishedLink(node.url) ? node.url : '')));
      case 'imageReference':
        return linked(targets.get(node.identifier)?.url, wordsFor(node.alt || node.identifier));
      case 'link':
        return linked(node.url, inside(node));
      case 'linkReference':
        return linked(targets.get(node.identifier)?.url, inside(node));
      default:
        return 'children' in node ? [{ ...node, children: inside(node) } as Nodes] : [node];
    }
  }

  function inside(node: Nodes & { readonly children: readonly Nodes[] }): PhrasingContent[] {
    return node.children.flatMap(plain) as PhrasingContent[];
  }

  function linked(url: string | undefined, children: PhrasingContent[]): Nodes[] {
    const to = url?.startsWith('#') ? resolve(unescaped(url.slice(1))) : url;
    const isThere = to !== undefined && to !== '' && isPublishedLink(to);
    return isThere ? [{ type: 'link', url: to, children }] : children;
  }

  function sourceOf({ position }: Nodes): string {
    return manuscript.source?.slice(position?.start.offset, position?.end.offset) ?? '';
  }
}

/** A picture without words or a link is dropped. */
function wordsFor(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

/** The words of a heading as a title: one line without other markup. */
export function titleOf(write: (nodes: readonly Nodes[]) => string, children: PhrasingContent[]): string {
  const bare = children.flatMap(function bare(node): PhrasingContent[] {
    if (node.type === 'image') return [{ type: 'text', value: node.alt ?? '' }];
    if (node.type === 'link' || node.type === 'linkReference') return node.children.flatMap(bare);
    return [node];
  });
  const [only] = bare;
  // Bold for a whole heading adds nothing.
  if (bare.length === 1 && (only?.type === 'strong' || only?.type === 'emphasis'))
    return titleOf(write, only.children);
  return write([{ type: 'paragraph', children: bare }])
    .split('\n')
    .map((line) => line.replace(/\\$/, '').trim())
    .join(' ')
    .trim();
}

/** The original lines of a node, without common indentation, if they mean the same by themselves. */
function asWritten(source: string | undefined, node: Nodes): string | undefined {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (source === undefined || start === undefined || end === undefined || !isSelfContained(node))
    return undefined;
  const from = source.lastIndexOf('\n', start - 1) + 1;
  if (source.slice(from, start).trim() !== '') return undefined;
  const lines = source.slice(from, end).split('\n');
  const margins = lines.flatMap((line) => (line.trim() === '' ? [] : [/^ */.exec(line)?.[0].length ?? 0]));
  const margin = Math.min(...margins);
  const text = lines
    .map((line) => line.slice(margin).trimEnd())
    .join('\n')
    .trim();
  const [read, ...others] = proseOf(text).children;
  const isSame =
    others.length === 0 &&
    read?.type === node.type &&
    numberOf(read) === numberOf(node) &&
    breaksIn(read) === breaksIn(node) &&
    wordsWithin(read) === wordsWithin(node);
  return isSame ? text : undefined;
}

/** Counts line breaks made by the author: two spaces at the end of a line would be lost. */
function breaksIn(node: Nodes): number {
  let count = 0;
  for (const one of nodesOf(node)) if (one.type === 'break') count++;
  return count;
}

function numberOf(node: Nodes): number | undefined {
  return node.type === 'list' && node.ordered ? (node.start ?? 1) : undefined;
}

function isSelfContained(node: Nodes): boolean {
  if (holds(node, rewritten)) return false;
  const isKept = (one: Nodes): boolean =>
    (!(one.type === 'link' || one.type === 'image') ||
      (isPublishedLink(one.url) && !one.url.startsWith('#'))) &&
    (!('children' in one) || (one.children as readonly Nodes[]).every(isKept));
  return isKept(node);
}

function targetsIn(root: Root): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) visit(child as Nodes);
  };
  visit(root);
  return found;
}

/** In documents of other tools, what looks like a directive is text. */
function withoutDirectives(text: string): string {
  return holds(proseOf(text), new Set(['textDirective']))
    ? text.replace(/(?<!\\):(?=(?:data|ref|term|contact|party|period|purpose|country)\[)/g, '\\:')
    : text;
}
