import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import { readersOf } from '../../src/diff/readers.ts';
import { type Audience, type Box, common, mayMeet } from '../../src/model/audience.ts';
import type { Policy } from '../../src/model/policy.ts';
import { isKnownRegion, partsOf } from '../../src/model/regions.ts';
import { anyClauses, type ClauseObject, compared, policyOf } from './policies.ts';
import { policyFor } from './projection.ts';

const runs = { numRuns: Number(process.env.LAW_RUNS ?? 30) };

/** Whom a clause is for, often the same. */
const anyApplies = fc.option(
  fc.record(
    {
      regions: fc.uniqueArray(fc.constantFrom('CN', 'EU', 'DE', 'SG', 'north'), {
        minLength: 1,
        maxLength: 3,
      }),
      products: fc.uniqueArray(fc.constantFrom('hats', 'shoes'), { minLength: 1 }),
      groups: fc.uniqueArray(fc.constantFrom('members', 'guests'), { minLength: 1 }),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined, freq: 2 },
);

/** A policy whose clauses are for whoever it may be; consents are each of one clause, and the list is for everybody. */
const anyLimited = (edition: object): fc.Arbitrary<Policy> =>
  fc.tuple(anyClauses, fc.infiniteStream(anyApplies)).map(([clauses, limits]) =>
    policyOf(
      [
        clauses.map(({ applies: _, ...clause }) => {
          const applies = limits.next().value;
          const own = clause.kind === 'change' || !applies ? {} : { applies };
          return { ...clause, ...own } as ClauseObject;
        }),
      ],
      edition,
    ),
  );

/** The first edition with its law, and the newest with what it says of readers in their places. */
const editions: readonly object[] = [
  { edition: '2026-11', profiles: ['cn-pipl'] },
  { edition: '2026-12', profiles: ['cn-pipl', 'cn-gbt35273-2020', 'eu-gdpr', 'us-coppa', 'us-ca-ccpa'] },
];

/** Every reader that may be told from another, and one that nothing names. */
const points: readonly Box[] = ['CN', 'DE', 'FR', 'SG', 'north', 'US-CA', 'US-NY'].flatMap((region) =>
  ['hats', 'gloves'].flatMap((product) =>
    ['members', 'others'].map((group) => ({
      region: { in: [region] },
      product: { in: [product] },
      group: { in: [group] },
    })),
  ),
);

const isAt = (audience: Audience | undefined, point: Box): boolean =>
  common(audience ?? [], [point]).length > 0;

/** What changes for one reader: what is for them, and of what is opened or cut to them all of it. */
function changesAt(changes: readonly JudgedChange[], point: Box): string[] {
  return changes
    .filter(({ table, affects }) => table === 'facts' && isAt(affects.readers, point))
    .map(({ kind, relation, key, name, affects: { gain, lose } }) => {
      if (relation !== 'applies') return `${kind} ${key.join(' ')} ${name ?? ''}`;
      return `${isAt(gain, point) ? 'new' : isAt(lose, point) ? 'gone' : '?'} ${key[0]}`;
    });
}

/** The same of two policies that are for one reader alone, in which no clause says whom it is for. */
function changesBetween(changes: readonly JudgedChange[], persistent: ReadonlySet<string>): string[] {
  return changes
    .filter(({ table }) => table === 'facts')
    .map(({ kind, relation, key, name, before, after }) => {
      const whole =
        !relation.includes('.') && name === undefined && relation !== 'consent' && relation !== 'sensitivity';
      return whole && persistent.has(`${relation} ${key[0]}`)
        ? `${after === null ? 'gone' : before === null ? 'new' : ''} ${key[0]}`
        : `${kind} ${key.join(' ')} ${name ?? ''}`;
    });
}

/** What is edited of what stays, told from all else that is. */
function editsAt(changes: readonly JudgedChange[], point: Box): ReadonlyMap<string, JudgedChange> {
  return new Map(
    changes
      .filter(({ table, affects }) => table === 'facts' && isAt(affects.readers, point))
      .filter(({ relation }) => !/^(?:applies|sensitivity|consent)/.test(relation))
      .filter(({ after, before }) => after !== null && before !== null)
      .map((change) => [[change.kind, ...change.key, change.name ?? ''].join(' '), change] as const),
  );
}

/** The entries that see each edit, which every reader is promised alike. */
const entriesOf = (edits: ReadonlyMap<string, JudgedChange>): string[] =>
  [...edits].flatMap(([edit, { entries }]) => entries.map(({ id }) => `${edit}\t${id}`));

/** Whether something may be owed to a reader: of those in a region that nobody can place, it may be to any. */
const mayBeOwedTo = (readers: Audience | undefined, point: Box): boolean =>
  isOwedTo(readers, point) ||
  (point.region?.in?.some((name) => !isKnownRegion(name)) === true && mayMeet(readers ?? [], [point]));

const isOwedTo = (readers: Audience | undefined, point: Box): boolean => !readers || isAt(readers, point);

/** What is owed to a reader by promises and by law; what any material change owes follows from its verdict. */
function owedAt(edits: ReadonlyMap<string, JudgedChange>, point: Box, isTheirs = isOwedTo): string[] {
  return [...edits]
    .flatMap(([edit, { obligations }]) =>
      obligations
        .filter(({ readers, rests }) => isTheirs(readers, point) && !/^clause [^,]*$/.test(rests))
        .filter(({ owes }) => owes !== 'notice-record')
        .map(({ owes, rests }) => `${edit}: ${owes} by ${rests}`),
    )
    .sort();
}

/** The edits that are material to somebody, and of those the ones that are for the law's protection of others alone. */
function materialTo(edits: ReadonlyMap<string, JudgedChange>, point: Box) {
  const material = [...edits].filter(([, { verdict }]) => verdict === 'material');
  const forOthers = material.filter(([, { obligations }]) =>
    obligations.some(({ readers }) => readers && !isAt(readers, point)),
  );
  const idsOf = (some: typeof material): string[] => some.map(([edit]) => edit).sort();
  return { all: idsOf(material), forOthers: new Set(idsOf(forOthers)) };
}

/** The names by which readers are told apart in what is said of whom changes affect. */
function namesOf(changes: readonly JudgedChange[]): string[] {
  return changes.flatMap(({ affects }) =>
    affects.readers.flatMap((box) =>
      Object.values(box).flatMap((limit) => [...(limit?.in ?? []), ...(limit?.except ?? [])]),
    ),
  );
}

/** Whether a version names a class of readers; the Union without Germany is told by its members. */
function isNamed(name: string, versions: readonly Policy[]): boolean {
  return versions.some(({ facts }) =>
    facts.some(
      ({ relation, key: [, , named = ''] }) =>
        relation === 'applies' && (named === name || partsOf(named).includes(name)),
    ),
  );
}

const beyond = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((one) => !others.includes(one));

const worst = (changes: readonly JudgedChange[]): boolean =>
  changes.some(({ verdict }) => verdict === 'material');

describe.each(editions)('what changes for a reader, by $edition', (edition) => {
  it('is what differs between the two policies of that reader, is judged the same, and names nobody else', () => {
    fc.assert(
      fc.property(
        anyLimited(edition),
        anyLimited(edition),
        fc.constantFrom(...points),
        (base, head, point) => {
          const all = compared(base, head).changes;
          const entities = ({ facts }: Policy) => facts.map(({ relation, key }) => `${relation} ${key[0]}`);
          const inBoth = (one: Policy, other: Policy) => {
            const there = new Set(entities(other));
            return new Set(entities(one).filter((entity) => there.has(entity)));
          };
          const both = inBoth(base, head);
          const [was, is] = [policyFor(base, point), policyFor(head, point)];
          const stays = inBoth(was, is);
          // A period for a function goes with it, for those whose function it is no more.
          const theirs = comparePolicies(was, is).changes.filter(({ relation, key }) => {
            const fn = `function ${key[1]}`;
            return relation !== 'retention.function' || !both.has(fn) || stays.has(fn);
          });
          const apart = (one: string) => !/^(?:sensitivity|consent)-/.test(one);
          expect(changesAt(all, point).filter(apart).sort()).toEqual(
            changesBetween(theirs, both).filter(apart).sort(),
          );
          const seen = all.filter(({ affects }) => isAt(affects.readers, point));
          if (worst(theirs)) expect(worst(seen)).toBe(true);
          const [whole, alone] = [editsAt(all, point), editsAt(theirs, point)];
          const { all: material, forOthers } = materialTo(whole, point);
          const ofOthers = (seen: string): boolean => forOthers.has(seen.split('\t')[0] ?? '');
          expect(beyond(entriesOf(alone), entriesOf(whole))).toEqual([]);
          expect(beyond(entriesOf(whole), entriesOf(alone)).filter((seen) => !ofOthers(seen))).toEqual([]);
          expect(beyond(owedAt(alone, point), owedAt(whole, point, mayBeOwedTo))).toEqual([]);
          expect(beyond(owedAt(whole, point), owedAt(alone, point))).toEqual([]);
          const own = new Set(materialTo(alone, point).all);
          expect([...own].filter((edit) => !material.includes(edit))).toEqual([]);
          expect(material.filter((edit) => !own.has(edit) && !forOthers.has(edit))).toEqual([]);
          expect(namesOf(all).filter((name) => !isNamed(name, [base, head]))).toEqual([]);
        },
      ),
      runs,
    );
  });

  it('is nothing that affects nobody: for those who had it no more, or had it not, all of it is gone or new', () => {
    let replaced = 0;
    fc.assert(
      fc.property(anyLimited(edition), anyLimited(edition), (base, head) => {
        const { changes } = compared(base, head);
        const ofNobody = changes.filter(({ affects }) => affects.readers.length === 0);
        replaced += ofNobody.length;
        expect(ofNobody.filter(({ verdict }) => verdict !== 'editorial').map(({ words }) => words)).toEqual(
          [],
        );
        const exchanged = new Set(
          changes.flatMap(({ relation, key }) => (relation === 'applies' ? key[0] : [])),
        );
        const unsaid = ofNobody.filter(({ relation, key }) => {
          const isOwned = relation !== 'sensitivity' && !relation.startsWith('consent');
          return isOwned && !key.some((part) => exchanged.has(part));
        });
        expect(unsaid.map(({ words }) => words)).toEqual([]);
      }),
      runs,
    );
    expect(replaced).toBeGreaterThan(0);
  });

  it('is the same for two readers whom neither version tells apart', () => {
    let alike = 0;
    fc.assert(
      fc.property(anyLimited(edition), anyLimited(edition), fc.nat(), (base, head, chosen) => {
        const pairs = alikeIn([base, head]);
        fc.pre(pairs.length > 0);
        const [one, other] = pairs[chosen % pairs.length] as readonly [Box, Box];
        alike++;
        const { changes } = compared(base, head);
        expect(changesAt(changes, one)).toEqual(changesAt(changes, other));
      }),
      runs,
    );
    expect(alike).toBeGreaterThan(0);
  });
});

/** Which of all that is limited in a policy is for a reader. */
function limitedFor(policy: Policy, point: Box): string {
  const { of } = readersOf(policy);
  const limited = new Set(
    policy.facts.flatMap(({ relation, key }) => (relation === 'applies' ? key[0] : [])),
  );
  return [...limited].filter((id = '') => isAt(of(id), point)).join();
}

/** Every two readers whom none of the versions tells apart. */
function alikeIn(versions: readonly Policy[]): (readonly [Box, Box])[] {
  const theirs = points.map((point) => versions.map((version) => limitedFor(version, point)).join(';'));
  return points.flatMap((one, at) =>
    points.slice(at + 1).flatMap((other, further) => {
      const isAlike = theirs[at] === theirs[at + 1 + further];
      return isAlike ? [[one, other] as const] : [];
    }),
  );
}
