import type { PhrasingContent } from 'mdast';
import { keptInOrder } from '../syntax/edit-path.ts';
import { isEdit, runsOf } from '../syntax/edits.ts';
import { type Edit, text } from './nodes.ts';
import { type LinePair, pairLines } from './pair-lines.ts';
import type { Line } from './passage.ts';
import type { Words } from './words.ts';

/** The lines of two passages side by side; each side reads as its complete text in its own order. */
export function alignLines(before: readonly Line[], after: readonly Line[]): LinePair[] {
  const keysOf = (lines: readonly Line[]): string[] => lines.map(({ key, words }) => `${key}\n${words}`);
  const kept = keptInOrder(keysOf(before), keysOf(after)) ?? [];
  let [b, h] = [0, 0];
  return [...kept, [before.length, after.length] as const].flatMap(([base, head]) => {
    const edited = pairLines(before.slice(b, base), after.slice(h, head));
    [b, h] = [base + 1, head + 1];
    const line = after[head];
    return line ? [...edited, { before: line, after: line }] : edited;
  });
}

/** The lines that differ between two passages, with the words removed and added in each. */
export function editedLines(
  before: readonly Line[],
  after: readonly Line[],
  words: Words,
): (readonly PhrasingContent[])[] {
  return alignLines(before, after)
    .filter((pair) => pair.before?.words !== pair.after?.words)
    .map((pair) => editedWords(pair.before?.words ?? '', pair.after?.words ?? '', words));
}

/** One text with its edits. If most words differ, the whole old text and then the whole new one. */
export function editedWords(before: string, after: string, words: Words): PhrasingContent[] {
  return runsOf(before, after).flatMap((run): PhrasingContent[] =>
    isEdit(run)
      ? [...edit('removed', run.before, words), ...edit('added', run.after, words)]
      : [text(run.after)],
  );
}

export function edit(is: Edit['is'], value: string, words: Words): Edit[] {
  return value === '' ? [] : [{ type: 'edit', is, label: words.editWords[is], children: [text(value)] }];
}
