import { type Document, isMap, isNode, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Place, type SourceFile, startOfFile } from '../base/place.ts';
import type { WrittenScalar } from './scalar.ts';
import { type Aliases, resolveAliases } from './yaml-alias.ts';
import { nodePlace, syntaxProblems, treeProblems } from './yaml-problems.ts';

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
  readonly scalarAt: (path: YamlPath) => WrittenScalar | undefined;
}

const mostAliases = 100;

/** Parses one document of YAML 1.2, core schema. Never throws; what is wrong is in `problems`. */
export function parseYaml(source: SourceFile, what: string): YamlFile {
  const document = parseDocument(source.text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    // 'silent' would also pass over a second document.
    logLevel: 'error',
  });
  const broken = syntaxProblems(document, source);
  if (document.errors.length > 0) return emptyFile(source, broken);
  const aliases = resolveAliases(document, source);
  const problems = [...broken, ...aliases.problems, ...treeProblems(document, source)];
  if (problems.length > 0) return emptyFile(source, problems);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch {
    const detail = `the aliases of this file stand for more than ${mostAliases} copies`;
    return emptyFile(source, [diagnostic('yaml-alias', { detail }, nodePlace(source, aliases.last))]);
  }
  if (value === null || value === undefined) {
    return emptyFile(source, [diagnostic('file-empty', { what }, startOfFile(source.path))]);
  }
  return {
    source,
    value,
    problems,
    placeAt: (path) => nodePlace(source, find(document, aliases, path).value),
    keyPlaceAt: (path) => {
      const { key, value: node } = find(document, aliases, path);
      return nodePlace(source, key ?? node);
    },
    scalarAt: (path) => {
      const node = find(document, aliases, path).exact;
      return isScalar(node) ? node : undefined;
    },
  };
}

/** A file of which nothing could be read but its problems. */
export function emptyFile(source: SourceFile, problems: readonly Diagnostic[]): YamlFile {
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
  aliases: Aliases,
  path: YamlPath,
): { value: Node | null; key: Node | null; exact: Node | null } {
  let value: Node | null = document.contents;
  let key: Node | null = null;
  for (const step of path) {
    let next: Node | null = null;
    const here = (value && aliases.targets.get(value)) ?? value;
    if (isMap(here)) {
      const name = String(step);
      const pair = here.items.find(
        ({ key: one }) => isScalar(one) && (one.value === name || String(one.value) === name),
      );
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
