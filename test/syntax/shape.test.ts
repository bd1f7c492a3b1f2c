import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/base/diagnostic.ts';
import { expectedInWords } from '../../src/base/messages-shape.ts';
import { formatPlace } from '../../src/base/place.ts';
import { compile } from '../../src/library/compile.ts';
import { smallHead } from '../policy.ts';

const root = join(import.meta.dirname, '../..');

/** The patterns of the schemas of what users write. */
const patterns = readdirSync(join(root, 'src/syntax/shapes'))
  .filter((file) => file.endsWith('.shape.js'))
  .flatMap((file) => {
    const schema = readFileSync(join(root, `schemas/${file.replace('.shape.js', '.schema.json')}`), 'utf8');
    return [...schema.matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g)].map(
      ([, text = '']) => JSON.parse(text) as string,
    );
  });

const chapter = (clause: string): string => `chapter: main\ntitle: Main\nclauses:\n  - ${clause}\n`;
const told = (files: Readonly<Record<string, string>>) =>
  compile({
    'policy.yaml': smallHead,
    'chapters/main.yaml': chapter('{ id: a, kind: statement, title: A, text: We keep it. }'),
    ...files,
  }).problems.map((problem) => `${formatPlace(problem.place)} ${messageOf(problem).reason}`);

describe('what a text must look like', () => {
  it.each([...new Set(patterns)])('is said in words, not as an expression: %s', (pattern) => {
    expect(expectedInWords({ pattern })).not.toContain(pattern);
  });

  it('is said once of a key, where it stands', () => {
    expect(told({ 'words/en.yaml': 'countries:\n  germany: Germany\n' })).toEqual([
      'words/en.yaml:2:3 germany is not a two-letter country code.',
    ]);
  });

  it('is said once of a text that may be a table, at what is neither', () => {
    expect(told({ 'words/en.yaml': 'words:\n  labels:\n    address: 5\n' })).toContain(
      'words/en.yaml:3:14 Expected a text or a map of keys and values, found the number 5.',
    );
    expect(told({ 'words/en.yaml': 'words:\n  labels:\n    address: 5\n' })).toHaveLength(1);
  });

  it('is said of a date as of anything else', () => {
    const clause =
      '{ id: a, kind: statement, title: A, text: We keep it., waive: [{ rule: x, reason: y, until: May }] }';
    expect(told({ 'chapters/main.yaml': chapter(clause) })).toContain(
      'chapters/main.yaml:4:97 May is not a date.',
    );
  });
});
