import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksBetween } from '../../src/consent/asks.ts';
import {
  type ConsentFile,
  type Decision,
  decide,
  receipt,
  type User,
  type UserAnswer,
} from '../../src/consent/consent.ts';
import { consentFile } from '../../src/consent/consent-file.ts';
import { wholePolicy } from '../../src/consent/decide.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { isConsent } from '../../src/diff/owed.ts';
import type { Policy } from '../../src/model/policy.ts';
import { anyPolicy } from '../properties/policies.ts';
import { policyOf } from '../render/sample.ts';

const head = (extra = ''): string => `format: policyc/policy@1
id: shop
title: Shop privacy policy
edition: "2026-12"
prevailing: en
locales: [en]
profiles: [cn-pipl]
utcOffset: "+08:00"
parties:
  - { id: company, role: controller, name: Small Ltd, country: CN, address: "1 Road" }
chapters: [main]
${extra}`;

const chapter = (clauses: string): string => `chapter: main\ntitle: Main\nclauses:\n${clauses}`;

const nearby = (more: string, applies = ''): string => `  - id: nearby
    kind: function
    title: Offers nearby
    text: We show offers nearby.
    tier: additional
    purposes: [content.nearby]
    collects: [${more}]
    refusal: You see other offers.
    ${applies}
    consent: { kind: explicit, withdrawal: In the settings. }
`;
const search = (data: string): string => `  - id: search
    kind: function
    title: Search by voice
    text: You can speak to us.
    tier: additional
    purposes: [content.search_voice]
    collects: [${data}]
    refusal: You can type.
    consent: { kind: explicit, separate: true, withdrawal: In the settings. }
`;

const policies = [
  policyOf(chapter(nearby('location.coarse') + search('biometric.voiceprint')), head()),
  policyOf(
    chapter(nearby('location.coarse') + search('biometric.voiceprint').replace('speak to', 'speak with')),
    head(),
  ),
  policyOf(chapter(nearby('location.coarse, location.precise') + search('biometric.voiceprint')), head()),
] as const;

const releases = policies.map((policy, index) => ({
  sequence: index + 1,
  effective: `202${index + 1}-01-01`,
  policy,
  raised: [],
}));
const file = consentFile(releases, [3], {
  id: 'shop',
  asOf: '2023-05-01',
  url: 'https://shop.example/privacy/',
});

const user = (version: number, more: Partial<User> = {}): User => ({
  answers: ['nearby', 'search'].map((unit) => ({
    unit,
    answer: 'agreed',
    version,
    on: `202${version}-02-01`,
  })),
  ...more,
});
const actions = (decisions: readonly Decision[]): Record<string, string> =>
  Object.fromEntries(decisions.map(({ unit, action }) => [unit, action]));
const today = '2023-05-01';

describe('decide', () => {
  it('asks the users of the one function that changed, and says why', () => {
    expect(actions(decide(file, user(1), today))).toEqual({ nearby: 'ask-separately', search: 'keep' });
    expect(decide(file, user(1), today)[0]).toMatchObject({ because: ['nearby'], title: 'Offers nearby' });
  });

  it('calls a recipient without a title by its name', () => {
    const policy = policyOf(
      chapter(`${nearby('location.coarse')}  - id: maps
    kind: recipient
    name: Maps Ltd
    form: share
    receives: [location.coarse]
    consent: { kind: explicit, withdrawal: In the settings. }
`),
      head(),
    );
    const releasesOf = [{ sequence: 1, effective: '2021-01-01', policy, raised: [] }];
    const made = consentFile(releasesOf, [1], { id: 'shop', asOf: '2021-05-01', url: undefined });
    const titles = decide(made, user(1, { answers: [] }), '2021-05-01').map(({ title }) => title);
    expect(titles).toEqual(['Maps Ltd', 'Offers nearby']);
  });

  it('asks nobody for a version whose words alone differ', () => {
    const second = consentFile(releases.slice(0, 2), [2], { id: 'shop', asOf: '2022-05-01', url: undefined });
    expect(actions(decide(second, user(1), '2022-05-01'))).toEqual({ nearby: 'keep', search: 'keep' });
  });

  it('keeps what was agreed to in the version in force', () => {
    expect(actions(decide(file, user(3), today))).toEqual({ nearby: 'keep', search: 'keep' });
  });

  it('asks whoever never answered, and separately where the policy says so; others than those who use a unit are left out', () => {
    const nobody: User = { answers: [] };
    expect(actions(decide(file, nobody, today))).toEqual({ nearby: 'ask', search: 'ask-separately' });
    expect(actions(decide(file, { ...nobody, uses: ['search'] }, today))).toEqual({
      search: 'ask-separately',
    });
  });

  it('asks a guardian in place of a child', () => {
    const [version] = file.versions;
    if (!version) throw new Error('no version');
    const young = { ...file, versions: [{ ...version, guardianBelow: 14 }] };
    expect(actions(decide(young, user(1, { age: 9 }), today))).toEqual({
      nearby: 'guardian',
      search: 'keep',
    });
    expect(actions(decide(young, user(1, { age: 14 }), today))).toEqual({
      nearby: 'ask-separately',
      search: 'keep',
    });
  });

  it('leaves alone who refused, until the days are over, and stops for who withdrew', () => {
    const answered = (answer: 'refused' | 'withdrawn'): User => ({
      answers: [
        { unit: 'nearby', answer: 'agreed', version: 1, on: '2021-02-01' },
        { unit: 'nearby', answer, version: 1, on: '2023-04-30' },
      ],
      uses: [],
    });
    expect(decide(file, answered('refused'), today)).toMatchObject([{ action: 'do-not-ask' }]);
    const later = { ...answered('refused'), daysAfterRefusal: 2 };
    expect(decide(file, later, today)).toMatchObject([{ action: 'do-not-ask', until: '2023-05-02' }]);
    expect(decide(file, later, '2023-05-02')).toMatchObject([{ action: 'ask' }]);
    expect(decide(file, answered('withdrawn'), today)).toMatchObject([{ action: 'stop' }]);
  });

  it('takes no number, date, language or answer for what it is not', () => {
    const refused = (on: string, daysAfterRefusal: number): User => ({
      answers: [{ unit: 'nearby', answer: 'refused', version: 1, on }],
      uses: [],
      daysAfterRefusal,
    });
    for (const days of [Number.POSITIVE_INFINITY, Number.NaN, 1e300, 1e7])
      expect(decide(file, refused('2023-04-30', days), today)).toEqual([
        { unit: 'nearby', title: 'Offers nearby', action: 'do-not-ask', because: [] },
      ]);
    for (const on of ['', '2023-99-99', 'NaN', '\ud800'])
      expect(actions(decide(file, refused(on, 2), today))).toEqual({ nearby: 'do-not-ask' });
    for (const language of ['__proto__', 'constructor', 'toString', ''])
      expect(decide(file, user(1, { language }), today)[0]?.title).toBe('Offers nearby');
    for (const version of [1e300, 3.5, 4, Number.NaN, Number.POSITIVE_INFINITY])
      expect(actions(decide(file, user(version), today))).toEqual({
        nearby: 'ask',
        search: 'ask-separately',
      });
    const other = { unit: 'nearby', answer: 'no' as 'agreed', version: 3, on: '2023-04-30' };
    expect(actions(decide(file, { answers: [other], uses: [] }, today))).toEqual({ nearby: 'do-not-ask' });
    const about = { record: 'r', user: 'u', at: '2023-02-01T10:00:00Z', language: 'toString' };
    const receiptOf = receipt(file, { unit: 'search', answer: 'agreed', version: 3, on: today }, about);
    expect(receiptOf?.pii_processing.purposes[0]?.withdrawal_method).toBe('In the settings.');
  });

  it('errs towards asking and stopping where a day, a version or a region cannot be read', () => {
    const nobody: User = { answers: [] };
    const asked = { nearby: 'ask', search: 'ask-separately' };
    for (const day of [undefined, null, '', '5/1/2023', '31.12.2022', Number.NaN, new Date('2023-05-01')])
      expect([day, actions(decide(file, nobody, day as string))]).toEqual([day, asked]);
    expect(actions(decide(file, nobody, '2023-01-01T00:30+08:00'))).toEqual(asked);
    for (const version of ['__proto__', 'constructor', 'toString', null])
      expect(actions(decide(file, user(version as unknown as number), today))).toEqual(asked);
    const answered = (answer: 'agreed' | 'withdrawn', on: unknown) =>
      ({ unit: 'nearby', answer, version: 3, on }) as UserAnswer;
    for (const on of ['', undefined, null, 'zzz', '31.12.2024', '2023-13-99']) {
      const agreed = [answered('withdrawn', '2023-04-01'), answered('agreed', on)];
      const withdrawn = [answered('agreed', '2023-04-01'), answered('withdrawn', on)];
      for (const answers of [agreed, withdrawn, agreed.toReversed(), withdrawn.toReversed()])
        expect([on, actions(decide(file, { answers }, today)).nearby]).toEqual([on, 'stop']);
    }
    const [version] = file.versions;
    if (!version) throw new Error('no version');
    const units = version.units.map((one) => ({ ...one, readers: [{ region: { in: ['DE'] } }] }));
    for (const region of [[], [''], [undefined as unknown as string]])
      expect(
        actions(decide({ ...file, versions: [{ ...version, units }] }, { ...nobody, region }, today)),
      ).toEqual(asked);
  });

  it('asks of one version who agreed to another that is to come and does less', () => {
    const made = consentFile(
      [policies[2], policies[0]].map((policy, at) => ({ ...releases[at], policy }) as (typeof releases)[0]),
      [1, 2],
      { id: 'shop', asOf: '2021-05-01', url: undefined },
    );
    const ahead = user(2, { answers: user(2).answers.map((one) => ({ ...one, on: '2021-04-30' })) });
    expect(actions(decide(made, ahead, '2021-05-01'))).toEqual({ nearby: 'ask-separately', search: 'keep' });
    expect(actions(decide(made, ahead, '2022-05-01'))).toEqual({ nearby: 'keep', search: 'keep' });
    const then = { ...ahead, answers: ahead.answers.map((one) => ({ ...one, version: 1 })) };
    expect(actions(decide(made, then, '2022-05-01'))).toEqual({ nearby: 'keep', search: 'keep' });
  });

  it('keeps no agreement that was taken back since: on a day to come, or by what it was called before', () => {
    const answer = (unit: string, one: 'agreed' | 'withdrawn', on: string) =>
      ({ unit, answer: one, version: 3, on }) as const;
    const of = (...answers: UserAnswer[]) => [answers, answers.toReversed()];
    for (const answers of of(answer('nearby', 'withdrawn', today), answer('nearby', 'agreed', '2031-01-01')))
      expect(actions(decide(file, { answers, uses: [] }, today))).toEqual({ nearby: 'stop' });
    for (const answers of of(answer('nearby', 'withdrawn', today), answer('nearby', 'agreed', '2023-05-02')))
      expect(actions(decide(file, { answers, uses: [] }, today))).toEqual({ nearby: 'keep' });
    const [version] = file.versions;
    if (!version) throw new Error('no version');
    const units = version.units.map((one) => (one.unit === 'nearby' ? { ...one, formerly: ['near'] } : one));
    const renamed = { ...file, versions: [{ ...version, units }] };
    for (const answers of of(answer('near', 'withdrawn', today), answer('nearby', 'agreed', '2023-04-01')))
      expect(actions(decide(renamed, { answers, uses: [] }, today))).toEqual({ nearby: 'stop' });
  });

  it('leaves nobody unasked whose region says nothing of what readers are told apart by', () => {
    const [version] = file.versions;
    if (!version) throw new Error('no version');
    const asked = (limit: readonly string[], region: readonly string[]): boolean => {
      const units = version.units.map((one) => ({ ...one, readers: [{ region: { in: limit } }] }));
      return (
        decide({ ...file, versions: [{ ...version, units }] }, { answers: [], region }, today).length > 0
      );
    };
    for (const said of [['de'], ['EU'], ['UK'], ['EEA'], ['Germany'], ['stores-north'], ['DE-BY']])
      expect([said, asked(['DE'], said)]).toEqual([said, true]);
    for (const said of [['DE'], ['EU'], ['UK']])
      expect([said, asked(['stores-north'], said)]).toEqual([said, true]);
    for (const said of [['FR'], ['FR-75'], ['FR', 'stores-north']])
      expect([said, asked(['DE', 'AT'], said)]).toEqual([said, false]);
    expect(asked(['stores-north'], ['DE', 'stores-south'])).toBe(false);
  });

  it('is done with tens of thousands of answers at once', () => {
    const answers = Array.from({ length: 50_000 }, (_, at) => ({
      unit: `gone-${at}`,
      answer: 'agreed' as const,
      version: 1,
      on: '2021-02-01',
    }));
    expect(decide(file, { answers, uses: [] }, today)).toHaveLength(50_000);
  });

  it('stops what is gone, and asks where an answer is to a version that nobody knows', () => {
    const gone: User = {
      answers: [{ unit: 'games', answer: 'agreed', version: 1, on: '2021-02-01' }],
      uses: [],
    };
    expect(actions(decide(file, gone, today))).toEqual({ games: 'stop' });
    expect(actions(decide(file, user(0), today))).toEqual({ nearby: 'ask', search: 'ask-separately' });
  });

  it('is about the reader: a function opened to a region is new there alone', () => {
    const [from, to] = ['[CN]', '[CN, DE]'].map((regions) =>
      policyOf(chapter(nearby('location.coarse', `applies: { regions: ${regions} }`)), head()),
    );
    if (!from || !to) throw new Error('no policies');
    const opened = consentFile(
      [from, to].map((policy, index) => ({ ...releases[index], policy }) as (typeof releases)[number]),
      [2],
      { id: 'shop', asOf: '2022-05-01', url: undefined },
    );
    const at = (region: string): User => ({ ...user(1), region: [region], uses: ['nearby'] });
    expect(actions(decide(opened, at('CN'), '2022-05-01')).nearby).toBe('keep');
    expect(actions(decide(opened, at('FR'), '2022-05-01')).nearby).toBe('stop');
  });

  it('asks of a function by its id, though every object has something by that name', () => {
    const named = releases.map((release, at) => {
      const data = at < 2 ? 'location.coarse' : 'location.coarse, location.precise';
      return {
        ...release,
        policy: policyOf(chapter(nearby(data).replace('id: nearby', 'id: constructor')), head()),
      };
    });
    const made = consentFile(named, [3], { id: 'shop', asOf: today, url: undefined });
    const answers = [{ unit: 'constructor', answer: 'agreed', version: 1, on: '2021-02-01' }] as const;
    expect(decide(made, { answers }, today)).toMatchObject([
      { unit: 'constructor', action: 'ask-separately', because: ['constructor'] },
    ]);
  });

  it('knows nothing before the first version holds', () => {
    expect(decide(file, user(1), '2020-01-01')).toEqual([]);
  });
});

describe('held against the comparison', () => {
  const runs = { numRuns: Number(process.env.LAW_RUNS ?? 15) };
  const chain = fc.array(anyPolicy, { minLength: 2, maxLength: 4 });
  const released = (chained: readonly Policy[]) =>
    chained.map((policy, index) => ({
      sequence: index + 1,
      effective: `20${10 + index}-01-01`,
      policy,
      raised: [],
    }));

  it('somebody is asked again for a version just when a change since owes a consent', () => {
    fc.assert(
      fc.property(chain, (chained) => {
        const last = chained.length;
        const made = consentFile(released(chained), [last], { id: 'p', asOf: '2030-01-01', url: undefined });
        for (let version = 1; version < last; version++) {
          const [from, to] = [chained[version - 1], chained[last - 1]];
          if (!from || !to) continue;
          const { changes } = comparePolicies(from, to, chained.slice(version, last - 1));
          const owed = changes.some(({ obligations }) => obligations.some(({ owes }) => isConsent(owes)));
          expect(made.versions[0]?.since[version]?.length !== 0, `since #${version}`).toBe(owed);
        }
      }),
      runs,
    );
  });

  it('no change that owes a consent is lost: each stands under a unit, for all whom it is owed to', () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (from, to) => {
        const { asks } = asksBetween(from, to, [], []);
        const { changes, renamed } = comparePolicies(from, to);
        for (const { key, obligations } of changes)
          for (const { owes } of obligations.filter((one) => isConsent(one.owes))) {
            const clause = renamed[key[0] ?? ''] ?? key[0] ?? '';
            expect(asks.some((ask) => ask.owes === owes && ask.clauses.includes(clause))).toBe(true);
          }
      }),
      runs,
    );
  });

  it('what a person raised is asked, under the unit of its clause', () => {
    const [first] = policies;
    const raised = [{ key: ['nearby', 'text', 'en'], affects: { words: 'everybody', readers: [{}] } }];
    expect(asksBetween(first, first, [], raised).asks).toEqual([
      { unit: 'nearby', owes: 'consent', clauses: ['nearby'] },
    ]);
    const other = [{ key: ['rights', 'text', 'en'], affects: { words: 'everybody', readers: [{}] } }];
    expect(asksBetween(first, first, [], other).asks).toMatchObject([{ unit: wholePolicy }]);
  });
});

describe('receipt', () => {
  it('holds what was agreed to, by whom and when', () => {
    const answer = { unit: 'search', answer: 'agreed', version: 3, on: '2023-02-01' } as const;
    const made = receipt(file, answer, {
      record: 'r-1',
      user: 'u-1',
      at: '2023-02-01T10:00:00Z',
      language: 'en',
    });
    expect(made).toMatchObject({
      record_id: 'r-1',
      pii_processing: { privacy_notice: 'https://shop.example/privacy/ #3, 2023-01-01' },
      party_identification: [{ party_id: 'company', party_name: 'Small Ltd', party_country: 'CN' }],
      event: { event_state: 'given', entity_id: 'u-1' },
    });
    expect(made?.pii_processing.purposes.map(({ purpose }) => purpose)).toEqual(['content.search_voice']);
  });

  it('is not made for a version or a unit that the file does not have', () => {
    const about = { record: 'r', user: 'u', at: '2023-02-01T10:00:00Z', language: 'en' };
    expect(
      receipt(file, { unit: 'search', answer: 'agreed', version: 1, on: '2021-01-01' }, about),
    ).toBeUndefined();
    expect(
      receipt(file, { unit: 'games', answer: 'agreed', version: 3, on: '2023-01-01' }, about),
    ).toBeUndefined();
  });
});

it('what ships is below 3 kB, and imports nothing', async () => {
  const path = join(dirname(dirname(import.meta.dirname)), 'dist/consent.js');
  const text = readFileSync(path, 'utf8');
  expect(text.length).toBeLessThan(3000);
  expect(text).not.toMatch(/\bimport\b|\brequire\b/);
  const shipped = (await import(path)) as {
    decide: (file: ConsentFile, user: User, today: string) => Decision[];
  };
  expect(shipped.decide(file, user(1), today)).toEqual(decide(file, user(1), today));
});
