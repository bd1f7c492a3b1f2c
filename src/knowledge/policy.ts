import type { FactRelation } from '../model/relations.ts';
import { aside, plain, type RelationKnowledge, relation, type Say, scale, was } from './meaning.ts';

const counts: Say = ({ key, before, after }) =>
  after === 'not stated'
    ? `Nothing is said any more of whether ${key[0]} counts as sensitive under ${key[1]}; ${was(before)}.`
    : `${key[0]} counts as sensitive under ${key[1]}: ${after}; ${was(before)}.`;

/** What changes of the policy as a whole, of whom things apply to, and of the terms it uses mean. */
export const policyKnowledge = {
  policy: relation(
    ['policy-added', 'changes', () => 'The policy is new.'],
    ['policy-removed', 'changes', () => 'The policy is gone.'],
    {
      id: plain(
        'policy-id-changed',
        ({ before, after }) =>
          `The policy now has the id ${after}; ${was(before)}. The addresses of its pages and its archive go by it.`,
      ),
      edition: plain(
        'edition-changed',
        ({ before, after }) => `The policy is now written with edition ${after}; ${was(before)}.`,
      ),
      prevailing: plain(
        'prevailing-language-changed',
        ({ before, after }) => `The prevailing language is now ${after}; ${was(before)}.`,
      ),
      noun: aside(
        plain('noun-changed', ({ before, after }) =>
          after === 'not stated'
            ? `Pages no longer speak of ${before}, but as each language is used to.`
            : `Pages now speak of ${after}; ${was(before)}.`,
        ),
      ),
      utcOffset: plain(
        'utc-offset-changed',
        ({ before, after }) => `Dates now begin at UTC offset ${after}; ${was(before)}.`,
      ),
    },
  ),
  'policy.locale': relation(
    ['locale-added', 'eases', ({ key }) => `The policy can now also be read in ${key[1]}.`],
    ['locale-removed', 'restricts', ({ key }) => `The policy can no longer be read in ${key[1]}.`],
  ),
  'policy.profile': relation(
    ['profile-added', 'narrows', ({ key }) => `The policy is now held against ${key[1]}.`],
    ['profile-removed', 'expands', ({ key }) => `The policy is no longer held against ${key[1]}.`],
  ),
  'policy.prevails': relation(
    [
      'prevailing-in-added',
      'changes',
      ({ key }) => `For readers in ${key[1]}, the text in ${key[2]} now prevails.`,
    ],
    [
      'prevailing-in-removed',
      'changes',
      ({ key }) => `For readers in ${key[1]}, the text in ${key[2]} no longer prevails.`,
    ],
    {
      language: plain(
        'prevailing-in-changed',
        ({ key, before, after }) =>
          `For readers in ${key[1]}, the text in ${after} now prevails; it was that in ${before}.`,
      ),
    },
  ),
  // Which way it goes is what becomes of the entity for those readers: it is new for them, or gone.
  applies: relation(
    ['audience-widened', 'expands', ({ key, after }) => `${key[0]} now also applies to ${after}.`],
    ['audience-narrowed', 'narrows', ({ key, before }) => `${key[0]} no longer applies to ${before}.`],
    {},
    {
      exchanged: [
        'audience-moved',
        'changes',
        ({ key, before, after }) => `${key[0]} now applies to ${after}, and no longer to ${before}.`,
      ],
    },
  ),
  sensitivity: relation(
    [
      'sensitivity-listed',
      'changes',
      ({ key }) => `${key[0]} is listed with its sensitivity under ${key[1]}.`,
    ],
    [
      'sensitivity-unlisted',
      'changes',
      ({ key }) => `${key[0]} is no longer listed with its sensitivity under ${key[1]}.`,
    ],
    {
      level: scale(
        ['no', 'context', 'yes'],
        ['sensitivity-raised', 'changes', counts],
        ['sensitivity-lowered', 'changes', counts],
        ['sensitivity-changed', 'changes', counts],
      ),
    },
    { derived: true },
  ),
  'term.label': relation(
    ['term-label-added', 'changes', ({ key }) => `The ${key[0]} ${key[1]} now has a name in ${key[2]}.`],
    [
      'term-label-removed',
      'changes',
      ({ key }) => `The ${key[0]} ${key[1]} no longer has a name in ${key[2]}.`,
    ],
    {
      words: plain(
        'term-label-changed',
        ({ key, before, after }) =>
          `The ${key[0]} ${key[1]} is now shown to readers as “${after}”; it was “${before}”.`,
      ),
    },
  ),
  'term.parent': relation(
    [
      'term-parent-added',
      'changes',
      ({ key }) => `The ${key[0]} ${key[1]} now counts as a kind of ${key[2]}.`,
    ],
    [
      'term-parent-removed',
      'changes',
      ({ key }) => `The ${key[0]} ${key[1]} no longer counts as a kind of ${key[2]}.`,
    ],
  ),
} satisfies Partial<Record<FactRelation, RelationKnowledge>>;
