import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '../../src/model/policy.ts';

/** A released version of the worked example, by its number in four digits. */
export function version(sequence: string): Policy {
  const path = `../../policies/marketplace/archive/${sequence}/public/policy.json`;
  return JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8')) as Policy;
}
