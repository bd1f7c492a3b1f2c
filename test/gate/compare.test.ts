import { describe, expect, it } from 'vitest';
import { compareWithNotes, declaredIn } from '../../src/gate/compare.ts';
import type { Note } from '../../src/gate/note.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';
import { archiveHead, note } from './made.ts';

const rules: ClauseObject = {
  id: 'changes',
  kind: 'change',
  title: 'Changes',
  material: [{ id: 'control', words: 'Who is responsible.', watches: ['party'] }],
};
const policy = policyOf([[rules]]);
const other = policyOf([[{ ...rules, text: 'More.' }]]);
const declaring = note({ covers: [], declares: ['control'] });
const inForce = (notes: readonly Note[], spent: readonly string[] = []) => ({
  notes,
  head: archiveHead,
  spent: new Set(spent),
});

describe('a comparison with the notes on it', () => {
  it('is material as soon as a note declares what no fact shows', () => {
    const { verdict, changes, problems, used } = compareWithNotes(policy, policy, inForce([declaring]));
    expect(verdict).toBe('material');
    expect(problems).toEqual([]);
    expect(used).toEqual([declaring]);
    expect(changes).toMatchObject([
      { kind: 'declared', decided: 'material', note: { path: 'changes/note.md' } },
    ]);
  });

  it('is what the comparison says otherwise', () => {
    expect(compareWithNotes(policy, policy, inForce([])).verdict).toBe('none');
    const { verdict, changes, compared } = compareWithNotes(policy, other, inForce([]));
    expect(verdict).toBe('review');
    expect(changes).toMatchObject([{ kind: 'text-added', decided: 'review' }]);
    expect(compared.texts).toBe(other.prose.length);
  });

  it('does not hear of a declaration that a release used up', () => {
    const spent = inForce([declaring], declaring.digests);
    expect(declaredIn(spent)).toEqual([]);
    expect(declaredIn(inForce([declaring]))).toEqual(['control']);
    expect(compareWithNotes(policy, policy, spent)).toMatchObject({
      verdict: 'none',
      changes: [],
      problems: [],
    });
  });
});
