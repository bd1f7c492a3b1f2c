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
  const search = new Search(before, after);
  for (let edits = 0; edits <= most; edits++) {
    const end = search.reach(edits);
    if (end !== undefined) return search.stretchesTo(edits, end);
  }
  return undefined;
}

class Search {
  readonly #before: readonly string[];
  readonly #after: readonly string[];
  /**
   * For each number of edits, how far one gets on each diagonal, as an index into the first list. A diagonal is that
   * index less the one in the second list.
   */
  readonly #reached: Int32Array[] = [];
  #lowest = Number.NEGATIVE_INFINITY;
  #highest = Number.POSITIVE_INFINITY;

  constructor(before: readonly string[], after: readonly string[]) {
    this.#before = before;
    this.#after = after;
  }

  /** Works out how far so many edits lead, one more than the last time; the diagonal of the end when they reach it. */
  reach(edits: number): number | undefined {
    const row = new Int32Array(edits + 1).fill(nowhere);
    this.#reached.push(row);
    for (let at = Math.max(this.#lowest, -edits); at <= Math.min(this.#highest, edits); at += 2) {
      const from = edits === 0 ? 0 : this.#stepTo(edits, at).x;
      if (from === nowhere) continue;
      const x = this.#along(at, from);
      row[(at + edits) / 2] = x;
      const [isAtEnd, isAtOtherEnd] = [x >= this.#before.length, x - at >= this.#after.length];
      if (isAtEnd && isAtOtherEnd) return at;
      if (isAtEnd) this.#highest = Math.min(this.#highest, at - 1);
      if (isAtOtherEnd) this.#lowest = Math.max(this.#lowest, at + 1);
    }
    return undefined;
  }

  /** How far the two lists are the same on a diagonal. */
  #along(at: number, from: number): number {
    const [before, after] = [this.#before, this.#after];
    let x = from;
    while (x < before.length && x - at < after.length && before[x] === after[x - at]) x++;
    return x;
  }

  /** Where the last of so many edits leads on a diagonal, and from which diagonal it comes. */
  #stepTo(edits: number, at: number): { readonly x: number; readonly from: number } {
    const row = this.#reached[edits - 1];
    const below = row?.[(at - 1 + edits - 1) / 2] ?? nowhere;
    const above = row?.[(at + 1 + edits - 1) / 2] ?? nowhere;
    const canCome = above !== nowhere && above - at - 1 >= 0 && above - at - 1 < this.#after.length;
    const canGo = below !== nowhere && below < this.#before.length;
    if (canGo && !(canCome && below < above)) return { x: below + 1, from: at - 1 };
    return { x: canCome ? above : nowhere, from: at + 1 };
  }

  /** Walks the path back from the end, and returns it in order. */
  stretchesTo(edits: number, end: number): Stretch[] {
    const back: Stretch[] = [];
    const add = (is: Stretch['is'], count: number): void => {
      const last = back.at(-1);
      if (last?.is === is) back.splice(-1, 1, { is, count: last.count + count });
      else if (count > 0) back.push({ is, count });
    };
    let at = end;
    for (let left = edits; left >= 0; left--) {
      const x = this.#reached[left]?.[(at + left) / 2] ?? 0;
      const step = left === 0 ? { x: 0, from: 0 } : this.#stepTo(left, at);
      add('kept', x - step.x);
      if (left > 0) add(step.from < at ? 'gone' : 'come', 1);
      at = step.from;
    }
    return back.reverse();
  }
}
