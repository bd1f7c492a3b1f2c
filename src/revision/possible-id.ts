import type { SourceFile } from '../base/place.ts';
import { readFolder } from '../snapshot/folder.ts';

/** The `policy.yaml` of a folder, if it can be read. */
export function headOf(folder: string): SourceFile | undefined {
  return readFolder(folder, (file) => file === 'policy.yaml').files.get('policy.yaml');
}

/**
 * Whether the id in a `policy.yaml` may be one of those sought: unless written with escapes, it is in the text as it is,
 * so most files need not be parsed.
 */
export function mayGive({ text }: SourceFile, ids: ReadonlySet<string>): boolean {
  return text.includes('\\') || names(text, ids);
}

/** Whether a text has one of the ids as a word. */
function names(text: string, ids: ReadonlySet<string>): boolean {
  if ([...ids].some((id) => !/^[a-z0-9-]+$/.test(id))) return true;
  return (text.match(/[a-z0-9-]+/gi) ?? []).some((word) => ids.has(word));
}
