import { onDemand } from '../base/on-demand.ts';
import type { Fields } from './fields.ts';
import { kinds, partyFields, policyFields } from './kinds.ts';

/** Where an author writes what a row states: the relation, or `relation/value`, to the way below its clause. */
const paths = onDemand(() => {
  const found = new Map<string, string>();
  for (const [kind, fields] of Object.entries({ ...kinds, party: partyFields, policy: policyFields }))
    walk(fields, kind, '', '', found);
  return found;
});

function walk(
  fields: Fields,
  relation: string,
  at: string,
  prefix: string,
  found: Map<string, string>,
): void {
  for (const [name, field] of Object.entries(fields)) {
    const path = at + name;
    if (field.is === 'value' || field.is === 'text') found.set(`${relation}/${prefix}${name}`, path);
    else if (field.is === 'group') {
      found.set(`${relation}/${prefix}${name}`, path);
      walk(field.fields, relation, `${path}.`, `${prefix}${name}.`, found);
    } else if (field.is === 'register') {
      found.set(field.list.relation, path);
      walk(field.list.fields ?? {}, field.list.relation, `${path}.`, '', found);
    } else if (field.is === 'each' || field.is === 'entity' || field.is === 'watches') {
      found.set(field.relation, path);
      if ('fields' in field) walk(field.fields ?? {}, field.relation, `${path}.`, '', found);
    }
  }
}

/** The field of a relation, or of one of its values, as it is written below its clause; undefined for an entity itself. */
export function fieldPathOf(relation: string, value?: string): string | undefined {
  return paths().get(value === undefined ? relation : `${relation}/${value}`);
}
