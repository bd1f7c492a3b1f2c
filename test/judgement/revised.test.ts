import { describe, expect, it } from 'vitest';
import { type Contents, codesOf, edited, headOf, judged, released, sample, without } from './states.ts';

/** What a request makes of decisions that its target had taken. */

const about = 'chapters/about.yaml';
const base = released(sample('shop'));
const against = headOf(base);
const two = edited(
  edited(base, about, 'P15D', 'P20D'),
  about,
  'method: Write to us.',
  'method: Write to us about it.',
);
const kinds = new Map(judged(two, base).changes.map((one) => [one.kind, one.fingerprint]));
const slower = kinds.get('right-answer-slower') ?? '';
const words = kinds.get('text-changed') ?? '';

const front = (covers: string, ...lines: readonly string[]): string =>
  ['---', `covers: [${covers}]`, `against: ${against}`, ...lines, '---', ''].join('\n');
const decided = ['decision: consent', 'reason: Because.', 'by: counsel'];
const target: Contents = {
  ...two,
  'changes/slower.md': `${front(slower, ...decided)}We take longer.\n`,
  'changes/slower.de.md': 'Es dauert länger.\n',
  'changes/words.md': `${front(words, 'decision: raised', 'entry: rights', 'reason: It is one.', 'by: board')}Other words.\n`,
};
const judge = (request: Contents) => judged(request, target);

it('a request that leaves them alone passes, and so does one that writes the same under another name', () => {
  expect([codesOf(judge(target)), judge(target).fails()]).toEqual([[], false]);
  const { 'changes/slower.md': text = '', 'changes/slower.de.md': german = '', ...rest } = target;
  const moved = { ...rest, 'changes/later.md': text, 'changes/later.de.md': german };
  expect([codesOf(judge(moved)), judge(moved).fails()]).toEqual([[], false]);
});

describe('a decision of the target', () => {
  it.each([
    ['that is less', 'changes/slower.md', 'consent', 'notify', 'it decided consent, and now notify'],
    ['of another person', 'changes/slower.md', 'counsel', 'me', 'by was “counsel”'],
    ['for another reason', 'changes/slower.md', 'Because.', 'Why not.', 'reason was “Because.”'],
    ['in other words', 'changes/slower.md', 'longer', 'less', 'it has other words for readers'],
    ['in other words in one language', 'changes/slower.de.md', 'länger', 'kürzer', 'words for readers in de'],
    ['under another entry', 'changes/words.md', 'entry: rights', 'entry: contact', 'entry was “rights”'],
    ['under none', 'changes/words.md', 'raised\nentry: rights', 'notify', 'entry was “rights”'],
    [
      'that somebody overrides',
      'changes/slower.md',
      'by: counsel',
      'by: counsel\noverride: { reason: Hurry, by: me }',
      'somebody answers for less (me)',
    ],
  ])('%s is told, and stops the request', (_, path, from, to, what) => {
    const found = judge(edited(target, path, from, to));
    expect([codesOf(found), found.fails()]).toEqual([['error note-revised'], true]);
    expect(JSON.stringify(found.problems[0]?.args)).toContain(what);
  });

  it('without its words in a language, or under another name with others, is told', () => {
    expect(codesOf(judge(without(target, 'changes/slower.de.md')))).toEqual(['error note-revised']);
    const other = {
      ...without(target, 'changes/slower.md', 'changes/slower.de.md'),
      'changes/mine.md': `${front(slower, 'decision: notify', 'reason: R.', 'by: me')}Faster!\n`,
    };
    expect(codesOf(judge(other))).toEqual(['error note-revised']);
  });

  it('that is gone leaves its change without one', () => {
    const found = judge(without(target, 'changes/slower.md', 'changes/slower.de.md'));
    expect([codesOf(found), found.fails()]).toEqual([[], true]);
  });

  it('may be put into another by somebody who answers for it, and is told', () => {
    const answered = 'by: counsel\nrevises: { reason: No consent is owed, by: the board }';
    const weaker = edited(target, 'changes/slower.md', 'consent', 'notify');
    const found = judge(edited(weaker, 'changes/slower.md', 'by: counsel', answered));
    expect([codesOf(found), found.fails()]).toEqual([['warning note-revised'], false]);
  });

  it('is answered for each time: what somebody answered for before answers for nothing more', () => {
    const answered = 'by: counsel\nrevises: { reason: It was too much, by: the board }';
    const had = edited(target, 'changes/slower.md', 'by: counsel', answered);
    const weaker = edited(had, 'changes/slower.md', 'consent', 'notify');
    expect([codesOf(judged(weaker, had)), judged(weaker, had).fails()]).toEqual([
      ['error note-revised'],
      true,
    ]);
    const anew = edited(weaker, 'changes/slower.md', 'It was too much', 'It still is');
    expect(codesOf(judged(anew, had))).toEqual(['warning note-revised']);
    const back = edited(edited(had, about, 'P20D', 'P15D'), 'changes/slower.md', `[${slower}]`, '[]');
    expect(codesOf(judged(back, had))).toEqual(['error note-withdrawn']);
  });

  it('may be made more of', () => {
    const more = {
      ...target,
      'changes/slower.fr.md': 'Plus long.\n',
      'changes/words.de.md': 'Andere Worte.\n',
    };
    expect([codesOf(judge(more)), judge(more).fails()]).toEqual([[], false]);
  });

  it('is not lost by changing the same place once more', () => {
    const again = edited(target, about, 'about it.', 'about that.');
    const print = judged(again, base).changes.find(({ kind }) => kind === 'text-changed')?.fingerprint ?? '';
    const found = judge({
      ...again,
      'changes/words.md': `${front(print, 'decision: editorial', 'reason: R.', 'by: me')}`,
    });
    expect(codesOf(found)).toContain('error note-revised');
    const kept = judge({
      ...again,
      'changes/words.md': `${front(print, 'decision: raised', 'entry: rights', 'reason: R.', 'by: me')}Words.\n`,
    });
    expect([codesOf(kept), kept.fails()]).toEqual([[], false]);
  });
});

describe('a change that the target had decided and not released', () => {
  const slowerNotes = ['changes/slower.md', 'changes/slower.de.md'];
  const asBefore = edited(target, about, 'P20D', 'P15D');

  it.each([
    ['with its note', without(asBefore, ...slowerNotes)],
    ['with all notes and changes', { ...base }],
  ])('does not go without a word when a request takes it back: %s', (_, request) => {
    const found = judge(request);
    expect(codesOf(found)).toContain('error note-withdrawn');
    expect([found.fails(), found.verdict]).toEqual([true, 'review']);
  });

  it('may be taken back by somebody who answers for it, in its note, and is told', () => {
    const answer = 'by: counsel\nrevises: { reason: It stays as it was., by: the board }';
    const kept = edited(
      edited(asBefore, 'changes/slower.md', `covers: [${slower}]`, 'covers: []'),
      'changes/slower.md',
      'by: counsel',
      answer,
    );
    const found = judge(kept);
    expect([codesOf(found), found.fails()]).toEqual([['warning note-withdrawn'], false]);
    // Once that is merged, there is nothing left to take back.
    expect(codesOf(judged(kept, kept))).toEqual([]);
    expect(codesOf(judged(without(kept, ...slowerNotes), kept))).toEqual([]);
  });

  it('is told beside what else is changed there, and not where the same is changed once more', () => {
    const other = edited(asBefore, about, 'method: Write to us about it.', 'method: Write.');
    const beside = judge(without(other, ...slowerNotes));
    expect(codesOf(beside)).toContain('warning note-withdrawn');
    expect(beside.fails()).toBe(true);
    const more = judge(without(edited(target, about, 'P20D', 'P30D'), ...slowerNotes));
    expect([codesOf(more), more.fails()]).toEqual([[], true]);
  });
});
