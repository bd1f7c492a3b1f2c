import { append } from '../base/group.ts';
import { onDemand } from '../base/on-demand.ts';
import type { Audience, Box } from './audience.ts';
import type { Dimension } from './limit.ts';

/** Dimensions in which other names are other readers; a region may lie within another. */
const named = ['product', 'channel', 'group'] as const satisfies readonly Dimension[];

/** Of fewer, all are looked at. */
const fewest = 16;

interface Index {
  /** Places of what is for all names, in part at least. */
  readonly open: readonly number[];
  readonly byName: ReadonlyMap<string, readonly number[]>;
}

/**
 * Answers which of many, in their order, may share a reader with an audience. Of hundreds of clauses most are for other
 * products or groups, and so are left out by looking names up.
 */
export function metBy<One extends { readonly readers: Audience }>(
  all: readonly One[],
): (readers: Audience) => readonly One[] {
  if (all.length < fewest) return () => all;
  const indexes = onDemand(() => named.map((dimension) => indexOf(all, dimension)));
  return (readers) => {
    const [box, ...more] = readers;
    if (!box) return [];
    if (more.length > 0) return all;
    const places = fewestPlaces(box, indexes());
    return places ? places.map((place) => all[place]).filter((one) => one !== undefined) : all;
  };
}

function fewestPlaces(box: Box, indexes: readonly Index[]): readonly number[] | undefined {
  let found: readonly (readonly number[])[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, dimension] of named.entries()) {
    const [names, index] = [box[dimension]?.in, indexes[at]];
    if (!names || !index) continue;
    const lists = [index.open, ...names.map((name) => index.byName.get(name) ?? [])];
    const size = lists.reduce((sum, list) => sum + list.length, 0);
    if (size >= least) continue;
    [found, least] = [lists, size];
  }
  return found && [...new Set(found.flat())].sort((a, b) => a - b);
}

function indexOf(all: readonly { readonly readers: Audience }[], dimension: Dimension): Index {
  const [open, byName] = [[] as number[], new Map<string, number[]>()];
  for (const [place, { readers }] of all.entries()) {
    const limits = readers.map((box) => box[dimension]?.in);
    if (limits.includes(undefined)) open.push(place);
    else for (const name of new Set(limits.flatMap((names = []) => names))) append(byName, name, place);
  }
  return { open, byName };
}
