import type { Diagnostic } from '../base/diagnostic.ts';
import type { Limit } from '../base/limits.ts';
import { type Place, type SourceFile, startOfFile } from '../base/place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { excessOf, nearLimit, nearlyThere, overLimit, partsIn } from '../syntax/budget.ts';
import type { YamlFile } from '../syntax/yaml.ts';
import type { Policy, Row, Table } from './policy.ts';

/** What there is too much of in the files of a policy together, before any of them is parsed. */
export function overLimits({ files }: Snapshot): Diagnostic[] {
  const sources = [...files.values()];
  const named = sources.flatMap(({ path }) => {
    const excess = excessOf('nameLength', path.length);
    return excess ? [overLimit(excess, startOfFile(path))] : [];
  });
  return [
    ...named,
    ...sources.flatMap(nearlyTooLarge),
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

/** A checkout may write each line end as two bytes. */
function nearlyTooLarge({ path, text, lineStarts }: SourceFile): Diagnostic[] {
  const near = nearLimit('fileBytes', Buffer.byteLength(text) + lineStarts.length);
  return near ? [nearlyThere(near, startOfFile(path))] : [];
}

/** What the texts of all files are and ask of the parser, with what their aliases stand for. */
export function overTexts(files: readonly YamlFile[]): Diagnostic[] {
  const placeOf = ({ source }: YamlFile): Place => startOfFile(source.path);
  const heaviest = files.flatMap((file) => {
    const near = file.heaviest && nearLimit('paragraphMarks', file.heaviest.marks);
    return near && file.heaviest ? [nearlyThere(near, file.heaviest.place)] : [];
  });
  return [
    ...heaviest,
    ...overTotal('textMarks', files, ({ marks }) => marks, placeOf),
    ...overTotal('policyCharacters', files, ({ characters }) => characters, placeOf),
  ];
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

/** What the rows of a policy come to: a list that is written once is rows, and texts, below each clause that names it. */
export function overRows({ facts, prose, structure }: Pick<Policy, Table>): Diagnostic[] {
  const last = structure.findLast(({ relation }) => relation === 'clause')?.place;
  const tables = [facts, prose, structure];
  return [
    ...overTotal(
      'rows',
      tables,
      ({ length }) => length,
      () => last ?? startOfFile('policy.yaml'),
    ),
    ...overTotal('policyCharacters', [...facts, ...prose], charactersIn, ({ place }) => place),
  ];
}

export function charactersIn({ key, values }: Row): number {
  const words = [...key, ...Object.values(values).map(String)];
  return words.reduce((sum, { length }) => sum + length, 0);
}

/** Told of the sum, at the first of them that is too much, or nearly. */
function overTotal<Item>(
  limit: Limit,
  items: readonly Item[],
  measure: (item: Item) => number,
  placeOf: (item: Item) => Place,
): Diagnostic[] {
  let found = 0;
  let [near, first]: [Item | undefined, Item | undefined] = [undefined, undefined];
  for (const item of items) {
    found += measure(item);
    if (near === undefined && nearLimit(limit, found)) near = item;
    if (first === undefined && excessOf(limit, found)) first = item;
  }
  const [excess, close] = [excessOf(limit, found), nearLimit(limit, found)];
  if (excess && first !== undefined) return [overLimit(excess, placeOf(first))];
  return close && near !== undefined ? [nearlyThere(close, placeOf(near))] : [];
}
