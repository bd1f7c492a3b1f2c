import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

/** A regular expression of the program, and the file that it is in. */
export interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

const root = join(import.meta.dirname, '../src');

/** The regular expressions that a file of `src` has, collected by parsing it. */
export function expressionsIn(path: string): Expression[] {
  const { code } = transformSync(readFileSync(join(root, path), 'utf8'), {
    loader: 'ts',
    charset: 'utf8',
    target: 'esnext',
  });
  const found: Expression[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { regex } = node as { regex?: { readonly pattern: string; readonly flags: string } };
    if (regex) found.push({ where: path, source: regex.pattern, flags: regex.flags });
    else for (const part of Object.values(node)) walk(part);
  };
  walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return found;
}
