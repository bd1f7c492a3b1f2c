import type { FactRelation } from '../model/relations.ts';
import { saidOf } from './identity.ts';
import { keptPeriod, orRuled } from './kept.ts';
import {
  alongTaxonomy,
  choice,
  flag,
  number,
  orSilent,
  period,
  plain,
  type RelationKnowledge,
  relation,
  scale,
  stated,
  unlimited,
} from './meaning.ts';
import { kept } from './promises.ts';
import { became, unlessSilent } from './say.ts';

const within = (what: string, when: string) =>
  unlessSilent(`{0}: ${what} within {after}; {was}.`, `{0} no longer says ${when}; it was within {before}.`);

const ended = '{0}: at the end data is {after}; {was}.';

const answers = within('we answer', 'when we answer');

const answer = (name: string) =>
  period(
    [`${name}-answer-slower`, 'restricts', answers],
    [`${name}-answer-faster`, 'eases', answers],
    [`${name}-answer-changed`, 'changes', became('the time to answer')],
    { unstated: unlimited },
  );

const days = (name: string) =>
  scale(
    ['calendar', 'working'],
    [`${name}-days-working`, 'restricts', '{0}: days now count working days only.'],
    [`${name}-days-calendar`, 'eases', '{0}: days now count every day.'],
    [`${name}-days-changed`, 'changes', became('how days are counted')],
  );

/** What changes of keeping, protecting, rights, children and contact mean. */
export const peopleKnowledge = {
  retention: relation(
    ['retention-added', 'changes', '{0} is a new rule for how long data is kept.'],
    ['retention-removed', 'changes', '{0} no longer says how long data is kept.'],
    {
      default: flag(
        ['retention-default-added', 'changes', '{0} now covers all data without a rule of its own.'],
        ['retention-default-removed', 'changes', '{0} no longer covers data without a rule of its own.'],
      ),
      period: orRuled(keptPeriod('retention-lengthened', 'retention-shortened', 'retention-period-changed')),
      atLeast: period(
        ['retention-minimum-longer', 'expands', became('the least time that data is kept')],
        ['retention-minimum-shorter', 'narrows', became('the least time that data is kept')],
        ['retention-minimum-changed', 'changes', became('the least time that data is kept')],
      ),
      criterion: flag(
        ['retention-criterion-stated', 'changes', '{0} now gives a rule for how long data is kept.'],
        ['retention-criterion-unstated', 'changes', '{0} no longer gives a rule for how long data is kept.'],
      ),
      // No period begins before the data is there; of two later days nobody can say which comes first.
      start: choice(
        'collection',
        ['retention-start-earliest', 'narrows', became('the start of the period')],
        ['retention-start-later', 'expands', became('the start of the period')],
        ['retention-start-changed', 'changes', became('the start of the period')],
      ),
      expiry: orSilent(
        // What is put away is still there.
        choice(
          'archived',
          ['retention-end-archived', 'expands', ended],
          ['retention-archive-ended', 'narrows', ended],
          ['retention-expiry-changed', 'changes', ended],
        ),
        {
          of: ['deleted', 'anonymised', 'returned'],
          comes: ['retention-end-stated', 'narrows', '{0} now says that at the end data is {after}.'],
          goes: ['retention-end-unstated', 'expands', '{0} no longer says that at the end data is {before}.'],
        },
        {
          of: ['archived'],
          comes: ['retention-archive-stated', 'expands', '{0} now says that at the end data is archived.'],
          goes: [
            'retention-archive-unstated',
            'narrows',
            '{0} no longer says that at the end data is archived.',
          ],
        },
      ),
    },
  ),
  'retention.data': relation(
    ['retention-data-added', 'changes', '{0} now also covers your {1}.'],
    ['retention-data-removed', 'changes', '{0} no longer covers your {1}.'],
    {},
    alongTaxonomy('retention-data', ['changes', 'changes']),
  ),
  'retention.function': relation(
    ['retention-function-added', 'changes', '{0} now also covers {1}.'],
    ['retention-function-removed', 'changes', '{0} no longer covers {1}.'],
  ),
  'retention.purpose': relation(
    ['retention-purpose-added', 'changes', '{0} now also covers data kept for {1}.'],
    ['retention-purpose-removed', 'changes', '{0} no longer covers data kept for {1}.'],
  ),
  'retention.country': relation(
    ['storage-country-added', 'expands', '{0}: data is now also stored in {1}.'],
    ['storage-country-removed', 'narrows', '{0}: data is no longer stored in {1}.'],
    {},
    saidOf('storage-countries', 'where data is stored'),
  ),
  security: relation(
    ['security-added', 'narrows', '{0} is a new statement on security.'],
    ['security-removed', 'expands', '{0} is no longer stated.'],
    {
      breachNotice: period(
        ['breach-notice-slower', 'restricts', within('a breach is told', 'when a breach is told')],
        ['breach-notice-faster', 'eases', within('a breach is told', 'when a breach is told')],
        ['breach-notice-changed', 'changes', became('the time to tell of a breach')],
        { unstated: unlimited },
      ),
    },
  ),
  'security.measure': relation(
    ['security-measure-added', 'narrows', '{0} now includes {1}.'],
    ['security-measure-removed', 'expands', '{0} no longer includes {1}.'],
  ),
  right: relation(
    ['right-added', 'eases', '{0} is a new right.'],
    ['right-removed', 'restricts', '{0} is no longer a right.'],
    {
      right: plain('right-changed', became('the right')),
      answerWithin: answer('right'),
      days: days('right'),
      fee: orSilent(
        scale(
          ['none', 'excessive-only', 'cost-based'],
          ['right-fee-raised', 'restricts', became('the fee')],
          ['right-fee-lowered', 'eases', became('the fee')],
          ['right-fee-changed', 'changes', became('the fee')],
        ),
        {
          of: ['none', 'excessive-only'],
          comes: ['right-free-stated', 'eases', '{0} now says what it costs: {after}.'],
          goes: ['right-free-unstated', 'restricts', '{0} no longer says what it costs; {was}.'],
        },
        {
          of: ['cost-based'],
          comes: ['right-fee-stated', 'restricts', '{0} now says what it costs: {after}.'],
          goes: ['right-fee-unstated', 'eases', '{0} no longer says what it costs; {was}.'],
        },
      ),
      method: stated('right-method', 'how to use it'),
      verification: stated('right-verification', 'how whoever asks shows who they are', 'changes'),
      limits: flag(
        ['right-limits-added', 'restricts', '{0} now has limits.'],
        ['right-limits-removed', 'eases', '{0} no longer has limits.'],
      ),
    },
  ),
  'right.also': relation(
    ['right-also-added', 'eases', '{0} is now also a right {1}.'],
    ['right-also-removed', 'restricts', '{0} is no longer a right {1}.'],
  ),
  'right.ground': relation(
    ['right-ground-added', 'restricts', '{0} can now also be refused for this: {1}.'],
    ['right-ground-removed', 'eases', '{0} can no longer be refused for this: {1}.'],
  ),
  'right.channel': relation(
    ['right-channel-added', 'eases', '{0} can now also be used through {1}.'],
    ['right-channel-removed', 'restricts', '{0} can no longer be used through {1}.'],
  ),
  minors: relation(
    ['minors-rule-added', 'narrows', '{0} is a new rule for children.'],
    ['minors-rule-removed', 'expands', '{0} is no longer a rule for children.'],
    {
      age: number(
        ['minors-age-raised', 'narrows', became('the age bound')],
        ['minors-age-lowered', 'expands', became('the age bound')],
        ['minors-age-changed', 'changes', became('the age bound')],
      ),
      inclusive: flag(
        ['minors-age-inclusive', 'narrows', '{0} now covers the age itself.'],
        ['minors-age-exclusive', 'expands', '{0} no longer covers the age itself.'],
      ),
      guardianConsent: flag(
        ['guardian-consent-added', 'narrows', '{0}: a guardian must now consent.'],
        ['guardian-consent-removed', 'expands', '{0}: a guardian need no longer consent.'],
      ),
      rules: kept('minors-rules', 'the document with rules for children'),
      contact: kept('minors-contact', 'whom parents turn to'),
    },
  ),
  contact: relation(
    ['contact-added', 'eases', '{0} is a new way to reach us.'],
    ['contact-removed', 'restricts', '{0} is no longer a way to reach us.'],
    {
      channel: plain('contact-channel-changed', became('the channel')),
      address: plain('contact-address-changed', became('the address')),
      department: plain('contact-department-changed', became('the department responsible')),
      answerWithin: answer('contact'),
      days: days('contact'),
    },
  ),
  'contact.topic': relation(
    ['contact-topic-added', 'eases', '{0} now also serves: {1}.'],
    ['contact-topic-removed', 'restricts', '{0} no longer serves: {1}.'],
  ),
} satisfies Partial<Record<FactRelation, RelationKnowledge>>;
