import { append } from '../base/group.ts';
import type { Unit } from './exchange.ts';
import type { Original, TextState } from './texts.ts';

/** What a document in another language gives a policy. */
export interface FromDocument {
  readonly units: readonly Unit[];
  /** Chapters of the policy with more, fewer or other parts than there: none of those is taken over. */
  readonly apart: readonly Apart[];
}

export interface Apart {
  readonly chapter: string;
  readonly ours: number;
  readonly theirs: number;
}

/** A clause, a chapter or the policy, by its id, with its title and text. */
type Part = readonly [owner: string, texts: ReadonlyMap<string, Original>];

/**
 * Takes a published translation apart, by what stands where: its chapters, and the parts of each, are those of the policy
 * in the same order. Only what has no translation yet is given. Undefined if there are more or fewer chapters.
 */
export function unitsFrom(
  states: readonly TextState[],
  document: readonly Original[],
): FromDocument | undefined {
  const [ours, theirs] = [partsByChapter(states), partsByChapter(document)];
  if (ours.size !== theirs.size) return undefined;
  const chapters = [...ours].map(([chapter, parts], at) => ({
    chapter,
    parts,
    others: [...theirs.values()][at] ?? [],
  }));
  const alike = chapters.flatMap(({ parts, others }): (readonly [Part, Part])[] => {
    const all = parts.map((part, at) => [part, others[at] ?? part] as const);
    return isAlike(parts, others) ? all : all.slice(0, 1);
  });
  const idOf = new Map(alike.map(([[owner], [theirs]]) => [theirs, owner]));
  const missing = new Set<Original>(states.filter(({ state }) => state === 'missing'));
  return {
    units: alike.flatMap(([[, texts], [, others]]) =>
      [...texts].flatMap(([field, text]) => {
        const target = others.get(field)?.text;
        return target === undefined || !missing.has(text) ? [] : [unitOf(text, withIds(target, idOf))];
      }),
    ),
    apart: chapters
      .filter(({ parts, others }) => !isAlike(parts, others))
      .map(({ chapter, parts, others }) => ({ chapter, ours: parts.length - 1, theirs: others.length - 1 })),
  };
}

/** The titles and texts of each chapter in reading order. What the chapter itself says is its first part. */
function partsByChapter(originals: readonly Original[]): ReadonlyMap<string, readonly Part[]> {
  const chapters = new Map<string, Original[]>();
  for (const one of originals)
    if (one.field === 'title' || one.field === 'text') append(chapters, one.chapter, one);
  return new Map(
    [...chapters].map(([chapter, texts]) => {
      const owners = [...new Set(texts.map(({ owner }) => owner))];
      return [
        chapter,
        owners.map(
          (owner): Part => [
            owner,
            new Map(texts.filter((one) => one.owner === owner).map((one) => [one.field, one])),
          ],
        ),
      ];
    }),
  );
}

/** Whether each part has a title and a text where its counterpart has one. */
function isAlike(ours: readonly Part[], theirs: readonly Part[]): boolean {
  const shapeOf = (parts: readonly Part[]): string =>
    parts.map(([, texts]) => [...texts.keys()].sort().join('+')).join();
  return shapeOf(ours) === shapeOf(theirs);
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
