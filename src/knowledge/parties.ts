import { formsByExposure } from '../model/kinds/recipient.ts';
import type { FactRelation } from '../model/relations.ts';
import { naming, saidOf } from './identity.ts';
import { listed, timeToObject } from './listed.ts';
import {
  alongTaxonomy,
  aside,
  choice,
  flag,
  orSilent,
  period,
  plain,
  present,
  type RelationKnowledge,
  relation,
  scale,
  unlimited,
} from './meaning.ts';
import { became, unlessSilent } from './say.ts';

/** Somebody in another's place: one is gone, and one is new. */
const replaced = '{0}: {before} no longer receives data, and {after} is a new recipient in its place.';

const renamed = '{0}: {before} is now called {after}; the policy declares it the same recipient.';

const received = unlessSilent(
  '{0} now gets data {after}; until now it got it {before}.',
  '{0}: the policy no longer says how it gets data; it got it {before}.',
  '{0}: the policy now says how it gets data: {after}.',
);

const handedOver = (order: readonly string[]) =>
  scale(
    order,
    ['recipient-form-widened', 'expands', received],
    ['recipient-form-narrowed', 'narrows', received],
    ['recipient-form-changed', 'changes', received],
  );
const byChoice = handedOver(formsByExposure);
/** To hand over by choice to somebody who decides is more than what the law demands; who decides nothing compares with neither. */
const byDemand = handedOver([
  'provide',
  ...formsByExposure.filter((form) => form !== 'entrust' && form !== 'advise'),
]);

/** What changes of those who are responsible, receive data or provide technology mean. */
export const partyKnowledge = {
  party: relation(
    ['party-added', 'changes', '{0} is now named as {1}.'],
    ['party-removed', 'changes', '{0} is no longer named as {1}.'],
    {
      role: plain('party-role-changed', became('the role')),
      name: plain('party-name-changed', 'The {1} is now {after}; {was}.'),
      registration: plain('party-registration-changed', became('the registration')),
      country: plain('party-country-changed', became('the country')),
      address: plain('party-address-changed', became('the address')),
      department: plain('party-department-changed', became('the department responsible')),
      officer: plain('party-officer-changed', became('the person responsible')),
      represents: plain('party-represented-changed', became('the party represented')),
    },
  ),
  recipient: relation(
    ['recipient-added', 'expands', '{0} is a new recipient of data.'],
    ['recipient-removed', 'narrows', '{0} is no longer a recipient of data.'],
    {
      form: orSilent(
        {
          ...byChoice,
          compare: (...sides) => (sides.includes('provide') ? byDemand : byChoice).compare(...sides),
        },
        // Whoever works for us or advises us decides nothing: of a recipient without a form, nothing says so.
        {
          of: ['entrust', 'advise'],
          comes: ['recipient-form-bound', 'narrows', received],
          goes: ['recipient-form-unbound', 'expands', received],
        },
      ),
      category: plain('recipient-category-changed', became('the kind of recipient')),
      name: naming({
        replaced: ['recipient-replaced', 'changes', replaced],
        first: [
          ['recipient-named', 'eases', became('who receives the data')],
          ['recipient-unnamed', 'restricts', became('who receives the data')],
        ],
        renamed: ['recipient-renamed', 'changes', renamed],
      }),
      formerName: aside(plain('recipient-former-name-changed', became('the name that it had before'))),
      contact: plain('recipient-contact-changed', became('the contact')),
      policyUrl: aside(plain('recipient-policy-changed', became('its privacy policy'))),
      basis: choice(
        'consent',
        ['recipient-basis-to-consent', 'eases', became('the legal basis')],
        ['recipient-basis-from-consent', 'restricts', became('the legal basis')],
        ['recipient-basis-changed', 'changes', became('the legal basis')],
      ),
      mechanismName: plain(
        'transfer-mechanism-name-changed',
        became('the name of what allows sending data abroad'),
      ),
      mechanism: present(
        ['transfer-mechanism-stated', 'eases', became('what allows sending data abroad')],
        ['transfer-mechanism-unstated', 'restricts', became('what allows sending data abroad')],
        ['transfer-mechanism-changed', 'changes', became('what allows sending data abroad')],
        'none',
      ),
      keeps: period(
        ['recipient-keeps-longer', 'expands', became('the time the recipient keeps data')],
        ['recipient-keeps-shorter', 'narrows', became('the time the recipient keeps data')],
        ['recipient-keeps-changed', 'changes', became('the time the recipient keeps data')],
        { unstated: unlimited },
      ),
      safeguard: flag(
        ['safeguard-stated', 'eases', '{0}: the policy now says how data stays protected there.'],
        ['safeguard-unstated', 'restricts', '{0}: the policy no longer says how data stays protected there.'],
      ),
      objectWithin: timeToObject('recipient'),
      sale: flag(
        ['sale-added', 'expands', 'Giving data to {0} is now a sale.'],
        ['sale-removed', 'narrows', 'Giving data to {0} is no longer a sale.'],
      ),
      crossContextAdvertising: flag(
        ['cross-context-advertising-added', 'expands', '{0} now gets data for advertising across contexts.'],
        [
          'cross-context-advertising-removed',
          'narrows',
          '{0} no longer gets data for advertising across contexts.',
        ],
      ),
    },
  ),
  'recipient.purpose': relation(
    ['recipient-purpose-added', 'expands', '{0} now receives data for this as well: {1}.'],
    ['recipient-purpose-removed', 'narrows', '{0} no longer receives data for this: {1}.'],
    {},
    saidOf('recipient-purposes', 'what it receives data for'),
  ),
  'recipient.data': relation(
    ['recipient-data-added', 'expands', '{0} now also receives your {1}.'],
    ['recipient-data-removed', 'narrows', '{0} no longer receives your {1}.'],
    {},
    { ...alongTaxonomy('recipient-data'), ...saidOf('recipient-data', 'what it receives', 'your ') },
  ),
  'recipient.data.purpose': relation(
    ['recipient-data-purpose-added', 'expands', '{0} now receives your {1} for this as well: {2}.'],
    ['recipient-data-purpose-removed', 'narrows', '{0} no longer receives your {1} for this: {2}.'],
  ),
  'recipient.country': relation(
    ['recipient-country-added', 'expands', '{0} now also processes data in {1}.'],
    ['recipient-country-removed', 'narrows', '{0} no longer processes data in {1}.'],
    {},
    saidOf('recipient-countries', 'where it processes data'),
  ),
  'recipient.function': relation(
    ['recipient-condition-widened', 'expands', '{0} now also receives data with {1}.'],
    ['recipient-condition-narrowed', 'narrows', '{0} no longer receives data with {1}.'],
    {},
    {
      limits: [
        ['recipient-condition-added', 'narrows', '{0} now receives data with {1} only.'],
        ['recipient-condition-removed', 'expands', '{0} now receives data with every function.'],
      ],
    },
  ),
  ...listed('recipient.listed', 'recipient'),
  ...listed('technology.listed', 'technology'),
} satisfies Partial<Record<FactRelation, RelationKnowledge>>;
