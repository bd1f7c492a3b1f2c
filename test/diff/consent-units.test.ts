import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { Policy } from '../../src/model/policy.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** A policy of functions that each rest on a consent, by the fields of that consent. */
const asking = (consents: Readonly<Record<string, string>>): Policy =>
  policyFrom({
    'policy.yaml': smallHead,
    'chapters/main.yaml': `chapter: main
title: Main
clauses:
${Object.entries(consents)
  .map(
    ([id, fields]) =>
      `  - { id: ${id}, kind: function, tier: additional, title: Doing ${id}, purposes: [account.registration], collects: [contact.email]${fields === '' ? '' : `, consent: { ${fields} }`} }\n`,
  )
  .join('')}`,
  });

/** The changes of facts and of texts with a verdict, in short. */
const found = (base: Policy, head: Policy): readonly string[] =>
  comparePolicies(base, head)
    .changes.filter(({ table, kind }) => table === 'facts' || kind.startsWith('consent'))
    .map(({ kind, key, direction }) => `${kind} ${key.join(' ')} ${direction}`)
    .sort();

/** All that a consent can be, by what readers have of it. */
const consents = ['explicit', 'implied'].flatMap((kind) =>
  [false, true].flatMap((separate) =>
    [false, true].map((withdrawal) => ({ explicit: kind === 'explicit', separate, withdrawal })),
  ),
);
type Consent = (typeof consents)[number];

const written = ({ explicit, separate, withdrawal }: Consent): string =>
  `kind: ${explicit ? 'explicit' : 'implied'}${separate ? ', separate: true' : ''}${withdrawal ? ', withdrawal: Settings.' : ''}`;

/** What is told when readers have it no more. */
const losses: Readonly<Record<keyof Consent, string>> = {
  explicit: 'consent-to-implied',
  separate: 'consent-joined',
  withdrawal: 'withdrawal-unstated',
};
const traits = ['explicit', 'separate', 'withdrawal'] as const;
const isLoss = (change: string): boolean => Object.values(losses).some((kind) => change.startsWith(kind));

describe('consents that become one', () => {
  const shared = (one: Consent): Policy =>
    asking({ a: `unit: both, ${written(one)}`, b: `unit: both, ${written(one)}` });

  it('tell whatever any of them had and the one lacks, in any order of the clauses', () => {
    for (const a of consents)
      for (const b of consents)
        for (const both of consents) {
          const changes = found(asking({ a: written(a), b: written(b) }), shared(both));
          const lost = traits.filter((trait) => (a[trait] || b[trait]) && !both[trait]);
          expect([written(a), written(b), written(both), changes.filter(isLoss)]).toEqual([
            written(a),
            written(b),
            written(both),
            lost
              .map((trait) => `${losses[trait]} both ${trait === 'withdrawal' ? 'restricts' : 'expands'}`)
              .sort(),
          ]);
          expect(changes).toContain('consent-unit-widened both b restricts');
        }
  });

  it('tell no gain that all of them had', () => {
    for (const one of consents) {
      const changes = found(asking({ a: written(one), b: written(one) }), shared(one));
      expect(changes).toEqual(['consent-unit-widened both b restricts']);
    }
  });

  it('leave others as they were, whatever those come to be called', () => {
    const [one, rest] = ['kind: explicit', 'kind: explicit, separate: true, withdrawal: Settings.'];
    const others = (unit: string): Readonly<Record<string, string>> => ({
      c: `unit: ${unit}, ${rest}`,
      d: `unit: ${unit}, ${rest}`,
      e: rest,
    });
    const base = asking({ a: one, b: one, ...others('more') });
    const head = asking({ a: `unit: both, ${one}`, b: `unit: both, ${one}`, ...others('more') });
    expect(found(base, head)).toEqual(['consent-unit-widened both b restricts']);
    expect(found(head, base)).toEqual(['consent-unit-narrowed a b eases']);
  });

  it('say that one goes by another name, where nothing else about it differs', () => {
    const shared = (unit: string): Policy =>
      asking({ a: `unit: ${unit}, kind: explicit`, b: `unit: ${unit}, kind: explicit` });
    const said = comparePolicies(shared('one'), shared('two')).changes.map(({ kind, verdict, words }) => [
      kind,
      verdict,
      words,
    ]);
    expect(said[0]).toEqual([
      'consent-removed',
      'material',
      'The consent to Doing a and Doing b goes by another name: products that go by the old one ask again.',
    ]);
  });

  it('are told as the loss of each where their clauses go different ways', () => {
    const some = 'kind: explicit';
    const base = asking({ a: `unit: one, ${some}`, b: `unit: one, ${some}`, c: some, d: some });
    const head = asking({
      a: `unit: x, ${some}`,
      b: `unit: y, ${some}`,
      c: `unit: x, ${some}`,
      d: `unit: y, ${some}`,
    });
    expect(found(base, head).some((one) => / (?:restricts|expands)$/.test(one))).toBe(true);
  });
});

describe('one consent that becomes several', () => {
  it('narrows what each is for, and tells of each what it lacks', () => {
    for (const one of consents)
      for (const part of consents) {
        const base = asking({ a: `unit: both, ${written(one)}`, b: `unit: both, ${written(one)}` });
        const changes = found(base, asking({ a: written(part), b: written(part) }));
        const lost = traits.filter((trait) => one[trait] && !part[trait]);
        for (const trait of traits)
          expect([
            written(one),
            written(part),
            trait,
            changes.some((change) => change.startsWith(losses[trait])),
          ]).toEqual([written(one), written(part), trait, lost.includes(trait)]);
        expect(changes.filter((change) => change.startsWith('consent-unit-'))).toEqual([
          'consent-unit-narrowed a b eases',
        ]);
      }
  });
});

describe('a clause that leaves a consent it shared', () => {
  const shared = (unit: string) => `unit: ${unit}, kind: explicit, withdrawal: Settings.`;
  const ways = ['both', 'a'] as const;

  it.each(ways)('is asked for no more where it has no other, and the rest lives on (%s)', (unit) => {
    const base = asking({ a: shared(unit), b: shared(unit), c: shared(unit) });
    const head = asking({ a: '', b: shared(unit), c: shared(unit) });
    const gone = comparePolicies(base, head).changes.find(({ kind }) => kind === 'consent-removed');
    expect(gone).toMatchObject({
      verdict: 'material',
      direction: 'expands',
      affects: { words: 'everybody' },
    });
    expect(gone?.words).toMatch(/Doing a.? no longer asks for your consent\.$/);
    expect(found(base, head).filter((one) => one.startsWith('consent-unit'))).toEqual([]);
  });

  it.each(ways)('and has one of its own rests on consent still (%s)', (unit) => {
    const base = asking({ b: shared(unit), c: shared(unit), d: shared(unit) });
    const head = asking({ b: 'kind: explicit, withdrawal: Settings.', c: shared(unit), d: shared(unit) });
    expect(found(base, head).filter((one) => one.startsWith('consent-removed'))).toEqual([]);
  });

  it('is seen by a list that watches consent to some data, and so is what they share', () => {
    const listed = (a: string, b: string): Policy =>
      policyFrom({
        'policy.yaml': smallHead,
        'chapters/main.yaml': `chapter: main
title: Main
clauses:
  - { id: told, kind: change, title: Told, material: [{ id: mail, words: Mail., watches: [{ watch: consent, data: contact.email }] }] }
  - { id: a, kind: function, title: A, purposes: [account.registration], collects: [contact.email]${a} }
  - { id: b, kind: function, title: B, purposes: [account.registration], collects: [device.model]${b} }
`,
      });
    const [asked, taken] = ['explicit', 'implied'].map((kind) => `, consent: { unit: both, kind: ${kind} }`);
    const changes = (...after: readonly [string, string]) =>
      comparePolicies(listed(asked ?? '', asked ?? ''), listed(...after)).changes;
    const seen = [{ id: 'mail' }];
    expect(changes('', asked ?? '')[0]).toMatchObject({ kind: 'consent-removed', entries: seen });
    expect(changes(taken ?? '', taken ?? '')[0]).toMatchObject({ kind: 'consent-to-implied', entries: seen });
  });
});
