import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { hiddenIn } from '../base/hidden.ts';
import { type Place, placeOf, type SourceFile } from '../base/place.ts';
import { scalarOffsets, type WrittenScalar } from './scalar.ts';

/** Characters that make a text read differently from what it says: one diagnostic a line, at the first of them. */
export function hiddenCharacters(source: SourceFile): Diagnostic[] {
  const lines = new Map<number, { place: Place; names: Set<string> }>();
  for (const { name, start, end } of hiddenIn(source.text)) {
    const place = placeOf(source, start, end);
    const line = lines.get(place.line);
    if (line) line.names.add(name);
    else lines.set(place.line, { place, names: new Set([name]) });
  }
  return [...lines.values()].map(({ place, names }) => hiddenProblem(names, place));
}

/** The same characters written as escapes (`"\u202E"`), which the file's own text does not show. */
export function hiddenEscapes(source: SourceFile, scalar: WrittenScalar): Diagnostic[] {
  const found = scalar.type === 'QUOTE_DOUBLE' ? hiddenIn(String(scalar.value)) : [];
  if (found.length === 0) return [];
  const offsets = scalarOffsets(source, scalar);
  return found.flatMap(({ name, start, end }) => {
    const from = offsets(start);
    if (source.text[from] !== '\\') return [];
    return [hiddenProblem([name], placeOf(source, from, offsets(end)))];
  });
}

function hiddenProblem(names: Iterable<string>, place: Place): Diagnostic {
  return diagnostic('hidden-character', { character: [...names].join(', ') }, place);
}
