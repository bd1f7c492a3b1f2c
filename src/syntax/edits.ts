import { keptByText } from '../base/on-demand.ts';
import { editPath } from './edit-path.ts';

/** With more edits than this, two texts are shown whole, one after the other. */
const mostEdits = 400;

/** A piece of two texts that is the same in both, or differs. Joined in order, the pieces give both texts. */
export interface Run {
  readonly before: string;
  readonly after: string;
}

const known = keptByText<readonly Run[]>();

/**
 * Splits two texts into what is the same and what differs; one single piece if most differs. Cached, since reports ask
 * repeatedly.
 */
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
  ).flatMap(bare);
  const kept = runs.reduce((sum, run) => sum + (isEdit(run) ? 0 : run.after.length), 0);
  return kept * 3 < Math.max(before.length, after.length) ? whole : runs;
}

export function isEdit({ before, after }: Run): boolean {
  return before !== after;
}

/** Joins edits that are separated by nothing but white space or punctuation. */
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

/** An edit without the white space that both its sides begin or end with, which would be shown as removed and added. */
function bare(run: Run): readonly Run[] {
  if (!isEdit(run)) return [run];
  const same = (spaceOf: (side: string) => string): string => {
    const space = spaceOf(run.before);
    return space === spaceOf(run.after) ? space : '';
  };
  const start = same((side) => side.slice(0, side.length - side.trimStart().length));
  const end = same((side) => side.slice(side.trimEnd().length));
  const shorter = Math.min(run.before.length, run.after.length);
  if (start + end === '' || start.length + end.length > shorter) return [run];
  const inner = (side: string): string => side.slice(start.length, side.length - end.length);
  return [
    { before: start, after: start },
    { before: inner(run.before), after: inner(run.after) },
    { before: end, after: end },
  ].filter(({ before, after }) => before + after !== '');
}

/** Words, punctuation and white space; each Han character is a word, since Chinese has no spaces. */
function piecesOf(value: string): string[] {
  return value.match(/\p{Script=Han}|[^\s\p{Script=Han}\p{P}]+|\p{P}|\s+/gu) ?? [];
}
