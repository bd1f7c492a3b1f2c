import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { valueAt } from '../base/json.ts';
import { limits } from '../base/limits.ts';
import { fault } from '../base/messages-faults.ts';
import { type Place, type SourceFile, startOfFile } from '../base/place.ts';
import { excessOf, type HeaviestParagraph, overLimit, partsIn } from './budget.ts';
import { conflictMarkers } from './conflict.ts';
import type { WrittenScalar } from './scalar.ts';
import { resolveAliases } from './yaml-alias.ts';
import { composeYaml } from './yaml-compose.ts';
import { yamlTree } from './yaml-parts.ts';
import { nodePlace, partPlace, syntaxProblems, treeProblems } from './yaml-problems.ts';
import { weighTexts } from './yaml-texts.ts';
import { finderIn, type YamlPart, type YamlPath } from './yaml-tree.ts';

export type { YamlPath } from './yaml-tree.ts';

/** What a YAML file without problems says, as plain data: with its text, all that is asked about it. */
export interface YamlContent {
  readonly value: unknown;
  readonly tree: YamlPart | null;
  /** The weight of the Markdown in all its texts. */
  readonly marks: number;
  /** The characters of the file, or of its texts with all aliases expanded, whichever are more. */
  readonly characters: number;
  readonly heaviest: HeaviestParagraph | undefined;
}

/** A parsed YAML file: its plain value, and the place of each part. */
export interface YamlFile extends Omit<YamlContent, 'tree'> {
  readonly source: SourceFile;
  readonly problems: readonly Diagnostic[];
  /** The place of the value at a path, or of the nearest part above it. */
  readonly placeAt: (path: YamlPath) => Place;
  /** The place of the key of the value at a path. */
  readonly keyPlaceAt: (path: YamlPath) => Place;
  /** The scalar node at a path, for callers who need to know how a text was written. */
  readonly scalarAt: (path: YamlPath) => WrittenScalar | undefined;
  /** What it was made of, if that can be written as JSON and read again. */
  readonly content?: YamlContent;
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
  const content: YamlContent = {
    value,
    tree: yamlTree(document.contents, aliases.targets),
    marks: aliases.whole?.marks ?? texts.marks,
    characters: Math.max(source.text.length, aliases.whole?.characters ?? 0),
    heaviest: texts.heaviest,
  };
  const file = yamlFile(source, content);
  // What an alias stands for would be written once more, and JSON has no such numbers.
  return aliases.last || noJson.test(source.text) ? file : { ...file, content };
}

const noJson = /\.(?:inf|nan)/i;

/** A file without problems, by its text and what was read in it. */
export function yamlFile(
  source: SourceFile,
  { value, tree, marks, characters, heaviest }: YamlContent,
): YamlFile {
  const find = finderIn(tree);
  return {
    source,
    value,
    problems: [],
    marks,
    characters,
    heaviest,
    placeAt: (path) => partPlace(source, find(path).value),
    keyPlaceAt: (path) => {
      const { key, value: part } = find(path);
      return partPlace(source, key ?? part);
    },
    scalarAt: (path) => {
      const part = find(path).exact;
      if (part?.type === undefined) return undefined;
      const { at: range, type, comment } = part;
      return { value: valueAt(value, path), type, range, comment };
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
