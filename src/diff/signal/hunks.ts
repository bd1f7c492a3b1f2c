import { diffArrays } from 'diff';
import type { Token } from './tokens.ts';

/** Half-open ranges of tokens, before and after, that differ between two equal stretches. */
export interface Hunk {
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

/** Beyond this many edits two texts have nothing in common worth finding. */
const mostEdits = 1000;

export function hunksBetween(before: readonly Token[], after: readonly Token[]): Hunk[] {
  const [keys, others] = [before, after].map((tokens) => tokens.map(({ key }) => key));
  const parts =
    keys && others && leastEdits(keys, others) <= mostEdits
      ? diffArrays(keys, others, { maxEditLength: mostEdits })
      : undefined;
  if (!parts) return [{ before: [0, before.length], after: [0, after.length] }];
  const hunks: Hunk[] = [];
  let [b, a, startB, startA] = [0, 0, 0, 0];
  const close = (): void => {
    if (b > startB || a > startA) hunks.push({ before: [startB, b], after: [startA, a] });
  };
  for (const { added, removed, value } of parts) {
    if (added) a += value.length;
    else if (removed) b += value.length;
    else {
      close();
      [b, a] = [b + value.length, a + value.length];
      [startB, startA] = [b, a];
    }
  }
  close();
  return hunks;
}

/** How many words are on one side only, wherever they stand: no fewer edits lead from one to the other. */
function leastEdits(before: readonly string[], after: readonly string[]): number {
  const more = new Map<string, number>();
  for (const key of before) more.set(key, (more.get(key) ?? 0) + 1);
  for (const key of after) more.set(key, (more.get(key) ?? 0) - 1);
  return [...more.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}
