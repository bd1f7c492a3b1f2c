import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { sha256 } from '../base/canonical.ts';

/** A compressed text of a site, with its path and its SHA-256. */
export type PackedText = readonly [path: string, packed: Uint8Array, hash: string];

export function packText(path: string, text: string): PackedText {
  // Copied, because the compressor returns a part of a larger buffer, which would stay in memory with it.
  return [path, new Uint8Array(deflateRawSync(text, { level: 1 })), sha256(text)];
}

/** The SHA-256 of every text by path, in their order. Packed texts already have theirs. */
export function hashesOf(files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  if (files instanceof PackedTexts) return files.hashes();
  return Array.from(files, ([path, text]) => [path, sha256(text)]);
}

/**
 * Texts by path in the order they were added, each kept compressed: pages repeat much of their words, and a site of a
 * thousand policies must fit in memory. A text is unpacked when it is read.
 */
export class PackedTexts implements ReadonlyMap<string, string> {
  readonly #packed = new Map<string, { readonly packed: Uint8Array; readonly hash: string }>();

  set(path: string, text: string): void {
    this.add(packText(path, text));
  }

  add([path, packed, hash]: PackedText): void {
    this.#packed.set(path, { packed, hash });
  }

  hashes(): readonly (readonly [string, string])[] {
    return Array.from(this.#packed, ([path, { hash }]) => [path, hash]);
  }

  get(path: string): string | undefined {
    const found = this.#packed.get(path);
    return found && inflateRawSync(found.packed).toString();
  }

  has(path: string): boolean {
    return this.#packed.has(path);
  }

  get size(): number {
    return this.#packed.size;
  }

  keys(): MapIterator<string> {
    return this.#packed.keys();
  }

  *entries(): MapIterator<[string, string]> {
    for (const [path, { packed }] of this.#packed) yield [path, inflateRawSync(packed).toString()];
  }

  *values(): MapIterator<string> {
    for (const [, text] of this.entries()) yield text;
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }

  forEach(each: (text: string, path: string, all: ReadonlyMap<string, string>) => void): void {
    for (const [path, text] of this.entries()) each(text, path, this);
  }
}
