import type { Hunk } from '../../syntax/hunks.ts';
import type { Reading } from './reading.ts';
import { type Range, saySame, type Token } from './tokens.ts';

/**
 * What marks may turn that change alone. Beside a negation they may reverse it: `不，同意` and `不同意`, `无鸡，鸭也可` and
 * `无鸡鸭，也可`. A comma decides whether all hats are meant: `Hats, which we open, …`. `We ask?` does not say what `We ask.`
 * says; but a heading may be a question.
 */
export function markSignal(hunk: Hunk, before: Reading, after: Reading): 'negation' | 'clause' | undefined {
  const marks = [before.tokens.slice(...hunk.before), after.tokens.slice(...hunk.after)];
  if (!marks.flat().every(({ is }) => is === 'mark')) return undefined;
  if (besideNegation(before, hunk.before) || besideNegation(after, hunk.after)) return 'negation';
  const [asked, asks] = marks.map((side) => side.some(({ key, heading }) => key === '?' && !heading));
  const opensClause = /^(?:which|who|whose|whom|because)$/.test(before.tokens[hunk.before[1]]?.key ?? '');
  return opensClause || asked !== asks ? 'clause' : undefined;
}

/** How many characters a negation reaches in Chinese, whose clauses are short. */
const shortClause = 3;

function besideNegation({ tokens, words }: Reading, [start, end]: Range): boolean {
  const isNegation = (at: number): boolean =>
    words.nameOf(tokens[at]?.key.toLowerCase() ?? '') === 'negation';
  if (isNegation(start - 1) || isNegation(end)) return true;
  for (let at = start - 1; at >= start - 1 - shortClause && tokens[at]?.is === 'character'; at--)
    if (isNegation(at)) return true;
  return false;
}

/** Whether marks moved among the words that both texts have, apart from other low changes; links do not matter. */
export function isMarkMoved(hunks: readonly Hunk[], before: Reading, after: Reading): boolean {
  const wordsIn = ({ tokens }: Reading, range: Range = [0, tokens.length]): readonly Token[] =>
    tokens.slice(...range).filter(({ is }) => is !== 'mark' && is !== 'link');
  const isReset = saySame(wordsIn(before), wordsIn(after));
  const worded = hunks.filter(
    (hunk) => !isReset && wordsIn(before, hunk.before).length + wordsIn(after, hunk.after).length > 0,
  );
  const kept = ({ tokens, low }: Reading, side: 'before' | 'after'): readonly Token[] => {
    const changed = new Set(worded.flatMap((hunk) => [...tokens.keys()].slice(...hunk[side])));
    return tokens.filter(
      ({ is }, at) => is !== 'link' && !changed.has(at) && (is !== 'mark' || low[at] === ''),
    );
  };
  const [one, other] = [kept(before, 'before'), kept(after, 'after')];
  const [marks, others] = [one, other].map((list) => list.filter(({ is }) => is === 'mark'));
  const isSame = isReset && marks && others && saySame(marks, others);
  return !saySame(one, other) && (isSame || arePausesMoved(one, other));
}

/** Whether pauses are between other words, or two of them swapped: `…, if asked we …`, `… if asked. We …`. */
function arePausesMoved(before: readonly Token[], after: readonly Token[]): boolean {
  const pauses = (tokens: readonly Token[], kinds: string): readonly string[] => {
    let words = 0;
    return tokens.flatMap(({ is, key }) => {
      if (is !== 'mark') words++;
      return kinds.includes(key) ? [`${words} ${key === ','}`] : [];
    });
  };
  const place = (pause: string | undefined): string | undefined => pause?.split(' ')[0];
  // `Hats, caps; if asked` and `Hats; caps if asked`: the stronger pauses alone.
  return ['.,;:!?', '.;!?'].some((kinds) => {
    const [one, other] = [pauses(before, kinds), pauses(after, kinds)];
    return (
      one.length === other.length &&
      (one.some((pause, at) => place(pause) !== place(other[at])) ||
        one.filter((pause, at) => pause !== other[at]).length > 1)
    );
  });
}

/** Whether a cell of a table is filled or emptied: then other words of the row may be under another head. */
export function isCell(hunk: Hunk, before: Reading, after: Reading): boolean {
  const bars = ({ tokens }: Reading, [start, end]: Range = [0, tokens.length]): number =>
    tokens.slice(start, end).filter(({ key }) => key === '|').length;
  if (bars(before) === 0 || bars(after) === 0) return false;
  if (bars(before, hunk.before) !== bars(after, hunk.after))
    return bars(before) === bars(after) || hunk.before[1] < before.tokens.length;
  const isEmpty = ([start, end]: Range): boolean => start === end;
  return (
    isEmpty(hunk.before) !== isEmpty(hunk.after) &&
    fillsCell(before, hunk.before) &&
    fillsCell(after, hunk.after)
  );
}

function fillsCell({ tokens }: Reading, [start, end]: Range): boolean {
  const isBar = (at: number): boolean => tokens[at]?.key === '|';
  return (start === 0 || isBar(start - 1)) && (end === tokens.length || isBar(end));
}
