import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { floorsOf } from '../../src/diff/floors.ts';
import { kindsOfChange } from '../../src/knowledge/table.ts';
import { type Policy, type Row, sortRows } from '../../src/model/policy.ts';
import { compared } from '../properties/policies.ts';
import { type Expected, sideOf, witnesses } from './witnesses.ts';

/** Everything found but what follows from it: which of the data now used is sensitive. */
function found(base: Policy, head: Policy, relation: string): readonly Expected[] {
  return compared(base, head)
    .changes.filter((change) => change.table === 'facts')
    .filter((change) => change.relation === relation || change.relation !== 'sensitivity')
    .map((change) => [change.kind, change.direction, change.words]);
}

/** Both sides of every witness, as the first test makes them. */
const sides: (readonly [Policy, Policy])[] = [];

/** Rows about who is public or represents, a shared consent, an age below the law's, marketing and a right to refuse: no witness has both. */
const notBroughtAbout: readonly string[] = [
  'assessment: 11 CCR 7150(b)(6): the risk of training what decides on people, or tells who they are, is assessed first',
  'consent: GDPR art. 4(11); EDPB 05/2020 paras. 64-65: who relies on a consent, and for which data, is told where it is asked for',
  'consent: UK GDPR art. 4(11): consent is specific and informed, so who relies on it, and for which data, is told where it is asked for',
  'express-consent: Colorado, C.R.S. 6-1-1308(7): sensitive data is used with consent alone, and that of a child with a parent’s',
  'express-consent: Minn. Stat. 325M.16, subd. 2(d): sensitive data is used with consent alone, and that of a child with a parent’s',
  'guardian-consent: GDPR art. 8(1): below 13 a parent consents in every member state, where consent is the ground',
  'guardian-consent: LGPD art. 14 §1 and Lei 8.069/1990 art. 2: a child is anybody under 12',
  'notice: 11 CCR 7011(e)(1)(A) and (J): sensitive data and its use are named',
  'notice: 11 CCR 7011(e)(3)(F): how a signal of a browser that refuses a sale is heeded is told',
  'notice: GB/T 35273-2020 5.5 a) 2) and f): which information is sensitive is told',
  'notice: GDPR art. 13(1)(a)-(b): the representative and the protection officer are told',
  'notice: GDPR art. 21(2) and 21(4): that people may object to direct marketing is told',
  'notice: GDPR art. 9: special categories need a ground of their own',
  'notice: UK GDPR art. 21(2) and 21(4): that people may object to direct marketing is told',
  'notice: no list of material changes was promised, and readers were told whom they can turn to',
  'objection: Cal. Civ. Code 1798.120 and 1798.140(ah): to give data to others for advertising across contexts is sharing, which people may refuse',
  'objection: GDPR art. 21(1)-(4): people may object, and are told of it',
  'objection: UK GDPR art. 21(1)-(4): people may object, and are told of it',
  'prominent-notice: FTC Act s. 5, as the FTC reads it (2024-02-13): protecting data less is not brought in by a quiet edit alone',
  'separate-consent: PIPL art. 23 and 25: consent to giving data to another that is asked for with something else is not separate',
  'separate-consent: PIPL art. 25: making data public needs separate consent',
  'separate-consent: PIPL art. 39: consent to sending data abroad that is asked for with something else is not separate',
];

/** The same policy under every profile of an edition. */
function underAllLaws(policy: Policy, edition: string): Policy {
  const profiles = new Set(floorsOf(edition).flatMap(({ profile }) => profile ?? []));
  const rows = policy.facts.slice(0, 1).flatMap(({ place }) =>
    [...profiles].map((profile): Row => {
      return { relation: 'policy.profile', key: ['policy', profile], values: {}, place };
    }),
  );
  const own = policy.facts.filter(({ relation }) => relation !== 'policy.profile');
  return { ...policy, edition, facts: sortRows([...own, ...rows]) };
}

describe('the witness of a kind of change', () => {
  it.each(witnesses)('$relation: $witness.there.0', ({ relation, witness }) => {
    const [before, after] = [sideOf(witness, 'before'), sideOf(witness, 'after')];
    sides.push([before, after]);
    expect(found(before, after, relation)).toEqual([witness.there]);
    if (witness.back) expect(found(after, before, relation)).toEqual([witness.back]);
  });

  it('is there for every kind, and for nothing that is no kind', () => {
    const seen = new Set(
      witnesses.flatMap(({ relation, witness: { there, back } }) => [
        `${relation} ${there[0]}`,
        ...(back ? [`${relation} ${back[0]}`] : []),
      ]),
    );
    const all = new Set(kindsOfChange().map(({ relation, kind }) => `${relation} ${kind}`));
    expect([...seen].sort()).toEqual([...all].sort());
  });

  it('brings about each row of the law, but for those of sensitive data and of roles', () => {
    const edition = '2026-12';
    const owed = new Set<string>();
    for (const pair of sides) {
      const [before, after] = pair.map((side) => underAllLaws(side, edition)) as [Policy, Policy];
      for (const { changes } of [comparePolicies(before, after), comparePolicies(after, before)])
        for (const { obligations } of changes)
          for (const { owes, rests } of obligations) owed.add(`${owes}: ${rests}`);
    }
    const rows = new Set(
      floorsOf(edition).flatMap(({ owes, rests, sensitive, data }) =>
        sensitive || data ? [] : [`${owes}: ${rests}`],
      ),
    );
    expect([...rows].filter((row) => !owed.has(row)).sort()).toEqual(notBroughtAbout);
  });
});
