import type { SourceFile } from '../base/place.ts';
import { readFolder } from '../snapshot/folder.ts';

/** The `policy.yaml` of a folder, where it can be read. */
export function headOf(folder: string): SourceFile | undefined {
  return readFolder(folder, (file) => file === 'policy.yaml').files.get('policy.yaml');
}

/**
 * Whether the id that a `policy.yaml` gives may be one that is sought: an id that is not written with escapes stands in the
 * file as it is, so that most files need not be parsed.
 */
export function mayGive({ text }: SourceFile, ids: ReadonlySet<string>): boolean {
  return text.includes('\\') || names(text, ids);
}

/** Whether one of the ids stands in a text as a word; what is no id may stand anywhere. */
function names(text: string, ids: ReadonlySet<string>): boolean {
  if ([...ids].some((id) => !/^[a-z0-9-]+$/.test(id))) return true;
  return (text.match(/[a-z0-9-]+/gi) ?? []).some((word) => ids.has(word));
}
