import { durationInEnglish } from '../base/duration-words.ts';
import type { Policy, Scalar } from '../model/policy.ts';
import { isFactRelation, type Referent, type RelationName, relations } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';

/** Turns ids and values into words, with the head's names first and the base's for what is gone. */
export interface Names {
  readonly keyOf: (relation: RelationName, key: readonly string[]) => readonly string[];
  readonly value: (value: Scalar | undefined) => string;
  readonly entry: (clause: string, entry: string) => string | undefined;
}

export function namesIn(head: Policy, base: Policy): Names {
  const titleOf = (id: string): string | undefined => titleIn(head, id) ?? titleIn(base, id);
  const sensitive = new Set([base, head].flatMap(sensitiveIn));
  const label = (table: 'data' | 'purposes' | 'permissions', id: string): string =>
    (head.vocabulary[table][id] ?? base.vocabulary[table][id])?.label.en ?? id;
  const named: Partial<Record<Referent, (id: string) => string>> = {
    clause: (id) => titleOf(id) ?? id,
    party: (id) => titleOf(id) ?? id,
    data: (id) => `${label('data', id)}${sensitive.has(id) ? ' (sensitive)' : ''}`,
    purpose: (id) => label('purposes', id),
    permission: (id) => label('permissions', id),
    word: (id) => (id.includes('.') || id.includes('(') ? id : id.replaceAll('-', ' ')),
  };
  return {
    keyOf: (relation, key) => {
      const shape: readonly Referent[] = isFactRelation(relation) ? relations[relation].key : ['clause'];
      const [list, owner = '', entry = ''] = [listOf(relation), ...key];
      const entryName = list && (entryIn(head, list, owner, entry) ?? entryIn(base, list, owner, entry));
      return key.map((part, index) =>
        index === 1 && entryName !== undefined ? entryName : (named[shape[index] ?? 'name']?.(part) ?? part),
      );
    },
    value: (value) => {
      if (value === undefined) return 'not stated';
      if (typeof value === 'boolean') return value ? 'yes' : 'no';
      return titleOf(String(value)) ?? durationInEnglish(String(value));
    },
    entry: (clause, entry) => wordsOfEntry(base, clause, entry) ?? wordsOfEntry(head, clause, entry),
  };
}

type List = 'recipient.listed' | 'technology.listed';

/** The register that a relation's rows are entries of, or belong to an entry of. */
function listOf(relation: string): List | undefined {
  return (['recipient.listed', 'technology.listed'] as const).find(
    (list) => relation === list || relation.startsWith(`${list}.`),
  );
}

/** The name of an entry of a register. */
function entryIn(policy: Policy, list: List, owner: string, entry: string): string | undefined {
  const name = rowsIn(policy).one(list, owner, entry)?.values.name;
  return name === undefined ? undefined : String(name);
}

function sensitiveIn(policy: Policy): string[] {
  return rowsIn(policy)
    .all('sensitivity')
    .flatMap(({ key, values }) => (values.level === 'yes' ? [key[0] ?? ''] : []));
}

/** The title of a clause or chapter, or the name of a party. */
function titleIn(policy: Policy, id: string): string | undefined {
  const party = rowsIn(policy).one('party', id);
  if (party) return String(party.values.name ?? id);
  return textIn(policy, [id, 'title']);
}

function textIn(policy: Policy, path: readonly string[]): string | undefined {
  const row = rowsIn(policy).one('prose', ...path, policy.prevailing);
  return row === undefined ? undefined : plainText(String(row.values.text));
}

function wordsOfEntry(policy: Policy, clause: string, entry: string): string | undefined {
  return textIn(policy, [clause, 'material', entry, 'words']);
}

/** A text on one line, without the marks of directives and emphasis. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/:(?:data|ref|term|contact|party|period)\[[^[\]]*\]\{as="([^"]*)"\}/g, '$1')
    .replace(/:(?:data|ref|term|contact|party|period)\[([^[\]]*)\]/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
