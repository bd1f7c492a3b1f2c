import { cannot } from '../base/failure.ts';
import { type PolicyFolder, selectPolicies, soundWorkspace, type Workspace } from '../revision/workspace.ts';
import type { World } from './world.ts';

/** What `onPolicies` gives a command. */
export interface OnPolicies {
  /** Paths as they were given; none for all policies. */
  readonly policy: readonly string[];
}

/** The policies that a command is about. Throws `CannotWork`. */
export function policiesOf(options: OnPolicies, world: World): readonly PolicyFolder[] {
  return selectPolicies(soundWorkspace(world.cwd), options.policy, world.cwd);
}

/** The one policy that a command is about. Throws `CannotWork` when there are several to choose from. */
export function onePolicyOf(
  options: OnPolicies,
  world: World,
  workspace: Workspace = soundWorkspace(world.cwd),
  command?: 'release',
): PolicyFolder {
  const [policy, another] = selectPolicies(workspace, options.policy, world.cwd);
  if (policy && !another) return policy;
  throw cannot('policy-not-chosen', { command });
}
