import { dateAt, isDate } from '../base/date.ts';
import { cannot } from '../base/failure.ts';
import type { World } from './world.ts';

/** A date the user gave, or today at a UTC offset. */
export function dateOrToday(
  given: string | undefined,
  option: string,
  utcOffset: string,
  world: World,
): string {
  return given === undefined ? dateAt(world.now(), utcOffset) : validDate(given, option);
}

export function validDate(given: string, option: string): string {
  if (!isDate(given)) throw cannot('date-unreal', { option, date: given });
  return given;
}

/** Refuses a date of publication in the future, for a version that was published before, or that takes one back. */
export function requirePast(published: string, utcOffset: string, world: World, withdraws = false): void {
  const today = dateAt(world.now(), utcOffset);
  if (published > today) throw cannot('adopted-later', { published, today, withdraws });
}
