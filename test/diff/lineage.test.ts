import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { Policy } from '../../src/model/policy.ts';
import { policyFrom, smallHead } from '../policy.ts';

const chapter = (clauses: string): Policy =>
  policyFrom({
    'policy.yaml': smallHead,
    'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${clauses}`,
  });

interface Options {
  readonly tier?: string;
  readonly data?: string;
  readonly formerly?: string;
  readonly more?: string;
}

const fn = (
  id: string,
  { tier = 'additional', data = 'contact.mobile_phone', formerly = '', more = '' }: Options = {},
): string =>
  `  - id: ${id}
    kind: function
    tier: ${tier}
    title: Doing ${id}
    purposes: [account.registration]
    collects: [${data}]
${formerly ? `    formerly: [${formerly}]\n` : ''}${more}`;

const facts = (base: Policy, head: Policy) =>
  comparePolicies(base, head)
    .changes.filter((change) => change.table === 'facts')
    .map(({ kind, key }) => `${kind} ${key.join(' ')}`);

describe('a split', () => {
  const base = chapter(fn('one', { data: 'contact.mobile_phone, identity.real_name' }));

  it('that only shares out what there was changes no fact', () => {
    const head = chapter(
      fn('a', { formerly: 'one' }) + fn('b', { data: 'identity.real_name', formerly: 'one' }),
    );
    const comparison = comparePolicies(base, head);
    expect(facts(base, head)).toEqual([]);
    expect(comparison.regrouped).toEqual([{ from: ['one'], to: ['a', 'b'] }]);
    expect(comparison.changes.filter((change) => change.kind === 'lineage-recorded')).toHaveLength(2);
  });

  it('that adds something says so once, and where', () => {
    const head = chapter(
      fn('a', { formerly: 'one' }) +
        fn('b', { data: 'identity.real_name, biometric.voiceprint', formerly: 'one' }),
    );
    expect(facts(base, head)).toContain('data-added b biometric.voiceprint');
  });

  it('that drops something says so once', () => {
    const head = chapter(fn('a', { formerly: 'one' }) + fn('b', { formerly: 'one' }));
    expect(facts(base, head).filter((one) => one.startsWith('data-removed'))).toEqual([
      'data-removed a identity.real_name',
    ]);
  });

  it('of which one part becomes basic says so for that part', () => {
    const head = chapter(
      fn('a', { formerly: 'one' }) + fn('b', { tier: 'basic', data: 'identity.real_name', formerly: 'one' }),
    );
    expect(facts(base, head)).toEqual(['tier-to-basic b']);
  });

  it('keeps the one that keeps its id', () => {
    const head = chapter(fn('one') + fn('b', { data: 'identity.real_name', formerly: 'one' }));
    expect(facts(base, head)).toEqual([]);
  });

  it('is over with the version that had it: each part is then a function of its own, and what it does more is new', () => {
    const part = (data: string): string => fn('b', { tier: 'basic', data, formerly: 'one' });
    for (const tier of ['basic', 'additional']) {
      const rest = fn('one', { tier, data: 'contact.mobile_phone, biometric.voiceprint' });
      const had = chapter(rest + part('identity.real_name'));
      expect(comparePolicies(had, chapter(part('identity.real_name') + rest)).changes).toMatchObject([
        { table: 'structure' },
      ]);
      const took = chapter(rest + part('identity.real_name, biometric.voiceprint'));
      expect(facts(had, took)).toContain('data-added b biometric.voiceprint');
      const unsplit = chapter(rest + fn('b', { tier: 'basic', data: 'identity.real_name' }));
      expect(facts(unsplit, took)).toContain('data-added b biometric.voiceprint');
    }
  });

  it('leaves what others need of it as it was, and tells what they need besides or no more', () => {
    const other = (needs: string): string => fn('other', { more: needs && `    requires: [${needs}]\n` });
    const before = chapter(fn('one', { data: 'contact.mobile_phone, identity.real_name' }) + other('one'));
    const needing = (needs: string): readonly string[] =>
      facts(
        before,
        chapter(fn('one') + fn('b', { data: 'identity.real_name', formerly: 'one' }) + other(needs)),
      );
    expect(needing('one, b')).toEqual([]);
    expect(needing('one')).toEqual(['requirement-removed other b']);
    expect(needing('')).toEqual(['requirement-removed other b', 'requirement-removed other one']);
  });
});

describe('what is said of sensitive data', () => {
  const why = '    sensitive: { necessity: It opens the door., impact: Somebody may learn it. }\n';
  const base = chapter(fn('one', { data: 'biometric.voiceprint, identity.nickname', more: why }));
  const split = (more: string, data: string): Policy =>
    chapter(
      fn('one', { data: 'biometric.voiceprint', more: why }) + fn('b', { data, formerly: 'one', more }),
    );

  it('stays with the function that the data stays with', () => {
    const { changes } = comparePolicies(base, split('', 'identity.nickname'));
    expect(changes.filter(({ key }) => key.includes('b')).map(({ kind }) => kind)).not.toContain(
      'impact-unstated',
    );
    expect(changes.filter(({ kind, key }) => kind === 'text-removed' && key[0] === 'b')).toEqual([]);
  });

  it('is taken back where the data went and its reasons did not', () => {
    const head = split('', 'biometric.voiceprint');
    expect(facts(base, head)).toContain('impact-unstated b');
  });

  it('is taken back by a function that keeps its id and says it no more', () => {
    const head = chapter(
      fn('one', { data: 'identity.nickname' }) +
        fn('b', { data: 'biometric.voiceprint', formerly: 'one', more: why }),
    );
    expect(facts(base, head)).toContain('impact-unstated one');
  });
});

describe('a merger', () => {
  const two = fn('a') + fn('b', { data: 'identity.real_name' });
  const whole = 'contact.mobile_phone, identity.real_name';

  it('of functions that could be refused one by one restricts the reader', () => {
    const base = chapter(two);
    const head = chapter(fn('both', { data: whole, formerly: 'a, b' }));
    expect(facts(base, head).sort()).toEqual(['functions-merged both a', 'functions-merged both b']);
  });

  it('of functions with consent of their own restricts the reader, whatever the consents are called', () => {
    const asked = (id: string, unit: string): string =>
      fn(id, { tier: 'basic', more: `    consent: { kind: explicit, unit: ${unit} }\n` });
    const head = chapter(fn('both', { tier: 'basic', formerly: 'a, b' }));
    const merged = (one: string, other: string): readonly string[] =>
      facts(chapter(asked('a', one) + asked('b', other)), head).filter((fact) =>
        fact.startsWith('functions-'),
      );
    for (const [one, other] of [
      ['a', 'b'],
      ['one', 'two'],
    ] as const)
      expect(merged(one, other)).toEqual(['functions-merged both a', 'functions-merged both b']);
    expect(merged('one', 'one')).toEqual([]);
    expect(merged('a', 'a')).toEqual([]);
  });

  it('is compared with every ancestor: what is basic for all was additional for some', () => {
    const base = chapter(fn('a', { tier: 'basic' }) + fn('b', { data: 'identity.real_name' }));
    const head = chapter(fn('both', { tier: 'basic', data: whole, formerly: 'a, b' }));
    expect(facts(base, head)).toEqual(['tier-to-basic both']);
  });

  it('compares each value with each ancestor: what another value of the first says does not decide', () => {
    const way = '    optOut: Settings.\n';
    const base = chapter(
      fn('a', { tier: 'basic', more: '    refusal: You cannot order.\n' }) +
        fn('b', { data: 'identity.real_name', more: way }),
    );
    const head = chapter(fn('both', { tier: 'basic', data: whole, formerly: 'a, b', more: way }));
    expect(facts(base, head).sort()).toEqual([
      'opt-out-stated both',
      'refusal-unstated both',
      'tier-to-basic both',
    ]);
  });

  it('compares with the ancestor whose users lose most, wherever it stands', () => {
    const resting = (id: string, basis: string, formerly = ''): string =>
      fn(id, { tier: 'basic', formerly }).replace(
        'purposes: [account.registration]',
        `purposes: [{ purpose: account.registration, basis: ${basis} }]`,
      );
    const head = chapter(resting('both', 'legitimate-interests', 'a, b'));
    for (const [one, other] of [
      ['contract', 'consent'],
      ['consent', 'contract'],
    ] as const)
      expect(facts(chapter(resting('a', one) + resting('b', other)), head)).toEqual([
        'basis-from-consent both account.registration',
      ]);
  });

  it('of one with a way out into one without says that the way out is gone', () => {
    const base = chapter(
      fn('a', { tier: 'basic' }) + fn('b', { data: 'identity.real_name', more: '    optOut: Settings.\n' }),
    );
    const head = chapter(fn('both', { tier: 'basic', data: whole, formerly: 'a, b' }));
    expect(facts(base, head)).toContain('opt-out-unstated both');
  });

  it('of one that asked for consent into one that does not says so', () => {
    const base = chapter(
      fn('a', { tier: 'basic' }) +
        fn('b', { tier: 'basic', data: 'identity.real_name', more: '    consent: { kind: explicit }\n' }),
    );
    const head = chapter(fn('both', { tier: 'basic', data: whole, formerly: 'a, b' }));
    expect(facts(base, head)).toContain('consent-removed both');
  });

  it('is no gain for anybody where only some had less: one consent to two things is not asked for by itself', () => {
    const asked = (id: string, separate: string, formerly = ''): string =>
      fn(id, { formerly, more: `    consent: { kind: explicit${separate}, withdrawal: Settings. }\n` });
    const before = chapter(asked('one', ', separate: true') + asked('two', ''));
    const after = chapter(asked('one', ', separate: true', 'two'));
    expect(facts(before, after)).toEqual(['functions-merged one two']);
    const none = chapter(asked('one', '') + asked('two', ''));
    expect(facts(none, after).sort()).toEqual(['consent-separated one', 'functions-merged one two']);
  });

  it('does not hide that a recipient now has to do with more', () => {
    const recipient = (functions: string): string =>
      `  - { id: carrier, kind: recipient, form: share, title: Carrier, onlyWith: [${functions}] }\n`;
    const base = chapter(two + recipient('a'));
    const head = chapter(fn('both', { data: whole, formerly: 'a, b' }) + recipient('both'));
    expect(facts(base, head).some((one) => one.startsWith('recipient-condition'))).toBe(true);
  });

  it('is no change for a recipient that had to do with all of them, and a loss when it no longer says so', () => {
    const recipient = (only: string): string =>
      `  - { id: carrier, kind: recipient, form: share, title: Carrier${only} }\n`;
    const head = (only: string): Policy =>
      chapter(fn('both', { data: whole, formerly: 'a, b' }) + recipient(only));
    const about = (before: string, after: string): readonly string[] =>
      facts(chapter(two + recipient(before)), head(after)).filter((fact) => fact.startsWith('recipient-'));
    expect(about(', onlyWith: [a, b]', ', onlyWith: [both]')).toEqual([]);
    expect(about(', onlyWith: [a]', '')).toEqual(['recipient-condition-removed carrier both']);
    expect(about(', onlyWith: [a, b]', '')).toEqual(['recipient-condition-removed carrier both']);
    expect(about('', ', onlyWith: [both]')).toEqual(['recipient-condition-added carrier both']);
  });

  it('into one of them says what that one now includes, and not itself', () => {
    const head = chapter(fn('b', { data: whole, formerly: 'a' }));
    expect(facts(chapter(two), head)).toEqual(['functions-merged b a']);
  });

  it('may be one with splits: everything that shares an ancestor, however far, belongs together', () => {
    const base = chapter(fn('a') + fn('b') + fn('c'));
    const head = chapter(
      fn('m', { formerly: 'b, c' }) + fn('x', { formerly: 'a' }) + fn('y', { formerly: 'a, b' }),
    );
    expect(comparePolicies(base, head).regrouped).toEqual([{ from: ['a', 'b', 'c'], to: ['m', 'x', 'y'] }]);
    expect(facts(base, head).sort()).toEqual([
      ...['functions-merged m b', 'functions-merged m c', 'functions-merged y a', 'functions-merged y b'],
    ]);
  });

  it('leaves alone what has nothing to do with it', () => {
    const base = chapter(two + fn('alone') + fn('old'));
    const head = chapter(
      fn('both', { data: whole, formerly: 'a, b' }) + fn('alone') + fn('new', { formerly: 'old' }),
    );
    const { regrouped, renamed } = comparePolicies(base, head);
    expect(regrouped).toEqual([{ from: ['a', 'b'], to: ['both'] }]);
    expect(renamed).toEqual({ old: 'new' });
    expect(facts(base, head).sort()).toEqual(['functions-merged both a', 'functions-merged both b']);
  });

  it('keeps the texts of the one that keeps its id, and counts those of the other as gone', () => {
    const head = chapter(fn('b', { data: whole, formerly: 'a' }));
    const texts = comparePolicies(chapter(two), head).changes.filter(({ table }) => table === 'prose');
    expect(texts.map(({ kind, key }) => `${kind} ${key.join(' ')}`)).toEqual(['text-removed a title en']);
  });

  it('without a declaration is two removals and an addition', () => {
    const head = chapter(fn('both', { data: whole }));
    expect(
      facts(chapter(two), head)
        .filter((one) => one.startsWith('function-'))
        .sort(),
    ).toEqual(['function-added both', 'function-removed a', 'function-removed b']);
  });
});

describe('lineage over several versions', () => {
  it('follows a function that was renamed twice, though the last version no longer says so', () => {
    const first = chapter(fn('one'));
    const second = chapter(fn('two', { formerly: 'one' }));
    const third = chapter(fn('three', { formerly: 'two' }));
    const last = chapter(fn('three'));
    expect(comparePolicies(first, last, [second, third]).renamed).toEqual({ one: 'three' });
    expect(comparePolicies(first, last).renamed).toEqual({});
  });

  it('follows a split whose parts were renamed', () => {
    const first = chapter(fn('one', { data: 'contact.mobile_phone, identity.real_name' }));
    const second = chapter(
      fn('a', { formerly: 'one' }) + fn('b', { data: 'identity.real_name', formerly: 'one' }),
    );
    const last = chapter(fn('x', { formerly: 'a' }) + fn('y', { data: 'identity.real_name', formerly: 'b' }));
    const comparison = comparePolicies(first, last, [second]);
    expect(comparison.regrouped).toEqual([{ from: ['one'], to: ['x', 'y'] }]);
    expect(comparison.changes.filter((change) => change.table === 'facts')).toEqual([]);
  });
});
