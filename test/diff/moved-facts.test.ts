import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { operators, referred } from '../properties/operators.ts';
import { type ClauseObject, head, policyOf } from '../properties/policies.ts';

/** What makes each use that of the same data, unless the edit is about that. */
const same: Readonly<Record<string, object>> = {
  function: { purposes: ['trade.order'], collects: ['contact.email'] },
  technology: { purposes: ['trade.order'], data: ['contact.email'] },
  recipient: { category: 'partner', form: 'share', receives: ['contact.email'] },
  right: {},
  minors: {},
  security: {},
  retention: { data: ['contact.email'] },
  ...{ contact: {}, document: {}, definition: {}, scope: {}, commitment: {} },
};
const stays: ClauseObject = { id: 'stays', kind: 'statement', title: 'Here', text: 'Words.' };

function policy(clauses: readonly object[], watch: string, registers = {}, direction = 'worse') {
  const list = {
    id: 'changes',
    kind: 'change',
    title: 'Changes',
    material: [{ id: 'less', words: 'Less.', watches: [{ watch, direction }] }],
  };
  // A rule governs what somebody uses.
  const present = clauses.map((one) => (one as ClauseObject).kind);
  const used =
    present.includes('retention') && !present.includes('function')
      ? [{ id: 'mail', kind: 'function', title: 'Mail', tier: 'basic', ...same.function }]
      : [];
  const all = [stays, ...used, ...clauses, ...referred, list] as readonly ClauseObject[];
  return policyOf([all], { profiles: undefined, edition: '2026-12' }, registers);
}

function verdict(
  before: readonly object[],
  after: readonly object[],
  watch: string,
  direction?: string,
): string {
  const [was, is] = [before, after].map((clauses) => policy(clauses, watch, {}, direction));
  return was && is ? comparePolicies(was, is).verdict : '';
}

describe('a fact that is changed for the worse', () => {
  const edits = operators.flatMap(({ name, before, after, heads }) => {
    const more = same[before?.kind ?? ''];
    // Of hundreds of pairs of acts one is enough. Whether it is the rule for all else is what it is for.
    if (/: act (?!collect → use)|retention: default/.test(name)) return [];
    if (!more || !before || !after || heads || before.id !== after.id) return [];
    const added = Object.entries(more).filter(([field]) => !(field in before) && !(field in after));
    const [was, is] = [before, after].map((clause) => ({ ...Object.fromEntries(added), ...clause }));
    // Another right is another clause.
    return was && is && was.right === is.right ? [{ name, was, is }] : [];
  });

  it('is as grave when the clause gets another id in the same edit, of which nothing is said, for all or for some readers', () => {
    const lighter = new Set<string>();
    const kinds = new Set<string>();
    for (const { name, was, is } of edits) {
      const changes = comparePolicies(policy([was], 'party'), policy([is], 'party')).changes.filter(
        ({ table, key }) => table === 'facts' && key[0] === was.id,
      );
      for (const { kind, relation, name: value, direction } of changes.filter(
        (one) => !kinds.has(one.kind),
      )) {
        const watch = value === undefined ? relation : `${relation}.${value}`;
        kinds.add(kind);
        const isLost = (after: readonly object[]) => verdict([was], after, watch, direction) !== 'material';
        const [here, there] = [{ applies: { regions: ['US'] } }, { applies: { regions: ['CN'] } }];
        if (isLost([{ ...is, id: 'another' }])) lighter.add(`${name}: ${direction}`);
        else if (was.applies || is.applies || direction === 'narrows' || direction === 'eases') continue;
        else if (
          isLost([
            { ...was, ...here },
            { ...is, ...there, id: 'another' },
          ])
        )
          lighter.add(`${name}, for some`);
      }
    }
    expect(kinds.size).toBeGreaterThan(50);
    // What is better than before, by a list that watches exactly that, is part of what is new.
    expect([...lighter].sort()).toEqual([
      'function: applies.regions first: narrows',
      'function: consent added: narrows',
      'function: permissions.trigger added: narrows',
    ]);
  });

  it('is as grave when it is that of a party, and another one is named in its place', () => {
    const party = { id: 'agent', role: 'controller', name: 'One', applies: { regions: ['DE', 'FR'] } };
    const full = { ...party, country: 'DE', address: 'A', department: 'D', officer: 'O', registration: '1' };
    const verdictOf = (is: object, watch: string) => {
      const [before, after] = [full, is].map((one) => {
        const list = {
          id: 'l',
          kind: 'change',
          title: 'L',
          material: [{ id: 'm', words: 'M', watches: [watch] }],
        };
        return policyOf([[list]], { profiles: undefined, parties: [...head.parties, one] });
      });
      return before && after && comparePolicies(before, after).verdict;
    };
    const edits = Object.keys(full).flatMap((field) => {
      if (field === 'id') return [];
      const to = field === 'role' ? 'affiliate' : field === 'country' ? 'US' : 'Another';
      return [field === 'applies' ? { ...full, applies: undefined } : { ...full, [field]: to }].map((is) => ({
        is,
        watch: field === 'applies' ? field : `party.${field}`,
      }));
    });
    const lighter = edits.filter(
      ({ is, watch }) =>
        verdictOf(is, watch) !== 'material' || verdictOf({ ...is, id: 'other' }, watch) !== 'material',
    );
    expect(lighter).toEqual([]);
  });

  it.each([
    ['stays longer', 'technology.listed.lifetime', { lifetime: 'P1Y' }],
    ['is kept longer', 'technology.listed.keeps', { keeps: 'P1Y' }],
    ['decides itself', 'technology.listed.role', { role: 'controller' }],
    ['is for every product', 'technology.listed.product', { products: undefined }],
  ])(
    'is as grave in an entry of a register that gets another id, or goes to another clause: it %s',
    (_, watch, more) => {
      const entry = { name: 'sid', lifetime: 'P1D', keeps: 'P1D', role: 'processor', products: ['north'] };
      const at = (id: string, register: string) => ({
        ...{
          id,
          kind: 'technology',
          title: 'Cookies',
          type: 'cookie',
          register: `registers/${register}.yaml`,
        },
      });
      const rest = { id: 'rest', name: 'rest' };
      const side = (one: readonly object[], other: readonly object[]) =>
        policy([at('one', 'one'), at('other', 'other')], watch, {
          'registers/one.yaml': { entries: [rest, ...one] },
          'registers/other.yaml': { entries: [rest, ...other] },
        });
      const base = side([{ ...entry, id: 'sid' }], []);
      for (const id of ['sid', 'another'])
        for (const [one, other] of [[{ ...entry, ...more, id }], [undefined, { ...entry, ...more, id }]]) {
          const head = side(one ? [one] : [], other ? [other] : []);
          expect(comparePolicies(base, head).verdict).toBe('material');
        }
    },
  );

  it('is as grave where a recipient loses its name, or gets one, with it', () => {
    const to = { id: 'to', kind: 'recipient', title: 'To', receives: ['contact.email'] };
    const unnamed = { ...to, category: 'processor', form: 'entrust' };
    const named = { ...unnamed, id: 'other', name: 'Helper Ltd' };
    const wider = { category: 'partner', form: 'share' };
    expect(verdict([named], [{ ...unnamed, ...wider }], 'recipient.form')).toBe('material');
    expect(verdict([unnamed], [{ ...named, ...wider }], 'recipient.form')).toBe('material');
    expect(verdict([unnamed], [named], 'recipient.form')).toBe('review');
    // Beside one that stays, one of another sort takes nothing away.
    expect(verdict([unnamed], [unnamed, { ...unnamed, ...wider, id: 'other' }], 'recipient.form')).toBe(
      'review',
    );
  });

  it('is as grave for some of the data of a clause that stays with the rest', () => {
    const apart = { function: true, recipient: true, technology: true, retention: true };
    const lighter = new Set<string>();
    const kinds = new Set<string>();
    for (const { name, was, is } of edits) {
      const [field, data] = Object.entries(same[was.kind] ?? {}).at(-1) ?? ['', undefined];
      const isOfData = was.kind in apart && [was, is].every((one) => one[field] === data && !one.applies);
      if (!isOfData) continue;
      // A rule that is for something else, too, is not what it was for the rest.
      if ([was, is].some((one) => one.kind === 'retention' && (one.functions || one.purposes))) continue;
      const parts = [['device.model'], ['contact.email']];
      const used = { id: 'used', kind: 'function', title: 'Used', tier: 'basic', purposes: ['trade.order'] };
      const more = was.kind === 'retention' ? [{ ...used, collects: parts.flat() }] : [];
      const whole = (one: object) => [{ ...one, [field]: parts.flat() }, ...more];
      const split = [{ ...was, [field]: parts[0] }, { ...is, [field]: parts[1], id: 'other' }, ...more];
      const changes = comparePolicies(policy(whole(was), 'party'), policy(whole(is), 'party')).changes.filter(
        ({ table, key, direction }) =>
          table === 'facts' && key[0] === was.id && direction !== 'narrows' && direction !== 'eases',
      );
      for (const { kind, relation, name: value, direction } of changes.filter(
        (one) => !kinds.has(one.kind),
      )) {
        kinds.add(kind);
        const watch = value === undefined ? relation : `${relation}.${value}`;
        if (verdict(whole(was), split, watch, direction) !== 'material') lighter.add(`${name}: ${direction}`);
      }
    }
    expect(kinds.size).toBeGreaterThan(50);
    expect([...lighter].sort()).toEqual([]);
  });

  it('is as grave where two functions without data exchange their ids with it, or one more does less for readers', () => {
    const [photo, post] = [
      { id: 'photo', kind: 'function', title: 'Photo', purposes: ['content.publish'] },
      { id: 'post', kind: 'function', title: 'Post', purposes: ['trade.order'] },
    ];
    const asked = { ...photo, permissions: [{ permission: 'camera', trigger: 'A tap.' }] };
    const after = [
      { ...photo, id: 'post', permissions: ['camera'] },
      { ...post, id: 'photo' },
    ];
    expect(verdict([asked, post], after, 'function.permission.trigger')).toBe('material');
    // Beside the first one, which may go in a later version.
    const beside = [asked, post, { ...photo, id: 'other', permissions: ['camera'] }];
    expect(verdict([asked, post], beside, 'function.permission.trigger')).toBe('material');
  });

  it('is as grave where the quicker of two ways to reach somebody goes', () => {
    const post = { id: 'post', kind: 'contact', title: 'Post', channel: 'post', address: 'Road 1' };
    const mail = { ...post, id: 'mail', channel: 'email', address: 'a@b.example', answerWithin: 'P7D' };
    for (const slow of [{}, { answerWithin: 'P60D' }])
      expect(verdict([mail, { ...post, ...slow }], [{ ...post, ...slow }], 'contact.answerWithin')).toBe(
        'material',
      );
    const quick = { ...post, answerWithin: 'P7D' };
    expect(verdict([mail, quick], [quick], 'contact.answerWithin')).toBe('review');
  });

  describe('that is one of a right', () => {
    const right = { id: 'see', kind: 'right', title: 'See', right: 'access' };
    const other = { ...right, id: 'mend', title: 'Mend', right: 'correct' };
    it.each([
      ['answerWithin', { answerWithin: 'P15D' }, { answerWithin: 'P90D' }],
      ['answerWithin', { answerWithin: 'P15D' }, {}],
      ['fee', { fee: 'none' }, { fee: 'cost-based' }],
      ['ground', {}, { grounds: ['excessive'] }],
      ['limits', {}, { limits: 'We may refuse.' }],
      ['channel', { channels: ['a-contact'] }, {}],
    ])(
      'is as grave where the right stands with another one, or only a worse one of two is left: %s',
      (fact, good, bad) => {
        const [before, worse] = [
          { ...right, ...good },
          { ...other, ...bad, also: ['access'] },
        ];
        const watch = `right.${fact}`;
        expect(verdict([before, { ...other, ...bad }], [worse], watch)).toBe('material');
        expect(verdict([before, worse], [worse], watch)).toBe('material');
        expect(
          verdict([before, { ...right, ...bad, id: 'also' }], [{ ...right, ...bad, id: 'also' }], watch),
        ).toBe('material');
        expect(
          verdict(
            [
              { ...before, also: ['copy'] },
              { ...other, ...bad, also: ['copy'] },
            ],
            [before, { ...other, ...bad, also: ['copy'] }],
            watch,
          ),
        ).toBe('material');
        // Nothing is lost by one of two that say the same, apart from its list.
        const alike = { ...other, ...good, also: ['access'] };
        expect(verdict([before, alike], [alike], watch)).toBe(fact === 'channel' ? 'material' : 'review');
      },
    );
  });

  it.each([
    ['a purpose comes', { purposes: ['trade.order', 'improve.product'] }],
    ['a purpose goes', { purposes: ['improve.product'] }],
    ['some data is for another purpose', { collects: [{ data: 'contact.email', for: ['improve.product'] }] }],
  ])('is as grave where other rules govern the data since %s', (_, more) => {
    const using = { id: 'mail', kind: 'function', title: 'Mail', tier: 'basic', ...same.function };
    const other = { ...using, id: 'other', purposes: ['improve.product'], collects: ['device.model'] };
    const rule = (id: string, rest: object) => ({ id, kind: 'retention', title: id, ...rest });
    const rules = [
      rule('short', { purposes: ['trade.order'], period: 'P30D' }),
      rule('long', { default: true, period: 'P1Y' }),
      rule('longest', { purposes: ['improve.product'], period: 'P2Y' }),
    ];
    expect(
      verdict([using, other, ...rules], [{ ...using, ...more }, other, ...rules], 'retention.period'),
    ).toBe('material');
  });

  it('is as grave where a technology begins to gather the data, for which another rule is', () => {
    const using = { id: 'mail', kind: 'function', title: 'Mail', tier: 'basic', ...same.function };
    const cookie = { id: 'cookie', kind: 'technology', title: 'Cookie', type: 'cookie' };
    const rules = [
      { id: 'short', kind: 'retention', title: 'Short', functions: ['mail'], period: 'P30D' },
      { id: 'long', kind: 'retention', title: 'Long', default: true, period: 'P1Y' },
    ];
    const before = [using, { ...cookie, ...same.technology, data: ['device.model'] }, ...rules];
    const after = [
      using,
      { ...cookie, ...same.technology, data: ['device.model', 'contact.email'] },
      ...rules,
    ];
    expect(verdict(before, after, 'retention.period')).toBe('material');
  });

  it('is as grave whatever is done with the same data of other readers', () => {
    const use = (id: string, region: string) => ({
      ...{ id, kind: 'function', title: id, tier: 'basic', applies: { regions: [region] } },
      ...same.function,
    });
    const rule = (id: string, period: string) => ({
      ...{ id, kind: 'retention', title: id, functions: ['ours'], period },
    });
    const [base, head] = [rule('short', 'P30D'), rule('long', 'P1Y')].map((one) => [
      use('ours', 'CN'),
      // Nothing is said of how long.
      use('theirs', 'US'),
      one,
    ]);
    expect(verdict(base ?? [], head ?? [], 'retention.period')).toBe('material');
  });
});
