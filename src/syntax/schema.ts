import { isObject, valueAt } from '../base/json.ts';
import { definition, meets, type Schema } from './misfits.ts';
import type { YamlPath } from './yaml.ts';

/** The keys that a schema allows at a path of a value. */
export function knownKeysAt(root: Schema, value: unknown, path: YamlPath): string[] {
  const keys = schemasAt(root, value, path).flatMap(({ properties = {} }) => Object.keys(properties));
  return [...new Set(keys)];
}

/** The pattern for a text at a path of a value. */
export function patternAt(root: Schema, value: unknown, path: YamlPath): string | undefined {
  return schemasAt(root, value, path).find(({ pattern }) => pattern !== undefined)?.pattern;
}

/** The newest format that a file can say it has. */
export function newestFormat(root: Schema): string {
  const [format] = schemasAt(root, {}, ['format']);
  return String(format?.const ?? format?.enum?.at(-1) ?? '');
}

/** The schemas that apply at a path of a value: references are followed, and conditions are tested on the value. */
function schemasAt(root: Schema, value: unknown, path: YamlPath): readonly Schema[] {
  let schemas = applicable(root, root, value);
  let here = value;
  for (const step of path) {
    here = valueAt(here, [step]);
    const below = schemas.flatMap(({ items, properties }) => {
      const next = typeof step === 'number' ? items : properties?.[step];
      return typeof next === 'object' ? [next] : [];
    });
    schemas = below.flatMap((schema) => applicable(root, schema, here));
  }
  return schemas;
}

function applicable(root: Schema, schema: Schema, value: unknown): Schema[] {
  const { $ref, allOf = [] } = schema;
  const parts = $ref === undefined ? allOf : [definition(root, $ref), ...allOf];
  // What should be a map has none of the keys that a condition asks for.
  const asked = schema.if?.type === undefined && !isObject(value) ? {} : value;
  const branch = schema.if && (meets(schema.if, asked) ? schema.then : schema.else);
  return [
    schema,
    ...[...parts, ...(branch ? [branch] : [])].flatMap((part) => applicable(root, part, value)),
  ];
}

/** The kinds of clause with a certain field. */
export function kindsWith({ $defs = {} }: Schema, field: string): string[] {
  return Object.entries($defs).flatMap(([name, { properties = {} }]) =>
    Object.hasOwn(properties, 'kind') && Object.hasOwn(properties, field) ? [name] : [],
  );
}
