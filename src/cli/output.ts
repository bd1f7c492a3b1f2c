import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Style, styleFor } from '../report/style.ts';
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
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  world.note(`Written to ${options.output}.\n`);
}
