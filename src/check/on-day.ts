import { type Diagnostic, diagnostic, sortDiagnostics } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import type { Waiver } from '../model/waivers.ts';
import { waiveProblems } from './waive.ts';

/** The last day of an entry of a register, and where it is written. */
export interface Ending {
  readonly entry: string;
  readonly until: string;
  readonly place: Place;
}

/** What is found in a policy whatever the day is, and what depends on the day. */
export interface FoundAnyDay {
  readonly problems: readonly Diagnostic[];
  /** Undefined when not every rule had its say. */
  readonly waivers?: readonly Waiver[] | undefined;
  readonly endings: readonly Ending[];
}

/** What is found on a day: some of it is waived, some waivers have expired, some entries of registers have ended. */
export function onDay(
  { problems, waivers, endings }: FoundAnyDay,
  day: string | undefined,
): readonly Diagnostic[] {
  const past = pastEntries(endings, day);
  const all = past.length === 0 ? problems : sortDiagnostics([...problems, ...past]);
  return waivers ? waiveProblems(all, waivers, day) : all;
}

/** Entries that had ended by a day and are still listed. Without a day none has. */
export function pastEntries(endings: readonly Ending[], today: string | undefined): Diagnostic[] {
  return endings.flatMap(({ entry, until, place }) =>
    today !== undefined && until < today ? [diagnostic('register-entry-past', { entry, until }, place)] : [],
  );
}
