import { type Diagnostic, messageOf } from '../base/diagnostic.ts';
import type { Comparison } from '../diff/compare.ts';
import type { Verdict } from '../diff/judge.ts';
import type { GatedChange } from '../gate/cover.ts';
import { uncovered } from '../gate/decide.ts';

/** A comparison of one policy with everything a report needs. */
export interface DiffReport {
  readonly policy: string;
  readonly path: string;
  readonly base: { readonly label: string; readonly title: string };
  readonly head: { readonly label: string; readonly title: string };
  readonly verdict: Verdict | 'none';
  readonly changes: readonly GatedChange[];
  readonly renamed: Readonly<Record<string, string>>;
  readonly regrouped: Comparison['regrouped'];
  readonly hints: Comparison['hints'];
  readonly compared: { readonly facts: number; readonly texts: number };
  /** The languages of the head. */
  readonly locales: readonly string[];
  /** Whether a clause states facts that its texts can contradict. */
  readonly statesFacts: (owner: string) => boolean;
  /** Two plain documents were compared: there are no facts and no change notes. */
  readonly documents?: boolean;
  /** The notes are those recorded at releases: none can be written for these changes. */
  readonly recorded?: boolean;
  /** Where a released head was to be announced and no record says that it was. */
  readonly unannounced?: readonly string[];
  /** What is wrong with change notes. */
  readonly problems: readonly Diagnostic[];
  readonly textOf: (file: string) => string | undefined;
}

export const diffReportFormat = 'policyc/diff-report@1';

export interface DiffCounts {
  readonly material: number;
  readonly review: number;
  readonly editorial: number;
  readonly structure: number;
  readonly uncovered: number;
}

/** How many changes of each sort a request makes; its target's backlog is not counted. */
export function countsOf(report: Pick<DiffReport, 'changes'>): DiffCounts {
  const changes = report.changes.filter((change) => change.backlog === undefined);
  const by = (accepts: (change: GatedChange) => boolean): number => changes.filter(accepts).length;
  return {
    material: by((change) => change.verdict === 'material'),
    review: by((change) => change.verdict === 'review'),
    editorial: by((change) => change.verdict === 'editorial' && change.table !== 'structure'),
    structure: by((change) => change.table === 'structure'),
    uncovered: uncovered(changes).length,
  };
}

/** The reports as JSON; their schema is `schemas/diff-report.schema.json`. */
export function diffReportJson(reports: readonly DiffReport[]): string {
  const policies = reports.map((report) => {
    const { problems, ...all } = report;
    const { textOf: _, recorded: __, statesFacts: ___, locales: ____, unannounced: _____, ...told } = all;
    const notes = problems.map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      ...messageOf(problem),
      place: problem.place,
    }));
    return { ...told, counts: countsOf(report), notes };
  });
  return `${JSON.stringify({ format: diffReportFormat, verdict: worst(reports), policies }, null, 2)}\n`;
}

const order = ['none', 'editorial', 'review', 'material'] as const;

export function worst(reports: readonly Pick<DiffReport, 'verdict'>[]): (typeof order)[number] {
  return reports.reduce<(typeof order)[number]>(
    (found, { verdict }) => (order.indexOf(verdict) > order.indexOf(found) ? verdict : found),
    'none',
  );
}
