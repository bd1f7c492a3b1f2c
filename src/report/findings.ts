import { posix } from 'node:path';
import { sha256 } from '../base/canonical.ts';
import type {
  ComparisonReport,
  FoundChange,
  FoundProblem,
  Group,
  PolicyReport,
  Report,
  Spot,
} from './report.ts';
import { spotFrom } from './spot.ts';
import { groupsTold, wholeHeading } from './told-groups.ts';

/** `error` and `warning` need a person; `info` is decided, informative, or was there before. */
export type Level = 'error' | 'warning' | 'info';

/** The levels, worst first. */
export const levels: readonly Level[] = ['error', 'warning', 'info'];

/** A finding for formats that know nothing of policies: a level, a place and words. */
export interface Finding {
  readonly level: Level;
  /** The code of a problem, or the kind of a change. */
  readonly code: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** The id of its policy; the folder when it has none. */
  readonly policy: string;
  /** From the root of the repository. */
  readonly file: string;
  /** The place in that file; absent if it is in no line of the present file. */
  readonly range?: Spot;
  readonly related: readonly { readonly place: Spot; readonly words: string }[];
  /** Unique in the report, and the same in later reports for the same finding, even if its lines move. */
  readonly identity: string;
  /** Who decided it, in words; absent while undecided. */
  readonly decided?: string;
}

/**
 * All problems and changes of a report in one list, worst first, for formats that know nothing of policies (SARIF, JUnit,
 * GitHub annotations). Editorial changes are left out; a report only counts them.
 */
export function findingsOf(report: Report): readonly Finding[] {
  const found = report.policies.flatMap((policy) => policyFindings(policy, report.from));
  const seen = new Map<string, number>();
  const named = found.map(({ fingerprint, ...finding }): Finding => {
    const whose = JSON.stringify([finding.policy, finding.file, fingerprint]);
    const count = seen.get(whose) ?? 0;
    seen.set(whose, count + 1);
    return { ...finding, identity: sha256(`${whose}\n${count}`).slice(0, 32) };
  });
  return levels.flatMap((level) => named.filter((finding) => finding.level === level));
}

/** The number of findings by level. */
export function countLevels(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

type Unnamed = Omit<Finding, 'identity'> & { readonly fingerprint: string };

function policyFindings({ id, path, problems, comparison }: PolicyReport, from: string): Unnamed[] {
  const policy = id ?? path;
  const folder = posix.isAbsolute(path) ? path : posix.join(from, path);
  const told = comparison ? groupsTold(comparison) : [];
  return [
    ...problems.map((problem) => problemFinding(problem, policy)),
    ...(comparison
      ? told.flatMap(({ group, changes }) =>
          changes.map((change) => changeFinding(change, group, comparison, { policy, folder })),
        )
      : []),
  ];
}

function problemFinding(problem: FoundProblem, policy: string): Unnamed {
  const { severity, code, reason, fix, frame, place, related, fingerprint, waived } = problem;
  return {
    level: severity === 'info' || waived !== undefined ? 'info' : severity,
    code,
    title: reason,
    lines: [
      ...(waived === undefined ? [] : [waived]),
      fix,
      ...related.map((one) => `${spotFrom('', one.place)}: ${one.words}`),
      ...frame,
    ],
    policy,
    file: place.file,
    range: place,
    related,
    fingerprint,
    ...(waived === undefined ? {} : { decided: waived }),
  };
}

function changeFinding(
  change: FoundChange,
  group: Group,
  { base, head, documents }: ComparisonReport,
  { policy, folder }: { readonly policy: string; readonly folder: string },
): Unnamed {
  const { kind, fingerprint, told, state } = change;
  const sides = [
    ...(change.base ? [{ place: change.base, words: `before, in ${base.label}` }] : []),
    ...(change.head ? [{ place: change.head, words: `after, in ${head.label}` }] : []),
  ];
  const whole = documents ? folder : posix.join(folder, 'policy.yaml');
  return {
    level: levelOf(change),
    code: kind,
    title: told.headline,
    lines: changeLines(change, group, sides),
    policy,
    file: (change.head ?? change.base)?.file ?? whole,
    ...(change.head ? { range: change.head } : {}),
    related: sides,
    fingerprint,
    ...((state === 'noted' || state === 'settled') && told.status !== undefined
      ? { decided: told.status }
      : {}),
  };
}

function levelOf({ state, verdict }: FoundChange): Level {
  if (state === 'noted' || state === 'settled' || state === 'backlog') return 'info';
  return verdict === 'material' ? 'error' : 'warning';
}

function changeLines({ told }: FoundChange, group: Group, sides: Finding['related']): string[] {
  const { subject, signal, before, after, remarks, owed, status } = told;
  return [
    wholeHeading(group),
    subject,
    ...(signal === undefined ? [] : [signal]),
    ...before.map((line, at) => (at === 0 ? `before: ${line}` : `  ${line}`)),
    ...after.map((line, at) => (at === 0 ? `after: ${line}` : `  ${line}`)),
    ...remarks,
    ...owed,
    ...(status === undefined ? [] : [status]),
    ...sides.map(({ place, words }) => `${words}: ${spotFrom('', place)}`),
  ];
}
