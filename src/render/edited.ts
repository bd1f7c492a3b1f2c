import { diffArrays } from 'diff';
import type { PhrasingContent } from 'mdast';
import { type Edit, text } from './nodes.ts';
import { type LinePair, pairLines } from './pair-lines.ts';
import type { Line } from './passage.ts';
import type { Words } from './words.ts';

/** Beyond this many edits two texts are shown as two texts. */
const mostEdits = 400;

/** Words of a text that stay, when both are the same, or that became others. One after another they are both texts. */
export interface Run {
  readonly before: string;
  readonly after: string;
}

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
  const runs = runsOf(before, after);
  return runs.flatMap((run): PhrasingContent[] =>
    run.before === run.after
      ? [text(run.after)]
      : [...edit('removed', run.before, words), ...edit('added', run.after, words)],
  );
}

/** What stays of a text and what became other words; all of it, when most of it did. */
export function runsOf(before: string, after: string): Run[] {
  const whole = [{ before, after }];
  if (before === '' || after === '') return whole;
  const parts = diffArrays(piecesOf(before), piecesOf(after), { maxEditLength: mostEdits });
  if (parts === undefined) return whole;
  const runs = joinRuns(
    parts.map(({ added, removed, value }) => {
      const shown = value.join('');
      return { before: added ? '' : shown, after: removed ? '' : shown };
    }),
  );
  const kept = runs.reduce((sum, run) => sum + (run.before === run.after ? run.after.length : 0), 0);
  return kept * 3 < Math.max(before.length, after.length) ? whole : runs;
}

/** Edits that only white space or a mark stands between are one. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  runs.forEach((run, index) => {
    const last = joined.at(-1);
    const open = last !== undefined && last.before !== last.after;
    const slight = run.before !== run.after || (index < runs.length - 1 && /^[\s\p{P}]*$/u.test(run.after));
    if (open && slight)
      joined.splice(-1, 1, { before: last.before + run.before, after: last.after + run.after });
    else joined.push(run);
  });
  return joined;
}

/** Nothing where there are no words. */
export function edit(is: Edit['is'], value: string, words: Words): Edit[] {
  return value === '' ? [] : [{ type: 'edit', is, label: words.editWords[is], children: [text(value)] }];
}

/** Words, marks and the space between them; Chinese has no spaces, so each of its characters is a word. */
export function piecesOf(value: string): string[] {
  return value.match(/\p{Script=Han}|[^\s\p{Script=Han}\p{P}]+|\p{P}|\s+/gu) ?? [];
}
