import { type Diagnostic, diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Memory } from '../base/memory.ts';
import { nearestForSome } from '../base/nearest.ts';
import { keptByText } from '../base/on-demand.ts';
import { formatPlace, type SourceFile, startOfFile } from '../base/place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { parseCsv } from '../syntax/csv.ts';
import { hiddenCharacters } from '../syntax/hidden-characters.ts';
import { checkShape, type Shape } from '../syntax/shape.ts';
import { shape as chapterShape } from '../syntax/shapes/chapter.shape.js';
import { shape as localeShape } from '../syntax/shapes/locale.shape.js';
import { shape as policyShape } from '../syntax/shapes/policy.shape.js';
import { shape as registerShape } from '../syntax/shapes/register.shape.js';
import { shape as taxonomyShape } from '../syntax/shapes/taxonomy.shape.js';
import { shape as wordsShape } from '../syntax/shapes/words.shape.js';
import { parseYaml, type YamlFile } from '../syntax/yaml.ts';
import { type KeptFiles, keptFiles } from './kept-files.ts';
import { entryFields } from './kinds/any-clause.ts';
import { isPolicyPath } from './paths.ts';
import { overClauses, overLimits, overLocales, overTexts } from './policy-limits.ts';
import { spellOut } from './short-forms.ts';
import type { WordsSource } from './words-file.ts';

/** `policy.yaml`, as far as its schema promises. */
export interface PolicyHead {
  readonly format: string;
  readonly id: string;
  readonly edition: string;
  readonly prevailing: string;
  readonly locales: readonly string[];
  readonly profiles?: readonly string[];
  readonly utcOffset: string;
  readonly parties: readonly {
    readonly id: string;
    readonly role: string;
    readonly formerly?: readonly string[];
  }[];
  readonly chapters: readonly string[];
  readonly retired?: readonly string[];
}

/** A clause as it was written, with short forms (`never: sell`) expanded. */
export interface ClauseSource {
  readonly id: string;
  readonly kind: string;
  readonly formerly?: readonly string[];
  readonly [field: string]: unknown;
}

/** A file of `chapters/`, with its clauses in their order. */
export interface ChapterSource {
  readonly file: YamlFile;
  readonly id: string;
  readonly clauses: readonly ClauseSource[];
  readonly content: Readonly<Record<string, unknown>>;
}

/** The files of a policy, parsed and with valid shapes. */
export interface PolicySource {
  readonly head: PolicyHead;
  readonly headFile: YamlFile;
  /** In reading order. */
  readonly chapters: readonly ChapterSource[];
  readonly locales: readonly LocaleSource[];
  /** Lists in files of their own, by path. */
  readonly registers: ReadonlyMap<string, YamlFile>;
  readonly taxonomy: YamlFile | undefined;
  readonly words: readonly WordsSource[];
}

/** A file of translations: by owner and field, the text and the mark of its original. */
export interface LocaleSource {
  readonly file: YamlFile;
  readonly locale: string;
  readonly texts: Readonly<
    Record<string, Readonly<Record<string, { readonly of: string; readonly text: string }>>>
  >;
}

/** The parsed files, or the problems that prevented it. */
export interface Loaded {
  readonly source: PolicySource | undefined;
  readonly problems: readonly Diagnostic[];
}

const wordsPath = /^words\/([^/]+)\.yaml$/;

/** Parses a policy folder and checks the shapes of its files. There is no source when a file is unreadable. */
export function loadPolicy(snapshot: Snapshot, memory?: Memory): Loaded {
  const kept = memory && keptFiles(snapshot, memory);
  const loaded = loadedWith(snapshot, kept);
  kept?.keep();
  return loaded;
}

function loadedWith(snapshot: Snapshot, kept: KeptFiles | undefined): Loaded {
  const problems: Diagnostic[] = [...snapshot.problems];
  const headSource = snapshot.files.get('policy.yaml');
  if (!headSource) {
    if (problems.some(({ place }) => place.file === 'policy.yaml')) return { source: undefined, problems };
    problems.push(diagnostic('file-missing', { what: 'policy.yaml' }, startOfFile('policy.yaml')));
    return { source: undefined, problems };
  }
  problems.push(...overLimits(snapshot));
  if (hasErrors(problems)) return { source: undefined, problems };
  const headFile = readFile(policyShape, headSource, problems, kept);
  const { chapters, locales, registers, taxonomy, words } = readParts(snapshot, problems, kept);
  const files = [
    ...chapters.map(({ file }) => file),
    ...locales.map(({ file }) => file),
    ...registers.values(),
    ...words.map(({ file }) => file),
  ];
  problems.push(...overTexts(headFile ? [headFile, ...files] : files), ...overClauses(chapters));
  if (!headFile || hasErrors(problems)) return { source: undefined, problems };
  const head = headFile.value as PolicyHead;
  problems.push(...overLocales(head.locales, (index) => headFile.placeAt(['locales', index])));
  if (hasErrors(problems)) return { source: undefined, problems };
  const ordered = orderChapters(head, headFile, chapters, problems);
  return { source: { head, headFile, chapters: ordered, locales, registers, taxonomy, words }, problems };
}

/** What the files of a policy besides `policy.yaml` say. */
interface Parts {
  readonly chapters: ChapterSource[];
  readonly locales: LocaleSource[];
  readonly registers: Map<string, YamlFile>;
  readonly words: WordsSource[];
  taxonomy: YamlFile | undefined;
}

/** What such a file is, as people know it, by its path. */
interface FileKind {
  readonly known: string;
  readonly path: RegExp;
  readonly shape: Shape;
  readonly add: (parts: Parts, file: YamlFile) => void;
}

const fileKinds: readonly FileKind[] = [
  {
    known: 'chapters/*.yaml',
    path: /^chapters\/[^/]+\.yaml$/,
    shape: chapterShape,
    add: ({ chapters }, file) => chapters.push(chapterSource(spellOut(file))),
  },
  {
    known: 'locales/<language>/*.yaml',
    path: /^locales\/[^/]+\/[^/]+\.yaml$/,
    shape: localeShape,
    add: ({ locales }, file) =>
      locales.push({ file, ...(file.value as Pick<LocaleSource, 'locale' | 'texts'>) }),
  },
  {
    known: 'registers/*.yaml or *.csv',
    path: /^registers\/[^/]+\.(yaml|csv)$/,
    shape: registerShape,
    add: ({ registers }, file) => registers.set(file.source.path, file),
  },
  {
    known: 'taxonomy.yaml',
    path: /^taxonomy\.yaml$/,
    shape: taxonomyShape,
    add: (parts, file) => {
      parts.taxonomy = file;
    },
  },
  {
    known: 'words/<language>.yaml',
    path: wordsPath,
    shape: wordsShape,
    add: ({ words }, file) => words.push({ file, locale: wordsPath.exec(file.source.path)?.[1] ?? '' }),
  },
];

/** Parses every file except `policy.yaml`, by its folder. Chapters are in the order of their files. */
function readParts(snapshot: Snapshot, problems: Diagnostic[], kept: KeptFiles | undefined): Parts {
  const parts: Parts = { chapters: [], locales: [], registers: new Map(), words: [], taxonomy: undefined };
  for (const [path, source] of snapshot.files) {
    const kind = fileKinds.find((one) => one.path.test(path));
    const file = kind && readFile(kind.shape, source, problems, kept);
    if (file) kind.add(parts, file);
    if (kind || path === 'policy.yaml' || !isPolicyPath(path)) continue;
    problems.push(unexpected(path));
  }
  return parts;
}

/** A file that lies where a policy or its notes are read from, and that nothing reads. */
export function unexpected(path: string): Diagnostic {
  const known = ['policy.yaml', ...fileKinds.map((one) => one.known), 'changes/*.md'];
  return diagnostic('file-unexpected', { known }, startOfFile(path));
}

/** The columns of a CSV register: the fields of its entries. */
const columns = Object.entries(entryFields('recipient.listed'));
export const csvColumns = {
  known: columns.map(([name]) => name),
  required: columns.flatMap(([name, { needed }]) => (needed ? [name] : [])),
  lists: columns.flatMap(([name, field]) =>
    field.is === 'each' || (field.is === 'structure' && field.form.schema.type === 'array') ? [name] : [],
  ),
};

/** A parsed file; undefined when its YAML cannot be read. */
interface Read {
  readonly file: YamlFile | undefined;
  readonly problems: readonly Diagnostic[];
}

/**
 * Parsed files are kept: both sides of a comparison share most files, and so do the states of a policy in an editor. What
 * is kept is shared, and must not be changed.
 */
const filesRead = keptByText<Read>();

/** How many times the memory of its text a parsed file takes. */
const weight = 4;

/** Parses a file and checks its shape; undefined when its YAML cannot be read. */
function readFile(
  shape: Shape,
  source: SourceFile,
  problems: Diagnostic[],
  kept: KeptFiles | undefined,
): YamlFile | undefined {
  const { path, text } = source;
  const name = `${shape.name}\0${path}\0${text}`;
  const known = kept?.find(shape.name, source);
  const read = known
    ? { file: known, problems: [] }
    : filesRead(name, text.length * weight, () => readFirst(shape, source));
  problems.push(...read.problems);
  if (read.file && read.problems.length === 0) kept?.add(shape.name, read.file);
  return read.file;
}

function readFirst(shape: Shape, source: SourceFile): Read {
  const file = source.path.endsWith('.csv') ? parseCsv(source, csvColumns) : parseYaml(source, shape.name);
  const problems = [...file.problems, ...hiddenCharacters(source)];
  if (file.problems.length > 0) return { file: undefined, problems };
  return { file, problems: [...problems, ...checkShape(shape, file)] };
}

function chapterSource(file: YamlFile): ChapterSource {
  const content = file.value as { chapter?: string; clauses?: readonly ClauseSource[] };
  return {
    file,
    id: String(content.chapter),
    clauses: content.clauses ?? [],
    content: content as Readonly<Record<string, unknown>>,
  };
}

function orderChapters(
  head: PolicyHead,
  headFile: YamlFile,
  chapters: readonly ChapterSource[],
  problems: Diagnostic[],
): ChapterSource[] {
  const byId = new Map<string, ChapterSource>();
  for (const chapter of chapters) {
    const first = byId.get(chapter.id);
    const place = chapter.file.placeAt(['chapter']);
    if (first) {
      const other = first.file.placeAt(['chapter']);
      const related = [{ place: other, role: 'first' as const }];
      problems.push(
        diagnostic('duplicate-id', { id: chapter.id, first: formatPlace(other) }, place, related),
      );
    } else byId.set(chapter.id, chapter);
  }
  const ordered: ChapterSource[] = [];
  const nearest = nearestForSome();
  head.chapters.forEach((id, index) => {
    const chapter = byId.get(id);
    if (chapter) ordered.push(chapter);
    else
      problems.push(
        diagnostic(
          'missing-chapter',
          { chapter: id, nearest: nearest(id, () => byId.keys()) },
          headFile.placeAt(['chapters', index]),
        ),
      );
  });
  for (const chapter of chapters) {
    if (!head.chapters.includes(chapter.id)) {
      problems.push(
        diagnostic('unlisted-chapter', { chapter: chapter.id }, chapter.file.placeAt(['chapter'])),
      );
    }
  }
  return ordered;
}
