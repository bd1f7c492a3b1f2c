import type { Fields } from '../model/fields.ts';
import { fieldsOfEntities } from '../model/kinds.ts';
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
  const fields = fieldsOfEntities[entity] ?? {};
  return factAt({ fields, relation: entity, prefix: '', key: [owner] }, path);
}

/** Where a path has come to: the fields there, of which rows they are, and which of their values are grouped there. */
interface Reached {
  readonly fields: Fields;
  readonly relation: FactRelation;
  readonly prefix: string;
  readonly key: readonly string[];
}

function factAt(reached: Reached, [name = '', ...rest]: readonly string[]): TextOfFact | undefined {
  const { relation, prefix, key } = reached;
  const field = reached.fields[name];
  switch (field?.is) {
    case 'text':
      if (field.presence) return { name: `${relation}.${prefix}${name}`, relation, key };
      return wholeTexts.has(`${relation}.${name}`) ? { name: relation, relation, key } : undefined;
    case 'group':
      return factAt({ ...reached, fields: field.fields, prefix: `${prefix}${name}.` }, rest);
    case 'entity':
      return factAt({ fields: field.fields, relation: field.relation, prefix: '', key }, rest);
    case 'each': {
      const [id = '', ...inner] = rest;
      const { fields = {} } = field;
      return factAt({ fields, relation: field.relation, prefix: '', key: [...key, id] }, inner);
    }
    default:
      return undefined;
  }
}
