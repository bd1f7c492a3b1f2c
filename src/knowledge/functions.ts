import type { FactRelation } from '../model/relations.ts';
import { saidOf } from './identity.ts';
import { keptPeriod } from './kept.ts';
import {
  alongTaxonomy,
  choice,
  flag,
  type Half,
  orSilent,
  plain,
  type RelationKnowledge,
  relation,
  scale,
  stated,
  topmost,
} from './meaning.ts';
import { became, unlessSilent } from './say.ts';

const groundBecame = became('what allows using the sensitive data');

const basisBecame = became('the legal basis for {1}');

/** Ways to get data otherwise than from whom it is about. */
export const elsewhere = ['derived', 'third-party', 'public-sources'];

const gotOtherwise = '{0}: how it gets your {1} is now: {after}; it was: {before}.';

const merged: Half = [
  'functions-merged',
  'restricts',
  '{1}, which could be refused by itself, is now part of {0}.',
];

/** What changes of functions mean. */
export const functionKnowledge = {
  function: relation(
    ['function-added', 'expands', '{0} is a new function.'],
    ['function-removed', 'narrows', '{0} is no longer a function.'],
    {
      tier: orSilent(
        scale(
          ['additional', 'basic'],
          [
            'tier-to-basic',
            'expands',
            '{0} is now a basic function: whoever refuses it cannot use the service.',
          ],
          ['tier-to-additional', 'narrows', '{0} is now an additional function: it can be refused freely.'],
          ['tier-changed', 'changes', became('the tier')],
        ),
        {
          of: ['basic'],
          comes: [
            'tier-basic-stated',
            'expands',
            '{0} is now a basic function: whoever refuses it cannot use the service. Nothing was said of it.',
          ],
          goes: [
            'tier-basic-unstated',
            'narrows',
            '{0} is no longer said to be a basic function, without which the service cannot be used.',
          ],
        },
        {
          of: ['additional'],
          comes: [
            'tier-additional-stated',
            'narrows',
            '{0} is now an additional function: it can be refused freely. Nothing was said of it.',
          ],
          goes: [
            'tier-additional-unstated',
            'expands',
            '{0} is no longer said to be an additional function, which can be refused freely.',
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
        ['automated-decision-added', 'expands', '{0} now decides by itself, without a person.'],
        ['automated-decision-removed', 'narrows', '{0} no longer decides without a person.'],
      ),
      'automated.logic': stated('automated-logic', 'how it decides'),
      'automated.effect': stated('automated-effect', 'what its decisions mean for people'),
      'automated.review': stated('automated-review', 'how to have a person look at a decision'),
      personalised: flag(
        ['personalisation-added', 'expands', '{0} is now personalised.'],
        ['personalisation-removed', 'narrows', '{0} is no longer personalised.'],
      ),
      'personalised.off': stated('personalisation-off', 'how to get results that are not personalised'),
    },
  ),
  'function.purpose': relation(
    ['purpose-added', 'expands', '{0} now also serves this purpose: {1}.'],
    ['purpose-removed', 'narrows', '{0} no longer serves this purpose: {1}.'],
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
    ['data-added', 'expands', '{0} now also uses your {1}.'],
    ['data-removed', 'narrows', '{0} no longer uses your {1}.'],
    {
      required: orSilent(
        flag(
          ['data-required', 'expands', '{0} now requires your {1}; it was optional.'],
          ['data-optional', 'narrows', '{0} no longer requires your {1}; it is optional.'],
        ),
        {
          of: [true],
          comes: ['data-required-stated', 'expands', '{0} now says that it requires your {1}.'],
          goes: ['data-required-unstated', 'narrows', '{0} no longer says that it requires your {1}.'],
        },
        {
          of: [false],
          comes: ['data-optional-stated', 'narrows', '{0} now says that your {1} is optional.'],
          goes: ['data-optional-unstated', 'expands', '{0} no longer says that your {1} is optional.'],
        },
      ),
      public: flag(
        ['public-display-added', 'expands', '{0} now shows your {1} to the public.'],
        ['public-display-removed', 'narrows', '{0} no longer shows your {1} to the public.'],
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
          comes: ['source-stated', 'eases', '{0} now says how it gets your {1}: {after}.'],
          goes: ['source-unstated', 'restricts', '{0} no longer says how it gets your {1}; {was}.'],
        },
        {
          of: elsewhere,
          comes: [
            'source-elsewhere-stated',
            'expands',
            '{0} now says that it gets your {1} otherwise than from you: {after}.',
          ],
          goes: [
            'source-elsewhere-unstated',
            'narrows',
            '{0} no longer says that it gets your {1} otherwise than from you; {was}.',
          ],
        },
      ),
      method: plain(
        'method-changed',
        unlessSilent(
          '{0} now collects your {1} {after}; it did so {before}.',
          '{0} no longer says how your {1} is collected; {was}.',
          '{0} now collects your {1} {after}; {was}.',
        ),
      ),
      from: stated('data-origin', 'where the data comes from'),
    },
    { ...alongTaxonomy('data'), ...saidOf('data', 'what it uses', 'your ') },
  ),
  'function.data.purpose': relation(
    ['data-purpose-added', 'expands', '{0} now uses your {1} for this as well: {2}.'],
    ['data-purpose-removed', 'narrows', '{0} no longer uses your {1} for this: {2}.'],
  ),
  'function.permission': relation(
    ['permission-added', 'expands', '{0} now asks for the {1}.'],
    ['permission-removed', 'narrows', '{0} no longer asks for the {1}.'],
    {
      trigger: stated('trigger', 'which act of yours makes it use the {1}', 'narrows'),
    },
  ),
  'function.requires': relation(
    ['requirement-added', 'restricts', '{0} now also requires {1}.'],
    ['requirement-removed', 'eases', '{0} no longer requires {1}.'],
  ),
  'function.merged': relation(
    merged,
    merged,
    {},
    { onlyComes: 'a split leaves readers every choice that they had, and is recorded as structure' },
  ),
} satisfies Partial<Record<FactRelation, RelationKnowledge>>;
