import { diffArrays } from 'diff';

/** Beyond this many edits two texts are shown as two texts. */
const mostEdits = 400;

/** Words of a text that stay, when both are the same, or that became others. One after another they are both texts. */
export interface Run {
  readonly before: string;
  readonly after: string;
}

/** What stays of a text and what became other words; all of it, when most of it did. */
export function runsOf(before: string, after: string): Run[] {
  const whole = [{ before, after }];
  if (before === '' || after === '') return whole;
  const [gone, come] = [piecesOf(before), piecesOf(after)];
  const parts =
    leastEdits(gone, come) > mostEdits ? undefined : diffArrays(gone, come, { maxEditLength: mostEdits });
  if (parts === undefined) return whole;
  const runs = joinRuns(
    parts.map(({ added, removed, value }) => {
      const shown = value.join('');
      return { before: added ? '' : shown, after: removed ? '' : shown };
    }),
  );
  const kept = runs.reduce((sum, run) => sum + (isEdit(run) ? 0 : run.after.length), 0);
  return kept * 3 < Math.max(before.length, after.length) ? whole : runs;
}

/** Whether words became others. */
export function isEdit({ before, after }: Run): boolean {
  return before !== after;
}

/** Edits that only white space or a mark stands between are one. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  runs.forEach((run, index) => {
    const last = joined.at(-1);
    const open = last !== undefined && isEdit(last);
    const slight = isEdit(run) || (index < runs.length - 1 && /^[\s\p{P}]*$/u.test(run.after));
    if (open && slight)
      joined.splice(-1, 1, { before: last.before + run.before, after: last.after + run.after });
    else joined.push(run);
  });
  return joined;
}

/** Words, marks and the space between them; Chinese has no spaces, so each of its characters is a word. */
function piecesOf(value: string): string[] {
  return value.match(/\p{Script=Han}|[^\s\p{Script=Han}\p{P}]+|\p{P}|\s+/gu) ?? [];
}

/** How many words are on one side only, wherever they stand: no fewer edits lead from one to the other. */
export function leastEdits(before: readonly string[], after: readonly string[]): number {
  const more = new Map<string, number>();
  for (const key of before) more.set(key, (more.get(key) ?? 0) + 1);
  for (const key of after) more.set(key, (more.get(key) ?? 0) - 1);
  return [...more.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}
