import { describe, expect, it } from 'vitest';
import { type ClauseObject, policyOf } from '../properties/policies.ts';
import { comparedText } from './compared-text.ts';

const reportOn = (
  before: readonly ClauseObject[],
  after: readonly ClauseObject[],
  more: object = {},
): string => comparedText(policyOf([before], more), policyOf([after], more));

const statement = (id: string, text: string): ClauseObject => ({ id, kind: 'statement', title: id, text });

describe('a comparison as text', () => {
  it('does not bury one added “not” under a hundred typos', () => {
    const typos = Array.from({ length: 100 }, (_, index) => `typo-${index}`);
    const before = typos.map((id) => statement(id, 'We anser every leter.'));
    const after = typos.map((id) => statement(id, 'We answer every letter.'));
    const at = 60;
    before.splice(at, 0, statement('sale', 'We may sell hats.'));
    after.splice(at, 0, statement('sale', 'We may not sell hats.'));
    const lines = reportOn(before, after).split('\n');
    const start = lines.findIndex((line) => line.startsWith('REVIEW'));
    expect(lines.slice(start, start + 6).join('\n')).toContain('“may sell” became “may not sell”');
    expect(lines.filter((line) => line.includes('“We anser every leter.” became'))).toHaveLength(100);
    expect(lines.length).toBeLessThan(230);
  });

  it('puts first what readers lose, and what is done more, then the rest', () => {
    const login: ClauseObject = {
      id: 'login',
      kind: 'function',
      title: 'Signing in',
      tier: 'basic',
      purposes: ['account.registration'],
    };
    const text = reportOn(
      [{ ...login, refusal: 'You can browse.' }, statement('a', 'We knit hats.')],
      [{ ...login, personalised: {}, optOut: 'Settings.' }, statement('a', 'We sell hats.')],
    );
    const at = (part: string): number => text.indexOf(part);
    const order = [
      'More is done with data, or readers can do less:',
      'is now personalised',
      'Less is done with data, or readers can do more:',
      'now says how to switch it off',
      'Texts to read first:',
      '“We knit hats.” became “We sell hats.”',
    ].map(at);
    expect(order.every((place) => place > 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(at('no longer says what happens to those who refuse')).toBeLessThan(order[2] ?? 0);
  });

  it('says which facts or languages did not change along with a text', () => {
    const orders = (text: string): ClauseObject => ({
      id: 'orders',
      kind: 'retention',
      title: 'Orders',
      default: true,
      period: 'P1Y',
      text,
    });
    const told = reportOn([orders('We keep them one year.')], [orders('We keep them ten years.')]);
    expect(told).toContain('No fact of this clause changed');
    expect(told).not.toContain('no other language');
    const both = reportOn(
      [orders('We keep them one year.')],
      [{ ...orders('We keep them ten years.'), period: 'P10Y' }],
      { locales: ['en', 'zh-CN'] },
    );
    expect(both).not.toContain('No fact of this clause changed');
    expect(both).toContain('Only English changed, no other language.');
  });

  it('never says that more was assessed than was', () => {
    const told = reportOn([statement('a', 'We knit hats.')], [statement('a', 'We sell hats.')]);
    expect(told.trimEnd().split('\n').at(-1)).toMatch(
      /^Review\. 0 material changes among the facts; .*what 1 changed text means is not assessed\.$/,
    );
    expect(reportOn([statement('a', 'Hats.')], [statement('a', 'Hats.')])).not.toContain('assessed');
  });
});
