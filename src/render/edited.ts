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
  const edited = alignLines(before, after).filter((pair) => pair.before?.words !== pair.after?.words);
  return edited.map((pair, at) => {
    const told = editedWords(pair.before?.words ?? '', pair.after?.words ?? '', words);
    const label = labelOf(pair);
    // An item of a list says what it is an item of, where its label is no edit and stands nowhere else.
    const isBare = label !== '' && (at === 0 || keyOf(edited[at - 1]) !== label);
    return isBare ? [text(`${label}${words.colon}`), ...told] : told;
  });
}

/** The label that a line stands below, if it does not have it itself. */
function labelOf(pair: LinePair): string {
  const line = pair.after ?? pair.before;
  return line?.look === 'fact' && !line.words.startsWith(line.key) ? line.key : '';
}

function keyOf(pair: LinePair | undefined): string {
  return (pair?.after ?? pair?.before)?.key ?? '';
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
