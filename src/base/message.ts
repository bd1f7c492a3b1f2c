export type Severity = 'error' | 'warning' | 'info';

export interface Message {
  /** What is wrong, as one sentence or two. */
  readonly reason: string;
  /** What to do about it. */
  readonly fix: string;
}

export interface Entry<Arguments> {
  readonly severity: Severity;
  readonly say: (args: Arguments) => Message;
}

/** The known name most like the one written, when one is close. */
export type Nearest = { readonly nearest?: string | undefined };

export const didYouMean = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `Did you mean ${suggestion}?`;

/** What is expected, before its examples: the fix gives those. */
export const withoutExamples = (expected: string): string => expected.split(' such as ')[0] ?? expected;

/** “a, b or c”. */
export const list = (values: readonly string[], joint: 'or' | 'and' = 'or'): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${joint} ${values.at(-1)}`;

/** One diagnostic of the table in `messages.ts`. */
export function entry<Arguments extends object>(
  severity: Severity,
  say: (args: Arguments) => Message,
): Entry<Arguments> {
  return { severity, say };
}
