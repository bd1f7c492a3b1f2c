import { parse, stringify } from 'yaml';
import { keptWith } from '../../src/base/on-demand.ts';
import type { Fields } from '../../src/model/fields.ts';
import { kinds } from '../../src/model/kinds.ts';
import type { Policy } from '../../src/model/policy.ts';
import { policyFrom, policyOfValues, type Values } from '../policy.ts';
import { type ClauseObject, head } from './policies.ts';

/** The files of a policy, by path, as texts. */
export type Texts = Readonly<Record<string, string>>;

/** An edit that changes how a policy is written and nothing of what it says. */
export interface StructuralEdit {
  readonly name: string;
  /** Whether it is an edit of a text, which is read then; of the others only what the files say is edited. */
  readonly isOfText?: true;
  readonly apply: (clauses: readonly ClauseObject[]) => Texts | Values;
}

const headOf = (chapters: readonly string[], more: object = {}): object => ({ ...head, ...more, chapters });
const headText = keptWith((chapters: readonly string[]): string => stringify(headOf(chapters)));
const main: readonly string[] = ['main'];
const chapterOf = (id: string, clauses: readonly object[]): object => ({
  chapter: id,
  title: 'Main',
  clauses,
});
const chapterText = (id: string, clauses: readonly object[], options: object = {}): string =>
  stringify(chapterOf(id, clauses), { aliasDuplicateObjects: false, ...options });

/** One chapter in one file: what every edit starts from. */
export const asValues = (clauses: readonly object[]): Values => ({
  'policy.yaml': headOf(main),
  'chapters/main.yaml': chapterOf('main', clauses),
});

/** The same as texts. */
const asTexts = keptWith(
  (clauses: readonly ClauseObject[]): Texts => ({
    'policy.yaml': headText(main),
    'chapters/main.yaml': chapterText('main', clauses),
  }),
);

/** The policy that files are, and what they are told from others by. */
export const policyOfFiles = (files: Texts | Values): Policy =>
  isTexts(files) ? policyFrom(files) : policyOfValues(files);

function isTexts(files: Texts | Values): files is Texts {
  return Object.values(files).every((file) => typeof file === 'string');
}

/** Files as they are before any edit, told from others by `JSON.stringify`. */
export const unedited = (clauses: readonly ClauseObject[]): readonly (Texts | Values)[] => [
  asValues(clauses),
  asTexts(clauses),
];

const onText = (name: string, edit: (text: string) => string): StructuralEdit => ({
  name,
  isOfText: true,
  apply: (clauses) => {
    const files = asTexts(clauses);
    return { ...files, 'chapters/main.yaml': edit(files['chapters/main.yaml'] ?? '') };
  },
});

const onClauses = (
  name: string,
  edit: (clauses: readonly ClauseObject[]) => readonly object[],
): StructuralEdit => ({
  name,
  apply: (clauses) => asValues(edit(clauses)),
});

const onEach = (name: string, edit: (clause: ClauseObject) => object): StructuralEdit =>
  onClauses(name, (clauses) => clauses.map(edit));

const style = (name: string, options: object): StructuralEdit => ({
  name,
  isOfText: true,
  apply: (clauses) => ({
    'policy.yaml': headText(main),
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
      'policy.yaml': headOf(order),
      [`chapters/${files[0]}.yaml`]: chapterOf('main', first),
      [`chapters/${files[1]}.yaml`]: chapterOf('other', second),
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
      'policy.yaml': headOf(main),
      'chapters/z.yaml': chapterOf('main', clauses),
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
      ...asValues(clauses),
      'policy.yaml': headOf(main, { retired: ['gone', 'long-gone'] }),
    }),
  },
  {
    name: 'policy.yaml in the opposite order',
    apply: (clauses) => ({
      ...asValues(clauses),
      'policy.yaml': Object.fromEntries(Object.entries(headOf(main)).reverse()),
    }),
  },
  ...Object.keys(kinds).map(renamed),
];
