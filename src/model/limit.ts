import { keptWith } from '../base/on-demand.ts';
import { partsOf, regionAround } from './regions.ts';

/** The dimensions of `applies`, and what a clause may say of one of them. */

export const dimensions = ['region', 'product', 'channel', 'group'] as const;
export type Dimension = (typeof dimensions)[number];

/** The limit of one dimension: whoever is in any of `in` (everybody if absent) and in none of `except`. */
export interface Limit {
  readonly in?: readonly string[];
  readonly except?: readonly string[];
}

/** The canonical form of a limit. */
export function limitOf(dimension: Dimension, { in: names, except = [] }: Limit): Limit {
  return limited(dimension, names, except);
}

/** The canonical form of a limit: no name twice or within another, and no exception without effect. */
export function limited(
  dimension: Dimension,
  names: readonly string[] | undefined,
  exceptions: readonly string[],
): Limit {
  const lost = outermost(dimension, exceptions);
  if (!names) return lost.length === 0 ? {} : { except: lost };
  const gone = new Set(lost);
  const left = outermost(
    dimension,
    gone.size === 0 ? names : names.flatMap((name) => survivors(dimension, name, gone)),
  );
  const around = new Set(left);
  const except = lost.filter((name) => liesIn(dimension, name, around));
  return except.length === 0 ? { in: left } : { in: left, except };
}

/** What exceptions leave of a name: the remaining parts, if all its parts are known. */
function survivors(dimension: Dimension, name: string, lost: ReadonlySet<string>): readonly string[] {
  if (liesIn(dimension, name, lost)) return [];
  const inner = dimension === 'region' ? partsOf(name) : [];
  const itself = new Set([name]);
  const cut = inner.length > 0 && [...lost].some((one) => isInside(one, itself));
  return cut ? inner.flatMap((part) => survivors(dimension, part, lost)) : [name];
}

/** The outermost names, sorted; all parts of a region together are that region. */
function outermost(dimension: Dimension, names: readonly string[]): string[] {
  const found = new Set(names);
  if (dimension === 'region') {
    for (const region of ['EU', 'EEA']) {
      const inner = partsOf(region);
      if (inner.every((part) => found.has(part))) found.add(region);
    }
  }
  return [...found].filter((name) => dimension !== 'region' || !isInside(name, found)).sort();
}

function isInside(name: string, regions: ReadonlySet<string>): boolean {
  const around = regionAround(name);
  return around !== undefined && (regions.has(around) || isInside(around, regions));
}

/** Whether a name is one of some, or lies in one of them. */
export function liesIn(dimension: Dimension, name: string, names: ReadonlySet<string>): boolean {
  return names.has(name) || (dimension === 'region' && isInside(name, names));
}

/** What is left of a limit without another. */
export function remainders(dimension: Dimension, { in: names, except = [] }: Limit, cut: Limit): Limit[] {
  const left = cut.in ? limited(dimension, names, [...except, ...cut.in]) : { in: [] };
  const back = cut.except?.length
    ? commonLimit(dimension, { ...limited(dimension, names, except) }, { in: cut.except })
    : { in: [] };
  return [left, back].filter((one) => !isEmpty(one));
}

/** What two limits share. */
export function commonLimit(dimension: Dimension, a: Limit, b: Limit): Limit {
  const except = [...(a.except ?? []), ...(b.except ?? [])];
  if (!a.in || !b.in) return limited(dimension, a.in ?? b.in, except);
  const [mine, theirs] = [a.in, b.in];
  // Most limits name products and groups: none lies in another, and what two canonical limits share is canonical.
  if (dimension !== 'region' && except.length === 0) {
    const around = namesOf(theirs);
    return { in: mine.filter((name) => around.has(name)) };
  }
  const inner = (names: readonly string[], others: readonly string[]): string[] => {
    const around = namesOf(others);
    return names.filter((name) => liesIn(dimension, name, around));
  };
  return limited(dimension, [...inner(mine, theirs), ...inner(theirs, mine)], except);
}

/** Whether nobody is within it. */
export function isEmpty(limit: Limit): boolean {
  return limit.in?.length === 0;
}

/** The names of a limit, to look one up. */
export const namesOf = keptWith((names: readonly string[]) => new Set(names));
