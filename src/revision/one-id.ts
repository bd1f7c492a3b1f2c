import type { Diagnostic } from '../base/diagnostic.ts';
import { cannot } from '../base/failure.ts';
import type { SourceFile } from '../base/place.ts';
import { readFolder } from '../snapshot/folder.ts';
import { parseYaml } from '../syntax/yaml.ts';

/** A policy by its id, and its folder. */
export interface Called {
  readonly id: string | undefined;
  readonly path: string;
}

/** Refuses two policies of one id: their pages would lie at one address, and one would be taken for the other. */
export function requireOwnIds(policies: readonly Called[]): void {
  for (const { id, path } of policies) {
    const other = firstCalled(id, policies);
    if (id !== undefined && other !== path) throw cannot('policies-share-id', { id, paths: [other, path] });
  }
}

/** The folder of the first policy of an id. */
export function firstCalled(id: string | undefined, policies: readonly Called[]): string {
  return policies.find((one) => one.id === id)?.path ?? '';
}

/**
 * The id that the `policy.yaml` of a folder gives; undefined when nobody could say, or when it cannot be the one that is
 * sought: an id that is not written with escapes stands in the file as it is, and most files need not be parsed.
 */
export function idOf(folder: string, sought?: string): string | undefined {
  const source = readFolder(folder, (file) => file === 'policy.yaml').files.get('policy.yaml');
  if (!source) return undefined;
  const isPossible = sought === undefined || source.text.includes(sought) || source.text.includes('\\');
  return isPossible ? idIn(source).id : undefined;
}

/** The id in a `policy.yaml`, or why it cannot be read. */
export function idIn(source: SourceFile): { readonly id?: string; readonly problem?: Diagnostic } {
  const { value, problems } = parseYaml(source, 'policy');
  const [problem] = problems;
  if (problem) return { problem };
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? { id } : {};
}
