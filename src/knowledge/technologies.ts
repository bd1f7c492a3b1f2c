import type { FactRelation } from '../model/relations.ts';
import { naming, saidOf } from './identity.ts';
import { timeToObject } from './listed.ts';
import {
  alongTaxonomy,
  aside,
  became,
  flag,
  orSilent,
  period,
  plain,
  type RelationKnowledge,
  relation,
  type Say,
  unlimited,
} from './meaning.ts';

const provided: Say = (words) => {
  const { key, before, after } = words;
  if (before === 'not stated' || after === 'not stated') return became('the provider')(words);
  return `${key[0]} is now provided by ${after}, and no longer by ${before}.`;
};

/** What changes of cookies, SDKs and the like mean. */
export const technologyKnowledge = {
  technology: relation(
    ['technology-added', 'expands', ({ key }) => `${key[0]} is a new technology in use.`],
    ['technology-removed', 'narrows', ({ key }) => `${key[0]} is no longer in use.`],
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
          ({ key, before, after }) =>
            `${key[0]}: ${before}, who provides it, is now called ${after}; the policy declares it the same company.`,
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
          ['technology-necessary', 'expands', ({ key }) => `${key[0]} can no longer be refused.`],
          ['technology-optional', 'narrows', ({ key }) => `${key[0]} can now be refused.`],
        ),
        {
          of: [true],
          comes: [
            'technology-necessary-stated',
            'expands',
            ({ key }) => `${key[0]}: the policy now says that it cannot be refused.`,
          ],
          goes: [
            'technology-necessary-unstated',
            'narrows',
            ({ key }) => `${key[0]}: the policy no longer says that it cannot be refused.`,
          ],
        },
        {
          of: [false],
          comes: [
            'technology-optional-stated',
            'narrows',
            ({ key }) => `${key[0]}: the policy now says that it can be refused.`,
          ],
          goes: [
            'technology-optional-unstated',
            'expands',
            ({ key }) => `${key[0]}: the policy no longer says that it can be refused.`,
          ],
        },
      ),
      objectWithin: timeToObject('technology'),
      optOut: flag(
        [
          'technology-opt-out-stated',
          'eases',
          ({ key }) => `${key[0]}: the policy now says how to refuse it.`,
        ],
        [
          'technology-opt-out-unstated',
          'restricts',
          ({ key }) => `${key[0]}: the policy no longer says how to refuse it.`,
        ],
      ),
    },
  ),
  'technology.data': relation(
    ['technology-data-added', 'expands', ({ key }) => `${key[0]} now also reads your ${key[1]}.`],
    ['technology-data-removed', 'narrows', ({ key }) => `${key[0]} no longer reads your ${key[1]}.`],
    {},
    { ...alongTaxonomy('technology-data'), ...saidOf('technology-data', 'what it reads', 'your ') },
  ),
  'technology.purpose': relation(
    [
      'technology-purpose-added',
      'expands',
      ({ key }) => `${key[0]} now also serves this purpose: ${key[1]}.`,
    ],
    [
      'technology-purpose-removed',
      'narrows',
      ({ key }) => `${key[0]} no longer serves this purpose: ${key[1]}.`,
    ],
    {},
    saidOf('technology-purposes', 'what it is for'),
  ),
} satisfies Partial<Record<FactRelation, RelationKnowledge>>;
