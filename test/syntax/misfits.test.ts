import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Misfit, misfitsIn, type Schema } from '../../src/syntax/misfits.ts';
import { schemaOf } from '../policy.ts';

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

const filed = (path: string): unknown => parse(readFileSync(path, 'utf8'));

/** Files as they are written, by the schema that they must fit. */
const written: readonly (readonly [name: string, values: readonly unknown[]])[] = [
  ['workspace', [filed('policyc.yaml')]],
  ['policy', [filed(`${policies}/policy.yaml`)]],
  ['chapter', clausesApart()],
  ['locale', filesIn(`${policies}/locales/zh-CN`).map((text) => parse(text))],
  ['register', filesIn(`${policies}/registers`).map((text) => parse(text))],
  ['taxonomy', [filed(`${policies}/taxonomy.yaml`)]],
  ['words', [filed('test/samples/check/words-unlisted/policy/words/fr.yaml')]],
  ['note', [{ format: 'policyc-note/1', decision: 'notify', changes: ['v1:00'] }]],
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

/** What Ajv says of an error, as we say it. */
const asOurs = (error: ErrorObject): Misfit => {
  const { keyword, instancePath, propertyName, params } = error;
  const [asked] = Object.values(params as object).filter((one) => !/^[<>]=$/.test(String(one)));
  const path = instancePath.split('/').slice(1);
  const key = propertyName === undefined ? {} : { key: propertyName };
  return {
    path: path.map((step) =>
      /^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~'),
    ),
    ...key,
    keyword: keyword as Misfit['keyword'],
    asked,
  };
};

/** Keywords whose errors only say that something within does not fit, which has an error of its own. */
const saysAgain: ReadonlySet<string> = new Set(['if', 'propertyNames']);

describe('what does not fit a schema', () => {
  const ajv = new Ajv2020({ allErrors: true, messages: false, strict: false, unicodeRegExp: true });

  it.each(written)('%s: is what Ajv finds, in the same order', (name, values) => {
    const schema = schemaOf(name);
    const validate = ajv.compile(schema);
    let faults = 0;
    for (const value of values)
      for (const one of [value, ...spoilt(value)]) {
        validate(one);
        const expected = (validate.errors ?? []).filter(({ keyword }) => !saysAgain.has(keyword)).map(asOurs);
        if (expected.length > 0) faults++;
        const found = misfitsIn(schema, one);
        if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
      }
    expect(faults).toBeGreaterThan(4);
  });

  it.each(written)('%s: is asked by keywords that we know', (name) => {
    const said = new Set<string>();
    const walk = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [keyword, value] of Object.entries(schema)) {
        said.add(keyword);
        const inner = ['properties', '$defs'].includes(keyword) ? Object.values(value as object) : [value];
        if (!/^(?:default|examples|const|enum)$/.test(keyword)) for (const one of inner.flat()) walk(one);
      }
    };
    walk(schemaOf(name));
    expect([...said].filter((keyword) => !known.has(keyword))).toEqual([]);
  });
});

const known: ReadonlySet<string> = new Set([
  ...[
    '$schema',
    '$id',
    'title',
    'description',
    'default',
    'examples',
    '$defs',
    '$ref',
    'type',
    'const',
    'enum',
  ],
  ...['anyOf', 'allOf', 'if', 'then', 'else', 'minimum', 'maximum', 'minLength', 'pattern', 'minItems'],
  ...[
    'uniqueItems',
    'items',
    'minProperties',
    'required',
    'propertyNames',
    'additionalProperties',
    'properties',
  ],
]);

describe('what a list has twice', () => {
  const schema: Schema = { uniqueItems: true };
  const twiceIn = (list: readonly unknown[]): unknown => misfitsIn(schema, list)[0]?.asked;
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

  it('is the last that an earlier one equals', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), (list) => {
        // As YAML would read it, with objects of one kind.
        const read = JSON.parse(JSON.stringify(list)) as readonly unknown[];
        const isTwice = (one: unknown, at: number): boolean =>
          read.slice(0, at).some((other) => isDeepStrictEqual(one, other));
        const last = read.findLastIndex(isTwice);
        expect(twiceIn(read)).toBe(last === -1 ? undefined : last);
      }),
    );
  });

  it('is found without holding each item against each', () => {
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
    expect(twiceIn(list)).toBeUndefined();
    expect(asked).toBeLessThan(5000);
  });
});
