import type { Root as Tree } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const writer = unified().use(rehypeStringify, { upperDoctype: true }).freeze();

/** A tree as HTML; every text in it is escaped. */
export function stringify(tree: Tree): string {
  return `${writer.stringify(tree)}\n`;
}
