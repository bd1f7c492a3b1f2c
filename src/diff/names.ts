import { durationInEnglish } from '../base/duration-words.ts';
import { list } from '../base/message.ts';
import { eachOnDemand } from '../base/on-demand.ts';
import { termIn, untitledName } from '../model/clause-name.ts';
import { idValues } from '../model/kinds.ts';
import type { Policy, Scalar, TermTable } from '../model/policy.ts';
import {
  isFactRelation,
  type Referent,
  type RegisterRelation,
  type RelationName,
  registerOf,
  relations,
} from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import { termLists } from '../model/term-search.ts';
import { plainText } from '../syntax/marks.ts';
import { regionInWords } from './audience-words.ts';
import { headingsIn } from './block-words.ts';
import { type EntryOf, fieldNames, type TitleOf } from './field-names.ts';
import { languageName, lawName, unhyphenated, valueName } from './value-names.ts';
import { watchInWords } from './watch-names.ts';

/** Turns ids and values into words, with the head's names first and the base's for what is gone. */
export interface Names {
  readonly keyOf: (relation: RelationName, key: readonly string[]) => readonly string[];
  /** Whether a part of a coordinate is called by a title that somebody wrote. */
  readonly isTitle: (relation: RelationName, key: readonly string[], at: number) => boolean;
  /** A value of a fact, such as `right.fee`; what is not stated is `not stated`. */
  readonly value: (value: Scalar | undefined, fact?: string) => string;
  /** The way to a text from what it belongs to: `how to use it`, `interest for text search`, `name of “Harbour Maps”`. */
  readonly field: (owner: string, path: readonly string[]) => string;
  readonly entry: (clause: string, entry: string) => string | undefined;
  /** What an id stands for that a text points at. */
  readonly meant: (id: string) => string;
  /** Of a plain document: the words of the heading that a way of slugs leads to. */
  readonly heading: (path: readonly string[]) => string | undefined;
}

/** Of what states no facts: everything is called as it is written. */
export const nameless: Names = {
  keyOf: (_, key) => key,
  isTitle: () => false,
  value: (value) => String(value ?? ''),
  field: (_, path) => path.join(', '),
  entry: () => undefined,
  meant: (id) => id,
  heading: () => undefined,
};

/**
 * The names of a comparison: ids as the head calls them, and as the base did what the head has no more. Entries of lists
 * are told in the words that readers were promised, by an `earlier` version if no other has them.
 */
export function namesIn(head: Policy, base: Policy, earlier: readonly Policy[] = []): Names {
  const titleOf: TitleOf = eachOnDemand((id) => titleIn(head, id) ?? titleIn(base, id));
  const partOf = partsOfKeys(head, base, titleOf);
  const entryOf: EntryOf = (lists, owner, entry) =>
    [head, base].flatMap((policy) => lists.flatMap((list) => entryIn(policy, list, owner, entry) ?? []))[0];
  return {
    keyOf: (relation, key) => {
      const shape: readonly Referent[] = isFactRelation(relation) ? relations[relation].key : ['clause'];
      const [list, owner = '', entry = ''] = [registerOf(relation), ...key];
      const entryName = list && entryOf([list], owner, entry);
      const parts = key.map((_, index) =>
        index === 1 && entryName !== undefined ? entryName : partOf(relation, shape[index], key, index),
      );
      if (relation === 'party') return [...parts, roleOf(key[0] ?? '', head, base)];
      return relation === 'policy.prevails' ? [...parts, prevailingAt(key, head, base)] : parts;
    },
    isTitle: (relation, key, at) => {
      const shape = isFactRelation(relation) ? relations[relation].key[at] : 'clause';
      const isUnit = at === 0 && relation.startsWith('consent');
      if (isUnit && coveredBy(key[at] ?? '', head, base).length > 1) return false;
      const isNamed = shape === 'clause' || isUnit;
      return isNamed && [head, base].some((policy) => textIn(policy, [key[at] ?? '', 'title']) !== undefined);
    },
    value: (value, fact = '') => {
      if (value === undefined) return 'not stated';
      if (typeof value === 'boolean') return value ? 'yes' : 'no';
      if (idValues.has(fact)) return calledBeside(String(value), titleOf, head, base);
      if (/^(?:contents|chapter)\.order$/.test(fact))
        return String(value)
          .split(' ')
          .map((id) => titleOf(id) ?? id)
          .join('; ');
      return valueName(fact, String(value)) ?? durationInEnglish(String(value));
    },
    field: fieldNames([head, base], titleOf, entryOf),
    entry: (clause, entry) =>
      [base, head, ...earlier].flatMap((policy) => wordsOfEntry(policy, clause, entry) ?? [])[0],
    meant: (id) => {
      const [term] = [head, base].flatMap(
        (policy) => termIn(policy, 'data', id) ?? termIn(policy, 'purposes', id) ?? [],
      );
      return titleOf(id) ?? term ?? (/^(?:[A-Z]{2}|EEA)$/.test(id) ? regionInWords(id) : id);
    },
    heading: headingsIn(head, base),
  };
}

/** What a value names: a company by its name, a clause by its title, which is no part of a sentence. */
function calledBeside(id: string, titleOf: TitleOf, ...policies: readonly Policy[]): string {
  const isTitle = policies.some((policy) => textIn(policy, [id, 'title']) !== undefined);
  return isTitle ? `“${titleOf(id)}”` : (titleOf(id) ?? id);
}

/** What a part of the key of a relation is called, by what it names. */
function partsOfKeys(
  head: Policy,
  base: Policy,
  titleOf: TitleOf,
): (relation: RelationName, shape: Referent | undefined, key: readonly string[], at: number) => string {
  const sensitive = new Set([base, head].flatMap(sensitiveIn));
  const label = (table: TermTable, id: string): string =>
    termIn(head, table, id) ?? termIn(base, table, id) ?? id;
  const named: Partial<Record<Referent, (id: string) => string>> = {
    clause: (id) => titleOf(id) ?? id,
    party: (id) => titleOf(id) ?? id,
    data: (id) => `${label('data', id)}${sensitive.has(id) ? ' (sensitive)' : ''}`,
    purpose: (id) => label('purposes', id),
    permission: (id) => label('permissions', id),
    country: regionInWords,
    locale: languageName,
  };
  const ofRelation = partsByRelation(head, base, titleOf, named.data ?? String);
  return (relation, shape, key, at) => {
    const part = key[at] ?? '';
    const name = ofRelation[relation]?.[at]?.(part, key);
    if (name !== undefined) return name;
    if (shape === 'word') return valueName(relation, part) ?? unhyphenated(part);
    return named[shape ?? 'name']?.(part) ?? part;
  };
}

/** What a part of a key is called; undefined if that is no more than what it names. */
type PartName = (part: string, key: readonly string[]) => string | undefined;

/** Parts that are not called by what they name alone, by their place in the keys of a relation. */
function partsByRelation(
  head: Policy,
  base: Policy,
  titleOf: TitleOf,
  dataName: (id: string) => string,
): Readonly<Partial<Record<RelationName, Readonly<Record<number, PartName>>>>> {
  const unit: PartName = unitsOfConsent(head, base, titleOf);
  const entry: PartName = (_, key) => listedWords('material', key, base, head);
  const promise: PartName = (_, key) => listedWords('promises', key, base, head);
  const watch: PartName = (part) => watchInWords(part, dataName);
  const term: PartName = (_, key) => termName(key, base, head);
  const parent: PartName = (part, [table = '']) => termName([table, part], head, base);
  return {
    consent: { 0: unit },
    'consent.covers': { 0: unit },
    'change.entry': { 1: entry },
    'change.entry.watch': { 1: entry, 2: watch },
    'change.promise': { 1: promise },
    'change.promise.watch': { 1: promise, 2: watch },
    'term.label': { 1: term },
    'term.parent': { 1: term, 2: parent },
    'policy.prevails': { 1: regionInWords },
    'policy.profile': { 1: lawName },
    sensitivity: { 1: lawName },
  };
}

/**
 * An act of consent is called by the clauses that it covers, and each of those is named with it: all of them, hundreds
 * of times, if it were not kept.
 */
function unitsOfConsent(head: Policy, base: Policy, titleOf: TitleOf): TitleOf {
  return eachOnDemand((unit: string): string | undefined => {
    const names = coveredBy(unit, head, base).map((id) => titleOf(id) ?? id);
    const others = names.length > 6 ? [`${names.length - 5} more`] : [];
    const told = others.length > 0 ? names.slice(0, 5) : names;
    return names.length === 0 ? undefined : list([...told, ...others], 'and');
  });
}

/** What an act of consent covers, in the first version that has it. */
function coveredBy(unit: string, ...policies: readonly Policy[]): string[] {
  const covered = policies.map((policy) => rowsIn(policy).below('consent.covers', unit));
  return (covered.find((rows) => rows.length > 0) ?? []).map(({ key }) => key[1] ?? '');
}

/** What a party is, as the subject of a sentence. */
function roleOf(id: string, ...policies: readonly Policy[]): string {
  const role = policies.map((policy) => rowsIn(policy).one('party', id)?.values.role).find(Boolean);
  return roles[String(role)] ?? 'company responsible';
}

function prevailingAt(key: readonly string[], ...policies: readonly Policy[]): string {
  const [row] = policies.flatMap((policy) => rowsIn(policy).one('policy.prevails', ...key) ?? []);
  return languageName(String(row?.values.language ?? ''));
}

const roles: Readonly<Record<string, string>> = {
  representative: 'representative',
  'protection-officer': 'data protection officer',
  affiliate: 'affiliate',
  'dispute-body': 'body for complaints',
};

/** The words of an entry of the list, or of a promise about changes, in quotes and cut to a line. */
function listedWords(
  field: 'material' | 'promises',
  [clause = '', id = '']: readonly string[],
  ...policies: readonly Policy[]
): string | undefined {
  const words = policies.map((policy) => textIn(policy, [clause, field, id, 'words'])).find(Boolean);
  if (words === undefined) return undefined;
  const short = words.length > 90 ? `${words.slice(0, words.lastIndexOf(' ', 88))} …` : words;
  return `“${short.replace(/[.。]$/, '')}”`;
}

function termName(
  [table = '', id = '']: readonly string[],
  ...policies: readonly Policy[]
): string | undefined {
  const name = termLists[table as keyof typeof termLists] ?? 'data';
  const label = policies.map((policy) => termIn(policy, name, id)).find(Boolean);
  return label === undefined ? undefined : `“${label}”`;
}

function entryIn(policy: Policy, list: RegisterRelation, owner: string, entry: string): string | undefined {
  const name = rowsIn(policy).one(list, owner, entry)?.values.name;
  return name === undefined ? undefined : String(name);
}

function sensitiveIn(policy: Policy): string[] {
  return rowsIn(policy)
    .all('sensitivity')
    .flatMap(({ key, values }) => (values.level === 'yes' ? [key[0] ?? ''] : []));
}

/** The title of a clause or chapter, what a clause without one goes by, or the name of a party. */
function titleIn(policy: Policy, id: string): string | undefined {
  const party = rowsIn(policy).one('party', id);
  if (party) return String(party.values.name ?? id);
  return textIn(policy, [id, 'title']) ?? statedName(policy, id) ?? untitledName(policy, id);
}

/** What a right, or a commitment that has no words of its own, is called by what it states. */
function statedName(policy: Policy, id: string): string | undefined {
  const { one } = rowsIn(policy);
  const right = one('right', id)?.values.right;
  if (right !== undefined)
    return `the right ${valueName('right.right', String(right)) ?? unhyphenated(String(right))}`;
  const { promise, act } = one('commitment', id)?.values ?? {};
  if (act === undefined || textIn(policy, [id, 'words']) !== undefined) return undefined;
  const how = promise === 'none' ? 'no' : String(promise);
  return `${how} ${valueName('commitment.act', String(act)) ?? unhyphenated(String(act))}`;
}

function textIn(policy: Policy, path: readonly string[]): string | undefined {
  const row = rowsIn(policy).one('prose', ...path, policy.prevailing);
  return row === undefined ? undefined : plainText(String(row.values.text));
}

function wordsOfEntry(policy: Policy, clause: string, entry: string): string | undefined {
  return textIn(policy, [clause, 'material', entry, 'words']);
}
