import type { Span } from './spans.ts';
import type { Token } from './tokens.ts';

/** A text as its tokens and what they signal. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly spans: readonly Span[];
}

/** Half-open, of tokens. */
export type Range = readonly [start: number, end: number];

const reach = 12;

/** Whether one of some signals stands within a dozen tokens of a place. */
export function isNear(signals: ReadonlySet<string>, { spans }: Reading, [start, end]: Range): boolean {
  return spans.some(
    (span) => signals.has(span.signal) && span.end > start - reach && span.start < end + reach,
  );
}
