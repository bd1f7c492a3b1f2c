import type { Root as Tree } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const writer = unified().use(rehypeStringify, { upperDoctype: true }).freeze();

/** A tree as HTML with all text escaped. Lines that a CI job would act on when it prints the page are escaped too. */
export function stringify(tree: Tree): string {
  return `${writer.stringify(tree)}\n`.replace(command, '$1&#x3A;:').replace(/##(?=[\w.-]*\[)/g, '#&#x23;');
}

/** `::error::`, `::set-output name=x::` at the start of a line, but not a rule of a style sheet (`::selection`). */
const command = /^([ \t]{0,8})::(?=[\w-]{1,40}(?:[ \t][^\n]*)?::)/gm;
