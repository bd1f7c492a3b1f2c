import { type Command, InvalidArgumentError, Option } from 'commander';
import { changedSince } from '../revision/changed-since.ts';
import type { PolicyFolder, Workspace } from '../revision/workspace-place.ts';

/** What `sharing` gives a command. */
export interface Sharing {
  readonly changedSince?: string;
  readonly shard?: Shard;
}

/** One of several equal parts, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** Lets a command work on a share of many policies, so that other machines or later runs do the rest. */
export function sharing(command: Command): Command {
  return command
    .option('--changed-since <ref>', 'only policies that changed since this commit')
    .addOption(
      new Option('--shard <part/of>', 'only a part of the policies, such as 1/4').argParser(shardIn),
    );
}

/** The policies of the share, in their order. */
export function shareOf(
  policies: readonly PolicyFolder[],
  workspace: Workspace,
  { changedSince: ref, shard }: Sharing,
): readonly PolicyFolder[] {
  const ours = policies.filter((_, at) => shard === undefined || at % shard.of === shard.part - 1);
  return ref === undefined ? ours : changedSince(workspace, ours, ref);
}

function shardIn(value: string): Shard {
  const [part = 0, of = 0] = (/^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(value) ?? []).slice(1).map(Number);
  if (part < 1 || part > of)
    throw new InvalidArgumentError('A part is written as 1/4: its number, and how many there are.');
  return { part, of };
}
