import { resolve } from 'node:path';
import { type Printed, plain, unobeyed } from '../base/escape.ts';
import { cannot } from '../base/failure.ts';
import { foldedName } from '../base/folded-name.ts';
import { realPlace, repositoryAround } from '../base/real-place.ts';
import { type Format, formats } from '../report/formats.ts';
import type { Report } from '../report/report.ts';
import { type Style, styleFor } from '../report/style.ts';
import { fromRepository } from '../snapshot/repository.ts';
import { writeResult } from './stranger.ts';
import { asTyped } from './typed.ts';
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

/**
 * Prints a result, or writes it to the file that the user named; the exit code is the same. In the format `text`,
 * commands are written so that the user can type them; all others may be read elsewhere.
 */
export function deliver(world: World, options: OutputOptions, result: string | Uint8Array): void {
  const text = options.format === 'text' && typeof result === 'string' ? asTyped(result, world) : result;
  if (options.output === undefined) {
    world.out(typeof text === 'string' ? text : new TextDecoder().decode(text));
    return;
  }
  deliverTo(options.output, world, text);
}

/** The same for texts as their authors wrote them: a file gets every byte; what is printed is made harmless to logs. */
export function deliverTexts(
  world: World,
  { output }: Pick<OutputOptions, 'output'>,
  text: string,
  printed: Printed,
): void {
  if (output === undefined) world.out(unobeyed(text, printed));
  else deliverTo(output, world, text);
}

function deliverTo(output: string, world: World, text: string | Uint8Array): void {
  const path = resolve(world.cwd, output);
  const what = writeResult(world.cwd, path, text);
  if (what !== undefined) throw cannot('output-irregular', { output, what });
  world.remark(plain`Written to ${output}.\n`);
}

/** A format that cannot be printed, since it is made of more than a report: its bytes go to a file. */
export type Made = 'docx';

/** A format with its file; without a file, it goes to standard output or to `--output`. */
export interface Wanted {
  readonly format: Format | Made;
  readonly file?: string | undefined;
}

/** Options of commands with findings. */
export interface FindingsOptions {
  readonly format: readonly Wanted[];
  readonly output?: string;
}

/** A report with its paths relative to where the reader is, wherever the command worked. */
function seenFrom(report: Report, { cwd, stands = cwd }: World): Report {
  const root = repositoryAround(stands);
  const isInside = root !== undefined && root === repositoryAround(cwd);
  return isInside ? { ...report, from: fromRepository(stands) } : report;
}

/** Refuses one file for two reports: only the later one would remain. On some systems, names that differ in case are one file. */
/** Refuses formats that would be printed in one place, and a file for none of them. */
function refuseUnclear({ cwd }: World, wanted: readonly Wanted[], output: string | undefined): void {
  const loose = wanted.filter(({ file }) => file === undefined);
  if (loose.length > 1) throw cannot('formats-in-one-place', { formats: loose.map((one) => one.format) });
  if (output !== undefined && loose.length === 0) throw cannot('output-unused', { output });
  const first = new Map<string, Wanted>();
  for (const one of wanted) {
    const file = one.file ?? output;
    if (file === undefined) continue;
    const place = foldedName(realPlace(resolve(cwd, file)));
    const other = first.get(place);
    if (other) throw cannot('formats-in-one-place', { formats: [other.format, one.format], file });
    first.set(place, one);
  }
}

/** Prints a report in every format that was asked for; `make` makes those that cannot be printed. */
export async function deliverReport(
  world: World,
  { format, output }: FindingsOptions,
  report: Report,
  make?: (format: Made) => Promise<Uint8Array>,
): Promise<void> {
  const wanted: readonly Wanted[] = format.length === 0 ? [{ format: 'text' }] : format;
  refuseUnclear(world, wanted, output);
  for (const { format: name, file = output } of wanted) {
    const to = { format: name, ...(file === undefined ? {} : { output: file }) };
    if (name !== 'docx') {
      const seen = name === 'text' ? seenFrom(report, world) : report;
      deliver(world, to, await formats[name](seen, styleOf(world, to)));
    } else if (file === undefined) throw cannot('format-needs-file', { option: '--output', format: name });
    else if (make) deliver(world, to, await make(name));
  }
}
