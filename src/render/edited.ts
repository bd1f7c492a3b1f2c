import { diffArrays } from 'diff';
import type { PhrasingContent } from 'mdast';
import { isEdit, runsOf } from '../syntax/edits.ts';
import { type Edit, text } from './nodes.ts';
import { type LinePair, pairLines } from './pair-lines.ts';
import type { Line } from './passage.ts';
import type { Words } from './words.ts';

/** Every line of two passages: read down one side, each text is whole and in its own order. */
export function alignLines(before: readonly Line[], after: readonly Line[]): LinePair[] {
  const lines: LinePair[] = [];
  let [gone, come]: [Line[], Line[]] = [[], []];
  const close = (): void => {
    lines.push(...pairLines(gone, come));
    [gone, come] = [[], []];
  };
  const heads = [...after];
  const same = (a: Line, b: Line): boolean => a.key === b.key && a.words === b.words;
  for (const { added, removed, value } of diffArrays([...before], heads, { comparator: same })) {
    if (added) come = [...come, ...value];
    else if (removed) gone = [...gone, ...value];
    else {
      close();
      lines.push(...value.map((line) => ({ before: line, after: line })));
    }
  }
  close();
  return lines;
}

/** The lines that differ between two passages, each with what was taken out of it and what was put in. */
export function editedLines(
  before: readonly Line[],
  after: readonly Line[],
  words: Words,
): (readonly PhrasingContent[])[] {
  return alignLines(before, after)
    .filter((pair) => pair.before?.words !== pair.after?.words)
    .map((pair) => editedWords(pair.before?.words ?? '', pair.after?.words ?? '', words));
}

/** One text with its edits. When most of it is other words, the old text and the new one. */
export function editedWords(before: string, after: string, words: Words): PhrasingContent[] {
  return runsOf(before, after).flatMap((run): PhrasingContent[] =>
    isEdit(run)
      ? [...edit('removed', run.before, words), ...edit('added', run.after, words)]
      : [text(run.after)],
  );
}

/** Nothing where there are no words. */
export function edit(is: Edit['is'], value: string, words: Words): Edit[] {
  return value === '' ? [] : [{ type: 'edit', is, label: words.editWords[is], children: [text(value)] }];
}
