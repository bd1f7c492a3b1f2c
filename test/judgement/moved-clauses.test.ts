import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import { changesOfMoved } from '../../src/judgement/moved-changes.ts';
import { movedClauses } from '../../src/judgement/moved-clauses.ts';
import type { Policy } from '../../src/model/policy.ts';
import { operators, referred } from '../properties/operators.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

const list = {
  id: 'changes',
  kind: 'change',
  title: 'Changes',
  material: [
    {
      id: 'less',
      words: 'What leaves readers less.',
      watches: ['function', 'recipient', 'technology', 'retention', 'right', 'minors', 'contact'],
    },
  ],
} as unknown as ClauseObject;
const stays = { id: 'stays', kind: 'statement', title: 'Here', text: 'Words.' } as unknown as ClauseObject;
const whole = policyOf([[stays, ...referred, list]]);
const before = policyOf([referred]);

/** All that a verdict is made of, without the sentence about where it is said. */
function judged({ kind, key, verdict, entries, obligations, direction, words }: JudgedChange): string {
  return JSON.stringify([
    kind,
    key,
    verdict,
    entries,
    obligations,
    direction,
    words.replace(/^Now in other: /, ''),
  ]);
}

/** Edits of one clause, which goes to another policy with the edit made. */
const edits = operators.filter(
  ({ before, after, heads }) =>
    before !== undefined &&
    after !== undefined &&
    !heads &&
    before.id === after.id &&
    before.kind !== 'change',
);

describe('a clause that went to another policy', () => {
  it('is judged as if it had stayed, whatever is edited in it', () => {
    expect(edits.length).toBeGreaterThan(200);
    fc.assert(
      fc.property(fc.constantFrom(...edits), (edit) => {
        const [was, is] = [edit.before, edit.after] as [ClauseObject, ClauseObject];
        const base = policyOf([[stays, was, ...referred, list]]);
        const stayed = comparePolicies(base, policyOf([[stays, is, ...referred, list]])).changes.filter(
          ({ verdict, key }) => verdict !== 'editorial' && key[0] === was.id,
        );
        const { clauses, changes } = movedClauses(base, whole, 'here', {
          path: 'other',
          head: policyOf([[is, ...referred]]),
          before,
        });
        expect(clauses).toEqual([was.id]);
        expect(changes.map(judged).sort()).toEqual(stayed.map(judged).sort());
        expect(changes.every(({ fingerprint }) => /^m1:[0-9a-f]{32}$/.test(fingerprint))).toBe(true);
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 60) },
    );
  });

  it('may have gone there before a version of the same day: what notes tell of it is then not called wrong', () => {
    const [base, head] = [policyOf([[stays, ...referred]]), policyOf([[stays]])];
    const other = { path: 'other', head: policyOf([referred]), before: policyOf([referred]) };
    const told = (isOfSameDay: boolean) =>
      changesOfMoved(base, head, 'here', () => [{ ...other, isOfSameDay }]);
    expect(told(true)).toMatchObject({ changes: [], since: 'versions' });
    expect(told(false)).not.toHaveProperty('since');
  });

  it('is judged by what versions promise that readers still have, too', () => {
    fc.assert(
      fc.property(fc.constantFrom(...edits), (edit) => {
        const [was, is] = [edit.before, edit.after] as [ClauseObject, ClauseObject];
        const [base, standing] = [
          policyOf([[stays, was, ...referred]]),
          policyOf([[stays, was, ...referred, list]]),
        ];
        const after = policyOf([[stays, is, ...referred]]);
        const stayed = comparePolicies(base, after, undefined, [standing]).changes.filter(
          ({ verdict, key }) => verdict !== 'editorial' && key[0] === was.id,
        );
        const other = { path: 'other', head: policyOf([[is, ...referred]]), before };
        const { changes } = movedClauses(base, policyOf([[stays, ...referred]]), 'here', other, [standing]);
        expect(changes.map(judged).sort()).toEqual(stayed.map(judged).sort());
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 60) },
    );
  });

  const clause = {
    id: 'letters',
    kind: 'function',
    tier: 'additional',
    title: 'Letters',
    purposes: ['account.registration'],
    collects: ['contact.email'],
  } as unknown as ClauseObject;
  const kept = (id: string, period: string) =>
    ({ id, kind: 'retention', title: 'How long', default: true, period }) as unknown as ClauseObject;
  const base = policyOf([[stays, clause, kept('keep', 'P1Y'), list]]);
  const left = policyOf([[stays, kept('keep', 'P1Y'), list]]);
  const words = (head: readonly ClauseObject[], before?: readonly ClauseObject[]) =>
    movedClauses(base, left, 'a/here', {
      path: 'a/other',
      head: policyOf([head]),
      before: before && policyOf([before]),
    }).changes.map((one) => one.words);

  it('is told with what governs its data there, though no clause of that moved', () => {
    expect(words([clause, kept('keep', 'P5Y')])).toEqual([
      'Now in a/other: How long: data is kept for 5 years; it was 1 year.',
    ]);
    expect(words([clause, kept('longer', 'P5Y')])).toEqual(words([clause, kept('keep', 'P5Y')]));
    expect(words([clause, kept('keep', 'P12M')])).toEqual([]);
    expect(words([clause])).toEqual(['Now in a/other: “How long” no longer says how long data is kept.']);
  });

  it('is found under another id, where that says which one it had', () => {
    const renamed = {
      ...clause,
      id: 'post',
      formerly: ['letters'],
      collects: ['contact.email', 'content.file'],
    };
    expect(words([renamed as unknown as ClauseObject, kept('keep', 'P1Y')])).toEqual([
      'Now in a/other: “Letters” now also uses your uploaded files.',
    ]);
  });

  it('is held against what it was where it has another id there of which nothing is said: what would be material is told', () => {
    const stricter = {
      ...list,
      material: [
        { id: 'less', words: 'Less.', watches: [{ watch: 'function.data.required', direction: 'worse' }] },
      ],
    };
    const optional = { ...clause, collects: [{ data: 'contact.email', required: false }] };
    const base = policyOf([[stays, optional, stricter]] as unknown as ClauseObject[][]);
    const here = policyOf([[stays, stricter]] as unknown as ClauseObject[][]);
    const post = { ...optional, id: 'post' };
    const [worse, apart] = [
      { ...post, collects: ['contact.email'] },
      { ...post, id: 'apart', purposes: ['trade.order'], collects: ['content.file'] },
    ];
    const told = (head: readonly object[], before?: readonly object[]) =>
      movedClauses(base, here, 'a/here', {
        path: 'a/other',
        head: policyOf([head as readonly ClauseObject[]]),
        before: before && policyOf([before as readonly ClauseObject[]]),
      }).changes.map(({ verdict, words }) => `${verdict} ${words}`);
    const words = 'material Now in a/other: “Letters” is a new function.';
    expect(told([worse])).toEqual([words]);
    expect(told([worse, apart, { ...post, id: 'decoy' }])).toEqual([words]);
    expect(told([post, apart])).toEqual([]);
    expect(told([worse], [worse])).toEqual([]);
  });

  it('is told with the rule for its data there, though that is no default rule and no clause of it moved', () => {
    const mail = (id: string, more: object = {}) =>
      ({ id, kind: 'retention', title: 'Mail', data: ['contact.email'], period: 'P1Y', ...more }) as const;
    const rule = (one: object) => one as unknown as ClauseObject;
    const here = [rule(mail('mail')), kept('keep', 'P1D')];
    const from = policyOf([[stays, clause, ...here, list]]);
    const told = (...rules: readonly object[]) =>
      movedClauses(from, policyOf([[stays, ...here, list]]), 'a/here', {
        path: 'a/other',
        head: policyOf([[clause, ...rules, kept('keep', 'P1D')] as ClauseObject[]]),
        before: policyOf([[stays]]),
      }).changes.map(({ verdict, words }) => `${verdict} ${words}`);
    const longer = ['material Now in a/other: Mail: data is kept for 5 years; it was 1 year.'];
    expect(told(mail('mail', { period: 'P5Y' }))).toEqual(longer);
    expect(told(mail('post', { period: 'P5Y', data: ['contact'] }))).toEqual(longer);
    expect(told(mail('post', { period: 'P5Y', data: undefined, functions: ['letters'] }))).toEqual(longer);
    expect(told(mail('post', { data: ['contact'] }))).toEqual([]);
    // Where no rule names it, it comes under the one for all else.
    expect(told(mail('other', { data: ['content.file'] }))).toEqual([
      'material Now in a/other: Mail: data is kept for 1 day; it was 1 year.',
    ]);
  });

  it('is told with the rule for the same readers there, and with none that keeps to what it says of itself', () => {
    const mail = (id: string, more: object = {}) =>
      ({ id, kind: 'retention', title: 'Mail', data: ['contact.email'], period: 'P1Y', ...more }) as const;
    const told = (was: object, rules: readonly object[], one: object = clause) =>
      movedClauses(
        policyOf([[stays, one, was, list] as ClauseObject[]]),
        policyOf([[stays, was, list] as ClauseObject[]]),
        'a/here',
        {
          path: 'a/other',
          head: policyOf([[one, ...rules] as ClauseObject[]]),
          before: policyOf([[stays]]),
        },
      ).changes.map(({ verdict, words }) => `${verdict} ${words}`);
    const [here, there] = [{ applies: { regions: ['CN'] } }, { applies: { regions: ['US'] } }];
    const longer = { period: 'P5Y' };
    const kept = 'material Now in a/other: Mail: data is kept for 5 years; it was 1 year.';
    expect(told(mail('mail', here), [mail('one', here), mail('two', { ...there, ...longer })])).toEqual([]);
    expect(told(mail('mail', here), [mail('one', { ...here, ...longer }), mail('two', there)])).toEqual([
      kept,
    ]);
    // Where none is for the same readers, each is held against it.
    expect(told(mail('mail', here), [mail('two', { ...there, ...longer })])).toEqual([kept]);
    expect(told(mail('mail', { countries: ['CN'] }), [mail('post', { countries: ['CN', 'US'] })])).toEqual([
      'material Now in a/other: Mail: data is now also stored in the United States.',
    ]);
    const purposes = { data: undefined, purposes: ['account.registration'] };
    expect(told(mail('mail', purposes), [mail('post', { ...purposes, ...longer })])).toEqual([kept]);
    expect(
      told(mail('mail', purposes), [mail('post', { ...longer, data: undefined, purposes: ['trade.order'] })]),
    ).toEqual(['material Now in a/other: “Mail” no longer says how long data is kept.']);
    // A function that says it of its own data comes under no rule for all else.
    const own = { ...clause, keeps: 'P1Y' };
    const rest = (more: object = {}) => mail('rest', { data: undefined, default: true, ...more });
    expect(told(mail('mail'), [rest(longer)], own)).toContain(
      'material Now in a/other: “Mail” no longer says how long data is kept.',
    );
  });

  it('is an entry that hundreds of clauses have, here and there, compared once for all of them', () => {
    const clauses = (name: string, more: object) =>
      Array.from({ length: 200 }, (_, at) => ({
        ...{ id: `${name}-${at}`, kind: 'recipient', title: 'T', category: 'processor', form: 'entrust' },
        ...more,
      }));
    const policyWith = (name: string, more: object, keeps: string) =>
      policyOf(
        [[stays, ...clauses(name, more), list] as unknown as ClauseObject[]],
        {},
        { 'registers/all.yaml': { entries: [{ id: 'acme', name: 'Acme', keeps }] } },
      );
    const listed = { register: 'registers/all.yaml' };
    const { changes } = movedClauses(
      policyWith('here', listed, 'P1D'),
      policyWith('here', {}, 'P1D'),
      'a/here',
      { path: 'a/other', head: policyWith('there', listed, 'P1Y'), before: policyWith('there', {}, 'P1D') },
    );
    expect(new Set(changes.map(({ key }) => key[0])).size).toBe(200);
  });

  it('is an entry of a register, too, which goes to the register of another policy while its clause stays', () => {
    const watching = (watch: string) => ({
      ...list,
      material: [{ id: 'less', words: 'Less.', watches: [{ watch, direction: 'worse' }] }],
    });
    const clause = (id: string, more: object = {}) => ({
      ...{ id, kind: 'recipient', title: 'Helpers', category: 'processor', form: 'entrust' },
      ...{ register: 'registers/all.yaml', ...more },
    });
    const acme = { id: 'acme', name: 'Acme', data: ['contact.email'], keeps: 'P1D' };
    const rest = { id: 'rest', name: 'Rest', data: ['contact.email'] };
    const policyWith = (watch: string, one: object, ...entries: readonly object[]) =>
      policyOf(
        [[stays, one, watching(watch)] as unknown as ClauseObject[]],
        {},
        { 'registers/all.yaml': { entries } },
      );
    const told = (watch: string, one: object, ...entries: readonly object[]) =>
      movedClauses(
        policyWith(watch, clause('helpers'), acme, rest),
        policyWith(watch, clause('helpers'), rest),
        'a/here',
        {
          path: 'a/other',
          head: policyWith(watch, one, ...entries, { ...rest, id: 'other' }),
          before: policyWith(watch, one, { ...rest, id: 'other' }),
        },
      ).changes.map(({ verdict, words }) => `${verdict} ${words}`);
    const kept = 'recipient.listed.keeps';
    for (const id of ['acme', 'another'])
      expect(told(kept, clause('theirs'), { ...acme, id, keeps: 'P1Y' })).toEqual([
        'material Now in a/other: Helpers: the time that Acme keeps data is now 1 year; it was 1 day.',
      ]);
    expect(told('recipient.form', clause('theirs', { form: 'share', category: 'partner' }), acme)).toEqual([
      'material Now in a/other: “Helpers” now gets data to decide by itself what to do with it; until now it got it to work with it on our behalf.',
    ]);
    expect(told('recipient', clause('theirs'), acme)).toEqual([]);
    // Another company, and one that was there before, are no entry that went there.
    expect(told(kept, clause('theirs'), { ...acme, id: 'another', name: 'Another', keeps: 'P1Y' })).toEqual(
      [],
    );
    const had = { ...rest, id: 'other', keeps: 'P1Y' };
    const elsewhere = policyWith(kept, clause('theirs'), had);
    const here = [
      policyWith(kept, clause('helpers'), { ...acme, name: 'Rest' }, { ...acme, id: 'b' }),
      policyWith(kept, clause('helpers'), { ...acme, id: 'b' }),
    ] as const;
    const toldOf = (before: typeof elsewhere | undefined) =>
      movedClauses(...here, 'a/here', { path: 'a/other', head: elsewhere, before }).changes.length;
    expect([toldOf(elsewhere), toldOf(undefined)]).toEqual([0, 1]);
  });

  it.each([
    ['recipient.keeps', { keeps: 'P1Y' }, { keeps: 'P1Y' }],
    ['recipient.form', { role: 'controller' }, { form: 'share', category: 'partner' }],
    ['recipient.country', { countries: ['US'] }, { countries: ['US'] }],
    ['recipient.data', { data: ['content.file'] }, { receives: ['content.file'] }],
    ['technology.lifetime', { lifetime: 'P1Y' }, { lifetime: 'P1Y' }],
    ['technology.purpose', { purposes: ['improve.product'] }, { purposes: ['improve.product'] }],
  ])(
    'is a company with a clause of its own that is an entry of a register there, and the other way round: %s',
    (watch, ofEntry, ofClause) => {
      const [kind = ''] = watch.split('.');
      const said = {
        recipient: {
          category: 'processor',
          form: 'entrust',
          receives: ['contact.email'],
          keeps: 'P1D',
          countries: ['DE'],
        },
        technology: {
          type: 'sdk',
          data: ['contact.email'],
          purposes: ['account.registration'],
          lifetime: 'P1D',
        },
      }[kind];
      const clause = {
        ...said,
        id: 'acme',
        kind,
        title: 'Acme',
        [kind === 'recipient' ? 'name' : 'provider']: 'Acme',
      };
      const register = { ...said, id: 'helpers', kind, title: 'Helpers', register: 'registers/all.yaml' };
      const entry = { id: 'one', name: 'Kit', provider: 'Acme' };
      const watching = {
        ...list,
        material: [{ id: 'less', words: 'Less.', watches: [{ watch, direction: 'worse' }] }],
      };
      const side = (one: object, ...entries: readonly object[]) =>
        policyOf(
          [[stays, watching, one] as ClauseObject[]],
          {},
          { 'registers/all.yaml': { entries: [{ id: 'rest', name: 'Rest' }, ...entries] } },
        );
      const none = { ...stays, id: 'none' };
      const verdicts = (base: Policy, left: Policy, head: Policy, before: Policy) =>
        movedClauses(base, left, 'a', { path: 'b', head, before }).changes.map((change) => change.verdict);
      const becomesEntry = (more: object, all: object = {}) =>
        verdicts(
          side(clause),
          side(none),
          side({ ...register, ...all }, { ...entry, ...more }),
          side({ ...register, ...all }),
        );
      const becomesClause = (more: object) =>
        verdicts(side(register, entry), side(register), side({ ...clause, ...more }), side(none));
      expect([becomesEntry({}), becomesClause({})]).toEqual([[], []]);
      expect([becomesEntry(ofEntry), becomesEntry({}, ofClause), becomesClause(ofClause)]).toEqual(
        Array(3).fill(['material']),
      );
    },
  );

  it('is told apart from what stays here under the id that it has there', () => {
    const other = {
      ...clause,
      id: 'post',
      title: 'Post',
      purposes: ['trade.order'],
    } as unknown as ClauseObject;
    const renamed = { ...clause, id: 'post', formerly: ['letters'], collects: ['content.file'] };
    const { changes } = movedClauses(
      policyOf([[stays, clause, other, list]]),
      policyOf([[stays, other, list]]),
      'a',
      {
        path: 'b',
        head: policyOf([[renamed as unknown as ClauseObject]]),
        before: undefined,
      },
    );
    expect(changes.map((one) => one.words)).toEqual([
      'Now in b: “Letters” now also uses your uploaded files.',
      'Now in b: “Letters” no longer uses your email address.',
    ]);
  });

  it('is none where the other policy said it before', () => {
    expect(words([{ ...clause, collects: ['content.file'] } as unknown as ClauseObject], [clause])).toEqual(
      [],
    );
  });

  it('stands where it is now, seen from the policy that it left', () => {
    const head = policyOf([
      [{ ...clause, collects: ['content.file'] } as unknown as ClauseObject, kept('keep', 'P1Y')],
    ]);
    const { changes } = movedClauses(base, left, 'a/here', { path: 'a/other', head, before: undefined });
    const files = changes.flatMap((one) => (one.head ? [one.head.file] : []));
    expect(new Set(files)).toEqual(new Set(['../other/chapters/0.yaml']));
  });
});
