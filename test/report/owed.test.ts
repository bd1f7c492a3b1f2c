import { expect, it } from 'vitest';
import type { Obligation } from '../../src/diff/obligations.ts';
import { diffReport } from '../../src/report/diff-report.ts';
import { formats } from '../../src/report/formats.ts';
import { owedInShort, owedWords } from '../../src/report/owed.ts';
import { styleFor } from '../../src/report/style.ts';
import { policyOf } from '../properties/policies.ts';
import { compared } from './compared-text.ts';

const channels = 'e-mail, pop-up';
const notice = (rests: string, more: Partial<Obligation> = {}): Obligation => ({
  owes: 'notice',
  phase: 'before-release',
  rests,
  ...more,
});
const prominent = (rests: string, more: Partial<Obligation> = {}): Obligation =>
  notice(rests, { owes: 'prominent-notice', detail: channels, ...more });

it('what is owed is told by place, each article once, what is sure before our reading', () => {
  const china = { to: 'readers in China' };
  const lines = owedWords([
    notice('WP260 para. 29: a change is told', { evidence: 'reading' }),
    prominent('clause told, promise tell'),
    notice('PIPL art. 31(1): a guardian is told', { ...china, evidence: 'reading' }),
    notice('PIPL art. 31(1): a guardian agrees', { ...china, evidence: 'verified' }),
    notice('PIPL art. 30: why is told', { ...china, evidence: 'verified' }),
    notice('PIPL art. 17(1)(2) and 17(2): what is told', { ...china, evidence: 'verified' }),
    prominent('PIPL art. 23: who is told', { ...china, evidence: 'reading' }),
    notice('PIPL art. 14(2): asked again', {
      ...china,
      owes: 'express-consent',
      phase: 'before-processing',
      evidence: 'verified',
    }),
    { owes: 'lead-time', phase: 'before-release', detail: 'P30D', rests: 'clause told' },
    notice('PIPL art. 38: filed', { owes: 'filing', to: 'the authority', evidence: 'verified' }),
  ]);
  expect(lines).toEqual([
    'Owed before release: prominent notice by e-mail, pop-up (promise tell), 30 days ahead (clause told), a filing with the authority (PIPL art. 38), notice (our reading: WP260 para. 29)',
    'Owed to readers in China: before release, notice (PIPL art. 31(1), 30; PIPL art. 17(1)(2) and 17(2)), prominent notice (our reading: PIPL art. 23); before processing, express consent (PIPL art. 14(2))',
  ]);
});

it('a folded change says in short what is owed before, and leaves out what a greater duty has in it', () => {
  const all: readonly Obligation[] = [
    notice('PIPL art. 30: why is told'),
    prominent('clause told, promise tell'),
    notice('PIPL art. 14(2): asked again', { owes: 'express-consent', phase: 'before-processing' }),
    { owes: 'lead-time', phase: 'before-release', detail: 'P30D', rests: 'clause told' },
    { owes: 'notice-record', phase: 'after-release', rests: 'clause told' },
  ];
  expect(owedInShort(all)).toBe('prominent notice, express consent, 30 days ahead');
  expect(owedInShort(all.slice(0, 1))).toBe('notice');
  expect(owedInShort([])).toBe('');
});

it('that no list was promised is left to the remark on why the change is material; all that readers were told is said', () => {
  const instead = 'no list of material changes was promised, and readers were told';
  expect(
    owedWords([
      notice(`${instead} of less data`, { evidence: 'promise' }),
      notice(`${instead} of fewer purposes`, { evidence: 'promise' }),
    ]),
  ).toEqual([
    'Owed before release: notice (readers were told of less data; readers were told of fewer purposes)',
  ]);
});

it('who is owed a notice that stands out by an article is not owed a notice by it as well', () => {
  const duration = 'LGPD art. 8 §6 and 9(II), the duration: the change is told';
  expect(owedWords([notice(duration), prominent(duration), notice('LGPD art. 9(IV): the contact')])).toEqual([
    'Owed before release: prominent notice by e-mail, pop-up (LGPD art. 8 §6 and 9(II), the duration), notice (LGPD art. 9(IV))',
  ]);
});

it('is said once of a text, as soon as a note decides that it is owed', () => {
  const kept = (criterion: string) =>
    policyOf([[{ id: 'kept', kind: 'retention', title: 'Kept', default: true, criterion }]], {
      edition: '2026-12',
      profiles: ['eu-gdpr'],
    });
  const comparison = compared(kept('As long as a court needs it.'), kept('As long as we like.'));
  const told = (isDecided: boolean): string => {
    const changes = comparison.changes.map((change) =>
      isDecided ? { ...change, obligations: change.suggests ?? [] } : change,
    );
    const report = diffReport([{ ...comparison, changes, path: 'shop' }], 'site');
    return String(formats.text(report, styleFor(false)));
  };
  expect(told(false)).toMatch(/If it does, owed/);
  expect(told(true)).toMatch(/^ *Owed .*GDPR art\. 13\(2\)\(a\)/m);
  expect(told(true)).not.toMatch(/If it does, owed/);
});
