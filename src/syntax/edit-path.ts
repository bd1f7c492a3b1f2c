/** A run of tokens that are in both lists, only in the first, or only in the second. */
export interface Stretch {
  readonly is: 'kept' | 'gone' | 'come';
  readonly count: number;
}

/** An item that keeps its order: its index in the first and in the second list. */
export type Kept = readonly [before: number, after: number];

/**
 * The items of two lists that keep their order, by the fewest edits; undefined if there are more than `most`. Items
 * that only one list has are left out before the search, so they cost and count nothing.
 */
export function keptInOrder(
  before: readonly string[],
  after: readonly string[],
  most = Number.POSITIVE_INFINITY,
): Kept[] | undefined {
  const shared = (list: readonly string[], others: readonly string[]): number[] => {
    const known = new Set(others);
    return [...list.keys()].filter((at) => known.has(list[at] ?? ''));
  };
  const [bases, heads] = [shared(before, after), shared(after, before)];
  const path = editPath(
    bases.map((at) => before[at] ?? ''),
    heads.map((at) => after[at] ?? ''),
    most,
  );
  let [b, h] = [0, 0];
  return path?.flatMap(({ is, count }): Kept[] => {
    const [from, to] = [b, h];
    if (is !== 'come') b += count;
    if (is !== 'gone') h += count;
    if (is !== 'kept') return [];
    return Array.from({ length: count }, (_, at) => [bases[from + at] ?? 0, heads[to + at] ?? 0]);
  });
}

/**
 * For each number of edits, how far one gets on each diagonal, as an index into the first list. A diagonal is that
 * index less the one in the second list.
 */
type Reached = readonly Int32Array[];

const nowhere = -1;

/**
 * The fewest edits from one list of tokens to the other, by Myers' algorithm; undefined if there are more than `most`.
 * Among shortest paths it takes the same one as `diffArrays`, but keeps only a number where that makes two objects.
 */
export function editPath(
  before: readonly string[],
  after: readonly string[],
  most: number,
): Stretch[] | undefined {
  const reached: Int32Array[] = [];
  let [lowest, highest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let edits = 0; edits <= most; edits++) {
    const row = new Int32Array(edits + 1).fill(nowhere);
    reached.push(row);
    for (let at = Math.max(lowest, -edits); at <= Math.min(highest, edits); at += 2) {
      let x = edits === 0 ? 0 : stepTo(reached, edits, at, before.length, after.length).x;
      if (x === nowhere) continue;
      while (x < before.length && x - at < after.length && before[x] === after[x - at]) x++;
      row[(at + edits) / 2] = x;
      const [isAtEnd, isAtOtherEnd] = [x >= before.length, x - at >= after.length];
      if (isAtEnd && isAtOtherEnd) return stretchesTo(reached, edits, at, before.length, after.length);
      if (isAtEnd) highest = Math.min(highest, at - 1);
      if (isAtOtherEnd) lowest = Math.max(lowest, at + 1);
    }
  }
  return undefined;
}

/** Where the last of so many edits leads on a diagonal, and from which diagonal it comes. */
function stepTo(
  reached: Reached,
  edits: number,
  at: number,
  beforeLength: number,
  afterLength: number,
): { readonly x: number; readonly from: number } {
  const row = reached[edits - 1];
  const below = row?.[(at - 1 + edits - 1) / 2] ?? nowhere;
  const above = row?.[(at + 1 + edits - 1) / 2] ?? nowhere;
  const canCome = above !== nowhere && above - at - 1 >= 0 && above - at - 1 < afterLength;
  const canGo = below !== nowhere && below < beforeLength;
  if (canGo && !(canCome && below < above)) return { x: below + 1, from: at - 1 };
  return { x: canCome ? above : nowhere, from: at + 1 };
}

/** Walks the path back from the end, and returns it in order. */
function stretchesTo(
  reached: Reached,
  edits: number,
  end: number,
  beforeLength: number,
  afterLength: number,
): Stretch[] {
  const back: Stretch[] = [];
  const add = (is: Stretch['is'], count: number): void => {
    const last = back.at(-1);
    if (last?.is === is) back.splice(-1, 1, { is, count: last.count + count });
    else if (count > 0) back.push({ is, count });
  };
  let at = end;
  for (let left = edits; left >= 0; left--) {
    const x = reached[left]?.[(at + left) / 2] ?? 0;
    const step = left === 0 ? { x: 0, from: 0 } : stepTo(reached, left, at, beforeLength, afterLength);
    add('kept', x - step.x);
    if (left > 0) add(step.from < at ? 'gone' : 'come', 1);
    at = step.from;
  }
  return back.reverse();
}
