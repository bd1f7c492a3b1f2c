import type { Diagnostic } from '../base/diagnostic.ts';
import { escapeText, mapStrings } from '../base/escape.ts';
import { foundProblems } from './problem-finding.ts';
import type { Location } from './spot.ts';
import type { Style } from './style.ts';
import { problemBlock } from './text.ts';

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
