import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { attributesFile, attributesText } from '../../src/archive/layout.ts';
import * as consent from '../../src/consent/consent.ts';
import * as library from '../../src/index.ts';
import * as pages from '../../src/integrations/pages.ts';

/**
 * Every function that a program may call, with what no program should hand it: whole, and in the place of each leaf of
 * what it should. What fits the type is answered; what does not is a `TypeError` at most, and what stands where only the
 * library itself writes may be a `RangeError`; nothing handed in is altered.
 */
const samples = join(import.meta.dirname, '../samples');
const shop: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(join(samples, 'shop'), { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    return entry.isFile() ? [[path.slice(samples.length + '/shop/'.length), readFileSync(path, 'utf8')]] : [];
  }),
);
const { policy } = library.compile(shop);
if (!policy) throw new Error('the sample does not compile');
const inForce: library.NotesInForce = { notes: [], head: 'none', spent: new Set() };
const input: Parameters<typeof library.planVersion>[0] = {
  archive: { versions: [], problems: [], leftovers: [] },
  head: undefined,
  policy,
  published: '2022-06-01',
  effective: '2022-07-01',
  tool: 'policyc 0.0.0',
  sources: new Map(Object.entries(shop)),
  inForce,
  besides: [],
  override: undefined,
};
const decoder = new TextDecoder();
const archive: Readonly<Record<string, string>> = {
  [attributesFile]: attributesText,
  ...Object.fromEntries(
    [...(library.planVersion(input).plan?.files ?? [])].map(([path, bytes]) => [
      `0001/${path}`,
      typeof bytes === 'string' ? bytes : decoder.decode(bytes),
    ]),
  ),
};
const read = library.readVersion(archive);
if (!read.ok) throw new Error(read.refusal.reason);
const release = read.value;
const released = {
  ...shop,
  ...Object.fromEntries(Object.entries(archive).map(([path, text]) => [`archive/${path}`, text])),
};
const site: Parameters<typeof library.planSite>[0] = {
  asOf: '2022-08-01',
  siteUrl: 'https://shop.example/privacy',
  policies: [{ id: 'shop', releases: [release] }],
};
const asked: unknown = JSON.parse(library.planSite(site).get('shop/consent.json') ?? '');
const answer = { unit: 'policy', answer: 'agreed', version: 1, on: '2022-08-01' };
const snapshot = library.snapshotOf(Object.entries(shop).map(([path, text]) => [path, Buffer.from(text)]));
const [problem] = library.compile({ 'policy.yaml': 'x' }).problems;
const stamp = { locale: 'en', sequence: 1, effective: '2022-07-01', published: '2022-06-01' };

/** What each function is called with when all is well. Below these members stands what only the library makes. */
const rows: Readonly<Record<string, { readonly args: readonly unknown[]; readonly made?: RegExp }>> = {
  checkSnapshot: { args: [snapshot, { 'data-without-retention': 'off' }], made: /^0/ },
  compareDocuments: { args: ['A.\n', { text: '<p>B', format: 'html' }] },
  comparePolicies: { args: [policy, policy], made: /^[01]/ },
  compareWithNotes: { args: [policy, policy, inForce, []], made: /^[01]/ },
  compile: { args: [shop, { rules: { 'data-without-retention': 'off' } }] },
  decide: { args: [asked, { answers: [answer], region: ['CN'], age: 9, daysAfterRefusal: 9 }, '2022-09-01'] },
  judgeRequest: {
    args: [
      { files: { ...released, 'policy.yaml': shop['policy.yaml'] }, rules: {} },
      { files: released, rules: {} },
      { target: 'main', date: '2022-08-01', tool: 'policyc' },
    ],
  },
  messageOf: { args: [problem], made: /^0 args/ },
  planSite: { args: [site], made: /^0 policies/ },
  planVersion: { args: [input], made: /^0 (?:policy|archive|head|inForce|besides|override)/ },
  readFolder: { args: [join(samples, 'shop'), () => true], made: /^0$/ },
  readVersion: { args: [archive, 'latest'] },
  receipt: { args: [asked, answer, { record: 'r', user: 'u', at: '2022-07-01T00:00:00Z', language: 'en' }] },
  renderHtml: { args: [policy, { ...stamp, form: 'page', until: '2023-01-01', corrects: 1 }], made: /^0/ },
  renderMarkdown: { args: [policy, stamp], made: /^0/ },
  snapshotOf: { args: [Object.entries(shop).map(([path, text]) => [path, Buffer.from(text)]), []] },
  verify: { args: [archive, { head: 'x', earlier: archive }] },
};

/** Thrown by what is handed in: whoever hands it in gets it back. */
class Own extends Error {}
const throwing = (): never => {
  throw new Own();
};
const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;
const odd: readonly unknown[] = [
  ...[undefined, null, true, 0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, 10n, Symbol('x')],
  ...[() => 1, Promise.resolve('x'), new Date(Number.NaN), /x/, new Map([['a', 'b']]), new Set([1])],
  ...[{}, [], new Array(3), cyclic, Object.create(null), new String('x'), new Uint8Array([0xff, 0xfe])],
  JSON.parse('{"__proto__": {"x": 1}, "constructor": 1, "toString": 2}'),
  Object.freeze({ a: Object.freeze([1]) }),
  new Proxy({}, { get: throwing, ownKeys: throwing, has: throwing, getOwnPropertyDescriptor: throwing }),
  Object.defineProperty({}, 'text', { get: throwing, enumerable: true }),
  ...['', '\n', '\ud800', 'a\0b', '__proto__', 'constructor', 'toString', '99999-99-99', '2022-02-30'],
  ...['../nowhere', '/nowhere', 'https://u:p@x.example/../a', 'x'.repeat(200_000), '- a\n'.repeat(20_000)],
];

type Path = readonly string[];
/** The places of everything that can be exchanged; not within a map, a set or bytes, which are one. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  const isOpen =
    typeof value === 'object' &&
    value !== null &&
    [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value));
  if (!isOpen) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((at: unknown, key) => (at as Readonly<Record<string, unknown>>)[key], value);
}

function exchanged(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = exchanged(copy[key], rest, other);
  return copy;
}

/** So that whoever alters what was handed in throws; not what the library makes, in which tables of its own stand. */
function freeze(value: unknown, made: RegExp, path: Path = []): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  if (path.length > 0 && made.test(path.join(' '))) return;
  Object.freeze(value);
  for (const [key, one] of Object.entries(value)) freeze(one, made, [...path, key]);
}

const calls = { ...library, ...consent } as unknown as Readonly<
  Record<string, (...args: readonly unknown[]) => unknown>
>;
/** So many calls of each function, spread over all places and all values; all of them with `LEAVES=all`. */
const most = process.env.LEAVES === 'all' ? Number.POSITIVE_INFINITY : 90;

/** Every n-th of a list, such that neighbours in it are not always left out together. */
function spread<T>(all: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / most)) | 1;
  return all.filter((_, at) => at % step === 0);
}

// Node turns stack traces off while it refuses an argument, and leaves them so where the argument cannot be shown.
const { stackTraceLimit } = Error;
afterEach(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

describe('a function of the library', () => {
  it('has a row here, each of them', () => {
    const functions = Object.entries(calls).filter(([, value]) => typeof value === 'function');
    expect(Object.keys(rows).sort()).toEqual(functions.map(([name]) => name).sort());
    expect(Object.keys(pages)).toEqual(['policyPages']);
  });

  it.each(Object.entries(rows))('%s answers whatever it is handed', (name, { args, made = /^$/ }) => {
    freeze(args, made);
    // Of what the library alone makes, no part is exchanged.
    const all = placesIn(args).filter((path) => path.length > 0 && !made.test(path.slice(0, -1).join(' ')));
    const wrong: string[] = [];
    const [near, far] = [true, false].map((isNear) =>
      all
        .filter(({ length }) => (length === 1) === isNear)
        .flatMap((path) => odd.map((value) => ({ path, value }))),
    );
    for (const { path, value } of [...spread(near ?? []), ...spread(far ?? [])])
      try {
        calls[name]?.(...(exchanged(args, path, value) as readonly unknown[]));
      } catch (error) {
        const isMade = made.test(path.join(' '));
        const fits = !isMade && typeof value === typeof valueAt(args, path) && typeof value !== 'object';
        if (error instanceof Own || (error instanceof TypeError && !fits)) continue;
        if (error instanceof RangeError && isMade) continue;
        // The disk has a say of its own, as the documents tell.
        if (name === 'readFolder' && error instanceof Error && 'code' in error) continue;
        wrong.push(
          `${path.join('.')} = ${String(typeof value === 'object' ? 'object' : String(value).slice(0, 30))}: ${error instanceof Error ? error.stack?.slice(0, 300) : error}`,
        );
      }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('a text in place of files is not taken apart', () => {
    const compile = library.compile as (files: unknown) => unknown;
    expect(() => compile('policy.yaml')).toThrow(TypeError);
  });
});
