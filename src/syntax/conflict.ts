import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { placeOf, type SourceFile } from '../base/place.ts';

const marker = /^(?:<{7}|>{7})(?: .*)?$/gm;

/**
 * The places where git left both sides of a conflict in a file. A row of equals signs alone is ignored: it may be a
 * heading.
 */
export function conflictMarkers(source: SourceFile, args: { released?: true } = {}): Diagnostic[] {
  if (!source.text.includes('<<<<<<<') && !source.text.includes('>>>>>>>')) return [];
  return [...source.text.matchAll(marker)].map((match) =>
    diagnostic('conflict-marker', args, placeOf(source, match.index, match.index + 7)),
  );
}

/** Whether git left both sides of a conflict in a text that is not split into lines. */
export function isConflicted(text: string): boolean {
  return text.search(marker) >= 0;
}
