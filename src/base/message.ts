/** How grave a problem is. With an `error` nothing is compared, released or published; the others stop nothing by themselves. */
export type Severity = 'error' | 'warning' | 'info';

/** A problem in words. */
export interface Message {
  /** What is wrong, as one sentence or two. */
  readonly reason: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A code and its arguments: what every problem has, whatever else it knows of its place. */
export interface Problem {
  readonly code: string;
  readonly args: object;
}

/** Puts a problem into words, for a message that quotes another problem. */
export type Words = (problem: Problem) => Message;

/** What the table of diagnostics holds for one code. */
export interface Entry<Arguments> {
  readonly severity: Severity;
  readonly say: (args: Arguments, words: Words) => Message;
  /** Names of arguments that policyc itself wrote: they are shown as they are. All others are made safe and cut to a line. */
  readonly whole?: readonly string[];
}

/** The known name most like the one written, when one is close. */
export type Nearest = { readonly nearest?: string | undefined };

export const didYouMean = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `Did you mean ${suggestion}?`;

/** What is known to be near an unknown name, by its letters and by what it says. */
export const nearestOf = (
  { nearest, meant }: Nearest & { readonly meant?: string | undefined },
  otherwise: string,
): string =>
  nearest === undefined && meant === undefined
    ? otherwise
    : [
        ...(nearest === undefined ? [] : [didYouMean(nearest, '')]),
        ...(meant === undefined || meant === nearest ? [] : [`Nearest by meaning: ${meant}.`]),
      ].join(' ');

/** A description of what is expected, cut off before its examples (“a period such as P30D”): the fix gives those. */
export const withoutExamples = (expected: string): string => expected.split(' such as ')[0] ?? expected;

/** “a, b or c”. */
export const list = (values: readonly string[], joint: 'or' | 'and' = 'or'): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${joint} ${values.at(-1)}`;

/** One diagnostic of the table in `messages.ts`. */
export function entry<Arguments extends object>(
  severity: Severity,
  say: (args: Arguments, words: Words) => Message,
  whole: readonly (keyof Arguments & string)[] = [],
): Entry<Arguments> {
  return { severity, say, whole };
}

/** What sort of failure it is, for programs that tell a few apart. */
export type SortOfFailure =
  | 'usage'
  | 'no-workspace'
  | 'invalid-workspace'
  | 'invalid-policy'
  | 'no-such-policy'
  | 'no-such-revision'
  | 'no-such-file'
  | 'not-checked-out'
  | 'linked-folder'
  | 'archive-broken'
  | 'not-released'
  | 'release-refused'
  | 'site-refused'
  | 'git-failed'
  | 'translations-refused';

export interface FailureEntry<Arguments> {
  readonly sort: SortOfFailure;
  readonly say: (args: Arguments, words: Words) => Message;
  /** Arguments to show the words with. */
  readonly example: Arguments;
}

/** One failure of the table in `messages-failure.ts`. */
export function failure<Arguments extends object>(
  sort: SortOfFailure,
  say: (args: Arguments, words: Words) => Message,
  example: NoInfer<Arguments>,
): FailureEntry<Arguments> {
  return { sort, say, example };
}
