import type { Json } from '../base/canonical.ts';
import { isDate } from '../base/date.ts';
import { isObject, type JsonObject } from '../base/json.ts';
import { isPointer } from '../base/lfs-pointer.ts';
import { type Why, why } from '../base/messages-why.ts';
import { excessOf } from '../syntax/budget.ts';
import { isConflicted } from '../syntax/conflict.ts';
import { isContentPath, isSafePath } from './layout.ts';
import { type Manifest, manifestFormat } from './release.ts';

/** What was read; why it cannot be; or another format that it claims to have. */
export type Parsed<T> = { readonly value: T } | { readonly why: Why } | { readonly format: string };

/** Reads a manifest, or says why it is none. Every member is checked; unknown members are refused. */
export function parseManifest(bytes: Uint8Array): Parsed<Manifest> {
  const parsed = parseJsonObject(bytes, manifestFormat);
  if (!('value' in parsed)) return parsed;
  const names = new Set([...Object.keys(parsed.value), ...required]);
  for (const name of [...names].sort()) {
    const check = members[name as keyof Manifest];
    if (!Object.hasOwn(members, name) || check === undefined) return { why: why('member-unknown', { name }) };
    const value = parsed.value[name];
    if (value === undefined && !required.includes(name)) continue;
    if (!check(value)) return { why: why('member-wrong', { name }) };
  }
  return { value: parsed.value as unknown as Manifest };
}

/** Reads a JSON object that says its own format. Never throws. */
export function parseJsonObject(bytes: Uint8Array, format: string): Parsed<JsonObject> {
  const excess = excessOf('compiledBytes', bytes.length);
  if (excess) return { why: why('over-limit', excess) };
  let value: Json;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text) as Json;
    if (hasHalfCharacter(text)) return { why: why('half-character') };
  } catch {
    const text = new TextDecoder().decode(bytes);
    return { why: why(isConflicted(text) ? 'conflict' : isPointer(text) ? 'pointer' : 'not-json') };
  }
  if (!isObject(value)) return { why: why('not-an-object') };
  const found = value.format;
  if (typeof found !== 'string') return { why: why('no-format') };
  return found === format ? { value } : { format: found };
}

/**
 * Whether JSON escapes a lone surrogate anywhere, in a name or a text, which could be neither hashed nor written later.
 * Only escapes are looked at, since UTF-8 holds none; nesting, which may have any depth, is not followed.
 */
function hasHalfCharacter(json: string): boolean {
  if (!/\\u[dD][89a-fA-F]/.test(json)) return false;
  const escapes = json.matchAll(/\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F]|u[dD][89a-fA-F]|[\s\S])/g);
  for (const [found] of escapes) if (/^\\u[dD].$/.test(found)) return true;
  return false;
}

/** Whether a value is a map from safe names to values of one sort. */
export function isRecordOf(
  value: unknown,
  isValue: (item: unknown) => boolean,
  isName: (name: string) => boolean = () => true,
): boolean {
  return isObject(value) && Object.keys(value).every((name) => isName(name) && isValue(value[name]));
}

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function isSequence(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

const isCalendarDate = (value: unknown): boolean => typeof value === 'string' && isDate(value);

const members: { readonly [Name in keyof Manifest]-?: (value: unknown) => boolean } = {
  format: isText,
  policy: isText,
  sequence: isSequence,
  published: isCalendarDate,
  effective: isCalendarDate,
  corrects: isSequence,
  withdraws: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item, index) => isSequence(item) && (index === 0 || item > value[index - 1])),
  adopted: (value) => value === true,
  previous: (value) => value === null || isHash(value),
  edition: isText,
  tool: isText,
  notes: (value) => isRecordOf(value, isHash, isSafePath),
  files: (value) => isRecordOf(value, isHash, isContentPath),
};

const optional: readonly string[] = ['corrects', 'withdraws', 'adopted'];
const required = Object.keys(members).filter((name) => !optional.includes(name));
