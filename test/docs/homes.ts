import type { Field, Fields } from '../../src/model/fields.ts';
import { clauseKinds, kinds, partyFields, policyFields } from '../../src/model/kinds.ts';

/** The rows that each field becomes, by its path; `clause` stands for every kind: `function.collects.for` → `function.data.purpose`. */
export const homes = new Map<string, readonly string[]>();

function walk(fields: Fields, at: string, relation: string, prefix: string): void {
  for (const [name, field] of Object.entries(fields)) {
    const here = `${at}.${name}`;
    homes.set(here, rowsOf(field, relation, prefix + name));
    if (field.is === 'register') walk({ ...field.list.fields }, here, field.list.relation, '');
    if (!('fields' in field) || !field.fields) continue;
    const inside = field.is === 'group' ? relation : field.relation;
    walk(field.fields, here, inside, field.is === 'group' ? `${prefix}${name}.` : '');
  }
}

function rowsOf(field: Field, relation: string, name: string): readonly string[] {
  switch (field.is) {
    case 'structure':
      return ['structure'];
    case 'value':
      return [`${relation}/${name}`];
    case 'text':
      return field.presence ? [`${relation}/${name}`, 'prose'] : ['prose'];
    case 'group':
      return field.presence ? [`${relation}/${name}`] : [relation];
    case 'each':
    case 'watches':
      return [field.relation];
    case 'entity':
      return [field.relation, field.covers];
    case 'register':
      return [field.list.relation];
  }
}

for (const kind of clauseKinds) walk(kinds[kind], kind, kind, '');
walk(kinds.statement, 'clause', 'clause', '');
walk(partyFields, 'party', 'party', '');
walk(policyFields, 'policy', 'policy', '');
for (const field of ['title', 'text', 'summary']) homes.set(`chapter.${field}`, ['prose']);
