import { limits } from '../base/limits.ts';
import type { Place } from '../base/place.ts';
import type { YamlFile, YamlPath } from '../syntax/yaml.ts';
import type { Each, Field, Fields } from './fields.ts';
import { lineageRows } from './lineage.ts';
import { orderOf } from './order.ts';
import type { Policy, Row, Scalar, Table } from './policy.ts';
import type { FactRelation, Referent } from './relations.ts';
import { type WatchSource, watchKey } from './watch.ts';

/** An id that a field names, to be looked up once every clause is known. */
export interface Mention {
  readonly of: Referent | 'register';
  readonly id: string;
  readonly place: Place;
  readonly kind: string | undefined;
  readonly owner: string;
}

/** A free text, where it was written, and who owns it. */
export interface TextSource {
  readonly owner: string;
  /** The path through ids to the text. */
  readonly field: readonly string[];
  readonly file: YamlFile;
  readonly path: YamlPath;
  readonly text: string;
}

/** The tables of a policy while they are filled, with what has to be looked up or translated once they are full. */
export interface Tables {
  readonly facts: Row[];
  readonly prose: Row[];
  readonly structure: Row[];
  readonly mentions: Mention[];
  readonly texts: TextSource[];
  /** Free words that readers see, such as a name or a group of people: they may be translated, and need not be. */
  readonly names: TextSource[];
}

/** Whether a policy can have no more rows: a list that many clauses name is written once, and is rows below each. */
export function isFull({ facts, prose, structure }: Pick<Policy, Table>): boolean {
  return facts.length + prose.length + structure.length > limits.rows;
}

/** An entity as it was written. */
export interface EntitySource {
  readonly file: YamlFile;
  readonly path: YamlPath;
  readonly content: Readonly<Record<string, unknown>>;
  readonly owner: string;
  readonly locale: string;
  /** Whether it is of the first format, where what is left out had a meaning more often. */
  readonly isFirstFormat: boolean;
  /** The lists in files of their own, by path. */
  readonly registers: ReadonlyMap<string, YamlFile>;
}

/** What a value stands in: the row it belongs to, and the way there. */
interface Context {
  readonly tables: Tables;
  readonly file: YamlFile;
  readonly path: YamlPath;
  readonly locale: string;
  /** The owner of texts: a clause, chapter or party id, or `policy`. */
  readonly owner: string;
  readonly key: readonly string[];
  /** The path through ids to a nested text. */
  readonly textPath: readonly string[];
  /** The clause's own fields, for lists that stand in for another. */
  readonly clause: Readonly<Record<string, unknown>>;
  readonly isFirstFormat: boolean;
  readonly registers: ReadonlyMap<string, YamlFile>;
}

export function emptyTables(): Tables {
  return { facts: [], prose: [], structure: [], mentions: [], texts: [], names: [] };
}

/** Adds the rows of an entity: a clause, a party, or the policy itself. */
export function addEntity(
  tables: Tables,
  relation: FactRelation,
  fields: Fields,
  source: EntitySource,
): void {
  const { file, path, owner } = source;
  const key = [owner];
  const { content, ...where } = source;
  const context: Context = { ...where, tables, key, textPath: [], clause: content };
  const at = 'id' in content ? file.placeAt([...path, 'id']) : file.placeAt(path);
  addRow(context, relation, fields, content, at);
}

/** Adds a text that belongs to no entity of its own: a chapter's title. */
export function addText(
  where: Pick<Context, 'tables' | 'file' | 'owner' | 'locale'>,
  name: string,
  text: string,
): void {
  addProse({ ...where, path: [], textPath: [] }, name, text);
}

function addRow(
  context: Context,
  relation: FactRelation,
  fields: Fields,
  content: Readonly<Record<string, unknown>>,
  place: Place,
): void {
  const row: RowInMaking = { prefix: '', values: {}, places: {} };
  collect(context, fields, content, row);
  const { values, places } = row;
  context.tables.facts.push({ relation, key: context.key, values, place, places });
}

/** The row that the fields of a map add values to; those of a group inside it go by a prefix. */
interface RowInMaking {
  readonly prefix: string;
  readonly values: Record<string, Scalar>;
  readonly places: Record<string, Place>;
}

interface Written<Of extends Field> {
  readonly field: Of;
  readonly name: string;
  readonly written: unknown;
  readonly context: Context;
  readonly row: RowInMaking;
  readonly at: () => Place;
}

type Handlers = { readonly [Is in Field['is']]: (one: Written<Extract<Field, { is: Is }>>) => void };

const handlers: Handlers = {
  structure: () => {},
  value: ({ field, name, written, context, row, at }) => {
    const silence = context.isFirstFormat ? (field.default ?? field.once) : field.default;
    const scalar = (written ?? silence) as Scalar | undefined;
    if (scalar === undefined) return;
    setValue(row, name, scalar, written === undefined ? undefined : at());
    if (field.of) mention(context, field.of, String(scalar), at(), field.kind);
    if (field.words) addName(context, name, [...context.path, name], String(scalar));
  },
  text: ({ field, name, written, context, row, at }) => {
    if (field.presence && (written !== undefined || !field.later)) setPresence(row, name, written, at);
    if (written === undefined) return;
    const groups = row.prefix.split('.').slice(0, -1);
    addProse({ ...context, textPath: [...context.textPath, ...groups] }, name, String(written));
  },
  group: ({ field, name, written, context, row, at }) => {
    if (field.presence) setPresence(row, name, written, at);
    else if (written === undefined && !hasPresence(field.fields)) return;
    const inside = { ...row, prefix: `${row.prefix}${name}.` };
    const map = (written ?? {}) as Readonly<Record<string, unknown>>;
    collect({ ...context, path: [...context.path, name] }, field.fields, map, inside);
  },
  entity: ({ field, name, written, context, at }) => {
    if (written === undefined) return;
    const map = written as Readonly<Record<string, unknown>>;
    const unit = String(map[field.by] ?? context.owner);
    const path = [...context.path, name];
    const inner = { ...context, key: [unit], path, textPath: [...context.textPath, name] };
    addRow(inner, field.relation, field.fields, map, at());
    addLink(context, field.covers, [unit, context.owner], at());
  },
  each: ({ field, name, written, context }) =>
    addEach(context, field, name, written as readonly unknown[] | undefined),
  register: ({ field, written, context, at }) => {
    if (written === undefined) return;
    const file = context.registers.get(String(written));
    const entries = (file?.value as { entries?: readonly unknown[] } | undefined)?.entries;
    if (file) addEach({ ...context, file, path: [] }, field.list, 'entries', entries);
    else mention(context, 'register', String(written), at(), undefined);
  },
  watches: ({ field, name, written, context }) => {
    for (const [index, source] of ((written ?? []) as readonly WatchSource[]).entries()) {
      const path = [...context.path, name, index];
      if (typeof source === 'object' && source.data !== undefined)
        mention(context, 'data', source.data, context.file.placeAt([...path, 'data']), undefined);
      addLink(context, field.relation, [...context.key, watchKey(source)], context.file.placeAt(path));
    }
  },
};

function collect(
  context: Context,
  fields: Fields,
  content: Readonly<Record<string, unknown>>,
  row: RowInMaking,
): void {
  for (const [name, field] of Object.entries(fields)) {
    const at = (): Place => context.file.placeAt([...context.path, name]);
    const handle = handlers[field.is] as (one: Written<Field>) => void;
    handle({ field, name, written: content[name], context, row, at });
  }
}

function setValue(row: RowInMaking, name: string, value: Scalar, place: Place | undefined): void {
  row.values[row.prefix + name] = value;
  if (place) row.places[row.prefix + name] = place;
}

/** That something is there at all. */
function setPresence(row: RowInMaking, name: string, written: unknown, at: () => Place): void {
  const isThere = written !== undefined;
  setValue(row, name, isThere, isThere ? at() : undefined);
}

function addLink(context: Context, relation: FactRelation, key: readonly string[], place: Place): void {
  context.tables.facts.push({ relation, key, values: {}, place });
}

function hasPresence(fields: Fields): boolean {
  return Object.values(fields).some((field) => field.is === 'text' && field.presence);
}

function addEach(context: Context, field: Each, name: string, written: readonly unknown[] | undefined): void {
  const owner = field.under === undefined ? context.key : [...context.key, field.under];
  const entries = entriesOf(context, field, name, written);
  for (const { id, item, path } of entries) {
    if (isFull(context.tables)) return;
    const idPath = typeof item === 'object' && field.by !== undefined ? [...path, field.by] : path;
    const place = context.file.placeAt(idPath);
    if (written) mention(context, field.of, id, place, field.kind);
    const inner = { ...context, path, key: [...owner, id], textPath: [...context.textPath, name, id] };
    addRow(inner, field.relation, field.fields ?? {}, mapOf(item), place);
    context.tables.structure.push(...lineageRows(inner.key, mapOf(item).formerly, place));
    if (field.of === 'name' && field.by === undefined) addName(inner, undefined, path, id);
  }
  if (context.isFirstFormat || !written) return;
  const ids = entries.map(({ id }) => id);
  const place = context.file.placeAt([...context.path, name]);
  context.tables.structure.push(...orderOf(owner, field, ids, place));
}

interface Entry {
  readonly id: string;
  readonly item?: unknown;
  readonly path: YamlPath;
}

/** The entries of a list as they are written; without any, the names that the field in its place has. */
function entriesOf(
  context: Context,
  field: Each,
  name: string,
  written: readonly unknown[] | undefined,
): readonly Entry[] {
  const path = [...context.path, name];
  if (written) return written.map((item, at) => ({ id: idOf(item, field), item, path: [...path, at] }));
  const instead = field.otherwise === undefined ? undefined : context.clause[field.otherwise];
  const inherited = (instead ?? []) as readonly unknown[];
  return inherited.map((item) => ({ id: idOf(item, { by: field.of }), path: context.path }));
}

function idOf(item: unknown, { by }: Pick<Each, 'by'>): string {
  return String(typeof item === 'object' && by !== undefined ? mapOf(item)[by] : item);
}

function mapOf(item: unknown): Readonly<Record<string, unknown>> {
  return (typeof item === 'object' && item !== null ? item : {}) as Readonly<Record<string, unknown>>;
}

function addName(context: Context, name: string | undefined, path: YamlPath, text: string): void {
  const { owner, file, textPath } = context;
  const field = name === undefined ? textPath : [...textPath, name];
  context.tables.names.push({ owner, field, file, path, text });
}

function addProse(
  context: Pick<Context, 'tables' | 'file' | 'path' | 'owner' | 'locale' | 'textPath'>,
  name: string,
  text: string,
): void {
  const { tables, file, owner, locale } = context;
  const path = [...context.path, name];
  const field = [...context.textPath, name];
  tables.prose.push({
    relation: 'prose',
    key: [owner, ...field, locale],
    values: { text: text.trimEnd() },
    place: file.placeAt(path),
  });
  tables.texts.push({ owner, field, file, path, text });
}

const resolved: readonly Mention['of'][] = ['clause', 'party', 'data', 'purpose', 'permission', 'register'];

function mention(
  context: Context,
  of: Mention['of'],
  id: string,
  place: Place,
  kind: string | undefined,
): void {
  if (resolved.includes(of)) context.tables.mentions.push({ of, id, place, kind, owner: context.owner });
}
