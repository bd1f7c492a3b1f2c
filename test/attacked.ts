import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Policy, Row, Scalar } from '../src/model/policy.ts';

/** Lists of attacks that others keep, where this machine has them. */
export const attackList = '/usr/share/wfuzz/wordlist/Injections/XSS.txt';
const naughty = createRequire(import.meta.url)('big-list-of-naughty-strings') as readonly string[];

/** All of them that a file can hold; whatever says nothing is not there. */
export function attacksOfOthers(): readonly string[] {
  const listed = existsSync(attackList) ? readFileSync(attackList, 'utf8').split('\n') : [];
  return [...listed, ...naughty].filter((text) => text.trim() !== '' && text.isWellFormed());
}

/** Names, addresses and links; a word of a fixed list stands where the table of words has a label for it. */
const free = new Set([
  'name',
  'address',
  'department',
  'provider',
  'contact',
  'policyUrl',
  'url',
  'registration',
  'rests',
  'page',
  'archive',
  'version',
  'digest',
  'lifetime',
]);

/** A policy with one text in the place of all, and another in every value that is words, as a forged archive could hold them. */
export function attacked(policy: Policy, text: string, value = text): Policy {
  const inValues = ({ values }: Row): Readonly<Record<string, Scalar>> =>
    Object.fromEntries(Object.entries(values).map(([name, is]) => [name, free.has(name) ? value : is]));
  const prose = policy.prose.map((row): Row => ({ ...row, values: { text } }));
  return { ...policy, prose, facts: policy.facts.map((row): Row => ({ ...row, values: inValues(row) })) };
}
