import type { Diagnostic } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/place.ts';
import { readFolder } from '../snapshot/folder.ts';
import { parseYaml } from '../syntax/yaml.ts';

/**
 * The id that the `policy.yaml` of a folder gives; undefined when nobody could say, or when it cannot be the one that is
 * sought: an id that is not written with escapes stands in the file as it is, and most files need not be parsed.
 */
export function idOf(folder: string, sought?: ReadonlySet<string>): string | undefined {
  const source = readFolder(folder, (file) => file === 'policy.yaml').files.get('policy.yaml');
  if (!source) return undefined;
  const isPossible = sought === undefined || source.text.includes('\\') || names(source.text, sought);
  return isPossible ? idIn(source).id : undefined;
}

/** Whether one of the ids stands in a text as a word; what is no id may stand anywhere. */
function names(text: string, ids: ReadonlySet<string>): boolean {
  if ([...ids].some((id) => !/^[a-z0-9-]+$/.test(id))) return true;
  return (text.match(/[a-z0-9-]+/gi) ?? []).some((word) => ids.has(word));
}

/** The id in a `policy.yaml`, or why it cannot be read. */
export function idIn(source: SourceFile): { readonly id?: string; readonly problem?: Diagnostic } {
  const { value, problems } = parseYaml(source, 'policy');
  const [problem] = problems;
  if (problem) return { problem };
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? { id } : {};
}
