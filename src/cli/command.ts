import { type Command, Option } from 'commander';
import type { World } from './world.ts';

/** Gives a command its arguments and its options, and says what running it does; `done` takes the exit code. */
export type Define = (command: Command, world: World, done: (code: number) => void) => void;

/** An option that may be given several times. `without` says what it means not to give it. */
export function repeated(flags: string, description: string, without: string): Option {
  return new Option(flags, `${description} (may be given again)`)
    .default([], without)
    .argParser((value: string, before: readonly string[]) => [...before, value]);
}

/** A command that reports: as text or JSON, to the terminal or a file. */
export function reporting(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .option('-o, --output <file>', 'write the report to a file');
}

/** A command on every policy of the workspace, or on those that are named. */
export function onPolicies(command: Command): Command {
  return command.addOption(repeated('-p, --policy <path>', 'only this policy folder', 'all of them'));
}
