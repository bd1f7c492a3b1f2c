// What all rules take on a policy of many clauses: prints milliseconds as JSON. `bench.mjs` bundles it as the program is
// bundled and runs it in processes of its own.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { checkPolicy } from '../src/check/rules.ts';
import { countClauses, enlarged, read } from './enlarged.ts';

const [file = '', clauses = '10000'] = process.argv.slice(2);
const policy = enlarged(read(readFileSync(file)), Number(clauses));
const start = performance.now();
const found = checkPolicy(policy).length;
const rules = performance.now() - start;
process.stdout.write(JSON.stringify({ rules, found, clauses: countClauses(policy) }));
