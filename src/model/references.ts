import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { isNoName } from '../base/folded-name.ts';
import { nearestForSome } from '../base/nearest.ts';
import { formatPlace, type Place, placeOf } from '../base/place.ts';
import type { DirectiveName } from '../syntax/directive.ts';
import { marksIn } from '../syntax/marks.ts';
import { scalarOffsets } from '../syntax/scalar.ts';
import { unknownRegion } from './country-codes.ts';
import type { Edition } from './edition.ts';
import { periodFields } from './kinds.ts';
import type { PolicySource } from './load.ts';
import type { TermTable } from './policy.ts';
import type { Tables, TextSource } from './rows.ts';
import { nearestMeaning, termLists } from './term-search.ts';

/** Every declared id: what it is, and where. */
export type Declarations = ReadonlyMap<string, { readonly what: string; readonly place: Place }>;

/** Collects the ids of clauses, chapters and parties, which share one namespace, and reports repetitions. */
export function declareIds(source: PolicySource, problems: Diagnostic[], refuses = isNoName): Declarations {
  const declared = new Map<string, { what: string; place: Place }>();
  const retired = new Set(source.head.retired ?? []);
  const declare = (id: string, what: string, place: Place): void => {
    const first = declared.get(id);
    if (first) {
      problems.push(
        diagnostic('duplicate-id', { id, first: formatPlace(first.place) }, place, [
          { place: first.place, role: 'first' },
        ]),
      );
    } else declared.set(id, { what, place });
    if (retired.has(id)) problems.push(diagnostic('retired-id', { id }, place));
    requireName(id, place);
  };
  // Folders of pages are named after ids.
  const requireName = (id: string, place: Place): void => {
    if (refuses(id))
      problems.push(diagnostic('bad-format', { value: id, expected: { type: 'name' } }, place));
  };
  requireName(source.head.id, source.headFile.placeAt(['id']));
  // The owner of the policy's own texts has this name.
  declare('policy', 'policy', source.headFile.placeAt(['id']));
  source.head.parties.forEach((party, index) => {
    declare(party.id, 'party', source.headFile.placeAt(['parties', index, 'id']));
  });
  for (const chapter of source.chapters) {
    declare(chapter.id, 'chapter', chapter.file.placeAt(['chapter']));
    chapter.clauses.forEach((clause, index) => {
      declare(clause.id, clause.kind, chapter.file.placeAt(['clauses', index, 'id']));
    });
  }
  return declared;
}

/** Looks up every id that a field or a directive names. */
export function checkReferences(
  tables: Tables,
  declared: Declarations,
  edition: Edition,
  registers: ReadonlyMap<string, unknown>,
): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const search: Search = { declared, edition, nearest: nearestForSome(), meaning: nearestMeaning(edition) };
  for (const { of, id, place, kind } of tables.mentions) {
    if (of === 'clause' || of === 'party')
      problems.push(...lookUp(search, id, kind ?? (of === 'party' ? 'party' : undefined), place));
    else if (of === 'register') {
      const close = search.nearest(id, () => registers.keys());
      problems.push(diagnostic('register-missing', { path: id, nearest: close }, place));
    } else if (Object.hasOwn(termLists, of))
      problems.push(...lookUpTerm(search, termLists[of as keyof typeof termLists], id, place));
  }
  for (const text of tables.texts) problems.push(...checkText(text, search));
  return problems;
}

interface Search {
  readonly declared: Declarations;
  readonly edition: Edition;
  readonly nearest: ReturnType<typeof nearestForSome>;
  readonly meaning: ReturnType<typeof nearestMeaning>;
}

function lookUp(
  { declared, nearest }: Search,
  id: string,
  kind: string | undefined,
  place: Place,
): Diagnostic[] {
  const found = declared.get(id);
  if (!found) {
    const close = nearest(id, () =>
      [...declared].filter(([, entry]) => kind === undefined || entry.what === kind).map(([name]) => name),
    );
    return [diagnostic('unknown-reference', { what: kind ?? 'clause', id, nearest: close }, place)];
  }
  if (kind !== undefined && found.what !== kind) {
    return [diagnostic('wrong-kind-reference', { id, found: found.what, expected: kind }, place)];
  }
  return [];
}

function lookUpTerm(
  { edition, nearest, meaning }: Search,
  what: TermTable,
  id: string,
  place: Place,
): Diagnostic[] {
  const known: ReadonlyMap<string, unknown> = edition[what];
  if (known.has(id)) return [];
  let meant: string | undefined;
  const close = nearest(id, () => {
    meant = meaning(what, id);
    return known.keys();
  });
  return [diagnostic('unknown-reference', { what, id, nearest: close, meant, listed: what }, place)];
}

function checkText(text: TextSource, search: Search): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const scalar = text.file.scalarAt(text.path);
  if (scalar?.type === 'PLAIN' && scalar.comment) {
    const end = scalar.range?.[1] ?? 0;
    const { text: written } = text.file.source;
    const next = written.indexOf('\n', end);
    const line = written.slice(end, next === -1 ? undefined : next);
    const start = end + Math.max(0, line.indexOf('#'));
    if (line.includes('#')) {
      problems.push(
        diagnostic(
          'comment-swallows-text',
          { comment: scalar.comment },
          placeOf(text.file.source, start, end + line.length),
        ),
      );
    }
  }
  const { directives, forbidden } = marksIn(text.text);
  if (directives.length + forbidden.length === 0) return problems;
  const offsets = scalar ? scalarOffsets(text.file.source, scalar) : () => 0;
  const place = (start: number, end: number): Place =>
    placeOf(text.file.source, offsets(start), offsets(end));
  for (const { kind, url, start, end } of forbidden) {
    // The opening tag was reported already.
    if (kind === 'html' && text.text.startsWith('</', start)) continue;
    problems.push(
      kind === 'html'
        ? diagnostic('raw-html', {}, place(start, end))
        : diagnostic('unsafe-link', { url }, place(start, end)),
    );
  }
  for (const { name, id, start, end } of directives) {
    const at = place(start, end);
    if (id === '') problems.push(diagnostic('directive-empty', { name }, at));
    else if (name === 'data' || name === 'purpose')
      problems.push(...lookUpTerm(search, termLists[name], id, at));
    else if (name === 'country') problems.push(...unknownRegion(id, at));
    else problems.push(...lookUp(search, id, meantBy(name, id, search), at));
  }
  return problems;
}

function meantBy(name: DirectiveName, id: string, { declared }: Search): string | undefined {
  if (name === 'term') return 'definition';
  if (name === 'contact' || name === 'party') return name;
  const what = declared.get(id)?.what ?? '';
  return name === 'period' && !periodFields.has(what) ? 'retention' : undefined;
}
