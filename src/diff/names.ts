import { durationInEnglish } from '../base/duration-words.ts';
import type { Policy, Scalar } from '../model/policy.ts';
import { isFactRelation, type Referent, type RelationName, relations } from '../model/relations.ts';

/** Turns ids and values into words, with the head's names first and the base's for what is gone. */
export interface Names {
  readonly keyOf: (relation: RelationName, key: readonly string[]) => readonly string[];
  readonly value: (value: Scalar | undefined) => string;
  readonly entry: (clause: string, entry: string) => string | undefined;
}

export function namesIn(head: Policy, base: Policy): Names {
  const titles = new Map([...titlesOf(base), ...titlesOf(head)]);
  const sensitive = new Set(
    [...base.facts, ...head.facts]
      .filter((row) => row.relation === 'sensitivity' && row.values.level === 'yes')
      .map((row) => row.key[0]),
  );
  const label = (table: 'data' | 'purposes' | 'permissions', id: string): string =>
    (head.vocabulary[table][id] ?? base.vocabulary[table][id])?.label.en ?? id;
  const named: Partial<Record<Referent, (id: string) => string>> = {
    clause: (id) => titles.get(id) ?? id,
    party: (id) => titles.get(id) ?? id,
    data: (id) => `${label('data', id)}${sensitive.has(id) ? ' (sensitive)' : ''}`,
    purpose: (id) => label('purposes', id),
    permission: (id) => label('permissions', id),
    word: (id) => (id.includes('.') || id.includes('(') ? id : id.replaceAll('-', ' ')),
  };
  return {
    keyOf: (relation, key) => {
      const shape: readonly Referent[] = isFactRelation(relation) ? relations[relation].key : ['clause'];
      return key.map((part, index) => named[shape[index] ?? 'name']?.(part) ?? part);
    },
    value: (value) => {
      if (value === undefined) return 'not stated';
      if (typeof value === 'boolean') return value ? 'yes' : 'no';
      return titles.get(String(value)) ?? durationInEnglish(String(value));
    },
    entry: (clause, entry) => wordsOfEntry(base, clause, entry) ?? wordsOfEntry(head, clause, entry),
  };
}

function titlesOf(policy: Policy): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const row of policy.prose) {
    if (row.key.length === 3 && row.key[1] === 'title' && row.key[2] === policy.prevailing) {
      found.push([row.key[0] ?? '', plainText(String(row.values.text))]);
    }
  }
  for (const row of policy.facts) {
    if (row.relation === 'party') found.push([row.key[0] ?? '', String(row.values.name ?? row.key[0])]);
  }
  return found;
}

function wordsOfEntry(policy: Policy, clause: string, entry: string): string | undefined {
  const row = policy.prose.find(
    ({ key }) =>
      key[0] === clause &&
      key[2] === entry &&
      key[3] === 'words' &&
      key[4] === policy.prevailing &&
      key.length === 5,
  );
  return row === undefined ? undefined : plainText(String(row.values.text));
}

/** A text on one line, without the marks of directives and emphasis. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/:(?:data|ref|term|contact)\[[^\]]*\]\{as="([^"]*)"\}/g, '$1')
    .replace(/:(?:data|ref|term|contact)\[([^\]]*)\]/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
