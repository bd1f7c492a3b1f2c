import type { FactRelation } from '../model/relations.ts';
import { commitmentKnowledge } from './commitments.ts';
import {
  alongTaxonomy,
  became,
  flag,
  number,
  period,
  plain,
  present,
  type RelationKnowledge,
  relation,
  type Say,
  scale,
  was,
} from './meaning.ts';

/** “The promise …: what it rests on is now …; it was …”. */
const becameOf =
  (what: string): Say =>
  ({ key, ...values }) =>
    became(what)({ key: key.slice(1), ...values });

const announced: Say = ({ before, after }) =>
  after === 'not stated'
    ? `Nothing is said any more of how long ahead material changes are announced; ${was(before)}.`
    : `Material changes are announced this long ahead: ${after}; ${was(before)}.`;

const owing: Say = ({ key, before, after }) =>
  after === 'not stated'
    ? `The promise ${key[1]} no longer says what it owes; ${was(before)}.`
    : `The promise ${key[1]} now owes ${after}; ${was(before)}.`;

/** What an entry of the list, or a promise, rests on besides the policy. */
const cited = (kind: string) => ({
  rests: plain(`${kind}-rests-changed`, becameOf('what it rests on')),
  evidence: plain(`${kind}-evidence-changed`, becameOf('how sure its authors are of that')),
});

/** What readers were promised to find: to name none any more is to cut it. */
export const kept = (name: string, what: string) =>
  present(
    [`${name}-stated`, 'eases', ({ key, after }) => `${key[0]} now names ${what}: ${after}.`],
    [
      `${name}-unstated`,
      'restricts',
      ({ key, before }) => `${key[0]} no longer names ${what}; ${was(before)}.`,
    ],
    [`${name}-changed`, 'changes', became(what)],
  );

/** What changes of scope, terms, documents and promises mean. */
export const promiseKnowledge = {
  scope: relation(
    ['scope-added', 'changes', ({ key }) => `${key[0]} is a new statement of what the policy covers.`],
    ['scope-removed', 'changes', ({ key }) => `${key[0]} no longer states what the policy covers.`],
    {
      inherits: flag(
        [
          'scope-inherits',
          'changes',
          ({ key }) => `${key[0]}: products of affiliates without a policy of their own are now covered.`,
        ],
        [
          'scope-inherits-not',
          'changes',
          ({ key }) =>
            `${key[0]}: products of affiliates without a policy of their own are no longer covered.`,
        ],
      ),
      processor: flag(
        [
          'scope-processor-stated',
          'restricts',
          ({ key }) => `${key[0]} now says where others are responsible.`,
        ],
        [
          'scope-processor-unstated',
          'eases',
          ({ key }) => `${key[0]} no longer says where others are responsible.`,
        ],
      ),
      excludes: flag(
        ['scope-exclusion-added', 'restricts', ({ key }) => `${key[0]} now excludes something.`],
        ['scope-exclusion-removed', 'eases', ({ key }) => `${key[0]} no longer excludes anything.`],
      ),
    },
  ),
  'scope.product': relation(
    ['product-added', 'changes', ({ key }) => `${key[0]} now also covers ${key[1]}.`],
    ['product-removed', 'changes', ({ key }) => `${key[0]} no longer covers ${key[1]}.`],
  ),
  'scope.channel': relation(
    ['scope-channel-added', 'changes', ({ key }) => `${key[0]} now also covers the ${key[1]}.`],
    ['scope-channel-removed', 'changes', ({ key }) => `${key[0]} no longer covers the ${key[1]}.`],
  ),
  'scope.separate': relation(
    [
      'separate-policy-added',
      'changes',
      ({ key }) => `${key[0]}: ${key[1]} now takes precedence for its products.`,
    ],
    ['separate-policy-removed', 'changes', ({ key }) => `${key[0]}: ${key[1]} no longer takes precedence.`],
  ),
  definition: relation(
    ['definition-added', 'changes', ({ key }) => `“${key[0]}” is now defined.`],
    ['definition-removed', 'changes', ({ key }) => `“${key[0]}” is no longer defined.`],
    {
      age: number(
        ['definition-age-raised', 'changes', became('the age bound')],
        ['definition-age-lowered', 'changes', became('the age bound')],
        ['definition-age-changed', 'changes', became('the age bound')],
      ),
      inclusive: flag(
        ['definition-age-inclusive', 'changes', ({ key }) => `“${key[0]}” now includes the age itself.`],
        [
          'definition-age-exclusive',
          'changes',
          ({ key }) => `“${key[0]}” no longer includes the age itself.`,
        ],
      ),
      source: plain('definition-source-changed', became('the document that defines it')),
    },
  ),
  'definition.alias': relation(
    ['definition-alias-added', 'changes', ({ key }) => `“${key[0]}” can now also be called “${key[1]}”.`],
    ['definition-alias-removed', 'changes', ({ key }) => `“${key[1]}” no longer stands for “${key[0]}”.`],
  ),
  'definition.data': relation(
    ['definition-data-added', 'changes', ({ key }) => `“${key[0]}” now includes ${key[1]}.`],
    ['definition-data-removed', 'changes', ({ key }) => `“${key[0]}” no longer includes ${key[1]}.`],
    {},
    alongTaxonomy('definition-data', ['changes', 'changes']),
  ),
  document: relation(
    ['document-added', 'changes', ({ key }) => `The policy now refers to ${key[0]}.`],
    ['document-removed', 'changes', ({ key }) => `The policy no longer refers to ${key[0]}.`],
    {
      role: scale(
        ['referenced', 'incorporated', 'prevails'],
        ['document-role-raised', 'changes', became('the role')],
        ['document-role-lowered', 'changes', became('the role')],
        ['document-role-changed', 'changes', became('the role')],
      ),
      url: plain('document-url-changed', became('the address')),
      version: plain('document-version-changed', became('the version')),
      digest: plain('document-text-changed', ({ key }) => `The text of ${key[0]} changed.`),
    },
  ),
  'document.clause': relation(
    ['document-clause-added', 'changes', ({ key }) => `${key[0]} now belongs to ${key[1]}.`],
    ['document-clause-removed', 'changes', ({ key }) => `${key[0]} no longer belongs to ${key[1]}.`],
  ),
  ...commitmentKnowledge,
  change: relation(
    ['change-rules-added', 'eases', ({ key }) => `${key[0]} now says how changes are told.`],
    ['change-rules-removed', 'restricts', ({ key }) => `${key[0]} no longer says how changes are told.`],
    {
      page: kept('change-page', 'the page where changes are posted'),
      archive: kept('archive-page', 'the page of earlier versions'),
      leadTime: period(
        ['lead-time-lengthened', 'eases', announced],
        ['lead-time-shortened', 'restricts', announced],
        ['lead-time-changed', 'changes', announced],
        { unstated: 'P0D' },
      ),
      days: scale(
        ['calendar', 'working'],
        ['lead-time-days-working', 'eases', ({ key }) => `${key[0]}: days now count working days only.`],
        ['lead-time-days-calendar', 'restricts', ({ key }) => `${key[0]}: days now count every day.`],
        ['lead-time-days-changed', 'changes', became('how days are counted')],
      ),
    },
  ),
  'change.channel': relation(
    ['notice-channel-added', 'eases', ({ key }) => `Material changes are now also told by ${key[1]}.`],
    ['notice-channel-removed', 'restricts', ({ key }) => `Material changes are no longer told by ${key[1]}.`],
  ),
  'change.entry': relation(
    [
      'material-entry-added',
      'eases',
      ({ key }) => `The list of material changes has a new entry: ${key[1]}.`,
    ],
    [
      'material-entry-removed',
      'restricts',
      ({ key }) => `The list of material changes no longer has this entry: ${key[1]}.`,
    ],
    cited('material-entry'),
  ),
  'change.entry.watch': relation(
    ['watch-added', 'eases', ({ key }) => `Changes of ${key[2]} now count as material, under ${key[1]}.`],
    [
      'watch-removed',
      'restricts',
      ({ key }) => `Changes of ${key[2]} no longer count as material, under ${key[1]}.`,
    ],
  ),
  'change.promise': relation(
    ['change-promise-added', 'eases', ({ key }) => `There is a new promise about changes: ${key[1]}.`],
    ['change-promise-removed', 'restricts', ({ key }) => `A promise about changes is gone: ${key[1]}.`],
    {
      owes: scale(
        ['notice', 'prominent-notice', 'express-consent'],
        ['change-promise-raised', 'eases', owing],
        ['change-promise-lowered', 'restricts', owing],
        ['change-promise-changed', 'changes', owing],
      ),
      ...cited('change-promise'),
    },
  ),
  'change.promise.watch': relation(
    [
      'promise-watch-added',
      'eases',
      ({ key }) => `The promise ${key[1]} now also holds for changes of ${key[2]}.`,
    ],
    [
      'promise-watch-removed',
      'restricts',
      ({ key }) => `The promise ${key[1]} no longer holds for changes of ${key[2]}.`,
    ],
  ),
  statement: relation(
    ['statement-added', 'changes', ({ key }) => `${key[0]} is a new statement.`],
    ['statement-removed', 'changes', ({ key }) => `${key[0]} is no longer stated.`],
  ),
} satisfies Partial<Record<FactRelation, RelationKnowledge>>;
