import { leadsOn } from '../language/pointing.ts';
import type { Block } from './document.ts';

/**
 * For each block the one that leads it in along with its siblings, if any: `We never do the following.`, bold words in
 * place of a heading, a row with one cell, or a tag that may hide what follows. A definition of a link is led in by an
 * earlier one of the same link, since the first one counts.
 */
export function leadsOf(blocks: readonly Block[]): readonly (number | undefined)[] {
  const leads = new Map<number | string | undefined, number | undefined>();
  // What leads in the paragraphs behind those with bullets, which are a list.
  const outer = new Map(leads);
  return blocks.map((block, index) => {
    if (block.kind === 'rule') clearAll(leads, outer);
    const [key, below] = [ownerOf(block), blocks[index + 1]];
    if (endsList(block, blocks[index - 1])) leads.set(key, outer.get(key));
    const lead = leads.get(key);
    const around = isMarked(below) ? lead : index;
    if (below?.parent !== index && leadsIn(block)) {
      leads.set(key, index);
      if (!isMarked(block)) outer.set(key, around);
    }
    return /^(?:html|heading)$/.test(block.kind) ? undefined : lead;
  });
}

function clearAll(...all: readonly Map<unknown, unknown>[]): void {
  for (const one of all) one.clear();
}

const endsList = (block: Block, above: Block | undefined): boolean =>
  block.kind === 'paragraph' && !isMarked(block) && isMarked(above);

/** The block that leads a block in has the same parent; that of a definition defines the same link. */
const ownerOf = ({ kind, text, parent }: Block): number | string | undefined =>
  kind === 'definition' ? text.slice(0, text.indexOf(']:')).toLowerCase() : parent;

/** Whether a paragraph begins with a bullet, as in pages that have no lists. */
const isMarked = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && /^[·•▪◦‣●○∙]\s/.test(block.text);

/** The blocks that stand above others or lead them in. */
export function guidesOf(
  blocks: readonly Block[],
  leads: readonly (number | undefined)[],
): ReadonlySet<number> {
  const guides = [...leads, ...blocks.map(({ parent }) => parent)];
  return new Set(guides.filter((at) => at !== undefined));
}

/** Whether a block leads in what follows. */
export function leadsIn({ kind, text }: Block): boolean {
  if (kind === 'definition') return true;
  if (kind === 'html') return !text.startsWith('<!--');
  if (kind === 'row') return isSpanning(text);
  if (kind === 'item') return leadsOn(text);
  return kind === 'paragraph' && (leadsOn(text) || allBold.test(text));
}

/** A row with words only in its first cell. */
function isSpanning(text: string): boolean {
  const [first = '', ...others] = text.split('|');
  return others.length > 0 && first.trim() !== '' && others.every((cell) => cell.trim() === '');
}

/** Bold words alone, in place of a heading. */
export const allBold = /^(?:>\s*)*(?:\*\*|__)(?:(?!\*\*|__).)+(?:\*\*|__)[\s:：]*$/;
