import { describe, expect, it } from 'vitest';
import { compareWithNotes } from '../../src/gate/compare.ts';
import type { Note } from '../../src/gate/note.ts';
import type { Policy } from '../../src/model/policy.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';
import { archiveHead, change, note, print } from './made.ts';

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

  it('knows what a note raises a change to owes, and adds no change for it', () => {
    const announcing = { ...rules, leadTime: 'P30D' };
    const [before, after] = [policyOf([[announcing]]), policyOf([[{ ...announcing, text: 'More.' }]])];
    const [text] = compareWithNotes(before, after, inForce([])).changes;
    const raising = note({ covers: [text?.fingerprint], decision: 'raised', entry: 'control' });
    const { changes, verdict, problems } = compareWithNotes(before, after, inForce([raising]));
    expect(problems).toEqual([]);
    expect(verdict).toBe('review');
    expect(changes).toMatchObject([
      { kind: 'text-added', decided: 'material', obligations: [{ owes: 'lead-time', detail: 'P30D' }] },
    ]);
  });

  it('takes in what no policy shows, in its place', () => {
    const [gate, editorial] = [
      change({ kind: 'gate-weakened', verdict: 'review', fingerprint: print('7') }),
      change({ kind: 'gate-touched', verdict: 'editorial', fingerprint: print('8') }),
    ];
    const { changes, verdict } = compareWithNotes(policy, policy, inForce([declaring]), [editorial, gate]);
    expect(verdict).toBe('material');
    expect(changes.map(({ kind }) => kind)).toEqual(['declared', 'gate-weakened', 'gate-touched']);
    expect(compareWithNotes(policy, policy, inForce([]), [gate]).verdict).toBe('review');
  });

  it('does not hear of a declaration that a release used up', () => {
    const spent = inForce([declaring], declaring.digests);
    expect(compareWithNotes(policy, policy, spent)).toMatchObject({
      verdict: 'none',
      changes: [],
      problems: [],
    });
  });

  it('is material where what readers still have becomes the new one in a single step, by whatever steps it was written', () => {
    const kept = (more: object): Policy =>
      policyOf([[{ id: 'logs', kind: 'retention', title: 'Logs', period: 'P20Y', ...more }]], {
        edition: '2026-12',
      });
    const [had, between, last] = [kept({ atLeast: 'P1D' }), kept({}), kept({ atLeast: 'P10Y' })];
    expect(compareWithNotes(had, last, inForce([])).verdict).toBe('material');
    expect(compareWithNotes(had, between, inForce([])).verdict).toBe('review');
    expect(compareWithNotes(between, last, inForce([])).verdict).toBe('review');
    const { verdict, changes } = compareWithNotes(between, last, inForce([]), [], [had]);
    expect(verdict).toBe('material');
    expect(changes).toMatchObject([{ decided: 'material', obligations: [{ owes: 'notice' }, {}] }]);
  });

  it('is of the last step alone in what the single step says no more of, or says less gravely', () => {
    const kept = (more: object, text?: string): Policy =>
      policyOf([[{ id: 'logs', kind: 'retention', title: 'Logs', period: 'P20Y', text, ...more }]], {
        edition: '2026-12',
      });
    const [had, between] = [kept({ atLeast: 'P1D' }, 'We keep logs.'), kept({}, 'We keep logs')];
    // A text beside what the single step makes material, and one that the single step changes in its spaces alone.
    const last = kept({ atLeast: 'P10Y' }, 'We  keep logs.');
    expect(compareWithNotes(had, last, inForce([])).changes).toMatchObject([
      { relation: 'retention', verdict: 'material' },
      { relation: 'prose', verdict: 'editorial' },
    ]);
    expect(compareWithNotes(between, last, inForce([]), [], [had]).changes).toMatchObject([
      { relation: 'retention', verdict: 'material' },
      { relation: 'prose', verdict: 'review' },
    ]);
  });
});
