import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'acorn';
import { buildSync } from 'esbuild';
import { onDemand } from '../src/base/on-demand.ts';

const root = join(import.meta.dirname, '../src');

/** The files of the program, below `src`. */
export const sourcePaths: readonly string[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort();

/** All of them as JavaScript, made at once: to ask for each file takes three times as long. */
const code = onDemand((): ReadonlyMap<string, string> => {
  const { outputFiles } = buildSync({
    entryPoints: sourcePaths.map((path) => join(root, path)),
    outdir: root,
    outbase: root,
    write: false,
    format: 'esm',
    target: 'esnext',
    charset: 'utf8',
    logLevel: 'silent',
  });
  return new Map(
    outputFiles.map(({ path, text }) => [path.split(sep).join('/').replace(/\.js$/, '.ts'), text]),
  );
});

/** A file of the program without its types. */
export function codeOf(path: string): string {
  const text = code().get(`${root.split(sep).join('/')}/${path}`);
  if (text === undefined) throw new Error(`${path} is no file of the program`);
  return text;
}

/** A node of a program as acorn makes it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** Sees every node of a text of JavaScript, parents first. What is answered is said to each node below. */
export function walkCode<Said>(text: string, said: Said, see: (node: Node, said: Said) => Said): void {
  const visit = (part: unknown, above: Said): void => {
    if (Array.isArray(part)) for (const one of part) visit(one, above);
    else if (isNode(part)) {
      const below = see(part, above);
      for (const name in part) if (typeof part[name] === 'object') visit(part[name], below);
    }
  };
  visit(parse(text, { ecmaVersion: 'latest', sourceType: 'module' }), said);
}

function isNode(part: unknown): part is Node {
  return typeof (part as { type?: unknown } | null)?.type === 'string';
}
