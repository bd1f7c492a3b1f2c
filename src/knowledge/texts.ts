import type { Fields } from '../model/fields.ts';
import { kinds, partyFields, policyFields } from '../model/kinds.ts';
import type { FactRelation } from '../model/relations.ts';

/** The fact that a text is the value of: `right.method` of a right, `function.permission.trigger` of a permission. */
export interface TextOfFact {
  readonly name: string;
  readonly relation: FactRelation;
  readonly key: readonly string[];
}

/** Entities that are their text: what is promised, or what a word stands for, is what the words say. */
const wholeTexts: ReadonlySet<string> = new Set([
  'commitment.text',
  'commitment.words',
  'definition.text',
  'change.entry.words',
  'change.promise.words',
]);

/**
 * What a text of an entity is the value of, by its path through ids; undefined for what only explains: titles, summaries
 * and the text of a clause.
 */
export function factOfText(
  entity: FactRelation,
  owner: string,
  path: readonly string[],
): TextOfFact | undefined {
  let fields: Fields = fieldsOf(entity);
  let relation = entity;
  let prefix = '';
  const key = [owner];
  for (let at = 0; at < path.length; at++) {
    const name = path[at] ?? '';
    const field = fields[name];
    if (field?.is === 'text') {
      if (field.presence) return { name: `${relation}.${prefix}${name}`, relation, key };
      return wholeTexts.has(`${relation}.${name}`) ? { name: relation, relation, key } : undefined;
    }
    if (field?.is === 'group') {
      prefix += `${name}.`;
      fields = field.fields;
    } else if (field?.is === 'entity' || field?.is === 'each') {
      relation = field.relation;
      fields = field.fields ?? {};
      prefix = '';
      if (field.is === 'each') key.push(path[++at] ?? '');
    } else return undefined;
  }
  return undefined;
}

function fieldsOf(entity: FactRelation): Fields {
  if (entity === 'party') return partyFields;
  if (entity === 'policy') return policyFields;
  return (kinds as Readonly<Record<string, Fields>>)[entity] ?? {};
}
