import type { Block } from './document.ts';

/**
 * The lines of a table of contents: each is one link into the document, under the words of a heading that the document
 * has. What they say is said there; a line with other words is a text.
 */
export function contentsOf(blocks: readonly Block[]): ReadonlySet<number> {
  const headings = new Set(
    blocks.flatMap(({ kind, text }) => (kind === 'heading' ? [plainWords(text)] : [])),
  );
  return new Set(
    blocks.flatMap(({ kind, text }, index) => {
      const words = kind === 'item' || kind === 'paragraph' ? link.exec(text)?.[1] : undefined;
      return words !== undefined && headings.has(plainWords(words)) ? [index] : [];
    }),
  );
}

/** A marker or a number of its own, and a link to an anchor. */
const link = /^(?:[-*+>] |\d+[.)] ?)*\**\[([^[\]]*)\]\(#[^()\s]*\)\**\s*$/;

/** The letters of a line, without its numbering. */
function plainWords(text: string): string {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).join(' ');
}
