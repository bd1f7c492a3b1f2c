import type { Diagnostic } from '../base/diagnostic.ts';
import type { Code } from '../base/messages.ts';
import type { Place } from '../base/place.ts';
import type { Policy, Row, Term } from '../model/policy.ts';
import type { FactRelation } from '../model/relations.ts';
import { type RowIndex, rowsIn } from '../model/row-index.ts';

/** A rule is one pure function over a compiled policy that reports one code. */
export interface Rule {
  readonly code: Code;
  readonly check: (facts: Facts) => readonly Diagnostic[];
}

/** What the rules ask of a policy: its rows, its terms, what is sensitive. */
export class Facts {
  readonly policy: Policy;
  readonly rows: RowIndex;
  /** The data categories the policy uses, with their parents. */
  readonly terms: { readonly get: (id: string) => Term | undefined };

  constructor(policy: Policy) {
    this.policy = policy;
    this.rows = rowsIn(policy);
    this.terms = { get: (id) => policy.vocabulary.data[id] };
  }

  all(relation: FactRelation): readonly Row[] {
    return this.rows.all(relation);
  }

  of(relation: FactRelation, owner: string): readonly Row[] {
    return this.rows.below(relation, owner);
  }

  /** Whether a profile in force holds a category to be sensitive. */
  isSensitive(data: string): boolean {
    return this.of('sensitivity', data).some((row) => row.values.level === 'yes');
  }
}

/** Where a value of a row stands, or the row itself when the value was not written. */
export function valuePlace(row: Row, name: string): Place {
  return row.places?.[name] ?? row.place;
}
