import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';
import { type Expression, expressionsIn } from './expressions.ts';

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
  ...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort()
    .flatMap(expressionsIn),
  ...readdirSync(join(root, 'schemas')).sort().flatMap(patternsIn),
];

function isSlow({ source, flags }: Expression): boolean {
  return analyse({ source, flags: flags.replace(/[dgy]/g, '') }).reports.length > 0;
}

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
});
