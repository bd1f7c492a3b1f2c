import type { Json } from './canonical.ts';

export type JsonObject = { readonly [key: string]: Json | undefined };

/** Whether a value that was parsed is an object as JSON has them: neither a list nor null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value that a text is the JSON of; undefined when it is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
