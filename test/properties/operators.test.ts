import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { type Operator, operators, referred } from './operators.ts';
import { policyOf } from './policies.ts';

const anchor = { id: 'anchor', kind: 'statement', title: 'Anchor', text: 'Anchor.' };
const policyWith = (clause: Operator['before'], head: object = {}) =>
  policyOf([[...(clause ? [clause] : []), anchor, ...referred]], head);

/**
 * Law 3. What every edit operator gives, one a line, is kept in a file that people read: `UPDATE=1 npx vitest run
 * test/properties/operators.test.ts` writes it anew after the language grew.
 */
const file = join(import.meta.dirname, '../samples/diff/operators.txt');
const written = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
const expected = new Map(written.map((line) => line.split(' ⇒ ') as [string, string]));
const seen: string[] = [];

describe('every edit operator', () => {
  for (const { name, before, after, heads } of operators) {
    it(`${name}: is one change of meaning, or of one text, of the kind and direction on record`, () => {
      const { changes } = comparePolicies(policyWith(before, heads?.[0]), policyWith(after, heads?.[1]));
      const found = changes.filter(
        (change) => change.table !== 'structure' && change.relation !== 'sensitivity',
      );
      expect(found.map((change) => `${change.kind} ${change.relation} ${change.name ?? ''}`)).toHaveLength(1);
      expect(found.every((change) => change.verdict !== 'editorial')).toBe(true);
      const gives = found.map(({ kind, direction }) => `${kind}, ${direction}`).join();
      seen.push(`${name} ⇒ ${gives}`);
      if (process.env.UPDATE !== '1') expect(gives).toBe(expected.get(name));
    });
  }

  it('is on record, and nothing else is', () => {
    if (process.env.UPDATE === '1') writeFileSync(file, `${seen.join('\n')}\n`);
    else expect(written).toEqual(seen);
  });
});
