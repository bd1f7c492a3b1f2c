import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Field, Fields } from '../../src/model/fields.ts';
import type { Form } from '../../src/model/forms.ts';
import { statementFields } from '../../src/model/kinds/statement.ts';
import { aboutKinds, clauseKinds, kinds, partyFields, policyFields } from '../../src/model/kinds.ts';

const path = 'docs/fields.md';

/** What may be written in a field, briefly. */
function written(field: Field): string {
  switch (field.is) {
    case 'structure':
      return field.entries ? 'list of maps' : form(field.form);
    case 'value':
      return field.of === undefined ? form(field.form) : `id of a ${field.kind ?? field.of}`;
    case 'text':
      return 'Markdown';
    case 'each': {
      const item = field.of === 'clause' ? `id of a ${field.kind ?? 'clause'}` : form(field.form);
      return field.item === undefined ? `list of ${item}` : 'list of maps';
    }
    case 'group':
    case 'entity':
      return 'map';
    case 'watches':
      return 'list of watches';
    case 'register':
      return 'path of a file';
  }
}

function form({ named, schema, items }: Form): string {
  if (items) return `list of ${form(items)}`;
  if (named !== undefined) return named;
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => `\`${value}\``).join(' ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (Array.isArray(schema.examples)) return schema.examples.map((value) => `\`${value}\``).join(' ');
  return { boolean: '`true` `false`', integer: 'whole number' }[String(schema.type)] ?? 'text';
}

/** What a value means that is left out; what it meant in the first format alone. */
function leftOut(field: Extract<Field, { is: 'value' }>): string {
  if (field.once !== undefined) return `nothing; \`${field.once}\` in policyc/policy@1`;
  return field.default === undefined ? '' : `\`${field.default}\``;
}

/** A line for each field, and for those inside it. */
function lines(fields: Fields, at = ''): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const inner = field.is === 'register' ? field.list.fields : 'fields' in field ? field.fields : undefined;
    const preset = field.is === 'value' ? leftOut(field) : '';
    const cells = [`\`${at}${name}\``, field.needed ? 'yes' : '', written(field), preset, field.about];
    return [`| ${cells.join(' | ')} |`, ...(inner ? lines(inner, `${at}${name}.`) : [])];
  });
}

const table = (fields: Fields): string[] => [
  '| field | must be there | what is written | left out, it means | |',
  '|---|---|---|---|---|',
  ...lines(fields),
];

function page(): string {
  const own = (fields: Fields): Fields =>
    Object.fromEntries(
      Object.entries(fields).filter(([name, field]) => (statementFields as Fields)[name] !== field),
    );
  return [
    '# Every field',
    '',
    'The reference of every field that a policy file may have; [Writing a policy](authoring.md) shows them in use. A list of data, purposes or',
    'permissions takes ids, or maps with the fields below it. Generated from `src/model/kinds`, like the schemas that editors read; do not edit.',
    '',
    '## Any clause',
    '',
    ...table(statementFields),
    ...clauseKinds
      .filter((kind) => kind !== 'statement')
      .flatMap((kind) => ['', `## ${kind}`, '', aboutKinds[kind], '', ...table(own(kinds[kind]))]),
    '',
    '## policy.yaml',
    '',
    ...table(policyFields),
    '',
    '## A party',
    '',
    ...table(partyFields),
    '',
  ].join('\n');
}

it('docs/fields.md is what the tables say', () => {
  if (process.env.UPDATE === '1') writeFileSync(path, page());
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(page());
});
