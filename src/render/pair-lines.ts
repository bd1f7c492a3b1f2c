import { likeness, wordsIn } from '../base/likeness.ts';
import type { Line } from './passage.ts';

/** With more comparisons than this, lines are not paired: all removed lines are shown, then all added ones. */
const mostComparisons = 60_000;
/** Texts less alike than this are unrelated. */
const leastAlike = 0.3;

/** A line before and after a change; one side is undefined if the line was added or removed. */
export interface LinePair {
  readonly before: Line | undefined;
  readonly after: Line | undefined;
}

/** Removed and added lines, where lines that are probably one edited line are paired. Both sides keep their order. */
export function pairLines(gone: readonly Line[], come: readonly Line[]): LinePair[] {
  if (gone.length === 0 || come.length === 0 || gone.length * come.length > mostComparisons)
    return [...gone.map(asGone), ...come.map(asCome)];
  const best = bestFrom(gone, come);
  const at = (g: number, c: number): number => best[g]?.[c]?.total ?? 0;
  const nextPair = (g: number, c: number): LinePair => {
    const [before, after] = [gone[g], come[c]];
    if (!before || !after || best[g]?.[c]?.paired) return { before, after };
    return at(g + 1, c) >= at(g, c + 1) ? asGone(before) : asCome(after);
  };
  const pairs: LinePair[] = [];
  let [g, c] = [0, 0];
  while (g < gone.length || c < come.length) {
    const pair = nextPair(g, c);
    pairs.push(pair);
    g += pair.before ? 1 : 0;
    c += pair.after ? 1 : 0;
  }
  return pairs;
}

function asGone(line: Line): LinePair {
  return { before: line, after: undefined };
}

function asCome(line: Line): LinePair {
  return { before: undefined, after: line };
}

interface Cell {
  /** The best total likeness of the lines from here on. */
  readonly total: number;
  /** Whether that total pairs the first line of each side. */
  readonly paired: boolean;
}

/**
 * For every pair of starting lines, the best pairing of the rest: the longest common subsequence, weighted by
 * likeness.
 */
function bestFrom(gone: readonly Line[], come: readonly Line[]): readonly (readonly Cell[])[] {
  const [a, b] = [gone.map((line) => wordsIn(line.words)), come.map((line) => wordsIn(line.words))];
  const table: Cell[][] = [[]];
  for (let g = gone.length - 1; g >= 0; g -= 1) {
    const below = table[0] ?? [];
    const row: Cell[] = [];
    for (let c = come.length - 1; c >= 0; c -= 1) {
      const together = worth(gone[g], come[c], likeness(a[g] ?? new Map(), b[c] ?? new Map()));
      const apart = Math.max(below[c]?.total ?? 0, row[c + 1]?.total ?? 0);
      const total = together === 0 ? 0 : together + (below[c + 1]?.total ?? 0);
      row[c] = { total: Math.max(total, apart), paired: total > apart };
    }
    table.unshift(row);
  }
  return table;
}

/**
 * Lines with different keys are never paired. Lines with the same label are always the same statement, whatever they
 * say.
 */
function worth(gone: Line | undefined, come: Line | undefined, alike: number): number {
  if (gone?.key !== come?.key) return 0;
  const labelled = gone !== undefined && !['text', 'summary', 'row'].includes(gone.key);
  return labelled ? 1 + alike : alike < leastAlike ? 0 : alike;
}
