import { readFileSync } from 'node:fs';
import type { Fields } from '../../src/model/fields.ts';
import { clauseKinds, kinds } from '../../src/model/kinds.ts';
import { type ClauseObject, requiredOf } from './policies.ts';

/**
 * Edit operators: every smallest edit that the language allows, made from the table of kinds and the schema. Each is
 * a clause before and after; a field, a member of a list or a text differs and nothing else does.
 */
export interface Operator {
  readonly name: string;
  readonly before: ClauseObject | undefined;
  readonly after: ClauseObject | undefined;
  /** What policy.yaml says besides, on either side. */
  readonly heads?: readonly [before: object, after: object];
}

interface Node {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly items?: Node & { readonly else?: Node };
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
}

const schema = JSON.parse(readFileSync('schemas/chapter.schema.json', 'utf8')) as {
  $defs: Record<string, Node>;
};

const members: Readonly<Record<string, readonly string[]>> = {
  data: ['contact.mobile_phone', 'biometric.voiceprint'],
  purpose: ['account.registration', 'improve.product'],
  permission: ['camera', 'location'],
  country: ['CN', 'SG'],
  name: ['north', 'south'],
};

/** A clause of each kind that states as little as its schema allows. */
const least: Readonly<Record<string, object>> = {
  function: { tier: 'additional', title: 'Signing in', purposes: ['account.registration'] },
  recipient: { title: 'Carrier', form: 'share' },
  technology: { title: 'Cookie', type: 'cookie' },
  retention: { title: 'Logs' },
  security: { title: 'Protection' },
  right: { title: 'Access', right: 'access' },
  minors: { title: 'Children', age: 14 },
  contact: { title: 'Desk', channel: 'email', address: 'a@b.example' },
  scope: { title: 'Scope' },
  definition: { title: 'Child' },
  document: { title: 'Rules', role: 'referenced' },
  commitment: { title: 'No sale', promise: 'never', act: 'sell' },
  change: { title: 'Changes' },
  statement: { title: 'Words', text: 'Words.' },
};

function samplesOf(node: Node | undefined, name: string): readonly unknown[] {
  if (node?.enum) return node.enum;
  if (node?.type === 'boolean') return [false, true];
  if (node?.type === 'integer') return [14, 16];
  const examples =
    node?.examples ?? (node?.$ref ? schema.$defs[node.$ref.replace('#/$defs/', '')] : node)?.examples;
  if (examples) return examples;
  if (node?.$ref === '#/$defs/url') return ['/a', '/b'];
  if (node?.$ref === '#/$defs/country') return ['CN', 'SG'];
  if (node?.$ref === '#/$defs/id') return [];
  if (name === 'digest') return ['a'.repeat(64), 'b'.repeat(64)];
  return ['One', 'Two'];
}

type Edit = readonly [name: string, before: unknown, after: unknown];

/** The edits of one field: from absent to each value, and between each two. */
function editsOf(fields: Fields, node: Node | undefined): { field: string; edits: Edit[] }[] {
  return Object.entries(fields).flatMap(([name, field]): { field: string; edits: Edit[] }[] => {
    const inner = node?.properties?.[name];
    switch (field.is) {
      case 'structure':
      case 'register':
        return [];
      case 'value': {
        if (field.of) return [];
        const values = samplesOf(inner, name);
        const start = field.default === undefined ? [undefined] : [];
        const all = [...start, ...values];
        return [{ field: name, edits: pairs(all).map(([a, b]) => [`${name} ${a} → ${b}`, a, b]) }];
      }
      case 'text':
        return [
          {
            field: name,
            edits: [
              [`${name} added`, undefined, 'We do this.'],
              [`${name} removed`, 'We do this.', undefined],
              [`${name} changed`, 'We do this.', 'We do not do this.'],
            ],
          },
        ];
      case 'group': {
        const resolved = inner?.$ref ? schema.$defs[inner.$ref.replace('#/$defs/', '')] : inner;
        const within = editsOf(field.fields, resolved).flatMap(({ field: sub, edits }) =>
          edits.map(
            ([label, a, b]): Edit => [
              `${name}.${label}`,
              wrap(sub, a, field.presence),
              wrap(sub, b, field.presence),
            ],
          ),
        );
        const presence: Edit[] = field.presence
          ? [
              [`${name} added`, undefined, {}],
              [`${name} removed`, {}, undefined],
            ]
          : [];
        return [{ field: name, edits: [...presence, ...within] }];
      }
      case 'entity': {
        const explicit = { kind: 'explicit' };
        const edits: Edit[] = [
          [`${name} added`, undefined, explicit],
          [`${name} removed`, explicit, undefined],
          [`${name} kind`, explicit, { kind: 'implied' }],
          [`${name} kind back`, { kind: 'implied' }, explicit],
          [`${name} separate`, explicit, { ...explicit, separate: true }],
          [`${name} joined`, { ...explicit, separate: true }, explicit],
          [`${name} withdrawal added`, explicit, { ...explicit, withdrawal: 'Settings.' }],
          [`${name} withdrawal removed`, { ...explicit, withdrawal: 'Settings.' }, explicit],
        ];
        return [{ field: name, edits }];
      }
      case 'each': {
        if (field.of === 'clause') return [];
        const [first = '', second = ''] = inner?.items?.enum ?? members[field.of] ?? ['one', 'two'];
        // Written out or left to stand for all purposes: the same rows.
        if (field.otherwise)
          return [
            {
              field: name,
              edits: [
                [`${name} second`, [first], [first, second]],
                [`${name} second gone`, [first, second], [first]],
              ],
            },
          ];
        const item = (id: string): unknown =>
          field.by && field.of === 'name'
            ? { id, words: 'Words.', owes: 'notice', watches: ['function'] }
            : id;
        const bare = (id: string): unknown => {
          const made = item(id);
          if (name !== 'material' || typeof made !== 'object' || made === null) return made;
          const { owes: _, ...rest } = made as { owes: string };
          return rest;
        };
        const lists: Edit[] = [
          [`${name} first`, undefined, [bare(first)]],
          [`${name} last gone`, [bare(first)], undefined],
          [`${name} second`, [bare(first)], [bare(first), bare(second)]],
          [`${name} second gone`, [bare(first), bare(second)], [bare(first)]],
        ];
        const itemNode = inner?.items?.else ?? inner?.items;
        const by = field.by;
        const nested =
          field.fields && by
            ? editsOf(field.fields, itemNode).flatMap(({ field: sub, edits }) =>
                stated(edits, itemNode, sub).map(([label, a, b]): Edit => {
                  const base = bare(first);
                  const start = typeof base === 'object' ? (base as object) : { [by]: base };
                  return [`${name}.${label}`, [withField(start, sub, a)], [withField(start, sub, b)]];
                }),
              )
            : [];
        return [{ field: name, edits: [...lists, ...nested] }];
      }
      case 'watches':
        return [
          {
            field: name,
            edits: [
              ['watch added', ['function'], ['function', 'right']],
              ['watch removed', ['function', 'right'], ['function']],
            ],
          },
        ];
    }
  });
}

/** Without the edits that would leave out what the schema requires. */
function stated(edits: readonly Edit[], node: Node | undefined, field: string): readonly Edit[] {
  const isRequired = node?.required?.includes(field) === true;
  return edits.filter(([, a, b]) => !isRequired || (a !== undefined && b !== undefined));
}

function pairs(values: readonly unknown[]): [unknown, unknown][] {
  return values.flatMap((a, at) =>
    values.flatMap((b, other): [unknown, unknown][] => (at === other ? [] : [[a, b]])),
  );
}

function wrap(field: string, value: unknown, keep: boolean): object | undefined {
  return value === undefined ? (keep ? {} : undefined) : { [field]: value };
}

function withField(start: object, field: string, value: unknown): object {
  const { [field]: _, ...rest } = start as Record<string, unknown>;
  return value === undefined ? rest : { ...rest, [field]: value };
}

/** Every operator of every kind, and the coming and going of a whole clause. */
export const ofFields: readonly Operator[] = clauseKinds.flatMap((kind): Operator[] => {
  const start = { id: `the-${kind}`, kind, ...least[kind] } as ClauseObject;
  const edits = editsOf(kinds[kind], schema.$defs[kind]).flatMap(({ field, edits: list }) =>
    list
      .filter(([, a, b]) => !(requiredOf(kind).includes(field) && (a === undefined || b === undefined)))
      .map(([name, a, b]): Operator => {
        const [before, after] = [withField(start, field, a), withField(start, field, b)];
        return { name: `${kind}: ${name}`, before: before as ClauseObject, after: after as ClauseObject };
      }),
  );
  return [
    { name: `${kind}: clause added`, before: undefined, after: start },
    { name: `${kind}: clause removed`, before: start, after: undefined },
    ...edits,
  ];
});

/** Clauses that others refer to. */
export const referred: readonly ClauseObject[] = [
  { id: 'a-function', kind: 'function', tier: 'basic', title: 'Orders', purposes: ['trade.order'] },
  { id: 'b-function', kind: 'function', tier: 'basic', title: 'Browsing', purposes: ['content.browse'] },
  { id: 'a-contact', kind: 'contact', title: 'Desk', channel: 'email', address: 'a@b.example' },
  { id: 'b-contact', kind: 'contact', title: 'Counter', channel: 'phone', address: '1' },
  { id: 'a-document', kind: 'document', title: 'Rules', role: 'referenced' },
  { id: 'b-document', kind: 'document', title: 'Terms', role: 'referenced' },
  { id: 'a-recipient', kind: 'recipient', title: 'Carrier', form: 'share' },
  { id: 'b-recipient', kind: 'recipient', title: 'Bank', form: 'share' },
];

/** Lists and values that name other clauses, and values that name the company. */
const ofReferences: readonly Operator[] = clauseKinds.flatMap((kind) => {
  const start = { id: `the-${kind}`, kind, ...least[kind] } as ClauseObject;
  return Object.entries(kinds[kind] as Fields).flatMap(([name, field]): Operator[] => {
    if (!('of' in field) || (field.of !== 'clause' && field.of !== 'party')) return [];
    const target = field.kind ?? 'document';
    const [a, b] = [`a-${target}`, `b-${target}`];
    const one: readonly (readonly [unknown, unknown])[] = [
      [undefined, 'company'],
      ['company', undefined],
    ];
    const edits: readonly (readonly [unknown, unknown])[] =
      field.of === 'party'
        ? one
        : field.is === 'each'
          ? [
              [undefined, [a]],
              [[a], undefined],
              [[a], [a, b]],
              [[a, b], [a]],
            ]
          : [
              [undefined, a],
              [a, b],
              [a, undefined],
            ];
    return edits.map(([before, after]) => ({
      name: `${kind}: ${name} ${JSON.stringify(before)} → ${JSON.stringify(after)}`,
      before: withField(start, name, before) as ClauseObject,
      after: withField(start, name, after) as ClauseObject,
    }));
  });
});

const company = { id: 'company', role: 'controller', name: 'Company Ltd' };
const parties = (more: object, ...others: object[]): object => ({
  parties: [{ ...company, ...more }, ...others],
});
const other = { id: 'other', role: 'affiliate', name: 'Other Ltd' };

/** What policy.yaml itself can change. */
const ofHead: readonly Operator[] = (
  [
    ['party added', parties({}), parties({}, other)],
    ['party removed', parties({}, other), parties({})],
    ['party role', parties({}, other), parties({}, { ...other, role: 'joint-controller' })],
    ...['registration', 'address', 'department', 'officer'].map(
      (field) => [`party ${field}`, parties({ [field]: 'One' }), parties({ [field]: 'Two' })] as const,
    ),
    ['party name', parties({}), parties({ name: 'Company and Sons Ltd' })],
    ['party country', parties({ country: 'CN' }), parties({ country: 'SG' })],
    ['party represented', parties({}, other), parties({}, { ...other, represents: 'company' })],
    ['noun', { noun: 'personal-data' }, { noun: 'personal-information' }],
    ['utc offset', { utcOffset: '+08:00' }, { utcOffset: 'Z' }],
    ['profile added', { profiles: ['cn-pipl'] }, { profiles: ['cn-pipl', 'eu-gdpr'] }],
    ['profile removed', { profiles: ['cn-pipl', 'eu-gdpr'] }, { profiles: ['cn-pipl'] }],
    ['locale removed', { locales: ['en', 'zh-CN'] }, { locales: ['en'] }],
  ] as const
).map(([name, before, after]) => ({
  name: `policy: ${name}`,
  before: undefined,
  after: undefined,
  heads: [before, after],
}));

export const operators: readonly Operator[] = [...ofFields, ...ofReferences, ...ofHead];
