import { describe, expect, it } from 'vitest';
import { limits } from '../../src/base/limits.ts';
import type { JudgedChange, MaterialList } from '../../src/diff/judge.ts';
import type { Obligation } from '../../src/diff/obligations.ts';
import { coverChanges, type Gated } from '../../src/gate/cover.ts';
import type { Note } from '../../src/gate/note.ts';
import { archiveHead, change, note, print } from './made.ts';

const cover = (
  changes: readonly JudgedChange[],
  notes: readonly Note[],
  spent: readonly string[] = [],
): Gated => coverChanges(changes, { notes, head: archiveHead, spent: new Set(spent) }, list);
/** The list that governs has one entry, and a change under it owes a notice. */
const notice: Obligation = { owes: 'prominent-notice', phase: 'before-release', rests: 'clause changes' };
const list: MaterialList = {
  entries: [{ clause: 'changes', id: 'service', words: 'Words.' }],
  owes: [notice],
};
const review = change({ verdict: 'review' });
const removed = change({ kind: 'data-removed', before: change().after, after: null });
const problemsOf = ({ problems }: Gated) =>
  problems.map(({ code, args, place }) => [code, args, place.line] as const);

describe('the verdict that a note leaves a change with', () => {
  it.each([
    ['material', 'notify', 'material'],
    ['material', 'consent', 'material'],
    ['review', 'notify', 'material'],
    ['review', 'consent', 'material'],
    ['review', 'editorial', 'editorial'],
  ] as const)('of a %s change and the decision %s is %s', (verdict, decision, decided) => {
    const { changes, problems, used } = cover([change({ verdict })], [note({ decision })]);
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([{ verdict, decided, note: { path: 'changes/note.md', decision } }]);
    expect(used.map(({ path }) => path)).toEqual(['changes/note.md']);
  });

  it('is raised to an entry that the note names', () => {
    const raised = note({ decision: 'raised', entry: 'service' });
    expect(cover([review], [raised]).changes[0]).toMatchObject({
      decided: 'material',
      obligations: [notice, { owes: 'notice-record', rests: 'clause changes' }],
    });
    const owing = { ...review, obligations: [notice] };
    expect(
      cover([owing], [raised]).changes[0]?.obligations.filter(({ owes }) => owes === notice.owes),
    ).toEqual([notice]);
    const other = change({ verdict: 'review', fingerprint: print('2') });
    expect(cover([review, other], [raised]).changes[1]?.obligations).toEqual([]);
    expect(cover([review], [note({ decision: 'editorial' }, '')]).changes[0]?.obligations).toEqual([]);
    expect(problemsOf(cover([review], [note({ decision: 'raised', entry: 'merger' })]))).toEqual([
      ['unknown-reference', { what: 'material-entry', id: 'merger' }, 8],
    ]);
    expect(problemsOf(cover([review], [note({ decision: 'raised' })]))).toEqual([
      ['note-unfinished', { missing: ['the entry it is raised to'] }, 5],
    ]);
  });

  it('is no reason to go through all changes for each name of a note', () => {
    let looked = 0;
    const changes = Array.from({ length: 300 }, (_, at) => ({
      ...change({ fingerprint: `v1:${String(at).padStart(32, '0')}` }),
      get kind() {
        looked += 1;
        return 'data-added';
      },
    }));
    const [declares, acts] = [
      changes.map((_, at) => `e${at}`),
      changes.map((_, at) => `withdraws #${at + 1}`),
    ];
    cover(changes, [note({ covers: [], declares, acts }), note({ covers: [], acts }, 'Words.', 'later')]);
    expect(looked).toBeLessThan(30 * changes.length);
  });

  it('is searched for among all entries for no more names that none has than are listed', () => {
    const notes = ['a', 'b', 'c'].map((slug) =>
      note({ covers: [], declares: Array.from({ length: 60 }, (_, at) => `service-${at}`) }, 'Words.', slug),
    );
    const hints = cover([], notes).problems.map(({ args }) => 'nearest' in args && args.nearest);
    expect(hints).toHaveLength(180);
    expect(hints.filter((hint) => hint === 'service')).toHaveLength(limits.problems);
  });

  it('is raised to no entry when the note decides something else', () => {
    for (const entry of ['service', 'merger']) {
      const { changes, problems } = cover([review], [note({ entry })]);
      expect(problems).toEqual([]);
      expect(changes[0]?.note).toEqual({ path: 'changes/note.md', decision: 'notify' });
    }
    expect(cover([review], [note({ decision: 'raised', entry: 'service' })]).changes[0]?.note?.entry).toBe(
      'service',
    );
  });

  it('is the change’s own without a note', () => {
    const { changes, used } = cover([change(), change({ fingerprint: print('2'), verdict: 'review' })], []);
    expect(changes.map(({ decided }) => decided)).toEqual(['material', 'review']);
    for (const one of changes) {
      expect(one).not.toHaveProperty('note');
      expect(one).not.toHaveProperty('draft');
    }
    expect(used).toEqual([]);
  });
});

describe('a note with a problem covers nothing, and is named as a draft', () => {
  const expectDraft = (gated: Gated): void => {
    expect(gated.used).toEqual([]);
    expect(gated.changes[0]).toMatchObject({ draft: 'changes/note.md' });
    expect(gated.changes[0]).not.toHaveProperty('note');
    expect(gated.changes[0]?.decided).toBe(gated.changes[0]?.verdict);
  };

  it('when it calls what is material editorial', () => {
    const gated = cover([change()], [note({ decision: 'editorial' }, '')]);
    expect(problemsOf(gated)).toEqual([['note-lowers-material', { fingerprint: print('1') }, 3]]);
    expectDraft(gated);
  });

  it('when it does not say what happens in practice to what is removed', () => {
    const gated = cover([removed], [note()]);
    expect(problemsOf(gated)).toEqual([['note-without-practice', { fingerprint: print('1') }, 3]]);
    expectDraft(gated);
    expect(cover([removed], [note({ practice: 'ceased' })]).problems).toEqual([]);
    const text = { ...removed, table: 'prose', relation: 'prose', verdict: 'review' } as const;
    expectDraft(cover([text], [note()]));
  });

  it.each(['locale-added', 'translation-added'])('when nobody is named who read what is new: %s', (kind) => {
    const texts = { ...review, kind, key: ['shop', 'de'] };
    const gated = cover([texts], [note({ decision: 'editorial' })]);
    expect(problemsOf(gated)).toEqual([
      ['note-without-reader', { fingerprint: print('1'), locale: 'de' }, 3],
    ]);
    expectDraft(gated);
    expect(cover([texts], [note({ decision: 'editorial', readBy: ' ' })]).problems).toHaveLength(1);
    const read = cover([texts], [note({ decision: 'editorial', readBy: 'R. Vogt' })]);
    expect([read.problems, read.changes[0]?.decided]).toEqual([[], 'editorial']);
  });

  it('when it says that what is removed goes on', () => {
    const gated = cover([removed], [note({ practice: 'continues' })]);
    expect(problemsOf(gated)).toEqual([['note-practice-continues', { fingerprint: print('1') }, 8]]);
    expectDraft(gated);
  });

  it('when another note speaks of the same change, whichever comes first', () => {
    const gated = cover([change()], [note({}, 'One.', 'one'), note({}, 'Two.', 'two')]);
    expect(problemsOf(gated)).toEqual([
      ['note-conflict', { what: print('1'), other: 'changes/two.md' }, 3],
      ['note-conflict', { what: print('1'), other: 'changes/one.md' }, 3],
    ]);
    expect(gated.used).toEqual([]);
    expect(gated.changes[0]).not.toHaveProperty('note');
    const stale = note({ against: 'b'.repeat(64) }, 'Old.', 'old');
    expect(cover([change()], [stale, note()]).changes[0]?.note?.path).toBe('changes/note.md');
    const twice = note({ covers: [print('1'), print('2')] });
    expect(cover([change(), change({ fingerprint: print('2') })], [twice]).problems).toEqual([]);
  });

  it('when it was written against another archive head, which is all that is said of it', () => {
    const gated = cover([change()], [note({ against: 'b'.repeat(64), covers: [print('1'), print('2')] })]);
    const args = { against: 'b'.repeat(12), head: 'a'.repeat(12) };
    expect(problemsOf(gated)).toEqual([['note-stale', args, 5]]);
    expectDraft(gated);
  });

  it('when it is unfinished, with everything that is missing', () => {
    const gated = cover([change()], [note({ reason: undefined, by: undefined }, '')]);
    const missing = ['a reason', 'who decided (by)', 'the words for readers, below the second ---'];
    expect(problemsOf(gated)).toEqual([['note-unfinished', { missing }, 5]]);
    expectDraft(gated);
  });

  const unseen = ['\u200b', '\u3164', '\u2800', '\u0301', '\ue000', '\u{E0041}', '-', '…', '  '];
  const unseenInProse = [
    ...[
      '&nbsp;',
      '<!-- Words. -->',
      '[](https://small.example)',
      '![Words](/a.png)',
      '***',
      '#',
      '```words\n```',
    ],
    ...['[words]: /a', '|  |\n|-|', '> ', '\\', ':data[]'],
  ];
  it.each([...unseen, ...unseenInProse])('when its words are there and nobody can see any: %j', (body) => {
    const gated = cover([change()], [note({}, body)]);
    const missing = ['the words for readers, below the second ---'];
    expect(problemsOf(gated)[0]).toEqual(['note-unfinished', { missing }, 5]);
    expectDraft(gated);
  });

  it.each(unseen)('when nobody can see a reason, or a name: %j', (words) => {
    const gated = cover([change()], [note({ reason: words, by: words })]);
    const missing = ['a reason', 'who decided (by)'];
    expect(problemsOf(gated)[0]).toEqual(['note-unfinished', { missing }, 5]);
    expectDraft(gated);
    expect(note({ override: { reason: words, by: 'counsel' } }).override).toBeUndefined();
    expect(note({ revises: { reason: 'Because.', by: words } }).revises).toBeUndefined();
    expect(note({ readBy: words }).readBy).toBe('');
  });

  it.each(['x', 'xx', 'J.', '7', '42', '\u200bx'])('when a name is that of nobody: %j', (name) => {
    const gated = cover([change()], [note({ by: name })]);
    expect(problemsOf(gated)[0]).toEqual(['note-unfinished', { missing: ['who decided (by)'] }, 5]);
    expectDraft(gated);
    expect(note({ readBy: name }).readBy).toBe('');
    expect(note({ override: { reason: 'Because.', by: name } }).override).toBeUndefined();
  });

  it.each(['王', '김', 'Bo', 'u7', 'ไทย'])('not when somebody has that name: %s', (by) =>
    expect(cover([change()], [note({ by })]).problems).toEqual([]),
  );

  const beside = (
    translation: string,
    front: object = {},
    body = 'You get it within 15 days. We do not sell it.',
  ) =>
    coverChanges(
      [change()],
      {
        notes: [{ ...note(front, body), translations: { de: translation } }],
        head: archiveHead,
        spent: new Set(),
      },
      list,
      'en',
    );

  it.each([
    ['number', 'Sie erhalten es innerhalb von 50 Tagen. Wir verkaufen es nicht.'],
    ['duration', 'Sie erhalten es innerhalb von 15 Wochen. Wir verkaufen es nicht.'],
    ['negation', 'Sie erhalten es innerhalb von 15 Tagen. Wir verkaufen es.'],
    [
      'link',
      'Sie erhalten es [hier](https://small.example/x) innerhalb von 15 Tagen. Wir verkaufen es nicht.',
    ],
    ['length', '15, nicht.'],
  ])('when its words say something else in another language: %s', (what, translation) => {
    const gated = beside(translation);
    const [found] = gated.problems;
    expect([found?.code, found?.place.file]).toEqual(['note-translation-differs', 'changes/note.de.md']);
    expect(found?.args).toMatchObject({ locale: 'de', apart: [{ what }] });
    expectDraft(gated);
    const read = beside(translation, { readBy: 'R. Vogt' });
    expect([read.changes[0]?.draft, read.problems.length]).toEqual([undefined, 1]);
    expect(read.changes[0]?.note).toBeDefined();
  });

  it('not when its words say the same in another language', () =>
    expect(beside('Sie erhalten es innerhalb von fünfzehn Tagen. Wir verkaufen es nicht.').problems).toEqual(
      [],
    ));

  it.each(['记', 'ไทย', '7', '`code`', ':data[contact.email]', '[words](https://small.example)'])(
    'not when somebody can: %s',
    (body) => expect(cover([change()], [note({}, body)]).problems).toEqual([]),
  );

  it.each([
    ['hidden-character', 'We sell\u202e ton od\u202c it.'],
    ['hidden-character', 'We sell it\u200b.'],
    ['raw-html', 'We sell <b>it</b>.'],
    ['raw-html', 'We sell it.\n\n<!-- Not. -->'],
    ['unsafe-link', 'We [sell it](javascript:alert(1)).'],
  ])('when its words hold what no text of a policy may: %s', (code, body) => {
    const gated = cover([change()], [note({}, body)]);
    expect(gated.problems[0]).toMatchObject({ code, place: { file: 'changes/note.md' } });
    expectDraft(gated);
  });

  it('when one of its fingerprints stands for no change', () => {
    const gated = cover([change()], [note({ covers: [print('1'), print('2')] })]);
    expect(problemsOf(gated)).toEqual([['note-unused', { fingerprint: print('2') }, 4]]);
    expectDraft(gated);
  });
});

describe('what a note need not say', () => {
  it('is words for readers, where nothing of what they are told changes', () => {
    expect(cover([review], [note({ decision: 'editorial' }, '')]).problems).toEqual([]);
  });

  it('is what happens in practice, where what is gone said nothing', () => {
    const gone = { ...removed, verdict: 'editorial' } as const;
    expect(cover([gone], [note({ decision: 'editorial' }, '')]).problems).toEqual([]);
  });
});

describe('several notes', () => {
  it('cover what each names', () => {
    const second = change({ fingerprint: print('2') });
    const { changes, used } = cover(
      [change(), second],
      [note({}, 'One.', 'one'), note({ covers: [print('2')], decision: 'consent' }, 'Two.', 'two')],
    );
    expect(changes.map((one) => one.note)).toEqual([
      { path: 'changes/one.md', decision: 'notify' },
      { path: 'changes/two.md', decision: 'consent' },
    ]);
    expect(used.map(({ path }) => path)).toEqual(['changes/one.md', 'changes/two.md']);
  });

  it('that a release used up are passed over, whatever is wrong with them', () => {
    const old = note({ covers: [print('9')] });
    const { changes, problems, used } = cover([change()], [old, note()], old.digests);
    expect(problems).toEqual([]);
    expect(used).toHaveLength(1);
    expect(changes[0]?.note?.path).toBe('changes/note.md');
  });
});

describe('what no fact shows', () => {
  const declared = change({ kind: 'declared', relation: 'change.entry', key: ['changes', 'control'] });
  const declaring = (entry: string): Note => note({ covers: [], declares: [entry] });

  it('is covered by the note that declares it, and by that alone', () => {
    const other = change({ fingerprint: print('2'), key: ['login', 'control'] });
    const { changes, problems } = cover([declared, other], [declaring('control')]);
    expect(problems).toEqual([]);
    expect(changes.map((one) => one.note?.path)).toEqual(['changes/note.md', undefined]);
  });

  it('stays material whatever the note decides', () => {
    const lowered = note({ covers: [], declares: ['control'], decision: 'editorial' });
    expect(cover([declared], [lowered]).changes[0]?.decided).toBe('material');
  });

  it('is declared once, and a note that covers it as well conflicts', () => {
    const gated = cover([declared], [declaring('control'), note({}, 'Words.', 'other')]);
    expect(problemsOf(gated)).toEqual([
      ['note-conflict', { what: 'control', declared: true, other: 'changes/other.md' }, 8],
      ['note-conflict', { what: print('1'), other: 'changes/note.md' }, 3],
    ]);
  });

  it('cannot be declared under an entry that the list does not have', () => {
    const gated = cover([declared], [declaring('merger')]);
    expect(problemsOf(gated)).toEqual([['unknown-reference', { what: 'material-entry', id: 'merger' }, 8]]);
    expect(gated.changes[0]).not.toHaveProperty('note');
    const undeclared = change({ key: ['login', 'control'] });
    expect(cover([undeclared], [declaring('control')]).problems).toHaveLength(1);
  });
});

describe('a note that decides less than what is owed', () => {
  const owed = (owes: Obligation['owes'], evidence?: Obligation['evidence']) =>
    change({
      obligations: [
        { owes, phase: 'before-processing', rests: 'a promise', ...(evidence ? { evidence } : {}) },
      ],
    });

  it.each([
    ['notify', 'express-consent', 'express consent'],
    ['notify', 'separate-consent', 'separate consent'],
    ['notify', 'guardian-consent', 'the consent of a guardian'],
    ['notify', 'prominent-notice', undefined],
    ['notify', 'assessment', undefined],
    ['consent', 'separate-consent', undefined],
    ['consent', 'notice', undefined],
  ] as const)('%s, where %s is owed: %s', (decision, owes, less) => {
    const problems = problemsOf(cover([owed(owes)], [note({ decision })]));
    expect(problems).toEqual(
      less === undefined ? [] : [['note-below-owed', { fingerprint: print('1'), decision, owed: less }, 3]],
    );
  });

  it('is in force when somebody answers for it, and asks for nothing that is only our reading', () => {
    const override = { reason: 'The court ordered it.', by: 'general counsel' };
    expect(cover([owed('express-consent')], [note({ override })]).problems).toEqual([]);
    const noted = (one: Obligation['owes']) =>
      cover([owed(one)], [note({ override })]).changes.map((each) => each.note?.override);
    // Who reads the report sees who answers, and only where something less is decided.
    expect([noted('express-consent'), noted('notice')]).toEqual([[override], [undefined]]);
    expect(cover([owed('express-consent', 'reading')], [note()]).problems).toEqual([]);
    expect(cover([owed('express-consent', 'verified')], [note()]).problems).toHaveLength(1);
  });
});

describe('for whom a note decides', () => {
  const opened = change({ affects: { words: '', readers: [{ region: { in: ['DE', 'SG'] } }] } });
  const covers = (readers: string) => cover([opened], [note({ covers: [`${print('1')}${readers}`] })]);

  it('is everybody where it says nothing, and at least whom the change affects', () => {
    for (const readers of ['', ' for region EU, SG', ' for region except CN'])
      expect(covers(readers).changes[0]?.note).toMatchObject({ decision: 'notify' });
  });

  it('is not whom it does not name', () => {
    for (const [readers, others] of [
      [' for region EU', 'readers in Singapore'],
      [' for region SG & product hats', 'readers in Germany; readers in Singapore who do not use hats'],
      [' for whom it may concern', 'readers in Germany or Singapore'],
    ] as const) {
      const gated = covers(readers);
      expect(problemsOf(gated)).toEqual([
        ['note-other-readers', { fingerprint: print('1'), readers: others }, 3],
      ]);
      expect(gated.changes[0]).toMatchObject({ draft: 'changes/note.md' });
      expect(gated.changes[0]?.note).toBeUndefined();
    }
  });
});

describe('what happens in practice', () => {
  it('is asked where readers were told something, and of nothing that only reaches more of them', () => {
    const audience = { kind: 'audience-widened', relation: 'applies', key: ['shop'] } as const;
    const [gain, lose] = [[{ region: { in: ['SG'] } }], [{ region: { in: ['CN'] } }]];
    const asks = (more: Partial<JudgedChange>): boolean =>
      problemsOf(cover([change({ verdict: 'review', ...more })], [note()])).length > 0;
    expect(asks({ ...audience, affects: { words: '', readers: gain, gain, lose: [] } })).toBe(false);
    expect(asks({ ...audience, affects: { words: '', readers: lose, gain: [], lose } })).toBe(true);
    const gone = { before: change().after, after: null };
    expect(asks({ ...gone, kind: 'recipient-condition-removed', relation: 'recipient.function' })).toBe(
      false,
    );
    expect(asks({ ...gone, kind: 'recipient-condition-narrowed', relation: 'recipient.function' })).toBe(
      true,
    );
  });
});
