import { keptWith } from '../base/on-demand.ts';
import { endOf, endsWithColon, leadsOn, pointsAtBefore } from '../language/pointing.ts';
import type { Block } from './document.ts';
import { allBold, leadsIn } from './leads.ts';

/** A block in its document, with the partners that the document's blocks have in the other document. */
export interface Seat {
  readonly blocks: readonly Block[];
  /** For each block the one that leads it in, if any. */
  readonly leads: readonly (number | undefined)[];
  /** The blocks that stand above others or lead them in. */
  readonly guides: ReadonlySet<number>;
  readonly index: number;
  readonly partnerOf: ReadonlyMap<number, number>;
}

/**
 * The context to show with two partners, one for each side, since it may change what they mean: the texts above them,
 * if these are no longer the same of those in both documents; or the block before one that points back, the one that leads
 * it in, or one that was behind a paragraph, if that is another now. Undefined if the context is the same.
 */
export function contextsOf(before: Seat, after: Seat): readonly [string, string] | undefined {
  const besides = [textAt(before, before.index - 1), textAt(after, after.index - 1)] as const;
  if (isElsewhere(before, after)) return aboveBoth(before, after);
  if ((pointsBack(before) || pointsBack(after)) && followsAnother(before, after)) return besides;
  // Nothing leads in a heading; a line that became one says what it said before.
  if ([before, after].some(({ blocks, index }) => blocks[index]?.kind === 'heading')) return undefined;
  const [lead, other] = [leadOf(before, after), leadOf(after, before)];
  const isSame = isBelowName(before, lead) && isBelowName(after, other);
  if (!isSame && isAnother(before, lead, after, other)) return [textAt(before, lead), textAt(after, other)];
  return isTurned(before, after) || isTurned(after, before) ? besides : undefined;
}

/** What leads in a block: an item that is a paragraph in the other document also by the line above its list. */
function leadOf({ blocks, leads, index }: Seat, other: Seat): number | undefined {
  const { kind, parent } = blocks[index] ?? {};
  const isMarked = kind === 'item' && other.blocks[other.index]?.kind === 'paragraph';
  const above = isMarked ? blocks[parent ?? -1] : undefined;
  return leads[index] ?? (above && leadsIn(above) ? parent : undefined);
}

/** Whether what leads in a block is only a bold line at the top that names the document: everything stands below that. */
function isBelowName({ blocks }: Seat, lead: number | undefined): boolean {
  const text = textAt({ blocks }, lead);
  return lead === undefined || (lead < 3 && names.test(text) && !endsWithColon(text));
}

const names =
  /^\*\*[^.!?*]{0,60}(?:polic(?:y|ies)|notice|statement|terms|conditions|agreement|datenschutzerklärung|politique|pol[ií]tica|政策|条款|协议|声明)[^.!?*]{0,30}\*\*$/iu;

/** Whether a paragraph stands behind one that is behind it in the other document: it may answer a question, in any words. */
function isTurned(here: Seat, { index }: Seat): boolean {
  const [above, own] = [here.index - 1, here.index].map((at) => here.blocks[at]?.kind ?? '');
  return prose.test(above ?? '') && prose.test(own ?? '') && (partner(here, here.index - 1) ?? -1) > index;
}

const prose = /^(?:paragraph|html|code)$/;

/**
 * The words that a bare date depends on, such as `Kept until:` above `May 1, 2027`. Below a title, the date is that of
 * the document.
 */
export function datedBy({ blocks, leads, index }: Pick<Seat, 'blocks' | 'leads' | 'index'>): string {
  const { kind, text = '', parent } = blocks[index] ?? {};
  const lead = textAt({ blocks }, leads[index] ?? parent);
  if (lead === '' || lead.startsWith('# ') || kind === 'heading' || !isBareDate(text)) return '';
  return endsWithColon(lead) ? lead : `${lead}:`;
}

/** A year with at most one other word, which may be a month. */
function isBareDate(text: string): boolean {
  const isShort = text.length <= 40 && !/[:：]/.test(text);
  return isShort && /(?:19|20)\d\d|tb[da]|yyyy/i.test(text) && (text.match(/\p{L}{3,}/gu) ?? []).length < 2;
}

function isElsewhere(before: Seat, after: Seat): boolean {
  const [under, over] = [parentOf(before, after), parentOf(after, before)];
  if (!isAnother(before, under, after, over)) return false;
  return ![isUnlisted(before, after, over), isUnlisted(after, before, under)].includes(true);
}

/** Whether two blocks, which may be missing but otherwise are in both documents, are not each other's partners. */
function isAnother(before: Seat, one: number | undefined, after: Seat, two: number | undefined): boolean {
  if (one !== undefined && !before.partnerOf.has(one)) return false;
  if (two !== undefined && !after.partnerOf.has(two)) return false;
  return partner(after, two) !== one && !isReset(before, one, after, two);
}

/**
 * Whether a block still follows the same guides, and one of them only changed its form: it became bold, a heading, a
 * heading of another level, or now ends with a colon. That line is reported as a change itself.
 */
function isReset(before: Seat, one: number | undefined, after: Seat, two: number | undefined): boolean {
  const [other, own] = [partner(before, one), partner(after, two)];
  if ((other ?? -1) >= after.index || (own ?? -1) >= before.index) return false;
  const start = Math.min(one ?? own ?? 0, own ?? one ?? 0);
  const from = Math.min(two ?? other ?? 0, other ?? two ?? 0);
  return (
    staysBetween(before, start, after, from) &&
    staysBetween(after, from, before, start) &&
    isSetAnew(before, start, after)
  );
}

/** Whether a guide before a block, from a certain one on, has another form in the other document. */
function isSetAnew(here: Seat, start: number, there: Seat): boolean {
  for (let at = start; at < here.index; at++) {
    const [block, other] = [here.blocks[at], there.blocks[here.partnerOf.get(at) ?? -1]];
    if (!block || !other || !(here.guides.has(at) || there.guides.has(here.partnerOf.get(at) ?? -1)))
      continue;
    if (setAs(block) !== setAs(other)) return true;
  }
  return false;
}

/** The form of a guide, apart from its words and spaces. */
function setAs(block: Block): string {
  const { kind, text } = block;
  return `${kind} ${/^#*/.exec(text)?.[0].length} ${leadsIn(block)} ${allBold.test(text)}`;
}

/** Whether each guide between a block and the one above it has its partner in the same range of the other document. */
function staysBetween(here: Seat, from: number, there: Seat, start: number): boolean {
  for (let at = from + 1; at < here.index; at++) {
    const found = here.partnerOf.get(at);
    if (found === undefined || !(here.guides.has(at) || there.guides.has(found))) continue;
    if (found < start || found >= there.index) return false;
  }
  return true;
}

/**
 * Whether a list item of the other document is a paragraph here, still after the line that led in the list, and after
 * the items before it.
 */
function isUnlisted(here: Seat, there: Seat, lead: number | undefined): boolean {
  const at = partner(there, lead);
  if (lead === undefined || at === undefined || here.blocks[at]?.parent !== here.blocks[here.index]?.parent)
    return false;
  if (here.blocks[here.index]?.kind !== 'paragraph' || there.blocks[there.index]?.kind !== 'item')
    return false;
  const between = here.blocks.slice(at + 1, here.index);
  return (
    at < here.index &&
    isLeadIn(textAt(here, at)) &&
    between.every(
      ({ kind }, index) =>
        kind === 'paragraph' && there.blocks[partner(here, at + 1 + index) ?? -1]?.parent === lead,
    )
  );
}

/**
 * `We open:` leads in what follows in any form; for `We open the following.` only the form of a list shows where that
 * ends.
 */
function isLeadIn(text: string): boolean {
  return endsWithColon(text) || !leadsOn(text);
}

function followsAnother(before: Seat, after: Seat): boolean {
  const [one, two] = [before.index - 1, after.index - 1];
  return before.partnerOf.has(one) && after.partnerOf.has(two) && before.partnerOf.get(one) !== two;
}

/**
 * Blocks that depend on what precedes them: `This holds only if …`, `Except …`, `… listed above`, `ditto` in a row, an item
 * behind a question, or a step.
 */
function pointsBack(seat: Seat): boolean {
  const { kind = 'rule', text = '' } = seat.blocks[seat.index] ?? {};
  const isSame = kind === 'row' ? ditto.test(text) : asks.test(textAt(seat, seat.index - 1));
  return isSame || pointsAtBefore(text) || isStep(seat);
}

/** A row with nothing in its first cell, or with `ditto` in one, says what the row above does. */
const ditto =
  /^\s*\||(?:^|\|)\s*(?:ditto|dito|idem|ibid|id|same|(?:as|see) above|(?:wie|siehe) oben|["″〃”]|同上|同前)\.?\s*(?:\||$)/iu;

const asks = /[?？;؟]["”’)\]*_\s]*$|か。?\s*$/u;

function isStep({ blocks, index }: Seat): boolean {
  return blocks[index]?.kind === 'item' && /^(?:> )*1\. /.test(blocks[index]?.text ?? '');
}

/** The texts above two partners, without a common title that changed: the change is reported at the title itself. */
function aboveBoth(before: Seat, after: Seat): readonly [string, string] {
  const [under, over] = [above(before), above(after)];
  const [title, other] = [under[0], over[0]];
  const isRenamed = title !== undefined && before.partnerOf.get(title) === other;
  const from = isRenamed && textAt(before, title) !== textAt(after, other) ? 1 : 0;
  const said = (seat: Seat, all: readonly number[]): string =>
    all
      .slice(from)
      .map((at) => textAt(seat, at))
      .join('\n\n');
  return [said(before, under), said(after, over)];
}

/** The blocks above a block, outermost first. */
function above({ blocks, index }: Seat): readonly number[] {
  const found: number[] = [];
  for (let at = blocks[index]?.parent; at !== undefined; at = blocks[at]?.parent) found.unshift(at);
  return found;
}

function textAt({ blocks }: Pick<Seat, 'blocks'>, index: number | undefined): string {
  return index === undefined ? '' : (blocks[index]?.text ?? '');
}

/** The parent of a block. The title of both documents does not count, since everything stands below it: no other is of its rank. */
function parentOf(seat: Seat, other: Seat): number | undefined {
  const { blocks, index, partnerOf } = seat;
  const isHeading = other.blocks[other.index]?.kind === 'heading';
  const parent = blocks[isHeading && isTitleLine(seat) ? (blocks[index]?.parent ?? index) : index]?.parent;
  const isBelowTitle = parent === 0 && partnerOf.get(0) === 0;
  return isBelowTitle && hasTitle(blocks) && hasTitle(other.blocks) ? undefined : parent;
}

const hasTitle = keptWith(([first, ...others]: readonly Block[]): boolean => {
  const rank = (block: Block | undefined): number =>
    block?.kind === 'heading' ? (/^#+/.exec(block.text)?.[0].length ?? 1) : 9;
  return first?.kind === 'heading' && others.every((block) => rank(block) > rank(first));
});

/** `3. Cookies` alone after a complete text: in a document without headings, the title of a part. */
function isTitleLine({ blocks, index }: Seat): boolean {
  const { kind, text = '', parent } = blocks[index] ?? {};
  const [above, below] = [blocks[index - 1], blocks[index + 1]];
  return (
    kind === 'item' &&
    /^\d+\. /.test(text) &&
    above?.kind === 'paragraph' &&
    parent === index - 1 &&
    below?.parent !== parent &&
    below?.parent !== index &&
    !leadsOn(above.text) &&
    /[.!?。！？]/.test(above.text.charAt(endOf(above.text, /[\s*_"'”’)\]]/) - 1))
  );
}

function partner({ partnerOf }: Seat, at: number | undefined): number | undefined {
  return at === undefined ? undefined : partnerOf.get(at);
}
