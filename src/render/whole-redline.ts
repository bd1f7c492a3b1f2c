import { keptInOrder } from '../syntax/edit-path.ts';
import { alignLines } from './edited.ts';
import type { LinePair } from './pair-lines.ts';
import type { Passage } from './passage.ts';

/** A passage with its edits: all of its lines, also the unchanged ones. */
export interface RedlinedPassage {
  /** Its id in the later text, or in the earlier one if it was removed. */
  readonly id: string;
  readonly lines: readonly LinePair[];
}

/**
 * A whole text with its edits. Without the removed words it is exactly the later text, without the added ones the
 * earlier one. A passage that moved is removed in one place and added in the other.
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
