import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { testedCode } from '../build/tested.mjs';
import { onDemand } from '../src/base/on-demand.ts';

/** The files of the program as JavaScript, made as tests begin. */
const code = onDemand(
  () =>
    new Map(
      Object.entries<string>(
        JSON.parse(readFileSync(join(import.meta.dirname, '..', testedCode), 'utf8')),
      ).map(([path, text]) => [path.slice('src/'.length), text]),
    ),
);

/** The files of the program, below `src`. */
export const sourcePaths: readonly string[] = [...code().keys()].sort();

/** A file of the program without its types. */
export function codeOf(path: string): string {
  const text = code().get(path);
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
