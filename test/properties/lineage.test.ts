import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../../src/diff/change.ts';
import type { Comparison } from '../../src/diff/compare.ts';
import { lineagePairs } from '../../src/diff/lineage-pairs.ts';
import { realign } from '../../src/diff/realign.ts';
import { type Policy, type Row, tables } from '../../src/model/policy.ts';
import { patchRows } from './patch.ts';
import { type ClauseObject, compared, policyOf } from './policies.ts';

/** Functions that are split, merged, or shared out anew, held against what a reader would work out by hand. */
interface Sketch {
  readonly tier: 'basic' | 'additional';
  /** Category → what it is used for; both never empty. */
  readonly collects: Readonly<Record<string, readonly string[]>>;
  /** Categories that it cannot do without. */
  readonly required: readonly string[];
  readonly refusal: boolean;
  readonly optOut: boolean;
  readonly consent: 'explicit' | 'implied' | undefined;
}

const categories = ['contact.mobile_phone', 'identity.real_name', 'location.precise', 'biometric.voiceprint'];
const purposes = ['account.registration', 'trade.order', 'improve.product'];

const anySketch: fc.Arbitrary<Sketch> = fc.record({
  tier: fc.constantFrom('basic', 'additional'),
  collects: fc.dictionary(
    fc.constantFrom(...categories),
    fc.uniqueArray(fc.constantFrom(...purposes), { minLength: 1 }),
    { minKeys: 1 },
  ),
  required: fc.subarray(categories),
  refusal: fc.boolean(),
  optOut: fc.boolean(),
  consent: fc.constantFrom('explicit', 'implied', undefined),
});

function clauseOf(id: string, sketch: Sketch, formerly: readonly string[] = []): ClauseObject {
  const { tier, collects, required, refusal, optOut, consent } = sketch;
  return {
    id,
    kind: 'function',
    title: id,
    tier,
    purposes: [...new Set(Object.values(collects).flat())],
    collects: Object.entries(collects).map(([data, uses]) => ({
      data,
      for: uses,
      required: required.includes(data),
    })),
    ...(refusal ? { refusal: 'You cannot use it.' } : {}),
    ...(optOut ? { optOut: 'Settings.' } : {}),
    ...(consent ? { consent: { kind: consent } } : {}),
    ...(formerly.length > 0 ? { formerly } : {}),
  };
}

/** Who comes from whom: functions of the base by number, for each function of the head. */
const shapes: Readonly<Record<string, readonly (readonly number[])[]>> = {
  merger: [[0, 1]],
  'merger of three': [[0, 1, 2]],
  split: [[0], [0]],
  'two into two': [
    [0, 1],
    [0, 1],
  ],
  'a chain': [[0], [0, 1], [1]],
};

const pairsOf = (sketches: readonly Sketch[]): ReadonlySet<string> =>
  new Set(
    sketches.flatMap(({ collects }) =>
      Object.entries(collects).flatMap(([data, uses]) => uses.map((use) => `${data} for ${use}`)),
    ),
  );
const minus = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
  [...a].filter((one) => !b.has(one)).sort();

/** The uses of data that a comparison says came or went. */
function told({ changes }: Comparison, side: 'before' | 'after'): string[] {
  const rows = (one: Side | null) => (one && 'row' in one ? [one.row, ...one.carries] : []);
  const found = changes.flatMap((change) =>
    rows(change[side]).flatMap(({ relation, key }) =>
      relation === 'function.data.purpose' ? [`${key[1]} for ${key[2]}`] : [],
    ),
  );
  return [...new Set(found)].sort();
}

/** What the users of one ancestor lose in a function that comes from it. */
function losses(ancestor: Sketch, heir: Sketch, id: string): string[] {
  const rank = (consent: Sketch['consent']): number => ['explicit', 'implied', undefined].indexOf(consent);
  return [
    ...(ancestor.tier === 'additional' && heir.tier === 'basic' ? [`tier-to-basic ${id}`] : []),
    ...Object.keys(heir.collects)
      .filter((data) => Object.hasOwn(ancestor.collects, data))
      .filter((data) => heir.required.includes(data) && !ancestor.required.includes(data))
      .map((data) => `data-required ${id}/${data}`),
    ...(ancestor.refusal && !heir.refusal ? [`refusal-unstated ${id}`] : []),
    ...(ancestor.optOut && !heir.optOut ? [`opt-out-unstated ${id}`] : []),
    ...(rank(heir.consent) > rank(ancestor.consent)
      ? [heir.consent === undefined ? `consent-removed ${id}` : `consent-to-implied ${id}`]
      : []),
  ];
}

describe.each(Object.entries(shapes))('a %s of functions', (_, heirs) => {
  const size = Math.max(...heirs.flat()) + 1;
  const cases = fc.tuple(
    fc.array(anySketch, { minLength: size, maxLength: size }),
    fc.array(anySketch, { minLength: heirs.length, maxLength: heirs.length }),
  );
  const policiesOf = (base: readonly Sketch[], head: readonly Sketch[]): [Policy, Policy] => [
    policyOf([base.map((sketch, index) => clauseOf(`old-${index}`, sketch))]),
    policyOf([
      head.map((sketch, index) =>
        clauseOf(
          `new-${index}`,
          sketch,
          heirs[index]?.map((former) => `old-${former}`),
        ),
      ),
    ]),
  ];
  const compare = (base: readonly Sketch[], head: readonly Sketch[]): Comparison =>
    compared(...policiesOf(base, head));
  const runs = { numRuns: Number(process.env.LAW_RUNS ?? 40) };

  it('is compared net: what the class as a whole does with data, no more and no less', () => {
    fc.assert(
      fc.property(cases, ([base, head]) => {
        const comparison = compare(base, head);
        expect(told(comparison, 'after')).toEqual(minus(pairsOf(head), pairsOf(base)));
        expect(told(comparison, 'before')).toEqual(minus(pairsOf(base), pairsOf(head)));
      }),
      runs,
    );
  });

  it('hides no loss from the users of any function', () => {
    fc.assert(
      fc.property(cases, ([base, head]) => {
        const found = compare(base, head)
          .changes.filter(({ table }) => table === 'facts')
          .map(({ kind, key }) => `${kind} ${key.join('/')}`);
        const due = heirs.flatMap((formers, index) =>
          formers.flatMap((former) => losses(base[former] as Sketch, head[index] as Sketch, `new-${index}`)),
        );
        expect(found).toEqual(expect.arrayContaining([...new Set(due)]));
      }),
      runs,
    );
  });

  it('leaves nothing out: the changes turn the base, restated, into the head', () => {
    fc.assert(
      fc.property(cases, (sketches) => {
        const [base, head] = policiesOf(...sketches);
        const restated = realign(base, head, lineagePairs(base, head));
        const { changes } = compared(base, head);
        for (const table of tables) {
          const plain = (rows: readonly Row[]) =>
            rows.map(({ relation, key, values }) => ({ relation, key, values }));
          expect(plain(patchRows(table, restated.base[table], changes))).toEqual(plain(restated.head[table]));
        }
      }),
      runs,
    );
  });

  it('is recorded as structure even when nothing else changes', () => {
    fc.assert(
      fc.property(cases, ([base, head]) => {
        const { changes, regrouped } = compare(base, head);
        expect(regrouped).toHaveLength(1);
        expect(changes.filter(({ kind }) => kind === 'lineage-recorded')).toHaveLength(heirs.flat().length);
      }),
      { numRuns: 10 },
    );
  });
});
