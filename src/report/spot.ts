import { posix } from 'node:path';
import type { Place } from '../base/place.ts';
import type { ComparisonReport, FoundChange, Spot } from './report.ts';

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

/**
 * A spot as somebody would write it who stands where the command ran: `file:line:column`. A version that is read as a document
 * is no file that could be opened: `20:1 in #2`.
 */
export function spotFrom(from: string, { file, line, column }: Spot): string {
  const version = posix.basename(file);
  if (/^#\d+$/.test(version)) return `${line}:${column} in ${version}`;
  const path = from === '' || posix.isAbsolute(file) ? file : posix.relative(from, file);
  return `${path}:${line}:${column}`;
}

/**
 * Where a change stands in either version, as somebody would write it who stands where the command ran. A file that is the
 * same is named once, for the version that can be opened; a version that is called by its file is not named again.
 */
export function placesOf(
  { base, head }: Pick<FoundChange, 'base' | 'head'>,
  sides: Pick<ComparisonReport, 'base' | 'head'>,
  from: string,
): string[] {
  const within = (spot: Spot, { label }: ComparisonReport['base'], known?: string): string => {
    const place = spot.file === known ? `${spot.line}:${spot.column}` : spotFrom(from, spot);
    return place.startsWith(`${label}:`) || place.endsWith(` in ${label}`) ? place : `${place} in ${label}`;
  };
  return [
    ...(base ? [within(base, sides.base, head?.file)] : []),
    ...(head ? [within(head, sides.head)] : []),
  ];
}
