import { compareTexts } from '../base/compare-texts.ts';
import { append } from '../base/group.ts';
import { comparePolicies } from '../diff/compare.ts';
import type { JudgedChange } from '../diff/judge.ts';
import type { Obligation } from '../diff/obligations.ts';
import { isConsent } from '../diff/owed.ts';
import { type Audience, isEverybody, together } from '../model/audience.ts';
import type { Policy } from '../model/policy.ts';
import type { RelationName } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import { type Ask, wholePolicy } from './decide.ts';
import { readersFor } from './readers-for.ts';

/** A change for which a person decided, at the release of a version, that readers must be asked. */
export type Raised = Pick<JudgedChange, 'key' | 'affects'>;

/** The recorded changes of a version for which consent was a person's decision and not already owed. */
export function raisedIn(changes: readonly Decided[]): readonly Raised[] {
  return changes.filter(
    ({ note, table, kind, obligations }) =>
      note?.decision === 'consent' &&
      (table === 'prose' || kind === 'declared' || !obligations.some(({ owes }) => isConsent(owes))),
  );
}

interface Decided extends Raised, Pick<JudgedChange, 'table' | 'kind' | 'obligations'> {
  readonly note?: { readonly decision: string };
}

/** What users who agreed to an earlier version must be asked, and the units with a new id: former id → present id. */
export interface Asks {
  readonly asks: readonly Ask[];
  readonly renamed: Readonly<Record<string, string>>;
}

/**
 * What somebody who agreed to one policy must be asked before the other applies to them, by unit: the changes between
 * the two that owe a consent, however many versions lie between, and those for which a person decided so at a release
 * in between.
 */
export function asksBetween(
  agreed: Policy,
  now: Policy,
  between: readonly Policy[],
  raised: readonly Raised[],
): Asks {
  const { changes, renamed } = comparePolicies(agreed, now, between);
  const units = unitsIn([now, agreed]);
  const found = new Map<string, { unit: string; owes: Ask['owes']; to: Audience; clauses: Set<string> }>();
  const add = (unit: string, owes: Ask['owes'], to: Audience, clause: string): void => {
    const same = found.get(`${unit}\t${owes}`);
    if (same) {
      same.to = together(same.to, to);
      same.clauses.add(clause);
    } else found.set(`${unit}\t${owes}`, { unit, owes, to, clauses: new Set([clause]) });
  };
  const present = (id: string): string => renamed[id] ?? id;
  for (const { key, affects, obligations } of changes) {
    const clause = present(key[0] ?? '');
    for (const { owes, readers } of consentsIn(obligations))
      for (const unit of units(clause)) add(unit, owes, readers ?? affects.readers, clause);
  }
  for (const { key, affects } of raised) {
    const clause = present(key[0] ?? '');
    for (const unit of units(clause)) add(unit, 'consent', affects.readers, clause);
  }
  const asks = [...found.values()]
    .map(
      ({ unit, owes, to, clauses }): Ask => ({
        unit,
        owes,
        ...(isEverybody(to) ? {} : { readers: readersFor(to) }),
        clauses: [...clauses].sort(),
      }),
    )
    .sort((a, b) => compareTexts(a.unit, b.unit) || compareTexts(a.owes, b.owes));
  return { asks, renamed };
}

function consentsIn(obligations: readonly Obligation[]): { owes: Ask['owes']; readers?: Audience }[] {
  return obligations.flatMap(({ owes, readers }) =>
    isConsent(owes) ? [{ owes: owes as Ask['owes'], ...(readers ? { readers } : {}) }] : [],
  );
}

/** Relations that say which functions a clause serves. */
const servants: readonly RelationName[] = ['recipient.function', 'retention.function'];

/**
 * The units that a clause falls under, by the first policy that has any: the acts of consent that cover it, or else
 * those of the functions that it serves. A function without an act of consent is its own unit; everything else belongs
 * to the policy as a whole.
 */
function unitsIn(policies: readonly Policy[]): (clause: string) => readonly string[] {
  const tables = policies.map((policy) => {
    const covering = new Map<string, string[]>();
    for (const { key } of rowsIn(policy).all('consent.covers')) {
      const [unit = '', clause = ''] = key;
      append(covering, clause, unit);
    }
    const units = (clause: string): readonly string[] | undefined =>
      covering.get(clause) ?? (rowsIn(policy).one('function', clause) ? [clause] : undefined);
    const served = (clause: string): readonly string[] => {
      const functions = servants.flatMap((relation) =>
        rowsIn(policy)
          .below(relation, clause)
          .map(({ key }) => key[1] ?? ''),
      );
      return [...new Set(functions.flatMap((one) => units(one) ?? []))];
    };
    return { units, served };
  });
  return (clause) => {
    for (const { units } of tables) {
      const own = units(clause);
      if (own) return own;
    }
    for (const { served } of tables) {
      const functions = served(clause);
      if (functions.length > 0) return functions;
    }
    return [wholePolicy];
  };
}
