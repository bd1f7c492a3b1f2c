import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Format, formats } from '../report/formats.ts';
import type { Made, Wanted } from './output.ts';
import { papers } from './paper.ts';
import type { OnPolicies } from './policies.ts';
import type { World } from './world.ts';

/** Adds arguments and options to a command, and the action that runs it; the action passes its exit code to `done`. */
export type Define = (command: Command, world: World, done: (code: number) => void) => void;

/** An option that may be given several times. `without` describes what happens when it is not given. */
export function repeated(flags: string, description: string, without: string): Option {
  return new Option(flags, `${description} (repeatable)`)
    .default([], without)
    .argParser((value: string, before: readonly string[]) => [...before, value]);
}

/** An option that takes a list with commas; lists of several uses are joined. */
export function commaSeparated(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, before?: string) =>
    before === undefined ? value : `${before},${value}`,
  );
}

/** A command that reports: as text or JSON, to the terminal or a file. */
export function reporting(command: Command): Command {
  return command
    .addOption(
      new Option('--format <format>', 'format of the report').choices(['text', 'json']).default('text'),
    )
    .option('-o, --output <file>', 'write the report to a file');
}

/** A command with findings, in any of their formats: several at once, each to a file of its own. */
export function reportingFindings(command: Command, made: readonly Made[] = []): Command {
  const names = [...(Object.keys(formats) as Format[]), ...made];
  return command
    .addOption(
      new Option('--format <format[=file]>', `how to report: ${names.join(', ')} (repeatable)`)
        .default([], 'text')
        .argParser((value: string, before: readonly Wanted[]) => [...before, wantedFormat(value, names)]),
    )
    .option('-o, --output <file>', 'write the report to a file');
}

function wantedFormat(value: string, names: readonly Wanted['format'][]): Wanted {
  const at = value.indexOf('=');
  const [name, file] = at === -1 ? [value] : [value.slice(0, at), value.slice(at + 1)];
  const format = names.find((one) => one === name);
  if (format === undefined || file === '')
    throw new InvalidArgumentError(
      `Allowed choices are ${names.join(', ')}; =FILE behind one writes it to a file.`,
    );
  return { format, file };
}

/** The paper of a PDF. */
export function paperOption(description: string): Option {
  return new Option('--paper <size>', description).choices(papers).default('A4');
}

/** A command on every policy of the workspace, or on those that are named. */
export function onPolicies(command: Command): Command {
  return command.addOption(repeated('-p, --policy <path>', 'only this policy folder', 'all of them'));
}

/** The same, where a path on the command line names a policy as the option does. */
export function onPaths(command: Command): Command {
  return onPolicies(command).argument('[path...]', 'policy folders, or files in them, like --policy');
}

/** The options of such a command with the paths among the policies. */
export function withPaths<Options extends OnPolicies>(paths: readonly string[], options: Options): Options {
  return { ...options, policy: [...paths, ...options.policy] };
}
