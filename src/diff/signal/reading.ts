import type { Span } from './spans.ts';
import type { Token } from './tokens.ts';

/** A text as its tokens and what they signal. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly spans: readonly Span[];
  /** Whether it is known to tell readers of something that they can choose. */
  readonly offers: boolean;
}

/** Half-open, of tokens. */
export type Range = readonly [start: number, end: number];

/** Whether a span of some kind stands within some tokens of a place. */
export function isNear(
  isMeant: (span: Span) => boolean,
  reach: number,
  { spans }: Reading,
  [start, end]: Range,
): boolean {
  return spans.some((span) => span.end > start - reach && span.start < end + reach && isMeant(span));
}
