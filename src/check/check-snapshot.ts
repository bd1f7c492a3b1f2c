import { firstOf, sortDiagnostics } from '../base/diagnostic.ts';
import type { Memory } from '../base/memory.ts';
import type { Answer } from '../model/answers.ts';
import { type Compiled, compileFiles } from '../model/compiled.ts';
import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { impossibleDays } from './impossible-days.ts';
import { type FoundAnyDay, onDay } from './on-day.ts';
import { placeParts } from './part-place.ts';
import { endingsIn } from './registers.ts';
import { checkPolicy, type RuleSettings, settle } from './rules.ts';

/** What is found in the files of a policy, before waivers. */
export interface FoundInFiles extends FoundAnyDay {
  readonly policy: Policy | undefined;
  readonly answers: readonly Answer[];
}

/** Compiles the files of a policy folder and applies every rule. Of very many problems, the first are reported. */
export function findProblems(snapshot: Snapshot, settings: RuleSettings = {}, memory?: Memory): FoundInFiles {
  const { policy, problems, waivers = [], avoided, answers = [] } = compileFiles(snapshot, memory);
  const checked = policy ? checkPolicy(policy, settings, avoided) : [];
  const all = sortDiagnostics([
    ...settle(problems, settings),
    ...impossibleDays(waivers, answers),
    ...placeParts(checked, snapshot),
  ]);
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
 * The same with waivers applied, as `policyc check` does for one policy. `today` gives the day at the policy's UTC
 * offset, for waivers that end; without it none has ended.
 */
export function checkSnapshot(
  snapshot: Snapshot,
  settings: RuleSettings = {},
  today: (utcOffset: string) => string | undefined = () => undefined,
): Compiled {
  const found = findProblems(snapshot, settings);
  return { policy: found.policy, problems: onDay(found, found.policy && today(found.policy.utcOffset)) };
}
