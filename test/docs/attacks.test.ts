import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/attacks.md'), 'utf8');
/** Below the name of a test file, the ways that its tests hold. */
const tables = page.split(/^## /m).slice(1, -1);
const rows = tables.flatMap((table) => {
  const [, name = '', file = ''] = /^\[(.+)\]\(\.\.\/(.+)\)\n/.exec(table) ?? [];
  return [...table.matchAll(/^\| (?!way|---)(.+?) \| (.+?) \|$/gm)].map(([, way = '', title = '']) => ({
    way,
    title,
    name,
    file,
  }));
});

describe('the table of ways that were tried', () => {
  it('has a row for each, and each only once', () => {
    expect(rows.length).toBe(page.match(/^\| (?!way|---)/gm)?.length);
    expect(rows.length).toBeGreaterThanOrEqual(40);
    expect(new Set(rows.map(({ way }) => way)).size).toBe(rows.length);
    expect(new Set(rows.map(({ file }) => file)).size).toBe(tables.length);
  });

  it.each(rows)('$way: $name', ({ title, name, file }) => {
    expect(name).toBe(file);
    expect(file).toMatch(/^test\/.+\.test\.ts$/);
    const text = readFileSync(join(root, file), 'utf8');
    const called = [...text.matchAll(/(?:\bit|\]\)|const\)|each\(\w+\))\s*\(\s*'([^']+)'/g)].map(
      (match) => match[1],
    );
    expect(called).toContain(title);
  });
});
