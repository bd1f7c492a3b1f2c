import { editPath } from './edit-path.ts';

/** An item that is compared by its key. */
interface Keyed {
  readonly key: string;
}

/** A difference between two equal stretches: half-open ranges in both lists. */
export interface Hunk {
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

/** With more edits than this, two texts have nothing in common that is worth finding. */
const mostEdits = 600;

/** The differences between two lists; see `editPath`. */
export function hunksBetween(before: readonly Keyed[], after: readonly Keyed[]): Hunk[] {
  const keysOf = (tokens: readonly Keyed[]): string[] => tokens.map(({ key }) => key);
  const path = editPath(keysOf(before), keysOf(after), mostEdits);
  if (!path) return [{ before: [0, before.length], after: [0, after.length] }];
  const hunks: Hunk[] = [];
  let [b, a, startB, startA] = [0, 0, 0, 0];
  const close = (): void => {
    if (b > startB || a > startA) hunks.push({ before: [startB, b], after: [startA, a] });
  };
  for (const { is, count } of path) {
    if (is === 'come') a += count;
    else if (is === 'gone') b += count;
    else {
      close();
      [b, a] = [b + count, a + count];
      [startB, startA] = [b, a];
    }
  }
  close();
  return hunks;
}
