import type { Diagnostic } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/place.ts';
import { parseYaml } from '../syntax/yaml.ts';
import { headOf, mayGive } from './possible-id.ts';

/** The id in the `policy.yaml` of a folder; undefined when it cannot be read, or cannot be one that is `sought`. */
export function idOf(folder: string, sought?: ReadonlySet<string>): string | undefined {
  const head = headOf(folder);
  return head && (sought === undefined || mayGive(head, sought)) ? idIn(head).id : undefined;
}

/** The id in a `policy.yaml`, or why it cannot be read. */
export function idIn(source: SourceFile): { readonly id?: string; readonly problem?: Diagnostic } {
  const { value, problems } = parseYaml(source, 'policy');
  const [problem] = problems;
  if (problem) return { problem };
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? { id } : {};
}
