import { sequenceOf } from '../base/likeness.ts';
import { isContents, isFurniture } from '../language/furniture.ts';
import type { Block } from './document.ts';

/**
 * The lines of a table of contents: each says the words of a heading that the document has, as a link into the document
 * or, in a list, as they are, and stands where a document lists its parts: below its title, or below words that name a
 * table of contents. What they say is said there; a line with other words is a text, and so is one that is led in by a
 * sentence, such as `We never read:`. A title that is said twice on end is one of them the second time.
 */
export function contentsOf(blocks: readonly Block[]): ReadonlySet<number> {
  const headings = new Set(
    blocks.flatMap(({ kind, text }) => (kind === 'heading' ? [plainWords(text)] : [])),
  );
  const found = new Set<number>();
  const addresses = new Set<string>();
  blocks.forEach((block, index) => {
    const entry = entryIn(block);
    if (!entry || !headings.has(plainWords(entry.words)) || !isBelowTitle(blocks, block, found)) return;
    if (entry.address === undefined && !isBelowName(blocks, block.parent, found)) return;
    if (entry.address) addresses.add(entry.address);
    found.add(index);
  });
  return new Set([
    ...(addresses.size > 1 ? [] : [...namesAbove(blocks, found), ...found]),
    ...titleAgain(blocks),
  ]);
}

/** `On this page:` above the lines of a table of contents says no more than they do; a heading of the same words is furniture. */
function namesAbove(blocks: readonly Block[], found: ReadonlySet<number>): ReadonlySet<number> {
  const above = new Set([...found].map((index) => blocks[index]?.parent ?? -1));
  const isName = (index: number): boolean =>
    blocks[index]?.kind === 'paragraph' && isContents(sequenceOf(blocks[index].text));
  return new Set([...above].filter(isName));
}

/** The first line of a document, which is its title, said again by the second. */
function titleAgain([first, second]: readonly Block[]): readonly number[] {
  const isLine = (block: Block | undefined): boolean =>
    block?.kind === 'paragraph' || block?.kind === 'heading';
  if (!first || !second || !isLine(first) || !isLine(second)) return [];
  return sequenceOf(first.text) === sequenceOf(second.text) ? [1] : [];
}

interface Entry {
  readonly words: string;
  /** The page whose part it leads to: empty for the document itself, undefined when it leads nowhere. */
  readonly address: string | undefined;
}

/** A marker or a number of its own, and a link to an anchor, or no more than words. */
function entryIn({ kind, text }: Block): Entry | undefined {
  if (kind !== 'item' && kind !== 'paragraph') return undefined;
  const link = /^(?:[-*+>] |\d+[.)] ?)*\**\[([^[\]]*)\]\(([^()#\s]*)#[^()\s]*\)\**\s*$/.exec(text);
  if (link) return { words: link[1] ?? '', address: link[2] ?? '' };
  return kind === 'item' && !/[[\]<:：]/.test(text) ? { words: text, address: undefined } : undefined;
}

/** Below the title of the document, what names a table of contents, or another line of one. */
function isBelowTitle(blocks: readonly Block[], { parent }: Block, found: ReadonlySet<number>): boolean {
  return isTop(blocks, parent) || isBelowName(blocks, parent, found);
}

/** `Contents` of a section may be what somebody reads. */
function isBelowName(
  blocks: readonly Block[],
  parent: number | undefined,
  found: ReadonlySet<number>,
): boolean {
  const above = blocks[parent ?? -1];
  if (parent === undefined || !above) return false;
  const isName = above.kind !== 'item' && isTop(blocks, above.parent) && isContents(sequenceOf(above.text));
  return isName || found.has(parent) || (isControl(above) && isBelowName(blocks, parent - 1, found));
}

/** `[Toggle](#)`, by which a site folds the table up. */
function isControl({ kind, text }: Block): boolean {
  const words = /^\[([^[\]]*)\]\(#\)$/.exec(text)?.[1];
  return kind === 'paragraph' && words !== undefined && isFurniture(words.toLowerCase());
}

function isTop(blocks: readonly Block[], parent: number | undefined): boolean {
  return parent === undefined || parent === blocks.findIndex(({ kind }) => kind === 'heading');
}

/** The words and numbers of a line, without its own number in front: `1.2 Kept for 30 days`. */
function plainWords(text: string): string {
  const said = text.replace(
    /^[^\p{L}\p{N}]*(?:\d+(?:\.\d+)*(?:[.):、]\s*|\s+(?=\p{Lu}|\p{Script=Han})))*/u,
    '',
  );
  return (said.toLowerCase().match(/[\p{L}\p{N}%\p{Sc}]+/gu) ?? []).join(' ');
}
