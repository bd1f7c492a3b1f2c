import { diffArrays } from 'diff';
import type { PhrasingContent } from 'mdast';
import { type Edit, text } from './nodes.ts';
import type { Line } from './passage.ts';
import type { Words } from './words.ts';

/** Beyond this many edits two texts are shown as two texts. */
const mostEdits = 400;

/** The lines that differ between two passages, each with what was taken out of it and what was put in. */
export function editedLines(
  before: readonly Line[],
  after: readonly Line[],
  words: Words,
): (readonly PhrasingContent[])[] {
  const lines: (readonly PhrasingContent[])[] = [];
  let gone: Line[] = [];
  let come: Line[] = [];
  const close = (): void => {
    for (const line of come) {
      const same = gone.find(({ key }) => key === line.key);
      gone = gone.filter((one) => one !== same);
      lines.push(editedWords(same?.words ?? '', line.words, words));
    }
    lines.push(...gone.map((line) => editedWords(line.words, '', words)));
    [gone, come] = [[], []];
  };
  const parts = diffArrays([...before], [...after], {
    comparator: (a, b) => a.key === b.key && a.words === b.words,
  });
  for (const { added, removed, value } of parts) {
    if (added) come = [...come, ...value];
    else if (removed) gone = [...gone, ...value];
    else close();
  }
  close();
  return lines;
}

/** One text with its edits. When most of it is other words, the old text and the new one. */
export function editedWords(before: string, after: string, words: Words): PhrasingContent[] {
  const both = [edit('removed', before, words), edit('added', after, words)].flat();
  if (before === '' || after === '') return both;
  const [a, b] = [piecesOf(before), piecesOf(after)];
  const parts = diffArrays(a, b, { maxEditLength: mostEdits });
  if (parts === undefined) return spaced(both);
  const runs = joinRuns(
    parts.map(({ added, removed, value }) => {
      const shown = value.join('');
      return { before: added ? '' : shown, after: removed ? '' : shown };
    }),
  );
  const kept = runs.reduce((sum, run) => sum + (run.before === run.after ? run.after.length : 0), 0);
  if (kept * 3 < Math.max(before.length, after.length)) return spaced(both);
  return runs.flatMap((run): PhrasingContent[] =>
    run.before === run.after
      ? [text(run.after)]
      : [...edit('removed', run.before, words), ...edit('added', run.after, words)],
  );
}

interface Run {
  readonly before: string;
  readonly after: string;
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

function spaced([removed, added]: readonly PhrasingContent[]): PhrasingContent[] {
  return [removed, text(' '), added].filter((one) => one !== undefined);
}

/** Nothing where there are no words. */
export function edit(is: Edit['is'], value: string, words: Words): Edit[] {
  return value === '' ? [] : [{ type: 'edit', is, label: words.editWords[is], children: [text(value)] }];
}

/** Words, marks and the space between them; Chinese has no spaces, so each of its characters is a word. */
function piecesOf(value: string): string[] {
  return value.match(/\p{Script=Han}|[^\s\p{Script=Han}\p{P}]+|\p{P}|\s+/gu) ?? [];
}
