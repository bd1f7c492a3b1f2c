import { append } from '../base/group.ts';
import { keptWith } from '../base/on-demand.ts';
import type { Policy, Row } from '../model/policy.ts';
import { type FactRelation, registerOf, registerRelations } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import { entityIn, statedBy, type Use } from './stated-of-uses.ts';
import { purposesIn } from './uses.ts';

/** The value that says of which sort a clause is; others are the same as any of their kind. */
const sorts: Readonly<Record<string, string>> = { right: 'right', technology: 'type', recipient: 'category' };

/** The uses that each row says: of functions and technologies by purpose, of recipients by the company, of others by sort. */
export const usesByRow = keptWith((policy: Policy): ReadonlyMap<string, readonly Use[]> => {
  const uses = new Map<string, Use[]>();
  const useOf = new Map<unknown, Use>();
  for (const [at, needs] of purposesIn(policy)) {
    const [relation = '', , entry] = at.split('\t');
    const ofEntry = registerOf(relation) && entry !== undefined ? { entry } : {};
    for (const need of needs) {
      const { owner, data, purpose } = need;
      const use = useOf.get(need) ?? { owner, ...ofEntry, data, what: purpose };
      useOf.set(need, use);
      append(uses, at, use);
    }
  }
  const named = [
    ...rowsIn(policy).all('recipient.data').flatMap(givenBy(policy)),
    ...rowsIn(policy).all('recipient.listed').flatMap(listedIn(policy)),
    ...registerRelations.flatMap((list) => rowsIn(policy).all(list).map(calledIn)),
  ];
  for (const [{ relation, key }, use] of [...named, ...sortsIn(policy)])
    append(uses, [relation, ...key].join('\t'), use);
  return uses;
});

export const usesIn = (policy: Policy): ReadonlySet<Use> => new Set([...usesByRow(policy).values()].flat());

type UseOf = readonly [row: Row, use: Use];

/** What a recipient by itself gets. */
function givenBy(policy: Policy): (row: Row) => readonly UseOf[] {
  return (row) => {
    const [owner = '', data = ''] = row.key;
    const { name, category } = rowsIn(policy).one('recipient', owner)?.values ?? {};
    return [[row, { owner, data, what: name === undefined ? `\f${category}` : String(name) }]];
  };
}

/** What an entry of a register gets; what every entry gets is stated of the list. */
function listedIn(policy: Policy): (row: Row) => readonly UseOf[] {
  const { below } = rowsIn(policy);
  return (row) => {
    const [owner = '', entry = ''] = row.key;
    const what = String(row.values.provider ?? row.values.name);
    const own = below('recipient.listed.data', owner, entry);
    const all = own.length > 0 ? own : below('recipient.data', owner);
    return all.map((each) => [
      own.length > 0 ? each : row,
      { owner, entry, data: each.key.at(-1) ?? '', what },
    ]);
  };
}

/** A component by its own name: of many nothing else is said. */
function calledIn(row: Row): UseOf {
  const [owner = '', entry = ''] = row.key;
  return [row, { owner, entry, data: '', what: `\f${row.values.name}` }];
}

function sortsIn(policy: Policy): readonly UseOf[] {
  const { all, below } = rowsIn(policy);
  // A right may stand in the clause of another one.
  const also = all('right.also').map((row): UseOf => {
    const [owner = '', what = ''] = row.key;
    return [row, { owner, data: '', what }];
  });
  const own = Object.keys(statedBy).flatMap((entity) =>
    all(entity as FactRelation).flatMap((row) => {
      const [owner = ''] = row.key;
      const { [sorts[entity] ?? '']: what = '', name } = row.values;
      const whats = entity === 'recipient' && name !== undefined ? [what, name] : [what];
      const purposes = entity === 'function' ? below('function.purpose', owner) : [];
      if (purposes.length === 0)
        return whats.map((one): UseOf => [row, { owner, data: '', what: String(one) }]);
      // Of those without data one more is held against others for the same, as it is by data.
      const data = below('function.data', owner).length > 0 ? [''] : ['', '\f'];
      return purposes.flatMap((purpose) =>
        data.flatMap((one): UseOf[] => {
          const use = { owner, data: one, what: purpose.key[1] ?? '' };
          return [row, purpose].map((said) => [said, use]);
        }),
      );
    }),
  );
  return [...own, ...also];
}

/** What makes two uses those of the same: what has it, the data, and one of its names. */
export function keyOf(policy: Policy, { owner, data }: Use, what: string): string {
  return `${entityIn(policy)(owner)}\t${data}\t${what}`;
}
