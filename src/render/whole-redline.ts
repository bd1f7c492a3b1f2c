import { diffArrays } from 'diff';
import { alignLines } from './edited.ts';
import type { LinePair } from './pair-lines.ts';
import type { Passage } from './passage.ts';

/** A passage of a text with its edits: all of its lines, those that stay included. */
export interface RedlinedPassage {
  /** Its id in the later text, or in the earlier one when only that has it. */
  readonly id: string;
  readonly lines: readonly LinePair[];
}

/**
 * A whole text with its edits: without what was taken out it is the later text, without what was put in the earlier
 * one, word for word and in order. A passage that changed places is taken out in one and put in at the other.
 */
export function wholeRedline(
  before: readonly Passage[],
  after: readonly Passage[],
  renamed: Readonly<Record<string, string>>,
): RedlinedPassage[] {
  const called = ({ id }: Passage): string => renamed[id] ?? id;
  const [bases, heads] = [before.values(), after.values()];
  return diffArrays(
    before.map(called),
    after.map(({ id }) => id),
  ).flatMap(({ added, removed, value }) =>
    value.map((id) => {
      const base = added ? undefined : bases.next().value;
      const head = removed ? undefined : heads.next().value;
      return { id, lines: alignLines(base?.lines ?? [], head?.lines ?? []) };
    }),
  );
}
