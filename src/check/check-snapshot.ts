import { firstOf, sortDiagnostics } from '../base/diagnostic.ts';
import type { Memory } from '../base/memory.ts';
import { type Compiled, compileFiles } from '../model/compiled.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { checkPolicy, type RuleSettings } from './rules.ts';

/** The files of a policy folder: parsed, of the right shape, built into rows, and held against every rule. */
export function checkSnapshot(snapshot: Snapshot, settings: RuleSettings = {}, memory?: Memory): Compiled {
  const { policy, problems } = compileFiles(snapshot, memory);
  const checked = policy ? checkPolicy(policy, settings) : [];
  return { policy, problems: firstOf(sortDiagnostics([...problems, ...checked])) };
}
