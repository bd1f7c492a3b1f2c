import type { Meaning } from '../knowledge/meaning.ts';
import type { Row } from '../model/policy.ts';
import { watchFromKey, watchKey } from '../model/watch.ts';
import type { Carried } from './carry.ts';
import type { Difference } from './difference.ts';

/** The kind of a watch that says of itself that it means both ways, or no longer says so. */
export const respelledWatch = 'watch-respelled';

export const sameWatch: Meaning = {
  kind: respelledWatch,
  direction: 'changes',
  say: ({ key }) => `${key[1]}: the same changes are watched as before, put otherwise.`,
};

/** Joins the removal of a watch with the addition of one that sees the same: both ways, said or unsaid. */
export function pairRespelledWatches(found: readonly Carried[]): Carried[] {
  const gone = new Map(found.flatMap((one) => keyed(one, 'removed')));
  const used = new Set<Carried>();
  const paired = found.map((one) => {
    const [[key, head] = []] = keyed(one, 'added');
    const other = key === undefined ? undefined : gone.get(key);
    if (!head || other?.difference.is !== 'removed' || one.difference.is !== 'added') return one;
    used.add(other);
    const { table } = one.difference;
    const difference: Difference = {
      table,
      is: 'replaced',
      base: other.difference.row,
      head: one.difference.row,
    };
    return { difference, carries: [] };
  });
  return paired.filter((one) => !used.has(one));
}

/** Whether a row stands for a watch of an entry or of a promise. */
export function isWatchRow({ relation }: Row): boolean {
  return relation === 'change.entry.watch' || relation === 'change.promise.watch';
}

function keyed(one: Carried, is: 'added' | 'removed'): [string, Carried][] {
  const { difference } = one;
  if (difference.is !== is || !isWatchRow(difference.row)) return [];
  const { relation, key } = difference.row;
  return [[`${relation}\t${key.slice(0, -1).join('\t')}\t${meant(key.at(-1) ?? '')}`, one]];
}

function meant(key: string): string {
  const { direction, ...watch } = watchFromKey(key);
  return watchKey(direction === undefined || direction === 'any' ? watch : { ...watch, direction });
}
