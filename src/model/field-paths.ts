import { onDemand } from '../base/on-demand.ts';
import type { Field, Fields } from './fields.ts';
import { fieldsOfEntities } from './kinds.ts';

/** Where an author writes what a row states: the relation, or `relation/value`, to the way below its clause. */
const paths = onDemand(() => {
  const found = new Map<string, string>();
  for (const [kind, fields] of Object.entries(fieldsOfEntities)) walk(fields, kind, '', '', found);
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
    if (field.is === 'value' || field.is === 'text' || field.is === 'group')
      found.set(`${relation}/${prefix}${name}`, path);
    if (field.is === 'group') walk(field.fields, relation, `${path}.`, `${prefix}${name}.`, found);
    const rows = rowsOf(field);
    if (!rows) continue;
    found.set(rows.relation, path);
    walk(rows.fields ?? {}, rows.relation, `${path}.`, '', found);
  }
}

/** The rows that a field makes, with fields of their own. */
function rowsOf(field: Field): { readonly relation: string; readonly fields?: Fields } | undefined {
  if (field.is === 'register') return field.list;
  return field.is === 'each' || field.is === 'entity' || field.is === 'watches' ? field : undefined;
}

/** The field of a relation, or of one of its values, as it is written below its clause; undefined for an entity itself. */
export function fieldPathOf(relation: string, value?: string): string | undefined {
  return paths().get(value === undefined ? relation : `${relation}/${value}`);
}
