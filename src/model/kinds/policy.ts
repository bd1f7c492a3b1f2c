import { each, entities, type Fields, freeText, needed, structure, text, value } from '../fields.ts';
import { country, id, listOf, locale, matching, oneOf, words } from '../forms.ts';
import { applies, waive } from './any-clause.ts';

/** The formats of a policy folder, oldest first. */
export const policyFormats = ['policyc/policy@1', 'policyc/policy@2'] as const;

/** A party of the policy. */
export const partyFields = {
  id: needed(structure(id, "The party's name in references; stable.")),
  formerly: structure(listOf(id), 'Earlier ids of this party.'),
  role: needed(
    value(
      oneOf(
        'controller',
        'joint-controller',
        'representative',
        'protection-officer',
        'affiliate',
        'dispute-body',
      ),
      'controller: decides what happens to the data. joint-controller, representative, officer: as the law has them.',
    ),
  ),
  name: needed(freeText('The legal name.')),
  registration: freeText('Registration number.'),
  country: value(country, 'Country of establishment.'),
  address: freeText('Postal address.'),
  department: freeText('The department responsible for personal data.'),
  officer: freeText('The person responsible for personal data.'),
  represents: value(id, 'The party represented.', { of: 'party' }),
  applies: applies('Whom the party answers to; without it, everybody.'),
} as const satisfies Fields;

/** What somebody has said about requirements of legal profiles. */
const answers = entities(
  'Answers to what legal profiles ask and no fact can show. Reports say them; readers are not told.',
  'A requirement, who answered it, and when.',
  {
    requirement: needed(
      structure(
        matching('^[a-z0-9]+(-[a-z0-9]+)*/[A-Za-z0-9.-]+$', 'cn-pipl/P-52'),
        'The profile and the requirement, as policyc check --profile lists them.',
      ),
    ),
    answer: needed(
      structure(
        oneOf('yes', 'no', 'not-applicable'),
        'yes: it is so. no: it is not. not-applicable: the requirement is not asked of this policy.',
      ),
    ),
    by: needed(structure(words, 'Who says so.')),
    on: needed(
      structure(matching('^[0-9]{4}-[0-9]{2}-[0-9]{2}$', '2027-12-31'), 'On which day, as "YYYY-MM-DD".'),
    ),
    note: structure(words, 'Why, or where it is shown.'),
  },
);

/** The fields of policy.yaml itself. */
export const policyFields = {
  format: needed(
    structure(
      oneOf(...policyFormats),
      'The format of the policy folder. Since policyc/policy@2, what is left out is not said.',
    ),
  ),
  id: needed(structure(id, "The policy's name in addresses and reports; stable.")),
  chapters: needed(structure(listOf(id), 'The chapters, in reading order.')),
  retired: structure(listOf(id), 'Ids of clauses that are gone. They are never used again.'),
  title: needed(text('The title readers see.')),
  text: text('The introduction.'),
  edition: needed(
    value(
      matching('^[0-9]{4}-[0-9]{2}$'),
      'The edition of the taxonomy and rules that the policy is written with.',
    ),
  ),
  prevailing: needed(value(locale, 'The language that prevails when translations differ.')),
  prevailingIn: each(
    'policy.prevails',
    'name',
    'Regions whose readers have another language that prevails than `prevailing`.',
    {
      by: 'region',
      item: 'A region, and the language that prevails there.',
      fields: {
        region: needed(
          structure(
            matching('^([A-Z]{2}(-[A-Z0-9]{1,3})?|EEA)$', 'CN', 'EU', 'US-CA'),
            'The region, as an ISO 3166 code, EU or EEA.',
          ),
        ),
        language: needed(value(locale, 'One of the languages that the policy is published in.')),
      },
    },
  ),
  utcOffset: needed(
    value(
      matching('^(Z|[+-](0[0-9]|1[0-4]):(00|15|30|45))$'),
      'The UTC offset in which dates of the policy begin and end.',
    ),
  ),
  noun: value(
    oneOf('personal-data', 'personal-information'),
    'What readers’ data is called in our own words on pages; without it, as each language is used to.',
  ),
  locales: needed(each('policy.locale', 'locale', 'The languages the policy is published in.')),
  profiles: each('policy.profile', 'name', 'The legal profiles whose sensitivity and floors hold.', {
    form: matching('^[a-z0-9]+(-[a-z0-9]+)*$'),
  }),
  waive,
  answers,
  parties: needed(entities('Who is responsible.', 'A party of the policy.', partyFields)),
} as const satisfies Fields;
