import { type Diagnostic, diagnostic, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { formatPlace } from '../base/place.ts';
import { countryIn } from '../words/countries.ts';
import { bareVocabulary } from './bare-vocabulary.ts';
import { unknownCountries } from './country-codes.ts';
import { editionIds, editionOf } from './edition.ts';
import { extendEdition, unknownProfiles } from './extension.ts';
import { type ClauseKind, kinds, partyFields, policyFields, policyFormats } from './kinds.ts';
import { lineageRows } from './lineage.ts';
import type { PolicySource } from './load.ts';
import { addTranslations, isAlike } from './locale.ts';
import { orderOf } from './order.ts';
import {
  coordinateOf,
  type Policy,
  policyFormat,
  type Row,
  sortRows,
  type Term,
  type TermTable,
} from './policy.ts';
import { overPages, overRows } from './policy-limits.ts';
import { checkReferences, declareIds, unnamedRegisters } from './references.ts';
import { addEntity, addText, emptyTables, isFull, type Tables } from './rows.ts';
import { sensitivityRows, sliceOf } from './taxonomy-slice.ts';
import { countriesIn, withWording } from './wording.ts';

/** A policy built from its parsed files, and their problems. */
export interface Built {
  /** Undefined when there are errors. */
  readonly policy: Policy | undefined;
  readonly problems: readonly Diagnostic[];
}

/**
 * Turns the parsed files of a policy into its three tables: looks up every id, adds translations, and takes the part of
 * the taxonomy that it uses. `refuses` decides which new ids are refused, since some systems have no file of that name.
 */
export function buildPolicy(source: PolicySource, refuses?: (id: string) => boolean): Built {
  const problems: Diagnostic[] = [];
  const { head, headFile } = source;
  const shipped = editionOf(head.edition);
  if (!shipped) {
    const args = { edition: head.edition, known: editionIds };
    const problem = diagnostic('unknown-edition', args, headFile.placeAt(['edition']));
    return { policy: undefined, problems: [problem] };
  }
  problems.push(
    ...unknownProfiles(head.profiles ?? [], shipped.regimes, (index) =>
      headFile.placeAt(['profiles', index]),
    ),
  );
  const edition = source.taxonomy ? extendEdition(shipped, source.taxonomy, problems) : shipped;
  problems.push(...unnamedRegisters(source));
  const declared = declareIds(source, problems, refuses);
  const tables = originalTables(source);
  if (isFull(tables)) return { policy: undefined, problems: overRows(tables) };
  problems.push(
    ...addTranslations(tables, source),
    ...checkReferences(tables, declared, edition, source.registers),
  );
  const facts = mergeUnits(tables.facts, problems);
  problems.push(...unknownCountries(facts), ...unpublished(facts, head.locales));
  const named = head.profiles ?? [];
  const slice = sliceOf(edition, tables, facts, named);
  const vocabulary = bareVocabulary(withWording(slice, facts, source, problems));
  if (hasErrors(problems)) return { policy: undefined, problems: sortDiagnostics(problems) };

  facts.push(...sensitivityRows(facts, edition, named));
  problems.push(
    ...overRows({ ...tables, facts }),
    ...overPages({ ...head, prose: tables.prose, facts }, headFile.placeAt(['locales'])),
  );
  if (hasErrors(problems)) return { policy: undefined, problems: sortDiagnostics(problems) };
  const policy: Policy = {
    format: policyFormat,
    id: head.id,
    edition: head.edition,
    prevailing: head.prevailing,
    locales: head.locales,
    utcOffset: head.utcOffset,
    facts: sortRows(facts),
    prose: sortRows(tables.prose),
    structure: sortRows(tables.structure),
    vocabulary,
    retired: [...new Set([...(head.retired ?? []), ...formerIds(tables.structure)])].sort(),
  };
  return { policy, problems: sortDiagnostics(problems) };
}

/** The ids that clauses, chapters and parties had: only these stay reserved. */
function formerIds(structure: readonly Row[]): readonly string[] {
  return structure.flatMap(({ relation, key: [, former = ''] }) =>
    relation === 'lineage' && !former.includes('.') ? [former] : [],
  );
}

/** A prevailing language must be one in which the policy is published. */
function unpublished(facts: readonly Row[], published: readonly string[]): Diagnostic[] {
  return facts.flatMap(({ relation, values, place, places }) => {
    const language = String(values.language);
    if (relation !== 'policy.prevails' || published.includes(language)) return [];
    const alike = published.find((one) => isAlike(one, language));
    const args = { language, published, ...(alike === undefined ? {} : { alike }) };
    return [diagnostic('prevailing-not-published', args, places?.language ?? place)];
  });
}

/** The countries and terms of a policy that need words in every language, with their English names. */
export function wordsWanted(source: PolicySource): {
  readonly countries: Readonly<Record<string, string>>;
  readonly terms: Readonly<Record<TermTable, Readonly<Record<string, string>>>>;
} {
  const shipped = editionOf(source.head.edition);
  const tables = originalTables(source);
  const edition = shipped && source.taxonomy ? extendEdition(shipped, source.taxonomy, []) : shipped;
  const vocabulary = edition && sliceOf(edition, tables, tables.facts, []);
  const labels = (terms: Readonly<Record<string, Term>> = {}): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(terms).map(([id, { label }]) => [id, label.en ?? id]));
  return {
    countries: Object.fromEntries(
      countriesIn(tables.facts).map((code) => [code, countryIn('en', code) ?? code]),
    ),
    terms: {
      data: labels(vocabulary?.data),
      purposes: labels(vocabulary?.purposes),
      permissions: labels(vocabulary?.permissions),
    },
  };
}

/** The tables of everything written in the prevailing language, its texts in reading order. */
export function originalTables(source: PolicySource): Tables {
  const tables = emptyTables();
  addPolicy(tables, source);
  for (const chapter of source.chapters) {
    addChapter(tables, chapter, source);
  }
  return tables;
}

const isFirstFormat = ({ format }: PolicySource['head']): boolean => format === policyFormats[0];

function addPolicy(tables: Tables, source: PolicySource): void {
  const { head, headFile, chapters } = source;
  const { id: _, ...content } = head as unknown as Record<string, unknown>;
  const common = {
    file: headFile,
    locale: head.prevailing,
    isFirstFormat: isFirstFormat(head),
    registers: source.registers,
  };
  addEntity(tables, 'policy', policyFields, { ...common, path: [], content, owner: 'policy' });
  head.parties.forEach((party, index) => {
    const path = ['parties', index];
    addEntity(tables, 'party', partyFields, { ...common, path, content: party, owner: party.id });
    tables.structure.push(...lineageRows([party.id], party.formerly, headFile.placeAt(path)));
  });
  if (!isFirstFormat(head)) {
    const ids = head.parties.map(({ id }) => id);
    const list = { relation: 'party', of: 'party' } as const;
    tables.structure.push(...orderOf(['policy'], list, ids, headFile.placeAt(['parties'])));
  }
  const order = chapters.map((chapter) => chapter.id).join(' ');
  tables.structure.push({
    relation: 'contents',
    key: ['policy'],
    values: { order },
    place: headFile.placeAt(['chapters']),
  });
}

function addChapter(
  tables: Tables,
  chapter: PolicySource['chapters'][number],
  { head, registers }: PolicySource,
): void {
  const { prevailing: locale } = head;
  const { file, id, content, clauses } = chapter;
  const place = file.placeAt(['chapter']);
  const order = clauses.map((clause) => clause.id).join(' ');
  tables.structure.push({ relation: 'chapter', key: [id], values: { order }, place });
  tables.structure.push(...lineageRows([id], content.formerly, place));
  for (const field of ['title', 'text', 'summary']) {
    const text = content[field];
    if (typeof text === 'string') addText({ tables, file, owner: id, locale }, field, text);
  }
  for (const [index, clause] of clauses.entries()) {
    if (isFull(tables)) return;
    const path = ['clauses', index];
    const kind = clause.kind as ClauseKind;
    addEntity(tables, kind, kinds[kind], {
      file,
      path,
      content: clause,
      owner: clause.id,
      locale,
      isFirstFormat: isFirstFormat(head),
      registers,
    });
    const emphasis = clause.emphasis === undefined ? {} : { emphasis: String(clause.emphasis) };
    const values = { chapter: id, kind, ...emphasis };
    tables.structure.push({
      relation: 'clause',
      key: [clause.id],
      values,
      place: file.placeAt([...path, 'id']),
    });
    tables.structure.push(...lineageRows([clause.id], clause.formerly, file.placeAt(path)));
  }
}

/** Merges the rows of a consent unit: clauses that share it each describe it, and the descriptions must agree. */
function mergeUnits(facts: readonly Row[], problems: Diagnostic[]): Row[] {
  const merged = new Map<string, Row>();
  const repeated: Row[] = [];
  for (const row of facts) {
    const coordinate = coordinateOf(row);
    const first = merged.get(coordinate);
    if (!first) merged.set(coordinate, row);
    else if (row.relation === 'consent' && JSON.stringify(first.values) !== JSON.stringify(row.values)) {
      const place = formatPlace(first.place);
      problems.push(diagnostic('consent-unit-conflict', { unit: row.key[0] ?? '', first: place }, row.place));
    } else if (row.relation !== 'consent') repeated.push(row);
  }
  const twice = new Set(
    problems.flatMap(({ code, args }) => (code === 'duplicate-id' ? [(args as { id: string }).id] : [])),
  );
  for (const row of repeated) {
    const told =
      twice.has(row.key[0] ?? '') || repeated.some((outer) => outer !== row && isWithin(row, outer));
    if (told) continue;
    problems.push(diagnostic('duplicate-entry', { value: { name: row.key.at(-1) ?? '' } }, row.place));
  }
  return [...merged.values()];
}

/** Whether a row is part of another; repeating an entry repeats all that is in it. */
function isWithin(row: Row, outer: Row): boolean {
  return (
    row.relation.startsWith(`${outer.relation}.`) && outer.key.every((part, index) => row.key[index] === part)
  );
}
