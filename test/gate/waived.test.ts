import { describe, expect, it } from 'vitest';
import { noSettings, type Settings } from '../../src/gate/settings.ts';
import { changesOfSettings, settingsFor } from '../../src/gate/settings-changes.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';

function waiving(...waivers: readonly string[]): Settings {
  const clause = `chapter: main\ntitle: A\nclauses:\n  - id: help\n    waive: [${waivers.join(', ')}]\n`;
  return settingsFor(noSettings, snapshotOf([['chapters/main.yaml', new TextEncoder().encode(clause)]]));
}

const told = (base: Settings, head: Settings) =>
  changesOfSettings(base, head, 'policyc.yaml').map(({ kind, verdict, words }) => [kind, verdict, words]);

const forEver = '{ rule: no-contact, reason: r }';
const until = (day: string): string => `{ rule: no-contact, reason: r, until: "${day}" }`;

describe('a finding that is waived', () => {
  it.each([
    ['newly', waiving(), waiving(forEver), 'waived; it was not waived'],
    [
      'newly, until a day',
      noSettings,
      waiving(until('2027-01-31')),
      'waived until 2027-01-31; it was not waived',
    ],
    [
      'for longer',
      waiving(until('2027-01-31')),
      waiving(until('2027-02-01')),
      'waived until 2027-02-01; it was waived until 2027-01-31',
    ],
    ['for ever', waiving(until('2027-01-31')), waiving(forEver), 'waived; it was waived until 2027-01-31'],
  ])('%s is a change to review', (_, base, head, words) => {
    expect(told(base, head)).toEqual([
      ['gate-weakened', 'review', `What the rule no-contact finds in help is now ${words}.`],
    ]);
  });

  const answering = (answer: string, by = 'counsel'): ReturnType<typeof waiving> => {
    const answers = `answers:\n  - { requirement: cn-pipl/P-52, answer: "${answer}", by: ${by}, on: "2026-01-01" }\n`;
    return settingsFor(noSettings, snapshotOf([['policy.yaml', new TextEncoder().encode(answers)]]));
  };

  it.each([
    ['not-applicable', 'waived'],
    ['yes', 'answered with yes'],
  ])('is told of a legal requirement that is newly answered with %s', (answer, words) => {
    expect(told(waiving(), answering(answer))).toEqual([
      [
        'gate-weakened',
        'review',
        `What the rule cn-pipl/P-52 finds in policy is now ${words}; it was not waived.`,
      ],
    ]);
    expect(told(answering(answer), waiving())).toEqual([]);
    expect(told(answering(answer), answering(answer))).toEqual([]);
  });

  it.each([
    ['by somebody else', answering('yes', 'a lawyer'), 'yes, by a lawyer', 'yes, by counsel'],
    ['otherwise', answering('not-applicable'), 'not-applicable, by counsel', 'yes, by counsel'],
  ])('is told of an answer that is now given %s', (_, head, is, was) => {
    const said = `The answer to cn-pipl/P-52 is now ${is}; it was ${was}.`;
    expect(told(answering('yes'), head)).toEqual([['gate-weakened', 'review', said]]);
  });

  it('is told of a waiver that stands for another reason, and not of one that is only set in other spaces', () => {
    const why = (reason: string): Settings => waiving(`{ rule: no-contact, reason: "${reason}" }`);
    const said = 'The reason for the waiver of help no-contact is now counsel agreed; it was it is new.';
    expect(told(why('it is new'), why('counsel agreed'))).toEqual([['gate-weakened', 'review', said]]);
    expect(told(why('it is new'), why(' it  is new'))).toEqual([]);
  });

  it('is not told that a requirement is found not to be met', () => {
    expect(told(waiving(), answering('no'))).toEqual([]);
  });

  it.each([
    ['as before', waiving(forEver), waiving(forEver)],
    ['no more', waiving(forEver), waiving()],
    ['for less long', waiving(forEver), waiving(until('2027-01-31'))],
    ['until an earlier day', waiving(until('2027-01-31')), waiving(until('2027-01-30'))],
  ])('%s is none', (_, base, head) => {
    expect(told(base, head)).toEqual([]);
  });
});
