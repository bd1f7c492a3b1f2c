import { describe, expect, it } from 'vitest';
import type { GatedChange } from '../../src/gate/cover.ts';
import { failOnChoices, stops, uncovered } from '../../src/gate/decide.ts';
import { change } from './made.ts';

const note = { path: 'changes/note.md', decision: 'notify' } as const;
const gated = (more: Partial<GatedChange>): GatedChange => ({ ...change(), decided: 'material', ...more });

/** A change, and which choices of `--fail-on` it stops. */
const cases: readonly (readonly [name: string, change: GatedChange, stopped: readonly string[]])[] = [
  ['material, nobody decided', gated({}), ['uncovered', 'material', 'review', 'any']],
  ['material, decided', gated({ note }), ['material', 'review', 'any']],
  ['review, nobody decided', gated({ verdict: 'review', decided: 'review' }), ['uncovered', 'review', 'any']],
  ['review, called editorial', gated({ verdict: 'review', decided: 'editorial', note }), ['review', 'any']],
  ['review, raised', gated({ verdict: 'review', note }), ['material', 'review', 'any']],
  ['editorial', gated({ verdict: 'editorial', decided: 'editorial' }), ['any']],
  ['the backlog of the target', gated({ inherited: 'undecided' }), []],
];

describe('which changes stop the line', () => {
  it.each(cases)('%s', (_, one, stopped) => {
    expect(failOnChoices.filter((choice) => stops([one], choice))).toEqual(stopped);
    expect(uncovered([one])).toEqual(stopped.includes('uncovered') ? [one] : []);
  });

  it('one among many is enough, and none stop nothing', () => {
    const all = cases.map(([, one]) => one);
    expect(failOnChoices.filter((choice) => stops(all, choice))).toEqual([
      'uncovered',
      'material',
      'review',
      'any',
    ]);
    expect(failOnChoices.filter((choice) => stops([], choice))).toEqual([]);
    expect(stops(all, 'none')).toBe(false);
  });
});
