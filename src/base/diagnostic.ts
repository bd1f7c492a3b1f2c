import { compareTexts } from './compare-texts.ts';
import { showHidden } from './hidden.ts';
import { isObject } from './json.ts';
import { limits } from './limits.ts';
import type { Problem } from './message.ts';
import { messageTables } from './message-tables.ts';
import {
  type Code,
  type Message,
  type MessageArguments,
  messages,
  type Role,
  type Severity,
} from './messages.ts';
import { comparePlaces, type Place } from './place.ts';

/**
 * A problem in what a user wrote. Problems are values: nothing is thrown, and one run reports them all. Like faults of an
 * archive, things missing from a release and failures of commands, a problem is a code with arguments: English is only in
 * the tables `messages*.ts`, and `messageOf` is the only way to it.
 */
export interface Diagnostic extends Problem {
  /** Stable, such as `unknown-key`; docs/diagnostics has a page for each. */
  readonly code: Code;
  readonly severity: Severity;
  /** What `messageOf` makes its words of. */
  readonly args: object;
  readonly place: Place;
  /** Other places involved, such as the first of two equal ids. */
  readonly related: readonly { readonly place: Place; readonly role: Role }[];
  /** The part of the text at `place` that is meant, until `placeParts` has replaced `place` by the place of that part. */
  readonly part?: TextPart;
  /** Set when the clause waives it: it is reported as waived, and is no error any more. */
  readonly waived?: Waived;
}

/** A part of a text, as UTF-16 offsets into it. Rules on prose report it; `placeParts` turns it into a place in the file. */
export interface TextPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The waiver of a finding by a clause (`waive:`): why it is fine, and the last day; for ever without one. */
export interface Waived {
  readonly reason: string;
  readonly until?: string;
}

/** Makes a problem with the severity of its code. `related` are other places involved. */
export function diagnostic<C extends Code>(
  code: C,
  args: MessageArguments<C>,
  place: Place,
  related: Diagnostic['related'] = [],
): Diagnostic {
  return { code, severity: messages[code].severity, args, place, related };
}

type Say = (args: unknown, words: typeof messageOf) => Message;
const entries = Object.assign({}, ...Object.values(messageTables)) as Readonly<
  Record<string, { say: Say; whole?: readonly string[] }>
>;

/**
 * The English of a problem: what is wrong, and what to do about it. It accepts every sort of problem (of a policy, of an
 * archive, of a release, of a command). An unknown code, of another version of policyc, gets words that say so. The words
 * of a diagnostic are safe to print, whatever they quote from a file.
 */
export function messageOf({ code, args }: Problem): Message {
  const entry = Object.hasOwn(entries, code) ? entries[code] : undefined;
  if (!entry) return unknownCode(code);
  return entry.say(Object.hasOwn(messages, code) ? quoted(args, entry.whole) : args, messageOf);
}

/** For a problem that another version of policyc found and a program kept. */
function unknownCode(code: string): Message {
  return {
    reason: `This version of policyc has no words for ${printable(String(code))}.`,
    fix: 'Ask the version that found it, or look for it again.',
  };
}

function quoted(args: object, whole: readonly string[] = []): object {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, whole.includes(name) ? value : quotedValue(value)]),
  );
}

function quotedValue(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  return isObject(value) ? quoted(value) : value;
}

const longestArgument = 120;

/** On one line, not too long, and without anything that a terminal would obey. */
function printable(text: string): string {
  const line = showHidden(text.trim().replace(/\s+/g, ' '));
  return line.length > longestArgument ? `${line.slice(0, longestArgument - 1)}…` : line;
}

/** Sorts problems by file, line, column and code, and drops repetitions with the same arguments. */
export function sortDiagnostics(problems: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...problems].sort(
    (a, b) => comparePlaces(a.place, b.place) || compareTexts(a.code, b.code),
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
 * The first of very many problems, and how many more there are. Errors come before others, and the first of each code
 * before more of any, so that a frequent problem does not hide a rare one. Nobody reads a million lines, and printing
 * each with its place would take as long.
 */
export function firstOf(problems: readonly Diagnostic[], most: number = limits.problems): Diagnostic[] {
  if (problems.length <= most) return [...problems];
  const errors = problems.filter(({ severity }) => severity === 'error');
  const others = problems.filter(({ severity }) => severity !== 'error');
  const told = new Set([...eachCodeFirst(errors), ...eachCodeFirst(others)].slice(0, most));
  const untold = problems.filter((problem) => !told.has(problem));
  const [first] = untold;
  const count = untold.reduce((sum, problem) => sum + countOf(problem), 0);
  const more = first && {
    ...diagnostic('more-problems', { count, most }, first.place),
    severity: first.severity,
  };
  return [...problems.filter((problem) => told.has(problem)), ...(more ? [more] : [])];
}

function eachCodeFirst(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const byCode = new Map(problems.toReversed().map((problem) => [problem.code, problem]));
  // The count itself is left out.
  byCode.delete('more-problems');
  const first = new Set(byCode.values());
  return [
    ...problems.filter((problem) => first.has(problem)),
    ...problems.filter((problem) => !first.has(problem)),
  ];
}

function countOf({ code, args }: Diagnostic): number {
  return code === 'more-problems' ? (args as MessageArguments<'more-problems'>).count : 1;
}

/** Whether anything is an error that nobody has waived. */
export function hasErrors(problems: readonly Diagnostic[]): boolean {
  return problems.some(({ severity, waived }) => severity === 'error' && !waived);
}
