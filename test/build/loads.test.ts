import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * What the built program opens before a command does anything, in bytes and files: a module that is imported for the sake of a small
 * function brings all that it imports, and nothing else would tell. A budget is raised only for what such a run needs.
 */
const dist = join(import.meta.dirname, '../../dist');
const built = (readdirSync(dist, { recursive: true, encoding: 'utf8' }) as string[]).map((path) =>
  path.replaceAll('\\', '/'),
);

/** The text of each file that these files load before they run, themselves among them. */
function opened(...starts: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const open = (path: string): void => {
    if (texts.has(path)) return;
    const text = readFileSync(join(dist, path), 'utf8');
    texts.set(path, text);
    for (const [, next = ''] of text.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[^"'();]*?from)?\s*"(\.[^"]+)"/g,
    ))
      open(posix.join(posix.dirname(path), next));
  };
  for (const start of starts) open(start);
  return texts;
}

const filesNamed = (name: RegExp): string[] => built.filter((path) => name.test(path));
const bytesOf = (texts: ReadonlyMap<string, string>): number =>
  [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);

describe('what the program opens', () => {
  it.each<[string, RegExp, number, number]>([
    ['to say its version', /^cli\.js$/, 336_000, 5],
    ['for a check of what it has seen', /^parts\/check-\w+\.js$/, 348_000, 7],
    ['to verify an archive', /^parts\/verify-\w+\.js$/, 848_000, 10],
  ])('%s', (_, command, most, files) => {
    const found = filesNamed(command);
    expect(found).toHaveLength(1);
    const texts = opened('cli.js', ...found);
    expect(texts.size).toBeGreaterThan(2);
    expect(texts.size).toBeLessThan(files);
    expect(bytesOf(texts)).toBeLessThan(most);
  });
});

describe('what the program is made of', () => {
  // What is hidden in a file that people look through could be anything.
  it('has an escape for each sign that cannot be seen or stands on another', () => {
    const files = built.filter((path) => /^(?:parts\/)?[^/]+\.js$/.test(path));
    expect(files.length).toBeGreaterThan(50);
    const hidden = files.filter((path) =>
      /[^\P{C}\0-\x7f]|[^\P{M}\0-\x7f]|[^\P{Z} ]/u.test(readFileSync(join(dist, path), 'utf8')),
    );
    expect(hidden).toEqual([]);
  });
});
