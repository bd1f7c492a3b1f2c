import type { FactRelation } from '../model/relations.ts';
import { commitmentKnowledge } from './commitments.ts';
import {
  alongTaxonomy,
  flag,
  number,
  period,
  plain,
  present,
  type RelationKnowledge,
  relation,
  scale,
  stated,
} from './meaning.ts';
import { became, sayingOf, unlessSilent } from './say.ts';

/** “The promise …: what it rests on is now …; it was …”. */
const becameOf = (what: string) =>
  unlessSilent(`{1}: ${what} is now {after}; {was}.`, `{1} no longer says ${what}; it was {before}.`);

/** Of a statement that became a clause of another kind: its words may stand as they were. */
export const nowStatesFacts = sayingOf('{0} was prose alone, and now states facts.');

const announced = unlessSilent(
  'Material changes are announced this long ahead: {after}; {was}.',
  'Nothing is said any more of how long ahead material changes are announced; {was}.',
);

const owing = unlessSilent(
  'The promise {1} now owes {after}; {was}.',
  'The promise {1} no longer says what it owes; {was}.',
);

/** What an entry of the list, or a promise, rests on besides the policy. */
const cited = (kind: string) => ({
  rests: plain(`${kind}-rests-changed`, becameOf('what it rests on')),
  evidence: plain(`${kind}-evidence-changed`, becameOf('how sure its authors are of that')),
});

/** What readers were promised to find: to name none any more is to cut it. */
export const kept = (name: string, what: string) =>
  present(
    [`${name}-stated`, 'eases', `{0} now names ${what}: {after}.`],
    [`${name}-unstated`, 'restricts', `{0} no longer names ${what}; {was}.`],
    [`${name}-changed`, 'changes', became(what)],
  );

/** What changes of scope, terms, documents and promises mean. */
export const promiseKnowledge = {
  scope: relation(
    ['scope-added', 'changes', '{0} is a new statement of what the policy covers.'],
    ['scope-removed', 'changes', '{0} no longer states what the policy covers.'],
    {
      inherits: flag(
        [
          'scope-inherits',
          'changes',
          '{0}: products of affiliates without a policy of their own are now covered.',
        ],
        [
          'scope-inherits-not',
          'changes',
          '{0}: products of affiliates without a policy of their own are no longer covered.',
        ],
      ),
      processor: stated('scope-processor', 'where others are responsible', 'restricts'),
      excludes: flag(
        ['scope-exclusion-added', 'restricts', '{0} now excludes something.'],
        ['scope-exclusion-removed', 'eases', '{0} no longer excludes anything.'],
      ),
    },
  ),
  'scope.product': relation(
    ['product-added', 'changes', '{0} now also covers {1}.'],
    ['product-removed', 'changes', '{0} no longer covers {1}.'],
  ),
  'scope.channel': relation(
    ['scope-channel-added', 'changes', '{0} now also covers the {1}.'],
    ['scope-channel-removed', 'changes', '{0} no longer covers the {1}.'],
  ),
  'scope.separate': relation(
    ['separate-policy-added', 'changes', '{0}: {1} now takes precedence for its products.'],
    ['separate-policy-removed', 'changes', '{0}: {1} no longer takes precedence.'],
  ),
  definition: relation(
    ['definition-added', 'changes', '“{0}” is now defined.'],
    ['definition-removed', 'changes', '“{0}” is no longer defined.'],
    {
      age: number(
        ['definition-age-raised', 'changes', became('the age bound')],
        ['definition-age-lowered', 'changes', became('the age bound')],
        ['definition-age-changed', 'changes', became('the age bound')],
      ),
      inclusive: flag(
        ['definition-age-inclusive', 'changes', '“{0}” now includes the age itself.'],
        ['definition-age-exclusive', 'changes', '“{0}” no longer includes the age itself.'],
      ),
      source: plain('definition-source-changed', became('the document that defines it')),
    },
  ),
  'definition.alias': relation(
    ['definition-alias-added', 'changes', '“{0}” can now also be called “{1}”.'],
    ['definition-alias-removed', 'changes', '“{1}” no longer stands for “{0}”.'],
  ),
  'definition.data': relation(
    ['definition-data-added', 'changes', '“{0}” now includes {1}.'],
    ['definition-data-removed', 'changes', '“{0}” no longer includes {1}.'],
    {},
    alongTaxonomy('definition-data', ['changes', 'changes']),
  ),
  document: relation(
    ['document-added', 'changes', 'The policy now refers to {0}.'],
    ['document-removed', 'changes', 'The policy no longer refers to {0}.'],
    {
      role: scale(
        ['referenced', 'incorporated', 'prevails'],
        ['document-role-raised', 'changes', became('the role')],
        ['document-role-lowered', 'changes', became('the role')],
        ['document-role-changed', 'changes', became('the role')],
      ),
      url: plain('document-url-changed', became('the address')),
      version: plain('document-version-changed', became('the version')),
      digest: plain('document-text-changed', 'The text of {0} changed.'),
    },
  ),
  'document.clause': relation(
    ['document-clause-added', 'changes', '{0} now belongs to {1}.'],
    ['document-clause-removed', 'changes', '{0} no longer belongs to {1}.'],
  ),
  ...commitmentKnowledge,
  change: relation(
    ['change-rules-added', 'eases', '{0} now says how changes are told.'],
    ['change-rules-removed', 'restricts', '{0} no longer says how changes are told.'],
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
        ['lead-time-days-working', 'eases', '{0}: days now count working days only.'],
        ['lead-time-days-calendar', 'restricts', '{0}: days now count every day.'],
        ['lead-time-days-changed', 'changes', became('how days are counted')],
      ),
    },
  ),
  'change.channel': relation(
    ['notice-channel-added', 'eases', 'Material changes are now also told by {1}.'],
    ['notice-channel-removed', 'restricts', 'Material changes are no longer told by {1}.'],
  ),
  'change.entry': relation(
    ['material-entry-added', 'eases', 'The list of material changes has a new entry: {1}.'],
    ['material-entry-removed', 'restricts', 'The list of material changes no longer has this entry: {1}.'],
    cited('material-entry'),
  ),
  'change.entry.watch': relation(
    ['watch-added', 'eases', 'Changes of {2} now count as material, under {1}.'],
    ['watch-removed', 'restricts', 'Changes of {2} no longer count as material, under {1}.'],
  ),
  'change.promise': relation(
    ['change-promise-added', 'eases', 'There is a new promise about changes: {1}.'],
    ['change-promise-removed', 'restricts', 'A promise about changes is gone: {1}.'],
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
    ['promise-watch-added', 'eases', 'The promise {1} now also holds for changes of {2}.'],
    ['promise-watch-removed', 'restricts', 'The promise {1} no longer holds for changes of {2}.'],
  ),
  statement: relation(
    ['statement-added', 'changes', '{0} is a new statement.'],
    ['statement-removed', 'changes', '{0} is no longer stated.'],
  ),
} satisfies Partial<Record<FactRelation, RelationKnowledge>>;
