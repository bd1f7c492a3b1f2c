import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/attacks.md'), 'utf8');
const rows = [...page.matchAll(/^\| (.+?) \| \[(.+?)\]\(\.\.\/(test\/.+?\.test\.ts)\) \| (.+?) \|$/gm)].map(
  (row) => row.slice(1),
);

describe('the table of ways that were tried', () => {
  it('has a row for each, and each only once', () => {
    expect(rows.length).toBe(page.match(/^\| (?!way|---)/gm)?.length);
    expect(rows.length).toBeGreaterThanOrEqual(40);
    expect(new Set(rows.map(([way]) => way)).size).toBe(rows.length);
  });

  it.each(rows)('%s: %s', (_way, name, file, title) => {
    expect(`test/${name}.test.ts`).toBe(file);
    const text = readFileSync(join(root, file ?? ''), 'utf8');
    const called = [...text.matchAll(/(?:\bit|\]\)|const\)|each\(\w+\))\s*\(\s*'([^']+)'/g)].map(
      (match) => match[1],
    );
    expect(called).toContain(title);
  });
});
