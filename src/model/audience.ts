import { compareTexts } from '../base/compare-texts.ts';
import { append } from '../base/group.ts';
import { keptByText, keptWith } from '../base/on-demand.ts';
import {
  commonLimit,
  type Dimension,
  dimensions,
  isEmpty,
  type Limit,
  liesIn,
  limited,
  namesOf,
  remainders,
} from './limit.ts';
import type { Row } from './policy.ts';
import { isKnownRegion, partsOf } from './regions.ts';

/**
 * Readers as a set. A reader is a point in the space of `applies`: region × product × channel × group. A clause is for a
 * box in it: everybody or some in each dimension. The difference of two boxes is again a set of boxes.
 */

/** Readers within the limits of all dimensions; a dimension without a limit includes everybody. */
export type Box = Readonly<Partial<Record<Dimension, Limit>>>;

/** Readers in any of the boxes: `[]` is nobody, `[{}]` everybody. */
export type Audience = readonly Box[];

export const everybody: Audience = [{}];
export const nobody: Audience = [];

/** Whether an audience is everybody. Only a box without any limit is. */
export function isEverybody(audience: Audience): boolean {
  return audience.some((box) => Object.keys(box).length === 0);
}

/** The audience of an entity, by its rows of `applies`. */
export function audienceFrom(rows: readonly Pick<Row, 'key'>[]): Audience {
  if (rows.length === 0) return everybody;
  const named = new Map<string, string[]>();
  for (const { key } of rows) {
    const [, dimension = '', name = ''] = key;
    append(named, dimension, name);
  }
  const limits = dimensions.flatMap((dimension) => {
    const names = named.get(dimension);
    return names ? [[dimension, limited(dimension, names, [])] as const] : [];
  });
  return known([Object.fromEntries(limits)]);
}

/** The intersection. */
export function common(a: Audience, b: Audience): Audience {
  if (a === b || isEverybody(b)) return a;
  if (isEverybody(a)) return b;
  return commonOf(a)(b);
}

const commonOf = ofPairs((a, b) =>
  merged(a.flatMap((one) => b.flatMap((other) => commonBox(one, other) ?? []))),
);

/** The first without the second. */
export function without(a: Audience, b: Audience): Audience {
  if (a === b || isEverybody(b)) return nobody;
  return withoutOf(a)(b);
}

const withoutOf = ofPairs((a, b) => {
  const met = b.filter((cut) => a.some((box) => !areApart(box, cut)));
  const left = met.reduce<Audience>((rest, cut) => rest.flatMap((box) => outside(box, cut)), a);
  const untouched = left.length === a.length && left.every((box, index) => box === a[index]);
  return untouched ? a : merged(left);
});

/** The union of two. */
export function together(a: Audience, b: Audience): Audience {
  if (a === b || isEverybody(a) || b.length === 0) return a;
  return isEverybody(b) || a.length === 0 ? b : togetherOf(a)(b);
}

const togetherOf = ofPairs((a, b) => merged(b, a));

const audiences = keptByText<Audience>();

/** Of audiences that are alike, one: what was worked out for it is found again. */
function known(audience: Audience): Audience {
  const text = textOf(audience);
  return audiences(text, text.length, () => audience);
}

/** Clauses are for a few classes of readers, and what two of these share is asked for each fact that may have changed. */
function ofPairs(make: (a: Audience, b: Audience) => Audience): (a: Audience) => (b: Audience) => Audience {
  return keptWith((a: Audience) => keptWith((b: Audience) => known(make(a, b))));
}

/**
 * The union of many. If it took more boxes than anybody can read, each dimension is united by itself, which may include a
 * few more readers.
 */
export function union(audiences: readonly Audience[]): Audience {
  const distinct = [...new Set(audiences)];
  if (distinct.some(isEverybody)) return everybody;
  const boxes = distinct.flat();
  return boxes.length > boxesAtMost ? known([hullOf(boxes)]) : distinct.reduce(together, nobody);
}

const boxesAtMost = 24;

/** The smallest box that all boxes lie in, as far as names alone tell. */
function hullOf(boxes: readonly Box[]): Box {
  const limits = dimensions.flatMap((dimension) => {
    const own = boxes.map((box) => box[dimension]?.in);
    if (own.includes(undefined)) return [];
    return [
      [
        dimension,
        limited(
          dimension,
          own.flatMap((names = []) => names),
          [],
        ),
      ] as const,
    ];
  });
  return Object.fromEntries(limits);
}

/** Whether the first is a subset of the second. */
export function isWithin(a: Audience, b: Audience): boolean {
  return without(a, b).length === 0;
}

/** One audience without many others; if that would take too long to work out, some readers of those may remain. */
export function withoutAny(a: Audience, many: Iterable<Audience>): Audience {
  let left = a;
  for (const one of new Set(many)) {
    if (left.length === 0 || left.length > boxesAtMost * 4) break;
    left = without(left, one);
  }
  return left;
}

/**
 * Whether two audiences may share a reader. A region with the company's own name may lie anywhere, so only known regions
 * are certainly apart.
 */
export function mayMeet(a: Audience, b: Audience): boolean {
  return a.some((one) => b.some((other) => commonBox(unsure(one, other), unsure(other, one)) !== undefined));
}

/** A box without its limit on regions if either box has a region that nobody can place. */
function unsure(box: Box, other: Box): Box {
  const [mine = [], theirs = []] = [box.region?.in, other.region?.in];
  const placed = (names: readonly string[]): boolean => names.every(isKnownRegion);
  if (mine.length === 0 || theirs.length === 0 || placed(mine) === placed(theirs)) return box;
  const { region: _, ...rest } = box;
  return rest;
}

/** Whether two boxes certainly share no reader: most are of other products or groups, and a look tells that. */
function areApart(a: Box, b: Box): boolean {
  return dimensions.some((dimension) => {
    const [mine, theirs] = [a[dimension]?.in, b[dimension]?.in];
    return dimension !== 'region' && mine !== undefined && theirs !== undefined && !shareName(mine, theirs);
  });
}

/** Whether two sorted lists have a name in common. */
function shareName(a: readonly string[], b: readonly string[]): boolean {
  let at = 0;
  for (const name of a) {
    while (at < b.length && (b[at] ?? '') < name) at += 1;
    if (b[at] === name) return true;
  }
  return false;
}

function commonBox(a: Box, b: Box): Box | undefined {
  if (areApart(a, b)) return undefined;
  const box: Partial<Record<Dimension, Limit>> = {};
  for (const dimension of dimensions) {
    const [mine, theirs] = [a[dimension], b[dimension]];
    const limit = mine && theirs ? commonLimit(dimension, mine, theirs) : (mine ?? theirs);
    if (!limit) continue;
    if (isEmpty(limit)) return undefined;
    if (limit.in || limit.except) box[dimension] = limit;
  }
  return box;
}

/** The rest of a box, cut dimension by dimension, so that its pieces do not overlap. */
function outside(box: Box, cut: Box): Box[] {
  const shared = commonBox(box, cut);
  if (!shared) return [box];
  const pieces: Box[] = [];
  let inner = box;
  for (const dimension of dimensions) {
    const limit = cut[dimension];
    if (!limit) continue;
    for (const piece of remainders(dimension, inner[dimension] ?? {}, limit))
      pieces.push({ ...inner, [dimension]: piece });
    const within = shared[dimension];
    inner = within ? { ...inner, [dimension]: within } : inner;
  }
  return pieces;
}

/**
 * Fewer boxes for the same readers: drops boxes within others, and joins two that differ in one dimension only. Of those that are
 * settled this is known.
 */
function merged(boxes: Audience, settled: Audience = nobody): Audience {
  const count = settled.length + boxes.length;
  if (count < 2) return settled.length > 0 ? settled : boxes;
  const kept = [...settled];
  for (const box of boxes) {
    if (kept.some((one) => isBoxWithin(box, one))) continue;
    const others = kept.filter((one) => !isBoxWithin(one, box));
    const partner = others.findIndex((one) => joined(one, box) !== undefined);
    kept.length = 0;
    const both = partner === -1 ? undefined : joined(others[partner] ?? {}, box);
    kept.push(...others.filter((_, index) => both === undefined || index !== partner), both ?? box);
  }
  return kept.length < count ? merged(kept) : kept.sort(byText);
}

function isBoxWithin(box: Box, other: Box): boolean {
  return !sticksOut(box, other) && outside(box, other).length === 0;
}

/** Whether a look tells that a box is not within another: it has a name that lies in none of the other's. */
function sticksOut(box: Box, other: Box): boolean {
  return dimensions.some((dimension) => {
    const [mine, theirs] = [box[dimension]?.in, other[dimension]?.in];
    if (!theirs || !mine) return theirs !== undefined;
    const around = namesOf(theirs);
    const isWhole = (name: string): boolean => dimension !== 'region' || partsOf(name).length === 0;
    return mine.some((name) => isWhole(name) && !liesIn(dimension, name, around));
  });
}

function joined(a: Box, b: Box): Box | undefined {
  const apart = dimensions.filter(
    (dimension) => a[dimension] !== b[dimension] && textOf(a[dimension]) !== textOf(b[dimension]),
  );
  const [dimension] = apart;
  if (apart.length !== 1 || !dimension) return undefined;
  const [mine, theirs] = [a[dimension], b[dimension]];
  if (!mine?.in || !theirs?.in || mine.except || theirs.except) return undefined;
  return { ...a, [dimension]: limited(dimension, [...mine.in, ...theirs.in], []) };
}

function textOf(value: unknown): string {
  return JSON.stringify(value ?? null);
}

function byText(a: Box, b: Box): number {
  return compareTexts(textOf(a), textOf(b));
}
