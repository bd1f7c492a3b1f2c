import type { Heading, Html, Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Flavour } from './flavours.ts';
import { references } from './references.ts';

/**
 * Programs give a heading that has no id one made of its words, which may be what a clause is called: the link to that
 * clause leads to the heading then, or the program refuses the page. So a heading without an id gets one that no clause
 * has; where Markdown has no way to say it, and the words would be such an id, the heading is written as HTML.
 */
export function headingsApart(tree: Root, { anchors, links }: Flavour): Root {
  if (links === 'kept') return tree;
  return anchors === 'heading' ? allNamed(tree) : twinsNamed(tree);
}

/** `### Heading` → `### Heading {#part_1}`, after the part that it stands in. */
function allNamed(tree: Root): Root {
  let part = 'page';
  let below = 0;
  return eachHeading(tree, (heading) => {
    const last = heading.children.at(-1);
    const own = last?.type === 'html' ? /^ \{#(.*)\}$/.exec(last.value)?.[1] : undefined;
    if (own === undefined) {
      below += 1;
      return { ...heading, children: [...heading.children, { type: 'html', value: ` {#${part}_${below}}` }] };
    }
    part = own;
    below = 0;
    return heading;
  });
}

/** A link leads to the first place of a name: only headings before the clause can take its links away. */
function twinsNamed(tree: Root): Root {
  const later = idsIn(tree).map(bare);
  let count = 0;
  return eachHeading(
    tree,
    (heading) => {
      const words = plainText(heading);
      if (!later.includes(bare(words))) return heading;
      count += 1;
      const tag = `h${heading.depth}`;
      return { type: 'html', value: `<${tag} id="heading_${count}">${references(words)}</${tag}>` };
    },
    (html) => later.splice(0, idsOf(html).length),
  );
}

/** What all ways to make an id of words leave of them; ids of our own sections hold a line, which none of them makes. */
function bare(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}_]/gu, '');
}

function idsIn(node: Nodes): readonly string[] {
  if (node.type === 'html') return idsOf(node);
  return 'children' in node ? node.children.flatMap(idsIn) : [];
}

function idsOf({ value }: Html): readonly string[] {
  return [...value.matchAll(/<a id="([^"]*)">/g)].map(([, id = '']) => id);
}

/** The tree with every heading as `change` has it, in the order of the page; `seen` is told of the HTML between. A node in which nothing changes stays the same one. */
function eachHeading(tree: Root, change: (heading: Heading) => Nodes, seen?: (html: Html) => void): Root {
  const walk = (node: Nodes): Nodes => {
    if (node.type === 'heading') return change(node);
    if (node.type === 'html') seen?.(node);
    if (!('children' in node)) return node;
    const before: readonly Nodes[] = node.children;
    const children = before.map(walk);
    return children.some((child, at) => child !== before[at]) ? ({ ...node, children } as Nodes) : node;
  };
  return walk(tree) as Root;
}
