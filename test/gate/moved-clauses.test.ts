import { describe, expect, it } from 'vitest';
import type { MaterialList } from '../../src/diff/judge.ts';
import { coverChanges } from '../../src/gate/cover.ts';
import { coverMovedClauses } from '../../src/gate/cover-moved-clauses.ts';
import { uncovered } from '../../src/gate/decide.ts';
import { inOtherPolicy } from '../../src/gate/moved-clause.ts';
import type { Note } from '../../src/gate/note.ts';
import { archiveHead, change, note } from './made.ts';

const list: MaterialList = {
  entries: [{ clause: 'changes', id: 'service', words: 'Words.' }],
  owes: [{ owes: 'lead-time', phase: 'before-release', rests: 'clause changes', detail: 'P30D' }],
};
const said = inOtherPolicy(change(), 'other', '../other');
const onIt = (more: Partial<Note>) => note({ covers: [said.fingerprint], ...more });
const gated = (notes: readonly Note[]) =>
  coverChanges([], { notes, head: archiveHead, spent: new Set() }, list);
const held = (notes: readonly Note[]) => coverMovedClauses(gated(notes), list, [said]);

describe('what a clause says that went to another policy', () => {
  it('is not decided without a note', () => {
    const { changes, problems } = held([]);
    expect(problems).toEqual([]);
    expect(uncovered(changes).map(({ words }) => words)).toEqual([said.words]);
  });

  it('is decided by a note that does what is owed', () => {
    const { changes, problems, used } = held([onIt({ decision: 'consent' })]);
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([
      { words: said.words, decided: 'material', note: { decision: 'consent' } },
    ]);
    expect(used).toHaveLength(1);
  });

  it('is never editorial, where it is material', () => {
    const { changes, problems } = held([onIt({ decision: 'editorial' })]);
    expect(problems.map(({ code }) => code)).toEqual(['note-lowers-material']);
    expect(uncovered(changes)).toHaveLength(1);
  });

  it('is known from the notes alone where no other policy can be asked, and owes what any material change owes', () => {
    const { changes, problems } = gated([onIt({ decision: 'consent' })]);
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([{ kind: 'said-elsewhere', decided: 'material', obligations: list.owes }]);
    expect(gated([onIt({ decision: 'editorial' })]).changes).toMatchObject([{ decided: 'editorial' }]);
  });

  it('is held against what is said there now: what is said no more is covered by nothing, unless a version was released since', () => {
    const before = gated([onIt({ decision: 'consent' })]);
    const { changes, problems } = coverMovedClauses(before, list, []);
    expect([changes, problems.map(({ code }) => code)]).toEqual([[], ['note-unused']]);
    expect(coverMovedClauses(before, list, [], 'versions')).toMatchObject({ problems: [], changes: [{}] });
  });

  it('of the target is its backlog, and what the request decides about it is the request’s', () => {
    const inherited = { ...said, inherited: 'undecided' as const };
    expect(uncovered(coverMovedClauses(gated([]), list, [inherited]).changes)).toEqual([]);
    const decided = coverMovedClauses(gated([onIt({ decision: 'consent' })]), list, [inherited]);
    expect(decided.changes[0]?.inherited).toBeUndefined();
  });
});
