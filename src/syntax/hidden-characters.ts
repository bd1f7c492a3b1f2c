import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { hiddenIn } from '../base/hidden.ts';
import { limits } from '../base/limits.ts';
import { type Place, placeOf, type SourceFile } from '../base/place.ts';
import { scalarOffsets, type WrittenScalar } from './scalar.ts';

/** Characters that make a text look different from what it says: one diagnostic per line, at the first of them. */
export function hiddenCharacters(source: SourceFile): Diagnostic[] {
  const lines = new Map<number, { place: Place; names: Set<string> }>();
  for (const { name, start, end } of hiddenIn(source.text)) {
    if (start === 0 && name === 'U+FEFF') continue;
    const place = placeOf(source, start, end);
    const line = lines.get(place.line);
    if (line) line.names.add(name);
    else lines.set(place.line, { place, names: new Set([name]) });
  }
  return [...lines.values()].map(({ place, names }) => hiddenProblem(names, place));
}

/**
 * The same characters written as escapes (`"\u202E"`), which the text of the file does not show: only the first few.
 */
export function hiddenEscapes(source: SourceFile, scalar: WrittenScalar): Diagnostic[] {
  if (scalar.type !== 'QUOTE_DOUBLE') return [];
  const problems: Diagnostic[] = [];
  let offsets: ((valueOffset: number) => number) | undefined;
  for (const { name, start, end } of hiddenIn(String(scalar.value))) {
    offsets ??= scalarOffsets(source, scalar);
    const from = offsets(start);
    if (source.text[from] !== '\\') continue;
    problems.push(hiddenProblem([name], placeOf(source, from, offsets(end))));
    if (problems.length === limits.problems) break;
  }
  return problems;
}

function hiddenProblem(names: Iterable<string>, place: Place): Diagnostic {
  return diagnostic('hidden-character', { character: [...names].join(', ') }, place);
}
