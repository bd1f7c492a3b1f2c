/** The severity of a problem. With an `error` nothing is compared, released or published; the others stop nothing by themselves. */
export type Severity = 'error' | 'warning' | 'info';

/** A problem in words. */
export interface Message {
  /** What is wrong, as one sentence or two. */
  readonly reason: string;
  readonly fix: string;
}

/** A code and its arguments, which every problem has. */
export interface Problem {
  readonly code: string;
  readonly args: object;
}

/** Puts a problem into words, for a message that quotes another problem. */
export type Words = (problem: Problem) => Message;

/** The entry of one code in the table of diagnostics. */
export interface Entry<Arguments> {
  readonly severity: Severity;
  readonly say: (args: Arguments, words: Words) => Message;
  /**
   * Names of arguments written by policyc itself, which are shown as they are. All others are made safe and shortened to
   * a line.
   */
  readonly whole?: readonly string[];
}

/** The known name closest to the one written, if any is close. */
export type Nearest = { readonly nearest?: string | undefined };

export const didYouMean = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `Did you mean ${suggestion}?`;

/** The known names near an unknown one, by spelling and by meaning. */
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

/** A description of what is expected, without its examples (“a period such as P30D”), which the fix gives. */
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

/** The sort of a failure, for programs that distinguish a few. */
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

/** Arguments as whoever gives them has them: lists may be lists of others. */
type Given<Arguments> = {
  readonly [Name in keyof Arguments]: Arguments[Name] extends readonly (infer Member)[]
    ? readonly Member[]
    : Arguments[Name];
};

export interface FailureEntry<Arguments> {
  readonly sort: SortOfFailure;
  readonly example: Arguments;
  readonly say: (args: Given<Arguments>, words: Words) => Message;
}

/** One failure of the table in `messages-failure.ts`; its arguments are those of its example, where that shows all that they may be. */
export function failure<Arguments extends object>(
  sort: SortOfFailure,
  example: Arguments,
  say: FailureEntry<Arguments>['say'],
): FailureEntry<Arguments> {
  return { sort, example, say };
}
