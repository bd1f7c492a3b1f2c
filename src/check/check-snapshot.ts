import { type Diagnostic, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { buildPolicy } from '../model/build.ts';
import { loadPolicy } from '../model/load.ts';
import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { checkPolicy, type RuleSettings } from './rules.ts';

export interface Compiled {
  /** Absent when the files have errors that leave nothing to compile. */
  readonly policy: Policy | undefined;
  readonly problems: readonly Diagnostic[];
}

/** The files of a policy folder: parsed, of the right shape, built into rows, and held against every rule. */
export function checkSnapshot(snapshot: Snapshot, settings: RuleSettings = {}): Compiled {
  const loaded = loadPolicy(snapshot);
  if (!loaded.source || hasErrors(loaded.problems)) {
    return { policy: undefined, problems: sortDiagnostics(loaded.problems) };
  }
  const built = buildPolicy(loaded.source);
  const checked = built.policy ? checkPolicy(built.policy, settings) : [];
  return {
    policy: built.policy,
    problems: sortDiagnostics([...loaded.problems, ...built.problems, ...checked]),
  };
}
