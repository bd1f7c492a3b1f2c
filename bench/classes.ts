// What it costs that a comparison asks for whom each change is true: two versions as they are, against the same two with
// everything for everybody, where there is one class of readers. Prints processor milliseconds as JSON.
import { readFileSync } from 'node:fs';
import { comparePolicies } from '../src/diff/compare.ts';
import type { Policy } from '../src/model/policy.ts';
import { read } from './enlarged.ts';

const [base = '', head = '', rounds = '15'] = process.argv.slice(2);
// Each time read anew: what a policy is asked once is remembered with it.
const versions = (): readonly [Policy, Policy] => [read(readFileSync(base)), read(readFileSync(head))];
const forEverybody = (policy: Policy): Policy => ({
  ...policy,
  facts: policy.facts.filter(({ relation }) => relation !== 'applies'),
});

/** Processor time, so that what else the machine does is no part of it. */
function spent([before, after]: readonly [Policy, Policy]): number {
  const start = process.cpuUsage();
  comparePolicies(before, after);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const middle = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
const runs = Array.from({ length: Number(rounds) }, () => {
  const [before, after] = versions();
  const one = spent([forEverybody(before), forEverybody(after)]);
  return { one, each: spent(versions()) };
});
// The first rounds are those in which the code is still being compiled.
const warm = runs.slice(Math.floor(runs.length / 3));
process.stdout.write(
  JSON.stringify({ one: middle(warm.map(({ one }) => one)), each: middle(warm.map(({ each }) => each)) }),
);
