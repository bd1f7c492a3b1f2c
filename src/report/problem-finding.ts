import { sha256 } from '../base/canonical.ts';
import { type Diagnostic, messageOf, type Waived } from '../base/diagnostic.ts';
import { codeFrame } from '../base/frame.ts';
import { roles } from '../base/messages.ts';
import { eachOnDemand } from '../base/on-demand.ts';
import { sourceFile } from '../base/place.ts';
import type { FoundProblem, ProblemCounts } from './report.ts';
import { type Location, spotOf } from './spot.ts';

/** Problems as a report has them. The same problem at two places of a file has two fingerprints. */
export function foundProblems(
  problems: readonly Diagnostic[],
  location: Location,
  textOf: (file: string) => string | undefined,
): FoundProblem[] {
  const seen = new Map<string, number>();
  const sourceOf = eachOnDemand((file: string) => {
    const text = textOf(file);
    return text === undefined ? undefined : sourceFile(file, text);
  });
  return problems.map((problem) => {
    const source = sourceOf(problem.place.file);
    const place = spotOf(problem.place, location);
    const identity = JSON.stringify([problem.code, problem.args, place.file]);
    const count = seen.get(identity) ?? 0;
    seen.set(identity, count + 1);
    return {
      code: problem.code,
      severity: problem.severity,
      ...messageOf(problem),
      args: problem.args as FoundProblem['args'],
      place,
      related: problem.related.map(({ place: other, role }) => ({
        place: spotOf(other, location),
        role,
        words: roles[role],
      })),
      fingerprint: `p1:${sha256(`${identity}\n${count}`).slice(0, 32)}`,
      ...(problem.waived ? { waived: waivedWords(problem.waived) } : {}),
      frame: source === undefined ? [] : codeFrame(source, problem.place),
    };
  });
}

function waivedWords({ reason, until }: Waived): string {
  return `waived${until === undefined ? '' : ` until ${until}`}: ${reason}`;
}

export function countProblems(problems: readonly Pick<FoundProblem, 'severity' | 'waived'>[]): ProblemCounts {
  const count = (severity: FoundProblem['severity']): number =>
    problems.filter((one) => one.severity === severity && one.waived === undefined).length;
  const waived = problems.filter((one) => one.waived !== undefined).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), waived };
}
