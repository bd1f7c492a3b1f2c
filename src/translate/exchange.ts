import { sha256 } from '../base/canonical.ts';
import { type Why, type WhyArguments, type WhyCode, why } from '../base/messages-why.ts';
import type { TextState } from './texts.ts';

/** Texts sent to a translator and returned. */
export interface Exchange {
  readonly sourceLocale: string;
  readonly locale: string;
  readonly policies: readonly ExchangedPolicy[];
}

export interface ExchangedPolicy {
  readonly policy: string;
  readonly units: readonly Unit[];
}

/** A text and its translation. */
export interface Unit {
  readonly owner: string;
  readonly field: string;
  /** The mark of the source text; it comes back with the translation. */
  readonly mark: string;
  readonly state: 'initial' | 'translated';
  readonly source: string;
  /** The source text of a stale translation, if a released version still has it: translators see what changed since. */
  readonly sourceBefore?: string;
  /** Empty when there is no translation yet. */
  readonly target: string;
  /** A fingerprint of state and target when they were sent. If it still matches, nobody changed the unit. */
  readonly was: string;
}

/**
 * Texts of a policy as units. A stale translation is sent along to be confirmed; the text it was made from is added if
 * `before` has one with its mark.
 */
export function unitsOf(
  states: readonly TextState[],
  before: ReadonlyMap<string, string> = new Map(),
): Unit[] {
  return states.map(({ owner, field, mark, text, state: now, translation }): Unit => {
    const old = now === 'stale' && translation ? before.get(translation.of) : undefined;
    const state = now === 'translated' ? 'translated' : 'initial';
    const target = translation?.text.trimEnd() ?? '';
    return {
      owner,
      field,
      mark,
      state,
      source: text.trimEnd(),
      ...(old === undefined ? {} : { sourceBefore: old.trimEnd() }),
      target,
      was: fingerprint(state, target),
    };
  });
}

/** Whether a unit came back unchanged. */
export function isUntouched({ state, target, was }: Unit): boolean {
  return was === fingerprint(state, target.trimEnd());
}

/** A short hash of a unit's state and target. */
function fingerprint(state: Unit['state'], target: string): string {
  return `w${sha256(`${state}\n${target}`).slice(0, 12)}`;
}

/** Splits `owner/field`. An owner never contains a slash. */
export function splitName(name: string): { readonly owner: string; readonly field: string } {
  const slash = name.indexOf('/');
  return slash === -1
    ? { owner: name, field: '' }
    : { owner: name.slice(0, slash), field: name.slice(slash + 1) };
}

/** A problem in a translator's file. The readers throw it, and their callers catch it. */
export class NotReadable extends Error {
  readonly why: Why;

  constructor(reason: Why) {
    super(reason.code);
    this.why = reason;
  }
}

/** An error to throw: `throw notReadable('mark-lost', { text })`. */
export function notReadable<C extends WhyCode>(code: C, ...args: WhyArguments<C>): NotReadable {
  return new NotReadable(why(code, ...args));
}

/** The first name that occurs a second time. */
export function firstAgain(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}

const markPattern = /^h[0-9a-f]{12}$/;

/** Whether a text is a mark. */
export function isMark(text: unknown): text is string {
  return typeof text === 'string' && markPattern.test(text);
}
