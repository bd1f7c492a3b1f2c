import { keptByText } from '../base/on-demand.ts';
import { editPath } from './edit-path.ts';

/** Beyond this many edits two texts are shown as two texts. */
const mostEdits = 400;

/** Words of a text that stay, when both are the same, or that became others. One after another they are both texts. */
export interface Run {
  readonly before: string;
  readonly after: string;
}

const known = keptByText<readonly Run[]>();

/** What stays of a text and what became other words; all of it, when most of it did. A report asks for it again and again. */
export function runsOf(before: string, after: string): readonly Run[] {
  return known(`${before.length} ${before}${after}`, before.length + after.length, () =>
    runsBetween(before, after),
  );
}

function runsBetween(before: string, after: string): readonly Run[] {
  const whole = [{ before, after }];
  if (before === '' || after === '') return whole;
  const [gone, come] = [piecesOf(before), piecesOf(after)];
  const path = editPath(gone, come, mostEdits);
  if (path === undefined) return whole;
  let [b, a] = [0, 0];
  const runs = joinRuns(
    path.map(({ is, count }) => {
      const [old, now] = [is === 'come' ? 0 : count, is === 'gone' ? 0 : count];
      [b, a] = [b + old, a + now];
      return { before: gone.slice(b - old, b).join(''), after: come.slice(a - now, a).join('') };
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
