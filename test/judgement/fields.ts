import type { Each, Field, Fields } from '../../src/model/fields.ts';
import type { Form } from '../../src/model/forms.ts';

/** Everything that the tables of fields allow, written once, and every smallest edit of it. */

/** An edit of one field: the way there, and what stands at its beginning instead. */
export interface Edit<Of = unknown> {
  readonly field: string;
  readonly how: string;
  readonly result: Of;
}

type Written = Readonly<Record<string, unknown>>;

const pools: Readonly<Record<string, readonly [string, string]>> = {
  data: ['contact.mobile_phone', 'biometric.voiceprint'],
  purpose: ['account.registration', 'trade.order'],
  permission: ['camera', 'location'],
  country: ['CN', 'SG'],
  locale: ['en', 'de'],
  id: ['one', 'two'],
  duration: ['P15D', 'P30D'],
  url: ['https://one.example/', 'https://two.example/'],
};

/** Two values of a form, the first of which is not what the field means when it is left out. */
function valuesOf({ named, schema, items }: Form, without?: unknown): readonly unknown[] {
  const several = (values: readonly unknown[]) => values.filter((one) => one !== without);
  if (items) return valuesOf(items).map((one) => [one]);
  if (Array.isArray(schema.enum)) return several(schema.enum).concat(without ?? []);
  if (schema.const !== undefined) return [schema.const];
  if (schema.type === 'boolean') return without === true ? [false, true] : [true, false];
  if (schema.type === 'integer') return [14, 16];
  if (named !== undefined && pools[named]) return pools[named];
  if (Array.isArray(schema.examples)) return schema.examples;
  return String(schema.pattern).includes('{64}') ? ['a'.repeat(64), 'b'.repeat(64)] : ['One', 'Two'];
}

const idsOf = ({ of, kind }: { readonly of?: string; readonly kind?: string }): readonly [string, string] =>
  of === 'clause'
    ? [`a-${kind ?? 'function'}`, `b-${kind ?? 'function'}`]
    : of === 'party'
      ? ['company', 'other']
      : (pools[of ?? ''] ?? ['one', 'two']);

function membersOf(field: Each): readonly unknown[] {
  const [first, second] = valuesOf(field.form);
  const ids = field.form.schema.enum ? [first, second] : idsOf(field);
  const { by, fields } = field;
  return by && fields ? ids.map((id) => ({ ...everyField(fields), [by]: id })) : ids;
}

/** A field as it is written when it is. */
function written(name: string, field: Field): unknown {
  switch (field.is) {
    case 'structure':
      return field.entries ? [everyField(field.entries.fields)] : valuesOf(field.form)[0];
    case 'value':
      return field.of ? idsOf(field)[0] : valuesOf(field.form, field.default)[0];
    case 'text':
      return `We do this (${name}).`;
    case 'each':
      return membersOf(field).slice(0, 1);
    case 'group':
    case 'entity':
      return everyField(field.fields);
    case 'watches':
      return ['function'];
    case 'register':
      return 'registers/list.yaml';
  }
}

/** A map with every field in it. */
export function everyField(fields: Fields): Written {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, written(name, field)]));
}

/** Every edit of a map that has every field, one at a time. */
export function editsOf(fields: Fields, whole: Written): Edit<Written>[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const put = (value: unknown): Written => ({ ...whole, [name]: value });
    const { [name]: here, ...rest } = whole;
    const inside = within(field, here).map((edit) => ({
      ...edit,
      field: edit.field === '' ? name : `${name}.${edit.field}`,
      result: put(edit.result),
    }));
    return field.needed ? inside : [{ field: name, how: 'left out', result: rest }, ...inside];
  });
}

function within(field: Field, here: unknown): Edit[] {
  const other = (result: unknown): Edit[] =>
    result === undefined ? [] : [{ field: '', how: 'another', result }];
  switch (field.is) {
    case 'structure':
      return field.entries ? [] : other(valuesOf(field.form)[1]);
    case 'value':
      return other(field.of ? idsOf(field)[1] : valuesOf(field.form, field.default)[1]);
    case 'text':
      return other('We do not do this.');
    case 'watches':
      return other(['function', 'right']);
    case 'register':
      return [];
    case 'group':
    case 'entity':
      return editsOf(field.fields, here as Written);
    case 'each': {
      const [first, second] = membersOf(field);
      const { by, fields } = field;
      const own = by && fields ? editsOf(fieldsBut(fields, by), first as Written) : [];
      return [
        { field: '', how: 'one more', result: [first, second] },
        { field: '', how: 'another', result: [second] },
        ...own.map((edit) => ({ ...edit, result: [edit.result] })),
      ];
    }
  }
}

const fieldsBut = (fields: Fields, but: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== but));
