import type { Diagnostic } from '../base/diagnostic.ts';
import type { RuleCode } from '../base/messages-rules.ts';
import type { Place } from '../base/place.ts';
import type { AvoidedWord } from '../model/avoided.ts';
import { isClauseKind, kindsWithField, speaking } from '../model/kinds.ts';
import type { Policy, Row, Term } from '../model/policy.ts';
import {
  type Data,
  type FactRelation,
  relationsAbout,
  relationsWithData,
  type Subject,
} from '../model/relations.ts';
import { type RowIndex, rowsIn } from '../model/row-index.ts';

/** Rules by their code: pure functions from a compiled policy to problems of that code. They see no other version and no file. */
export type Rules = { readonly [Code in RuleCode]?: (facts: Facts) => readonly Diagnostic[] };

/**
 * A policy as rules query it. What a rule derives from a whole policy (its texts, who keeps what) is cached with this
 * object (`keptWith`) for the rules after it.
 */
export class Facts {
  readonly policy: Policy;
  readonly rows: RowIndex;
  /** The data categories the policy uses, with their parents. */
  readonly terms: { readonly get: (id: string) => Term | undefined };

  readonly avoided: readonly AvoidedWord[];

  constructor(policy: Policy, avoided: readonly AvoidedWord[] = []) {
    this.policy = policy;
    this.avoided = avoided;
    this.rows = rowsIn(policy);
    this.terms = { get: (id) => policy.vocabulary.data[id] };
  }

  all(relation: FactRelation): readonly Row[] {
    return this.rows.all(relation);
  }

  /** The rows of a relation that belong to a clause, by its id. */
  of(relation: FactRelation, owner: string): readonly Row[] {
    return this.rows.below(relation, owner);
  }

  /** The rows of every list of data that becomes one of these. */
  withData(...become: readonly Data[]): readonly Row[] {
    return relationsWithData(...become).flatMap((relation) => this.all(relation));
  }

  /** The rows of every relation that names something of a subject. */
  about(subject: Subject): readonly Row[] {
    return relationsAbout(subject).flatMap((relation) => this.all(relation));
  }

  /** What is watched by the list of material changes, and by the promises. */
  watches(): readonly Row[] {
    return [...this.all('change.entry.watch'), ...this.all('change.promise.watch')];
  }

  /** What the texts of a clause are about, by the table of kinds; undefined for anything else than a clause. */
  speaking(id: string): (typeof speaking)[keyof typeof speaking] | undefined {
    const kind = this.kindOf(id) ?? '';
    return isClauseKind(kind) ? speaking[kind] : undefined;
  }

  /** The kind of a clause; undefined for anything else. */
  kindOf(id: string): string | undefined {
    const kind = this.rows.one('clause', id)?.values.kind;
    return kind === undefined ? undefined : String(kind);
  }

  /** The row of a clause whose kind has a field of this name. */
  rowWithField(name: string, id: string): Row | undefined {
    return kindsWithField(name).flatMap((kind) => this.rows.one(kind, id) ?? [])[0];
  }

  /** Whether a profile in force rates a category as sensitive. */
  isSensitive(data: string): boolean {
    return this.of('sensitivity', data).some((row) => row.values.level === 'yes');
  }
}

/** The place of a value, or of the row if the value was not written. */
export function valuePlace(row: Row, name: string): Place {
  return row.places?.[name] ?? row.place;
}
