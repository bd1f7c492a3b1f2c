import { ancestry, type Edition, editionOf } from '../model/edition.ts';
import type { EditionBackground, Mapping } from '../model/edition-background.ts';
import type { Term, TermTable } from '../model/policy.ts';

type Line = readonly [name: string, value: string];

/** Everything the edition knows of an id, which may be data, a purpose and a permission at once; undefined if none. */
export function termText(id: string, edition: Edition, background: EditionBackground): string | undefined {
  const parts = [
    ...dataPart(id, edition, background),
    ...purposePart(id, edition, background),
    ...permissionPart(id, edition, background),
  ];
  return parts.length === 0 ? undefined : `# ${id}\n\n${parts.join('\n')}`;
}

/** Every id that `termText` knows. */
export function termIds(edition: Edition): readonly string[] {
  return [
    ...new Set([edition.data, edition.purposes, edition.permissions].flatMap((terms) => [...terms.keys()])),
  ];
}

/** Where a term comes from: the edition, or the policy's own `taxonomy.yaml`. */
function sourceOf(id: string, table: TermTable, edition: Edition): string {
  return editionOf(edition.id)?.[table].has(id) ? `edition ${edition.id}` : 'of your own: taxonomy.yaml';
}

function dataPart(id: string, edition: Edition, background: EditionBackground): string[] {
  const term = edition.data.get(id);
  if (!term) return [];
  const isOwn = !editionOf(edition.id)?.data.has(id);
  const group = background.groups.get(term.group) ?? term.group;
  const sensitivity = edition.profiles.map((profile): Line => {
    const found = background.basis[profile]?.[id];
    const why = found ? `${found.basis} [${found.status}]` : (unstated[term.sensitive[profile] ?? ''] ?? '');
    return [profile, `${(term.sensitive[profile] ?? '').padEnd(9)}${isOwn ? '' : why}`];
  });
  return [
    `A category of data (${sourceOf(id, 'data', edition)}), listed under “${group}”.\n`,
    columns([...naming(id, term, edition.data), ...alsoCalled(term.synonyms)]),
    '## Is it sensitive?\n',
    columns(sensitivity),
    ...(isOwn ? [] : howWeKnow),
    ...mappingPart(background.mappings.data[id]),
  ];
}

const howWeKnow = [
  'context: it depends on how the data are used. In brackets, how we know: the text was',
  'read (verified), or another’s account of it (secondary); it is from memory (recalled),',
  'or our own inference (reasoned). Counsel decides.\n',
];

const unstated: Readonly<Record<string, string>> = {
  no: 'not named there, and not alike to what is named',
  context: 'depends on use, content or combination: treat it as sensitive unless you know better',
};

const tiers: Readonly<Record<string, string>> = {
  basic: 'usually basic: the product cannot do without it',
  additional: 'usually additional: a free choice',
  either: 'basic or additional: it depends on the product',
};

function purposePart(id: string, edition: Edition, background: EditionBackground): string[] {
  const term = edition.purposes.get(id);
  if (!term) return [];
  const tier = tiers[background.tiers.get(id) ?? ''];
  return [
    `A purpose (${sourceOf(id, 'purposes', edition)}).\n`,
    columns([
      ...naming(id, term, edition.purposes),
      ...alsoCalled(edition.purposeSynonyms.get(id) ?? {}),
      ...(tier === undefined ? [] : [['Tier', tier] as const]),
    ]),
    ...mappingPart(background.mappings.purposes[id]),
  ];
}

function permissionPart(id: string, edition: Edition, background: EditionBackground): string[] {
  const term = edition.permissions.get(id);
  if (!term) return [];
  const platforms = Object.entries(background.platforms.get(id) ?? {}).map(
    ([platform, names]): Line => [platform, names.length === 0 ? 'asks for nothing' : names.join(', ')],
  );
  return [
    `A device permission (${sourceOf(id, 'permissions', edition)}).\n`,
    columns([...naming(id, term, edition.permissions), ...platforms]),
  ];
}

/** Its labels, what it is a kind of, and what is a kind of it. */
function naming(id: string, term: Term, terms: ReadonlyMap<string, Term>): Line[] {
  const above = ancestry(terms, id).slice(1);
  const below = [...terms].flatMap(([other, { parent }]) => (parent === id ? [other] : []));
  return [
    ...Object.entries(term.label).map(([locale, label]): Line => [`In ${locale}`, label]),
    ...(above.length > 0 ? [['A kind of', above.join(' › ')] as const] : []),
    ...(below.length > 0 ? [['Its kinds', below.join(', ')] as const] : []),
  ];
}

function alsoCalled(synonyms: Readonly<Record<string, readonly string[]>>): Line[] {
  const words = Object.values(synonyms).flat();
  return words.length === 0 ? [] : [['Also called', words.join(', ')]];
}

function mappingPart(mapping: Mapping | undefined): string[] {
  const lines = mapping === undefined ? [] : mappingLines(mapping);
  if (lines.length === 0) return [];
  return [
    '## What others call it\n',
    columns(lines),
    'exact: the same thing. close: nearly. broader: theirs is wider. The grades are ours.',
    'DPV: W3C Data Privacy Vocabularies and Controls Community Group, W3C Software and',
    'Document Licence. Fideslang: Ethyca, CC BY 4.0. Neither endorses this; see NOTICE.md.\n',
  ];
}

function mappingLines({ dpv, fides, apple, play, tcf, ccpa }: Mapping): Line[] {
  const graded = (name: string, target: string | undefined, match?: string): Line[] =>
    target === undefined ? [] : [[name, match === undefined ? target : `${match.padEnd(9)}${target}`]];
  const [appleName, appleMatch] = typeof apple === 'string' ? [apple] : [apple?.type, apple?.match];
  const [playName, playMatch] = typeof play === 'string' ? [play] : [play?.id, play?.match];
  return [
    ...graded('DPV 2.3', dpv?.iri, dpv?.match),
    ...graded('Fideslang 3.1', fides?.key, fides?.match),
    ...graded('Apple', appleName, appleMatch),
    ...graded('Google Play', playName, playMatch),
    ...graded('IAB TCF 2.2', tcf === undefined ? undefined : [tcf].flat().join(', ')),
    ...graded('CCPA (v)(1)', ccpa),
  ];
}

/** Names and values in two columns, as wide as the longest name. */
function columns(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  return `${lines.map(([name, value]) => `  ${name.padEnd(width)}${value}`.trimEnd()).join('\n')}\n`;
}
