import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { equal, twice } from '../../build/equal.mjs';
import type { Shape } from '../../src/syntax/shape.ts';
import { shape as chapter } from '../../src/syntax/shapes/chapter.shape.js';
import { shape as locale } from '../../src/syntax/shapes/locale.shape.js';
import { shape as note } from '../../src/syntax/shapes/note.shape.js';
import { shape as policy } from '../../src/syntax/shapes/policy.shape.js';
import { shape as register } from '../../src/syntax/shapes/register.shape.js';
import { shape as taxonomy } from '../../src/syntax/shapes/taxonomy.shape.js';
import { shape as words } from '../../src/syntax/shapes/words.shape.js';
import { shape as workspace } from '../../src/syntax/shapes/workspace.shape.js';

const policies = 'policies/marketplace';
const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

interface Clause {
  readonly kind: string;
}

/** The longest clause of each kind, in a chapter of its own. */
function clausesApart(): unknown[] {
  const chapters = filesIn(`${policies}/chapters`).map((text) => parse(text) as { clauses: Clause[] });
  const byLength = chapters
    .flatMap(({ clauses }) => clauses)
    .sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
  const longest = new Map(byLength.map((clause) => [clause.kind, clause]));
  return [...longest.values()].map((clause) => ({ chapter: 'one', title: 'One', clauses: [clause] }));
}

/** Files as they are written, and what they must look like. */
const written: readonly (readonly [Shape, readonly unknown[]])[] = [
  [workspace, [parse(readFileSync('policyc.yaml', 'utf8'))]],
  [policy, [parse(readFileSync(`${policies}/policy.yaml`, 'utf8'))]],
  [chapter, clausesApart()],
  [locale, filesIn(`${policies}/locales/zh-CN`).map((text) => parse(text))],
  [register, filesIn(`${policies}/registers`).map((text) => parse(text))],
  [taxonomy, [parse(readFileSync(`${policies}/taxonomy.yaml`, 'utf8'))]],
  [words, [parse(readFileSync('test/samples/check/words-unlisted/policy/words/fr.yaml', 'utf8'))]],
  [note, [{ format: 'policyc-note/1', decision: 'notify', changes: ['v1:00'] }]],
];

/** The value with one part of it gone, or another: each part of the first of a list, one of the others. */
function* spoilt(value: unknown): Generator<unknown> {
  yield* [null, 7, 'x', [], {}];
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) yield [...value, value[0]];
  else yield { ...value, extra: 1 };
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key];
    const put = (other: unknown): unknown =>
      Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
    if (!Array.isArray(value)) {
      const { [key]: _, ...others } = value as Record<string, unknown>;
      yield others;
    }
    for (const other of spoilt(inner)) yield put(other);
  }
}

describe('the code that holds files against their shapes', () => {
  const ajv = new Ajv2020({ allErrors: true, messages: false, strict: false, unicodeRegExp: true });

  it.each(written)('$name: finds what the published schema finds, in the same order', (shape, values) => {
    const published = ajv.compile(JSON.parse(readFileSync(`schemas/${shape.name}.schema.json`, 'utf8')));
    const found = (validate: Shape['validate'], value: unknown): unknown[] => {
      validate(value);
      return (validate.errors ?? []).map(({ instancePath, keyword, params }) => [
        instancePath,
        keyword,
        params,
      ]);
    };
    let faults = 0;
    for (const value of values)
      for (const one of [value, ...spoilt(value)]) {
        const expected = found(published, one);
        if (expected.length > 0) faults++;
        if (JSON.stringify(found(shape.validate, one)) !== JSON.stringify(expected))
          expect(found(shape.validate, one)).toEqual(expected);
      }
    expect(faults).toBeGreaterThan(4);
  });
});

describe('what a list has twice', () => {
  const item = fc.oneof(
    fc.constantFrom('a', 'b', '1', 'null', 1, 2, true, null, '{"a":1}', 'toString'),
    fc.dictionary(
      fc.constantFrom('a', 'b', '__proto__'),
      fc.oneof(fc.constantFrom(1, '1', 'x'), fc.array(fc.nat(1), { maxLength: 2 })),
      {
        maxKeys: 2,
      },
    ),
    fc.array(fc.constantFrom(1, '1', 'a'), { maxLength: 2 }),
  );

  it('is the last that an earlier one equals, with the nearest before it', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), (list) => {
        const pairs = list.flatMap((one, i) =>
          list.slice(0, i).flatMap((other, j) => (equal(one, other) ? [{ i, j }] : [])),
        );
        expect(twice(list)).toEqual(pairs.at(-1));
      }),
    );
  });

  it('is found in one walk along the list', () => {
    let asked = 0;
    const list = new Proxy(
      Array.from({ length: 1000 }, (_, at) => ({ at })),
      {
        get: (target, name) => {
          asked++;
          return Reflect.get(target, name) as unknown;
        },
      },
    );
    expect(twice(list)).toBeUndefined();
    expect(asked).toBeLessThan(1100);
  });

  it('is sought so wherever the type of what is in a list is not said beside it', () => {
    // Ajv's own holds each item against each.
    for (const name of readdirSync('src/syntax/shapes').filter((one) => one.endsWith('.js')))
      expect(readFileSync(`src/syntax/shapes/${name}`, 'utf8'), name).not.toMatch(/for\(;\w+--;\)for\(/);
  });
});
