/**
 * The relations of the fact table and what each part of their coordinates names. What a change in one of them
 * means (kinds, order, words) is the diff's knowledge; this is only their shape.
 */

/** What a part of a coordinate, or a value, is the id of. `word` is a value from a fixed list of the schema. */
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
 * What the law and the lists of material changes ask about: `*.data` watches every relation whose rows name a data
 * category, whatever clause they belong to.
 */
export const subjects = ['data', 'purpose', 'country', 'recipient', 'right', 'party'] as const;
export type Subject = (typeof subjects)[number];

/**
 * What becomes of the data that a row names. What is only `named` is had by nobody because of that row: what a word
 * stands for, what a promise speaks of.
 */
export type Data = 'collected' | 'received' | 'kept' | 'named';

interface RelationShape {
  readonly key: readonly Referent[];
  /** Of those whose rows name data. */
  readonly data?: Data;
  /** What its rows are about, when the last part of the key does not say so: a clause that is a recipient. */
  readonly names?: Subject;
}

/**
 * A relation without a dot is an entity: its coordinate is the entity's id. A dotted relation holds links and
 * members of the entity that its first part names, and comes and goes with it.
 */
export const relations = {
  policy: { key: ['policy'] },
  'policy.locale': { key: ['policy', 'locale'] },
  'policy.profile': { key: ['policy', 'name'] },
  /** Where another text than that of `prevailing` governs. The region is where readers are, and no data goes there. */
  'policy.prevails': { key: ['policy', 'name'] },
  party: { key: ['party'] },
  function: { key: ['clause'] },
  'function.purpose': { key: ['clause', 'purpose'] },
  'function.data': { key: ['clause', 'data'], data: 'collected' },
  'function.data.purpose': { key: ['clause', 'data', 'purpose'] },
  'function.permission': { key: ['clause', 'permission'] },
  'function.requires': { key: ['clause', 'clause'] },
  /** In comparisons only: what a function that others were merged into could be refused without before. */
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
  /** In comparisons only: what readers are shown for an id, and what it is a kind of. */
  'term.label': { key: ['word', 'name', 'locale'] },
  'term.parent': { key: ['word', 'name', 'name'] },
} as const satisfies Record<string, RelationShape>;

/** Relations that no policy states: a comparison makes their rows. */
export const comparisonsOnly: ReadonlySet<string> = new Set(['function.merged', 'term.label', 'term.parent']);

export type FactRelation = keyof typeof relations;

/** The relations whose rows are the entries of a register, a list in a file of its own. */
export const registerRelations = ['recipient.listed', 'technology.listed'] as const;
export type RegisterRelation = (typeof registerRelations)[number];

/** The register that rows of a relation are entries of, or belong to an entry of; undefined for others. */
export function registerOf(relation: string): RegisterRelation | undefined {
  return registerRelations.find((one) => relation === one || relation.startsWith(`${one}.`));
}

/**
 * The relations of the table `structure`. A row of `list` holds the order of a list as it was written, where that is not the
 * order of its rows.
 */
export const structureRelations = ['contents', 'chapter', 'clause', 'lineage', 'list'] as const;
export type StructureRelation = (typeof structureRelations)[number];
export type RelationName = FactRelation | 'prose' | StructureRelation;

export function isFactRelation(name: string): name is FactRelation {
  return Object.hasOwn(relations, name);
}

/** Every relation whose rows name something of a subject, in the order of the table. */
export function relationsAbout(subject: Subject): readonly FactRelation[] {
  return (Object.keys(relations) as FactRelation[]).filter((relation) => {
    const shape: RelationShape = relations[relation];
    return (shape.names ?? shape.key.at(-1)) === subject;
  });
}

/** The relations whose rows say that data is collected, received, kept or only named: those asked for, in the order of the table. */
export function relationsWithData(...become: readonly Data[]): readonly FactRelation[] {
  return relationsAbout('data').filter((relation) => {
    const { data }: RelationShape = relations[relation];
    return data !== undefined && become.includes(data);
  });
}
