import type { Json } from '../base/canonical.ts';
import { isObject } from '../base/json.ts';
import { why } from '../base/messages-why.ts';
import { knowledge } from '../knowledge/table.ts';
import { bareVocabulary } from '../model/bare-vocabulary.ts';
import { ancestry } from '../model/edition.ts';
import { compareCoordinates, type Policy, policyFormat, type Row, type Term } from '../model/policy.ts';
import { charactersIn, compiledExcess } from '../model/policy-limits.ts';
import { type ReaderChanges, readerChangesFormat } from '../model/reader-changes.ts';
import { comparisonsOnly, isFactRelation, structureRelations } from '../model/relations.ts';
import { type Excess, excessOf, textExcess, weighProse } from '../syntax/budget.ts';
import { isRecordOf, isText, type Parsed, parseJsonObject } from './manifest.ts';

/**
 * Reads what a release froze. An archive may be forged, so every shape that later stages rely on is checked; what
 * the texts inside say is not to be trusted any more than a stranger's pull request.
 */

/** A released version may have as much as a policy once could; a policy, as much as it can now. */
export function parsePolicy(bytes: Uint8Array, bound: 'policy' | 'archive' = 'archive'): Parsed<Policy> {
  const parsed = parseJsonObject(bytes, policyFormat);
  if (!('value' in parsed)) return parsed;
  const wrong = Object.entries(policyMembers).find(([name, check]) => !check(parsed.value[name]));
  if (wrong) return { why: why('member-wrong', { name: wrong[0] }) };
  const policy = parsed.value as unknown as Policy;
  const strange = strangeIn(policy);
  if (strange !== undefined) return { why: why('meaning-unknown', { name: strange }) };
  const excess = excessIn(policy, bound);
  return excess
    ? { why: why('over-limit', { found: excess.found, limit: excess.limit }) }
    : { value: { ...policy, vocabulary: bareVocabulary(policy.vocabulary) } };
}

/**
 * Whether a policy exceeds the limits on rows, names, characters and Markdown: nothing that passed a check does, but a
 * file may have been edited by hand.
 */
function excessIn(policy: Policy, bound: 'policy' | 'archive'): Excess | undefined {
  const { facts, prose, structure, vocabulary } = policy;
  return (
    (bound === 'policy' ? compiledExcess(policy) : undefined) ??
    excessOf('archivedRows', facts.length + prose.length + structure.length) ??
    excessOf('archivedNames', namesIn(policy)) ??
    excessOf('archivedCharacters', sum([...facts, ...prose], charactersIn)) ??
    depthExcess(vocabulary) ??
    proseExcess(prose, bound)
  );
}

function depthExcess({ data, purposes, permissions }: Policy['vocabulary']): Excess | undefined {
  for (const table of [data, purposes, permissions]) {
    const terms = new Map<string, Term>(Object.entries(table));
    for (const id of terms.keys()) {
      const deep = excessOf('termDepth', ancestry(terms, id).length);
      if (deep) return deep;
    }
  }
  return undefined;
}

function proseExcess(prose: readonly Row[], bound: 'policy' | 'archive'): Excess | undefined {
  let all = 0;
  for (const { values } of prose)
    for (const value of Object.values(values)) {
      const weight = weighProse(String(value));
      const excess = textExcess(String(value), weight);
      // What one text may have is less than it once was; all of them together are bounded below.
      if (excess && (bound === 'policy' || excess.limit !== 'proseMarks')) return excess;
      all += weight.signs;
    }
  return excessOf('archivedMarks', all);
}

function namesIn({ locales, retired, vocabulary }: Policy): number {
  const { data, purposes, permissions, words = {} } = vocabulary;
  const terms = [data, purposes, permissions].flatMap((table) => Object.values(table));
  const written = [...terms.map(({ label }) => label), ...Object.values(words)];
  return locales.length + retired.length + sum(written, (names) => 1 + Object.keys(names).length);
}

function sum<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((total, item) => total + measure(item), 0);
}

/** The first relation or value that no comparison could judge: written by a newer version, or by hand. */
function strangeIn({ facts, prose, structure }: Policy): string | undefined {
  for (const { relation, values } of facts) {
    if (!isFactRelation(relation) || comparisonsOnly.has(relation)) return relation;
    const known = knowledge[relation].values;
    for (const name in values) if (!Object.hasOwn(known, name)) return `${relation}.${name}`;
  }
  const other = [
    ...prose.filter(isOtherThan('prose')),
    ...structure.filter(isOtherThan(...structureRelations)),
  ];
  return other[0]?.relation;
}

function isOtherThan(...relations: readonly string[]): (row: Row) => boolean {
  return ({ relation }) => !relations.includes(relation);
}

export function parseReaderChanges(bytes: Uint8Array): Parsed<ReaderChanges> {
  const parsed = parseJsonObject(bytes, readerChangesFormat);
  if (!('value' in parsed)) return parsed;
  const { changes } = parsed.value;
  if (!isListOf(changes, isReaderChange)) return { why: why('member-wrong', { name: 'changes' }) };
  return { value: parsed.value as unknown as ReaderChanges };
}

const isListOf = (value: unknown, isItem: (item: unknown) => boolean): value is readonly Json[] =>
  Array.isArray(value) && value.every((item) => isItem(item));

const isTextList = (value: unknown): boolean => isListOf(value, isText);
const isString = (value: unknown): boolean => typeof value === 'string';
const isWords = (value: unknown): boolean => isRecordOf(value, isString);

const isTerm = (value: unknown): boolean =>
  isObject(value) &&
  isWords(value.label) &&
  (value.parent === undefined || isText(value.parent)) &&
  (value.sensitive === undefined || isWords(value.sensitive));

const isPlace = (value: unknown): boolean =>
  isObject(value) &&
  isString(value.file) &&
  ['line', 'column', 'endLine', 'endColumn'].every((name) => Number.isSafeInteger(value[name]));

const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const isRow = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.relation) &&
  isListOf(value.key, isString) &&
  isRecordOf(value.values, isScalar) &&
  isPlace(value.place) &&
  (value.places === undefined || isRecordOf(value.places, isPlace));

/** Rows sorted by their coordinates, without repetition: a row out of place would not be found. */
const isTable = (value: unknown): boolean =>
  isListOf(value, isRow) &&
  (value as unknown as readonly Row[]).every(
    (row, at, rows) => at === 0 || compareCoordinates(rows[at - 1] ?? row, row) < 0,
  );

const policyMembers: { readonly [Name in keyof Policy]: (value: unknown) => boolean } = {
  format: isText,
  id: isText,
  edition: isText,
  prevailing: isText,
  locales: isTextList,
  utcOffset: isText,
  facts: isTable,
  prose: isTable,
  structure: isTable,
  vocabulary: (value) =>
    isObject(value) &&
    isRecordOf(value.data, (term) => isTerm(term) && isObject(term) && isWords(term.sensitive)) &&
    isRecordOf(value.purposes, isTerm) &&
    isRecordOf(value.permissions, isTerm) &&
    (value.words === undefined || isRecordOf(value.words, isWords)),
  retired: isTextList,
};

const isReaderChange = (value: unknown): boolean =>
  isObject(value) &&
  (value.status === 'new' || value.status === 'changed' || value.status === 'removed') &&
  isTextList(value.clauses) &&
  isWords(value.text);
