import { type Edit, withEntry } from './edits.ts';
import type { PolicyView } from './view.ts';

/**
 * Adds a waiver of a rule to the clause around a position. The reason is left for the author: `check` asks for it
 * while it is empty. No edit outside of clauses, or in a clause on one line.
 */
export function waiveEdits(view: PolicyView, file: string, offset: number, rule: string): readonly Edit[] {
  const text = view.snapshot.files.get(file)?.text ?? '';
  const clauses = view.ids.filter(
    ({ file: one, role, of, kind, declared }) =>
      one === file &&
      role === 'declares' &&
      of === 'id' &&
      declared?.hasFormer &&
      kind !== 'chapter' &&
      kind !== 'party',
  );
  const clause = clauses.filter(({ range: [start] }) => lineOf(text, start) <= lineOf(text, offset)).at(-1);
  if (!clause?.declared || clause.declared.isFlow) return [];
  const next = clauses[clauses.indexOf(clause) + 1];
  const waive = view.files
    .get(file)
    ?.keys.find(
      ({ name, range: [start] }) =>
        name === 'waive' && start > clause.range[0] && (!next || start < next.range[0]),
    );
  const entry = `{ rule: ${rule}, reason: "" }`;
  if (waive?.value) return [withEntry(file, text, waive.value, entry)];
  const line = text.indexOf('\n', clause.range[1]);
  const at = line === -1 ? text.length : line;
  const indent = ' '.repeat(clause.declared.indent);
  return [{ file, range: [at, at], text: `\n${indent}waive:\n${indent}  - ${entry}` }];
}

function lineOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
