import type { Heading, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { newIds, slugOf } from './ids.ts';
import { linesOf, type Manuscript, wordsOf } from './manuscript.ts';
import { numbersAreGenerated, withoutNumber } from './numbers.ts';
import { passageWriter, titleOf } from './passage.ts';
import { titleAmong, withTitle } from './title.ts';

/** A paragraph with the list or table that it leads in: what becomes one statement. */
export interface Passage {
  readonly id: string;
  /** Of the first passage below a heading, as Markdown. */
  readonly title: string | undefined;
  /** As Markdown. */
  readonly text: string;
  /** The words alone, those of the title before them: a line for each block, item and cell. */
  readonly words: string;
  /** The cells of its table, if it has one: the first row names the columns. */
  readonly table: readonly (readonly string[])[] | undefined;
  /** The text without its table. */
  readonly lead: string;
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** A document by its headings: what is said before the first of them, and the chapters. */
export interface Outline {
  readonly title: string | undefined;
  readonly introduction: readonly Passage[];
  readonly chapters: readonly Chapter[];
}

/** The blocks below a heading, grouped. */
interface Section {
  readonly heading: Heading | undefined;
  readonly groups: RootContent[][];
}

/** Reads a manuscript as an outline. `taken` are ids that mean something else already. */
export function outlineOf(manuscript: Manuscript, taken: readonly string[], untitled: string): Outline {
  const sections = sectionsOf(withTitle(withHeadings(manuscript.root)));
  const headings = sections.flatMap(({ heading }) => (heading ? [heading] : []));
  const title = titleAmong(headings, (heading) => sections[0]?.heading === heading);
  const rest = headings.filter((heading) => heading !== title);
  const top = Math.min(...rest.map(({ depth }) => depth));
  const isChapter = ({ heading }: Section): boolean =>
    heading !== undefined && heading !== title && heading.depth === top;
  const start = sections.findIndex(isChapter);
  const before = start === -1 ? [] : sections.slice(0, start);
  const after = start === -1 ? sections : sections.slice(start);

  const ids = newIds(taken);
  const anchors = new Map<string, string>();
  const named = namesOf(manuscript, anchors);
  const groupsOfChapters = after.reduce<Section[][]>((all, section) => {
    if (isChapter(section) || all.length === 0) all.push([section]);
    else all.at(-1)?.push(section);
    return all;
  }, []);
  const isGenerated = numbersAreGenerated(groupsOfChapters.map((group) => group[0]?.heading));
  const planned = groupsOfChapters.map((group) => {
    const [first] = group;
    const own = first && isChapter(first) ? first.heading : undefined;
    const id = ids(own ? wordsOf(withoutNumber(own)) : untitled, 'part');
    if (own) named(own, id);
    const passages = group.flatMap((section) =>
      planPassages(section, section.heading === own ? undefined : section.heading, id, ids, named),
    );
    return { id, heading: own, passages };
  });
  const write = passageWriter(manuscript, (anchor) => {
    const id = anchors.get(anchor) ?? anchors.get(anchor.toLowerCase());
    return id === undefined ? undefined : `#${id}`;
  });
  const titleFrom = (heading: Heading, number: string): string => {
    const { children } = isGenerated ? withoutNumber(heading, number) : heading;
    return titleOf(write, children as PhrasingContent[]);
  };
  const passage = ({ id, heading, group }: PlannedPassage, number: string): Passage => {
    const table = group.find((node) => node.type === 'table');
    return {
      id,
      title: heading && titleFrom(heading, number),
      text: write(group),
      words: linesOf({ type: 'root', children: [...(heading ? [heading] : []), ...group] }).join('\n'),
      table: table?.children.map((row) => row.children.map(wordsOf)),
      lead: write(group.filter((node) => node !== table)),
    };
  };
  const said = title ? titleOf(write, title.children) : manuscript.title;
  return {
    title: said,
    introduction: before
      .flatMap((section) =>
        planPassages(
          section,
          section.heading === title ? undefined : section.heading,
          'policy',
          ids,
          () => {},
        ),
      )
      .map((planned) => passage(planned, '')),
    chapters: planned.map(({ id, heading, passages }, index) => {
      let titled = 0;
      return {
        id,
        title: heading ? titleFrom(heading, `${index + 1}`) : (said ?? untitled),
        passages: passages.map((planned) =>
          passage(planned, `${index + 1}.${planned.heading ? ++titled : titled}`),
        ),
      };
    }),
  };
}

interface PlannedPassage {
  readonly id: string;
  readonly heading: Heading | undefined;
  readonly group: readonly RootContent[];
}

function planPassages(
  { groups }: Section,
  heading: Heading | undefined,
  chapter: string,
  ids: ReturnType<typeof newIds>,
  named: (heading: Heading, id: string) => void,
): PlannedPassage[] {
  const all = heading && groups.length === 0 ? [[]] : groups;
  return all.map((group, index) => {
    const own = index === 0 ? heading : undefined;
    // What a table says first names its columns, and not what it is about.
    const words = own
      ? wordsOf(withoutNumber(own))
      : wordsOf({ type: 'root', children: group.filter((node) => !isTable(node)) });
    const id = ids(words, chapter);
    if (own) named(own, id);
    return { id, heading: own, group };
  });
}

/** Remembers which anchors lead to a heading: those it has, and those that sites make of its words. */
function namesOf(
  manuscript: Manuscript,
  anchors: Map<string, string>,
): (heading: Heading, id: string) => void {
  return (heading, id) => {
    const made = [heading, withoutNumber(heading)].flatMap((one) => {
      const words = wordsOf(one).toLowerCase();
      return [words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'), slugOf(words)];
    });
    for (const anchor of [...(manuscript.anchors.get(heading) ?? []), ...made])
      if (!anchors.has(anchor)) anchors.set(anchor, id);
  };
}

/** A document without headings may have lines in bold in their place. */
function withHeadings(root: Root): Root {
  const headings = root.children.filter(({ type }) => type === 'heading').length;
  const bold = root.children.filter(isBoldLine).length;
  if (headings > 1 || bold < 2) return root;
  const children = root.children.map((node): RootContent => {
    if (!isBoldLine(node)) return node;
    const [strong] = node.children;
    return {
      type: 'heading',
      depth: 2,
      children: strong?.type === 'strong' ? strong.children : [],
      ...(node.position ? { position: node.position } : {}),
    };
  });
  return { ...root, children };
}

function isBoldLine(node: RootContent): node is Paragraph {
  if (node.type !== 'paragraph' || node.children.length !== 1) return false;
  const words = wordsOf(node);
  return node.children[0]?.type === 'strong' && words.length <= 120 && !/[.。;；]$/.test(words);
}

const attached: ReadonlySet<Nodes['type']> = new Set(['list', 'table', 'code']);

function sectionsOf(root: Root): Section[] {
  const sections: Section[] = [{ heading: undefined, groups: [] }];
  for (const node of root.children) {
    const groups = sections.at(-1)?.groups ?? [];
    const group = groups.at(-1);
    if (node.type === 'heading' && wordsOf(node) === '') continue;
    if (node.type === 'heading') sections.push({ heading: node, groups: [] });
    else if (node.type === 'thematicBreak' || node.type === 'definition') continue;
    else if (attached.has(node.type) && group && !(node.type === 'table' && group.some(isTable)))
      group.push(node);
    else groups.push([node]);
  }
  return sections.filter(({ heading, groups }) => heading !== undefined || groups.length > 0);
}

const isTable = ({ type }: Nodes): boolean => type === 'table';
