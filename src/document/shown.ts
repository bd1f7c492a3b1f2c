import type { Element, ElementContent, Nodes } from 'hast';
import { hides } from '../syntax/html/attributes.ts';
import { dimsWords, hidesWords, strikesWords } from '../syntax/html/inline-style.ts';

/** Inline elements. */
export const inLines: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br button cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time u var'.split(
    ' ',
  ),
);

/** Whether an element is hidden from readers, as far as the page itself tells. */
export function isHidden({ properties }: Element): boolean {
  const isMarked = [properties.hidden, properties.popover].some((one) => one !== undefined && one !== null);
  const style = styleOf(properties);
  return isMarked || hidesWords(style) || dimsWords(style) || hides([properties.className].flat().join(' '));
}

const marks: ReadonlySet<string> = new Set(['del', 's', 'strike']);

const styleOf = ({ style, color }: Element['properties']): string =>
  `${style ?? ''}${typeof color === 'string' ? `;color:${color}` : ''}`;

/** Rewrites everything that is struck out as `del` elements that only hold inline content. */
export function strikeOut(parent: { children: Nodes[] | ElementContent[] }): void {
  for (const node of parent.children as Nodes[]) {
    if (node.type !== 'element') continue;
    if (marks.has(node.tagName) || strikesWords(styleOf(node.properties))) strike(node);
    else strikeOut(node);
  }
}

function strike(node: Element): void {
  const isMark = marks.has(node.tagName);
  if (isMark) node.tagName = isLine(node) ? 'del' : 'div';
  if (node.tagName === 'del') return;
  const children: ElementContent[] = [];
  let line: Element | undefined;
  for (const child of node.children) {
    if (child.type === 'element' && !isLine(child)) {
      strike(child);
      children.push(child);
      line = undefined;
    } else if (line) line.children.push(child);
    else {
      const { position } = child;
      line = { type: 'element', tagName: 'del', properties: {}, children: [child] };
      if (position) line.position = position;
      children.push(line);
    }
  }
  node.children = children;
}

/** Whether an element and everything in it is inline. */
function isLine({ tagName, children }: Element): boolean {
  return inLines.has(tagName) && children.every((child) => child.type !== 'element' || isLine(child));
}
