import type { Heading, List, Nodes, Root, Table } from 'mdast';
import { type Place, placeOf, type SourceFile, sourceFile } from '../base/place.ts';
import { headingSlug } from '../syntax/heading-slug.ts';
import { normalForm } from '../syntax/normal.ts';
import { parseProse, proseOf } from '../syntax/prose.ts';
import { asCommonMark } from './dress.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Frame } from './page-frame.ts';
import { type Part, partTree } from './part-tree.ts';

/** A self-contained part of a document: a heading, a paragraph, a list item, a table row. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code' | 'html' | 'definition' | 'rule';
  /** Markdown, with the block's own marker but without those of the blocks around it. */
  readonly text: string;
  readonly normal: string;
  /** The block that this one belongs to: its heading, the line that leads in a list, the head of its table. */
  readonly parent: number | undefined;
  /** The headings above it, as slugs. */
  readonly path: readonly string[];
  readonly place: Place;
  /** For a row: whether it names the columns. */
  readonly isHead?: boolean;
  /** It is what the site has on every page: a part of a menu, or of its header or footer. */
  readonly around?: Frame['is'];
}

/** A document as an ordered list of blocks, with the settings of its front matter other than the title. */
export interface Document {
  readonly path: string;
  readonly blocks: readonly Block[];
  readonly settings: ReadonlyMap<string, { readonly text: string; readonly place: Place }>;
  /** Everything below the front matter. */
  readonly body: string;
  /** Markdown, including the title from the front matter. */
  readonly whole: string;
}

/** Reads a Markdown document into blocks. `documentAt` refuses documents that are too large or too deep before that. */
export function readDocument(file: SourceFile): Document {
  // The parser does not count a byte-order mark, so all offsets would be off by one.
  const source = file.text.startsWith('\ufeff') ? sourceFile(file.path, file.text.slice(1)) : file;
  const { settings, body } = splitFrontMatter(source);
  const title = settings.get('title');
  const slice: Write = (nodes) =>
    body.slice(nodes.at(0)?.position?.start.offset ?? 0, nodes.at(-1)?.position?.end.offset ?? 0);
  const parsed = asCommonMark(body).trimEnd();
  const reader = new Reader(sourceFile(source.path, body), slice, parsed);
  if (title) reader.readTitle(title.text, title.place);
  reader.readAll(parseProse(parsed), undefined, '');
  const others = new Map([...settings].filter(([name]) => name !== 'title'));
  const whole = title ? `# ${title.text}\n\n${body}` : body;
  return { path: source.path, blocks: reader.blocks, settings: others, body, whole };
}

/** Writes sibling nodes as Markdown. */
export type Write = (nodes: readonly Nodes[]) => string;

/** The blocks of a tree whose positions are those in a file, and `frames` what every page of its site has. */
export function blocksOf(
  tree: Root,
  source: SourceFile,
  write: Write,
  frames: readonly Frame[],
): readonly Block[] {
  const reader = new Reader(source, write, undefined, frames);
  reader.readAll(tree, undefined, '');
  return reader.blocks;
}

class Reader {
  readonly blocks: Block[] = [];
  readonly #source: SourceFile;
  readonly #write: Write;
  /** The text that the tree was parsed from, if it was Markdown. */
  readonly #parsed: string | undefined;
  readonly #frames: readonly Frame[];
  #title: number | undefined;
  #headings: { readonly index: number; readonly depth: number; readonly slug: string }[] = [];

  constructor(source: SourceFile, write: Write, parsed?: string, frames: readonly Frame[] = []) {
    this.#source = source;
    this.#write = write;
    this.#parsed = parsed;
    this.#frames = frames;
  }

  /**
   * A title in the front matter counts as the top heading. It is not part of any path, since most documents have none.
   */
  readTitle(words: string, place: Place): void {
    const text = `# ${words}`;
    this.blocks.push({ kind: 'heading', text, normal: normalForm(text), parent: undefined, path: [], place });
    this.#title = 0;
  }

  /** `inside` is the list item or quotation around the nodes, `above` the paragraph right before a quotation. */
  readAll(
    parent: Nodes | Root,
    inside: number | undefined,
    prefix: string,
    above?: number | undefined,
  ): void {
    if (!('children' in parent)) return;
    let lead = above;
    for (const node of parent.children as Nodes[]) {
      this.#read(node, inside, prefix, lead);
      lead = node.type === 'paragraph' ? this.blocks.length - 1 : undefined;
    }
  }

  /** `lead` is the paragraph right before it, which may lead in a list or a table. */
  #read(node: Nodes, inside: number | undefined, prefix: string, lead: number | undefined): void {
    const context = this.#around(inside);
    if (node.type === 'list') this.#readList(node, lead ?? context, prefix);
    else if (node.type === 'table') this.#readTable(node, lead ?? context);
    else if (node.type === 'blockquote') this.readAll(node, inside, `${prefix}> `, lead);
    else if (node.type === 'heading') this.#readHeading(node, inside);
    else {
      const words = this.#write([node]);
      const isPart = prefix === '' && (node.type === 'paragraph' || node.type === 'definition');
      const part = isPart ? { node, mark: '', words } : undefined;
      this.#add(kindOf(node), node, prefix + words, context, { part });
    }
  }

  #around(inside: number | undefined): number | undefined {
    return inside ?? this.#headings.at(-1)?.index ?? this.#title;
  }

  #readHeading(node: Heading, inside: number | undefined): void {
    const words = node.children.length === 0 ? '' : this.#write(node.children);
    this.#headings = this.#headings.filter(({ depth }) => depth < node.depth);
    const parent = this.#around(inside);
    const mark = `${'#'.repeat(node.depth)} `;
    this.#add('heading', node, mark + words, parent, { part: { node, mark, words } });
    if (inside !== undefined) return;
    this.#headings.push({ index: this.blocks.length - 1, depth: node.depth, slug: headingSlug(words) });
  }

  #readList(list: List, parent: number | undefined, prefix: string): void {
    for (const [index, item] of list.children.entries()) {
      const [first, ...rest] = item.children;
      const marker = `${prefix}${list.ordered ? `${index === 0 ? list.start : 1}.` : '-'} `;
      const lead = first?.type === 'paragraph' ? first : undefined;
      const words = lead ? this.#write([lead]) : '';
      const part = lead ? { node: lead, mark: marker, words } : undefined;
      this.#add('item', item, marker + words, parent, { part });
      const inner = lead ? rest : item.children;
      this.readAll({ type: 'root', children: inner }, this.blocks.length - 1, '');
    }
  }

  #readTable(table: Table, parent: number | undefined): void {
    const head = this.blocks.length;
    table.children.forEach((row, index) => {
      const [about = '', ...others] = row.children.map((cell) => this.#write(cell.children));
      const cells = [about.replace(marker, '$1\\$2'), ...others];
      this.#add('row', row, cells.join(' | '), index === 0 ? parent : head, { isHead: index === 0 });
    });
  }

  #add(
    kind: Block['kind'],
    node: Nodes,
    text: string,
    parent: number | undefined,
    { part, isHead = false }: { readonly part?: Part | undefined; readonly isHead?: boolean } = {},
  ): void {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const path = this.#headings.map(({ slug }) => slug);
    const place = placeOf(this.#source, start, end);
    const parsed = this.#parsed;
    if (part && parsed !== undefined) proseOf(text, () => partTree(parsed, part));
    const around = this.#frames.find((frame) => frame.start <= start && end <= frame.end)?.is;
    this.blocks.push({
      ...{ kind, text, normal: normalForm(text), parent, path, place },
      ...(isHead ? { isHead } : {}),
      ...(around ? { around } : {}),
    });
  }
}

/** Signs that would turn a row into a list, heading or quotation: `16. birthday`, `> 16`, `# of hats`. */
const marker = /^(\d{0,9})([.)]\s|[-+*]\s|>|#{1,6}\s)/;

function kindOf({ type }: Nodes): Block['kind'] {
  if (type === 'code' || type === 'html' || type === 'definition') return type;
  return type === 'thematicBreak' ? 'rule' : 'paragraph';
}
