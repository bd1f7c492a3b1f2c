import { showHidden } from './hidden.ts';
import { limits } from './limits.ts';
import { type Code, type Message, type MessageArguments, messages, type Severity } from './messages.ts';
import { comparePlaces, type Place } from './place.ts';

/**
 * A problem found in what a user wrote: a code and its arguments. Problems are values; nothing is thrown, and one
 * run reports them all. English lives in `messages.ts` alone.
 */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly args: object;
  readonly place: Place;
  /** Other places that have a part in it, such as the first of two equal ids. */
  readonly related: readonly { readonly place: Place; readonly note: string }[];
}

export function diagnostic<C extends Code>(
  code: C,
  args: MessageArguments<C>,
  place: Place,
  related: Diagnostic['related'] = [],
): Diagnostic {
  return { code, severity: messages[code].severity, args, place, related };
}

/** What the problem is, and what to do about it; safe to print, whatever the file held. */
export function messageOf(problem: Diagnostic): Message {
  const entry = messages[problem.code] as { say: (args: unknown) => Message };
  const args = Object.entries(problem.args).map(([name, value]) => [
    name,
    typeof value === 'string' ? printable(value) : value,
  ]);
  return entry.say(Object.fromEntries(args));
}

const longestArgument = 120;

/** On one line, not too long, and with nothing in it that a terminal would obey. */
function printable(text: string): string {
  const line = showHidden(text.trim().replace(/\s+/g, ' '));
  return line.length > longestArgument ? `${line.slice(0, longestArgument - 1)}…` : line;
}

/** By file, line, column and code, without exact repetitions. */
export function sortDiagnostics(problems: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...problems].sort(
    (a, b) => comparePlaces(a.place, b.place) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
  const seen = new Set<string>();
  return sorted.filter((problem) => {
    const key = JSON.stringify([problem.code, problem.place, problem.args]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * The first problems of many, errors before others, and how many more there are, said where they begin. Nobody reads
 * a million lines, and printing each with its place would take as long.
 */
export function firstOf(problems: readonly Diagnostic[], most: number = limits.problems): Diagnostic[] {
  if (problems.length <= most) return [...problems];
  const errors = problems.filter(({ severity }) => severity === 'error');
  const others = problems.filter(({ severity }) => severity !== 'error');
  const told = new Set([...errors, ...others].slice(0, most));
  const untold = problems.filter((problem) => !told.has(problem));
  const [first] = untold;
  const count = untold.reduce((sum, problem) => sum + countOf(problem), 0);
  const more = first && {
    ...diagnostic('more-problems', { count, most }, first.place),
    severity: first.severity,
  };
  return [...problems.filter((problem) => told.has(problem)), ...(more ? [more] : [])];
}

function countOf({ code, args }: Diagnostic): number {
  return code === 'more-problems' ? (args as MessageArguments<'more-problems'>).count : 1;
}

export function hasErrors(problems: readonly Diagnostic[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
