import { describe, expect, it } from 'vitest';
import { codeOf, type Node, sourcePaths, walkCode } from './source-code.ts';

/**
 * What a user wrote may hold `$1` and `.*`: it is no replacement and no pattern. Every replacement is a function or a
 * text that stands in the source, and every expression that is made of something escapes what it is made of.
 */
const sources = sourcePaths.map((path) => [path, codeOf(path)] as const);

/** The nodes of a file that a predicate picks, as they are written. */
function nodesIn(code: string, picks: (node: Node) => boolean): readonly (Node & { written: string })[] {
  const found: (Node & { written: string })[] = [];
  walkCode(code, undefined, (node) => {
    if (picks(node)) found.push({ ...node, written: code.slice(node.start, node.end) });
  });
  return found;
}

/** Whether a text is the same for every input: a literal, or a template or a sum of such. */
function isFixed(node: Node): boolean {
  if (node.type === 'Literal') return true;
  if (node.type === 'TemplateLiteral') return (node.expressions as Node[]).length === 0;
  return false;
}

const called = (name: RegExp) => (node: Node) => {
  const { callee } = node as { callee?: { property?: { name?: string } } };
  return node.type === 'CallExpression' && name.test(callee?.property?.name ?? '');
};

/** Replacements that are neither, each by what they are made of. */
const madeOf: Readonly<Record<string, string>> = {
  'base/escape.ts': 'a character that has no width',
  'base/hidden.ts': 'a function, by its type',
  'gate/rebase.ts': 'a hash in hexadecimal',
  'translate/overlay.ts': 'the end of a line',
  'report/docx-dress.ts': 'a date that policyc wrote',
  'cli/replace-files.ts': 'a number',
};

describe('a replacement', () => {
  it('is a function, or a text that stands in the source', () => {
    const all = sources.flatMap(([path, code]) =>
      /\breplace/.test(code)
        ? nodesIn(code, called(/^replace(?:All)?$/)).map((node) => [path, node] as const)
        : [],
    );
    const suspect = all.flatMap(([path, node]) => {
      const [, by] = node.arguments as Node[];
      return !by || isFixed(by) || /Function/.test(by.type) ? [] : [{ path, by, written: node.written }];
    });
    const functions = suspect.filter(({ by, path }) => !(path in madeOf) && !isFunctionHere(by, path));
    expect(functions.map(({ path, written }) => `${path}: ${written}`)).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
  });

  /** A name for a function: declared as one. */
  function isFunctionHere(by: Node, path: string): boolean {
    const name = (by as { name?: string }).name;
    const code = sources.find(([one]) => one === path)?.[1] ?? '';
    if (by.type !== 'Identifier' || name === undefined) return false;
    return new RegExp(`function ${name}\\(|const ${name} = (?:\\w+|\\([^)]*\\)) =>`).test(code);
  }
});

const makesExpression = ({ type, callee }: Node): boolean =>
  type === 'NewExpression' && (callee as Node).name === 'RegExp';

/** Expressions that are made at run time, and why what they are made of is no pattern by accident. */
const madeAtRunTime: Readonly<Record<string, string>> = {
  'archive/verify-version.ts': 'the name of a file of ours',
  'check/part-place.ts': 'words of a text, escaped',
  'check/prose-parties.ts': 'names of our table of software: letters, digits, spaces and hyphens',
  'check/quotes.ts': 'an expression of ours with another flag',
  'check/scripts.ts': 'a table of ours',
  'check/sentences.ts': 'a table of ours',
  'cli/typed.ts': 'the names of commands',
  'language/misread-encoding.ts': 'a table of ours',
  'language/pieces.ts': 'a table of ours',
  'language/furniture.ts': 'a table of ours',
  'language/imprint.ts': 'a table of ours',
  'document/dress.ts': 'a table of ours',
  'document/import/site-marks.ts': 'a table of ours',
  'document/import/title.ts': 'a table of ours',
  'gate/rebase.ts': 'fingerprints, which the shape of a note holds to hexadecimal digits',
  'render/shell.ts': 'places of ours',
  'scaffold/imported/owner.ts': 'a table of ours',
  'scaffold/imported/self-named.ts': 'a table of ours',
  'scaffold/imported/named.ts': 'a table of ours',
  'syntax/meant.ts': 'the pattern of a schema',
  'syntax/shape.ts': 'the pattern of a schema',
  'syntax/web-address.ts': 'a table of ours',
};

describe('an expression that is made', () => {
  it('is made of texts of ours, or of what was escaped', () => {
    const made = sources.flatMap(([path, code]) =>
      /\bRegExp\b/.test(code) && nodesIn(code, makesExpression).length > 0 ? [path] : [],
    );
    expect(made.sort()).toEqual(Object.keys(madeAtRunTime).sort());
  });
});
