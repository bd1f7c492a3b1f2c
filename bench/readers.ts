// What comparing takes where every clause is for other readers than the next, of 200 regions and 20 products, against the
// same policy in which all is for everybody: prints milliseconds as JSON. `bench.mjs` bundles it as the program is bundled.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { comparePolicies } from '../src/diff/compare.ts';
import { type Policy, type Row, sortRows } from '../src/model/policy.ts';
import { countries } from '../src/words/countries.ts';
import { countClauses, enlarged, read } from './enlarged.ts';

const [file = '', clauses = '1000', regionCount = '200', productCount = '20'] = process.argv.slice(2);
const regions = Object.keys(countries).slice(0, Number(regionCount));
const products = Array.from({ length: Number(productCount) }, (_, at) => `product-${at}`);

/** Nobody is left out by what the example itself says. */
function forEverybody(policy: Policy): Policy {
  return { ...policy, facts: policy.facts.filter(({ relation }) => relation !== 'applies') };
}

/** As many names from a list as `count`, from another place for each clause. */
const some = (names: readonly string[], from: number, count: number): string[] =>
  Array.from({ length: count }, (_, step) => names[(from * 7 + step * 3) % names.length] ?? '');

/** Each clause for regions and products of its own; `shift` moves every tenth of them to other ones. */
function forClasses(policy: Policy, shift = 0): Policy {
  const rows = policy.structure
    .filter(({ relation }) => relation === 'clause')
    .flatMap(({ key: [id = ''], place }, at): Row[] => {
      const from = at % 10 === 0 ? at + shift : at;
      const limits = [
        ...some(regions, from, 1 + (at % 40)).map((name) => ['region', name] as const),
        ...some(products, from, at % 5).map((name) => ['product', name] as const),
      ];
      const named = new Map(limits.map((limit) => [limit.join(' '), limit]));
      return [...named.values()].map((limit) => ({
        relation: 'applies',
        key: [id, ...limit],
        values: {},
        place,
      }));
    });
  return { ...policy, facts: sortRows([...policy.facts, ...rows]) };
}

/** Every hundredth item that a function collects is gone. */
function edited(policy: Policy): Policy {
  const links = policy.facts.filter(({ relation }) => relation === 'function.data');
  const gone = new Set(links.filter((_, at) => at % 100 === 0));
  return { ...policy, facts: policy.facts.filter((row) => !gone.has(row)) };
}

function timed(base: Policy, head: Policy): { readonly spent: number; readonly changes: number } {
  const start = performance.now();
  const { changes } = comparePolicies(base, head);
  return { spent: performance.now() - start, changes: changes.length };
}

const plain = forEverybody(enlarged(read(readFileSync(file)), Number(clauses)));
const without = timed(plain, edited(plain));
const same = timed(forClasses(plain), forClasses(edited(plain)));
const moved = timed(forClasses(plain), forClasses(edited(plain), 1));
process.stdout.write(JSON.stringify({ clauses: countClauses(plain), without, same, moved }));
