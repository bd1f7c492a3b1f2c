import {
  each,
  entity,
  type Fields,
  group,
  register,
  statedText,
  structure,
  text,
  value,
  watches,
} from './fields.ts';
import type { FactRelation } from './relations.ts';

/**
 * The clause kinds: for each, its fields and the rows they become. To add a kind, add its relation to
 * `relations.ts`, a row here, a definition in `schemas/chapter.schema.json`, what its changes mean in
 * `knowledge`, and a sample.
 */

/** To whom something applies. */
const applies = group({
  regions: each('applies', 'name', { under: 'region' }),
  products: each('applies', 'name', { under: 'product' }),
  channels: each('applies', 'name', { under: 'channel' }),
  groups: each('applies', 'name', { under: 'group' }),
});

/** What any clause may carry. */
const common: Fields = {
  id: structure,
  kind: structure,
  formerly: structure,
  emphasis: structure,
  title: text,
  summary: text,
  text,
  applies,
};

/** One act of consent; `unit` lets several clauses share it. */
const consent = entity('consent', 'consent.covers', 'unit', {
  unit: structure,
  kind: value(),
  separate: value({ default: false }),
  withdrawal: statedText,
});

/** The entries of a register, as rows below a relation. */
function listed(relation: 'recipient.listed' | 'technology.listed') {
  return register(
    each(relation, 'name', {
      by: 'id',
      fields: {
        id: structure,
        name: value({ words: true }),
        provider: value({ words: true }),
        url: value(),
        countries: each(`${relation}.country`, 'country'),
        data: each(`${relation}.data`, 'data'),
        purposes: each(`${relation}.purpose`, 'purpose'),
      },
    }),
  );
}

/** What an entry of the list of material changes, or a promise, rests on besides the policy. */
const cited: Fields = { rests: value({ words: true }), evidence: value() };

export const kinds = {
  function: {
    ...common,
    tier: value(),
    purposes: each('function.purpose', 'purpose', {
      by: 'purpose',
      fields: { purpose: structure, basis: value(), interest: statedText },
    }),
    collects: each('function.data', 'data', {
      by: 'data',
      fields: {
        data: structure,
        source: value({ default: 'provided' }),
        method: value(),
        required: value({ default: true }),
        public: value({ default: false }),
        from: statedText,
        note: text,
        for: each('function.data.purpose', 'purpose', { otherwise: 'purposes' }),
      },
    }),
    permissions: each('function.permission', 'permission', {
      by: 'permission',
      fields: { permission: structure, trigger: statedText },
    }),
    requires: each('function.requires', 'clause', { kind: 'function' }),
    consent,
    sensitive: group({ necessity: statedText, impact: statedText, protection: statedText }),
    refusal: statedText,
    optOut: statedText,
    automated: group({ logic: statedText, effect: statedText, review: statedText }, true),
    personalised: group({ off: statedText }, true),
  },
  recipient: {
    ...common,
    category: value(),
    form: value(),
    name: value({ words: true }),
    contact: value({ words: true }),
    policyUrl: value(),
    receives: each('recipient.data', 'data', {
      by: 'data',
      fields: { data: structure, for: each('recipient.data.purpose', 'purpose', { otherwise: 'purposes' }) },
    }),
    purposes: each('recipient.purpose', 'purpose'),
    countries: each('recipient.country', 'country'),
    onlyWith: each('recipient.function', 'clause', { kind: 'function' }),
    consent,
    safeguard: statedText,
    sale: value({ default: false }),
    crossContextAdvertising: value({ default: false }),
    basis: value(),
    mechanism: value(),
    keeps: value(),
    register: listed('recipient.listed'),
  },
  technology: {
    ...common,
    type: value(),
    provider: value({ words: true }),
    lifetime: value(),
    necessary: value({ default: false }),
    data: each('technology.data', 'data'),
    purposes: each('technology.purpose', 'purpose'),
    optOut: statedText,
    register: listed('technology.listed'),
  },
  retention: {
    ...common,
    default: value({ default: false }),
    data: each('retention.data', 'data'),
    functions: each('retention.function', 'clause', { kind: 'function' }),
    purposes: each('retention.purpose', 'purpose'),
    period: value(),
    criterion: statedText,
    start: value(),
    countries: each('retention.country', 'country'),
    expiry: value({ default: 'deleted' }),
  },
  security: {
    ...common,
    measures: each('security.measure', 'word'),
    breachNotice: value(),
  },
  right: {
    ...common,
    right: value(),
    channels: each('right.channel', 'clause', { kind: 'contact' }),
    answerWithin: value(),
    days: value({ default: 'calendar' }),
    fee: value({ default: 'none' }),
    method: statedText,
    limits: statedText,
  },
  minors: {
    ...common,
    age: value(),
    inclusive: value({ default: false }),
    guardianConsent: value({ default: false }),
    rules: value({ of: 'clause', kind: 'document' }),
    contact: value({ of: 'clause', kind: 'contact' }),
  },
  contact: {
    ...common,
    topics: each('contact.topic', 'word'),
    channel: value(),
    address: value({ words: true }),
    department: value({ words: true }),
    answerWithin: value(),
    days: value({ default: 'calendar' }),
  },
  scope: {
    ...common,
    products: each('scope.product', 'name'),
    channels: each('scope.channel', 'word'),
    inherits: value({ default: false }),
    excludes: statedText,
    separate: each('scope.separate', 'clause', { kind: 'document' }),
  },
  definition: {
    ...common,
    aliases: each('definition.alias', 'name'),
    data: each('definition.data', 'data'),
    age: value(),
    inclusive: value({ default: false }),
    source: value({ of: 'clause', kind: 'document' }),
  },
  document: {
    ...common,
    role: value(),
    url: value(),
    version: value(),
    digest: value(),
    clauses: each('document.clause', 'clause'),
  },
  commitment: {
    ...common,
    promise: value(),
    act: value(),
    data: each('commitment.data', 'data'),
    purposes: each('commitment.purpose', 'purpose'),
    recipients: each('commitment.recipient', 'clause', { kind: 'recipient' }),
  },
  change: {
    ...common,
    page: value(),
    archive: value(),
    prominent: each('change.channel', 'word'),
    leadTime: value(),
    days: value({ default: 'calendar' }),
    material: each('change.entry', 'name', {
      by: 'id',
      fields: { id: structure, words: text, ...cited, watches: watches('change.entry.watch') },
    }),
    promises: each('change.promise', 'name', {
      by: 'id',
      fields: {
        id: structure,
        owes: value(),
        words: text,
        ...cited,
        watches: watches('change.promise.watch'),
      },
    }),
  },
  statement: { ...common },
} as const satisfies { readonly [Kind in FactRelation]?: Fields };

export type ClauseKind = keyof typeof kinds;

export const clauseKinds = Object.keys(kinds) as readonly ClauseKind[];

/** The fields of a party in `policy.yaml`. */
export const partyFields: Fields = {
  id: structure,
  formerly: structure,
  role: value(),
  name: value({ words: true }),
  registration: value(),
  country: value(),
  address: value({ words: true }),
  department: value({ words: true }),
  officer: value({ words: true }),
  represents: value({ of: 'party' }),
  applies,
};

/** The fields of `policy.yaml` itself. */
export const policyFields: Fields = {
  format: structure,
  id: structure,
  chapters: structure,
  retired: structure,
  title: text,
  text,
  edition: value(),
  prevailing: value(),
  utcOffset: value(),
  locales: each('policy.locale', 'locale'),
  profiles: each('policy.profile', 'name'),
  // Each party is an entity of its own, with `partyFields`.
  parties: structure,
};

/** The values that are free words, as `relation.value`. */
export const freeWords: ReadonlySet<string> = new Set(
  Object.entries({ ...kinds, party: partyFields } as Readonly<Record<string, Fields>>).flatMap(
    ([relation, fields]) =>
      Object.entries(fields).flatMap(([name, field]) =>
        field.is === 'value' && field.words ? [`${relation}.${name}`] : [],
      ),
  ),
);
