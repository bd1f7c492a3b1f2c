import { type Diagnostic, messageOf } from '../base/diagnostic.ts';
import { isRule } from '../base/messages-rules.ts';
import type { Place, SourceFile } from '../base/place.ts';
import { isPlain, isUnquoted } from '../check/fix.ts';
import type { Edit } from './edits.ts';
import { type Offer, offersOf } from './offers.ts';
import type { Range } from './spots.ts';
import type { PolicyView } from './view.ts';
import { waiveEdits } from './waive-edits.ts';

/** A way to fix a problem. */
export interface QuickFix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Whether this is most likely what the author meant. */
  readonly isPreferred: boolean;
}

/** The fixes for a problem, the likeliest first; the last one waives the rule. */
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

function inQuotes(problem: Diagnostic, range: Range, written: string): readonly Offer[] {
  if (!isUnquoted(problem) || !isPlain(written)) return [];
  return [[`Put ${written} in quotes`, [{ file: problem.place.file, range, text: `"${written}"` }]]];
}

/** Replaces an unknown name by the known one with the most similar spelling, or by the one that was probably meant. */
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

/** The reason of a problem and its fix, on two lines. */
export function problemWords(problem: Diagnostic): string {
  const { reason, fix } = messageOf(problem);
  return `${reason}\n${fix}`;
}
