// What comparing two large policies takes, against reading one of them as a `policy.json`: prints milliseconds as JSON.
// `bench.mjs` bundles it as the program is bundled and runs it in processes of its own.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { comparePolicies } from '../src/diff/compare.ts';
import type { Policy, Row } from '../src/model/policy.ts';
import { countClauses, enlarged, read } from './enlarged.ts';

const [file = '', clauses = '10000', edits = '100'] = process.argv.slice(2);
const small = unmarked(read(readFileSync(file)));

/** Texts without what their parser makes a thing of: so much of it as many clauses would have is over the limit. */
function unmarked(policy: Policy): Policy {
  const bare = (row: Row): Row => ({
    ...row,
    values: { text: String(row.values.text).replace(/[^\p{L}\p{N} ,.;]+/gu, ' ') },
  });
  return { ...policy, prose: policy.prose.map(bare) };
}

/** Every so many rows, one is gone, one has another value, or one says something else. */
function edited(policy: Policy, count: number): Policy {
  const third = Math.ceil(count / 3);
  const every = (rows: readonly Row[]): number => Math.floor(rows.length / third);
  const links = policy.facts.filter(({ relation }) => relation === 'function.data');
  const gone = new Set(links.filter((_, at) => at % every(links) === 0).slice(0, third));
  const functions = policy.facts.filter(({ relation }) => relation === 'function');
  const moved = new Set(functions.filter((_, at) => at % every(functions) === 0).slice(0, third));
  const turned = (tier: unknown): string => (tier === 'basic' ? 'additional' : 'basic');
  return {
    ...policy,
    facts: policy.facts
      .filter((row) => !gone.has(row))
      .map((row) =>
        moved.has(row) ? { ...row, values: { ...row.values, tier: turned(row.values.tier) } } : row,
      ),
    prose: policy.prose.map((row, at) =>
      at % every(policy.prose) === 0 && at / every(policy.prose) < count - 2 * third
        ? { ...row, values: { text: `${row.values.text} We do not do this.` } }
        : row,
    ),
  };
}

function timed<Result>(work: () => Result): readonly [Result, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

const large = enlarged(small, Number(clauses));
const bytes = new TextEncoder().encode(JSON.stringify(large));
const [base, load] = timed(() => read(bytes));
const head = read(new TextEncoder().encode(JSON.stringify(edited(large, Number(edits)))));
const [{ changes }, compare] = timed(() => comparePolicies(base, head));
process.stdout.write(
  JSON.stringify({
    load,
    compare,
    clauses: countClauses(base),
    facts: base.facts.length,
    bytes: bytes.length,
    changes: changes.length,
  }),
);
