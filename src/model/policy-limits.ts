import type { Diagnostic } from '../base/diagnostic.ts';
import type { Limit } from '../base/limits.ts';
import { type Place, startOfFile } from '../base/place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { excessOf, overLimit, partsIn } from '../syntax/budget.ts';
import type { YamlFile } from '../syntax/yaml.ts';

/** What there is too much of in the files of a policy together, before any of them is parsed. */
export function overLimits({ files }: Snapshot): Diagnostic[] {
  const sources = [...files.values()];
  const named = sources.flatMap(({ path }) => {
    const excess = excessOf('nameLength', path.length);
    return excess ? [overLimit(excess, startOfFile(path))] : [];
  });
  return [
    ...named,
    ...overTotal(
      'policyFiles',
      sources,
      () => 1,
      ({ path }) => startOfFile(path),
    ),
    ...overTotal(
      'policyCharacters',
      sources,
      ({ text }) => text.length,
      ({ path }) => startOfFile(path),
    ),
    ...overTotal(
      'yamlParts',
      sources,
      ({ text }) => partsIn(text),
      ({ path }) => startOfFile(path),
    ),
  ];
}

/** What the Markdown of all texts asks of the parser. */
export function overMarks(files: readonly YamlFile[]): Diagnostic[] {
  return overTotal(
    'textMarks',
    files,
    ({ marks }) => marks,
    ({ source }) => startOfFile(source.path),
  );
}

export function overClauses(
  chapters: readonly { readonly file: YamlFile; readonly clauses: readonly unknown[] }[],
): Diagnostic[] {
  return overTotal(
    'clauses',
    chapters,
    ({ clauses }) => clauses.length,
    ({ file }) => startOfFile(file.source.path),
  );
}

/** Told of the sum, at the first of them that is too much. */
function overTotal<Item>(
  limit: Limit,
  items: readonly Item[],
  measure: (item: Item) => number,
  placeOf: (item: Item) => Place,
): Diagnostic[] {
  let found = 0;
  let first: Item | undefined;
  for (const item of items) {
    found += measure(item);
    if (first === undefined && excessOf(limit, found)) first = item;
  }
  const excess = excessOf(limit, found);
  return excess && first !== undefined ? [overLimit(excess, placeOf(first))] : [];
}
