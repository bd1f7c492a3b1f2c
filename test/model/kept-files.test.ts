import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Memory } from '../../src/base/memory.ts';
import { sourceFile } from '../../src/base/place.ts';
import { loadPolicy } from '../../src/model/load.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';
import { parseYaml, type YamlFile, type YamlPath, yamlFile } from '../../src/syntax/yaml.ts';
import { smallHead } from '../policy.ts';

type Files = Readonly<Record<string, string>>;

const chapter = (text: string): string =>
  `chapter: main\ntitle: Main\nclauses:\n  - { id: a, kind: statement, title: A, text: ${text} }\n`;
const other = chapter('Another.').replace('main', 'other').replace('id: a', 'id: b');

/** A memory like that on the disk: what it gives was text in between. */
function paper() {
  const kept = new Map<string, string>();
  const memory: Memory = {
    recall: (key) => (kept.has(key) ? JSON.parse(kept.get(key) ?? '') : undefined),
    keep: (key, result) => kept.set(key, JSON.stringify(result)),
  };
  const load = (files: Files) => {
    const all = { 'policy.yaml': smallHead, ...files };
    const encoder = new TextEncoder();
    const entries = Object.entries(all).map(([path, text]) => [path, encoder.encode(text)] as const);
    const { source, problems } = loadPolicy(snapshotOf(entries), memory);
    const texts = source?.chapters.flatMap(({ clauses }) => clauses.map(({ text }) => text)) ?? [];
    return { texts, problems };
  };
  /** Writes other words into what is kept, by which it is seen whether that was read. */
  const forge = () => {
    for (const [key, text] of kept) kept.set(key, text.replace('Kept once.', 'From memory.'));
  };
  const count = () => [...kept.values()].flatMap((text) => Object.keys(JSON.parse(text))).length;
  return { load, forge, count };
}

describe('a file of a policy that is kept', () => {
  it('is not read again, whatever else has changed', () => {
    const { load, forge } = paper();
    load({ 'chapters/main.yaml': chapter('Kept once.') });
    forge();
    const now = load({ 'chapters/main.yaml': chapter('Kept once.'), 'chapters/other.yaml': other });
    expect(now.texts).toContain('From memory.');
  });

  it('is read again when a letter of it, its path or what it is has changed', () => {
    const { load, forge } = paper();
    load({ 'chapters/main.yaml': chapter('Kept once.') });
    forge();
    expect(load({ 'chapters/main.yaml': chapter('Kept once. ') }).texts).toEqual(['Kept once.']);
    expect(load({ 'chapters/another.yaml': chapter('Kept once.') }).texts).toEqual(['Kept once.']);
    expect(load({ 'registers/main.yaml': chapter('Kept once.') }).problems).not.toEqual([]);
  });

  it('is forgotten when it is no longer there', () => {
    const { load, count } = paper();
    load({ 'chapters/main.yaml': chapter('Kept once.'), 'chapters/other.yaml': other });
    expect(count()).toBe(3);
    load({ 'chapters/main.yaml': chapter('Kept twice.') });
    expect(count()).toBe(2);
  });

  it.each([
    ['has a problem', chapter('Kept once.').replace('kind:', 'kynd:')],
    ['has a hidden character', chapter('Kept\u200b once.')],
    ['has an alias', `${chapter('&text Kept once.')}  - { id: b, kind: statement, title: A, text: *text }\n`],
    ['has a number that JSON has not', chapter('.inf')],
  ])('is none that %s', (_, text) => {
    const { load, count } = paper();
    const first = load({ 'chapters/main.yaml': text });
    expect(count()).toBe(1);
    expect(load({ 'chapters/main.yaml': text })).toEqual(first);
  });
});

describe('a file that was kept says what it said when it was read', () => {
  const folders = ['../../policies', '../samples/source', '../samples/shop', '../samples/small'];
  const paths = folders
    .map((folder) => join(import.meta.dirname, folder))
    .flatMap((folder) =>
      (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[])
        .filter((path) => path.endsWith('.yaml') && !/(?:^|[\\/])archive[\\/]/.test(path))
        .map((path) => join(folder, path)),
    );

  /** Every path of a value, and beside each some that lead nowhere. */
  function everyPath(value: unknown, path: YamlPath = []): YamlPath[] {
    const below =
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([name, one]) =>
            everyPath(one, [...path, Array.isArray(value) ? Number(name) : name]),
          )
        : [];
    return [path, [...path, 'nowhere'], [...path, 999], ...below];
  }

  const said = (file: YamlFile, path: YamlPath) => [
    file.placeAt(path),
    file.keyPlaceAt(path),
    file.scalarAt(path),
  ];

  it('at each of its paths, in every policy and some samples', () => {
    let looked = 0;
    for (const path of paths) {
      const source = sourceFile(path, readFileSync(path, 'utf8'));
      const file = parseYaml(source, 'file');
      if (!file.content) continue;
      const again = yamlFile(source, JSON.parse(JSON.stringify(file.content)));
      const { placeAt: _, keyPlaceAt: __, scalarAt: ___, content, ...plain } = file;
      expect(again).toMatchObject(plain);
      const paths = everyPath(file.value);
      const all = (one: YamlFile): string => JSON.stringify(paths.map((path) => said(one, path)));
      expect(all(again)).toBe(all(file));
      looked++;
    }
    expect(looked).toBeGreaterThan(50);
  });
});
