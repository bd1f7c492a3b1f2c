import { valueAt } from '../base/json.ts';
import type { YamlPath } from './yaml.ts';

/** A JSON Schema as plain data. */
export interface Schema {
  readonly [key: string]: unknown;
}

/** The keys that a schema allows at a path of a value. */
export function knownKeysAt(root: Schema, value: unknown, path: YamlPath): string[] {
  const keys = schemasAt(root, value, path).flatMap((schema) =>
    Object.keys((schema.properties ?? {}) as Schema),
  );
  return [...new Set(keys)];
}

/** The pattern for a text at a path of a value. */
export function patternAt(root: Schema, value: unknown, path: YamlPath): string | undefined {
  const patterns = schemasAt(root, value, path).map((schema) => schema.pattern);
  return patterns.find((pattern) => typeof pattern === 'string');
}

/** The newest format that a file can say it has. */
export function newestFormat(root: Schema): string {
  const [format] = schemasAt(root, {}, ['format']);
  const { const: only, enum: known = [] } = (format ?? {}) as { const?: string; enum?: readonly string[] };
  return only ?? known.at(-1) ?? '';
}

/** The schemas that apply at a path of a value: references are followed, and conditions are tested on the value. */
function schemasAt(root: Schema, value: unknown, path: YamlPath): readonly Schema[] {
  let schemas: Schema[] = applicable(root, root, value);
  let here = value;
  for (const step of path) {
    here = valueAt(here, [step]);
    const below = schemas.flatMap((schema) => {
      const properties = schema.properties as Record<string, Schema> | undefined;
      const next = typeof step === 'number' ? (schema.items as Schema | undefined) : properties?.[step];
      return next ? [next] : [];
    });
    schemas = below.flatMap((schema) => applicable(root, schema, here));
  }
  return schemas;
}

function applicable(root: Schema, schema: Schema, value: unknown): Schema[] {
  const found: Schema[] = [schema];
  const reference = schema.$ref;
  if (typeof reference === 'string') {
    const target = (root.$defs as Record<string, Schema>)[reference.replace('#/$defs/', '')];
    if (target) found.push(...applicable(root, target, value));
  }
  for (const part of (schema.allOf ?? []) as Schema[]) found.push(...applicable(root, part, value));
  if (schema.if) {
    const branch = schema[meets(schema.if as Schema, value) ? 'then' : 'else'] as Schema | undefined;
    if (branch) found.push(...applicable(root, branch, value));
  }
  return found;
}

/** Supports the conditions that our schemas use: type, constant properties, required properties, and `anyOf`. */
function meets(condition: Schema, value: unknown): boolean {
  const map =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : undefined;
  const { type, properties = {}, required = [], anyOf } = condition;
  if (type !== undefined && (type === 'object' ? map === undefined : typeof value !== type)) return false;
  return (
    Object.entries(properties as Schema).every(
      ([key, wanted]) => map?.[key] === (wanted as { readonly const?: unknown }).const,
    ) &&
    (required as string[]).every((key) => map !== undefined && Object.hasOwn(map, key)) &&
    (anyOf === undefined || (anyOf as Schema[]).some((one) => meets(one, value)))
  );
}

/** The kinds of clause with a certain field. */
export function kindsWith(root: Schema, field: string): string[] {
  const kinds = Object.entries((root.$defs ?? {}) as Record<string, { readonly properties?: Schema }>);
  return kinds.flatMap(([name, { properties = {} }]) =>
    Object.hasOwn(properties, 'kind') && Object.hasOwn(properties, field) ? [name] : [],
  );
}
