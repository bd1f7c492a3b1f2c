import { type Diagnostic, messageOf } from '../base/diagnostic.ts';
import { isRule } from '../base/messages-rules.ts';
import type { Place, SourceFile } from '../base/place.ts';
import { isPlain, isUnquoted } from '../check/fix.ts';
import type { Edit } from './edits.ts';
import { offersOf } from './offers.ts';
import type { Range } from './spots.ts';
import type { PolicyView } from './view.ts';
import { waiveEdits } from './waive-edits.ts';

/** A way to mend a problem. */
export interface QuickFix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Whether it is what was most probably meant. */
  readonly isPreferred: boolean;
}

/** The ways to mend a problem that its words offer, the likeliest first; the last is to say that it is fine. */
export function fixesOf(view: PolicyView, problem: Diagnostic): readonly QuickFix[] {
  const source = view.snapshot.files.get(problem.place.file);
  if (!source) return [];
  const range = rangeOfPlace(source, problem.place);
  const written = source.text.slice(...range);
  const others = [
    ...inQuotes(problem, range, written),
    ...meantInstead(problem, range, written),
    ...offersOf(view, problem, range),
  ];
  const waive =
    problem.waived || !isRule(problem.code)
      ? []
      : waiveEdits(view, problem.place.file, range[0], problem.code);
  return [
    ...others.map(([title, edits], at) => ({ title, edits, isPreferred: at === 0 })),
    ...(waive.length === 0
      ? []
      : [
          {
            title: `Say on the clause why this is fine (waive ${problem.code})`,
            edits: waive,
            isPreferred: false,
          },
        ]),
  ];
}

function rangeOfPlace({ text, lineStarts }: SourceFile, { line, column, endLine, endColumn }: Place): Range {
  const at = (one: number, other: number): number =>
    Math.min((lineStarts[one - 1] ?? text.length) + other - 1, text.length);
  return [at(line, column), at(endLine, endColumn)];
}

type Offer = readonly [title: string, edits: readonly Edit[]];

function inQuotes(problem: Diagnostic, range: Range, written: string): readonly Offer[] {
  if (!isUnquoted(problem) || !isPlain(written)) return [];
  return [[`Put ${written} in quotes`, [{ file: problem.place.file, range, text: `"${written}"` }]]];
}

/** What is most like an unknown name by its letters, and what it may have meant, each in place of what was written. */
function meantInstead({ code, args, place }: Diagnostic, range: Range, written: string): readonly Offer[] {
  const { nearest, meant, ...said } = args as Readonly<Record<string, unknown>>;
  const wrong = Object.values(said)
    .filter((one) => typeof one === 'string')
    .filter((one) => one !== '' && written.includes(one))
    .sort((a, b) => b.length - a.length)[0];
  if (wrong === undefined || code === 'missing-key') return [];
  const start = range[0] + written.lastIndexOf(wrong);
  const found = [...new Set([nearest, meant])].filter((one) => typeof one === 'string');
  return found.map((text) => [
    `Write ${text}`,
    [{ file: place.file, range: [start, start + wrong.length], text }],
  ]);
}

/** What is wrong and what to do about it, on two lines. */
export function wordsOf(problem: Diagnostic): string {
  const { reason, fix } = messageOf(problem);
  return `${reason}\n${fix}`;
}
