/**
 * The relations of the fact table and what each part of their coordinates names. What a change in one of them
 * means (kinds, order, words) is the diff's knowledge; this is only their shape.
 */

/** What a part of a coordinate, or a value, is the id of. `word` is a value from a list of the schema. */
export type Referent =
  | 'policy'
  | 'clause'
  | 'party'
  | 'data'
  | 'purpose'
  | 'permission'
  | 'locale'
  | 'country'
  | 'name'
  | 'word';

/**
 * The subjects that the law and lists of material changes ask about: `*.data` watches every relation whose rows name a
 * data category, in clauses of any kind.
 */
export const subjects = ['data', 'purpose', 'country', 'recipient', 'right', 'party'] as const;
export type Subject = (typeof subjects)[number];

/**
 * What happens to the data that a row names. Nobody has data because of a row that only `named` it: in a definition, or
 * in a promise.
 */
export type Data = 'collected' | 'received' | 'kept' | 'named';

interface RelationShape {
  readonly key: readonly Referent[];
  /** For relations whose rows name data. */
  readonly data?: Data;
  /** The subject of its rows, if the last part of the key does not say so: a clause that is a recipient. */
  readonly names?: Subject;
}

/**
 * A relation without a dot is an entity, whose coordinate is its id. A dotted relation has links and members of the
 * entity named by its first part, and comes and goes with it.
 */
export const relations = {
  policy: { key: ['policy'] },
  'policy.locale': { key: ['policy', 'locale'] },
  'policy.profile': { key: ['policy', 'name'] },
  /** Where the text in another language than `prevailing` governs. The region is where readers are; no data goes there. */
  'policy.prevails': { key: ['policy', 'name'] },
  party: { key: ['party'] },
  function: { key: ['clause'] },
  'function.purpose': { key: ['clause', 'purpose'] },
  'function.data': { key: ['clause', 'data'], data: 'collected' },
  'function.data.purpose': { key: ['clause', 'data', 'purpose'] },
  'function.permission': { key: ['clause', 'permission'] },
  'function.requires': { key: ['clause', 'clause'] },
  /** In comparisons only: a function that could be refused by itself, and was merged into another. */
  'function.merged': { key: ['clause', 'clause'] },
  consent: { key: ['clause'] },
  'consent.covers': { key: ['clause', 'clause'] },
  recipient: { key: ['clause'], names: 'recipient' },
  'recipient.purpose': { key: ['clause', 'purpose'] },
  'recipient.data': { key: ['clause', 'data'], data: 'received' },
  'recipient.data.purpose': { key: ['clause', 'data', 'purpose'] },
  'recipient.country': { key: ['clause', 'country'] },
  'recipient.function': { key: ['clause', 'clause'] },
  'recipient.listed': { key: ['clause', 'name'], names: 'recipient' },
  'recipient.listed.data': { key: ['clause', 'name', 'data'], data: 'received' },
  'recipient.listed.purpose': { key: ['clause', 'name', 'purpose'] },
  'recipient.listed.country': { key: ['clause', 'name', 'country'] },
  'recipient.listed.product': { key: ['clause', 'name', 'name'] },
  technology: { key: ['clause'] },
  'technology.data': { key: ['clause', 'data'], data: 'collected' },
  'technology.purpose': { key: ['clause', 'purpose'] },
  'technology.listed': { key: ['clause', 'name'] },
  'technology.listed.data': { key: ['clause', 'name', 'data'], data: 'collected' },
  'technology.listed.purpose': { key: ['clause', 'name', 'purpose'] },
  'technology.listed.country': { key: ['clause', 'name', 'country'] },
  'technology.listed.product': { key: ['clause', 'name', 'name'] },
  retention: { key: ['clause'] },
  'retention.data': { key: ['clause', 'data'], data: 'kept' },
  'retention.function': { key: ['clause', 'clause'] },
  'retention.purpose': { key: ['clause', 'purpose'] },
  'retention.country': { key: ['clause', 'country'] },
  security: { key: ['clause'] },
  'security.measure': { key: ['clause', 'word'] },
  right: { key: ['clause'], names: 'right' },
  'right.also': { key: ['clause', 'word'], names: 'right' },
  'right.channel': { key: ['clause', 'clause'] },
  'right.ground': { key: ['clause', 'word'] },
  minors: { key: ['clause'] },
  contact: { key: ['clause'] },
  'contact.topic': { key: ['clause', 'word'] },
  scope: { key: ['clause'] },
  'scope.product': { key: ['clause', 'name'] },
  'scope.channel': { key: ['clause', 'word'] },
  'scope.separate': { key: ['clause', 'clause'] },
  definition: { key: ['clause'] },
  'definition.alias': { key: ['clause', 'name'] },
  'definition.data': { key: ['clause', 'data'], data: 'named' },
  document: { key: ['clause'] },
  'document.clause': { key: ['clause', 'clause'] },
  commitment: { key: ['clause'] },
  'commitment.data': { key: ['clause', 'data'], data: 'named' },
  'commitment.purpose': { key: ['clause', 'purpose'] },
  'commitment.function': { key: ['clause', 'clause'] },
  'commitment.recipient': { key: ['clause', 'clause'], names: 'recipient' },
  change: { key: ['clause'] },
  'change.channel': { key: ['clause', 'word'] },
  'change.entry': { key: ['clause', 'name'] },
  'change.entry.watch': { key: ['clause', 'name', 'word'] },
  'change.promise': { key: ['clause', 'name'] },
  'change.promise.watch': { key: ['clause', 'name', 'word'] },
  statement: { key: ['clause'] },
  applies: { key: ['clause', 'word', 'name'] },
  sensitivity: { key: ['data', 'name'] },
  /** In comparisons only: the label of an id, and its parent. */
  'term.label': { key: ['word', 'name', 'locale'] },
  'term.parent': { key: ['word', 'name', 'name'] },
} as const satisfies Record<string, RelationShape>;

/** Relations whose rows only comparisons make. */
export const comparisonsOnly: ReadonlySet<string> = new Set(['function.merged', 'term.label', 'term.parent']);

export type FactRelation = keyof typeof relations;

/** Relations whose rows are entries of a register, a list in a file of its own. */
export const registerRelations = ['recipient.listed', 'technology.listed'] as const;
export type RegisterRelation = (typeof registerRelations)[number];

/** The register that a relation belongs to; undefined for others. */
export function registerOf(relation: string): RegisterRelation | undefined {
  return registerRelations.find((one) => relation === one || relation.startsWith(`${one}.`));
}

/**
 * The relations of the table `structure`. A row of `list` has the order of a list, if that is not the order of its rows.
 */
export const structureRelations = ['contents', 'chapter', 'clause', 'lineage', 'list'] as const;
export type StructureRelation = (typeof structureRelations)[number];
export type RelationName = FactRelation | 'prose' | StructureRelation;

export function isFactRelation(name: string): name is FactRelation {
  return Object.hasOwn(relations, name);
}

/** What each part of the keys of a relation's rows names; nothing for rows that state no fact. */
export function partsOfKey(relation: string): readonly Referent[] {
  return isFactRelation(relation) ? relations[relation].key : [];
}

/** Every relation whose rows name something of a subject, in the order of the table. */
export function relationsAbout(subject: Subject): readonly FactRelation[] {
  return (Object.keys(relations) as FactRelation[]).filter((relation) => {
    const shape: RelationShape = relations[relation];
    return (shape.names ?? shape.key.at(-1)) === subject;
  });
}

/** The relations whose rows say that data is collected, received, kept or only named, as asked for; in the order of the table. */
export function relationsWithData(...become: readonly Data[]): readonly FactRelation[] {
  return relationsAbout('data').filter((relation) => {
    const { data }: RelationShape = relations[relation];
    return data !== undefined && become.includes(data);
  });
}
