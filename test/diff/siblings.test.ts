import { describe, expect, it } from 'vitest';
import { floorsOf } from '../../src/diff/floors.ts';
import { doesFor } from '../../src/diff/owed.ts';
import { asksFor, type Facet } from '../../src/knowledge/facet.ts';

/**
 * The same thing can be written of a recipient, of an entry of its list, of a technology or of an entry of that list;
 * what the law asks must not depend on where it is written. Every pair owes the same acts, unless a reason stands here.
 */
const floors = floorsOf('2026-12');

type Event = Pick<Facet, 'on' | 'direction'>;
const added: Event = { on: 'added', direction: 'expands' };
const grows: Event = { on: 'changed', direction: 'expands' };
/** Of a promise, what it no longer speaks of: more may be done. */
const dropped: Event = { on: 'removed', direction: 'expands' };
const changes: Event = { on: 'changed', direction: 'changes' };
const shrinks: Event = { on: 'changed', direction: 'restricts' };

const pairs: readonly (readonly [one: string, other: string, event: Event])[] = [
  ['recipient', 'recipient.listed', added],
  ['technology', 'technology.listed', added],
  ['recipient.listed', 'technology.listed', added],
  ['recipient.data', 'recipient.listed.data', added],
  ['technology.data', 'technology.listed.data', added],
  ['recipient.purpose', 'recipient.listed.purpose', added],
  ['technology.purpose', 'technology.listed.purpose', added],
  ['recipient.country', 'recipient.listed.country', added],
  ['recipient.listed.country', 'technology.listed.country', added],
  ['recipient.country', 'retention.country', added],
  ['recipient.name', 'recipient.listed.name', changes],
  ['recipient.listed.name', 'recipient.listed.provider', changes],
  ['technology.provider', 'technology.listed.provider', changes],
  ['recipient.listed.provider', 'technology.listed.provider', changes],
  ['recipient.form', 'recipient.listed.role', grows],
  ['recipient.listed.role', 'technology.listed.role', grows],
  ['function.optOut', 'technology.optOut', shrinks],
  ['function.keeps', 'recipient.keeps', grows],
  ['recipient.keeps', 'recipient.listed.keeps', grows],
  ['recipient.keeps', 'recipient.listed.keeps', changes],
  ['recipient.listed.keeps', 'technology.listed.keeps', grows],
  ['technology.lifetime', 'technology.listed.lifetime', grows],
  ['recipient.function', 'recipient.listed.product', grows],
  ['commitment.data', 'commitment.function', dropped],
  ['commitment.data', 'commitment.recipient', dropped],
];

/** What one of a pair owes and the other does not: which profile and act, and why that is right. */
const apart: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'recipient.listed > recipient': {
    'us-ca-ccpa prominent-notice':
      'of an entry under a recipient to whom data is sold; a recipient that is new is a sale itself',
    'us-co-cpa express-consent':
      'of an entry under a recipient to whom data is sold; a recipient that is new is a sale itself',
  },
  'recipient.listed > technology.listed': {
    'eu-gdpr consent': 'a technology states no ground that it rests on',
    'cn-gbt35273-2020 express-consent': 'a technology states no ground that it rests on',
    'ca-qc-private-sector express-consent': 'whether its provider decides itself is not stated',
    'uk-gdpr-2025 consent': 'a technology states no ground that it rests on',
    'us-co-cpa express-consent': 'a technology cannot state that data is sold',
    'us-ca-ccpa assessment': 'sensitive data that it reads is new data by itself',
    'eu-gdpr prominent-notice': 'a technology has no category of recipients that could be new',
    'us-ca-ccpa prominent-notice': 'a technology cannot state that data is sold',
    'br-lgpd prominent-notice':
      'that its provider shares the use of data is our reading, which owes a notice',
  },
  'recipient.listed.provider > technology.listed.provider': Object.fromEntries(
    ['us-ca-ccpa notice', 'br-lgpd notice', 'uk-gdpr-2025 notice'].map((act) => [
      act,
      'a provider in another’s place owes all that a new one does; under a new name it is the same',
    ]),
  ),
  'retention.country > recipient.country': {
    'us-ca-ccpa notice':
      'whatever changes of how long data is kept is told; where a recipient sits is not asked',
  },
  'function.keeps > recipient.keeps': {
    'us-ca-ccpa notice': 'what is told is how long the business itself keeps data',
  },
  'recipient.country > retention.country': Object.fromEntries(
    ['us-co-cpa notice', 'us-mn-mcdpa prominent-notice'].map((act) => [
      act,
      'keeping data in a country gives it to nobody else',
    ]),
  ),
};

/** The acts that a facet may owe, by profile, whatever the entity is. */
function actsFor(name: string, event: Event): readonly string[] {
  const facet = { name, ...event };
  const under = floors.filter(({ watches, material, exactly }) =>
    watches.some((watch) => asksFor(watch, facet) && (!(material || exactly) || watch.watch === name)),
  );
  return [
    ...new Set(under.map(({ profile, owes, unlisted }) => `${unlisted ? 'unlisted' : profile} ${owes}`)),
  ];
}

function isOwed(act: string, acts: readonly string[]): boolean {
  const [profile, owes = ''] = act.split(' ');
  return acts.some((one) => one.split(' ')[0] === profile && doesFor(one.split(' ')[1] ?? '', owes));
}

describe('what the law asks does not depend on where a fact is written', () => {
  const found = pairs.flatMap(([one, other, event]) =>
    [
      [one, other],
      [other, one],
    ].flatMap(([first = '', second = '']) => {
      const acts = actsFor(second, event);
      return actsFor(first, event)
        .filter((act) => !isOwed(act, acts))
        .map((act) => ({ pair: `${first} > ${second}`, act }));
    }),
  );

  it('for any pair that is not told apart with a reason', () => {
    expect(found.filter(({ pair, act }) => apart[pair]?.[act] === undefined)).toEqual([]);
  });

  it('and every reason is one that is needed', () => {
    const needed = new Set(found.map(({ pair, act }) => `${pair}: ${act}`));
    const written = Object.entries(apart).flatMap(([pair, acts]) =>
      Object.keys(acts).map((act) => `${pair}: ${act}`),
    );
    expect(written.filter((one) => !needed.has(one))).toEqual([]);
  });
});
