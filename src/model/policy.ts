import type { Place } from '../base/place.ts';
import type { RelationName } from './relations.ts';

/** A value of a row. A value that is absent is not stated; there is no other way to say that. */
export type Scalar = string | number | boolean;

/**
 * One statement of a policy. Relation and key are its coordinate, which no other row of the policy has; `values` is what is
 * stated there. Example: `{ relation: 'function.data', key: ['nearby', 'location.precise'], values: { source: 'observed' } }`.
 * Two policies mean the same exactly when their rows are equal, places aside.
 */
export interface Row {
  /** The sort of statement; `src/model/relations.ts` lists all of them. */
  readonly relation: RelationName;
  /** Ids, that of the owner first; `relations` says what each part names. */
  readonly key: readonly string[];
  readonly values: Readonly<Record<string, Scalar>>;
  /** Where it was written, which is no part of its meaning. */
  readonly place: Place;
  /** Where single values were written, if elsewhere than `place`. */
  readonly places?: Readonly<Record<string, Place>>;
}

/** Words for the ids of a policy, frozen with it so that it can be shown without a taxonomy. */
export interface Vocabulary {
  /** By category: labels by locale, the parent, and the sensitivity under each legal profile. */
  readonly data: Readonly<
    Record<string, Term & { readonly sensitive: Readonly<Record<string, Sensitivity>> }>
  >;
  readonly purposes: Readonly<Record<string, Term>>;
  readonly permissions: Readonly<Record<string, Term>>;
  /** Words for pages from `words/`, by locale and by path in the table of words. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The tables of terms in a vocabulary. */
export const termTables = ['data', 'purposes', 'permissions'] as const;
export type TermTable = (typeof termTables)[number];

/** A term of the taxonomy: its labels by locale, and its parent. */
export interface Term {
  readonly label: Readonly<Record<string, string>>;
  readonly parent?: string;
}

/** Whether data is sensitive under a legal profile: no, yes, or depending on the context. */
export type Sensitivity = 'no' | 'context' | 'yes';

/**
 * A compiled policy: what `policy.json` holds and every later stage reads, be it from a working tree or an archive.
 *
 * - `facts`: one row per entity, link and member; the meaning that a diff can judge by itself.
 * - `prose`: one row per free text, keyed by owner, field path and locale, with its Markdown in `values.text`.
 * - `structure`: chapters, order and lineage; never meaning.
 *
 * Each table is sorted by relation and key. Rows of `prose` have the key `[owner, ...field path, locale]`; the
 * policy's own texts have the owner `policy`.
 */
export interface Policy {
  readonly format: typeof policyFormat;
  readonly id: string;
  /** The shipped vocabulary that it is written with, such as `2026-11`. */
  readonly edition: string;
  /** The language (BCP 47) whose text governs; it is one of `locales`. */
  readonly prevailing: string;
  readonly locales: readonly string[];
  /** Of the company's days, such as `+08:00` or `Z`. */
  readonly utcOffset: string;
  readonly facts: readonly Row[];
  readonly prose: readonly Row[];
  readonly structure: readonly Row[];
  readonly vocabulary: Vocabulary;
  /** Ids of earlier versions that no clause may use again. */
  readonly retired: readonly string[];
}

/** The clause or other entity that a row is about: the first part of its key. */
export function ownerOf({ key }: Pick<Row, 'key'>): string {
  return key[0] ?? '';
}

/** What a row of a list names: the last part of its key. */
export function lastPart({ key }: Pick<Row, 'key'>): string {
  return key.at(-1) ?? '';
}

/** Whether a party, or somebody on a list, decides what is done with data: alone or with others. */
export function isController({ values }: Pick<Row, 'values'>): boolean {
  return values.role === 'controller' || values.role === 'joint-controller';
}

/** The tables of rows, in the order in which they are compared and reported. */
export const tables = ['facts', 'prose', 'structure'] as const;
export type Table = (typeof tables)[number];

export const policyFormat = 'policyc/compiled@1';

/** The coordinate of a row as one string; no id has a tab. */
export function coordinateOf(row: Pick<Row, 'relation' | 'key'>): string {
  return `${row.relation}\t${row.key.join('\t')}`;
}

/** The order of the tables: by relation, then by key, part by part. */
export function compareCoordinates(
  a: Pick<Row, 'relation' | 'key'>,
  b: Pick<Row, 'relation' | 'key'>,
): number {
  if (a.relation !== b.relation) return a.relation < b.relation ? -1 : 1;
  const shared = Math.min(a.key.length, b.key.length);
  for (let at = 0; at < shared; at++) {
    const [mine, theirs] = [a.key[at] ?? '', b.key[at] ?? ''];
    if (mine !== theirs) return mine < theirs ? -1 : 1;
  }
  return a.key.length - b.key.length;
}

/** Rows in the order of the tables. */
export function sortRows(rows: readonly Row[]): Row[] {
  return [...rows].sort(compareCoordinates);
}
