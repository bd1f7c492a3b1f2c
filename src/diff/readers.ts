import { groupBy } from '../base/group.ts';
import { onDemand } from '../base/on-demand.ts';
import { type Audience, audienceFrom, common, everybody, union } from '../model/audience.ts';
import { ownerOf, type Policy, type Row } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';

/** The audiences of the statements of a policy. */
export interface Readers {
  /** The audience of an entity by its id; everybody if it states none. */
  readonly of: (id: string) => Audience;
  /** The audience of a row: that of its entity; for a consent, or a period for a function, that of what it covers. */
  readonly ofRow: (row: Pick<Row, 'relation' | 'key'>) => Audience;
}

/** Relations of the policy as a whole, which no `applies` limits. */
const ofAll = /^(?:policy|term)(?:\.|$)/;

export function isOfAll({ relation }: Pick<Row, 'relation'>): boolean {
  return ofAll.test(relation);
}

/** The audiences of a policy's statements, by the `applies` of their clauses. */
export function readersOf(policy: Policy): Readers {
  const limits = audiencesIn(policy);
  const of = (id: string): Audience => limits.get(id) ?? everybody;
  const units = onDemand(() =>
    unionsOf(
      rowsIn(policy).all('consent.covers'),
      ({ key }) => key[0],
      ({ key }) => of(key[1] ?? ''),
    ),
  );
  const data = onDemand(() =>
    unionsOf(
      policy.facts.filter(({ relation }) => relation.endsWith('.data')),
      ({ key }) => key.at(-1),
      ({ key }) => of(key[0] ?? ''),
    ),
  );
  return {
    of,
    ofRow: ({ relation, key }) => {
      const [owner = '', second = ''] = key;
      if (relation === 'policy.prevails') return audienceFrom([{ key: [owner, 'region', second] }]);
      if (limits.size === 0 || isOfAll({ relation })) return everybody;
      if (relation === 'consent') return units().get(owner) ?? of(owner);
      if (relation === 'consent.covers') return of(second);
      if (relation === 'retention.function') return common(of(owner), of(second));
      if (relation === 'sensitivity') return data().get(owner) ?? everybody;
      return of(owner);
    },
  };
}

/** The entities that are not for everybody; equal audiences are one value. */
function audiencesIn(policy: Policy): ReadonlyMap<string, Audience> {
  const rows = groupBy(rowsIn(policy).all('applies'), ownerOf);
  const made = new Map<string, Audience>();
  return new Map(
    [...rows].map(([owner, list]) => {
      const limits = list.map(({ key }) => key.slice(1).join('\t')).join('\n');
      const audience = made.get(limits) ?? audienceFrom(list);
      made.set(limits, audience);
      return [owner, audience];
    }),
  );
}

function unionsOf(
  rows: readonly Row[],
  keyOf: (row: Row) => string | undefined,
  audienceOf: (row: Row) => Audience,
): ReadonlyMap<string, Audience> {
  const many = new Map<string, Set<Audience>>();
  for (const row of rows) {
    const key = keyOf(row) ?? '';
    many.set(key, (many.get(key) ?? new Set()).add(audienceOf(row)));
  }
  return new Map([...many].map(([key, audiences]) => [key, union([...audiences])]));
}
