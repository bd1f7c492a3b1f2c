import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

// GitHub drops a summary of a step as a whole when it is larger than 1 MiB.
const limit = 1024 * 1024;
let folder = '';
let summarise: (markdown: string) => void;
let beginning: (text: string, most: number) => string;
const before = process.env.GITHUB_STEP_SUMMARY;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-summary-'));
  const path = join(import.meta.dirname, '../../action/run.mjs');
  ({ summarise, beginning } = (await import(path)) as {
    summarise: typeof summarise;
    beginning: typeof beginning;
  });
});
afterAll(() => {
  if (before === undefined) delete process.env.GITHUB_STEP_SUMMARY;
  else process.env.GITHUB_STEP_SUMMARY = before;
  rmSync(folder, { recursive: true, force: true });
});

function summaryOf(name: string, ...parts: readonly string[]): string {
  const path = join(folder, name);
  process.env.GITHUB_STEP_SUMMARY = path;
  for (const part of parts) summarise(part);
  expect(statSync(path).size).toBeLessThan(limit);
  return readFileSync(path, 'utf8');
}

it('what fits is there as it is, one report behind the other', () => {
  expect(summaryOf('small', '# One', '# Two')).toBe('# One\n# Two\n');
});

it.each([
  ['letters of one byte', 'x'.repeat(limit)],
  ['letters of three bytes, fewer than the limit', '政'.repeat(limit / 2)],
])('what would be too long is said to be in the log: %s', (_, report) => {
  const said = summaryOf('large', '# Before', report);
  expect(said).toMatch(/^# Before\n/);
  expect(said).toContain('see the log');
});

it('many that fit by themselves stay below together', () => {
  const half = 'y'.repeat(limit / 3);
  const said = summaryOf('many', ...Array.from({ length: 50 }, () => half));
  expect(said).toContain('see the log');
});

it('a comment that is cut ends in no half of a character', () => {
  expect(beginning('policy 😀', 8)).toBe('policy ');
  expect(beginning('policy 😀', 9)).toBe('policy 😀');
  expect(beginning('policy', 9)).toBe('policy');
});
