import { sha256 } from '../base/canonical.ts';
import { type Why, type WhyArguments, type WhyCode, why } from '../base/messages-why.ts';
import { type TextState, textName } from './texts.ts';

/** Texts on their way to a translator and back. */
export interface Exchange {
  readonly sourceLocale: string;
  readonly locale: string;
  readonly policies: readonly ExchangedPolicy[];
}

export interface ExchangedPolicy {
  /** The id of the policy. */
  readonly policy: string;
  readonly units: readonly Unit[];
}

/** A text and its translation. */
export interface Unit {
  readonly owner: string;
  readonly field: string;
  /** The mark of the text that is translated: it comes back with the translation. */
  readonly mark: string;
  readonly state: 'initial' | 'translated';
  readonly source: string;
  /** The text that a stale translation was made of, where a released version has it: what changed since can be seen. */
  readonly sourceBefore?: string;
  /** Empty when there is no translation yet. */
  readonly target: string;
  /** What state and target were when they left; equal to the same of what comes back when nobody touched the unit. */
  readonly was: string;
}

/**
 * Texts of a policy as units. A stale translation goes along, with the text that it translates where `before` has one
 * of that mark, and waits to be confirmed.
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

/** Whether a unit comes back as it left. */
export function isUntouched({ state, target, was }: Unit): boolean {
  return was === fingerprint(state, target.trimEnd());
}

/** A short hash of a unit's state and target. */
function fingerprint(state: Unit['state'], target: string): string {
  return `w${sha256(`${state}\n${target}`).slice(0, 12)}`;
}

/** Splits `owner/field`; no owner has a slash in it. */
export function splitName(name: string): { readonly owner: string; readonly field: string } {
  const slash = name.indexOf('/');
  return slash === -1
    ? { owner: name, field: '' }
    : { owner: name.slice(0, slash), field: name.slice(slash + 1) };
}

/** What is wrong with a translator's file. Thrown by the readers, and caught by who called them. */
export class NotReadable extends Error {
  readonly why: Why;

  constructor(reason: Why) {
    super(reason.code);
    this.why = reason;
  }
}

/** To be thrown: `throw notReadable('mark-lost', { text })`. */
export function notReadable<C extends WhyCode>(code: C, ...args: WhyArguments<C>): NotReadable {
  return new NotReadable(why(code, ...args));
}

/** The first unit that comes twice. */
export function firstTwice(units: readonly Unit[]): string | undefined {
  const seen = new Set<string>();
  return units.map(textName).find((name) => seen.size === seen.add(name).size);
}

const markPattern = /^h[0-9a-f]{12}$/;

/** Whether a text is a mark. */
export function isMark(text: unknown): text is string {
  return typeof text === 'string' && markPattern.test(text);
}
