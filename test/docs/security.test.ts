import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('every promise of SECURITY.md names tests that are there', () => {
  const text = readFileSync('SECURITY.md', 'utf8');
  const rows = text
    .slice(text.indexOf('## What is promised'), text.indexOf('## What is not promised'))
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| promise'));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const held = [...(row.split('|')[2] ?? '').matchAll(/`((?:test|fuzz)\/[^`]*)`/g)].map(
      ([, path = '']) => path,
    );
    expect([
      row,
      held.filter((path) => existsSync(path)).length > 0,
      held.filter((path) => !existsSync(path)),
    ]).toEqual([row, true, []]);
  }
});
