import type { Diagnostic } from '../base/diagnostic.ts';
import type { Code } from '../base/messages.ts';
import type { Place } from '../base/place.ts';
import type { Policy, Row, Term } from '../model/policy.ts';
import type { FactRelation } from '../model/relations.ts';

/** A rule is one pure function over a compiled policy that reports one code. */
export interface Rule {
  readonly code: Code;
  readonly check: (facts: Facts) => readonly Diagnostic[];
}

/** The fact table by relation, and by relation and owner. */
export class Facts {
  readonly policy: Policy;
  /** The data categories the policy uses, with their parents. */
  readonly terms: { readonly get: (id: string) => Term | undefined };
  readonly #byRelation = new Map<string, Row[]>();
  readonly #byOwner = new Map<string, Row[]>();

  constructor(policy: Policy) {
    this.policy = policy;
    this.terms = { get: (id) => policy.vocabulary.data[id] };
    for (const row of policy.facts) {
      push(this.#byRelation, row.relation, row);
      push(this.#byOwner, `${row.relation}\t${row.key[0]}`, row);
    }
  }

  all(relation: FactRelation): readonly Row[] {
    return this.#byRelation.get(relation) ?? [];
  }

  of(relation: FactRelation, owner: string): readonly Row[] {
    return this.#byOwner.get(`${relation}\t${owner}`) ?? [];
  }

  relations(): ReadonlySet<string> {
    return new Set(this.#byRelation.keys());
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

function push(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}
