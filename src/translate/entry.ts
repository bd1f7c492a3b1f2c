import { groupBy } from '../base/group.ts';
import { blockValue, flowScalar, keyText, wantsBlock } from './written.ts';

/** A translation to write. Without `text` only its mark is updated. */
export interface OverlayEntry {
  readonly owner: string;
  readonly field: string;
  readonly of: string;
  readonly text?: string;
}

/** Translations by owner, in the order in which the owners first appear. */
export function byOwner(entries: readonly OverlayEntry[]): ReadonlyMap<string, readonly OverlayEntry[]> {
  return groupBy(entries, ({ owner }) => owner);
}

/** A translation as lines of a block map with keys in column `indent`; a short text goes on one line. */
export function blockEntry({ field, of, text = '' }: OverlayEntry, indent: number): string {
  const margin = ' '.repeat(indent);
  return wantsBlock(text)
    ? `${margin}${keyText(field)}:${blockBody(of, text, indent)}\n`
    : `${margin}${keyText(field)}: ${flowBody(of, text)}\n`;
}

/** What follows `field:` if the translation is long, without the last line end. */
export function blockBody(of: string, text: string, indent: number, comment = ''): string {
  const margin = ' '.repeat(indent + 2);
  return `${comment}\n${margin}of: ${of}\n${margin}text: ${blockValue(text, indent + 2)}`;
}

export function flowBody(of: string, text: string): string {
  return `{ of: ${of}, text: ${flowScalar(text)} }`;
}
