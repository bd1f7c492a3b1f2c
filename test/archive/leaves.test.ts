import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/archive/frozen.ts';
import type { Json } from '../../src/base/canonical.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { Policy } from '../../src/model/policy.ts';

/**
 * A released version with one leaf of its `policy.json` changed, as a forger would seal it anew: it is refused, or the
 * comparison says so. A sample of the leaves by default; `npm run leaves` takes each of all policies.
 */
const root = join(import.meta.dirname, '../..');
const all = process.env.LEAVES === 'all';
const versions = ['charity', 'childrens-app', 'devtool', ...(all ? ['marketplace'] : [])].map(
  (name) => [name, join(root, `policies/${name}/archive/0001/public/policy.json`)] as const,
);
/** One in so many. */
const every = all ? 1 : 61;

type Path = readonly (string | number)[];

function* leavesOf(value: Json, path: Path = []): Generator<readonly [Path, Json]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else if (Array.isArray(value))
    for (const [at, one] of value.entries()) yield* leavesOf(one as Json, [...path, at]);
  else for (const [name, one] of Object.entries(value)) yield* leavesOf(one as Json, [...path, name]);
}

function changedAt(value: Json, [step, ...rest]: Path, leaf: Json): Json {
  if (step === undefined) return leaf;
  if (Array.isArray(value))
    return value.map((one, at) => (at === step ? changedAt(one as Json, rest, leaf) : one)) as Json;
  return Object.fromEntries(
    Object.entries(value as Record<string, Json>).map(([name, one]) => [
      name,
      name === step ? changedAt(one, rest, leaf) : one,
    ]),
  );
}

function another(leaf: Json): Json {
  if (typeof leaf === 'boolean') return !leaf;
  if (typeof leaf === 'number') return leaf + 1;
  return leaf === null ? 'x' : `${String(leaf)}x`;
}

function policyIn(value: Json): Policy | undefined {
  const parsed = parsePolicy(new TextEncoder().encode(JSON.stringify(value)));
  return 'value' in parsed ? parsed.value : undefined;
}

/** What may change without a person's being asked, and why. */
const silent: Readonly<Record<string, string>> = {
  ...told(
    'a fact says it as well, and is compared; a version in which the two differ does not follow from its source',
    ['edition', 'id', 'locales', 'prevailing', 'utcOffset'],
  ),
  ...told(
    'structure is never meaning; what of it readers are promised (emphasis, the order of a summary) is told',
    [
      'chapter',
      'chapter.order',
      'clause',
      'clause.chapter',
      'clause.kind',
      'contents',
      'contents.order',
      'list',
      'list.order',
    ],
  ),
  place: 'where a row was written',
  sensitivity: 'it follows from a category and a profile',
  vocabulary: 'what no row names; labels, parents and sensitivity have rows',
};

function told(why: string, parts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.map((part) => [part, why]));
}

/** What a leaf is part of: its table, the relation of its row, and the value. */
function partOf(path: Path, policy: Json): string {
  const [table, at, part, name] = path.map(String);
  if (path.some((step) => step === 'place' || step === 'places')) return 'place';
  if (table !== 'facts' && table !== 'prose' && table !== 'structure') return String(table);
  const rows = (policy as Record<string, Record<string, Json>[]>)[table];
  const relation = String(rows?.[Number(at)]?.relation);
  return part === 'values' ? `${relation}.${name}` : relation;
}

describe('one leaf of a released version that says something else', () => {
  it.each([...versions])('is refused or told: %s', (name, file) => {
    const policy = JSON.parse(readFileSync(file, 'utf8')) as Json;
    const before = policyIn(policy);
    if (!before) throw new Error(`${name} cannot be read`);
    const leaves = [...leavesOf(policy)].filter((_, at) => at % every === 0);
    expect(leaves.length).toBeGreaterThan(20);
    const passed = new Map<string, string>();
    for (const [path, leaf] of leaves) {
      const after = policyIn(changedAt(policy, path, another(leaf)));
      if (!after) continue;
      let verdict: string;
      try {
        verdict = comparePolicies(before, after).verdict;
      } catch (error) {
        verdict = `thrown: ${String(error)}`;
      }
      if (verdict === 'material' || verdict === 'review') continue;
      passed.set(partOf(path, policy), `${path.join('/')}: ${verdict}`);
    }
    if (all) console.log(`${name}: ${leaves.length} leaves, silent: ${[...passed.keys()].sort().join(', ')}`);
    expect([...passed].filter(([part]) => !Object.hasOwn(silent, part))).toEqual([]);
  });
});
