import { sequenceOf } from '../base/likeness.ts';
import { isContents, isFurniture } from '../language/furniture.ts';
import { leadsOn } from '../language/pointing.ts';

import type { Block } from './document.ts';

/**
 * The lines of a table of contents, which repeat what headings say. Such a line has the words of a heading of the
 * document, as a link into the document or, in a list, as plain words. It stands below the title, or below words that
 * name a table of contents; a list of nothing but such links, also after a text that leads in nothing. A line with other
 * words is text, and so is one after a sentence such as `We never read:`.
 * If the first two lines are the same title, the second counts as well.
 */
export function contentsOf(blocks: readonly Block[]): ReadonlySet<number> {
  const headings = new Set(
    blocks.flatMap(({ kind, text }) => (kind === 'heading' ? [plainWords(text)] : [])),
  );
  const found = new Set<number>();
  const addresses = new Set<string>();
  const menus = menusIn(blocks, headings);
  blocks.forEach((block, index) => {
    const entry = entryIn(block);
    if (!entry || !headings.has(plainWords(entry.words))) return;
    if (!menus.has(block.parent) && !isBelowTitle(blocks, block, found)) return;
    if (entry.address === undefined && !isBelowName(blocks, block.parent, found)) return;
    if (entry.address) addresses.add(entry.address);
    found.add(index);
  });
  return new Set([
    ...(addresses.size > 1 ? [] : [...namesAbove(blocks, found), ...found]),
    ...titleAgain(blocks),
  ]);
}

/** A sentence that has ended, or a last line that only dates the text: `**Last updated:** May 1, 2025`. */
const isWhole =
  /[.!。！][*_\s]*$|(?:^|\n)[*_]*[^\n:：]{1,60}[:：][*_]*[ \t]*(?:(?:\d{1,2}\.? )?(?:de )?\p{L}{3,12}\.?,? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:de )?20\d\d|[\d./-]{8,10}|20\d\d ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?)[*_\s]*$/u;

/** Texts near the top that are complete, above a list of nothing but links to headings of the document. */
function menusIn(blocks: readonly Block[], headings: ReadonlySet<string>): ReadonlySet<number | undefined> {
  const [links, others] = [new Map<number | undefined, number>(), new Set<number | undefined>()];
  for (const block of blocks) {
    const entry = entryIn(block);
    if (entry?.address !== '' || !headings.has(plainWords(entry.words))) others.add(block.parent);
    else links.set(block.parent, (links.get(block.parent) ?? 0) + 1);
  }
  const isText = ({ kind, text, parent }: Block): boolean =>
    kind === 'paragraph' && isTop(blocks, parent) && isWhole.test(text) && !leadsOn(text);
  return new Set(
    [...links].flatMap(([at, count]) => {
      const above = blocks[at ?? -1];
      return count > 2 && above && !others.has(at) && isText(above) ? [at] : [];
    }),
  );
}

/**
 * `On this page:` above a table of contents adds nothing to it. A heading of that kind is recognised as furniture
 * instead.
 */
function namesAbove(blocks: readonly Block[], found: ReadonlySet<number>): ReadonlySet<number> {
  const above = new Set([...found].map((index) => blocks[index]?.parent ?? -1));
  const isName = (index: number): boolean =>
    blocks[index]?.kind === 'paragraph' && isContents(sequenceOf(blocks[index].text));
  return new Set([...above].filter(isName));
}

/** The second line, if it repeats the title in the first. */
function titleAgain([first, second]: readonly Block[]): readonly number[] {
  const isLine = (block: Block | undefined): boolean =>
    block?.kind === 'paragraph' || block?.kind === 'heading';
  if (!first || !second || !isLine(first) || !isLine(second)) return [];
  return sequenceOf(first.text) === sequenceOf(second.text) ? [1] : [];
}

interface Entry {
  readonly words: string;
  /** The page that it leads to a part of: empty for this document, undefined without a link. */
  readonly address: string | undefined;
}

/** A line with or without a marker or number, which is one link to an anchor, or in a list just words. */
function entryIn({ kind, text }: Block): Entry | undefined {
  if (kind !== 'item' && kind !== 'paragraph') return undefined;
  const link = /^(?:[-*+>] |\d+[.)] ?)*\**\[([^[\]]*)\]\(([^()#\s]*)#[^()]*\)\**\s*$/.exec(text);
  if (link) return { words: link[1] ?? '', address: link[2] ?? '' };
  return kind === 'item' && !/[[\]<:：]/.test(text) ? { words: text, address: undefined } : undefined;
}

/** Whether a line stands below the title, the name of a table of contents, or another of its lines. */
function isBelowTitle(blocks: readonly Block[], { parent }: Block, found: ReadonlySet<number>): boolean {
  return isTop(blocks, parent) || isBelowName(blocks, parent, found);
}

/** Only near the top: `Contents` further down may be a topic of the text. */
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

/** `[Toggle](#)`, which folds the table of contents. */
function isControl({ kind, text }: Block): boolean {
  const words = /^\[([^[\]]*)\]\(#\)$/.exec(text)?.[1];
  return kind === 'paragraph' && words !== undefined && isFurniture(words.toLowerCase());
}

/** Below the first heading, or the title again, right below that in the front matter. */
function isTop(blocks: readonly Block[], parent: number | undefined): boolean {
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  const isAgain = parent === first + 1 && [first, parent].every((at) => /^# /.test(blocks[at]?.text ?? ''));
  return parent === undefined || parent === first || isAgain;
}

/** The words and numbers of a line without its leading number: `1.2 Kept for 30 days`. */
function plainWords(text: string): string {
  const said = text
    .replace(anchor, '$1')
    .replace(/^[^\p{L}\p{N}]*(?:\d+(?:\.\d+)*(?:[.):、]\s*|\s+(?=\p{Lu}|\p{Script=Han})))*/u, '');
  return (said.toLowerCase().match(/[\p{L}\p{N}%\p{Sc}]+/gu) ?? []).join(' ');
}

/** What a heading can be linked by: `[](#hats)Hats`, `<a id="hats"></a>Hats`, `Hats {#hats}`, `[Hats](#hats)`. */
const anchor = /\[([^[\]]*)\]\(#[^()\s]*\)|<a (?:id|name)="[^"<>]*">\s*<\/a>|\{#[\w-]+\}/g;
