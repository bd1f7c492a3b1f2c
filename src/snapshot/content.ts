import { type Why, why } from '../base/messages-why.ts';

/** A file that is not read, and the reason. */
export interface Refused {
  readonly why: Why;
}

export type FileContent = Uint8Array | Refused;

export function isRefused(content: FileContent): content is Refused {
  return !(content instanceof Uint8Array);
}

export function tooLarge(most: number): Refused {
  return { why: why('too-large', { most }) };
}
