import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { refusesNoName } from '../base/folded-name.ts';
import type { Memory } from '../base/memory.ts';
import { remembered } from '../snapshot/remembered.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type Answer, answersOf } from './answers.ts';
import { type AvoidedWord, avoidedIn } from './avoided.ts';
import { buildPolicy } from './build.ts';
import { loadPolicy } from './load.ts';
import type { Policy } from './policy.ts';
import { type Waiver, waiversOf } from './waivers.ts';

export interface Compiled {
  /** Absent when the files have errors that leave nothing to compile. */
  readonly policy: Policy | undefined;
  readonly problems: readonly Diagnostic[];
  /** What its clauses waive; none when there is nothing to compile. */
  readonly waivers?: readonly Waiver[];
  /** What somebody has said about requirements of legal profiles. */
  readonly answers?: readonly Answer[];
  /** Words that its definitions say not to use. */
  readonly avoided?: readonly AvoidedWord[];
}

/**
 * The files of a policy folder, parsed, of the right shape and built into rows; or what is wrong with them. With a
 * memory it is read there when the same files were compiled before.
 */
export function compileFiles(snapshot: Snapshot, memory?: Memory): Compiled {
  return remembered(memory, 'compiled', snapshot, () => compiled(snapshot));
}

/** What stands already may have names that nothing new may have: whoever takes them away is judged against it. */
export function compileStanding(snapshot: Snapshot): Compiled {
  return compiled(snapshot, refusesNoName);
}

function compiled(snapshot: Snapshot, refuses?: (id: string) => boolean): Compiled {
  const { source, problems } = loadPolicy(snapshot);
  if (!source || hasErrors(problems)) return { policy: undefined, problems };
  const built = buildPolicy(source, refuses);
  return {
    policy: built.policy,
    problems: [...problems, ...built.problems],
    waivers: waiversOf(source),
    answers: answersOf(source),
    avoided: avoidedIn(source),
  };
}
