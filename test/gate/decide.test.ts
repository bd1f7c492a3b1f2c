import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/base/diagnostic.ts';
import { startOfFile } from '../../src/base/place.ts';
import type { GatedChange } from '../../src/gate/cover.ts';
import { failOnChoices, fails, stops, uncovered } from '../../src/gate/decide.ts';
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

describe('what fails a comparison', () => {
  const error = diagnostic('note-withdrawn', { what: 'x' }, startOfFile('changes/a.md'));
  const warning = { ...error, severity: 'warning' } as const;
  const failing = (changes: readonly GatedChange[], problems: readonly (typeof error | typeof warning)[]) =>
    failOnChoices.filter((choice) => fails({ changes, problems }, choice));

  it('is a change that stops the line', () => {
    expect(failing([gated({ note })], [])).toEqual(['material', 'review', 'any']);
    expect(failing([], [])).toEqual([]);
  });

  it('is an error of notes and archive, unless nothing counts; a warning is none', () => {
    expect(failing([], [error])).toEqual(['uncovered', 'material', 'review', 'any']);
    expect(failing([], [warning])).toEqual([]);
  });
});
