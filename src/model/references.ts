import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { isNoName } from '../base/folded-name.ts';
import { nearestForSome } from '../base/nearest.ts';
import { formatPlace, type Place, placeOf, type SourceFile, startOfFile } from '../base/place.ts';
import type { Span } from '../base/span.ts';
import type { DirectiveName } from '../syntax/directive.ts';
import { marksIn } from '../syntax/marks.ts';
import type { DirectiveUse } from '../syntax/prose.ts';
import { scalarOffsets, type WrittenScalar } from '../syntax/scalar.ts';
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
  const scalar = text.file.scalarAt(text.path);
  const swallowed = scalar ? swallowedWords(text.file.source, scalar) : [];
  const { directives, forbidden } = marksIn(text.text);
  if (directives.length + forbidden.length === 0) return swallowed;
  const offsets = scalar ? scalarOffsets(text.file.source, scalar) : () => 0;
  const place = ({ start, end }: Span): Place => placeOf(text.file.source, offsets(start), offsets(end));
  return [
    ...swallowed,
    ...forbidden
      // The opening tag was reported already.
      .filter(({ kind, start }) => kind !== 'html' || !text.text.startsWith('</', start))
      .map((mark) =>
        mark.kind === 'html'
          ? diagnostic('raw-html', {}, place(mark))
          : diagnostic('unsafe-link', { url: mark.url }, place(mark)),
      ),
    ...directives.flatMap((one) => checkDirective(one, search, place(one))),
  ];
}

/** Words behind ` #`, which YAML takes for a comment. */
function swallowedWords(source: SourceFile, { type, comment, range }: WrittenScalar): Diagnostic[] {
  if (type !== 'PLAIN' || !comment) return [];
  const end = range?.[1] ?? 0;
  const next = source.text.indexOf('\n', end);
  const line = source.text.slice(end, next === -1 ? undefined : next);
  const start = line.indexOf('#');
  if (start === -1) return [];
  return [diagnostic('comment-swallows-text', { comment }, placeOf(source, end + start, end + line.length))];
}

function checkDirective({ name, id }: DirectiveUse, search: Search, place: Place): Diagnostic[] {
  if (id === '') return [diagnostic('directive-empty', { name }, place)];
  if (name === 'data' || name === 'purpose') return lookUpTerm(search, termLists[name], id, place);
  if (name === 'country') return unknownRegion(id, place);
  return lookUp(search, id, meantBy(name, id, search), place);
}

function meantBy(name: DirectiveName, id: string, { declared }: Search): string | undefined {
  const what = declared.get(id)?.what ?? '';
  return name === 'period' && !periodFields.has(what) ? 'retention' : directiveKinds[name];
}

/** The kind of clause that a directive must point at; other directives may point at several kinds. */
export const directiveKinds: { readonly [Name in DirectiveName]?: string } = {
  term: 'definition',
  contact: 'contact',
  party: 'party',
};

/** Registers that no clause names, and so no page shows; unless a clause names one that is not there, and means one of these. */
export function unnamedRegisters({ chapters, registers }: PolicySource): readonly Diagnostic[] {
  const named = new Set(chapters.flatMap(({ clauses }) => clauses.flatMap(({ register }) => register ?? [])));
  if ([...named].some((path) => !registers.has(String(path)))) return [];
  return [...registers.keys()]
    .filter((path) => !named.has(path))
    .map((path) => diagnostic('file-unexpected', { known: [], register: path }, startOfFile(path)));
}
