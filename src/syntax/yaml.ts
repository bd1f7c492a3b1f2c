import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Place, placeOf, type SourceFile, startOfFile } from '../base/place.ts';

/** A path from the top of a document: keys of maps and indexes of sequences. */
export type YamlPath = readonly (string | number)[];

/** A parsed YAML file: its plain value, and where in the file each part of it stands. */
export interface YamlFile {
  readonly source: SourceFile;
  readonly value: unknown;
  readonly problems: readonly Diagnostic[];
  /** The place of the value at a path; of the nearest part above it where there is none. */
  readonly placeAt: (path: YamlPath) => Place;
  /** The place of the key that names the value at a path. */
  readonly keyPlaceAt: (path: YamlPath) => Place;
  /** The scalar node at a path, for what depends on how a text was written. */
  readonly scalarAt: (path: YamlPath) => Scalar | undefined;
}

const mostErrors = 20;
const mostAliases = 100;
const yaml11Date = /^\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?$/;

/** Parses one document of YAML 1.2, core schema. Never throws; what is wrong is in `problems`. */
export function parseYaml(source: SourceFile, what: string): YamlFile {
  const document = parseDocument(source.text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const problems = [
    ...document.errors.slice(0, mostErrors).map((error) => syntaxProblem(source, error)),
    ...document.warnings.map((warning) => tagProblem(source, warning.pos)),
    ...treeProblems(document, source),
  ];
  if (problems.length > 0) return emptyFile(source, problems);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    return emptyFile(source, [
      diagnostic('yaml-alias', { detail: (error as Error).message }, startOfFile(source.path)),
    ]);
  }
  if (value === null || value === undefined) {
    return emptyFile(source, [diagnostic('file-empty', { what }, startOfFile(source.path))]);
  }
  return {
    source,
    value,
    problems,
    placeAt: (path) => rangePlace(source, find(document, path).value),
    keyPlaceAt: (path) => {
      const { key, value: node } = find(document, path);
      return rangePlace(source, key ?? node);
    },
    scalarAt: (path) => {
      const node = find(document, path).exact;
      return isScalar(node) ? node : undefined;
    },
  };
}

function emptyFile(source: SourceFile, problems: readonly Diagnostic[]): YamlFile {
  const place = startOfFile(source.path);
  return {
    source,
    value: undefined,
    problems,
    placeAt: () => place,
    keyPlaceAt: () => place,
    scalarAt: () => undefined,
  };
}

function find(
  document: Document.Parsed,
  path: YamlPath,
): { value: Node | null; key: Node | null; exact: Node | null } {
  let value: Node | null = document.contents;
  let key: Node | null = null;
  for (const step of path) {
    let next: Node | null = null;
    const here: Node | null | undefined = isAlias(value) ? value.resolve(document) : value;
    if (isMap(here)) {
      const pair = here.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair) {
        key = isNode(pair.key) ? pair.key : null;
        next = isNode(pair.value) ? pair.value : key;
      }
    } else if (isSeq(here) && typeof step === 'number') {
      const item = here.items[step];
      next = isNode(item) ? item : null;
      key = null;
    }
    if (next === null) return { value, key, exact: null };
    value = next;
  }
  return { value, key, exact: value };
}

function rangePlace(source: SourceFile, node: Node | null): Place {
  const range = node?.range;
  if (!range) return startOfFile(source.path);
  const end = source.text.slice(range[0], range[1]).trimEnd().length + range[0];
  return placeOf(source, range[0], end);
}

function syntaxProblem(
  source: SourceFile,
  error: { code: string; message: string; pos: [number, number] },
): Diagnostic {
  const place = placeOf(source, error.pos[0], error.pos[1]);
  const text = source.text.slice(error.pos[0], error.pos[1]);
  if (error.code === 'TAB_AS_INDENT') return diagnostic('yaml-tab', {}, place);
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[\w.-]+/.exec(source.text.slice(error.pos[0]))?.[0] ?? text;
    return diagnostic(
      'yaml-duplicate-key',
      { key },
      placeOf(source, error.pos[0], error.pos[0] + key.length),
    );
  }
  if (error.code === 'RESOURCE_EXHAUSTION') return diagnostic('yaml-too-deep', {}, startOfFile(source.path));
  if (error.code === 'MULTIPLE_DOCS') {
    return diagnostic('yaml-syntax', { detail: 'a second document begins here; a file holds one' }, place);
  }
  if (/^[ ]*\t/m.test(lineAt(source, error.pos[0])) || text.startsWith('\t'))
    return diagnostic('yaml-tab', {}, place);
  return diagnostic('yaml-syntax', { detail: plainWords(error.message) }, place);
}

function tagProblem(source: SourceFile, [start, end]: readonly [number, number]): Diagnostic {
  return diagnostic('yaml-tag', { tag: source.text.slice(start, end) }, placeOf(source, start, end));
}

function lineAt(source: SourceFile, offset: number): string {
  const start = source.text.lastIndexOf('\n', offset - 1) + 1;
  const end = source.text.indexOf('\n', offset);
  return source.text.slice(start, end === -1 ? undefined : end);
}

function plainWords(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return (first.charAt(0).toLowerCase() + first.slice(1)).replace(/[.:]$/, '');
}

/** What the YAML parser accepts and a policy must not hold: unquoted dates, and keys that are not text. */
function treeProblems(document: Document.Parsed, source: SourceFile): Diagnostic[] {
  const problems: Diagnostic[] = [];
  visit(document, {
    Scalar(_, node) {
      if (node.type === 'PLAIN' && typeof node.value === 'string' && yaml11Date.test(node.value)) {
        problems.push(diagnostic('unquoted-date', { text: node.value }, rangePlace(source, node)));
      }
    },
    Pair(_, pair) {
      if (isPair(pair) && !(isScalar(pair.key) && typeof pair.key.value === 'string')) {
        const place = rangePlace(source, isNode(pair.key) ? pair.key : null);
        problems.push(
          diagnostic('wrong-type', { expected: 'a key that is text', found: 'another kind of key' }, place),
        );
      }
    },
  });
  return problems;
}
