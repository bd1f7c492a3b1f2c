import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Position,
  type Diagnostic as Shown,
  type Range as ShownRange,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { roles } from '../../base/messages.ts';
import { type Place, placeOf, type SourceFile } from '../../base/place.ts';
import type { Edit } from '../../editor/edits.ts';
import { problemWords } from '../../editor/quick-fixes.ts';
import type { Range } from '../../editor/spots.ts';
import type { PolicyView } from '../../editor/view.ts';

/** Lines and columns count from 0 in the protocol, from 1 here; both count UTF-16 units. */
export function shownPlace({ line, column, endLine, endColumn }: Place): ShownRange {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}

export function shownRange(source: SourceFile, [start, end]: Range): ShownRange {
  return shownPlace(placeOf(source, start, end));
}

/** The offset of a position; the end of its line when the position lies beyond. */
export function offsetOf({ text, lineStarts }: SourceFile, { line, character }: Position): number {
  const start = lineStarts[line];
  if (start === undefined) return text.length;
  const end = (lineStarts[line + 1] ?? text.length + 1) - 1;
  return Math.min(start + character, end);
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** A problem as editors show it; a waived one is a faint hint. */
export function shownProblem(
  problem: Diagnostic,
  file: string,
  packageRoot: string,
  uriOf: (path: string) => string,
): Shown {
  const { code, severity, place, related, waived } = problem;
  const root = file.slice(0, -place.file.length);
  return {
    range: shownPlace(place),
    severity: waived ? DiagnosticSeverity.Hint : severities[severity],
    ...(waived ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    code,
    codeDescription: { href: pathToFileURL(join(packageRoot, 'docs', 'diagnostics', `${code}.md`)).href },
    source: 'policyc',
    message: waived ? `${problemWords(problem)}\nwaived: ${waived.reason}` : problemWords(problem),
    relatedInformation: related.map(({ place: other, role }) => ({
      location: { uri: uriOf(join(root || dirname(file), other.file)), range: shownPlace(other) },
      message: roles[role],
    })),
  };
}

/** Edits of the files of a policy folder, by address. */
export function shownEdits(
  { snapshot }: PolicyView,
  edits: readonly Edit[],
  uriOf: (file: string) => string,
): Readonly<Record<string, TextEdit[]>> {
  const changes: Record<string, TextEdit[]> = {};
  for (const { file, range, text } of edits) {
    const source = snapshot.files.get(file);
    if (!source) continue;
    const uri = uriOf(file);
    changes[uri] = [...(changes[uri] ?? []), { range: shownRange(source, range), newText: text }];
  }
  return changes;
}
