/** Where a part of a text stands, as UTF-16 offsets into it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The part of a text that an expression matched. */
export function spanOf({ 0: matched, index }: RegExpExecArray): Span {
  return { start: index, end: index + matched.length };
}
