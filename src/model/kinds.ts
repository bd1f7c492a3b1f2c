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

/**
 * The clause kinds: for each, its fields, with what may be written there, what it means, and the rows it becomes. To add
 * a kind, see CONTRIBUTING.
 */
export const kinds = {
  function: functionFields,
  recipient: recipientFields,
  technology: technologyFields,
  retention: retentionFields,
  security: securityFields,
  right: rightFields,
  minors: minorsFields,
  contact: contactFields,
  scope: scopeFields,
  definition: definitionFields,
  document: documentFields,
  commitment: commitmentFields,
  change: changeFields,
  statement: statementFields,
} as const satisfies { readonly [Kind in FactRelation]?: Fields };

/** The fields of everything that has an id: the clauses of each kind, a party and the policy itself. */
export const fieldsOfEntities: Readonly<Record<string, Fields>> = {
  ...kinds,
  party: partyFields,
  policy: policyFields,
};

export type ClauseKind = keyof typeof kinds;

export const clauseKinds = Object.keys(kinds) as readonly ClauseKind[];

export function isClauseKind(kind: string): kind is ClauseKind {
  return (clauseKinds as readonly string[]).includes(kind);
}

/** What a clause of each kind states, in the words that editors show. */
export const aboutKinds: Readonly<Record<ClauseKind, string>> = {
  function: 'Something the product does with personal data.',
  recipient: 'Somebody who receives personal data.',
  technology: 'A cookie, SDK or similar technology.',
  retention: 'How long data is kept, and what happens then.',
  security: 'How data is protected.',
  right: 'Something readers can ask for or do.',
  minors: 'Rules for children and their guardians.',
  contact: 'A way to reach the company.',
  scope: 'What the policy covers.',
  definition: 'What a term means here. The title is the term.',
  document: 'Another document that this policy refers to or takes in.',
  commitment: 'Something promised never, or always, to happen.',
  change: 'How changes of the policy are told, and which are material.',
  statement: 'Prose without facts.',
};

/**
 * What the texts of each kind are about: one thing, of which the clause has the facts; everything we do; an address to
 * write to, which receives no data by being named; words and documents, maybe of others.
 */
export const speaking: Readonly<
  Record<ClauseKind, 'of-one-thing' | 'of-all' | 'of-an-address' | 'of-words'>
> = {
  function: 'of-one-thing',
  recipient: 'of-one-thing',
  technology: 'of-one-thing',
  retention: 'of-one-thing',
  security: 'of-all',
  right: 'of-all',
  minors: 'of-one-thing',
  contact: 'of-an-address',
  scope: 'of-all',
  definition: 'of-words',
  document: 'of-words',
  commitment: 'of-all',
  change: 'of-all',
  statement: 'of-all',
};

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
