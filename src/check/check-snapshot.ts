import { firstOf, sortDiagnostics } from '../base/diagnostic.ts';
import type { Memory } from '../base/memory.ts';
import type { Answer } from '../model/answers.ts';
import { type Compiled, compileFiles } from '../model/compiled.ts';
import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type FoundAnyDay, onDay } from './on-day.ts';
import { placeParts } from './part-place.ts';
import { endingsIn } from './registers.ts';
import { checkPolicy, type RuleSettings, settle } from './rules.ts';

/** What is found in a policy before anything of it is waived. */
export interface FoundInFiles extends FoundAnyDay {
  readonly policy: Policy | undefined;
  /** What somebody has said about requirements of legal profiles. */
  readonly answers: readonly Answer[];
}

/** The files of a policy folder: parsed, of the right shape, built into rows, and held against every rule. */
export function findProblems(snapshot: Snapshot, settings: RuleSettings = {}, memory?: Memory): FoundInFiles {
  const { policy, problems, waivers = [], avoided, answers = [] } = compileFiles(snapshot, memory);
  const checked = policy ? checkPolicy(policy, settings, avoided) : [];
  const all = sortDiagnostics([...settle(problems, settings), ...placeParts(checked, snapshot)]);
  const first = firstOf(all);
  const isWhole = first.length === all.length;
  return {
    policy,
    problems: first,
    waivers: policy && isWhole ? waivers : undefined,
    endings: policy && isWhole ? endingsIn(policy) : [],
    answers,
  };
}

/**
 * The same, with what its clauses waive marked as such. `today` is the day on which waivers may have expired, at a UTC
 * offset; without one none has.
 */
export function checkSnapshot(
  snapshot: Snapshot,
  settings: RuleSettings = {},
  today: (utcOffset: string) => string | undefined = () => undefined,
): Compiled {
  const found = findProblems(snapshot, settings);
  return { policy: found.policy, problems: onDay(found, found.policy && today(found.policy.utcOffset)) };
}
