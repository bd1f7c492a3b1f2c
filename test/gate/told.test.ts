import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/base/diagnostic.ts';
import { nameless } from '../../src/diff/names.ts';
import type { Obligation } from '../../src/diff/obligations.ts';
import type { GatedChange } from '../../src/gate/cover.ts';
import { channelsOwed, consentOwed, missingBeforeRelease } from '../../src/gate/due.ts';
import { change, note } from './made.ts';

const noted = { path: 'changes/note.md', decision: 'notify' } as const;
const owed = (owes: Obligation['owes'], more: Partial<Obligation> = {}): Obligation => ({
  owes,
  phase: owes === 'express-consent' ? 'before-processing' : 'before-release',
  rests: 'clause changes',
  ...more,
});
const gated = (more: Partial<GatedChange> = {}): GatedChange => ({
  ...change(),
  decided: 'material',
  note: noted,
  ...more,
});
const { note: _, ...open } = gated({ key: ['open'] });
const missing = (changes: readonly GatedChange[]) =>
  missingBeforeRelease(
    changes,
    [note({}, '')],
    { prevailing: 'en', locales: ['en'] },
    { published: '2022-05-20', effective: '2022-06-01' },
  ).map((one) => [one.code, messageOf(one).reason]);

describe('who must be told or asked', () => {
  it('are the users whose consent is owed, and whom a note decides to ask, by function', () => {
    const asked = [
      gated({ key: ['voice', 'x'], obligations: [owed('lead-time'), owed('express-consent')] }),
      gated({ key: ['map'], note: { ...noted, decision: 'consent' } }),
      gated({ key: ['login'], obligations: [owed('express-consent')] }),
      gated({ key: ['login', 'x'], obligations: [owed('express-consent')] }),
      gated({ key: ['search'], obligations: [owed('lead-time')] }),
      open,
    ];
    expect(consentOwed(asked, nameless)).toEqual(['login', 'map', 'voice']);
    const names = {
      ...nameless,
      keyOf: (_: unknown, [id = '']: readonly string[]) => [id === 'map' ? '“While you look …”' : id],
      isTitle: (_: unknown, [id]: readonly string[]) => id === 'login',
    };
    const policy = gated({ key: ['policy', 'eu-gdpr'], note: { ...noted, decision: 'consent' } });
    // What has no title is quoted already, and nobody knows what “policy” is.
    expect(consentOwed([...asked, policy], names)).toEqual([
      'the policy',
      'voice',
      '“While you look …”',
      '“login”',
    ]);
  });

  it('are readers, in every channel named, unless it is only our own reading of a law', () => {
    const told = (...obligations: readonly Obligation[]) => channelsOwed([{ obligations }]);
    expect(told()).toEqual({ owed: false, channels: [] });
    expect(told(owed('notice', { detail: 'sms' }))).toEqual({ owed: false, channels: [] });
    expect(told(owed('prominent-notice'))).toEqual({ owed: true, channels: [] });
    expect(told(owed('prominent-notice', { detail: 'sms', evidence: 'reading' }))).toEqual({
      owed: false,
      channels: [],
    });
    const both = [
      owed('prominent-notice', { detail: 'sms, e-mail' }),
      owed('prominent-notice', { detail: 'e-mail' }),
    ];
    expect(told(...both)).toEqual({ owed: true, channels: ['e-mail', 'sms'] });
  });
});

describe('what a release may lack', () => {
  const words = ['notice-text', 'changes/note.md has no words for readers in en.'];
  const quiet = { verdict: 'review', decided: 'editorial' } as const;

  it('is a decision, on one change or on several', () => {
    const { words: first } = open;
    expect(missing([open, gated(quiet)])).toEqual([
      ['undecided', `one change has no finished change note: ${first}`],
    ]);
    expect(missing([open, open])).toEqual([
      ['undecided', `2 changes have no finished change note: ${first} ${first}`],
    ]);
  });

  it('is words for whatever a notice is owed for, though a note calls it editorial', () => {
    expect(missing([gated()])).toEqual([words]);
    expect(missing([gated(quiet)])).toEqual([]);
    expect(missing([gated({ ...quiet, obligations: [owed('notice')] })])).toEqual([words]);
    expect(
      missing([gated({ ...quiet, obligations: [owed('prominent-notice', { detail: 'sms' })] })]),
    ).toEqual([words]);
    expect(missing([gated({ ...quiet, obligations: [owed('express-consent')] })])).toEqual([]);
    expect(missing([gated({ ...quiet, obligations: [owed('notice', { evidence: 'reading' })] })])).toEqual(
      [],
    );
  });

  it('is a channel for a prominent notice, once, with all that it rests on', () => {
    const law = owed('prominent-notice', { rests: 'a law', evidence: 'verified' });
    const [, channel] = missing([gated({ obligations: [owed('prominent-notice'), law] })]);
    expect(channel).toEqual([
      'notice-channel',
      'a prominent notice is owed (clause changes; a law), and the policy names no channel for it.',
    ]);
    expect(missing([gated({ obligations: [{ ...law, evidence: 'reading' }] })])).toEqual([words]);
  });
});
