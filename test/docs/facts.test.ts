import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauseKinds } from '../../src/model/kinds.ts';
import { isFactRelation } from '../../src/model/relations.ts';
import { homes } from './homes.ts';

const path = 'docs/facts.md';

interface Fact {
  readonly line: string;
  readonly fields: readonly string[];
  readonly row: string;
  readonly note: string;
}

const facts = (): Fact[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!fact|---)/.test(line))
    .map((line) => {
      const [, , fields = '', row = '', note = ''] = line.split('|').map((cell) => cell.trim());
      return { line, fields: [...fields.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name), row, note };
    });

/** The third column that the fields of a fact call for. */
function expected({ fields }: Fact): string {
  const rows = new Set(fields.flatMap((field) => homes.get(field) ?? [`?${field}`]));
  return rows.size === 0 ? 'none' : [...rows].map((row) => `\`${row}\``).join(', ');
}

describe('docs/facts.md', () => {
  it('names fields that exist, and the rows they become', () => {
    if (process.env.UPDATE === '1') {
      const page = readFileSync(path, 'utf8');
      const mended = facts().reduce((text, fact) => {
        const cells = fact.line.split('|');
        return text.replace(
          fact.line,
          [...cells.slice(0, 3), ` ${expected(fact)} `, ...cells.slice(4)].join('|'),
        );
      }, page);
      writeFileSync(path, mended);
    }
    for (const fact of facts()) expect(fact.row, fact.line).toBe(expected(fact));
  });

  it('names relations that exist', () => {
    const named = facts().flatMap(({ row }) =>
      [...row.matchAll(/`([^`/]+)[^`]*`/g)].map(([, name = '']) => name),
    );
    const known = (name: string): boolean =>
      isFactRelation(name) || ['prose', 'structure', 'clause'].includes(name);
    expect(named.filter((name) => !known(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(150);
  });

  it('has a home for every fact, or says where else it is', () => {
    expect(facts().filter(({ fields, note }) => fields.length === 0 && note === '')).toEqual([]);
  });

  it('leaves no kind of clause unused', () => {
    const used = facts().flatMap(({ fields }) => fields);
    const unused = clauseKinds.filter((kind) => !used.some((field) => field.startsWith(`${kind}.`)));
    expect(unused).toEqual(['statement']);
  });
});
