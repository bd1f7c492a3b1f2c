import type { Root as Tree } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const writer = unified().use(rehypeStringify, { upperDoctype: true }).freeze();

/** A tree as HTML; every text in it is escaped, also for the log of a job that prints it: some of its lines are obeyed. */
export function stringify(tree: Tree): string {
  return `${writer.stringify(tree)}\n`.replace(command, '$1&#x3A;:').replace(/##(?=[\w.-]*\[)/g, '#&#x23;');
}

/** `::error::`, `::set-output name=x::`, at the start of a line; a rule of a style sheet (`::selection`) is none. */
const command = /^([ \t]{0,8})::(?=[\w-]{1,40}(?:[ \t][^\n]*)?::)/gm;
