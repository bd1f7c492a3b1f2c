import { type Diagnostic, firstOf, sortDiagnostics } from '../base/diagnostic.ts';
import type { Memory } from '../base/memory.ts';
import { type Compiled, compileFiles } from '../model/compiled.ts';
import type { Policy } from '../model/policy.ts';
import type { Waiver } from '../model/waivers.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { placeParts } from './part-place.ts';
import { checkPolicy, type RuleSettings, settle } from './rules.ts';
import { waiveProblems } from './waive.ts';

/** What is found in a policy before anything of it is waived. */
export interface FoundInFiles {
  readonly policy: Policy | undefined;
  readonly problems: readonly Diagnostic[];
  /** Undefined when not every rule had its say. */
  readonly waivers: readonly Waiver[] | undefined;
}

/** The files of a policy folder: parsed, of the right shape, built into rows, and held against every rule. */
export function findProblems(snapshot: Snapshot, settings: RuleSettings = {}, memory?: Memory): FoundInFiles {
  const { policy, problems, waivers = [], avoided } = compileFiles(snapshot, memory);
  const checked = policy ? checkPolicy(policy, settings, avoided) : [];
  const all = sortDiagnostics([...settle(problems, settings), ...placeParts(checked, snapshot)]);
  const first = firstOf(all);
  return { policy, problems: first, waivers: policy && first.length === all.length ? waivers : undefined };
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
  const { policy, problems, waivers } = findProblems(snapshot, settings);
  const day = policy && today(policy.utcOffset);
  return { policy, problems: waivers ? waiveProblems(problems, waivers, day) : problems };
}
