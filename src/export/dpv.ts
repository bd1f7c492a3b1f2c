import type { Json } from '../base/canonical.ts';
import { escapeJson } from '../base/escape.ts';
import { likelyForm } from '../model/kinds/recipient.ts';
import type { Policy } from '../model/policy.ts';
import { type RowIndex, rowsIn } from '../model/row-index.ts';
import { context, legalBases, matches, measures, notSpecial, recipientType, roles } from './dpv-terms.ts';
import { type Exported, eachOnce, type Source, type Untold } from './export.ts';
import { keptBy } from './kept.ts';
import { calledIn } from './mapped.ts';
import { labelOf, titleOf } from './named.ts';
import {
  activitiesIn,
  type Handover,
  handoversOf,
  holdsIn,
  idAt,
  lastOf,
  recipientsOf,
  type Scope,
  type Use,
  usesBy,
  usesOf,
} from './uses.ts';

type Node = { readonly [key: string]: Json };

/**
 * The facts as JSON-LD in the Data Privacy Vocabulary. Ids are fragments, relative to where the document is published.
 * Data and purposes are concepts of the policy, each matched to the same or the nearest DPV term.
 */
export function dpvJson(source: Source): Exported {
  const { policy, product } = source;
  const rows = rowsIn(policy);
  const scope = { product };
  const untold: Untold[] = [];
  const stated = { uses: usesOf(policy, scope), handovers: handoversOf(policy, scope) };
  const processes = activitiesIn(rows, scope).map((clause) => processNode(clause, source, stated, untold));
  const all = [...stated.uses, ...stated.handovers];
  const data = new Set(all.map((one) => one.data));
  const purposes = new Set([...lastOf(rows.all('function.purpose')), ...all.flatMap((one) => one.purposes)]);
  const graph = [
    policyNode(source, processes),
    ...rows.all('party').map(({ key, values }) => partyNode(idAt(key, 0), values)),
    ...processes,
    ...[...data].sort().map((id) => conceptNode(source, 'data', id, untold)),
    ...[...purposes].sort().map((id) => conceptNode(source, 'purposes', id, untold)),
    ...recipientNodes(source),
    ...storageNodes(source, untold),
  ];
  return {
    text: `${escapeJson(JSON.stringify({ '@context': context, '@graph': graph }, undefined, 2))}\n`,
    untold: eachOnce(untold),
  };
}

/** What a clause collects, for which purposes, on which basis, who gets it and how long it is kept. */
function processNode(
  clause: string,
  source: Source,
  { uses, handovers }: { readonly uses: readonly Use[]; readonly handovers: readonly Handover[] },
  untold: Untold[],
): Node {
  const { policy, product, locale } = source;
  const rows = rowsIn(policy);
  const scope = { product };
  const own = usesBy(clause, uses);
  const data = [...new Set(own.map((one) => one.data))];
  const purposes = [
    ...new Set([...lastOf(rows.below('function.purpose', clause)), ...own.flatMap((one) => one.purposes)]),
  ];
  const bases = new Set(
    rows.below('function.purpose', clause).flatMap(({ values }) => legalBases[String(values.basis)] ?? []),
  );
  if (bases.size === 0) untold.push({ about: `${clause}: legal basis`, because: 'no purpose states one' });
  const recipients = recipientsOf(rows, clause, { uses, handovers }, scope);
  const kept = keptBy(policy, clause, { data, purposes }, scope);
  return {
    '@id': `#${clause}`,
    '@type': 'dpv:Process',
    'dct:title': text(titleOf(policy, clause, locale), locale),
    ...parties(policy, 'dpv:hasDataController'),
    ...parties(policy, 'dpv:hasJointDataControllers'),
    ...refs('dpv:hasPersonalData', '#data-', data),
    ...refs('dpv:hasPurpose', '#purpose-', purposes),
    ...refs('dpv:hasLegalBasis', '', [...bases]),
    ...refs('dpv:hasRecipient', '#recipient-', recipients),
    ...refs(
      'dpv:hasStorageCondition',
      '#storage-',
      kept.map((one) => one.clause),
    ),
    ...refs('dpv:hasTechnicalOrganisationalMeasure', '', measuresIn(rows, scope)),
  };
}

function measuresIn(rows: RowIndex, scope: Scope): readonly string[] {
  return lastOf(rows.all('security.measure').filter(({ key }) => holdsIn(rows, idAt(key, 0), scope))).flatMap(
    (measure) => measures[measure] ?? [],
  );
}

/** The parties of a role, under the property that links to them. */
function parties(policy: Policy, link: string): Node {
  const linked = rowsIn(policy)
    .all('party')
    .filter(({ values }) => roles[String(values.role)]?.link === link);
  return refs(
    link,
    '#party-',
    linked.map(({ key }) => idAt(key, 0)),
  );
}

function policyNode({ policy, locale, published }: Source, processes: readonly Node[]): Node {
  return {
    '@id': '',
    '@type': 'dpv:PrivacyNotice',
    'dct:title': text(titleOf(policy, 'policy', locale), locale),
    ...(published === undefined ? {} : { 'dct:issued': { '@type': 'xsd:date', '@value': published } }),
    ...parties(policy, 'dpv:hasDataController'),
    ...parties(policy, 'dpv:hasRepresentative'),
    ...parties(policy, 'dpv:hasDataProtectionOfficer'),
    ...refs(
      'dpv:hasProcess',
      '',
      processes.map((one) => String(one['@id'])),
    ),
  };
}

function partyNode(id: string, values: Readonly<Record<string, unknown>>): Node {
  const { role, name, country, address } = values;
  return {
    '@id': `#party-${id}`,
    '@type': roles[String(role)]?.type ?? 'dpv:LegalEntity',
    'dpv:hasName': String(name),
    ...(address === undefined ? {} : { 'dpv:hasAddress': String(address) }),
    ...(country === undefined ? {} : refs('dpv:hasCountry', 'loc:', [String(country)])),
  };
}

/** A term of the policy and its DPV term; marked as sensitive if a profile in force says so. */
function conceptNode(source: Source, table: 'data' | 'purposes', id: string, untold: Untold[]): Node {
  const { policy, locale } = source;
  const called = calledIn('dpv', table, id, source);
  if (called.name === undefined) untold.push({ about: id, because: called.because });
  const match = called.name === undefined ? undefined : (matches[called.match] ?? 'skos:relatedMatch');
  const profiles = rowsIn(policy).below('sensitivity', id);
  const sensitiveUnder = profiles
    .filter(({ values }) => Object.values(values).includes('yes'))
    .map(({ key }) => key[1]);
  return {
    '@id': table === 'data' ? `#data-${id}` : `#purpose-${id}`,
    '@type': table === 'data' ? dataType(id, sensitiveUnder) : 'dpv:Purpose',
    'skos:notation': id,
    'skos:prefLabel': text(labelOf(policy, table, id, locale), locale),
    ...(match === undefined || called.name === undefined ? {} : refs(match, '', [called.name])),
  };
}

/** The type of a category that some profiles call sensitive; GDPR has a name for those of its own. */
function dataType(id: string, profiles: readonly (string | undefined)[]): string {
  if (profiles.includes('eu-gdpr') && !notSpecial.has(id)) return 'dpv:SpecialCategoryPersonalData';
  return profiles.length > 0 ? 'dpv:SensitivePersonalData' : 'dpv:PersonalData';
}

function recipientNodes({ policy, product, locale }: Source): Node[] {
  const rows = rowsIn(policy);
  return rows
    .all('recipient')
    .filter(({ key }) => holdsIn(rows, idAt(key, 0), { product }))
    .map(({ key, values }) => {
      const id = idAt(key, 0);
      const countries = lastOf(rows.below('recipient.country', id));
      return {
        '@id': `#recipient-${id}`,
        '@type': recipientType(likelyForm(values), String(values.category)),
        'dct:title': text(titleOf(policy, id, locale), locale),
        ...(values.name === undefined ? {} : { 'dpv:hasName': String(values.name) }),
        ...refs('dpv:hasPersonalData', '#data-', lastOf(rows.below('recipient.data', id))),
        ...refs('dpv:hasPurpose', '#purpose-', lastOf(rows.below('recipient.purpose', id))),
        ...refs('dpv:hasCountry', 'loc:', countries),
      };
    });
}

/** The storage periods: of every retention clause, and of every function that states its own. */
function storageNodes({ policy, product, locale }: Source, untold: Untold[]): Node[] {
  const rows = rowsIn(policy);
  const stated = [
    ...rows.all('retention').map(({ key, values }) => ({ id: idAt(key, 0), period: values.period })),
    ...rows
      .all('function')
      .filter(({ values }) => values.keeps !== undefined)
      .map(({ key, values }) => ({ id: idAt(key, 0), period: values.keeps })),
  ];
  return stated
    .filter(({ id }) => holdsIn(rows, id, { product }))
    .map(({ id, period }) => {
      const isPeriod = /^P/.test(String(period));
      if (period === undefined)
        untold.push({ about: `${id}: how long`, because: 'it has a criterion, and no period' });
      const countries = lastOf(rows.below('retention.country', id));
      return {
        '@id': `#storage-${id}`,
        '@type': [
          'dpv:StorageCondition',
          period === 'forever' ? 'dpv:EndlessDuration' : 'dpv:StorageDuration',
        ],
        'dct:title': text(titleOf(policy, id, locale), locale),
        ...(isPeriod ? { 'rdf:value': { '@type': 'xsd:duration', '@value': String(period) } } : {}),
        ...refs('dpv:hasLocation', 'loc:', countries),
      };
    });
}

/** A property that links to nodes, whose ids begin with a prefix; nothing where there are none. */
function refs(property: string, prefix: string, ids: readonly string[]): Node {
  return ids.length === 0 ? {} : { [property]: ids.map((id) => ({ '@id': `${prefix}${id}` })) };
}

function text(value: string, language: string): Node {
  return { '@language': language, '@value': value };
}
