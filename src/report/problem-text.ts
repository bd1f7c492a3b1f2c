import type { Diagnostic } from '../base/diagnostic.ts';
import { escapeText, mapStrings } from '../base/escape.ts';
import { foundProblems } from './problem-finding.ts';
import type { FoundProblem } from './report.ts';
import { type Location, spotFrom } from './spot.ts';
import type { Style } from './style.ts';

/** Problems by themselves, for a command that reports nothing else. */
export function problemsText(
  problems: readonly Diagnostic[],
  fileIn: Location['fileIn'],
  textOf: (file: string) => string | undefined,
  style: Style,
): string {
  const found = foundProblems(problems, { from: '', fileIn }, textOf);
  return mapStrings(found, escapeText)
    .map((problem) => problemBlock(problem, '', style))
    .join('');
}

/** One problem: place, severity and code; its lines; what is wrong and what to do. */
export function problemBlock(problem: FoundProblem, from: string, style: Style): string {
  const { severity, code, place, frame, reason, fix, related, waived } = problem;
  if (waived !== undefined) {
    const words = [
      `${severity}, ${waived}`,
      reason,
      fix,
      ...related.map((one) => `${spotFrom(from, one.place)}: ${one.words}`),
    ];
    return [
      `${style.dim(`${spotFrom(from, place)}  waived  ${code}`)}`,
      ...words.map((line) => `   ${style.dim(line)}`),
      '',
    ].join('\n');
  }
  const colour = { error: style.red, warning: style.yellow, info: style.cyan }[severity];
  const lines = [
    `${style.bold(spotFrom(from, place))}  ${colour(severity)}  ${code}`,
    ...frame.map((line) => `   ${style.dim(line)}`),
    `   ${reason}`,
    `   ${fix}`,
    ...related.map((one) => `   ${style.dim(`${spotFrom(from, one.place)}: ${one.words}`)}`),
  ];
  return `${lines.join('\n')}\n`;
}
