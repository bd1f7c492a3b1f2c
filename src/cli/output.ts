import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CannotWork } from '../base/failure.ts';
import { type Format, formats } from '../report/formats.ts';
import type { Report } from '../report/report.ts';
import { type Style, styleFor } from '../report/style.ts';
import { strangeKind } from '../snapshot/read-file.ts';
import type { World } from './world.ts';

/** Options that every reporting command shares. */
export interface OutputOptions {
  readonly format: string;
  readonly output?: string;
}

/** Colour on a terminal, unless NO_COLOR says otherwise or a file is written. */
export function styleOf(world: World, options: OutputOptions): Style {
  const wanted = (world.env.FORCE_COLOR ?? '0') !== '0' || world.terminal.out;
  return styleFor(wanted && !world.env.NO_COLOR && options.output === undefined);
}

/** Prints a result, or writes it to the file the user named. Which of the two never changes an exit code. */
export function deliver(world: World, options: OutputOptions, text: string): void {
  if (options.output === undefined) {
    world.out(text);
    return;
  }
  const path = resolve(world.cwd, options.output);
  const found = statSync(path, { throwIfNoEntry: false });
  const strange = found && strangeKind(found);
  if (strange !== undefined)
    throw new CannotWork(
      'usage',
      `${options.output} is ${strange}: a result is written to a plain file.`,
      'Name another file, or leave --output out: the result then goes to standard output.',
    );
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  world.note(`Written to ${options.output}.\n`);
}

/** Prints a report in the format that was asked for. */
export function deliverReport(world: World, options: OutputOptions, report: Report): void {
  deliver(world, options, formats[options.format as Format](report, styleOf(world, options)));
}
