import type {
  BlockContent,
  DefinitionContent,
  Heading,
  Link,
  List,
  Node,
  Paragraph,
  PhrasingContent,
  Strong,
  Text,
} from 'mdast';
import type { ClauseKind } from '../model/kinds.ts';

/**
 * The nodes in a policy's document tree beside Markdown's own. `markdown.ts` and `html.ts` define how they look. Only
 * this program makes them; an author's text cannot become one.
 */

/** Something links can lead to: a chapter, a clause, an overview. Its id becomes an anchor. */
export interface Part extends Node {
  type: 'part';
  id: string;
  /** Ids it had in earlier versions that nothing else has now: links to them still lead here. */
  formerly: readonly string[];
  /** The kind of part, which is a CSS class in HTML. */
  role: PartRole;
  children: Block[];
}

/** Parts that are not clauses. */
export const frames = ['chapter', 'overview', 'summary', 'choices', 'news', 'parties', 'version'] as const;

export type PartRole = (typeof frames)[number] | ClauseKind;

/** Blocks of a part that belong together. In Markdown they simply follow one another. */
export interface Group extends Node {
  type: 'group';
  role: GroupRole;
  children: Block[];
}

/**
 * `short`: points side by side; `point`: one of them; `find`: lists side by side; `more`: may be folded, its title
 * first; `listed`: links that may be folded, below a title with their subject and number; `flow`: boxes in a
 * sequence; `hub`: the box in the middle.
 */
export type GroupRole =
  | 'short'
  | 'point'
  | 'find'
  | 'flow'
  | 'box'
  | 'hub'
  | 'more'
  | 'listed'
  | 'quiet'
  | 'change'
  | 'tally'
  | 'do'
  | 'line'
  | 'words';

/** Adjacent clauses of one kind: in HTML one table, with a row for each clause and columns for facts. */
export interface ClauseTable extends Node {
  type: 'clauseTable';
  kind: ClauseKind;
  caption: string;
  children: Part[];
}

/** A table of marks: which groups of data each row uses. */
export interface Matrix extends Node {
  type: 'matrix';
  caption: string;
  corner: string;
  columns: readonly string[];
  sections: readonly { readonly title: string; readonly rows: readonly MatrixRow[] }[];
  marks: Readonly<Record<MatrixMark, string>>;
}

export type MatrixMark = 'needed' | 'optional' | 'used';

export interface MatrixRow {
  readonly head: readonly PhrasingContent[];
  readonly marks: readonly (MatrixMark | undefined)[];
}

/** Labelled statements: "If you refuse: …". */
export interface FactList extends Node {
  type: 'factList';
  children: Fact[];
}

export interface Fact extends Node {
  type: 'fact';
  /** The name of the statement in the table of labels, the same in every language. */
  name: string;
  label: string;
  /** Whether the words are the author's own. */
  quoted: boolean;
  children: Block[];
}

/** A table of ours with a header row; its first column names the rows. */
export interface Grid extends Node {
  type: 'grid';
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly PhrasingContent[])[][];
  /** Ids of the rows, if links can lead to them. */
  ids?: readonly string[];
}

/** The number in front of a heading, which links to its own part. */
export interface PartNumber extends Node {
  type: 'partNumber';
  id: string;
  value: string;
}

export interface Badge extends Node {
  type: 'badge';
  tone: BadgeTone;
  value: string;
}

export type BadgeTone = 'basic' | 'additional' | 'new' | 'changed' | 'removed' | 'current' | 'later' | 'past';

/** Words in bold underline, because they limit a right or a liability. */
export interface Limit extends Node {
  type: 'limit';
  children: PhrasingContent[];
}

/** Words removed from a text or added to it. */
export interface Edit extends Node {
  type: 'edit';
  is: 'added' | 'removed';
  /** Says what it is, for readers who perceive neither colour nor lines. */
  label: string;
  children: PhrasingContent[];
}

/** Blocks in another language than the document's. */
export interface Foreign extends Node {
  type: 'foreign';
  locale: string;
  children: Block[];
}

/** A calendar date, in words and in a form for programs. */
export interface Moment extends Node {
  type: 'moment';
  /** `YYYY-MM-DD`. */
  date: string;
  value: string;
}

export interface ForeignPhrase extends Node {
  type: 'foreignPhrase';
  locale: string;
  children: PhrasingContent[];
}

/** What may stand among blocks, and what among words. */
interface OwnBlocks {
  part: Part;
  factList: FactList;
  grid: Grid;
  group: Group;
  clauseTable: ClauseTable;
  matrix: Matrix;
  foreign: Foreign;
}

interface OwnPhrasing {
  partNumber: PartNumber;
  badge: Badge;
  limit: Limit;
  edit: Edit;
  moment: Moment;
  foreignPhrase: ForeignPhrase;
}

declare module 'mdast' {
  interface RootContentMap extends OwnBlocks, OwnPhrasing {
    fact: Fact;
  }
  interface BlockContentMap extends OwnBlocks {}
  interface PhrasingContentMap extends OwnPhrasing {}
}

export type Block = BlockContent | DefinitionContent;
/** A string is plain text, never Markdown. */
export type Inline = string | PhrasingContent | readonly Inline[];

export function inline(...content: readonly Inline[]): PhrasingContent[] {
  return content.flatMap((item): PhrasingContent[] => {
    if (typeof item === 'string') return item === '' ? [] : [text(item)];
    return isList(item) ? inline(...item) : [item];
  });
}

function isList(item: PhrasingContent | readonly Inline[]): item is readonly Inline[] {
  return Array.isArray(item);
}

/** Plain text on one line: line breaks in a value must not start a block. */
export function text(value: string): Text {
  return { type: 'text', value: value.replace(/[^\S\u00a0\u202f]+/g, ' ') };
}

export function paragraph(...content: readonly Inline[]): Paragraph {
  return { type: 'paragraph', children: inline(...content) };
}

export function strong(...content: readonly Inline[]): Strong {
  return { type: 'strong', children: inline(...content) };
}

export function link(url: string, ...content: readonly Inline[]): Link {
  return { type: 'link', url, children: inline(...content) };
}

export function heading(depth: Heading['depth'], ...content: readonly Inline[]): Heading {
  return { type: 'heading', depth, children: inline(...content) };
}

export function bullets(items: readonly (readonly Block[])[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((children) => ({
      type: 'listItem',
      spread: children.length > 1,
      children: [...children],
    })),
  };
}

export function part(
  id: string,
  role: PartRole,
  children: readonly Block[],
  formerly: readonly string[] = [],
): Part {
  return { type: 'part', id, formerly, role, children: [...children] };
}

export function group(role: GroupRole, ...children: readonly Block[]): Group {
  return { type: 'group', role, children: [...children] };
}

export function fact(name: string, label: string, ...children: readonly Block[]): Fact {
  return { type: 'fact', name, label, quoted: false, children: [...children] };
}

/** An empty list if nothing is stated. */
export function factList(facts: readonly Fact[]): FactList[] {
  return facts.length === 0 ? [] : [{ type: 'factList', children: [...facts] }];
}

/** An empty list if there are no rows. Columns that are empty in every row are left out. */
export function grid(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Inline[])[],
): Grid[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) => row.map((cell) => inline(cell)));
  const kept = columns.map((_, index) => cells.some((row) => (row[index] ?? []).length > 0));
  return [
    {
      type: 'grid',
      caption,
      columns: columns.filter((_, index) => kept[index]),
      rows: cells.map((row) => row.filter((_, index) => kept[index])),
    },
  ];
}
