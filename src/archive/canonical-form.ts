import { isUtf8 } from 'node:buffer';
import { canonicalJson, type Json } from '../base/canonical.ts';

/** Whether bytes are one value as policyc writes it: canonical JSON in UTF-8 and a line feed. */
export function isCanonicalLine(bytes: Uint8Array): boolean {
  try {
    if (bytes.at(-1) === 10 && isPlainlyCanonical(bytes.subarray(0, -1))) return true;
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text === `${canonicalJson(JSON.parse(text) as Json)}\n`;
  } catch {
    // Not UTF-8, not JSON, a lone surrogate, or nested deeper than the stack: policyc wrote none of these.
    return false;
  }
}

/**
 * A quick test that bytes are canonical; when it is false, they may be. What is the same after the engine has read and
 * written it has no white space and one form of every number and text, so only the order of names is left to check. Each
 * byte is read as a character of its own, which changes neither and is faster.
 */
function isPlainlyCanonical(bytes: Uint8Array): boolean {
  if (!isUtf8(bytes)) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  // A lone surrogate, which the engine writes so; and characters whose bytes sort names in another order.
  if (text.includes('\\ud') || /[\xF0-\xFF]/.test(text)) return false;
  const value = JSON.parse(text) as Json;
  return JSON.stringify(value) === text && isInOrder(value);
}

/** Whether the members of every object are sorted by name, as far as the engine keeps their order. */
function isInOrder(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every((item: Json) => isInOrder(item));
  const record = value as { readonly [key: string]: Json };
  let before: string | undefined;
  for (const name in record) {
    if (before !== undefined && before >= name) return false;
    if (!isInOrder(record[name] ?? null)) return false;
    before = name;
  }
  return true;
}
