import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';
import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';
import { type Expression, expressionsIn } from './expressions.ts';
import { sourcePaths } from './source-code.ts';

/**
 * Every regular expression is linear: no text keeps it busy for longer than the text is long. They are collected by
 * parsing, from the sources and from the patterns of the schemas, and `scslre` looks for expressions that backtrack,
 * or begin again at every character.
 */
const root = join(import.meta.dirname, '..');

function patternsIn(file: string): Expression[] {
  const found: Expression[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { pattern } = node as { pattern?: unknown };
    if (typeof pattern === 'string') found.push({ where: `schemas/${file}`, source: pattern, flags: 'u' });
    for (const part of Object.values(node)) walk(part);
  };
  walk(JSON.parse(readFileSync(join(root, 'schemas', file), 'utf8')));
  return found;
}

const expressions = [
  ...sourcePaths.flatMap(expressionsIn),
  ...readdirSync(join(root, 'schemas')).sort().flatMap(patternsIn),
];

function isSlow({ source, flags }: Expression): boolean {
  return analyse({ source, flags: flags.replace(/[dgy]/g, '') }).reports.length > 0;
}

/**
 * What an expression begins with, and a repetition behind that which would run over another such beginning: of a text of
 * beginnings, each is searched to the end. `scslre` sees this only where the beginning is a single character.
 */
function runsOver({ source, flags }: Expression): string[] {
  const { pattern } = parseRegExpLiteral(new RegExp(source, flags));
  const takes = (part: AST.Node, text: string): boolean =>
    [...text].every((one) => new RegExp(`^(?:${part.raw})$`, flags.replace(/[gym]/g, '')).test(one));
  const found: string[] = [];
  const walk = (elements: readonly AST.Element[], begins: string): string => {
    let before = begins;
    for (const [at, element] of elements.entries()) {
      if (element.type === 'Character') before += String.fromCodePoint(element.value);
      else if (element.type === 'CharacterClass') before += memberOf(element);
      else if (element.type === 'Group' || element.type === 'CapturingGroup') {
        const [first, ...others] = element.alternatives.map(({ elements: inner }) => walk(inner, before));
        for (const other of others.slice(0, 20)) walk(elements.slice(at + 1), other);
        before = first ?? before;
      } else if (element.type === 'Quantifier') {
        const { max, min, element: repeated } = element;
        // What comes last always matches, and what was searched is passed over.
        const more = at < elements.length - 1;
        if (more && max === Number.POSITIVE_INFINITY && before.length > 1 && isSet(repeated))
          if (takes(repeated, before)) found.push(`${before}${element.raw}`);
        if (repeated.type === 'Group' || repeated.type === 'CapturingGroup')
          for (const { elements: inner } of repeated.alternatives) walk(inner, before);
        if (min > 0 && repeated.type === 'Character') before += String.fromCodePoint(repeated.value);
      }
    }
    return before;
  };
  for (const { elements } of pattern.alternatives) walk(elements, '');
  return found;
}

/** A character that a class names, if it names any. */
function memberOf({ negate, elements }: AST.CharacterClass): string {
  const [named] = negate ? [] : elements;
  return named?.type === 'Character' ? String.fromCodePoint(named.value) : '';
}

function isSet({ type }: AST.Node): boolean {
  return type === 'CharacterClass' || type === 'ExpressionCharacterClass' || type === 'CharacterSet';
}

/** What runs over its own beginning, and why it is searched no more than once. */
const once: Readonly<Record<string, string>> = {
  'check/readable.ts: ```[\\s\\S]*?': 'or to the end of the text, so that it always matches',
  'check/readable.ts: http://[^\\s<>()[\\]"“”，。；、（）]+':
    'what follows may be missing, so that it always matches',
  'diff/signal/tokens.ts: <!--[\\s\\S]*?': 'or to the end of the text, so that it always matches',
  'drift/read.ts: /*[\\s\\S]*?': 'or to the end of the text, so that it always matches',
  'drift/read.ts: <!--[\\s\\S]*?': 'or to the end of the text, so that it always matches',
  'report/docx-dress.ts: <dcterms:created[^>]*': 'a text of ours',
  'report/docx-dress.ts: <dcterms:modified[^>]*': 'a text of ours',
};

describe('regular expressions', () => {
  it('are found, and a slow one is known for one', () => {
    expect(expressions.length).toBeGreaterThan(200);
    for (const source of ['(a+)+b', '\\s+$', '^(a|b)*[ab]*c$', 'T.*?(\\d+)H'])
      expect(isSlow({ where: '', source, flags: '' }), source).toBe(true);
  });

  it('are linear, every one of them', () => {
    const slow = expressions.filter(isSlow).map(({ where, source }) => `${where}: /${source}/`);
    expect(slow).toEqual([]);
  });

  it('of a repeated search do not run over their own beginnings', () => {
    for (const source of [':ref\\[[^\\]\\n]*\\]', '``[^]*?``x', '(?:ab|cd)x[^;]*;'])
      expect(runsOver({ where: '', source, flags: 'g' }), source).not.toEqual([]);
    expect(runsOver({ where: '', source: ':ref\\[[^[\\]\\n]*\\]', flags: 'g' })).toEqual([]);
    const long = expressions
      .filter(({ flags }) => /[gy]/.test(flags))
      .flatMap((one) => runsOver(one).map((found) => `${one.where}: ${found}`));
    expect(long.sort()).toEqual(Object.keys(once).sort());
  });
});
