import { cannot } from '../base/failure.ts';
import type { Memory } from '../base/memory.ts';
import {
  type PolicyFolder,
  requireWithin,
  selectPolicies,
  soundWorkspace,
  startOfWorkspace,
  type Workspace,
} from '../revision/workspace.ts';
import type { World } from './world.ts';

/** What `onPolicies` gives a command. */
export interface OnPolicies {
  /** Paths as they were given; none means all policies. */
  readonly policy: readonly string[];
}

/** The workspace of the named policy, or the one that the command runs in. Throws `CannotWork`. */
export function workspaceOf(options: OnPolicies, world: World, memory?: Memory): Workspace {
  return soundWorkspace(startOfWorkspace(world.cwd, options.policy[0]), memory);
}

/** The policies that a command works on. Throws `CannotWork`. */
export function policiesOf(options: OnPolicies, world: World): readonly PolicyFolder[] {
  return selectPolicies(workspaceOf(options, world), options.policy, world.cwd);
}

/** The one policy that a command works on. Throws `CannotWork` when there are several to choose from. */
export function onePolicyOf(
  options: OnPolicies,
  world: World,
  workspace: Workspace = workspaceOf(options, world),
  command?: 'release',
): PolicyFolder {
  const [policy, another] = selectPolicies(workspace, options.policy, world.cwd);
  if (policy && !another) {
    for (const path of options.policy) requireWithin(path, policy, world.cwd);
    return policy;
  }
  throw cannot('policy-not-chosen', { command });
}
