import type { Scalar } from '../model/policy.ts';
import type { FactRelation } from '../model/relations.ts';
import { losesReaders } from './commitments.ts';
import { consentKnowledge } from './consents.ts';
import { functionKnowledge } from './functions.ts';
import type { Meaning, RelationKnowledge } from './meaning.ts';
import { partyKnowledge } from './parties.ts';
import { peopleKnowledge } from './people.ts';
import { policyKnowledge } from './policy.ts';
import { promiseKnowledge } from './promises.ts';
import { technologyKnowledge } from './technologies.ts';

/** The meaning of a change in every relation of the fact table and of every value of its rows. */
export const knowledge: Readonly<Record<FactRelation, RelationKnowledge>> = {
  ...functionKnowledge,
  ...consentKnowledge,
  ...partyKnowledge,
  ...peopleKnowledge,
  ...policyKnowledge,
  ...promiseKnowledge,
  ...technologyKnowledge,
};

/**
 * The knowledge of a relation, given what either version states of the entity. A promise by which readers lose (“we do
 * not heed Do Not Track”) is no good news when it comes.
 */
export function knowledgeOf(
  relation: FactRelation,
  stated: readonly Readonly<Record<string, Scalar>>[],
): RelationKnowledge {
  const known = knowledge[relation];
  if (!known.against || !stated.some(losesReaders)) return known;
  const { limits: _, along: __, ...rest } = known;
  return { ...rest, ...known.against };
}

/** Lists a kind that is its own opposite once. */
function merged(meanings: readonly Meaning[]): readonly Meaning[] {
  return meanings.filter(({ kind }, at) => meanings.findIndex((one) => one.kind === kind) === at);
}

/** A change kind of the fact table, where it arises, and the kind that undoes it. */
export interface KindOfChange extends Meaning {
  readonly relation: FactRelation;
  readonly value: string | undefined;
  /** Absent when nothing undoes it; `alone` says why. */
  readonly mirror: string | undefined;
  readonly alone?: string;
}

/** Every possible kind of change, with the one that undoes it: `docs/changes.md` and tests are made from it. */
export function kindsOfChange(): KindOfChange[] {
  return (Object.keys(knowledge) as FactRelation[]).flatMap((relation) => {
    const { added, removed, limits, named, along, exchanged, against, values, onlyComes } =
      knowledge[relation];
    const pair = (value: string | undefined, meanings: readonly Meaning[]): KindOfChange[] =>
      meanings.flatMap((meaning, index) => {
        const other = meanings[index ^ 1] ?? meaning;
        // One that mirrors itself is written twice.
        return other === meaning && index % 2 === 1
          ? []
          : [{ ...meaning, relation, value, mirror: other.kind }];
      });
    return [
      ...(onlyComes === undefined
        ? pair(undefined, [added, removed])
        : [{ ...added, relation, value: undefined, mirror: undefined, alone: onlyComes }]),
      ...(limits ? pair(undefined, [limits.first, limits.last]) : []),
      ...(named ? pair(undefined, [named.first, named.last]) : []),
      ...(against ? pair(undefined, merged([against.added, against.removed])) : []),
      ...(exchanged ? pair(undefined, [exchanged]) : []),
      ...(along ? pair(undefined, [along.narrower, along.wider]) : []),
      ...Object.entries(values).flatMap(([value, { meanings }]) => pair(value, meanings)),
    ];
  });
}
