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

/** The result of compiling a policy folder. */
export interface Compiled {
  /** Undefined when errors prevented building it; an error that a rule found does not. */
  readonly policy: Policy | undefined;
  readonly problems: readonly Diagnostic[];
  /** Findings that its clauses waive (`waive:`). This and the next two are no part of the policy, and in no release. */
  readonly waivers?: readonly Waiver[];
  /** Answers to requirements of legal profiles that no fact can show (`answers:` in `policy.yaml`). */
  readonly answers?: readonly Answer[];
  /** Words that its definitions say to avoid (`avoid:`). */
  readonly avoided?: readonly AvoidedWord[];
}

/**
 * Compiles the files of a policy folder: parses them, checks their shape by the schemas, looks up every id, and builds
 * the rows. No rule is applied; `checkSnapshot` does that. With a memory, files compiled before are not read again.
 */
export function compileFiles(snapshot: Snapshot, memory?: Memory): Compiled {
  return remembered(memory, 'compiled', snapshot, () => compiled(snapshot, { memory }));
}

/**
 * The same for an existing policy, such as the base of a comparison. It accepts ids that are refused in new policies
 * because some system has no file of that name; else such a policy could never be compared with its corrected form.
 */
export function compileStanding(snapshot: Snapshot): Compiled {
  return compiled(snapshot, { refuses: refusesNoName });
}

interface Compiling {
  readonly memory?: Memory | undefined;
  readonly refuses?: (id: string) => boolean;
}

function compiled(snapshot: Snapshot, { memory, refuses }: Compiling): Compiled {
  const { source, problems } = loadPolicy(snapshot, memory);
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
