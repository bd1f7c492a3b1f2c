import { hash } from 'node:crypto';

/** What JSON can hold. Everything policyc freezes or fingerprints is one of these. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/**
 * Canonical JSON as RFC 8785 defines it: keys in UTF-16 order, no white space, ECMAScript numbers and strings.
 * Members that are `undefined` are left out. Throws on a lone surrogate, which no valid UTF-8 can carry.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const record = value as { readonly [key: string]: Json | undefined };
    const members: string[] = [];
    for (const key of Object.keys(record).sort()) {
      const member = record[key];
      if (member !== undefined) members.push(`${canonicalString(key)}:${canonicalJson(member)}`);
    }
    return `{${members.join(',')}}`;
  }
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('JSON has no such number');
  return JSON.stringify(value);
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('a lone surrogate has no UTF-8 form');
  return JSON.stringify(text);
}

/** The fingerprint of a change: `v1:` and 128 bits in hexadecimal, over what identifies it. Notes name changes by it. */
export function fingerprintOf(identity: Json): string {
  return `v1:${sha256(canonicalJson(identity)).slice(0, 32)}`;
}

/** SHA-256 in lower-case hexadecimal; text is hashed as UTF-8. */
export function sha256(bytes: string | Uint8Array): string {
  return hash('sha256', bytes);
}
