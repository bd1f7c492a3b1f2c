import { type Half, type Meaning, meaning, type ValueKnowledge, type Values } from './meaning.ts';

/** What it means when a row names somebody else, or the same one otherwise. */
interface Naming {
  readonly replaced: Half;
  /** Nobody was named and now somebody is, and the other way round; both are as if replaced where nothing is said. */
  readonly first?: readonly [named: Half, unnamed: Half];
  /** The row says that it is the same one: see `formerName`. */
  readonly renamed: Half;
  /** By a value that says better who it is, where the row states one: then this one is only what it is called. */
  readonly called?: { readonly unless: string; readonly words: Half };
}

/**
 * A value that says who somebody is. Another name is somebody else, unless the row that has it says that the same one
 * had the other until then; a name is also the same one's when it returns to what it was.
 */
export function naming({ replaced, renamed, first, called }: Naming): ValueKnowledge {
  const another: Meaning = { ...meaning(replaced), replaces: true };
  const same: Meaning = { ...meaning(renamed), declared: true };
  const said = first?.map(meaning) ?? [];
  const [named = another, unnamed = another] = said;
  const shown: Meaning[] = called ? [{ ...meaning(called.words), aside: true }] : [];
  const isFormer = (values: Values | undefined, name: unknown): boolean =>
    name !== undefined && values?.[formerName] === name;
  return {
    // Each mirrors itself, so that all but the last stand there twice.
    meanings: [another, another, ...said, same, ...(called ? [same] : []), ...shown],
    compare: (before, after, rows) => {
      const [display] = shown;
      if (called && display && rows?.some((row) => row[called.unless] !== undefined)) return display;
      // A name that is said no more is nobody’s other name.
      if (before === undefined) return named;
      if (after === undefined) return unnamed;
      return isFormer(rows?.[1], before) || isFormer(rows?.[0], after) ? same : another;
    },
  };
}

/** The value by which a row declares that its company had another name. */
const formerName = 'formerName';

/**
 * For a list of what a clause, or an entry of its register, says: its first member is said and its last one is not said
 * any more, which nobody can take for its being over.
 */
export function saidOf(
  name: string,
  what: string,
  of = '',
): { readonly named: readonly [first: Half, last: Half] } {
  return {
    named: [
      [`${name}-stated`, 'expands', `{0} now says ${what}: ${of}{last}.`],
      [`${name}-unstated`, 'narrows', `{0} no longer says ${what}; it was: ${of}{last}.`],
    ],
  };
}
