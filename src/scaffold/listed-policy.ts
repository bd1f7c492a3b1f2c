import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/**
 * Adds a policy to the list in the text of a workspace file; undefined if that would mean rewriting more than the
 * list.
 */
export function withPolicy(workspace: string, path: string): string | undefined {
  const document = parseDocument(workspace);
  const list =
    document.errors.length === 0 && isMap(document.contents)
      ? document.contents.get('policies', true)
      : undefined;
  if (!isSeq(list)) return undefined;
  if (list.items.some((item) => isScalar(item) && item.value === path)) return workspace;
  const last = list.items.at(-1);
  const range = isScalar(last) ? last.range : undefined;
  if (!range) return undefined;
  const [start, end] = range;
  if (list.flow) return `${workspace.slice(0, end)}, ${path}${workspace.slice(end)}`;
  const margin = workspace.slice(workspace.lastIndexOf('\n', start - 1) + 1, start);
  const lineEnd = workspace.indexOf('\n', end);
  const at = lineEnd === -1 ? workspace.length : lineEnd;
  const changed = `${workspace.slice(0, at)}\n${margin}${path}${workspace.slice(at)}`;
  return parseDocument(changed).errors.length === 0 ? changed : undefined;
}
