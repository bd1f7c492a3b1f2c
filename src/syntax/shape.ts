import type { ErrorObject } from 'ajv';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import type { MessageArguments } from '../base/messages.ts';
import { nearest } from '../base/nearest.ts';
import { lineOf, type Place } from '../base/place.ts';
import { meantInstead } from './meant.ts';
import { knownKeysAt, patternAt, type Schema } from './schema.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

/** What a file of a certain kind must look like: its JSON Schema, without the words, and the code made from it. */
export interface Shape {
  readonly name: string;
  readonly schema: Schema;
  readonly validate: {
    (data: unknown): boolean;
    readonly errors?: readonly ErrorObject[] | null;
  };
}

/** Holds a parsed file against its JSON Schema and says in plain words what does not fit. */
export function checkShape(shape: Shape, file: YamlFile): Diagnostic[] {
  const { validate } = shape;
  if (validate(file.value)) return [];
  const all = (validate.errors ?? []).filter((error) => error.keyword !== 'if');
  const errors = all.slice(0, limits.problems);
  const problems = errors.map((error) => explain(error, shape, file));
  // A misspelt key is missing and unknown at once; the reader made one mistake.
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

function untold(errors: readonly ErrorObject[], file: YamlFile): Diagnostic[] {
  const [first] = errors;
  if (!first) return [];
  const args = { count: errors.length, most: limits.problems };
  return [diagnostic('more-problems', args, startOf(file, pathOf(first.instancePath)))];
}

function explain(error: ErrorObject, shape: Shape, file: YamlFile): Diagnostic {
  const path = pathOf(error.instancePath);
  const found = valueAt(file.value, path);
  const place = file.placeAt(path);
  const written = typeof found === 'object' ? 'this' : String(found);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const known = knownKeysAt(shape.schema, file.value, path);
      const at = file.keyPlaceAt([...path, key]);
      // A key without a colon is the rest of a text that a comma cut in two.
      const after = (lineOf(file.source, at.endLine) ?? '').slice(at.endColumn - 1);
      const cut = valueAt(found, [key]) === null && /^\s*[,}]/.test(after);
      return diagnostic(
        'unknown-key',
        { key, known, nearest: nearest(key, known), ...(cut ? { cut } : {}) },
        at,
      );
    }
    case 'required':
      return diagnostic(
        'missing-key',
        { key: String(error.params.missingProperty), what: nameOf(found, path, shape) },
        startOf(file, path),
      );
    case 'enum': {
      const known = (error.params.allowedValues as unknown[]).map(String);
      if (path.at(-1) === 'format') return diagnostic('format-unknown', { format: written, known }, place);
      return diagnostic('unknown-value', { value: written, known, nearest: nearest(written, known) }, place);
    }
    case 'const': {
      const expected = String(error.params.allowedValue);
      if (path.at(-1) === 'format')
        return diagnostic('format-unknown', { format: written, known: [expected] }, place);
      return diagnostic('unknown-value', { value: written, known: [expected], nearest: undefined }, place);
    }
    case 'type':
      return diagnostic(
        'wrong-type',
        typeArguments(
          String(error.params.type),
          found,
          patternAt(shape.schema, file.value, path),
          writtenAt(file, place),
        ),
        place,
      );
    case 'pattern':
      return diagnostic(
        'bad-format',
        {
          value: written,
          expected: formatWords(String(error.params.pattern)),
          meant: meantInstead(String(found), String(error.params.pattern)),
        },
        place,
      );
    case 'minProperties':
    case 'minItems':
    case 'minLength':
      return diagnostic('too-few', { what: String(path.at(-1)), least: 1 }, file.keyPlaceAt(path));
    case 'uniqueItems': {
      const index = Number(error.params.i);
      const item = valueAt(found, [index]);
      return diagnostic(
        'duplicate-entry',
        { value: typeof item === 'object' ? 'This entry' : String(item) },
        file.placeAt([...path, index]),
      );
    }
    case 'minimum':
    case 'maximum': {
      const bound = error.keyword === 'minimum' ? 'least' : 'most';
      const expected = `a number of at ${bound} ${String(error.params.limit)}`;
      return diagnostic('bad-format', { value: written, expected }, place);
    }
    default:
      return diagnostic(
        'bad-format',
        { value: written, expected: `a value the schema allows (${error.keyword})` },
        place,
      );
  }
}

/** What a value should have been; a text of a certain form says which. */
function typeArguments(
  type: string,
  found: unknown,
  pattern: string | undefined,
  written: string,
): MessageArguments<'wrong-type'> {
  const expected = pattern === undefined ? (typeWords[type] ?? type) : formatWords(pattern);
  const fix = typeFix(type, found, pattern, written);
  const isScalar = ['number', 'boolean'].includes(typeof found);
  const isText =
    type === 'string' && isScalar && (pattern === undefined || new RegExp(pattern).test(written));
  const more = { ...(fix === undefined ? {} : { fix }), ...(isText ? { isText } : {}) };
  return { expected, found: foundWords(found), ...more };
}

/** A value as it was written, which may be more than what was read of it: 00123, 1.10. */
function writtenAt({ source }: YamlFile, { line, column, endLine, endColumn }: Place): string {
  return line === endLine ? (lineOf(source, line) ?? '').slice(column - 1, endColumn - 1) : '';
}

function typeFix(
  type: string,
  found: unknown,
  pattern: string | undefined,
  written: string,
): string | undefined {
  if (type === 'array') return 'Write a list: [one, two], or a line that begins with a hyphen for each.';
  if (type !== 'string' || pattern !== undefined || found === null) return undefined;
  if (typeof found === 'object')
    return 'Write it as text: in a block (|, then indented lines), a list is Markdown.';
  return `Put it in quotes: "${written || found}".`;
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'a map of keys and values',
  boolean: 'true or false',
  integer: 'a whole number',
};

function foundWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map of keys and values';
  if (typeof value === 'boolean') return `${value}`;
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'string' && value.length <= 20 ? `the text “${value}”` : 'a text';
}

/** The formats of the schemas, in words. The beginning of a pattern tells them apart. */
function formatWords(pattern: string): string {
  const words: readonly (readonly [string, string])[] = [
    ['^P(?=', 'an ISO 8601 period such as P30D, P6M or PT72H'],
    ['^(forever', 'an ISO 8601 period such as P30D, or forever, or while-active'],
    ['^(session', 'session or an ISO 8601 period such as P1Y'],
    ['^[A-Z]{2}$', 'a two-letter country code such as CN'],
    ['^(https:', 'an https: address or a path that begins with /'],
    ['^https:', 'an https: address'],
    ['^[a-z0-9]+(-', 'an id of lower-case letters, digits and hyphens'],
    ['^[a-z0-9_-]+(', 'an id of the taxonomy such as contact.mobile_phone'],
    ['^[a-z]{2,3}(', 'a language tag such as en or zh-CN'],
    ['^(Z|', 'a UTC offset such as +08:00'],
    ['^[0-9]{4}-[0-9]{2}$', 'an edition such as "2026-11"'],
    ['^h[0-9a-f]', 'the mark of a text as policyc locale status prints it'],
    ['^v1:', 'a fingerprint as policyc diff prints it'],
    ['^([0-9a-f]{64}', 'an archive head, or none'],
    ['^[0-9a-f]{64}', 'a SHA-256 in hexadecimal'],
    ['^(?!/)', 'a folder below this file'],
    ['^[a-z]+(', 'a fact to watch such as function.tier'],
  ];
  return words.find(([start]) => pattern.startsWith(start))?.[1] ?? `text of the form ${pattern}`;
}

function nameOf(value: unknown, path: YamlPath, shape: Shape): string {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
  if (typeof id === 'string') return id;
  if (path.length === 0) return `This ${shape.name}`;
  return typeof path.at(-1) === 'number' ? `This entry of ${String(path.at(-2))}` : String(path.at(-1));
}

/** The first line of a value: a whole clause under carets helps nobody. */
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

function valueAt(value: unknown, path: YamlPath): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}
