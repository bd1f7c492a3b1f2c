import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import { isToBeRead } from '../../src/gate/note-problems.ts';
import { draftNote } from '../../src/gate/write.ts';
import { sideOf, witnesses } from '../diff/witnesses.ts';
import { policyFrom, smallHead } from '../policy.ts';
import { compared } from '../properties/policies.ts';
import { archiveHead } from './made.ts';

const decisionFor = (changes: readonly JudgedChange[]): string =>
  /^decision: (.*)$/m.exec(draftNote(changes, archiveHead).text)?.[1] ?? '';

/**
 * A fact, or words that are the value of one: whether it is a matter of wording only a person can say. A language that
 * is new says nothing new, and somebody has to have read it.
 */
const isOfFact = (change: JudgedChange): boolean =>
  change.verdict !== 'editorial' &&
  (change.table === 'facts' || change.speaksOf !== undefined) &&
  !isToBeRead(change);

/** Every kind of change there is, and its opposite. */
const changesOf = witnesses.flatMap(({ witness }) => {
  const [before, after] = [sideOf(witness, 'before'), sideOf(witness, 'after')];
  return [compared(before, after).changes, compared(after, before).changes];
});

describe('what policyc note proposes', () => {
  it('is never editorial for a fact, nor for the words that are the value of one', () => {
    const facts = changesOf.flat().filter(isOfFact);
    expect(facts.length).toBeGreaterThan(200);
    expect(facts.filter((one) => decisionFor([one]) === 'editorial').map(({ kind }) => kind)).toEqual([]);
  });

  it('is never editorial for words of no fact that touch much, and may be for those that touch little', () => {
    const saying = (text: string) =>
      policyFrom({
        'policy.yaml': smallHead,
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n  - { id: owner, kind: statement, title: Owners, text: ${text} }\n`,
      });
    const decisions = (before: string, after: string) =>
      comparePolicies(saying(before), saying(after)).changes.map((one) => [one.signal, decisionFor([one])]);
    const promised = 'Whoever buys the pool must keep to this policy.';
    expect(decisions(promised, promised.replace('must', 'may'))).toEqual([['high', 'notify']]);
    expect(decisions(promised, promised.replace('policy.', 'policy!'))).toEqual([['low', 'editorial']]);
  });

  it('is never editorial for many of which one is a fact', () => {
    const many = changesOf.map((changes) => changes.filter(({ verdict }) => verdict !== 'editorial'));
    const mixed = many.filter((changes) => changes.some(isOfFact));
    expect(mixed.map(decisionFor)).not.toContain('editorial');
  });
});
