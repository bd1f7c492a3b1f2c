import type { Place, SourceFile } from '../base/place.ts';
import { entryFields } from '../model/kinds/any-clause.ts';
import { csvColumns } from '../model/load.ts';
import { parseCsv } from '../syntax/csv.ts';
import type { Collected, Range } from './spots.ts';
import { namespaceOf } from './walk-fields.ts';

/** Finds the ids in the cells of a CSV register. */
export function walkCsv(found: Collected): void {
  const { source } = found;
  const file = parseCsv(source, csvColumns);
  const { entries = [] } = (file.value ?? {}) as { readonly entries?: readonly object[] };
  for (const [index, entry] of entries.entries())
    for (const [name, field] of Object.entries(entryFields('recipient.listed'))) {
      const of = field.is === 'each' ? namespaceOf(field.of) : undefined;
      if (of === undefined || !Object.hasOwn(entry, name)) continue;
      for (const { id, range } of itemsIn(source, file.placeAt(['entries', index, name])))
        found.ids.push({ of, id, role: 'names', file: source.path, range });
    }
}

function itemsIn(source: SourceFile, place: Place): { readonly id: string; readonly range: Range }[] {
  const start = (source.lineStarts[place.line - 1] ?? 0) + place.column - 1;
  const end = (source.lineStarts[place.endLine - 1] ?? 0) + place.endColumn - 1;
  return [...source.text.slice(start, end).matchAll(/[^;"]+/g)].flatMap(({ 0: written, index }) => {
    const id = written.trim();
    const from = start + index + written.indexOf(id);
    return id === '' ? [] : [{ id, range: [from, from + id.length] as const }];
  });
}
