import type { Block } from './document.ts';

/** A block in its document, with the partners in the other document of the blocks around it. */
export interface Seat {
  readonly blocks: readonly Block[];
  readonly index: number;
  readonly partnerOf: ReadonlyMap<number, number>;
}

/**
 * What is shown with two partners, one for each side, because it may say what they mean: the texts above them when
 * they now stand under another of those that both documents have; the text before one that points at it and now
 * follows another. Undefined where they are where they were.
 */
export function contextsOf(before: Seat, after: Seat): readonly [string, string] | undefined {
  if (isElsewhere(before, after)) return [above(before), above(after)];
  return pointsBack(before) && followsAnother(before, after)
    ? [textAt(before, before.index - 1), textAt(after, after.index - 1)]
    : undefined;
}

function isElsewhere(before: Seat, after: Seat): boolean {
  if (isHeading(before) !== isHeading(after)) return false;
  const [under, over] = [parentOf(before), parentOf(after)];
  if (under !== undefined && !before.partnerOf.has(under)) return false;
  if (over !== undefined && !after.partnerOf.has(over)) return false;
  if (partner(after, over) === under) return false;
  return !isWrittenOut(before, after, over) && !isWrittenOut(after, before, under);
}

/** Whether the heading over a block was a paragraph above it in the other document, as `##Title` is. */
function isWrittenOut(here: Seat, there: Seat, heading: number | undefined): boolean {
  const at = partner(there, heading);
  if (heading === undefined || at === undefined || at > here.index) return false;
  if (there.blocks[heading]?.kind !== 'heading' || here.blocks[at]?.kind === 'heading') return false;
  return here.blocks[at]?.parent === parentOf(here);
}

function isHeading({ blocks, index }: Seat): boolean {
  return blocks[index]?.kind === 'heading';
}

function followsAnother(before: Seat, after: Seat): boolean {
  const [one, two] = [before.index - 1, after.index - 1];
  return before.partnerOf.has(one) && after.partnerOf.has(two) && before.partnerOf.get(one) !== two;
}

/** `This holds only if …`, `Except …`, `… listed above`: what it means depends on what stands before it. */
function pointsBack({ blocks, index }: Seat): boolean {
  const text = blocks[index]?.text ?? '';
  return opening.test(text) || pointing.test(text);
}

const opening =
  /^[-*>#_\d.\s]*(?:(?:this|that|these|those|it|such|they|same|except|unless|provided|but|and|or|only|also|if so|otherwise|however|instead|therefore|thus|then|in (?:this|that|such|either) case)\b|此|该|否则|但|除外|例外|并且|或者)/i;

const pointing =
  /\b(?:above|below|foregoing|aforementioned|following|previous|preceding|former|latter)\b|上述|前述|前款|以上|如上|以下|如下|下列/i;

function above({ blocks, index }: Seat): string {
  const texts: string[] = [];
  for (let at = blocks[index]?.parent; at !== undefined; at = blocks[at]?.parent)
    texts.unshift(blocks[at]?.text ?? '');
  return texts.join('\n\n');
}

function textAt({ blocks }: Seat, index: number): string {
  return blocks[index]?.text ?? '';
}

function parentOf({ blocks, index }: Seat): number | undefined {
  return blocks[index]?.parent;
}

function partner({ partnerOf }: Seat, at: number | undefined): number | undefined {
  return at === undefined ? undefined : partnerOf.get(at);
}
