import type { ErrorObject } from 'ajv';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { valueAt } from '../base/json.ts';
import { limits } from '../base/limits.ts';
import type { MessageArguments } from '../base/messages.ts';
import type { Found, Part, TypeFix } from '../base/messages-shape.ts';
import { nearest } from '../base/nearest.ts';
import { lineOf, type Place } from '../base/place.ts';
import { meantInstead } from './meant.ts';
import { kindsWith, knownKeysAt, newestFormat, patternAt, type Schema } from './schema.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

/** What a kind of file must look like: its JSON Schema without descriptions, and the validator generated from it. */
export interface Shape {
  readonly name: string;
  readonly schema: Schema;
  readonly validate: {
    (data: unknown): boolean;
    readonly errors?: readonly ErrorObject[] | null;
  };
}

/** Checks a parsed file against its JSON Schema, and explains in plain words what does not fit. */
export function checkShape(shape: Shape, file: YamlFile): Diagnostic[] {
  const { validate } = shape;
  if (validate(file.value)) return [];
  const all = (validate.errors ?? []).filter(({ keyword }) => !saysAgain.has(keyword));
  const errors = all.slice(0, limits.problems);
  const problems = errors.map((error) => explain(error, shape, file));
  // A misspelt key is both unknown and missing, but it is one mistake: only the first is reported.
  const meant = new Set(
    problems.flatMap((problem, index) => {
      const key = (problem.args as { nearest?: string }).nearest;
      return problem.code === 'unknown-key' ? [`${errors[index]?.instancePath}\t${key}`] : [];
    }),
  );
  const told = problems.filter((problem, index) => {
    const { key } = problem.args as { key?: string };
    return problem.code !== 'missing-key' || !meant.has(`${errors[index]?.instancePath}\t${key}`);
  });
  return [...told, ...untold(all.slice(limits.problems), file)];
}

/** Keywords whose errors only say that something within does not fit, which has an error of its own. */
const saysAgain: ReadonlySet<string> = new Set(['if', 'propertyNames']);

/** Whether all keys that are allowed here belong to a kind, which means that the clause was read as that kind. */
function knows(root: Schema, known: readonly string[], kind: string): boolean {
  return known.every((name) => kindsWith(root, name).includes(kind));
}

function untold(errors: readonly ErrorObject[], file: YamlFile): Diagnostic[] {
  const [first] = errors;
  if (!first) return [];
  const args = { count: errors.length, most: limits.problems };
  return [diagnostic('more-problems', args, startOf(file, pathOf(first.instancePath)))];
}

/** A value that does not fit, and its place. */
interface Misfit {
  readonly error: ErrorObject;
  readonly shape: Shape;
  readonly file: YamlFile;
  readonly path: YamlPath;
  readonly found: unknown;
  /** The value as written, for use in a sentence. */
  readonly written: string;
  readonly place: Place;
}

/** More keys than this are looked up, not read. */
const mostKeys = 10;

/** Explains each violated keyword of a schema in plain words. */
const explanations: Readonly<Record<string, (misfit: Misfit) => Diagnostic>> = {
  additionalProperties: unknownKey,
  'false schema': ({ file, path }) =>
    diagnostic(
      'unknown-key',
      { key: String(path.at(-1)), known: [], said: true, nearest: undefined },
      file.keyPlaceAt(path),
    ),
  required: ({ error, shape, file, path, found }) => {
    const key = String(error.params.missingProperty);
    const value = key === 'format' ? { value: newestFormat(shape.schema) } : {};
    const args = { key, what: partAt(found, path, shape), ...value };
    return diagnostic('missing-key', args, startOf(file, path));
  },
  enum: (misfit) => {
    const known = (misfit.error.params.allowedValues as unknown[]).map(String);
    return unknownValue(misfit, known, nearest(misfit.written, known));
  },
  const: (misfit) => unknownValue(misfit, [String(misfit.error.params.allowedValue)], undefined),
  type: ({ error, shape, file, path, found, place }) => {
    const pattern = patternAt(shape.schema, file.value, path);
    const args = typeArguments(String(error.params.type), found, pattern, writtenAt(file, place));
    const keys = error.params.type === 'object' ? knownKeysAt(shape.schema, file.value, path) : [];
    const fix = keys.length > 0 && keys.length <= mostKeys ? { fix: { keys } } : {};
    return diagnostic('wrong-type', { ...args, ...fix }, place);
  },
  pattern: ({ error, found, written, place }) => {
    const pattern = String(error.params.pattern);
    const meant = meantInstead(typeof found === 'object' ? '' : written, pattern);
    return diagnostic('bad-format', { value: written, expected: { pattern }, meant }, place);
  },
  minProperties: tooFew,
  minItems: tooFew,
  minLength: tooFew,
  uniqueItems: ({ error, file, path, found }) => {
    const index = Number(error.params.i);
    const item = valueAt(found, [index]);
    const value = typeof item === 'object' ? { entry: true as const } : { name: String(item) };
    return diagnostic('duplicate-entry', { value }, file.placeAt([...path, index]));
  },
  minimum: (misfit) => badFormat(misfit, { least: Number(misfit.error.params.limit) }),
  maximum: (misfit) => badFormat(misfit, { most: Number(misfit.error.params.limit) }),
};

function explain(error: ErrorObject, shape: Shape, file: YamlFile): Diagnostic {
  const path = pathOf(error.instancePath);
  const { propertyName: key } = error;
  const found = key ?? valueAt(file.value, path);
  const written = typeof found === 'object' ? 'this' : String(found);
  const place = key === undefined ? file.placeAt(path) : file.keyPlaceAt([...path, key]);
  const misfit = { error, shape, file, path, found, written, place };
  const told = explanations[error.keyword];
  return told ? told(misfit) : badFormat(misfit, { keyword: error.keyword });
}

function unknownKey({ error, shape, file, path, found }: Misfit): Diagnostic {
  const key = String(error.params.additionalProperty);
  const known = knownKeysAt(shape.schema, file.value, path);
  const at = file.keyPlaceAt([...path, key]);
  // A key without a colon is the rest of a text that was split at a comma.
  const after = (lineOf(file.source, at.endLine) ?? '').slice(at.endColumn - 1);
  const cut = valueAt(found, [key]) === null && /^\s*[,}]/.test(after);
  const isProse = path[0] === 'clauses' && valueAt(found, ['kind']) === undefined;
  const kinds = isProse && knows(shape.schema, known, 'statement') ? kindsWith(shape.schema, key) : [];
  const args = {
    key,
    known,
    nearest: nearest(key, known),
    ...(cut ? { cut: true as const } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
  };
  return diagnostic('unknown-key', args, at);
}

function unknownValue(
  { path, written, place }: Misfit,
  known: readonly string[],
  closest: string | undefined,
): Diagnostic {
  if (path.at(-1) === 'format') return diagnostic('format-unknown', { format: written, known }, place);
  return diagnostic('unknown-value', { value: written, known, nearest: closest }, place);
}

function tooFew({ file, path }: Misfit): Diagnostic {
  return diagnostic('too-few', { what: String(path.at(-1)), least: 1 }, file.keyPlaceAt(path));
}

function badFormat(
  { written, place }: Misfit,
  expected: MessageArguments<'bad-format'>['expected'],
): Diagnostic {
  return diagnostic('bad-format', { value: written, expected }, place);
}

/** What a value should have been; for a text with a certain form, that form. */
function typeArguments(
  type: string,
  found: unknown,
  pattern: string | undefined,
  written: string,
): MessageArguments<'wrong-type'> {
  const expected = pattern === undefined ? { type } : { pattern };
  const fix = typeFix(type, found, pattern, written);
  const isScalar = ['number', 'boolean'].includes(typeof found);
  const isText =
    type === 'string' && isScalar && (pattern === undefined || new RegExp(pattern).test(written));
  const more = { ...(fix === undefined ? {} : { fix }), ...(isText ? { isText } : {}) };
  return { expected, found: foundIn(found), ...more };
}

/** A value as written, which may differ from what YAML made of it: 00123, 1.10. */
function writtenAt({ source }: YamlFile, { line, column, endLine, endColumn }: Place): string {
  return line === endLine ? (lineOf(source, line) ?? '').slice(column - 1, endColumn - 1) : '';
}

function typeFix(
  type: string,
  found: unknown,
  pattern: string | undefined,
  written: string,
): TypeFix | undefined {
  if (type === 'array') return 'list';
  if (type !== 'string' || pattern !== undefined || found === null) return undefined;
  return typeof found === 'object' ? 'block' : { quoted: String(written || found) };
}

function foundIn(value: unknown): Found {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'map';
  if (typeof value === 'boolean' || typeof value === 'number') return { value };
  return typeof value === 'string' && value.length <= 20 ? { value } : 'text';
}

function partAt(value: unknown, path: YamlPath, shape: Shape): Part {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
  if (typeof id === 'string') return { name: id };
  if (path.length === 0) return { whole: shape.name };
  const last = path.at(-1);
  return typeof last === 'number' ? { entryOf: String(path.at(-2)) } : { name: String(last) };
}

/** The first line of a value: marking a whole clause would help nobody. */
function startOf(file: YamlFile, path: YamlPath): Diagnostic['place'] {
  const place = file.placeAt(path);
  const line = lineOf(file.source, place.line) ?? '';
  return place.line === place.endLine ? place : { ...place, endLine: place.line, endColumn: line.length + 1 };
}

function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
