import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, workingDaysBetween } from '../../src/base/date.ts';
import { messageOf } from '../../src/base/diagnostic.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { nameless } from '../../src/diff/names.ts';
import { compareWithNotes } from '../../src/gate/compare.ts';
import { consentOwed, missingBeforeRelease } from '../../src/gate/due.ts';
import { longestLead } from '../../src/gate/lead.ts';
import { readNotes } from '../../src/gate/note.ts';
import type { Policy } from '../../src/model/policy.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';
import { policyFrom, smallHead } from '../policy.ts';

const clauses = (rules: string, more: string): string => `chapter: main
title: Main
clauses:
  - { id: changes, kind: change, title: Changes, ${rules} }
${more}`;
const policy = (rules: string, more: string, head = smallHead): Policy =>
  policyFrom({ 'policy.yaml': head, 'chapters/main.yaml': clauses(rules, more) });
const list = 'material: [{ id: rights, words: Rights., watches: [right] }]';
const hours = (text: string): string =>
  `  - { id: hours, kind: statement, title: Hours, text: ${text} }\n  - { id: desk, kind: contact, title: Desk, channel: phone, address: "1" }\n`;
const desk = (number: string): string => hours('Nine to five.').replace('"1"', `"${number}"`);

/** What a release lacks after one note on all that changed, and which codes say so. */
function lacking(
  base: Policy,
  head: Policy,
  decision: string,
  dates = { published: '2026-11-02', effective: '2026-11-30' },
  body = 'We say so.',
) {
  const covers = comparePolicies(base, head)
    .changes.filter(({ verdict }) => verdict !== 'editorial')
    .map(({ fingerprint }) => fingerprint);
  const text = `---\ncovers: [${covers.join(', ')}]\nagainst: none\n${decision}\nreason: A test.\nby: us\n---\n${body}\n`;
  const { notes } = readNotes(snapshotOf([['changes/all.md', new TextEncoder().encode(text)]]));
  const { changes, used, problems } = compareWithNotes(base, head, {
    notes,
    head: 'none',
    spent: new Set(),
  });
  return { changes, problems, missing: missingBeforeRelease(changes, used, head, dates) };
}

const codes = ({ missing }: ReturnType<typeof lacking>): string[] => missing.map(({ code }) => code);

describe('working days', () => {
  const slowly = (from: string, to: string): number => {
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
      if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) count++;
    }
    return count;
  };
  const starts = Array.from({ length: 7 }, (_, day) => addDays('2026-11-02', day));

  it.each(starts)(
    'from %s are counted as one would on a calendar, and lead to the first day that has them',
    (from) => {
      for (let days = 0; days < 30; days++) {
        const to = addDays(from, days);
        expect(workingDaysBetween(from, to)).toBe(slowly(from, to));
        const reached = addWorkingDays(from, days);
        expect(slowly(from, reached)).toBe(days);
        if (days > 0) expect(slowly(from, addDays(reached, -1))).toBe(days - 1);
      }
    },
  );

  it('are none before the first', () => {
    expect(workingDaysBetween('2026-11-30', '2026-11-02')).toBe(0);
  });
});

describe('the time promised ahead of a material change', () => {
  const right = (fee: string): string =>
    `${hours('Nine.')}  - { id: copy, kind: right, title: Copy, right: copy, channels: [desk], fee: ${fee}, answerWithin: P5D, method: Ask. }\n`;
  const [before, after] = [right('none'), right('cost-based')];
  const lead = (rules: string, effective: string) =>
    lacking(policy(`${rules}, ${list}`, before), policy(`${rules}, ${list}`, after), 'decision: notify', {
      published: '2026-11-02',
      effective,
    }).missing.map((one) => ({ code: one.code, ...messageOf(one) }));

  it('counts every day, or working days, as the policy says, and says how', () => {
    expect(lead('leadTime: P10D', '2026-11-12')).toEqual([]);
    expect(lead('leadTime: P10D, days: working', '2026-11-16')).toEqual([]);
    expect(lead('leadTime: P10D, days: working', '2026-11-13')).toEqual([
      {
        code: 'lead-time',
        reason:
          'readers were promised 10 working days between publication and effect of a material change; 2026-11-02 to 2026-11-13 is 9 working days (Monday to Friday are counted; public holidays are not known, so leave room for them).',
        fix: 'Choose --effective 2026-11-16 or later.',
      },
    ]);
  });

  it('of a month is the longest that a month can be', () => {
    expect(lead('leadTime: P1M', '2026-12-03')).toEqual([]);
    expect(lead('leadTime: P1M', '2026-12-02')).toMatchObject([
      {
        reason: expect.stringContaining('is 30 days (every day is counted, and the period as 31 days'),
        fix: expect.stringContaining('2026-12-03'),
      },
    ]);
  });

  const owes = (detail: string, days?: 'working') =>
    ({
      owes: 'lead-time',
      phase: 'before-release',
      detail,
      rests: 'clause a',
      ...(days ? { days } : {}),
    }) as const;

  it('is the one kept last, when several are promised', () => {
    const dates = { published: '2026-11-02', effective: '2026-11-03' };
    const longest = longestLead(
      [{ obligations: [owes('P10D')] }, { obligations: [owes('P9D', 'working')] }],
      dates,
    );
    expect(longest).toMatchObject({ words: '9 working days', earliest: '2026-11-13' });
    expect(longestLead([{ obligations: [owes('P12D'), owes('P8D', 'working')] }], dates)?.words).toBe(
      '12 days',
    );
    expect(longestLead([{ obligations: [] }], dates)).toBeUndefined();
  });

  it.each(['P9999Y', `P${'9'.repeat(400)}D`, `P${'9'.repeat(30)}Y`, `P${'9'.repeat(300)}D`])(
    'that no date keeps is kept by none, and the last one is as near as any: %.9s',
    (period) => {
      for (const days of [undefined, 'working'] as const) {
        const dates = { published: '2026-11-02', effective: '2026-11-03' };
        const longest = longestLead([{ obligations: [owes(period, days)] }], dates);
        expect([longest?.kept, longest?.earliest]).toEqual([false, '9999-12-31']);
      }
    },
  );

  it('holds for the version that cuts it', () => {
    const found = lacking(
      policy(`leadTime: P30D, ${list}`, before),
      policy(list, before),
      'decision: notify\npractice: ceased',
    );
    expect(codes(found)).toEqual(['notice-channel', 'lead-time']);
  });
});

describe('a change that a note raises to an entry of the list', () => {
  const rules = `leadTime: P30D, prominent: [announcement], ${list}`;
  const base = policy(rules, hours('Nine to five.'));
  const head = policy(rules, hours('Ten to five.'));

  it('owes what the entry owes: to be told there, and in time', () => {
    const raised = lacking(base, head, 'decision: raised\nentry: rights');
    expect(codes(raised)).toEqual(['lead-time']);
    expect(raised.changes[0]).toMatchObject({
      verdict: 'review',
      decided: 'material',
      note: { decision: 'raised', entry: 'rights' },
      obligations: [
        { owes: 'prominent-notice', detail: 'announcement' },
        { owes: 'lead-time', detail: 'P30D' },
        { owes: 'notice-record', phase: 'after-release' },
      ],
    });
  });

  it('owes it as well when the note only says that readers are told, and nothing when it is editorial', () => {
    expect(codes(lacking(base, head, 'decision: notify'))).toEqual(['lead-time']);
    expect(lacking(base, head, 'decision: editorial')).toMatchObject({
      changes: [{ obligations: [] }],
      missing: [],
    });
  });

  it('asks for consent where the note does', () => {
    expect(consentOwed(lacking(base, head, 'decision: consent').changes, nameless)).toEqual(['hours']);
    expect(consentOwed(lacking(base, head, 'decision: raised\nentry: rights').changes, nameless)).toEqual([]);
  });

  it('needs an entry that there is', () => {
    const { problems, missing } = lacking(base, head, 'decision: raised\nentry: right');
    expect(problems.map(({ code, args }) => [code, args])).toEqual([
      ['unknown-reference', { what: 'material-entry', id: 'right', nearest: 'rights' }],
    ]);
    expect(missing.map(({ code }) => code)).toEqual(['undecided']);
  });
});

describe('a notice that is owed', () => {
  const gdpr = smallHead.replace('cn-pipl', 'eu-gdpr');
  const renamed = gdpr.replace('Small Ltd', 'Large Ltd');

  it('prominently needs a place where readers see it', () => {
    const found = (rules: string) =>
      lacking(policy(rules, '', gdpr), policy(rules, '', renamed), 'decision: notify');
    expect(found(`prominent: [announcement], ${list}`).missing).toEqual([]);
    expect(found(list).missing.map((one) => ({ code: one.code, ...messageOf(one) }))).toEqual([
      {
        code: 'notice-channel',
        reason:
          'a prominent notice is owed (WP260 para. 29: always tell who the controller is), and the policy names no channel for it.',
        fix: 'Name where readers will see it, in a clause of kind change: prominent: [announcement, e-mail].',
      },
    ]);
  });

  it('is not done by a note that calls the change editorial; our own reading of a law asks for no more', () => {
    const silent = (profile: string) => {
      const head = smallHead.replace('cn-pipl', profile);
      const decision = 'decision: editorial';
      return lacking(policy(list, desk('1'), head), policy(list, desk('2'), head), decision, undefined, '');
    };
    const { problems, missing } = silent('cn-pipl');
    expect(problems.map(({ code, args }) => [code, args])).toMatchObject([
      ['note-below-owed', { decision: 'editorial', owed: 'notice' }],
    ]);
    expect(missing.map(({ code }) => code)).toEqual(['undecided']);
    expect(silent('eu-gdpr')).toMatchObject({ problems: [], missing: [] });
  });
});
