import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageTables } from '../../src/base/message-tables.ts';
import { findProblems } from '../../src/check/check-snapshot.ts';
import { checkPolicy } from '../../src/check/rules.ts';
import { compileFiles } from '../../src/model/compiled.ts';
import { readFolder } from '../../src/snapshot/folder.ts';

/**
 * A marketplace's policy of 2021, machine-translated, as it would be written here: its facts and its defects, in our own
 * words. `defects.txt` has what check says of it, a line each: file, line, rule, and the lines of the original.
 * docs/defects.md says which of its defects cannot be written.
 */
const folder = join(import.meta.dirname, '../samples/source');
const snapshot = readFolder(folder, (path) => /(\.yaml|^chapters\/)$/.test(path));

const table = readFileSync(join(folder, 'defects.txt'), 'utf8').trimEnd().split('\n');
const page = readFileSync(join(import.meta.dirname, '../../docs/defects.md'), 'utf8');

/** What is said of nearly every item of data there, and counted instead of listed. */
const counted = 'data-without-retention';

describe('a policy with seventy defects', () => {
  const { policy } = compileFiles(snapshot);
  if (!policy) throw new Error('it cannot be compiled');
  const all = checkPolicy(policy);

  it('is told of each, at its place, and of nothing else', () => {
    const { problems } = findProblems(snapshot, { [counted]: 'off' });
    const said = problems.map(
      ({ code, place }) => `${place.file.replace('chapters/', '')}:${place.line} ${code}`,
    );
    expect(said).toEqual(table.map((line) => line.replace(/\s+#.*$/, '')));
  });

  it('says of no data how long it is kept', () => {
    const items = new Set(
      policy.facts.flatMap(({ relation, key }) => (relation === 'function.data' ? [key[1]] : [])),
    );
    expect(all.filter(({ code }) => code === counted)).toHaveLength(items.size);
  });

  it('has a page that says of each defect which rule finds it, or why none does', () => {
    const said = [...page.matchAll(/^\| ([\d, –]+) \|/gm)].flatMap(([, numbers = '']) =>
      numbers.split(', ').flatMap((part) => {
        const [first = 0, last = first] = part.split('–').map(Number);
        return Array.from({ length: last - first + 1 }, (_, at) => first + at);
      }),
    );
    const numbered = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const all = [
      [1, 8],
      [10, 45],
      [50, 77],
      [90, 92],
    ].flatMap(([first = 0, last = 0]) => numbered(first, last));
    expect([...new Set(said)].sort((a, b) => a - b)).toEqual(all);
  });

  it('has a page with every rule that the table has, and no code that is none', () => {
    const named = new Set([...page.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code = '']) => code));
    expect(
      [...named].filter((code) => !Object.hasOwn(messageTables.diagnostics, code) && code !== 'lead-time'),
    ).toEqual([]);
    const found = table.map((line) => line.replace(/^\S+ /, '').replace(/\s+#.*$/, ''));
    expect([...new Set(found)].filter((code) => !named.has(code))).toEqual([]);
  });
});
