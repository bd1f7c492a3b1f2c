import { messageOf } from '../base/diagnostic.ts';
import { CannotWork } from '../base/failure.ts';

/** What was asked for, or why it cannot be had. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** Why something cannot be had. */
export interface Refusal {
  /** Stable; such as `invalid-policy`. */
  readonly code: string;
  /** What is wrong, in one sentence. */
  readonly reason: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Does work that is refused by an exception, and returns the refusal. A fault of our own is still thrown. */
export function attempt<T>(work: () => T): Answer<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (!(error instanceof CannotWork)) throw error;
    const { reason, fix } = messageOf(error.failure);
    return refuse(error.sort, reason, fix);
  }
}

export function refuse(code: string, reason: string, fix: string): Answer<never> {
  return { ok: false, refusal: { code, reason, fix } };
}
