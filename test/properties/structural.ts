import { parse, stringify } from 'yaml';
import { keptWith } from '../../src/base/on-demand.ts';
import type { Fields } from '../../src/model/fields.ts';
import { kinds } from '../../src/model/kinds.ts';
import { type ClauseObject, head } from './policies.ts';

/** The files of a policy, by path. */
export type Files = Readonly<Record<string, string>>;

/** An edit that changes how a policy is written and nothing of what it says. */
export interface StructuralEdit {
  readonly name: string;
  readonly apply: (clauses: readonly ClauseObject[]) => Files;
}

const headText = (chapters: readonly string[], more: object = {}): string =>
  stringify({ ...head, ...more, chapters });
const chapterOf = (id: string, clauses: readonly object[]): object => ({
  chapter: id,
  title: 'Main',
  clauses,
});
const chapterText = (id: string, clauses: readonly object[], options: object = {}): string =>
  stringify(chapterOf(id, clauses), { aliasDuplicateObjects: false, ...options });
/** As JSON, which is YAML too, and written in a tenth of the time: what is edited is not how it is written alone. */
const chapterJson = (id: string, clauses: readonly object[]): string =>
  JSON.stringify(chapterOf(id, clauses), undefined, 1);

/** One chapter in one file: what every edit starts from. */
export const plainFiles = keptWith(
  (clauses: readonly ClauseObject[]): Files => ({
    'policy.yaml': headText(['main']),
    'chapters/main.yaml': chapterText('main', clauses),
  }),
);

const onText = (name: string, edit: (text: string) => string): StructuralEdit => ({
  name,
  apply: (clauses) => {
    const files = plainFiles(clauses);
    return { ...files, 'chapters/main.yaml': edit(files['chapters/main.yaml'] ?? '') };
  },
});

const onClauses = (
  name: string,
  edit: (clauses: readonly ClauseObject[]) => readonly object[],
): StructuralEdit => ({
  name,
  apply: (clauses) => ({ ...plainFiles(clauses), 'chapters/main.yaml': chapterJson('main', edit(clauses)) }),
});

/** What an edit of clauses gives that edits none. */
export const unedited = onClauses('', (clauses) => clauses);

const onEach = (name: string, edit: (clause: ClauseObject) => object): StructuralEdit =>
  onClauses(name, (clauses) => clauses.map(edit));

const style = (name: string, options: object): StructuralEdit => ({
  name,
  apply: (clauses) => ({
    ...plainFiles(clauses),
    'chapters/main.yaml': chapterText('main', clauses, options),
  }),
});

/** Every list of ids that a clause holds, in another order. */
function reorderLists(clause: ClauseObject): object {
  const fields: Fields = kinds[clause.kind as keyof typeof kinds];
  const entries = Object.entries(clause).map(([name, value]) => {
    const field = fields[name];
    return [name, field?.is === 'each' && Array.isArray(value) ? [...value].reverse() : value] as const;
  });
  return Object.fromEntries(entries);
}

/** Every default of a clause, written out. */
function spellOutDefaults(clause: ClauseObject): object {
  const fields: Fields = kinds[clause.kind as keyof typeof kinds];
  const defaults = Object.entries(fields).flatMap(([name, field]) =>
    field.is === 'value' && field.default !== undefined ? [[name, field.default] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...clause };
}

/** Bare ids as maps: `camera` as `{ permission: camera }`. */
function spellOutItems(clause: ClauseObject): object {
  const fields: Fields = kinds[clause.kind as keyof typeof kinds];
  const entries = Object.entries(clause).map(([name, value]) => {
    const field = fields[name];
    if (field?.is !== 'each' || field.by === undefined || !Array.isArray(value))
      return [name, value] as const;
    return [
      name,
      value.map((item: unknown) => (typeof item === 'string' ? { [field.by ?? '']: item } : item)),
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** The clause of a kind under another id, declared; references to the first clause of each kind stay. */
const renamed = (kind: string): StructuralEdit =>
  onEach(`a ${kind} is renamed, and says so`, (clause) =>
    clause.kind === kind && clause.id === `${kind}-1`
      ? { ...clause, id: `renamed-${kind}`, formerly: [clause.id] }
      : clause,
  );

const halves = (clauses: readonly ClauseObject[]): readonly [ClauseObject[], ClauseObject[]] => {
  const middle = Math.floor(clauses.length / 2);
  return [clauses.slice(0, middle), clauses.slice(middle)];
};

const inTwo = (name: string, order: readonly string[], files: readonly [string, string]): StructuralEdit => ({
  name,
  apply: (clauses) => {
    const [first, second] = halves(clauses);
    return {
      'policy.yaml': headText(order),
      [`chapters/${files[0]}.yaml`]: chapterJson('main', first),
      [`chapters/${files[1]}.yaml`]: chapterJson('other', second),
    };
  },
});

export const structuralEdits: readonly StructuralEdit[] = [
  inTwo('clauses move to a second chapter', ['main', 'other'], ['main', 'other']),
  inTwo('clauses move to a chapter that stands first', ['other', 'main'], ['main', 'other']),
  inTwo('files have other names than their chapters', ['main', 'other'], ['b', 'a']),
  {
    name: 'the file has another name',
    apply: (clauses) => ({
      'policy.yaml': headText(['main']),
      'chapters/z.yaml': chapterJson('main', clauses),
    }),
  },
  onClauses('clauses stand in the opposite order', (clauses) => [...clauses].reverse()),
  onClauses('the first clause moves to the end', ([first, ...others]) =>
    first ? [...others, first] : others,
  ),
  onEach('keys of every clause stand in the opposite order', (clause) =>
    Object.fromEntries(Object.entries(clause).reverse()),
  ),
  onEach('lists stand in the opposite order', reorderLists),
  onEach('defaults are written out', spellOutDefaults),
  onEach('bare ids are written as maps', spellOutItems),
  style('YAML in flow style', { collectionStyle: 'flow' }),
  style('YAML with four spaces', { indent: 4 }),
  style('YAML with lists not indented', { indentSeq: false }),
  style('YAML with single quotes', { singleQuote: true }),
  style('YAML with quotes everywhere', { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }),
  style('YAML in narrow lines', { lineWidth: 30 }),
  style('YAML with aliases', { aliasDuplicateObjects: true }),
  onText('the document is marked', (text) => `---\n${text}...\n`),
  onText('comments stand before everything', (text) => `# A comment.\n\n# Another.\n${text}`),
  onText('comments stand on lines of their own', (text) =>
    text.replaceAll('\n  - id:', '\n  # A comment.\n  - id:'),
  ),
  onText('blank lines stand between clauses', (text) => text.replaceAll('\n  - id:', '\n\n\n  - id:')),
  onText('lines end with CR and LF', (text) => text.replaceAll('\n', '\r\n')),
  onText('the file begins with a byte-order mark', (text) => `\uFEFF${text}`),
  onText('the file ends with blank lines', (text) => `${text}\n\n\n`),
  onText('it is JSON', (text) => JSON.stringify(parse(text))),
  {
    name: 'ids are retired',
    apply: (clauses) => ({
      ...plainFiles(clauses),
      'policy.yaml': headText(['main'], { retired: ['gone', 'long-gone'] }),
    }),
  },
  {
    name: 'policy.yaml in the opposite order',
    apply: (clauses) => {
      const file = parse(headText(['main'])) as object;
      return {
        ...plainFiles(clauses),
        'policy.yaml': stringify(Object.fromEntries(Object.entries(file).reverse())),
      };
    },
  },
  ...Object.keys(kinds).map(renamed),
];
