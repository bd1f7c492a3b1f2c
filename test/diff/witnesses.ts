import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { eachOnDemand, keptWith } from '../../src/base/on-demand.ts';
import { coordinateOf, type Policy, type Row } from '../../src/model/policy.ts';
import { referred } from '../properties/operators.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

/**
 * A witness of a kind of change and of its opposite: two policies that differ in as little as brings them about, in
 * `test/samples/diff/kinds/<relation>.yaml`. What is left out is the same on both sides.
 */
export interface Witness {
  /** A clause as both sides state it, and what each side states besides; null: the side has no such clause. */
  readonly clause?: ClauseObject;
  readonly before?: object | null;
  readonly after?: object | null;
  /** Whole clauses that stand in for `clause`. */
  readonly clauses?: Sides<readonly ClauseObject[]>;
  readonly policy?: Sides<object>;
  readonly files?: Sides<Readonly<Record<string, object>>>;
  /** Compiled rows that one side states otherwise, as another format or edition would; null: not at all. */
  readonly rows?: Partial<Sides<readonly RowPatch[]>>;
  readonly there: Expected;
  /** Absent when the kind has no opposite. */
  readonly back?: Expected;
}

interface Sides<Side> {
  readonly before: Side;
  readonly after: Side;
}

interface RowPatch {
  readonly row: readonly [relation: string, ...key: string[]];
  readonly values: Readonly<Record<string, string | null>> | null;
}

export type Expected = readonly [kind: string, direction: string, words: string];

const folder = join(import.meta.dirname, '../samples/diff/kinds');
export const witnesses = readdirSync(folder).flatMap((file) =>
  (parse(readFileSync(join(folder, file), 'utf8')) as Witness[]).map((witness) => ({
    relation: file.replace('.yaml', ''),
    witness,
  })),
);
const anchor = { id: 'anchor', kind: 'statement', title: 'Anchor', text: 'Anchor.' };

/** The policies of both sides, compiled once for all who ask. */
const sidesOf = keptWith((witness: Witness) =>
  eachOnDemand((side: 'before' | 'after') => policyOfSide(witness, side)),
);

/** The policy of one side. */
export const sideOf = (witness: Witness, side: 'before' | 'after'): Policy => sidesOf(witness)(side);

function policyOfSide(witness: Witness, side: 'before' | 'after'): Policy {
  const { clause, clauses, policy, files, rows } = witness;
  const own = witness[side] === null || !clause ? [] : [{ ...clause, ...witness[side] }];
  const made = policyOf(
    [[...(clauses?.[side] ?? own), anchor, ...referred]],
    policy?.[side] ?? {},
    files?.[side] ?? {},
  );
  return { ...made, facts: (rows?.[side] ?? []).reduce(patched, made.facts) };
}

function patched(rows: readonly Row[], { row: [relation, ...key], values }: RowPatch): readonly Row[] {
  const at = [relation, ...key].join('\t');
  expect(rows.map(coordinateOf)).toContain(at);
  return rows.flatMap((row) => {
    if (coordinateOf(row) !== at) return [row];
    if (values === null) return [];
    const entries = Object.entries({ ...row.values, ...values }).filter(([, value]) => value !== null);
    return [{ ...row, values: Object.fromEntries(entries) as Row['values'] }];
  });
}
