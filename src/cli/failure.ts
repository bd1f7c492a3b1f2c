import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import { messageOf } from '../base/diagnostic.ts';
import { escapeJson, escapeText } from '../base/escape.ts';
import { CannotWork } from '../base/failure.ts';
import type { Problem } from '../base/message.ts';
import { writeResult } from './stranger.ts';
import { exit, type World } from './world.ts';

/** Why a command could not end as it should; its schema is `schemas/error.schema.json`. */
interface Failure {
  readonly format: 'policyc/error@1';
  readonly exit: number;
  readonly code: string;
  /** Which failure of that sort, for `policyc explain`, with the arguments of its message; null for a fault of the program. */
  readonly problem: Problem | null;
  readonly reason: string;
  readonly fix: string;
  /** The code of what it is about, if `policyc explain` has a page on it. */
  readonly explain: string | null;
}

/** Says what went wrong, in the format that was asked for, and returns the exit code. */
export function tellFailure(error: unknown, args: readonly string[], world: World): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exit.fine;
  const failure = failureOf(error);
  // Commander has said it already.
  if (!(error instanceof CommanderError)) world.remark(failureText(failure, error));
  const json = escapeJson(`${JSON.stringify(failure, null, 2)}\n`);
  const old = targetsOf(args, failure.reason).filter(({ format, file }) => {
    if (format !== 'json') return true;
    if (file !== undefined) return !writeQuietly(world.cwd, resolve(world.cwd, file), json);
    world.out(json);
    return false;
  });
  tellOld(old, world);
  return failure.exit;
}

const noRoom = 'Make room on the disk, then run the command again.';

/** What to do about an error of the system, by its code. */
const systemFixes: Readonly<Record<string, string>> = {
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EFBIG: 'No file may become so large here: ulimit -f says how large, in the shell that runs the command.',
  EMFILE:
    'More files must be open at once than may be: ulimit -n says how many, in the shell that runs the command.',
  ENFILE: 'More files are open on this machine than may be: end something else, then run the command again.',
  ENOTDIR: 'A file stands where a folder is wanted: name another path, or put the file aside.',
  EROFS: 'Nothing can be written on that disk: name a path on another one.',
};

function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError)
    return failed(exit.cannot, 'usage', {
      reason: error.message.replace(/^error: /, ''),
      fix: 'policyc --help lists the commands, and policyc COMMAND --help the options of one.',
    });
  if (error instanceof CannotWork)
    return failed(exit.cannot, error.sort, messageOf(error.failure), error.failure);
  const { code, syscall, message = String(error) } = error as NodeJS.ErrnoException;
  if (typeof syscall === 'string')
    return failed(exit.cannot, 'system', {
      reason: message,
      fix: systemFixes[code ?? ''] ?? 'Check that the path exists and that you may read and write it.',
    });
  return failed(exit.bug, 'bug', {
    reason: `a bug in policyc, not in your policy: ${message}`,
    fix: 'Please report it with what standard error says.',
  });
}

function failed(
  code: number,
  sort: string,
  { reason, fix }: Pick<Failure, 'reason' | 'fix'>,
  problem: Problem | null = null,
): Failure {
  const explain = (problem && explainedBy(problem)) ?? null;
  return { format: 'policyc/error@1', exit: code, code: sort, problem, reason, fix, explain };
}

/** The code with a page of its own that a failure is about, through however many others. */
function explainedBy({ args }: Problem): string | undefined {
  const { problem } = args as { problem?: Problem };
  return problem && (explainedBy(problem) ?? problem.code);
}

/** Why something cannot be done, in words; undefined for a fault of the program. */
export function refusalIn(error: unknown): { readonly reason: string; readonly fix: string } | undefined {
  const { exit: code, reason, fix } = failureOf(error);
  return code === exit.bug ? undefined : { reason, fix };
}

function failureText({ exit: code, reason, fix, explain }: Failure, error: unknown): string {
  if (code === exit.bug) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const lines = stack.split('\n').map(escapeText).join('\n');
    return `policyc: a bug in policyc, not in your policy. Please report it with this:\n${lines}\n`;
  }
  const more = explain === null ? '' : `  Why: policyc explain ${explain}\n`;
  return `policyc: ${escapeText(reason)}\n  ${escapeText(fix)}\n${more}`;
}

/** A format that was asked for, and its file; without one, standard output. */
interface Target {
  readonly format: string;
  readonly file: string | undefined;
}

/** Commands whose output is a report of what they found. */
const reporting = ['check', 'diff'];

/** Where results were to go. Arguments that cannot be parsed are searched too, since those fail as well. */
function targetsOf(args: readonly string[], reason: string): readonly Target[] {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  // A failed export must not leave its error in the file that a translator wrote into.
  const isReport = reporting.some((command) => options.includes(command));
  // A command without such an option writes to no file; the named one belongs to somebody.
  const isUnknown = /^unknown option '(-o|--output|--format)/.test(reason);
  const output =
    isReport && !isUnknown
      ? [...valuesOf(options, '--output'), ...valuesOf(options, '-o')].at(-1)
      : undefined;
  const given = valuesOf(options, '--format');
  return (given.length === 0 ? ['text'] : given).map((one) => {
    const [format = '', file = ''] = one.split(/=(.*)/s, 2);
    return { format, file: file || output };
  });
}

/** The values of an option, as the next argument or after `=`. */
function valuesOf(args: readonly string[], name: string): readonly string[] {
  const joined = name.startsWith('--') ? `${name}=` : name;
  return args.flatMap((arg, at) => {
    if (arg === name) return args.slice(at + 1, at + 2);
    return arg.startsWith(joined) ? [arg.slice(joined.length)] : [];
  });
}

/** Warns of files that may hold results of an earlier run, which nobody should take for the answer. */
function tellOld(targets: readonly Target[], { cwd, remark }: World): void {
  for (const file of new Set(targets.flatMap(({ file = [] }) => file)))
    if (isFile(resolve(cwd, file)))
      remark(`  ${escapeText(file)} may be of an earlier run, since this one did not end.\n`);
}

/** A path that cannot be looked at, as one below a file, is no file. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Writes a file if possible; returns whether it did. A failure to write changes nothing of what was reported. */
function writeQuietly(cwd: string, path: string, text: string): boolean {
  try {
    // The folder that the command was to run in is not created for it.
    return existsSync(cwd) && writeResult(cwd, path, text) === undefined;
  } catch {
    return false;
  }
}
