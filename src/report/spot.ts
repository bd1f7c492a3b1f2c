import { posix } from 'node:path';
import type { Place } from '../base/place.ts';
import type { Spot } from './report.ts';

/** Where places of some files are: `fileIn` names a file as somebody at the command line would. */
export interface Location {
  /** Where the command ran, relative to the root of its repository. */
  readonly from: string;
  readonly fileIn: (file: string) => string;
}

/** A place by its file's path from the root of the repository. */
export function spotOf(place: Place, { from, fileIn }: Location): Spot {
  const file = fileIn(place.file);
  return { ...place, file: posix.isAbsolute(file) ? file : posix.join(from, file) };
}

/** A spot as somebody would write it who stands where the command ran: `file:line:column`. */
export function spotFrom(from: string, { file, line, column }: Spot): string {
  const path = posix.isAbsolute(file) ? file : posix.relative(from, file);
  return `${path}:${line}:${column}`;
}
