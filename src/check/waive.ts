import { type Diagnostic, diagnostic, sortDiagnostics } from '../base/diagnostic.ts';
import { messages } from '../base/messages.ts';
import { isRule, ruleMessages } from '../base/messages-rules.ts';
import { nearest } from '../base/nearest.ts';
import type { Place } from '../base/place.ts';
import type { Waiver } from '../model/waivers.ts';

/**
 * Findings with what their clauses waive marked as such; and what is wrong with the waivers: rules that do not exist,
 * nothing found, a day that is past. Without a day nothing has expired.
 */
export function waiveProblems(
  problems: readonly Diagnostic[],
  waivers: readonly Waiver[],
  today: string | undefined,
): Diagnostic[] {
  if (waivers.length === 0) return [...problems];
  const used = new Set<Waiver>();
  const waived = problems.map((problem): Diagnostic => {
    if (!isRule(problem.code)) return problem;
    const covering = waivers.filter(
      (waiver) => waiver.rule === problem.code && covers(waiver, problem.place),
    );
    for (const waiver of covering) used.add(waiver);
    const waiver = covering.find((one) => !isPast(one, today));
    if (!waiver) return problem;
    const { reason, until } = waiver;
    return { ...problem, waived: { reason, ...(until === undefined ? {} : { until }) } };
  });
  const wrong = waivers.flatMap((waiver) => problemsOf(waiver, used.has(waiver), today));
  return sortDiagnostics([...waived, ...wrong]);
}

function problemsOf(waiver: Waiver, isUsed: boolean, today: string | undefined): Diagnostic[] {
  const { rule, owner, until = '', place } = waiver;
  const wrong = problemOfRule(rule, place);
  if (wrong) return [wrong];
  if (!isUsed) return [diagnostic('waiver-unused', { rule, owner }, place)];
  return isPast(waiver, today) ? [diagnostic('waiver-expired', { rule, owner, until }, place)] : [];
}

/** What is wrong with the name of a rule that is to be set or waived. */
export function problemOfRule(rule: string, place: Place): Diagnostic | undefined {
  if (isRule(rule)) return undefined;
  const fixed = Object.hasOwn(messages, rule);
  if (fixed) return diagnostic('rule-fixed', { rule }, place);
  return diagnostic('rule-unknown', { rule, nearest: nearest(rule, Object.keys(ruleMessages)) }, place);
}

function isPast({ until }: Waiver, today: string | undefined): boolean {
  return until !== undefined && today !== undefined && until < today;
}

function covers({ covers: covered }: Waiver, { file, line, column }: Place): boolean {
  return covered.some(
    (place) =>
      place.file === file &&
      (line > place.line || (line === place.line && column >= place.column)) &&
      (line < place.endLine || (line === place.endLine && column <= place.endColumn)),
  );
}
