import { isObject, type JsonObject } from '../base/json.ts';
import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import type { YamlPath } from './yaml.ts';

/** What our JSON Schemas say. A test holds that they say nothing else. */
export interface Schema {
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly properties?: Readonly<Record<string, Schema | boolean>>;
}

/** Where a value does not fit its schema. */
export interface Misfit {
  readonly path: YamlPath;
  /** The key of the map at the path that does not fit. */
  readonly key?: string;
  readonly keyword: keyof Schema | 'false schema';
  /** What the keyword asks for; the key that is missing or unknown, or the index of an item that is there twice. */
  readonly asked?: unknown;
}

/**
 * Where a value does not fit a schema: all of it, in the order of Ajv, with which a test compares. Ajv itself
 * would be code that is written anew for each schema, and six times as long.
 */
export function misfitsIn(root: Schema, value: unknown): readonly Misfit[] {
  const found: Misfit[] = [];
  hold(root, value, { root, path: [], found });
  // Keys that are digits count as places in lists.
  const asPlace = (step: string | number) => (/^\d+$/.test(String(step)) ? Number(step) : step);
  return found.map((misfit) => ({ ...misfit, path: misfit.path.map(asPlace) }));
}

/** Whether a value meets a condition of a schema: by its type, and by keys and what they hold. */
export function meets(condition: Schema, value: unknown): boolean {
  const { type, anyOf, required = [], properties = {} } = condition;
  if (condition.const !== undefined && value !== condition.const) return false;
  if (type !== undefined && !isOf(type, value)) return false;
  if (anyOf && !anyOf.some((one) => meets(one, value))) return false;
  if (!isObject(value)) return true;
  for (const key of required) if (!Object.hasOwn(value, key)) return false;
  for (const key in properties) {
    const inner = properties[key];
    if (typeof inner === 'object' && Object.hasOwn(value, key) && !meets(inner, value[key])) return false;
  }
  return true;
}

interface Walk {
  readonly root: Schema;
  /** Where the walk is; it grows and shrinks. */
  readonly path: (string | number)[];
  readonly found: Misfit[];
  readonly key?: string;
}

function hold(schema: Schema | boolean, value: unknown, walk: Walk): void {
  if (schema === false) tell(walk, 'false schema');
  if (typeof schema === 'boolean') return;
  const { type } = schema;
  const { whole, byType } = rulesOf(schema);
  for (const rule of whole) rule(value, walk);
  if (type !== undefined && !isOf(type, value)) tell(walk, 'type', type);
  else for (const rule of byType[typeOf(value)] ?? []) rule(value, walk);
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function tell({ path, key, found }: Walk, keyword: Misfit['keyword'], asked?: unknown): void {
  found.push({ path: [...path], ...(key === undefined ? {} : { key }), keyword, asked });
}

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  array: Array.isArray,
  object: isObject,
};

function isOf(type: string | readonly string[], value: unknown): boolean {
  return typeof type === 'string' ? types[type]?.(value) === true : type.some((one) => isOf(one, value));
}

/** What a schema asks of values of a type. To ask it for each keyword that it lacks would take most of the time. */
type Rules = readonly ((value: unknown, walk: Walk) => void)[];

type Keywords<Value> = {
  readonly [Keyword in keyof Schema]?: (
    asked: NonNullable<Schema[Keyword]>,
    value: Value,
    walk: Walk,
    schema: Schema,
  ) => void;
};

function rulesIn<Value>(keywords: Keywords<Value>, schema: Schema): Rules {
  return (Object.keys(keywords) as (keyof Schema)[]).flatMap((keyword) => {
    const asked = schema[keyword];
    const rule = keywords[keyword] as ((...parts: unknown[]) => void) | undefined;
    return asked === undefined || !rule ? [] : [(value, walk) => rule(asked, value, walk, schema)];
  });
}

const rulesOf = keptWith((schema: Schema) => ({
  whole: rulesIn(ofAnything, schema),
  byType: {
    string: rulesIn(ofTexts, schema),
    number: rulesIn(ofNumbers, schema),
    array: rulesIn(ofLists, schema),
    object: rulesIn(ofMaps, schema),
  } as Readonly<Record<string, Rules>>,
}));

const ofAnything: Keywords<unknown> = {
  $ref: (reference, value, walk) => hold(definition(walk.root, reference), value, walk),
  const: (only, value, walk) => value !== only && tell(walk, 'const', only),
  enum: (known, value, walk) => !known.includes(value) && tell(walk, 'enum', known),
  allOf: (all, value, walk) => {
    for (const one of all) hold(one, value, walk);
  },
  if: (condition, value, walk, schema) =>
    hold((meets(condition, value) ? schema.then : schema.else) ?? true, value, walk),
};

/** The part of a schema that a reference names. */
export function definition(root: Schema, reference: string): Schema {
  return root.$defs?.[reference.slice('#/$defs/'.length)] ?? {};
}

const ofNumbers: Keywords<number> = {
  minimum: (least, value, walk) => value < least && tell(walk, 'minimum', least),
  maximum: (most, value, walk) => value > most && tell(walk, 'maximum', most),
};

const expressionOf = eachOnDemand((pattern: string) => new RegExp(pattern, 'u'));

const ofTexts: Keywords<string> = {
  // In letters, of which one may be two units of the text.
  minLength: (least, value, walk) =>
    [...value.slice(0, 2 * least)].length < least && tell(walk, 'minLength', least),
  pattern: (pattern, value, walk) => !expressionOf(pattern).test(value) && tell(walk, 'pattern', pattern),
};

const ofLists: Keywords<readonly unknown[]> = {
  minItems: (least, list, walk) => list.length < least && tell(walk, 'minItems', least),
  uniqueItems: (_, list, walk, { items }) => {
    const twice = list.length < 2 ? -1 : twiceIn(list, items?.type === 'string');
    if (twice !== -1) tell(walk, 'uniqueItems', twice);
  },
  items: (items, list, walk) => {
    for (const [at, item] of list.entries()) within(walk, at, items, item);
  },
};

const ofMaps: Keywords<JsonObject> = {
  minProperties: (least, map, walk) => Object.keys(map).length < least && tell(walk, 'minProperties', least),
  required: (keys, map, walk) => {
    for (const key of keys) if (!Object.hasOwn(map, key)) tell(walk, 'required', key);
  },
  propertyNames: (names, map, walk) => {
    for (const key in map) hold(names, key, { ...walk, key });
  },
  additionalProperties: (others, map, walk, { properties = {} }) => {
    for (const key in map) {
      if (Object.hasOwn(properties, key)) continue;
      if (others === false) tell(walk, 'additionalProperties', key);
      else within(walk, key, others, map[key]);
    }
  },
  properties: (properties, map, walk) => {
    for (const key in properties)
      if (Object.hasOwn(map, key)) within(walk, key, properties[key] ?? true, map[key]);
  },
};

function within(walk: Walk, step: string | number, schema: Schema | boolean, value: unknown): void {
  walk.path.push(step);
  hold(schema, value, walk);
  walk.path.pop();
}

/** Where an item stands that is in a list twice, or -1: the last one; of texts, the last that has another after it. */
function twiceIn(list: readonly unknown[], isOfTexts: boolean): number {
  const places = list.map((item, at) => [textOf(item), at] as const);
  const other = new Map(isOfTexts ? places : places.toReversed());
  return places.findLastIndex(
    ([text, at]) => other.get(text) !== at && (!isOfTexts || typeof list[at] === 'string'),
  );
}

/** The same for values that are equal, in whatever order their keys come. */
function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `[${value.map(textOf)}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${textOf(value[key])}`)}}`;
}
