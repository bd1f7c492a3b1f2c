import { sha256 } from '../base/canonical.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { append } from '../base/group.ts';
import { isSaid } from '../base/hidden.ts';
import { fault } from '../base/messages-faults.ts';
import { type SourceFile, sourceFile, startOfFile } from '../base/place.ts';
import { type Audience, nobody } from '../model/audience.ts';
import { readAudience } from '../model/audience-text.ts';
import { unexpected } from '../model/load.ts';
import { overTotal } from '../model/policy-limits.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { excessOf, overLimit, partsIn, textExcess, weighProse } from '../syntax/budget.ts';
import { conflictMarkers } from '../syntax/conflict.ts';
import { isName, isSaidInProse } from '../syntax/said.ts';
import { checkShape } from '../syntax/shape.ts';
import { shape } from '../syntax/shapes/note.shape.js';
import { parseYaml, type YamlFile } from '../syntax/yaml.ts';
import { isNoteFile, isNotePath } from './note-path.ts';

/** What a person decided about some changes: the front matter of a file in `changes/`, and the words for readers. */
export interface Note {
  /** In the policy folder, such as `changes/voiceprint.md`. */
  readonly path: string;
  /** The note's own file, then its translations in order of path. */
  readonly files: readonly SourceFile[];
  readonly digests: readonly string[];
  readonly covers: readonly string[];
  /** Whom it decides about a change for, by fingerprint; everybody when there is no entry. */
  readonly readers: ReadonlyMap<string, Audience>;
  readonly declares: readonly string[];
  /** Acts of a release that it decides about, by the keys of their changes: `withdraws #3`. */
  readonly acts: readonly string[];
  /** The archive head it was written against, or `none` before the first release. */
  readonly against: string;
  readonly decision: Decision;
  readonly entry: string | undefined;
  readonly practice: string | undefined;
  /** Who answers for a decision below what is owed, and why. */
  readonly override: Answering | undefined;
  /** Who answers for replacing an earlier decision, and why. */
  readonly revises: Answering | undefined;
  readonly reason: string;
  readonly by: string;
  /** Who compared the covered translations with their originals; empty when nobody is named. */
  readonly readBy: string;
  /** Markdown for readers, in the prevailing language; with its translations the only part that is ever published. */
  readonly body: string;
  /** The same words in other languages, by locale: the whole of `changes/<slug>.<locale>.md`. */
  readonly translations: Readonly<Record<string, string>>;
  readonly file: YamlFile;
}

/** A person who answers for something, and why. */
export type Answering = { readonly reason: string; readonly by: string };

/** What a note decides: tell readers, ask them again, no change of meaning, or material although no list says so. */
export type Decision = 'notify' | 'consent' | 'editorial' | 'raised';

/** The notes that could be read, and the problems of the others. */
export interface Notes {
  readonly notes: readonly Note[];
  readonly problems: readonly Diagnostic[];
}

/** The path of the translation of a note. */
export function translationPath(notePath: string, locale: string): string {
  return notePath.replace(/\.md$/, () => `.${locale}.md`);
}

/** Whether a release used up this very note, translations included. */
export function isSpent({ digests }: Note, spent: ReadonlySet<string>): boolean {
  return digests.every((digest) => spent.has(digest));
}

/** The change notes for a comparison. */
export interface NotesInForce {
  readonly notes: readonly Note[];
  /** The hash of the newest manifest, which a note must name under `against`; `none` before the first release. */
  readonly head: string;
  /** SHA-256 of the notes that releases have used up. */
  readonly spent: ReadonlySet<string>;
  /** Problems of files that should have been notes. */
  readonly problems?: readonly Diagnostic[];
}

/** Reads every change note of a policy folder, with its translations. A note with problems is left out. */
export function readNotes(snapshot: Snapshot): Notes {
  const problems: Diagnostic[] = snapshot.problems.filter(({ place }) => place.file.startsWith('changes'));
  const found = [...snapshot.files.values()].filter(({ path }) => isNotePath(path));
  const sources = found.filter(({ path }) => isNoteFile(path));
  problems.push(...found.flatMap(({ path }) => (isNoteFile(path) ? [] : [unexpected(path)])));
  problems.push(...tooMuch(sources));
  if (problems.some(({ code }) => code === 'over-limit')) return { notes: [], problems };
  const paths = new Set(sources.map(({ path }) => path));
  const notes: SourceFile[] = [];
  const translations = new Map<string, [locale: string, source: SourceFile][]>();
  for (const source of sources) {
    const [, slug, locale] = translated.exec(source.path) ?? [];
    const whole = frontMatter.test(source.text);
    const note = `${slug}.md`;
    if (locale === undefined || (whole && !paths.has(note))) notes.push(source);
    else if (whole)
      problems.push(diagnostic('note-translation-front-matter', { note }, startOfFile(source.path)));
    else if (!paths.has(note))
      problems.push(diagnostic('note-translation-orphan', { note, locale }, startOfFile(source.path)));
    else append(translations, note, [locale, source]);
  }
  const read = notes.map((source) => readNote(source, translations.get(source.path) ?? []));
  return {
    notes: read.flatMap((one) => one.notes),
    problems: [...problems, ...read.flatMap((one) => one.problems)],
  };
}

const frontMatter = /^---\n([\s\S]*?\n)---[ \t]*(?:\n|$)/;
const translated = /^(changes\/[^/]+)\.([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)\.md$/;

/** What there is too much of in all notes together: each of their names is looked for among all changes. */
function tooMuch(sources: readonly SourceFile[]): Diagnostic[] {
  return overTotal(
    'noteParts',
    sources,
    ({ text }) => partsIn(text),
    ({ path }) => startOfFile(path),
  );
}

/** The words of a note are Markdown, read by the same parser as those of a policy; what it covers is a list, and may be long. */
function tooHeavy({ path, text: whole }: SourceFile): Diagnostic[] {
  const text = whole.replace(frontMatter, '');
  const found = textExcess(text, weighProse(text)) ?? excessOf('nameLength', path.length);
  return found ? [overLimit(found, startOfFile(path))] : [];
}

function readNote(
  source: SourceFile,
  translations: readonly (readonly [locale: string, source: SourceFile])[],
): Notes {
  const files = [source, ...translations.map(([, one]) => one)];
  const heavy = files.flatMap(tooHeavy);
  if (heavy.length > 0) return { notes: [], problems: heavy };
  const markers = files.flatMap((one) => conflictMarkers(one));
  if (markers.length > 0) return { notes: [], problems: markers };
  const match = frontMatter.exec(source.text);
  if (!match) {
    const args = { fault: fault('no-front-matter') };
    return { notes: [], problems: [diagnostic('yaml-syntax', args, startOfFile(source.path))] };
  }
  const file = parseYaml(sourceFile(source.path, `---\n${match[1]}`), 'note');
  const problems = [...file.problems, ...(file.problems.length === 0 ? checkShape(shape, file) : [])];
  if (problems.length > 0) return { notes: [], problems };
  const body = told(source.text.slice(match[0].length));
  const inOthers = translations.map(([locale, { text }]) => [locale, told(text)] as const);
  return { notes: [noteIn(file, files, body, Object.fromEntries(inOthers))], problems: [] };
}

/** The note that the front matter of its file states, with its words for readers. */
function noteIn(
  file: YamlFile,
  files: readonly SourceFile[],
  body: string,
  translations: Note['translations'],
): Note {
  const front = file.value as Partial<Note> & {
    covers: readonly string[];
    against: string;
    decision: Decision;
  };
  const covers = front.covers.map((line) => line.split(' for '));
  return {
    path: file.source.path,
    files,
    digests: files.map(({ text }) => sha256(text)),
    covers: covers.map(([fingerprint = '']) => fingerprint),
    readers: new Map(
      covers.flatMap(([fingerprint = '', ...readers]) =>
        readers.length === 0 ? [] : [[fingerprint, readAudience(readers.join(' for ')) ?? nobody] as const],
      ),
    ),
    declares: front.declares ?? [],
    acts: front.acts ?? [],
    against: front.against,
    decision: front.decision,
    entry: front.entry,
    practice: front.practice,
    override: answering(front.override),
    revises: answering(front.revises),
    reason: said(front.reason),
    by: named(front.by),
    readBy: named(front.readBy),
    body,
    translations,
    file,
  };
}

/** A text of a person; empty when nothing in it can be seen. */
function said(words = ''): string {
  return isSaid(words) ? words.trim() : '';
}

function named(words = ''): string {
  return isName(words) ? words.trim() : '';
}

function told(markdown: string): string {
  return isSaidInProse(markdown) ? markdown.trim() : '';
}

function answering(one: Answering | undefined): Answering | undefined {
  return one && isSaid(one.reason) && isName(one.by) ? one : undefined;
}
