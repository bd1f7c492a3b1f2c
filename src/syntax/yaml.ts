import { type Document, isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import { fault } from '../base/messages-faults.ts';
import { type Place, type SourceFile, startOfFile } from '../base/place.ts';
import type { HeaviestParagraph } from './budget.ts';
import { excessOf, overLimit, partsIn } from './budget.ts';
import { conflictMarkers } from './conflict.ts';
import type { WrittenScalar } from './scalar.ts';
import { type Aliases, resolveAliases } from './yaml-alias.ts';
import { composeYaml } from './yaml-compose.ts';
import { nodePlace, syntaxProblems, treeProblems } from './yaml-problems.ts';
import { weighTexts } from './yaml-texts.ts';

/** A path from the top of a document: keys of maps and indexes of sequences. */
export type YamlPath = readonly (string | number)[];

/** A parsed YAML file: its plain value, and the place of each part. */
export interface YamlFile {
  readonly source: SourceFile;
  readonly value: unknown;
  readonly problems: readonly Diagnostic[];
  /** The weight of the Markdown in all its texts. */
  readonly marks: number;
  /** The characters of the file, or of its texts with all aliases expanded, whichever are more. */
  readonly characters: number;
  readonly heaviest: HeaviestParagraph | undefined;
  /** The place of the value at a path, or of the nearest part above it. */
  readonly placeAt: (path: YamlPath) => Place;
  /** The place of the key of the value at a path. */
  readonly keyPlaceAt: (path: YamlPath) => Place;
  /** The scalar node at a path, for callers who need to know how a text was written. */
  readonly scalarAt: (path: YamlPath) => WrittenScalar | undefined;
}

/** Parses one document of YAML 1.2, core schema. Never throws: errors are in `problems`. */
export function parseYaml(source: SourceFile, what: string): YamlFile {
  const parts = excessOf('yamlParts', partsIn(source.text));
  if (parts) return emptyFile(source, [overLimit(parts, startOfFile(source.path))]);
  const markers = conflictMarkers(source);
  if (markers.length > 0) return emptyFile(source, markers);
  const document = composeYaml(source.text);
  if (!document) return emptyFile(source, [diagnostic('yaml-too-deep', {}, startOfFile(source.path))]);
  const broken = syntaxProblems(document, source);
  if (document.errors.length > 0) return emptyFile(source, broken);
  const aliases = resolveAliases(document, source);
  const texts = weighTexts(document, source);
  const problems = [...broken, ...aliases.problems, ...treeProblems(document, source), ...texts.problems];
  if (problems.length > 0) return emptyFile(source, problems);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: limits.aliases });
  } catch {
    const args = { fault: fault('aliases-too-many') };
    return emptyFile(source, [diagnostic('yaml-alias', args, nodePlace(source, aliases.last))]);
  }
  if (value === null || value === undefined) {
    return emptyFile(source, [diagnostic('file-empty', { what }, startOfFile(source.path))]);
  }
  const find = finderIn(document, aliases);
  return {
    source,
    value,
    problems,
    marks: aliases.whole?.marks ?? texts.marks,
    characters: Math.max(source.text.length, aliases.whole?.characters ?? 0),
    heaviest: texts.heaviest,
    placeAt: (path) => nodePlace(source, find(path).value),
    keyPlaceAt: (path) => {
      const { key, value: node } = find(path);
      return nodePlace(source, key ?? node);
    },
    scalarAt: (path) => {
      const node = find(path).exact;
      return isScalar(node) ? node : undefined;
    },
  };
}

/** A file of which nothing but problems is known. */
export function emptyFile(source: SourceFile, problems: readonly Diagnostic[]): YamlFile {
  const place = startOfFile(source.path);
  return {
    source,
    value: undefined,
    problems,
    marks: 0,
    characters: 0,
    heaviest: undefined,
    placeAt: () => place,
    keyPlaceAt: () => place,
    scalarAt: () => undefined,
  };
}

interface Found {
  readonly value: Node | null;
  readonly key: Node | null;
  readonly exact: Node | null;
}

/** Finds nodes by path. The keys of a large map are indexed when they are first needed. */
function finderIn(document: Document.Parsed, aliases: Aliases): (path: YamlPath) => Found {
  const tables = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairOf = (map: YAMLMap, name: string): Pair | undefined => {
    if (map.items.length <= fewKeys)
      return map.items.find(({ key }) => isScalar(key) && String(key.value) === name);
    const table = tables.get(map) ?? tableOf(map);
    tables.set(map, table);
    return table.get(name);
  };
  const inMap = (map: YAMLMap, name: string): Step | undefined => {
    const pair = pairOf(map, name);
    const key = isNode(pair?.key) ? pair.key : null;
    const value = isNode(pair?.value) ? pair.value : key;
    return value ? { key, value } : undefined;
  };
  const next = (from: Node | null, step: YamlPath[number]): Step | undefined => {
    const here = (from && aliases.targets.get(from)) ?? from;
    if (isMap(here)) return inMap(here, String(step));
    const item = isSeq(here) && typeof step === 'number' ? here.items[step] : undefined;
    return isNode(item) ? { key: null, value: item } : undefined;
  };
  return (path) => {
    let found: Omit<Found, 'exact'> = { key: null, value: document.contents };
    for (const name of path) {
      const step = next(found.value, name);
      if (step === undefined) return { ...found, exact: null };
      found = step;
    }
    return { ...found, exact: found.value };
  };
}

/** What a name leads to. A value that is not there is its key. */
interface Step {
  readonly key: Node | null;
  readonly value: Node;
}

const fewKeys = 32;

function tableOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const table = new Map<string, Pair>();
  for (const pair of map.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : undefined;
    if (name !== undefined && !table.has(name)) table.set(name, pair);
  }
  return table;
}
