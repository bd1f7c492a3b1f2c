import { isDate } from '../base/date.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { isSaid } from '../base/hidden.ts';
import type { Place } from '../base/place.ts';
import type { Answer } from '../model/answers.ts';
import type { Waiver } from '../model/waivers.ts';
import { isName } from '../syntax/said.ts';

/**
 * Days of waivers and answers that no calendar has, such as `2027-02-31`, reasons that nobody can see, and answers of
 * nobody. They are no part of the policy, so that no rule sees them, and a base that has one can still be compared.
 */
export function impossibleDays(waivers: readonly Waiver[], answers: readonly Answer[]): Diagnostic[] {
  return [
    ...waivers.flatMap(({ until, untilPlace, reason, place }) => [
      ...impossible(until, untilPlace),
      ...(isSaid(reason) ? [] : [expecting('reason', reason, place)]),
    ]),
    ...answers.flatMap(({ on, onPlace, by, place }) => [
      ...impossible(on, onPlace),
      ...(isName(by) ? [] : [expecting('somebody', by, place)]),
    ]),
  ];
}

function impossible(day: string | undefined, place: Place | undefined): Diagnostic[] {
  if (day === undefined || place === undefined || isDate(day)) return [];
  return [expecting('day', day, place)];
}

function expecting(type: string, value: string, place: Place): Diagnostic {
  return diagnostic('bad-format', { value, expected: { type } }, place);
}
