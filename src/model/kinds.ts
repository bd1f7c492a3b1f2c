import type { Field, Fields, Value } from './fields.ts';
import { periods } from './forms.ts';
import { changeFields } from './kinds/change.ts';
import { commitmentFields } from './kinds/commitment.ts';
import { contactFields } from './kinds/contact.ts';
import { definitionFields } from './kinds/definition.ts';
import { documentFields } from './kinds/document.ts';
import { functionFields } from './kinds/function.ts';
import { minorsFields } from './kinds/minors.ts';
import { partyFields, policyFields } from './kinds/policy.ts';
import { recipientFields } from './kinds/recipient.ts';
import { retentionFields } from './kinds/retention.ts';
import { rightFields } from './kinds/right.ts';
import { scopeFields } from './kinds/scope.ts';
import { securityFields } from './kinds/security.ts';
import { statementFields } from './kinds/statement.ts';
import { technologyFields } from './kinds/technology.ts';
import {
  type Data,
  type FactRelation,
  relationsAbout,
  relationsWithData,
  type Subject,
} from './relations.ts';

export { partyFields, policyFields, policyFormats } from './kinds/policy.ts';

/** What the texts of a clause are about. */
type Speaking = 'of-one-thing' | 'of-all' | 'of-an-address' | 'of-words';

/**
 * The clause kinds: what a clause of each states, in the words that editors show; its fields, with what may be written
 * there, what it means, and the rows it becomes; and what its texts are about: one thing, of which the clause has the
 * facts; everything we do; an address to write to, which receives no data by being named; words and documents, maybe of
 * others. To add a kind, see CONTRIBUTING.
 */
const table = {
  function: [functionFields, 'of-one-thing', 'Something the product does with personal data.'],
  recipient: [recipientFields, 'of-one-thing', 'Somebody who receives personal data.'],
  technology: [technologyFields, 'of-one-thing', 'A cookie, SDK or similar technology.'],
  retention: [retentionFields, 'of-one-thing', 'How long data is kept, and what happens then.'],
  security: [securityFields, 'of-all', 'How data is protected.'],
  right: [rightFields, 'of-all', 'Something readers can ask for or do.'],
  minors: [minorsFields, 'of-one-thing', 'Rules for children and their guardians.'],
  contact: [contactFields, 'of-an-address', 'A way to reach the company.'],
  scope: [scopeFields, 'of-all', 'What the policy covers.'],
  definition: [definitionFields, 'of-words', 'What a term means here. The title is the term.'],
  document: [documentFields, 'of-words', 'Another document that this policy refers to or takes in.'],
  commitment: [commitmentFields, 'of-all', 'Something promised never, or always, to happen.'],
  change: [changeFields, 'of-all', 'How changes of the policy are told, and which are material.'],
  statement: [statementFields, 'of-all', 'Prose without facts.'],
} as const satisfies { readonly [Kind in FactRelation]?: readonly [Fields, Speaking, about: string] };

export type ClauseKind = keyof typeof table;

export const clauseKinds = Object.keys(table) as readonly ClauseKind[];

/** The kinds that state facts: a statement has none, and how changes are told is the policy's own. */
export const kindsOfFacts = clauseKinds.filter((kind) => kind !== 'statement' && kind !== 'change');

const eachKind = (part: 0 | 1 | 2) =>
  Object.fromEntries(clauseKinds.map((kind) => [kind, table[kind][part]]));

export const kinds = eachKind(0) as { readonly [Kind in ClauseKind]: (typeof table)[Kind][0] };
export const speaking = eachKind(1) as Readonly<Record<ClauseKind, Speaking>>;
export const aboutKinds = eachKind(2) as Readonly<Record<ClauseKind, string>>;

/** The fields of everything that has an id: the clauses of each kind, a party and the policy itself. */
export const fieldsOfEntities: Readonly<Record<string, Fields>> = {
  ...kinds,
  party: partyFields,
  policy: policyFields,
};

export function isClauseKind(kind: string): kind is ClauseKind {
  return (clauseKinds as readonly string[]).includes(kind);
}

/** The kinds whose facts say that data is collected, received, kept or named, as asked for. */
export function kindsWithData(...become: readonly Data[]): readonly ClauseKind[] {
  return kindsOf(relationsWithData(...become));
}

/** The kinds whose facts name something of a subject. */
export function kindsAbout(subject: Subject): readonly ClauseKind[] {
  return kindsOf(relationsAbout(subject));
}

function kindsOf(named: readonly FactRelation[]): readonly ClauseKind[] {
  return clauseKinds.filter((kind) => named.some((relation) => relation.startsWith(`${kind}.`)));
}

/** The kinds that have a field of that name. */
export function kindsWithField(name: string): readonly ClauseKind[] {
  return clauseKinds.filter((kind) => Object.hasOwn(kinds[kind], name));
}

/** Values that are free words, as `relation.value`. */
export const freeWords: ReadonlySet<string> = valuesThat((field) => field.words === true);

/** Values that are the id of a clause or party, as `relation.value`. */
export const idValues: ReadonlySet<string> = valuesThat((field) => field.of !== undefined);

function valuesThat(holds: (field: Value) => boolean): ReadonlySet<string> {
  const within = (relation: string, fields: Fields): string[] =>
    Object.entries(fields).flatMap(([name, field]) => {
      if (field.is === 'value') return holds(field) ? [`${relation}.${name}`] : [];
      if (field.is === 'each') return within(field.relation, field.fields ?? {});
      if (field.is === 'register') return within(field.list.relation, field.list.fields ?? {});
      return [];
    });
  return new Set(Object.entries(fieldsOfEntities).flatMap(([relation, fields]) => within(relation, fields)));
}

/** The first period field of each kind, which `:period[clause]` shows. */
export const periodFields: ReadonlyMap<string, string> = new Map(
  clauseKinds.flatMap((kind) => {
    const found = Object.entries<Field>(kinds[kind]).find(
      ([, field]) => field.is === 'value' && periods.includes(field.form),
    );
    return found ? [[kind, found[0]] as const] : [];
  }),
);
