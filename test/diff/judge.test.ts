import { describe, expect, it } from 'vitest';
import { comparePolicies, declaredChanges } from '../../src/diff/compare.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import type { Obligation } from '../../src/diff/obligations.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

const shop: ClauseObject = {
  id: 'shop',
  kind: 'function',
  title: 'Shop',
  tier: 'additional',
  purposes: ['trade.order'],
  collects: ['contact.mobile_phone'],
};
const richer = { ...shop, collects: ['contact.mobile_phone', 'location'] };
const logs: ClauseObject = { id: 'logs', kind: 'retention', title: 'Logs', period: 'P30D' };
const longer = { ...logs, period: 'P90D' };

const entry = (id: string, ...watches: readonly string[]) => ({ id, words: `Words of ${id}.`, watches });
const promise = (id: string, owes: Obligation['owes'], ...watches: readonly string[]) => ({
  ...entry(id, ...watches),
  owes,
});
const rules = (more: object = {}): ClauseObject => ({
  id: 'changes',
  kind: 'change',
  title: 'Changes',
  ...more,
});

/** No profile is in force: only the policy itself says what is material. */
const policy = (...clauses: readonly ClauseObject[]) => policyOf([clauses], { profiles: undefined });

function judged(base: readonly ClauseObject[], head: readonly ClauseObject[], kind: string): JudgedChange {
  const changes = comparePolicies(policy(...base), policy(...head)).changes.filter(
    (one) => one.kind === kind,
  );
  const [change] = changes;
  if (!change || changes.length > 1) throw new Error(`${changes.length} changes are ${kind}`);
  return change;
}

/** What a change of how long logs are kept owes, when both versions have these rules. */
const owed = (more: object): readonly Obligation[] =>
  judged([rules(more), logs], [rules(more), longer], 'retention-lengthened').obligations;

describe('the verdict of a change', () => {
  it('is material for what the list watches, and says under which entries', () => {
    const list = rules({ material: [entry('keeping', 'retention'), entry('time', 'retention.period')] });
    expect(judged([list, logs], [list, longer], 'retention-lengthened')).toMatchObject({
      verdict: 'material',
      entries: [
        { clause: 'changes', id: 'keeping', words: 'Words of keeping.' },
        { clause: 'changes', id: 'time', words: 'Words of time.' },
      ],
      reason: 'the policy’s own list calls it material (keeping, time)',
    });
  });

  it('is material for what a floor names, and says what that rests on', () => {
    const list = rules({ material: [entry('keeping', 'retention')] });
    expect(judged([list, shop], [rules(), shop], 'material-entry-removed')).toMatchObject({
      verdict: 'material',
      entries: [],
      reason: 'readers were promised the old list',
    });
  });

  it('is for a person to find for any other fact, though the list watches something else', () => {
    const list = rules({ material: [entry('keeping', 'retention')] });
    expect(judged([list, shop], [list, richer], 'data-added')).toMatchObject({
      verdict: 'review',
      entries: [],
      obligations: [],
      reason: 'no entry of the list watches this fact: a person must say what it means',
    });
  });

  it('of a text is for a person to find, unless it reads the same', () => {
    const text = (words: string) => [{ ...logs, text: words }];
    expect(judged(text('We keep it.'), text('We sell it.'), 'text-changed')).toMatchObject({
      verdict: 'review',
      reason: 'a text reads differently: a person must say what it means',
    });
    expect(judged(text('We keep “it”.'), text('We keep "it".'), 'text-respelled')).toMatchObject({
      verdict: 'editorial',
      reason: 'only spelling of characters, white space or list markers differs',
    });
  });

  it('of a name that is only drawn differently is editorial, though the list watches names', () => {
    const list = rules({
      material: [entry('who', 'recipient')],
      promises: [promise('tell', 'notice', 'recipient')],
    });
    const named = (name: string) => [
      list,
      { id: 'carrier', kind: 'recipient', title: 'C', form: 'share', name },
    ];
    expect(judged(named('Ship “Fast”'), named('Ship "Fast"'), 'name-respelled')).toMatchObject({
      verdict: 'editorial',
      entries: [],
      obligations: [],
      reason: 'only how characters are drawn differs',
    });
    expect(judged(named('Ship Fast'), named('Ship Last'), 'recipient-replaced').verdict).toBe('material');
  });

  it('of structure is editorial', () => {
    const found = judged([shop, logs], [logs, shop], 'order-changed');
    expect([found.verdict, found.reason]).toEqual(['editorial', 'structure is never meaning']);
  });

  it('of the order of a summary is to review, and of what is not in it is not', () => {
    const first = { ...shop, summary: 'In short.' };
    const second = { ...logs, summary: 'In short.' };
    const found = judged([first, second], [second, first], 'summary-order-changed');
    expect([found.verdict, found.reason]).toEqual([
      'review',
      'what readers meet first in the summary is another thing',
    ]);
    expect(judged([first, logs], [logs, first], 'order-changed').verdict).toBe('editorial');
  });

  it('of what a text without a title points at is to review, and of what stands below a title is not', () => {
    const only = { id: 'only', kind: 'statement', text: 'This happens only with your consent.' };
    const third = { ...logs, id: 'third' };
    const found = judged([shop, only, logs], [shop, logs, only], 'reading-order-changed');
    expect([found.verdict, found.reason]).toEqual([
      'review',
      'what stands above or before a text says something of it, and that is another now',
    ]);
    const lead = { ...only, title: 'Lead', text: 'For members in Ireland:' };
    expect(judged([shop, lead, logs], [lead, shop, logs], 'reading-order-changed').verdict).toBe('review');
    const titled = { ...only, title: 'Only with consent' };
    expect(judged([shop, titled, logs], [shop, logs, titled], 'order-changed').verdict).toBe('editorial');
    const kinds = comparePolicies(
      policyOf([[shop, only, third], [logs]]),
      policyOf([
        [shop, third],
        [logs, only],
      ]),
    ).changes.map(({ kind, verdict }) => `${kind} ${verdict}`);
    expect(kinds).toContain('reading-order-changed review');
  });

  it('of a clause that takes its summary to another chapter is to review, and of one without is not', () => {
    const third = { ...logs, id: 'third' };
    const moved = (clause: typeof logs): string[][] =>
      comparePolicies(policyOf([[clause, third], [logs]]), policyOf([[third], [logs, clause]]))
        .changes.filter(({ key }) => key[0] === clause.id)
        .map(({ kind, verdict }) => [kind, verdict]);
    const short = { ...logs, id: 'short', summary: 'In short.' };
    expect(moved(short)).toEqual([['summary-order-changed', 'review']]);
    expect(moved({ ...logs, id: 'plain' })).toEqual([['clause-moved', 'editorial']]);
  });

  it('of what stands out for limiting a right is to review, in both directions', () => {
    const limit = { ...logs, emphasis: 'limit' };
    for (const found of [
      judged([logs], [limit], 'clause-emphasis-changed'),
      judged([limit], [logs], 'clause-emphasis-changed'),
    ])
      expect([found.verdict, found.reason]).toEqual([
        'review',
        'readers are promised that what limits their rights stands out',
      ]);
  });

  it('of what follows from other facts is editorial when it comes or goes with them', () => {
    const face = { ...shop, collects: ['contact.mobile_phone', 'biometric.face_features'] };
    const found = comparePolicies(policyOf([[shop]]), policyOf([[face]])).changes;
    const listed = found.filter(({ kind }) => kind === 'sensitivity-listed');
    expect(listed.length).toBeGreaterThan(0);
    for (const { verdict, reason } of listed)
      expect([verdict, reason]).toEqual(['editorial', 'it follows from other changes']);
  });

  it('of what can be read in one more language is to review', () => {
    const [one, two] = [{ locales: ['en'] }, { locales: ['en', 'zh-CN'] }];
    const title = { of: 'h000000000000', text: '日志' };
    const chinese = { 'locales/zh-CN/0.yaml': { locale: 'zh-CN', texts: { logs: { title } } } };
    const { changes, verdict } = comparePolicies(policyOf([[logs]], one), policyOf([[logs]], two, chinese));
    expect(verdict).toBe('review');
    const reason = 'whether it says what the original says, only somebody who reads both can say';
    expect(changes.map((change) => [change.kind, change.reason])).toEqual([['locale-added', reason]]);
    const bare = comparePolicies(policyOf([[logs]], two), policyOf([[logs]], two, chinese)).changes;
    expect(bare.map((change) => [change.kind, change.reason])).toEqual([['translation-added', reason]]);
    expect(comparePolicies(policyOf([[logs]], two), policyOf([[logs]], one)).verdict).toBe('review');
  });
});

describe('which list governs', () => {
  const keeping = rules({ material: [entry('keeping', 'retention')] });

  it('is that of the base, though the head has dropped it, and that of the head', () => {
    for (const [before, after] of [
      [keeping, rules()],
      [rules(), keeping],
    ] as const)
      expect(judged([before, logs], [after, longer], 'retention-lengthened').verdict).toBe('material');
  });

  it('is the watches of both for one entry, in the words of the base', () => {
    const other = rules({ material: [{ ...entry('keeping', 'right'), words: 'Other words.' }] });
    for (const [before, after, words] of [
      [keeping, other, 'Words of keeping.'],
      [other, keeping, 'Other words.'],
    ] as const) {
      const found = judged([before, logs], [after, longer], 'retention-lengthened');
      expect(found.entries).toEqual([{ clause: 'changes', id: 'keeping', words }]);
    }
  });

  it('holds promises of either version as well', () => {
    const promising = rules({ promises: [promise('tell', 'notice', 'retention')] });
    for (const [before, after] of [
      [promising, rules()],
      [rules(), promising],
    ] as const)
      expect(judged([before, logs], [after, longer], 'retention-lengthened')).toMatchObject({
        verdict: 'review',
        obligations: [{ owes: 'notice', rests: 'clause changes, promise tell' }],
      });
  });
});

describe('what a change owes', () => {
  const material = [entry('keeping', 'retention')];

  it('is nothing where nothing is promised', () => {
    expect(owed({ material })).toEqual([]);
  });

  it('is told through the channels named for what is material, in order', () => {
    expect(owed({ material, prominent: ['pop-up', 'announcement'] })).toEqual([
      {
        owes: 'prominent-notice',
        phase: 'before-release',
        detail: 'announcement, pop-up',
        rests: 'clause changes',
      },
      { owes: 'notice-record', phase: 'after-release', rests: 'clause changes' },
    ]);
    expect(owed({ prominent: ['pop-up'], leadTime: 'P30D' })).toEqual([]);
  });

  it('is told through the channels that either version names', () => {
    const [one, other] = [['pop-up'], ['announcement']].map((prominent) => rules({ material, prominent }));
    if (!one || !other) throw new Error('two lists');
    for (const [before, after] of [
      [one, other],
      [other, one],
    ] as const) {
      const { obligations } = judged([before, logs], [after, longer], 'retention-lengthened');
      expect(obligations[0]).toMatchObject({ owes: 'prominent-notice', detail: 'announcement, pop-up' });
    }
  });

  it('rests on the clause that names the channels, though no list calls the change material', () => {
    const china = { profiles: ['cn-pipl'] };
    const named = rules({ prominent: ['pop-up'] });
    const { changes } = comparePolicies(policyOf([[named, shop]], china), policyOf([[named, richer]], china));
    expect(changes.find(({ kind }) => kind === 'data-added')?.obligations).toContainEqual({
      owes: 'prominent-notice',
      phase: 'before-release',
      detail: 'pop-up',
      rests: 'clause changes',
    });
  });

  it('is announced ahead for what is material', () => {
    const ahead = { owes: 'lead-time', phase: 'before-release', rests: 'clause changes' };
    expect(owed({ material, leadTime: 'P30D' })).toEqual([{ ...ahead, detail: 'P30D' }]);
  });

  it('is what each promise says, before release or before processing', () => {
    const promises = [
      promise('a', 'express-consent', 'retention'),
      promise('b', 'notice', 'retention'),
      promise('c', 'prominent-notice', 'retention'),
      promise('d', 'notice', 'right'),
    ];
    expect(owed({ promises })).toStrictEqual([
      { owes: 'express-consent', phase: 'before-processing', rests: 'clause changes, promise a' },
      { owes: 'notice', phase: 'before-release', rests: 'clause changes, promise b' },
      { owes: 'prominent-notice', phase: 'before-release', rests: 'clause changes, promise c' },
      { owes: 'notice-record', phase: 'after-release', rests: 'clause changes, promise c' },
    ]);
  });

  it('is told through the channels once, where a promise asks for it already', () => {
    const promises = [promise('c', 'prominent-notice', 'retention'), promise('n', 'notice', 'retention')];
    expect(owed({ material, promises, prominent: ['pop-up'] })).toEqual([
      {
        owes: 'prominent-notice',
        phase: 'before-release',
        detail: 'pop-up',
        rests: 'clause changes, promise c',
      },
      { owes: 'notice', phase: 'before-release', rests: 'clause changes, promise n' },
      { owes: 'notice-record', phase: 'after-release', rests: 'clause changes, promise c' },
    ]);
  });

  it('is announced as long ahead as the base promised, or else the head', () => {
    const ahead = (period: string) => rules({ material, leadTime: period });
    const lead = (base: ClauseObject, head: ClauseObject) =>
      judged([base, logs], [head, longer], 'retention-lengthened').obligations.map(({ detail }) => detail);
    expect(lead(ahead('P30D'), ahead('P60D'))).toEqual(['P30D']);
    expect(lead(ahead('P30D'), rules({ material }))).toEqual(['P30D']);
    expect(lead(rules({ material }), ahead('P60D'))).toEqual(['P60D']);
    const second = { ...ahead('P30D'), id: 'more-changes', material: undefined };
    const { obligations } = judged(
      [rules({ material }), second, logs],
      [rules({ material }), second, longer],
      'retention-lengthened',
    );
    expect(obligations).toMatchObject([{ detail: 'P30D', rests: 'clause more-changes' }]);
  });

  it('says of what the law asks what it rests on, how sure that is, and when it is due', () => {
    const found = comparePolicies(policyOf([[shop]]), policyOf([[richer]])).changes;
    const consent = found.find(({ kind }) => kind === 'data-added')?.obligations[0];
    expect(consent).toMatchObject({ owes: 'express-consent', phase: 'before-processing' });
    expect(consent?.rests).toMatch(/^PIPL art/);
    expect(consent?.evidence).toBeDefined();
  });

  it('is asked by a profile that either version names, and by no other', () => {
    const [none, china] = [{ profiles: undefined }, { profiles: ['cn-pipl'] }];
    for (const [before, after, verdict] of [
      [none, china, 'material'],
      [china, none, 'material'],
      [none, none, 'review'],
      [none, { profiles: ['cn-gbt35273-2020'] }, 'review'],
    ] as const) {
      const { changes } = comparePolicies(policyOf([[shop]], before), policyOf([[richer]], after));
      expect(changes.find(({ kind }) => kind === 'data-added')?.verdict).toBe(verdict);
    }
  });
});

describe('what a person declares', () => {
  const list = rules({
    material: [entry('control', 'party'), entry('keeping', 'retention')],
    prominent: ['pop-up'],
  });
  const declare = (...entries: readonly string[]) =>
    declaredChanges(policy(list, logs), policy(rules(), logs), entries);

  it('is a material change under the entry, as the base words it, and owes what any does', () => {
    const [change] = declare('control');
    const { fingerprint, ...rest } = change ?? {};
    expect(fingerprint).toMatch(/^v1:[0-9a-f]{32}$/);
    expect(rest).toEqual({
      kind: 'declared',
      table: 'facts',
      relation: 'change.entry',
      key: ['changes', 'control'],
      before: null,
      after: { value: 'declared' },
      direction: 'changes',
      affects: { words: 'everybody', readers: [{}] },
      words: 'Declared, though no fact shows it: Words of control.',
      base: null,
      head: null,
      verdict: 'material',
      entries: [{ clause: 'changes', id: 'control', words: 'Words of control.' }],
      obligations: [
        { owes: 'prominent-notice', phase: 'before-release', detail: 'pop-up', rests: 'clause changes' },
        { owes: 'notice-record', phase: 'after-release', rests: 'clause changes' },
      ],
      reason: 'a person declared it',
    });
  });

  it('is one change for each entry, and none for an entry that no list has', () => {
    const found = declare('keeping', 'merger', 'control', 'keeping');
    expect(found.map(({ key }) => key[1])).toEqual(['keeping', 'control']);
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});
