import { isEdit, type Run, runsOf } from '../syntax/edits.ts';
import { plainText, withNames } from '../syntax/marks.ts';
import { counted } from './counted.ts';

/** Longer exchanges are shown as two texts instead. */
const longest = 60;

/**
 * What became of the words of a text, when it fits one line: `“may keep” became “may not keep”`; of edits too far apart
 * the first of letters or digits, and how many more there are. Undefined when that does not fit.
 */
export function exchangedWords(
  before: string,
  after: string,
  meant: (id: string) => string = String,
): string | undefined {
  const [was, is] = [before, after].map((text) => plainText(withNames(text, meant))) as [string, string];
  const runs = runsOf(was, is);
  const [first, last] = [runs.findIndex(isEdit), runs.findLastIndex(isEdit)];
  if (first === -1) return undefined;
  const said = runs.findIndex((run) => !isOnlySet(run.before, run.after));
  const one = said === -1 ? first : said;
  const others = runs.filter(isEdit).length - 1;
  const more = others === 0 ? '' : `, and ${counted(others, 'more edit')}`;
  const brief = exchange(runs, one, one);
  return exchange(runs, first, last) ?? (brief && `${brief}${more}`);
}

/** What stands between two edits, both included, with a word on either side. */
function exchange(runs: readonly Run[], first: number, last: number): string | undefined {
  const [start, end] = [lastWord(runs[first - 1]), firstWord(runs[last + 1])];
  const between = runs.slice(first, last + 1);
  const [old = '', now = ''] = (['before', 'after'] as const).map((side) =>
    `${start}${between.map((run) => run[side]).join('')}${end}`.trim(),
  );
  if (!old || !now || Math.max(old.length, now.length) > longest) return undefined;
  if (cutsALink(old) || cutsALink(now)) return undefined;
  return `“${old}” became “${now}”`;
}

/** Whether words are the end of a link without its beginning, or the other way round: nobody can read such. */
function cutsALink(words: string): boolean {
  return /[[\]]/.test(words.replace(/\[[^[\]]*\](?:\([^()]*\))?/g, ''));
}

/** Chinese has no spaces, so up to four of its characters stand for a word: a name cut in two would be no name. */
function firstWord(run: Run | undefined): string {
  return /^\s*(?:\p{Script=Han}{1,4}|[^\s\p{Script=Han}]+)/u.exec(run?.after ?? '')?.[0] ?? '';
}

/** The last word with the stops after it; of Chinese, its last characters, or what stands there in other letters. */
function lastWord(run: Run | undefined): string {
  const text = run?.after ?? '';
  const word = text.slice(text.trimEnd().lastIndexOf(' ') + 1);
  if (!/\p{Script=Han}/u.test(word)) return word;
  const characters = [...word];
  const isHan = (at: number): boolean => /\p{Script=Han}/u.test(characters[at] ?? '');
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(characters[at] ?? '');
  let end = characters.length - 1;
  while (end > 0 && !isLetter(end)) end--;
  let start = end;
  const inHan = isHan(end);
  while (start > 0 && end - start < (inHan ? 3 : 23) && isLetter(start - 1) && isHan(start - 1) === inHan)
    start--;
  return characters.slice(start).join('');
}

/** Whether two texts are the same letters and digits in their order, set otherwise. */
export function isOnlySet(before: string, after: string): boolean {
  const read = (text: string): string => plainText(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return read(before) === read(after);
}
