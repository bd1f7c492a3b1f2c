import type { Heading, Html, Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Flavour } from './flavours.ts';
import { references } from './references.ts';

/**
 * Programs make an id from the words of a heading that has none. That id may equal a clause's id: links to the clause
 * would then lead to the heading, or the program would refuse the page. So a heading without an id gets one that no
 * clause has. Where Markdown has no syntax for that, a heading whose words would clash is written as HTML.
 */
export function headingsApart(tree: Root, { anchors, links }: Flavour): Root {
  if (links === 'kept') return tree;
  return anchors === 'heading' ? allNamed(tree) : twinsNamed(tree);
}

/** `### Heading` → `### Heading {#part_1}`, named after the part it is in. */
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

/** A link leads to the first anchor of its name, so only headings before a clause can take over its links. */
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

/**
 * What is left of words however a program makes ids of them. Ids of our own sections have an underscore, which no
 * such id has.
 */
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

/**
 * The tree with `change` applied to every heading, in page order; `seen` is called for each HTML node between. A node
 * without changes stays the same object.
 */
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
