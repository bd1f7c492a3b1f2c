import { diffArrays } from 'diff';
import { leastEdits } from '../../syntax/edits.ts';
import type { Token } from './tokens.ts';

/** Half-open ranges of tokens, before and after, that differ between two equal stretches. */
export interface Hunk {
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

/** Beyond this many edits two texts have nothing in common worth finding. */
const mostEdits = 600;

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
