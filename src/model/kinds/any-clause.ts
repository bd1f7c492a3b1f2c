import {
  each,
  entities,
  entity,
  type Fields,
  flag,
  freeText,
  type Group,
  group,
  needed,
  register,
  statedText,
  structure,
  text,
  value,
} from '../fields.ts';
import { date, duration, id, lifetime, listOf, matching, oneOf, url, words } from '../forms.ts';
import type { RegisterRelation } from '../relations.ts';

/** Where a policy can apply. */
export const channels = oneOf('website', 'app', 'mini-program', 'client', 'api', 'future');

/** The grounds that a law gives for using data, in the order of GDPR art. 6(1)(a) to (f). */
export const bases = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
] as const;

export const lawfulBases = oneOf(...bases);

/** What allows using special categories of data, as laws list it beside the legal bases: GDPR art. 9(2). */
export const sensitiveGrounds = oneOf(
  'explicit-consent',
  'employment',
  'vital-interests',
  'members',
  'made-public',
  'legal-claims',
  'public-interest',
  'health-care',
  'public-health',
  'research',
);

/** To whom something applies. */
export function applies(about: string): Group {
  return group(
    `${about} What is left out is not limited.`,
    {
      regions: each('applies', 'name', "Regions, as ISO 3166 codes or names of the company's own.", {
        under: 'region',
      }),
      products: each('applies', 'name', 'Products.', { under: 'product' }),
      channels: each('applies', 'name', 'Channels.', { under: 'channel', form: channels }),
      groups: each('applies', 'name', 'Groups of people.', { under: 'group' }),
    },
    { named: 'applies' },
  );
}

/** What is waived: a finding that somebody has looked at. */
export const waive = entities(
  'Findings here that somebody has looked at and that are fine. They are told apart from others; readers are not told.',
  'A rule, and why what it finds here is fine.',
  {
    rule: needed(structure(id, 'The rule, as policyc rules lists it.')),
    reason: needed(structure(words, 'Why it is fine. Reports say it.')),
    until: structure(
      matching('^[0-9]{4}-[0-9]{2}-[0-9]{2}$', '2027-12-31'),
      'The last day on which that holds, as "YYYY-MM-DD"; without it, for ever.',
    ),
  },
);

/** What any clause may carry. */
export const common = {
  id: needed(
    structure(id, "The clause's name in links, diffs and notes. Stable for ever: a new id is a new clause."),
  ),
  kind: structure(
    id,
    'What the clause states. Left out, its fields tell it, and a clause of none of them is prose.',
  ),
  title: text(
    'The heading readers see. Without one a recipient goes by its name, any other clause by its chapter.',
  ),
  summary: text('One or two sentences for the summary at the top of the policy.'),
  text: text('The full text, in Markdown with :data[id], :ref[id], :term[id] and :contact[id].'),
  formerly: structure(
    listOf(id),
    'Earlier ids of this clause. Without it a rename is a removal and an addition.',
  ),
  emphasis: structure(
    oneOf('limit'),
    'limit: readers see the clause in bold underline, because it limits a right or liability.',
  ),
  applies: applies('To whom the clause applies; without it, to everybody.'),
  waive,
} as const satisfies Fields;

/** The same, of kinds whose clauses can go by what they state. */
export const named = {
  ...common,
  id: structure(id, `${common.id.about} Without one it is made of what the clause states.`),
} as const satisfies Fields;

/** The same, of kinds whose title is what they are about. */
export const titled = { ...common, title: needed(common.title) } as const satisfies Fields;

/** One act of consent; `unit` lets several clauses share it. */
export const consent = entity(
  'The act of consent that this rests on. Clauses that name the same unit share one act.',
  {
    relation: 'consent',
    covers: 'consent.covers',
    by: 'unit',
    named: 'consent',
    fields: {
      unit: structure(id, 'The consent that covers this clause, when several clauses share one.'),
      kind: needed(
        value(
          oneOf('explicit', 'implied'),
          "explicit: an act of the reader's own, such as ticking a box. implied: going on after being told.",
        ),
      ),
      separate: flag('Asked for by itself, apart from any other consent.'),
      withdrawal: statedText('How consent is taken back.'),
    },
  },
);

/** What an entry of a register says. */
export function entryFields(relation: RegisterRelation) {
  return {
    id: needed(structure(id, "The entry's name in diffs; stable.")),
    formerly: structure(
      listOf(id),
      'Earlier ids of this entry. Without it a new id is one entry that is gone and one that is new.',
    ),
    name: needed(freeText('The name readers see.')),
    provider: freeText('The company behind it.'),
    formerName: freeText(
      'The name that the same company had before: of the provider where one is stated, else of the entry. Where that becomes another and this is what it was, nobody new is on the list.',
    ),
    role: value(
      oneOf('processor', 'sub-processor', 'controller', 'joint-controller', 'component'),
      'What it is: works for the company, for one who does, decides itself, or is software on the device.',
    ),
    url: value(url, 'Its own policy.'),
    announced: value(date, 'The day on which readers were told of it; the time to object begins then.'),
    from: value(date, 'The first day on which it is used; without it, since the version that lists it.'),
    until: value(date, 'The last day on which it is used.'),
    lifetime: value(lifetime, 'How long what it stores stays on the device: session, or a period (P1Y).'),
    keeps: value(duration, 'How long it may keep the data.'),
    countries: each(`${relation}.country`, 'country', 'Where it processes data.'),
    products: each(`${relation}.product`, 'name', 'The products that it is used for; without it, all.'),
    data: each(`${relation}.data`, 'data', 'The data it gets.'),
    purposes: each(`${relation}.purpose`, 'purpose', 'Why.'),
    why: freeText('Why, in your own words. Readers get them in place of the names of the purposes.'),
  } as const satisfies Fields;
}

/** For how long readers can object to what is new on a register. */
export const objectWithin = value(
  duration,
  'For how long after an entry of the register is announced readers can object to it, before it is used.',
);

/** The entries of a register, as rows below a relation. */
export function listed(relation: RegisterRelation) {
  return register(
    'A list in a file of its own, registers/*.yaml or *.csv, whose entries belong to this clause.',
    each(relation, 'name', 'The entries.', { by: 'id', item: 'An entry.', fields: entryFields(relation) }),
  );
}

/** What an entry of the list of material changes, or a promise, rests on besides the policy. */
export const cited = {
  rests: freeText('What it rests on besides this policy: a law or a standard, with the article.'),
  evidence: value(
    oneOf('verified', 'secondary', 'reading'),
    'How sure you are that the article says so. verified: its text was read. secondary: read second hand. reading: your own reading of it.',
  ),
} as const satisfies Fields;
