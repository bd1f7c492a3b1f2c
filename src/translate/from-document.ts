import type { Unit } from './exchange.ts';
import type { Original, TextState } from './texts.ts';

/** What a document in another language gives a policy. */
export interface FromDocument {
  readonly units: readonly Unit[];
  /** What has more, fewer or other parts there: of those the title alone is taken over. */
  readonly apart: readonly Apart[];
}

/** A chapter, or a clause with those after it that have no title. */
export interface Apart {
  readonly id: string;
  readonly ours: number;
  readonly theirs: number;
}

/** A clause, a chapter or the policy, by its id, with its title and text. */
type Part = readonly [owner: string, texts: ReadonlyMap<string, Original>];

/** A part and its counterpart. */
interface Pair {
  readonly ours: Part;
  readonly theirs: Part;
  readonly apart?: Apart;
}

/**
 * Takes a published translation apart, by what stands where: its chapters, the titles in each and the parts below each
 * title are those of the policy in the same order. Only what has no translation yet is given. Undefined if there are more
 * or fewer chapters.
 */
export function unitsFrom(
  states: readonly TextState[],
  document: readonly Original[],
): FromDocument | undefined {
  const [ours, theirs] = [states, document].map(partsByChapter) as [readonly Part[][], readonly Part[][]];
  if (ours.length !== theirs.length) return undefined;
  const pairs = ours.flatMap((parts, at) => pairsIn(parts, theirs[at] ?? []));
  const idOf = new Map(pairs.map((pair) => [pair.theirs[0], pair.ours[0]]));
  const missing = new Set<Original>(states.filter(({ state }) => state === 'missing'));
  return {
    units: pairs.flatMap(({ ours: [, texts], theirs: [, others], apart }) =>
      [...texts].flatMap(([field, text]) => {
        const target = apart && field !== 'title' ? undefined : others.get(field)?.text;
        return target === undefined || !missing.has(text) ? [] : [unitOf(text, withIds(target, idOf))];
      }),
    ),
    apart: pairs.flatMap(({ apart }) => apart ?? []),
  };
}

/** The titles and texts of each chapter in reading order. What the chapter itself says is its first part. */
function partsByChapter(originals: readonly Original[]): readonly Part[][] {
  const chapters = new Map<string, Map<string, Map<string, Original>>>();
  for (const one of originals) {
    if (one.field !== 'title' && one.field !== 'text') continue;
    const parts = chapters.get(one.chapter) ?? new Map<string, Map<string, Original>>();
    const texts = parts.get(one.owner) ?? new Map<string, Original>();
    chapters.set(one.chapter, parts.set(one.owner, texts.set(one.field, one)));
  }
  return [...chapters.values()].map((parts) => [...parts]);
}

/** The parts of a chapter below each of its titles. */
function pairsIn(ours: readonly Part[], theirs: readonly Part[]): readonly Pair[] {
  const [mine, others] = [sectionsOf(ours), sectionsOf(theirs)];
  return mine.length === others.length
    ? mine.flatMap((section, at) => pairsOf(section, others[at] ?? []))
    : titlesOf(ours, theirs);
}

function pairsOf(ours: readonly Part[], theirs: readonly Part[]): readonly Pair[] {
  if (shapeOf(ours) !== shapeOf(theirs)) return titlesOf(ours, theirs);
  return ours.flatMap((part, at) => {
    const other = theirs[at];
    return other ? [{ ours: part, theirs: other }] : [];
  });
}

function titlesOf(ours: readonly Part[], theirs: readonly Part[]): readonly Pair[] {
  const [[first], [other]] = [ours, theirs];
  if (!first || !other) return [];
  const apart = { id: first[0], ours: ours.length, theirs: theirs.length };
  return [{ ours: first, theirs: other, apart }];
}

function sectionsOf(parts: readonly Part[]): readonly Part[][] {
  const sections: Part[][] = [];
  for (const part of parts) {
    if (sections.length === 0 || part[1].has('title')) sections.push([part]);
    else sections.at(-1)?.push(part);
  }
  return sections;
}

/** Which parts have a title, and which a text. */
function shapeOf(parts: readonly Part[]): string {
  return parts.map(([, texts]) => [...texts.keys()].sort().join('+')).join();
}

function unitOf({ owner, field, mark, text }: Original, target: string): Unit {
  return { owner, field, mark, state: 'translated', source: text, target, was: '' };
}

/** A link to a part of the document leads to that of the policy. */
function withIds(text: string, idOf: ReadonlyMap<string, string>): string {
  return text.replace(/\]\(#([a-z0-9-]+)\)/g, (link, id: string) => {
    const ours = idOf.get(id);
    return ours === undefined ? link : `](#${ours})`;
  });
}
