import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A text of a site, packed, with its path. */
export type PackedText = readonly [path: string, packed: Uint8Array];

export function packText(path: string, text: string): PackedText {
  // What the packer gives is a part of a larger buffer, which would be kept with it.
  return [path, new Uint8Array(deflateRawSync(text, { level: 1 }))];
}

/**
 * Texts by path in the order they came in, each kept packed: pages say much in the same words, and a site of a thousand
 * policies is to take the room of what is in it. A text is unpacked when it is asked for.
 */
export class PackedTexts implements ReadonlyMap<string, string> {
  readonly #packed = new Map<string, Uint8Array>();

  set(path: string, text: string): void {
    this.add(packText(path, text));
  }

  add([path, packed]: PackedText): void {
    this.#packed.set(path, packed);
  }

  get(path: string): string | undefined {
    const packed = this.#packed.get(path);
    return packed && inflateRawSync(packed).toString();
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
    for (const [path, packed] of this.#packed) yield [path, inflateRawSync(packed).toString()];
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
