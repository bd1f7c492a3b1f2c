import type { Heading, ListItem, Paragraph, Root, RootContent } from 'mdast';
import { sequenceOf } from '../../base/likeness.ts';
import { isContents } from '../../language/furniture.ts';
import { wordsWithin } from './manuscript.ts';
import { withoutNumber } from './numbers.ts';

/**
 * Drops a table of contents with its name: pages have one of their own, and as a chapter it would number all others anew.
 * It is a list of links into the page, or of headings, below such a name; below the title, of links to headings.
 */
export function withoutContents(root: Root): { readonly root: Root; readonly left: readonly RootContent[] } {
  const headings = root.children.filter((node): node is Heading => node.type === 'heading');
  const titles = new Set(headings.flatMap((one) => [one, withoutNumber(one)].map(bare)));
  const left = root.children.flatMap((node, index): RootContent[] => {
    const entries = node.type === 'list' ? entriesOf(node.children) : [];
    const above = root.children[index - 1];
    const isNamed =
      above !== undefined && (isName(above) || (above === headings[0] && isAllOf(entries, titles)));
    if (entries.length < 2 || !isNamed) return [];
    if (!entries.every(leadsInto) && !(isName(above) && isAllOf(entries, titles))) return [];
    return isName(above) ? [above, node] : [node];
  });
  const all = new Set(left);
  return { root: { ...root, children: root.children.filter((node) => !all.has(node)) }, left };
}

type Entry = ListItem['children'][number];

/** What the items of a list, and of lists in it, hold. */
function entriesOf(items: readonly ListItem[]): readonly Entry[] {
  return items
    .flatMap(({ children }) => children)
    .flatMap((node) => (node.type === 'list' ? entriesOf(node.children) : [node]));
}

function leadsInto(entry: Entry): boolean {
  const [link, ...others] =
    entry.type === 'paragraph' ? entry.children.filter((node) => wordsWithin(node) !== '') : [];
  return link?.type === 'link' && link.url.startsWith('#') && others.length === 0;
}

function isAllOf(entries: readonly Entry[], titles: ReadonlySet<string>): boolean {
  return entries.every((entry) => entry.type === 'paragraph' && titles.has(bare(entry)));
}

function isName(node: RootContent): boolean {
  return (node.type === 'heading' || node.type === 'paragraph') && isContents(bare(node));
}

const bare = (node: Heading | Paragraph): string => sequenceOf(wordsWithin(node));
