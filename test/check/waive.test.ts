import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/base/diagnostic.ts';
import { formatPlace } from '../../src/base/place.ts';
import { compile } from '../../src/library/compile.ts';
import { smallHead } from '../policy.ts';

const told = (head: string, until: string, reason = 'They are told of elsewhere.') =>
  compile({
    'policy.yaml': head,
    'chapters/main.yaml': `chapter: main
title: Main
clauses:
  - id: a
    kind: recipient
    title: Partners
    form: share
    waive:
      - { rule: recipient-unnamed, reason: ${reason}, until: "${until}" }
`,
  })
    .problems.filter(({ code }) => code === 'bad-format')
    .map((problem) => `${formatPlace(problem.place)} ${messageOf(problem).reason}`);

describe('a day that no calendar has', () => {
  it('is no day until which something is waived', () => {
    expect(told(smallHead, '2027-02-28')).toEqual([]);
    expect(told(smallHead, '2027-02-31')).toEqual([
      'chapters/main.yaml:9:80 2027-02-31 is not a day that exists.',
    ]);
  });

  it('is no day on which somebody answered', () => {
    const head = `${smallHead}answers:
  - { requirement: cn-pipl/P-52, answer: yes, by: M. Denglong, on: "2027-02-31" }
`;
    expect(told(head, '2027-02-28')).toEqual([
      expect.stringMatching(/^policy\.yaml:\d+:\d+ 2027-02-31 is not a day that exists\.$/),
    ]);
  });
});

describe('a reason or a name that nobody can see', () => {
  it.each(['⠀⠀', '"\u0301"', '"--"'])(
    'waives nothing without a word, and nobody answers by it: %s',
    (nothing) => {
      const head = `${smallHead}answers:
  - { requirement: cn-pipl/P-52, answer: yes, by: ${nothing}, on: "2027-02-28" }
`;
      expect(told(head, '2027-02-28', nothing)).toEqual([
        expect.stringContaining('is not a reason that people can read'),
        expect.stringContaining('is not the name of somebody'),
      ]);
    },
  );
});
