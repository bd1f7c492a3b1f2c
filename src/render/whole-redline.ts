import { keptInOrder } from '../syntax/edit-path.ts';
import { alignLines } from './edited.ts';
import type { LinePair } from './pair-lines.ts';
import type { Passage } from './passage.ts';

/** A passage of a text with its edits: all of its lines, those that stay included. */
export interface RedlinedPassage {
  /** Its id in the later text, or in the earlier one when only that has it. */
  readonly id: string;
  readonly lines: readonly LinePair[];
}

/**
 * A whole text with its edits: without what was taken out it is the later text, without what was put in the earlier
 * one, word for word and in order. A passage that changed places is taken out in one and put in at the other.
 */
export function wholeRedline(
  before: readonly Passage[],
  after: readonly Passage[],
  renamed: Readonly<Record<string, string>>,
): RedlinedPassage[] {
  const called = ({ id }: Passage): string => renamed[id] ?? id;
  const redlined = (id: string, base: Passage | undefined, head: Passage | undefined): RedlinedPassage => ({
    id,
    lines: alignLines(base?.lines ?? [], head?.lines ?? []),
  });
  const kept = keptInOrder(
    before.map(called),
    after.map(({ id }) => id),
  );
  let [b, h] = [0, 0];
  return [...(kept ?? []), [before.length, after.length] as const].flatMap(([base, head]) => {
    const gone = before.slice(b, base).map((one) => redlined(called(one), one, undefined));
    const come = after.slice(h, head).map((one) => redlined(one.id, undefined, one));
    [b, h] = [base + 1, head + 1];
    const now = after[head];
    return [...gone, ...come, ...(now ? [redlined(now.id, before[base], now)] : [])];
  });
}
