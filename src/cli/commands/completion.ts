import { Argument, type Command } from 'commander';
import {
  type Completed,
  type CompletedOption,
  completionScript,
  type Shell,
  shells,
} from '../../report/completion.ts';
import type { Define } from '../command.ts';
import { exit } from '../world.ts';

export const define: Define = (command, world, done) => {
  command.addArgument(new Argument('<shell>', 'the shell').choices(shells)).action((shell: Shell) => {
    const program = command.parent ?? command;
    world.out(completionScript(shell, [...completedOf(program, [])]));
    done(exit.fine);
  });
};

/** Every command by its own description, the program first. */
function* completedOf(command: Command, names: readonly string[]): Generator<Completed> {
  const options = command.options.map((option): CompletedOption => {
    const { long, short, description, required, optional, argChoices } = option;
    return {
      long: long ?? '',
      short: short ?? undefined,
      about: description,
      takesValue: required || optional,
      choices: argChoices ?? [],
    };
  });
  yield {
    path: names.join(' '),
    about: command.description(),
    options: names.length === 0 ? [...options, ...everywhere] : [...options, help],
    commands: command.commands.map((one) => ({ name: one.name(), about: one.description() })),
  };
  for (const one of command.commands) yield* completedOf(one, [...names, one.name()]);
}

const help: CompletedOption = {
  long: '--help',
  short: '-h',
  about: 'display help for command',
  takesValue: false,
  choices: [],
};

/** What is understood before any command is looked for. */
const everywhere: readonly CompletedOption[] = [
  help,
  { long: '--cwd', short: undefined, about: 'run as if started there', takesValue: true, choices: [] },
  { long: '--config', short: undefined, about: 'the policyc.yaml to go by', takesValue: true, choices: [] },
];
