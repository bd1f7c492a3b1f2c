import { eachOnDemand, keptWith, onDemand } from '../base/on-demand.ts';
import { entityOf } from '../knowledge/facet.ts';
import { type Audience, withoutAny } from '../model/audience.ts';
import { ancestry } from '../model/edition.ts';
import type { Policy } from '../model/policy.ts';
import { type FactRelation, partsOfKey } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import type { OtherwiseFacet, RowFacet } from './facets.ts';
import type { Side } from './kept-otherwise.ts';

/** What rows of recipients say that the company itself does, and which part of their key says it. */
const saidOfUse: Partial<Record<FactRelation, 'data' | 'purpose'>> = {
  ...{ 'recipient.data': 'data', 'recipient.listed.data': 'data' },
  ...{
    'recipient.purpose': 'purpose',
    'recipient.data.purpose': 'purpose',
    'recipient.listed.purpose': 'purpose',
  },
};

/**
 * Whoever hands data over has it, and what somebody does who works for the company, the company does. Data or a purpose that
 * stands with recipients alone, and that readers were told of nowhere, is as new as if a function had it.
 */
export function toldNowhereElse(base: Side, head: Side): (facet: RowFacet) => readonly OtherwiseFacet[] {
  const before = tellersIn(base, ['function', 'technology', 'recipient']);
  const now = tellersIn(head, ['function', 'technology']);
  // Thousands of rows name a few categories, for a few sorts of readers.
  const untold = eachOnDemand((part: 'data' | 'purpose') =>
    eachOnDemand((named: string) =>
      keptWith((readers: Audience) => withoutAny(readers, [...before(part)(named), ...now(part)(named)])),
    ),
  );
  return ({ name, on, row, readers }) => {
    const part =
      on === 'added' && name === row.relation ? saidOfUse[row.relation as FactRelation] : undefined;
    if (part === undefined || (part === 'purpose' && !isOurs(row, head.policy))) return [];
    const named = row.key[partsOfKey(row.relation).indexOf(part)] ?? '';
    const whom = untold(part)(named)(readers);
    return [{ name: `function.${part}`, on, direction: 'expands', row, readers: whom }];
  };
}

/** Whether a purpose is the company's: a recipient that decides by itself has purposes of its own. */
function isOurs({ relation, key: [owner = ''] }: RowFacet['row'], policy: Policy): boolean {
  if (entityOf(relation) !== 'recipient') return true;
  const form = rowsIn(policy).one('recipient', owner)?.values.form;
  return form === undefined || form === 'entrust';
}

/** The readers whom a version tells of some data, or of what is above or below it, or of a purpose. */
function tellersIn({ policy, readers }: Side, entities: readonly string[]) {
  const rows = onDemand(() => policy.facts.filter(({ relation }) => entities.includes(entityOf(relation))));
  const terms = { get: (id: string) => policy.vocabulary.data[id] };
  return eachOnDemand((part: 'data' | 'purpose') => {
    const aboveOf = (named: string): readonly string[] =>
      part === 'data' ? ancestry(terms, named) : [named];
    const told = onDemand(() => {
      const by = new Map<string, Set<Audience>>();
      const add = (at: string, whom: Audience) => by.set(at, (by.get(at) ?? new Set()).add(whom));
      for (const { relation, key } of rows()) {
        const named = key[partsOfKey(relation).indexOf(part)];
        if (named === undefined || (part === 'purpose' && !isOurs({ relation, key }, policy))) continue;
        const whom = readers.of(key[0] ?? '');
        add(named, whom);
        for (const id of aboveOf(named)) add(`below ${id}`, whom);
      }
      return by;
    });
    return (named: string): readonly Audience[] =>
      [...aboveOf(named), `below ${named}`].flatMap((at) => [...(told().get(at) ?? [])]);
  });
}
