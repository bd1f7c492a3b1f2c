import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { keptWith } from '../../src/base/on-demand.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { Each, Field, Fields } from '../../src/model/fields.ts';
import { type ClauseKind, clauseKinds, kinds, policyFormats } from '../../src/model/kinds.ts';
import type { Policy } from '../../src/model/policy.ts';
import { policyFrom, policyOfValues } from '../policy.ts';

/** Dates are in quotes, as policyc asks. */
export const quoted = { compat: 'yaml-1.1' } as const;

/**
 * Policies at random, made from the schema and the table of kinds, so that a new field or kind is generated without
 * anybody remembering it. Clauses come from a small pool of ids: two policies drawn from it share some and differ
 * in others. The first clause of each kind is always there, for references to resolve.
 */

interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly else?: SchemaNode;
}

const schema = JSON.parse(readFileSync('schemas/chapter.schema.json', 'utf8')) as {
  $defs: Record<string, SchemaNode>;
};
const texts = [
  'We do this.',
  'We do *not* do this.',
  'We keep it 30 days.',
  'See :ref[statement-0].',
  // YAML asks for quotes here.
  'Of us: nothing.',
];
const pools: Readonly<Record<string, readonly string[]>> = {
  data: [
    'contact.mobile_phone',
    'biometric.voiceprint',
    'biometric',
    'location',
    'location.precise',
    'identity.real_name',
  ],
  purpose: ['account.registration', 'improve.product', 'trade.order'].filter(Boolean),
  permission: ['camera', 'location', 'microphone'],
  country: ['CN', 'SG', 'DE'],
  name: ['north', 'south', 'shop'],
};
const watches: readonly (string | object)[] = [
  'function',
  'function.tier',
  'retention',
  'right',
  { watch: 'recipient', form: 'share' },
  { watch: 'function.data', data: 'biometric', on: 'added' },
];

const purposes = (
  JSON.parse(readFileSync('src/model/editions/2026-11/purposes.json', 'utf8')) as { id: string }[]
).map(({ id }) => id);
const known = (pool: readonly string[]): readonly string[] => pool.filter((id) => purposes.includes(id));

const perKind = 3;
const idOf = (kind: string, index: number): string => `${kind}-${index}`;

function poolFor(field: Each, node: SchemaNode | undefined): readonly string[] {
  if (node?.items?.enum) return node.items.enum;
  if (field.of === 'clause') return [idOf(field.kind ?? 'statement', 0)];
  if (field.of === 'purpose') return known(pools.purpose ?? []);
  return pools[field.of] ?? [];
}

function value(node: SchemaNode | undefined, field: Extract<Field, { is: 'value' }>): fc.Arbitrary<unknown> {
  if (field.of === 'clause') return fc.constant(idOf(field.kind ?? 'statement', 0));
  if (field.of === 'party') return fc.constant('company');
  if (node?.enum) return fc.constantFrom(...node.enum);
  if (node?.type === 'boolean') return fc.boolean();
  if (node?.type === 'integer') return fc.integer({ min: 12, max: 18 });
  if (node?.$ref === '#/$defs/duration') return fc.constantFrom('P15D', 'P30D', 'P1M', 'P12M', 'P1Y');
  if (node?.$ref === '#/$defs/url') return fc.constantFrom('/a', 'https://example.example/b');
  if (node?.$ref === '#/$defs/country') return fc.constantFrom('CN', 'SG');
  if (node?.examples) return fc.constantFrom(...node.examples);
  if (node?.type === 'string' && JSON.stringify(node).includes('{64}'))
    return fc.constantFrom('a'.repeat(64), 'b'.repeat(64));
  return fc.constantFrom('One', 'Two');
}

function anyOfField(field: Field, name: string, node: SchemaNode | undefined): fc.Arbitrary<unknown> {
  switch (field.is) {
    case 'structure':
    case 'register':
      return fc.constant(undefined);
    case 'value':
      return value(node, field);
    case 'text':
      return fc.constantFrom(...texts);
    case 'group':
      return anyOfFields(field.fields, resolved(node));
    case 'entity':
      return anyOfFields(field.fields, resolved(node), ['kind']);
    case 'watches':
      return fc.uniqueArray(fc.constantFrom(...watches), { minLength: 1, maxLength: 3 });
    case 'each': {
      const pool =
        name === 'material' || name === 'promises' ? ['one', 'two', 'three'] : poolFor(field, node);
      const ids = fc.uniqueArray(fc.constantFrom(...pool), { minLength: 1, maxLength: 3 });
      if (!field.by) return ids;
      const { by, fields } = field;
      // What may be a bare id is one where nothing more is said.
      const bare = node?.items?.else;
      const item = bare ?? node?.items;
      return ids.chain((chosen) =>
        fc.tuple(
          ...chosen.map((id) =>
            anyOfFields(fields ?? {}, item, item?.required).map((rest) =>
              bare && Object.keys(rest).length === 0 ? id : { ...rest, [by]: id },
            ),
          ),
        ),
      );
    }
  }
}

function resolved(node: SchemaNode | undefined): SchemaNode | undefined {
  return node?.$ref ? schema.$defs[node.$ref.replace('#/$defs/', '')] : node;
}

function anyOfFields(
  fields: Fields,
  node: SchemaNode | undefined,
  required: readonly string[] = [],
): fc.Arbitrary<object> {
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.is === 'structure') continue;
    const inner = anyOfField(field, name, node?.properties?.[name]);
    model[name] = required.includes(name) ? inner : fc.option(inner, { nil: undefined, freq: 2 });
  }
  return fc.record(model).map(withoutUndefined);
}

function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}

export interface ClauseObject {
  readonly id: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** What cannot be left out; a promise can be written in another way, which is no other promise. */
export function requiredOf(kind: ClauseKind): readonly string[] {
  return kind === 'commitment' ? ['promise', 'act'] : (schema.$defs[kind]?.required ?? []);
}

function anyClause(kind: ClauseKind, index: number): fc.Arbitrary<ClauseObject> {
  const node = schema.$defs[kind];
  const id = idOf(kind, index);
  return anyOfFields(kinds[kind], node, requiredOf(kind)).map((fields) => ({ id, kind, ...fields }));
}

/** One time in four: an option of the library is there every other time at least, or never. */
const sometimes = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: one },
  );

/** Clause objects of a policy: one of each kind, and up to two more. */
export const anyClauses: fc.Arbitrary<readonly ClauseObject[]> = fc
  .tuple(
    ...clauseKinds.flatMap((kind) =>
      Array.from({ length: perKind }, (_, index) =>
        index === 0 ? anyClause(kind, 0) : sometimes(anyClause(kind, index)),
      ),
    ),
  )
  .map((clauses) => clauses.filter((clause) => clause !== undefined));

export const head = {
  format: 'policyc/policy@2',
  id: 'generated',
  title: 'Privacy policy',
  edition: '2026-11',
  prevailing: 'en',
  locales: ['en'],
  profiles: ['cn-pipl'],
  utcOffset: '+08:00',
  parties: [{ id: 'company', role: 'controller', name: 'Generated Ltd' }],
};

/** Clauses as a policy in one or more chapters, with other files of YAML. */
export function policyOf(
  chapters: readonly (readonly ClauseObject[])[],
  more: object = {},
  others: Readonly<Record<string, object>> = {},
): Policy {
  const ids = chapters.map((_, index) => `chapter-${index}`);
  const values: Record<string, object> = { 'policy.yaml': { ...head, ...more, chapters: ids } };
  chapters.forEach((clauses, index) => {
    values[`chapters/${index}.yaml`] = { chapter: ids[index], title: `Chapter ${index}`, clauses };
  });
  if (Object.keys(others).length === 0) return policyOfValues(values);
  const texts = Object.entries({ ...others, ...values }).map(([path, value]) => [
    path,
    JSON.stringify(value),
  ]);
  return policyFrom(Object.fromEntries(texts));
}

/** In either format: of two policies one may say what the other leaves out. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .tuple(anyClauses, fc.constantFrom(...policyFormats))
  .map(([clauses, format]) => policyOf([clauses], { format }));

const comparedWith = keptWith((base: Policy) => keptWith((head: Policy) => comparePolicies(base, head)));

/** Two policies compared, once however many laws draw them: with one seed they draw the same two. */
export const compared = (base: Policy, head: Policy) => comparedWith(base)(head);
