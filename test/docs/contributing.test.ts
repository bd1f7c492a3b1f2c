import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const walk = /### An attribute\n[\s\S]*?(?=\n`npm run update`)/.exec(read('CONTRIBUTING.md'))?.[0] ?? '';
const steps = [...walk.matchAll(/^\d\. `([^`]+)`/gm)].flatMap(([, path = '']) => path);

it('the way to an attribute has as many files as it says, each of which is there', () => {
  const said = /(\w+) files, (\w+) where/
    .exec(walk)
    ?.slice(1)
    .map((word) => counts.indexOf(word.toLowerCase()));
  expect(said).toEqual([steps.length, steps.length + 3]);
  for (const path of steps) expect(read(path)).not.toBe('');
});

it('names each place where a test finds an attribute to be missing', () => {
  const tests = [
    'test/knowledge/complete.test.ts',
    'test/render/complete.test.ts',
    'test/diff/kinds.test.ts',
  ];
  const asked = tests.flatMap((path) => [...read(path).matchAll(/^it\('[^']* in (src\/[\w./-]+)'/gm)]);
  const places = asked.flatMap(([, place = '']) => place);
  expect(places.length).toBeGreaterThan(1);
  expect(places.filter((place) => !steps.some((path) => path.startsWith(place)))).toEqual([]);
});
