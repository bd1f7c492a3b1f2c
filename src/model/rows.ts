import type { Place } from '../base/place.ts';
import type { YamlFile, YamlPath } from '../syntax/yaml.ts';
import type { Each, Fields } from './fields.ts';
import type { Row, Scalar } from './policy.ts';
import type { FactRelation, Referent } from './relations.ts';
import { type WatchSource, watchKey } from './watch.ts';

/** An id that a field names, to be looked up once every clause is known. */
export interface Mention {
  readonly of: Referent | 'register';
  readonly id: string;
  readonly place: Place;
  /** The clause kind it must have. */
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

export interface Tables {
  readonly facts: Row[];
  readonly prose: Row[];
  readonly structure: Row[];
  readonly mentions: Mention[];
  readonly texts: TextSource[];
}

/** An entity as it was written. */
export interface EntitySource {
  readonly file: YamlFile;
  readonly path: YamlPath;
  readonly content: Readonly<Record<string, unknown>>;
  readonly owner: string;
  readonly locale: string;
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
  readonly registers: ReadonlyMap<string, YamlFile>;
}

export function emptyTables(): Tables {
  return { facts: [], prose: [], structure: [], mentions: [], texts: [] };
}

/** Adds the rows of an entity: a clause, a party, or the policy itself. */
export function addEntity(
  tables: Tables,
  relation: FactRelation,
  fields: Fields,
  source: EntitySource,
): void {
  const { file, path, content, owner, locale, registers } = source;
  const key = [owner];
  const context: Context = {
    tables,
    file,
    path,
    locale,
    owner,
    key,
    textPath: [],
    clause: content,
    registers,
  };
  const at = 'id' in content ? file.placeAt([...path, 'id']) : file.placeAt(path);
  addRow(context, relation, fields, content, at);
}

/** Adds a text that belongs to no entity of its own: a chapter's title. */
export function addText(
  tables: Tables,
  file: YamlFile,
  path: YamlPath,
  text: string,
  owner: string,
  locale: string,
): void {
  addProse(
    {
      tables,
      file,
      path: path.slice(0, -1),
      locale,
      owner,
      key: [owner],
      textPath: [],
      clause: {},
      registers: new Map(),
    },
    String(path.at(-1)),
    text,
  );
}

function addRow(
  context: Context,
  relation: FactRelation,
  fields: Fields,
  content: Readonly<Record<string, unknown>>,
  place: Place,
): void {
  const values: Record<string, Scalar> = {};
  const places: Record<string, Place> = {};
  collect(context, fields, content, '', values, places);
  context.tables.facts.push({ relation, key: context.key, values, place, places });
}

function collect(
  context: Context,
  fields: Fields,
  content: Readonly<Record<string, unknown>>,
  prefix: string,
  values: Record<string, Scalar>,
  places: Record<string, Place>,
): void {
  for (const [name, field] of Object.entries(fields)) {
    const written = content[name];
    const qualified = prefix + name;
    const at = (): Place => context.file.placeAt([...context.path, name]);
    switch (field.is) {
      case 'structure':
        break;
      case 'value': {
        const scalar = (written ?? field.default) as Scalar | undefined;
        if (scalar === undefined) break;
        values[qualified] = scalar;
        if (written !== undefined) places[qualified] = at();
        if (field.of) mention(context, field.of, String(scalar), at(), field.kind);
        break;
      }
      case 'text':
        if (field.presence) values[qualified] = written !== undefined;
        if (written === undefined) break;
        if (field.presence) places[qualified] = at();
        addProse(
          {
            ...context,
            textPath:
              prefix === '' ? context.textPath : [...context.textPath, ...prefix.split('.').slice(0, -1)],
          },
          name,
          String(written),
        );
        break;
      case 'group':
        if (field.presence) {
          values[qualified] = written !== undefined;
          if (written !== undefined) places[qualified] = at();
        }
        if (written === undefined && !field.presence && !hasPresence(field.fields)) break;
        collect(
          { ...context, path: [...context.path, name] },
          field.fields,
          (written ?? {}) as Record<string, unknown>,
          `${qualified}.`,
          values,
          places,
        );
        break;
      case 'entity': {
        if (written === undefined) break;
        const map = written as Readonly<Record<string, unknown>>;
        const unit = String(map[field.by] ?? context.owner);
        const inner = {
          ...context,
          key: [unit],
          path: [...context.path, name],
          textPath: [...context.textPath, name],
        };
        addRow(inner, field.relation, field.fields, map, at());
        context.tables.facts.push({
          relation: field.covers,
          key: [unit, context.owner],
          values: {},
          place: at(),
        });
        break;
      }
      case 'each':
        addEach(context, field, name, written as readonly unknown[] | undefined);
        break;
      case 'register': {
        if (written === undefined) break;
        const file = context.registers.get(String(written));
        const entries = (file?.value as { entries?: readonly unknown[] } | undefined)?.entries;
        if (file) addEach({ ...context, file, path: [] }, field.list, 'entries', entries);
        else mention(context, 'register', String(written), at(), undefined);
        break;
      }
      case 'watches':
        ((written ?? []) as readonly WatchSource[]).forEach((source, index) => {
          const place = context.file.placeAt([...context.path, name, index]);
          const key = watchKey(source);
          if (typeof source === 'object' && source.data !== undefined) {
            const at = context.file.placeAt([...context.path, name, index, 'data']);
            mention(context, 'data', source.data, at, undefined);
          }
          context.tables.facts.push({
            relation: field.relation,
            key: [...context.key, key],
            values: {},
            place,
          });
        });
        break;
    }
  }
}

function hasPresence(fields: Fields): boolean {
  return Object.values(fields).some((field) => field.is === 'text' && field.presence);
}

function addEach(context: Context, field: Each, name: string, written: readonly unknown[] | undefined): void {
  let items = written;
  let from: YamlPath = [...context.path, name];
  let mentionsHere = true;
  if (items === undefined && field.otherwise !== undefined) {
    const inherited = context.clause[field.otherwise] as readonly unknown[] | undefined;
    items = inherited?.map((item) =>
      typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[field.of] : item,
    );
    from = context.path;
    mentionsHere = false;
  }
  (items ?? []).forEach((item, index) => {
    const path = mentionsHere ? [...from, index] : from;
    const isMap = typeof item === 'object' && item !== null;
    const map = (isMap ? item : {}) as Readonly<Record<string, unknown>>;
    const id = String(isMap && field.by !== undefined ? map[field.by] : item);
    const idPath = isMap && field.by !== undefined ? [...path, field.by] : path;
    const place = context.file.placeAt(idPath);
    const key = [...context.key, ...(field.under === undefined ? [] : [field.under]), id];
    if (mentionsHere) mention(context, field.of, id, place, field.kind);
    const textPath = [...context.textPath, name, id];
    addRow({ ...context, path, key, textPath }, field.relation, field.fields ?? {}, map, place);
  });
}

function addProse(context: Context, name: string, text: string): void {
  const path = [...context.path, name];
  const field = [...context.textPath, name];
  context.tables.prose.push({
    relation: 'prose',
    key: [context.owner, ...field, context.locale],
    values: { text: text.trimEnd() },
    place: context.file.placeAt(path),
  });
  context.tables.texts.push({ owner: context.owner, field, file: context.file, path, text });
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
