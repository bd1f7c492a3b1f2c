import { isDate } from '../base/date.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import type { Answer } from '../model/answers.ts';
import type { Waiver } from '../model/waivers.ts';

/**
 * Days of waivers and answers that no calendar has, such as `2027-02-31`. They are no part of the policy, so that no
 * rule sees them, and a base that has one can still be compared.
 */
export function impossibleDays(waivers: readonly Waiver[], answers: readonly Answer[]): Diagnostic[] {
  return [
    ...waivers.flatMap(({ until, untilPlace }) => impossible(until, untilPlace)),
    ...answers.flatMap(({ on, onPlace }) => impossible(on, onPlace)),
  ];
}

function impossible(day: string | undefined, place: Place | undefined): Diagnostic[] {
  if (day === undefined || place === undefined || isDate(day)) return [];
  return [diagnostic('bad-format', { value: day, expected: { type: 'day' } }, place)];
}
