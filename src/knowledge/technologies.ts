import type { FactRelation } from '../model/relations.ts';
import { naming, saidOf } from './identity.ts';
import { timeToObject } from './listed.ts';
import {
  alongTaxonomy,
  aside,
  flag,
  orSilent,
  period,
  plain,
  type RelationKnowledge,
  relation,
  unlimited,
} from './meaning.ts';
import { became, unlessSilent } from './say.ts';

const provided = unlessSilent(
  '{0} is now provided by {after}, and no longer by {before}.',
  '{0} no longer says the provider; it was {before}.',
  '{0}: the provider is now {after}; {was}.',
);

/** What changes of cookies, SDKs and the like mean. */
export const technologyKnowledge = {
  technology: relation(
    ['technology-added', 'expands', '{0} is a new technology in use.'],
    ['technology-removed', 'narrows', '{0} is no longer in use.'],
    {
      type: plain('technology-type-changed', became('the kind of technology')),
      provider: naming({
        replaced: ['technology-provider-changed', 'changes', provided],
        first: [
          ['technology-provider-stated', 'eases', provided],
          ['technology-provider-unstated', 'restricts', provided],
        ],
        renamed: [
          'technology-provider-renamed',
          'changes',
          '{0}: {before}, who provides it, is now called {after}; the policy declares it the same company.',
        ],
      }),
      formerName: aside(
        plain('technology-former-name-changed', became('the name that the provider had before')),
      ),
      lifetime: period(
        ['technology-lifetime-lengthened', 'expands', became('the lifetime')],
        ['technology-lifetime-shortened', 'narrows', became('the lifetime')],
        ['technology-lifetime-changed', 'changes', became('the lifetime')],
        { unstated: unlimited },
      ),
      necessary: orSilent(
        flag(
          ['technology-necessary', 'expands', '{0} can no longer be refused.'],
          ['technology-optional', 'narrows', '{0} can now be refused.'],
        ),
        {
          of: [true],
          comes: [
            'technology-necessary-stated',
            'expands',
            '{0}: the policy now says that it cannot be refused.',
          ],
          goes: [
            'technology-necessary-unstated',
            'narrows',
            '{0}: the policy no longer says that it cannot be refused.',
          ],
        },
        {
          of: [false],
          comes: [
            'technology-optional-stated',
            'narrows',
            '{0}: the policy now says that it can be refused.',
          ],
          goes: [
            'technology-optional-unstated',
            'expands',
            '{0}: the policy no longer says that it can be refused.',
          ],
        },
      ),
      objectWithin: timeToObject('technology'),
      optOut: flag(
        ['technology-opt-out-stated', 'eases', '{0}: the policy now says how to refuse it.'],
        ['technology-opt-out-unstated', 'restricts', '{0}: the policy no longer says how to refuse it.'],
      ),
    },
  ),
  'technology.data': relation(
    ['technology-data-added', 'expands', '{0} now also reads your {1}.'],
    ['technology-data-removed', 'narrows', '{0} no longer reads your {1}.'],
    {},
    { ...alongTaxonomy('technology-data'), ...saidOf('technology-data', 'what it reads', 'your ') },
  ),
  'technology.purpose': relation(
    ['technology-purpose-added', 'expands', '{0} now also serves this purpose: {1}.'],
    ['technology-purpose-removed', 'narrows', '{0} no longer serves this purpose: {1}.'],
    {},
    saidOf('technology-purposes', 'what it is for'),
  ),
} satisfies Partial<Record<FactRelation, RelationKnowledge>>;
