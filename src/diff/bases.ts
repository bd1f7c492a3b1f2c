import { append } from '../base/group.ts';
import { onDemand } from '../base/on-demand.ts';
import { entityOf } from '../knowledge/facet.ts';
import type { Policy, Row } from '../model/policy.ts';
import { isFactRelation } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';

type Coordinate = Pick<Row, 'relation' | 'key'>;

/** Tells whether something rests on one of some legal bases in either version, or may do so because none is stated. */
export function basesBetween(
  base: Policy,
  head: Policy,
): (row: Coordinate, accepted: readonly string[]) => 'rests' | 'may' | undefined {
  const sides = [base, head].map((policy) => ({ policy, bases: onDemand(() => basesIn(policy)) }));
  return (row, accepted) => {
    const serving = sides.map(({ bases }) => servedBy(row, bases()));
    const found = sides.flatMap(({ policy, bases }, index) =>
      // What one version lacks serves the same purposes as in the other.
      knows(policy, row) ? [basesOf(row, policy, bases(), serving[index] ?? serving[1 - index])] : [],
    );
    if (found.some((stated) => stated?.some((one) => accepted.includes(one)))) return 'rests';
    return found.includes(undefined) ? 'may' : undefined;
  };
}

/** Whether a version has the entity of a row, so that it can say what that rests on. */
function knows(policy: Policy, { relation, key }: Coordinate): boolean {
  const entity = entityOf(relation);
  return !isFactRelation(entity) || rowsIn(policy).one(entity, key[0] ?? '') !== undefined;
}

/** The parts of a policy that say what something rests on. */
interface Bases {
  /** Clauses and units that ask for consent. */
  readonly asked: ReadonlySet<string>;
  /** By function and purpose; undefined for a purpose that states no basis. */
  readonly purposes: ReadonlyMap<string, ReadonlyMap<string, string | undefined>>;
  /** By function and data. */
  readonly served: ReadonlyMap<string, readonly string[]>;
}

function basesIn(policy: Policy): Bases {
  const purposes = new Map<string, Map<string, string | undefined>>();
  for (const { key, values } of rowsIn(policy).all('function.purpose')) {
    const [owner = '', purpose = ''] = key;
    const own = purposes.get(owner) ?? new Map();
    purposes.set(owner, own.set(purpose, values.basis === undefined ? undefined : String(values.basis)));
  }
  const served = new Map<string, string[]>();
  for (const { key } of rowsIn(policy).all('function.data.purpose')) {
    const at = `${key[0]}\t${key[1]}`;
    append(served, at, key[2] ?? '');
  }
  return {
    asked: new Set(
      rowsIn(policy)
        .all('consent.covers')
        .flatMap(({ key }) => key),
    ),
    purposes,
    served,
  };
}

/** The purposes that a row serves by a version; undefined if it serves all of its function, or is missing. */
function servedBy({ relation, key }: Coordinate, { served }: Bases): readonly string[] | undefined {
  const [owner = '', second = '', third = ''] = key;
  if (relation === 'function.purpose') return [second];
  if (relation === 'function.data.purpose') return [third];
  return relation === 'function.data' ? served.get(`${owner}\t${second}`) : undefined;
}

/**
 * The stated legal bases of something, undefined for one that is left open. Consent that is asked for is one, unless the
 * clause says which of its purposes it is for.
 */
function basesOf(
  { relation, key: [owner = ''] }: Coordinate,
  policy: Policy,
  { asked, purposes }: Bases,
  meant: readonly string[] | undefined,
): readonly string[] | undefined {
  const entity = entityOf(relation);
  const stated = purposes.get(owner) ?? new Map<string, string | undefined>();
  const isPlaced = [...stated.values()].includes('consent');
  const consent = entity === 'consent' || (asked.has(owner) && !isPlaced) ? ['consent'] : [];
  if (entity === 'recipient') {
    const basis = rowsIn(policy).one('recipient', owner)?.values.basis;
    return basis === undefined && consent.length === 0 ? undefined : [...consent, String(basis)];
  }
  if (entity !== 'function' || stated.size === 0) return consent.length > 0 ? consent : undefined;
  const bases = [...stated].flatMap(([purpose, basis]) =>
    meant?.includes(purpose) === false ? [] : [basis],
  );
  return bases.includes(undefined) ? undefined : [...consent, ...bases.map(String)];
}
