import type { FactRelation } from '../model/relations.ts';
import { aside, plain, type RelationKnowledge, relation, scale } from './meaning.ts';
import { unlessSilent } from './say.ts';

const counts = unlessSilent(
  '{0} counts as sensitive under {1}: {after}; {was}.',
  'Nothing is said any more of whether {0} counts as sensitive under {1}; {was}.',
);

/** What changes of the policy as a whole, of whom things apply to, and of the terms it uses mean. */
export const policyKnowledge = {
  policy: relation(
    ['policy-added', 'changes', 'The policy is new.'],
    ['policy-removed', 'changes', 'The policy is gone.'],
    {
      id: plain(
        'policy-id-changed',
        'The policy now has the id {after}; {was}. The addresses of its pages and its archive go by it.',
      ),
      edition: plain('edition-changed', 'The policy is now written with edition {after}; {was}.'),
      prevailing: plain('prevailing-language-changed', 'The prevailing language is now {after}; {was}.'),
      noun: aside(
        plain(
          'noun-changed',
          unlessSilent(
            'Pages now speak of {after}; {was}.',
            'Pages no longer speak of {before}, but as each language is used to.',
          ),
        ),
      ),
      utcOffset: plain('utc-offset-changed', 'Dates now begin at UTC offset {after}; {was}.'),
    },
  ),
  'policy.locale': relation(
    ['locale-added', 'eases', 'The policy can now also be read in {1}.'],
    ['locale-removed', 'restricts', 'The policy can no longer be read in {1}.'],
  ),
  'policy.profile': relation(
    ['profile-added', 'narrows', 'The policy is now held against {1}.'],
    ['profile-removed', 'expands', 'The policy is no longer held against {1}.'],
  ),
  'policy.prevails': relation(
    ['prevailing-in-added', 'changes', 'For readers in {1}, the text in {2} now prevails.'],
    ['prevailing-in-removed', 'changes', 'For readers in {1}, the text in {2} no longer prevails.'],
    {
      language: plain(
        'prevailing-in-changed',
        'For readers in {1}, the text in {after} now prevails; it was that in {before}.',
      ),
    },
  ),
  // Which way it goes is what becomes of the entity for those readers: it is new for them, or gone.
  applies: relation(
    ['audience-widened', 'expands', '{0} now also applies to {after}.'],
    ['audience-narrowed', 'narrows', '{0} no longer applies to {before}.'],
    {},
    {
      exchanged: ['audience-moved', 'changes', '{0} now applies to {after}, and no longer to {before}.'],
    },
  ),
  sensitivity: relation(
    ['sensitivity-listed', 'changes', '{0} is listed with its sensitivity under {1}.'],
    ['sensitivity-unlisted', 'changes', '{0} is no longer listed with its sensitivity under {1}.'],
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
    ['term-label-added', 'changes', 'The {0} {1} now has a name in {2}.'],
    ['term-label-removed', 'changes', 'The {0} {1} no longer has a name in {2}.'],
    {
      words: plain(
        'term-label-changed',
        'The {0} {1} is now shown to readers as “{after}”; it was “{before}”.',
      ),
    },
  ),
  'term.parent': relation(
    ['term-parent-added', 'changes', 'The {0} {1} now counts as a kind of {2}.'],
    ['term-parent-removed', 'changes', 'The {0} {1} no longer counts as a kind of {2}.'],
  ),
} satisfies Partial<Record<FactRelation, RelationKnowledge>>;
