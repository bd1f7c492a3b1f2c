import type { FactRelation } from '../model/relations.ts';
import { saidOf } from './identity.ts';
import { keptPeriod } from './kept.ts';
import {
  alongTaxonomy,
  became,
  choice,
  flag,
  type Half,
  orSilent,
  plain,
  type RelationKnowledge,
  relation,
  type Say,
  scale,
  topmost,
  was,
} from './meaning.ts';

const groundBecame = became('what allows using the sensitive data');

const basisBecame: Say = (words) => became(`the legal basis for ${words.key[1]}`)(words);

/** Ways to get data otherwise than from whom it is about. */
export const elsewhere = ['derived', 'third-party', 'public-sources'];

const gotOtherwise: Say = ({ key, before, after }) =>
  `${key[0]}: how it gets your ${key[1]} is now: ${after}; it was: ${before}.`;

export const stated = (name: string, what: string) =>
  flag(
    [`${name}-stated`, 'eases', ({ key }) => `${key[0]} now says ${what}.`],
    [`${name}-unstated`, 'restricts', ({ key }) => `${key[0]} no longer says ${what}.`],
  );

const merged: Half = [
  'functions-merged',
  'restricts',
  ({ key }) => `${key[1]}, which could be refused by itself, is now part of ${key[0]}.`,
];

/** What changes of functions mean. */
export const functionKnowledge = {
  function: relation(
    ['function-added', 'expands', ({ key }) => `${key[0]} is a new function.`],
    ['function-removed', 'narrows', ({ key }) => `${key[0]} is no longer a function.`],
    {
      tier: orSilent(
        scale(
          ['additional', 'basic'],
          [
            'tier-to-basic',
            'expands',
            ({ key }) => `${key[0]} is now a basic function: whoever refuses it cannot use the service.`,
          ],
          [
            'tier-to-additional',
            'narrows',
            ({ key }) => `${key[0]} is now an additional function: it can be refused freely.`,
          ],
          ['tier-changed', 'changes', became('the tier')],
        ),
        {
          of: ['basic'],
          comes: [
            'tier-basic-stated',
            'expands',
            ({ key }) =>
              `${key[0]} is now a basic function: whoever refuses it cannot use the service. Nothing was said of it.`,
          ],
          goes: [
            'tier-basic-unstated',
            'narrows',
            ({ key }) =>
              `${key[0]} is no longer said to be a basic function, without which the service cannot be used.`,
          ],
        },
        {
          of: ['additional'],
          comes: [
            'tier-additional-stated',
            'narrows',
            ({ key }) =>
              `${key[0]} is now an additional function: it can be refused freely. Nothing was said of it.`,
          ],
          goes: [
            'tier-additional-unstated',
            'expands',
            ({ key }) =>
              `${key[0]} is no longer said to be an additional function, which can be refused freely.`,
          ],
        },
      ),
      keeps: keptPeriod('function-kept-longer', 'function-kept-shorter', 'function-kept-changed'),
      refusal: stated('refusal', 'what happens to those who refuse'),
      optOut: stated('opt-out', 'how to switch it off'),
      'sensitive.necessity': stated('necessity', 'why the sensitive data is necessary'),
      'sensitive.impact': stated('impact', 'how using the sensitive data affects people'),
      'sensitive.protection': stated('protection', 'how the sensitive data is protected'),
      'sensitive.ground': choice(
        'explicit-consent',
        ['sensitive-ground-to-consent', 'eases', groundBecame],
        ['sensitive-ground-from-consent', 'restricts', groundBecame],
        ['sensitive-ground-changed', 'changes', groundBecame],
      ),
      automated: flag(
        [
          'automated-decision-added',
          'expands',
          ({ key }) => `${key[0]} now decides by itself, without a person.`,
        ],
        [
          'automated-decision-removed',
          'narrows',
          ({ key }) => `${key[0]} no longer decides without a person.`,
        ],
      ),
      'automated.logic': stated('automated-logic', 'how it decides'),
      'automated.effect': stated('automated-effect', 'what its decisions mean for people'),
      'automated.review': stated('automated-review', 'how to have a person look at a decision'),
      personalised: flag(
        ['personalisation-added', 'expands', ({ key }) => `${key[0]} is now personalised.`],
        ['personalisation-removed', 'narrows', ({ key }) => `${key[0]} is no longer personalised.`],
      ),
      'personalised.off': stated('personalisation-off', 'how to get results that are not personalised'),
    },
  ),
  'function.purpose': relation(
    ['purpose-added', 'expands', ({ key }) => `${key[0]} now also serves this purpose: ${key[1]}.`],
    ['purpose-removed', 'narrows', ({ key }) => `${key[0]} no longer serves this purpose: ${key[1]}.`],
    {
      basis: choice(
        'consent',
        ['basis-to-consent', 'eases', basisBecame],
        ['basis-from-consent', 'restricts', basisBecame],
        ['basis-changed', 'changes', basisBecame],
      ),
      interest: stated('interest', 'which legitimate interest it pursues'),
    },
    saidOf('purposes', 'what it is for'),
  ),
  'function.data': relation(
    ['data-added', 'expands', ({ key }) => `${key[0]} now also uses your ${key[1]}.`],
    ['data-removed', 'narrows', ({ key }) => `${key[0]} no longer uses your ${key[1]}.`],
    {
      required: orSilent(
        flag(
          [
            'data-required',
            'expands',
            ({ key }) => `${key[0]} now requires your ${key[1]}; it was optional.`,
          ],
          [
            'data-optional',
            'narrows',
            ({ key }) => `${key[0]} no longer requires your ${key[1]}; it is optional.`,
          ],
        ),
        {
          of: [true],
          comes: [
            'data-required-stated',
            'expands',
            ({ key }) => `${key[0]} now says that it requires your ${key[1]}.`,
          ],
          goes: [
            'data-required-unstated',
            'narrows',
            ({ key }) => `${key[0]} no longer says that it requires your ${key[1]}.`,
          ],
        },
        {
          of: [false],
          comes: [
            'data-optional-stated',
            'narrows',
            ({ key }) => `${key[0]} now says that your ${key[1]} is optional.`,
          ],
          goes: [
            'data-optional-unstated',
            'expands',
            ({ key }) => `${key[0]} no longer says that your ${key[1]} is optional.`,
          ],
        },
      ),
      public: flag(
        ['public-display-added', 'expands', ({ key }) => `${key[0]} now shows your ${key[1]} to the public.`],
        [
          'public-display-removed',
          'narrows',
          ({ key }) => `${key[0]} no longer shows your ${key[1]} to the public.`,
        ],
      ),
      source: orSilent(
        topmost(
          elsewhere,
          ['source-to-elsewhere', 'expands', gotOtherwise],
          ['source-from-elsewhere', 'narrows', gotOtherwise],
          ['source-changed', 'changes', gotOtherwise],
        ),
        {
          of: ['provided', 'observed', 'staff'],
          comes: [
            'source-stated',
            'eases',
            ({ key, after }) => `${key[0]} now says how it gets your ${key[1]}: ${after}.`,
          ],
          goes: [
            'source-unstated',
            'restricts',
            ({ key, before }) => `${key[0]} no longer says how it gets your ${key[1]}; ${was(before)}.`,
          ],
        },
        {
          of: elsewhere,
          comes: [
            'source-elsewhere-stated',
            'expands',
            ({ key, after }) =>
              `${key[0]} now says that it gets your ${key[1]} otherwise than from you: ${after}.`,
          ],
          goes: [
            'source-elsewhere-unstated',
            'narrows',
            ({ key, before }) =>
              `${key[0]} no longer says that it gets your ${key[1]} otherwise than from you; ${was(before)}.`,
          ],
        },
      ),
      method: plain('method-changed', ({ key, before, after }) =>
        after === 'not stated'
          ? `${key[0]} no longer says how your ${key[1]} is collected; ${was(before)}.`
          : `${key[0]} now collects your ${key[1]} ${after}; ${before === 'not stated' ? was(before) : `it did so ${before}`}.`,
      ),
      from: stated('data-origin', 'where the data comes from'),
    },
    { ...alongTaxonomy('data'), ...saidOf('data', 'what it uses', 'your ') },
  ),
  'function.data.purpose': relation(
    [
      'data-purpose-added',
      'expands',
      ({ key }) => `${key[0]} now uses your ${key[1]} for this as well: ${key[2]}.`,
    ],
    [
      'data-purpose-removed',
      'narrows',
      ({ key }) => `${key[0]} no longer uses your ${key[1]} for this: ${key[2]}.`,
    ],
  ),
  'function.permission': relation(
    ['permission-added', 'expands', ({ key }) => `${key[0]} now asks for the ${key[1]}.`],
    ['permission-removed', 'narrows', ({ key }) => `${key[0]} no longer asks for the ${key[1]}.`],
    {
      trigger: flag(
        [
          'trigger-stated',
          'narrows',
          ({ key }) => `${key[0]} now says which act of yours makes it use the ${key[1]}.`,
        ],
        [
          'trigger-unstated',
          'expands',
          ({ key }) => `${key[0]} no longer says which act of yours makes it use the ${key[1]}.`,
        ],
      ),
    },
  ),
  'function.requires': relation(
    ['requirement-added', 'restricts', ({ key }) => `${key[0]} now also requires ${key[1]}.`],
    ['requirement-removed', 'eases', ({ key }) => `${key[0]} no longer requires ${key[1]}.`],
  ),
  'function.merged': relation(
    merged,
    merged,
    {},
    { onlyComes: 'a split leaves readers every choice that they had, and is recorded as structure' },
  ),
} satisfies Partial<Record<FactRelation, RelationKnowledge>>;
