import type { Diagnostic } from '../base/diagnostic.ts';
import type { Limit } from '../base/limits.ts';
import { type Place, type SourceFile, startOfFile } from '../base/place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type Excess, excessOf, nearLimit, nearlyThere, overLimit, partsIn } from '../syntax/budget.ts';
import type { YamlFile } from '../syntax/yaml.ts';
import type { Policy, Row, Table } from './policy.ts';
import { partsOfKey } from './relations.ts';

/** What there is too much of in the files of a policy together, before any of them is parsed. */
export function overLimits({ files }: Snapshot): Diagnostic[] {
  const sources = [...files.values()];
  const start = ({ path }: SourceFile): Place => startOfFile(path);
  const named = sources.flatMap(({ path }) => {
    const excess = excessOf('nameLength', path.length);
    return excess ? [overLimit(excess, startOfFile(path))] : [];
  });
  return [
    ...named,
    ...sources.flatMap(nearlyTooLarge),
    ...overTotal('policyFiles', sources, () => 1, start),
    ...overTotal('policyCharacters', sources, ({ text }) => text.length, start),
    ...overTotal('yamlParts', sources, ({ text }) => partsIn(text), start),
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
  const rows = overTotal(
    'rows',
    tables,
    ({ length }) => length,
    () => last ?? startOfFile('policy.yaml'),
  );
  // Of what is no longer written out, nothing else is known.
  if (rows.some(({ code }) => code === 'over-limit')) return rows;
  return [
    ...rows,
    ...counted.flatMap(({ limit, isOne }) =>
      overTotal(
        limit,
        facts,
        (row) => (isOne(row) ? 1 : 0),
        ({ place }) => place,
      ),
    ),
    ...overTotal('policyCharacters', [...facts, ...prose], charactersIn, ({ place }) => place),
  ];
}

/** A page in each language is made, and leads to all others. */
export function overLocales(locales: readonly string[], placeOf: (index: number) => Place): Diagnostic[] {
  return overTotal('locales', [...locales.keys()], () => 1, placeOf);
}

/** What its pages come to: where nothing is translated, each says what the prevailing language says. */
export function overPages(policy: Paged, place: Place): Diagnostic[] {
  return overTotal(
    'pageRows',
    [pageRows(policy)],
    (rows) => rows,
    () => place,
  );
}

type Paged = Pick<Policy, 'facts' | 'prose' | 'locales' | 'prevailing'>;

function pageRows({ facts, prose, locales, prevailing }: Paged): number {
  return (facts.length + prose.filter(({ key }) => key.at(-1) === prevailing).length) * locales.length;
}

/** Rows that cost more than others: each is told by itself, or is asked about each change. */
const counted: readonly { readonly limit: Limit; readonly isOne: (row: Row) => boolean }[] = [
  { limit: 'stating', isOne: ({ relation }) => relation !== 'statement' && isClause(relation) },
  { limit: 'listed', isOne: ({ relation }) => relation.endsWith('.listed') },
  { limit: 'members', isOne: isMember },
  {
    limit: 'watching',
    isOne: ({ relation }) => relation === 'change.entry' || relation === 'change.promise',
  },
];

/** A row of a list below a clause; those of a register are told with their entries. */
function isMember({ relation, key }: Row): boolean {
  return key.length > 1 && relation !== 'sensitivity' && !relation.includes('.listed');
}

/** What there is too much of in a compiled policy that was not released: no source could say so much. */
export function compiledExcess(policy: Paged & Pick<Policy, 'structure'>): Excess | undefined {
  const { facts, prose, structure, locales } = policy;
  const owners = new Set(facts.flatMap(({ relation, key }) => (isClause(relation) ? [key[0]] : [])));
  const many = counted.map(({ limit, isOne }) => excessOf(limit, facts.filter(isOne).length));
  return (
    excessOf('rows', facts.length + prose.length + structure.length) ??
    excessOf('locales', locales.length) ??
    excessOf('pageRows', pageRows(policy)) ??
    excessOf('clauses', owners.size) ??
    many.find((excess) => excess !== undefined) ??
    excessOf(
      'policyCharacters',
      [...facts, ...prose].reduce((sum, row) => sum + charactersIn(row), 0),
    )
  );
}

function isClause(relation: string): boolean {
  return partsOfKey(relation).join() === 'clause';
}

export function charactersIn({ key, values }: Row): number {
  const words = [...key, ...Object.values(values).map(String)];
  return words.reduce((sum, { length }) => sum + length, 0);
}

/** Told of the sum, at the first of them that is too much, or nearly. */
export function overTotal<Item>(
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
