/** A file that is not read, and why, in words that follow “cannot be read:”. */
export interface Refused {
  readonly why: string;
}

export type FileContent = Uint8Array | Refused;

export function isRefused(content: FileContent): content is Refused {
  return !(content instanceof Uint8Array);
}

/** A number of bytes as people say it. */
export function bytesInWords(bytes: number): string {
  return bytes % (1024 * 1024) === 0 ? `${bytes / (1024 * 1024)} MiB` : `${Math.ceil(bytes / 1024)} KiB`;
}

export function tooLarge(most: number): Refused {
  return { why: `it is larger than ${bytesInWords(most)}` };
}
