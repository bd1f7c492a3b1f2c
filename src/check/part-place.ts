import type { Diagnostic } from '../base/diagnostic.ts';
import { type Place, placeOf, type SourceFile } from '../base/place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** Findings in a part of a text, at the place of that part in its file: lines, indents and quotes of YAML are passed over. */
export function placeParts(problems: readonly Diagnostic[], { files }: Snapshot): readonly Diagnostic[] {
  return problems.map((problem) => {
    const { part, ...whole } = problem;
    const source = files.get(problem.place.file);
    return part && source ? { ...whole, place: placeOfPart(part, problem.place, source) } : whole;
  });
}

const longestSought = 2_000;

/** The place of the text itself when the part is not found, written with escapes as it may be. */
function placeOfPart(
  { text, start, end }: NonNullable<Diagnostic['part']>,
  place: Place,
  source: SourceFile,
): Place {
  const from = (source.lineStarts[place.line - 1] ?? 0) + place.column - 1;
  const to = (source.lineStarts[place.endLine - 1] ?? 0) + place.endColumn - 1;
  // A part of many words is found by its first ones: an expression has its limits.
  const wanted = new RegExp(
    text
      .slice(start, Math.min(end, start + longestSought))
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "''?"))
      .join('\\s+'),
    'g',
  );
  const before = [...text.slice(0, start).matchAll(wanted)].length;
  const found = [...source.text.slice(from, to).matchAll(wanted)][before];
  if (!found || found[0] === '') return place;
  return placeOf(source, from + found.index, from + found.index + found[0].length);
}
