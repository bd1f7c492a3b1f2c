import type { Scalar } from '../model/policy.ts';
import type { FactRelation } from '../model/relations.ts';
import { alongTaxonomy, byRows, plain, type RelationKnowledge, relation } from './meaning.ts';
import { became } from './say.ts';

/** Acts that are done for readers, or that spare them: to promise never to do one takes something from them. */
const forReaders: ReadonlySet<unknown> = new Set([
  'heed-do-not-track',
  'heed-gpc',
  'use-only-aggregated',
  'tell-of-requests',
  'report-requests',
  'bind-successor',
  'ask-an-adult',
]);

/** Whether readers lose by what a commitment says: that something is always done with data, or never for them. */
export function losesReaders({ promise, act }: Readonly<Record<string, Scalar>>): boolean {
  return (promise === 'always') !== forReaders.has(act);
}

/** Of one act, a promise for readers or against them; never to do it and to say that it is not done differ in words. */
const promise = byRows(
  ['commitment-turned-to-readers', 'narrows', became('what is promised')],
  ['commitment-turned-from-readers', 'expands', became('what is promised')],
  ['commitment-promise-changed', 'changes', became('what is promised')],
  (before, after) =>
    before.act === after.act ? Number(losesReaders(before)) - Number(losesReaders(after)) : 0,
);

/** What a commitment speaks of: without any, of everything. A list of it makes it smaller, and the list longer, larger. */
function speaksOf(
  what: 'data' | 'purpose' | 'function' | 'recipient',
  name = '{1}',
  more: Parameters<typeof relation>[3] = {},
): RelationKnowledge {
  return relation(
    [`commitment-${what}-added`, 'narrows', `The commitment “{0}” now also speaks of ${name}.`],
    [`commitment-${what}-removed`, 'expands', `The commitment “{0}” no longer speaks of ${name}.`],
    {},
    {
      ...more,
      limits: [
        [`commitment-${what}-limited`, 'expands', `The commitment “{0}” now speaks of ${name} alone.`],
        [
          `commitment-${what}-unlimited`,
          'narrows',
          `The commitment “{0}” no longer speaks of ${name} alone.`,
        ],
      ],
      against: [
        [`disclaimer-${what}-changed`, 'changes', `“{0}” now speaks of ${name}.`],
        [`disclaimer-${what}-changed`, 'changes', `“{0}” no longer speaks of ${name}.`],
      ],
    },
  );
}

/** What changes of what is promised never, or always, to happen mean. */
export const commitmentKnowledge = {
  commitment: relation(
    ['commitment-added', 'narrows', 'A new commitment: {0}.'],
    ['commitment-removed', 'expands', 'No longer promised: {0}.'],
    { promise, act: plain('commitment-act-changed', became('what the promise is about')) },
    {
      against: [
        ['disclaimer-added', 'expands', '{0}: this is said for the first time.'],
        ['disclaimer-removed', 'narrows', '{0}: this is no longer said.'],
      ],
    },
  ),
  'commitment.data': speaksOf('data', 'your {1}', alongTaxonomy('commitment-data', ['expands', 'narrows'])),
  'commitment.purpose': speaksOf('purpose'),
  'commitment.function': speaksOf('function'),
  'commitment.recipient': speaksOf('recipient'),
} satisfies Partial<Record<FactRelation, RelationKnowledge>>;
