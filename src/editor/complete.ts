import { ruleMessages } from '../base/messages-rules.ts';
import { watchNames } from '../check/promises.ts';
import { editionIds } from '../model/edition.ts';
import { directiveKinds } from '../model/references.ts';
import { namedTerms, termLists } from '../model/term-search.ts';
import { type DirectiveName, directiveNames } from '../syntax/directive.ts';
import { countries } from '../words/countries.ts';
import { languages } from '../words/languages.ts';
import { spotsIn, withText } from './read-file.ts';
import type { Namespace, Range, Spot } from './spots.ts';
import type { PolicyView } from './view.ts';

/** An id that fits at a position. */
export interface Completion {
  readonly id: string;
  readonly detail: string;
  /** Further names that it can be found by. */
  readonly names: readonly string[];
  readonly range: Range;
  readonly text: string;
}

type Offer = Pick<Completion, 'id' | 'detail' | 'names'>;

/** Stands at the cursor while a file is read. It is valid in a directive, and no real file contains it. */
const marker = 'policyc-cursor-0';

/**
 * The ids that fit at the cursor: from the policy, its edition and the rules. Values that the schema lists are left to
 * the schema.
 */
export function completionsAt(view: PolicyView, path: string, offset: number): readonly Completion[] {
  const source = view.snapshot.files.get(path);
  if (!source) return [];
  const directive = directiveAt(source.text, offset);
  if (directive) return directiveOffers(view, directive, offset, source.text);
  const spot = spotsIn(withText(source, offset, marker)).ids.find(({ id }) => id.includes(marker));
  if (!spot) return [];
  const [start, end] = spot.range;
  const range: Range = [start, end - marker.length];
  const own = spot.role === 'declares' ? [] : offersFor(view, spot);
  return own.map((offer) => ({ ...offer, range, text: offer.id }));
}

interface Directive {
  readonly name: DirectiveName;
  readonly start: number;
}

/** The unfinished directive at a position, and where its id begins. */
function directiveAt(text: string, offset: number): Directive | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const open = line.lastIndexOf('[');
  const before = line.slice(0, Math.max(0, open));
  const name = directiveNames.find((one) => before.endsWith(`:${one}`));
  const written = line.slice(open + 1);
  return name === undefined || /[\]\s]/.test(written) ? undefined : { name, start: offset - written.length };
}

function directiveOffers(
  view: PolicyView,
  { name, start }: Directive,
  offset: number,
  text: string,
): readonly Completion[] {
  const rest = /^[\w.-]*/.exec(text.slice(offset, offset + longestId))?.[0].length ?? 0;
  const range: Range = [start, offset + rest];
  const closing = text[range[1]] === ']' ? '' : ']';
  const offers =
    name === 'data' || name === 'purpose' || name === 'country'
      ? offersFor(view, { of: name })
      : offersFor(view, { of: 'id', kind: directiveKinds[name] });
  return offers.map((offer) => ({ ...offer, range, text: offer.id + closing }));
}

const longestId = 200;

function offersFor(view: PolicyView, { of, kind }: Pick<Spot, 'of' | 'kind'>): readonly Offer[] {
  if (of === 'id') return declaredOffers(view, 'id', kind);
  if (of === 'entry') return declaredOffers(view, 'entry', undefined);
  if (of === 'data' || of === 'purpose' || of === 'permission') return termOffers(view, of);
  return simpleOffers[of]?.(view) ?? [];
}

function declaredOffers({ ids }: PolicyView, of: Namespace, kind: string | undefined): readonly Offer[] {
  const fits = (spot: Spot): boolean => (kind === undefined ? spot.kind !== 'policy' : spot.kind === kind);
  return ids.flatMap((spot) => {
    if (spot.of !== of || spot.role !== 'declares' || !fits(spot)) return [];
    const { title = '' } = spot;
    return [{ id: spot.id, detail: [spot.kind, title].filter(Boolean).join(': '), names: [title] }];
  });
}

function termOffers({ edition }: PolicyView, of: keyof typeof termLists): readonly Offer[] {
  return namedTerms(edition).flatMap(({ id, of: found, term, names }) =>
    found === termLists[of]
      ? [{ id, detail: [...new Set(Object.values(term.label))].join(' · '), names }]
      : [],
  );
}

const plain = (id: string, detail = ''): Offer => ({ id, detail, names: detail === '' ? [] : [detail] });

const simpleOffers: { readonly [Of in Namespace]?: (view: PolicyView) => readonly Offer[] } = {
  register: ({ snapshot }) =>
    [...snapshot.files.keys()].filter((path) => path.startsWith('registers/')).map((path) => plain(path)),
  rule: () => Object.entries(ruleMessages).map(([rule, { severity }]) => plain(rule, severity)),
  profile: ({ edition }) => edition.regimes.map((profile) => plain(profile)),
  watch: () => [...watchNames].sort().map((name) => plain(name)),
  unit: ({ ids }) =>
    [...new Set(ids.flatMap(({ of, id }) => (of === 'unit' && !id.includes(marker) ? [id] : [])))].map((id) =>
      plain(id),
    ),
  locale: () => languages.map(({ tag }) => plain(tag)),
  country: () =>
    Object.entries(countries).map(([code, names]) => ({ id: code, detail: names.join(' · '), names })),
  edition: () => editionIds.map((id) => plain(id)),
};
