import type { Heading, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { limits } from '../../base/limits.ts';
import { newIds, slugOf } from './ids.ts';
import { linesOf, type Manuscript, wordsWithin } from './manuscript.ts';
import { type LeftOut, leftOut, needlessNumbers, numbersAreGenerated, withoutNumber } from './numbers.ts';
import { fitsOneText, parted } from './parted.ts';
import { passageWriter, titleOf } from './passage.ts';
import { titleAmong, withTitle } from './title.ts';

/** A paragraph with the list or table that it leads in: the content of one statement. */
export interface Passage {
  readonly id: string;
  /** Only for the first passage below a heading; Markdown. */
  readonly title: string | undefined;
  /** Markdown. */
  readonly text: string;
  /** The plain words, those of the title first, with a line for each block, item and cell. */
  readonly words: string;
  /** The cells of its table, if any; the first row names the columns. */
  readonly table: readonly (readonly string[])[] | undefined;
  /** The text without the table. */
  readonly lead: string;
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** A document by headings: the text before the first one, and the chapters. */
export interface Outline {
  readonly title: string | undefined;
  readonly introduction: readonly Passage[];
  readonly chapters: readonly Chapter[];
  /** The headings that lost their numbers, in order. */
  readonly unnumbered: readonly LeftOut[];
  /** Whether neighbouring paragraphs were joined into one passage, because a policy may not have so many clauses. */
  readonly isDense: boolean;
}

/** A heading with the groups of blocks below it. */
interface Section {
  readonly heading: Heading | undefined;
  readonly groups: RootContent[][];
}

/** Reads a manuscript as an outline. `taken` are ids that already mean something else. */
export function outlineOf(manuscript: Manuscript, taken: readonly string[], untitled: string): Outline {
  const sections = sectionsOf(withTitle(withHeadings(manuscript.root)));
  const headings = sections.flatMap(({ heading }) => (heading ? [heading] : []));
  const title = titleAmong(headings, (heading) => sections[0]?.heading === heading);
  const { before, chapters } = divided(sections, title);

  const ids = newIds(taken);
  const anchors = new Map<string, string>();
  const named = namesOf(manuscript, anchors);
  const isDense =
    chapters.flatMap(({ sections }) => sections).reduce((sum, one) => sum + countOf(one), 0) > limits.clauses;
  const plan = chapters.map((chapter) =>
    planChapter(isDense ? denser(chapter) : chapter, untitled, ids, named),
  );
  const introduction = before.flatMap((section) => planPassages(section, title, 'policy', ids, () => {}));

  const write = passageWriter(manuscript, (anchor) => {
    const id = anchors.get(anchor) ?? anchors.get(anchor.toLowerCase());
    return id === undefined ? undefined : `#${id}`;
  });
  const whole = title ? titleOf(write, title.children) : manuscript.title;
  const isGenerated = numbersAreGenerated(plan.map(({ heading }) => heading));
  const isNeedless = needlessNumbers(headings, saidIn(manuscript.root));
  const unnumbered: LeftOut[] = [];
  const titled: Titled = (heading, number) => {
    const own = isGenerated ? withoutNumber(heading, number) : heading;
    const bare = isNeedless(heading) ? withoutNumber(heading) : own;
    const words = titleOf(write, bare.children);
    const left = bare === heading ? undefined : leftOut(heading, number, words);
    if (left) unnumbered.push(left);
    return words;
  };
  return {
    title: whole,
    introduction: introduction.map((planned) => passageOf(planned, '', write, titled)),
    chapters: plan.map(({ id, heading, passages }, index) => ({
      id,
      title: heading ? titled(heading, `${index + 1}`) : (whole ?? untitled),
      passages: numbered(passages, `${index + 1}`).map(({ planned, number }) =>
        passageOf(planned, number, write, titled),
      ),
    })),
    unnumbered,
    isDense,
  };
}

/** The least number of passages in a section. */
function countOf({ groups }: Section): number {
  return Math.max(1, groups.length);
}

/** Joins all paragraphs below one heading into a passage; groups with a table stay separate. */
function denser({ heading, sections }: ChapterSections): ChapterSections {
  const joined = sections.map((section): Section => {
    const groups: RootContent[][] = [];
    let open: RootContent[] | undefined;
    for (const group of section.groups) {
      const isApart = group.some(isTable);
      if (open && !isApart) open.push(...group);
      else groups.push([...group]);
      open = isApart ? undefined : groups.at(-1);
    }
    return { ...section, groups };
  });
  return { heading, sections: joined };
}

/** The text of a document without its headings. */
function saidIn(root: Root): string {
  return linesOf({ ...root, children: root.children.filter(({ type }) => type !== 'heading') }).join('\n');
}

/** Turns a heading into a title, without its number if its place gives it that number anyway. */
type Titled = (heading: Heading, number: string) => string;

type Named = (heading: Heading, id: string) => void;

/** The sections of a chapter, and its heading; a chapter without one holds text before all headings. */
interface ChapterSections {
  readonly heading: Heading | undefined;
  readonly sections: Section[];
}

/**
 * Splits sections into the text before the first chapter, and the chapters, which begin at the highest headings apart
 * from the title.
 */
function divided(
  sections: readonly Section[],
  title: Heading | undefined,
): { readonly before: readonly Section[]; readonly chapters: readonly ChapterSections[] } {
  const below = sections.flatMap(({ heading }) => (heading && heading !== title ? [heading] : []));
  const top = Math.min(...below.map(({ depth }) => depth));
  const before: Section[] = [];
  const chapters: ChapterSections[] = [];
  for (const section of sections) {
    const { heading } = section;
    if (heading && heading !== title && heading.depth === top)
      chapters.push({ heading, sections: [section] });
    else (chapters.at(-1)?.sections ?? before).push(section);
  }
  // The text before the first chapter becomes a single text if it fits into one.
  const isText = before.length === 0 || (chapters.length > 0 && fitsOneText(before.flatMap(blocksOf)));
  if (isText) return { before, chapters };
  return { before: [], chapters: [{ heading: undefined, sections: before }, ...chapters] };
}

function blocksOf({ heading, groups }: Section): readonly RootContent[] {
  return [...(heading ? [heading] : []), ...groups.flat()];
}

interface PlannedChapter {
  readonly id: string;
  readonly heading: Heading | undefined;
  readonly passages: readonly PlannedPassage[];
}

interface PlannedPassage {
  readonly id: string;
  readonly heading: Heading | undefined;
  readonly group: readonly RootContent[];
}

function planChapter(
  { heading, sections }: ChapterSections,
  untitled: string,
  ids: ReturnType<typeof newIds>,
  named: Named,
): PlannedChapter {
  const id = ids(heading ? wordsWithin(withoutNumber(heading)) : untitled, 'part');
  if (heading) named(heading, id);
  return { id, heading, passages: sections.flatMap((one) => planPassages(one, heading, id, ids, named)) };
}

/** The passages of a section. The first one gets its heading, unless that is the heading of the whole chapter. */
function planPassages(
  section: Section,
  outer: Heading | undefined,
  chapter: string,
  ids: ReturnType<typeof newIds>,
  named: Named,
): PlannedPassage[] {
  const heading = section.heading === outer ? undefined : section.heading;
  const all = heading && section.groups.length === 0 ? [[]] : section.groups.flatMap(parted);
  return all.map((group, index) => {
    const own = index === 0 ? heading : undefined;
    // A table begins with the names of its columns, which do not tell what it is about.
    const words = own
      ? wordsWithin(withoutNumber(own))
      : wordsWithin({ type: 'root', children: group.filter((node) => !isTable(node)) });
    const id = ids(words, chapter);
    if (own) named(own, id);
    return { id, heading: own, group };
  });
}

/** Each passage with the number that its place gives it; passages without a heading share the number before. */
function numbered(
  passages: readonly PlannedPassage[],
  chapter: string,
): { readonly planned: PlannedPassage; readonly number: string }[] {
  let last = 0;
  return passages.map((planned) => ({ planned, number: `${chapter}.${planned.heading ? ++last : last}` }));
}

function passageOf(
  { id, heading, group }: PlannedPassage,
  number: string,
  write: (nodes: readonly Nodes[]) => string,
  titled: Titled,
): Passage {
  const table = group.find((node) => node.type === 'table');
  const text = write(group);
  return {
    id,
    title: heading && titled(heading, number),
    text,
    words: linesOf({ type: 'root', children: [...(heading ? [heading] : []), ...group] }).join('\n'),
    table: table?.children.map((row) => row.children.map(wordsWithin)),
    lead: table ? write(group.filter((node) => node !== table)) : text,
  };
}

/** Records the anchors of a heading: its own, and those that sites generate from its words. */
function namesOf(manuscript: Manuscript, anchors: Map<string, string>): Named {
  return (heading, id) => {
    const made = [heading, withoutNumber(heading)].flatMap((one) => {
      const words = wordsWithin(one).toLowerCase();
      return [words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'), slugOf(words)];
    });
    for (const anchor of [...(manuscript.anchors.get(heading) ?? []), ...made])
      if (!anchors.has(anchor)) anchors.set(anchor, id);
  };
}

/** In a document without headings, bold lines take their place. */
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
  const words = wordsWithin(node);
  return node.children[0]?.type === 'strong' && words.length <= 120 && !/[.。;；]$/.test(words);
}

const attached: ReadonlySet<Nodes['type']> = new Set(['list', 'table', 'code']);

function sectionsOf(root: Root): Section[] {
  const sections: Section[] = [{ heading: undefined, groups: [] }];
  for (const node of root.children) {
    const groups = sections.at(-1)?.groups ?? [];
    const group = groups.at(-1);
    if (node.type === 'heading' && wordsWithin(node) === '') continue;
    if (node.type === 'heading') sections.push({ heading: node, groups: [] });
    else if (node.type === 'thematicBreak' || node.type === 'definition') continue;
    else if (attached.has(node.type) && group && !(node.type === 'table' && group.some(isTable)))
      group.push(node);
    else groups.push([node]);
  }
  return sections.filter(({ heading, groups }) => heading !== undefined || groups.length > 0);
}

const isTable = ({ type }: Nodes): boolean => type === 'table';
