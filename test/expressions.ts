import { codeOf, walkCode } from './source-code.ts';

/** A regular expression of the program, and the file that it is in. */
export interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** The regular expressions that a file of `src` has, collected by parsing it. */
export function expressionsIn(path: string): Expression[] {
  const found: Expression[] = [];
  walkCode(codeOf(path), undefined, (node) => {
    const { regex } = node as { regex?: { readonly pattern: string; readonly flags: string } };
    if (regex) found.push({ where: path, source: regex.pattern, flags: regex.flags });
  });
  return found;
}
