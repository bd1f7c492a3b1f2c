import { sha256 } from '../base/canonical.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type SourceFile, sourceFile, startOfFile } from '../base/place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { checkShape } from '../syntax/shape.ts';
import { parseYaml, type YamlFile } from '../syntax/yaml.ts';

/** What a person decided about some changes: the front matter of a file in `changes/`, and the words for readers. */
export interface Note {
  /** In the policy folder, such as `changes/voiceprint.md`. */
  readonly path: string;
  readonly digest: string;
  readonly source: SourceFile;
  readonly covers: readonly string[];
  readonly declares: readonly string[];
  /** The archive head it was written against, or `none` before the first release. */
  readonly against: string;
  readonly decision: Decision;
  readonly entry: string | undefined;
  readonly practice: string | undefined;
  readonly reason: string;
  readonly by: string;
  /** Markdown for readers; the only part that is ever published. */
  readonly body: string;
  readonly file: YamlFile;
}

export type Decision = 'notify' | 'consent' | 'editorial' | 'raised';

export interface Notes {
  readonly notes: readonly Note[];
  readonly problems: readonly Diagnostic[];
}

/** Whether a path inside a policy folder is a change note. */
export function isNoteFile(path: string): boolean {
  return /^changes\/[^/]+\.md$/.test(path);
}

/** Reads every change note of a policy folder. A note with problems is left out. */
export function readNotes(snapshot: Snapshot): Notes {
  const notes: Note[] = [];
  const problems: Diagnostic[] = [];
  for (const [path, source] of snapshot.files) {
    if (!isNoteFile(path)) continue;
    const read = readNote(source);
    problems.push(...read.problems);
    notes.push(...read.notes);
  }
  return { notes, problems };
}

function readNote(source: SourceFile): Notes {
  const match = /^---\n([\s\S]*?\n)---[ \t]*(?:\n|$)/.exec(source.text);
  if (!match) {
    const detail = 'a change note begins with a block of YAML between two lines of ---';
    return { notes: [], problems: [diagnostic('yaml-syntax', { detail }, startOfFile(source.path))] };
  }
  const file = parseYaml(sourceFile(source.path, `---\n${match[1]}`), 'note');
  const problems = [...file.problems, ...(file.problems.length === 0 ? checkShape('note', file) : [])];
  if (problems.length > 0) return { notes: [], problems };
  const front = file.value as Partial<Note> & {
    covers: readonly string[];
    against: string;
    decision: Decision;
  };
  const note: Note = {
    path: source.path,
    digest: sha256(source.text),
    source,
    covers: front.covers,
    declares: front.declares ?? [],
    against: front.against,
    decision: front.decision,
    entry: front.entry,
    practice: front.practice,
    reason: (front.reason ?? '').trim(),
    by: (front.by ?? '').trim(),
    body: source.text.slice(match[0].length).trim(),
    file,
  };
  return { notes: [note], problems: [] };
}
