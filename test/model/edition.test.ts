import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ratingOf } from '../../src/model/edition.ts';
import { labelsIn } from '../../src/model/edition-labels.ts';
import later from '../../src/model/editions/2026-12/mappings.json' with { type: 'json' };
import terms from '../../src/model/editions/2026-12/terms.json' with { type: 'json' };
import type { Policy } from '../../src/model/policy.ts';
import { policyOf } from '../properties/policies.ts';

type Locale = 'en' | 'zh-CN';
type Label = Record<Locale, string>;
type Synonyms = Record<Locale, string[]>;
type Term = { id: string; parent?: string; label: Label; synonyms: Synonyms };
type Category = Term & { group: string };
type Purpose = Term & { tierHint: string };
type Permission = { id: string; label: Label; platforms: { android: string[]; ios: string[] } };
type Graded = { match: string };
type Mapping = {
  dpv?: Graded & { iri: string };
  fides?: Graded & { key: string };
  apple?: (Graded & { type: string }) | string;
  play?: (Graded & { id: string }) | string;
  tcf?: number | (number | string)[];
  ccpa?: string;
};

const read = <T>(name: string): T =>
  JSON.parse(
    readFileSync(new URL(`../../src/model/editions/2026-11/${name}.json`, import.meta.url), 'utf8'),
  ) as T;

const groups = read<{ id: string; label: Label }[]>('groups');
const categories = read<Category[]>('categories');
const permissions = read<Permission[]>('permissions');
const purposes = read<Purpose[]>('purposes');
const sensitivity = read<Record<string, Record<string, string>>>('sensitivity');
const basis = read<Record<string, Record<string, { basis: string; status: string }>>>('sensitivity-basis');
const mappings = read<{ data: Record<string, Mapping>; purposes: Record<string, Mapping> }>('mappings');

const laterMappings: typeof mappings = later;

const files = [
  'groups',
  'categories',
  'permissions',
  'purposes',
  'sensitivity',
  'sensitivity-basis',
  'mappings',
];
const profiles = ['cn-gbt35273-2020', 'cn-pipl', 'eu-gdpr', 'us-ca-ccpa'];
const locales: Locale[] = ['en', 'zh-CN'];
const lists = Object.entries({ groups, categories, permissions, purposes });
const vocabularies: [string, Term[]][] = [
  ['categories', categories],
  ['purposes', purposes],
];
const idsOf = (entries: { id: string }[]): string[] => entries.map((entry) => entry.id);

/** The chain of parents of a term, nearest first; stops at a term seen before. */
function ancestors(terms: Term[], id: string): string[] {
  const parentOf = new Map(terms.map((term) => [term.id, term.parent]));
  const chain: string[] = [];
  for (let at = parentOf.get(id); at !== undefined && !chain.includes(at); at = parentOf.get(at))
    chain.push(at);
  return chain;
}

/** Every word or phrase that two different terms claim in one locale. */
function sharedWords(terms: Term[], locale: Locale): string[] {
  const owners = new Map<string, string[]>();
  for (const term of terms) {
    for (const word of [term.label[locale], ...term.synonyms[locale]]) {
      const key = word.normalize('NFC').toLowerCase();
      owners.set(key, [...(owners.get(key) ?? []), term.id]);
    }
  }
  return [...owners].filter(([, ids]) => ids.length > 1).map(([word, ids]) => `${word}: ${ids.join(', ')}`);
}

describe('edition 2026-11', () => {
  it('has the counts it was frozen with', () => {
    const withParent = (terms: Term[]): number => terms.filter((term) => term.parent !== undefined).length;
    const words = (terms: Term[], locale: Locale): number =>
      terms.reduce((sum, term) => sum + 1 + term.synonyms[locale].length, 0);
    const values = Object.values(sensitivity).flatMap((row) => Object.values(row));
    expect({
      groups: groups.length,
      categories: categories.length,
      categoriesWithParent: withParent(categories),
      categoryWords: [words(categories, 'en'), words(categories, 'zh-CN')],
      permissions: permissions.length,
      purposes: purposes.length,
      purposesWithParent: withParent(purposes),
      purposeWords: [words(purposes, 'en'), words(purposes, 'zh-CN')],
      sensitivity: ['no', 'context', 'yes'].map((level) => values.filter((value) => value === level).length),
      basis: profiles.map((profile) => Object.keys(basis[profile] ?? {}).length),
      mappings: [Object.keys(mappings.data).length, Object.keys(mappings.purposes).length],
    }).toEqual({
      groups: 16,
      categories: 123,
      categoriesWithParent: 62,
      categoryWords: [444, 364],
      permissions: 10,
      purposes: 38,
      purposesWithParent: 3,
      purposeWords: [137, 119],
      sensitivity: [270, 120, 102],
      basis: [57, 38, 51, 51],
      mappings: [123, 38],
    });
  });

  it('is UTF-8 text with LF line ends and a final newline', () => {
    for (const name of files) {
      const text = readFileSync(
        new URL(`../../src/model/editions/2026-11/${name}.json`, import.meta.url),
        'utf8',
      );
      expect(text, name).not.toMatch(/[\r\t\uFEFF\uFFFD]/);
      expect(text, name).toMatch(/[^\n]\n$/);
      expect(text.normalize('NFC'), name).toBe(text);
    }
  });

  it.each(lists)('%s: ids are well formed and unique', (_, entries) => {
    const ids = idsOf(entries);
    expect(ids.filter((id) => !/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(id))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(lists)('%s: a plain label in both locales', (_, entries) => {
    for (const entry of entries) {
      expect(Object.keys(entry.label), entry.id).toEqual(locales);
      for (const locale of locales) {
        expect(entry.label[locale].trim(), entry.id).toBe(entry.label[locale]);
        expect(entry.label[locale], entry.id).not.toBe('');
        expect(entry.label[locale], entry.id).not.toMatch(/[/()（）、]/);
      }
    }
  });

  it.each(vocabularies)('%s: parents exist and never lead back', (_, terms) => {
    const ids = new Set(idsOf(terms));
    expect(terms.filter((term) => term.parent !== undefined && !ids.has(term.parent))).toEqual([]);
    expect(terms.filter((term) => ancestors(terms, term.id).includes(term.id))).toEqual([]);
  });

  it.each(vocabularies)('%s: synonyms are written as the prose check reads them', (_, terms) => {
    for (const term of terms) {
      expect(Object.keys(term.synonyms), term.id).toEqual(locales);
      expect(
        term.synonyms.en.filter((word) => word !== word.toLowerCase()),
        term.id,
      ).toEqual([]);
      for (const word of [...term.synonyms.en, ...term.synonyms['zh-CN']]) {
        expect(word, term.id).toBe(word.trim());
        expect(word, term.id).not.toBe('');
      }
    }
  });

  it.each(vocabularies)('%s: no label or synonym is claimed twice in a locale', (_, terms) => {
    for (const locale of locales) expect(sharedWords(terms, locale)).toEqual([]);
  });

  it('puts every category in a known group, and leaves no group empty', () => {
    expect(new Set(categories.map((category) => category.group))).toEqual(new Set(idsOf(groups)));
  });

  it('never gives a purpose a parent of a different tier', () => {
    const tierOf = new Map(purposes.map((purpose) => [purpose.id, purpose.tierHint]));
    expect(
      purposes.filter((purpose) => !['basic', 'additional', 'either'].includes(purpose.tierHint)),
    ).toEqual([]);
    expect(
      purposes.filter(({ parent, tierHint }) => parent !== undefined && tierOf.get(parent) !== tierHint),
    ).toEqual([]);
  });

  it('knows the platforms of every permission', () => {
    for (const { id, platforms } of permissions) {
      expect(Object.keys(platforms), id).toEqual(['android', 'ios']);
      expect(platforms.android.length + platforms.ios.length, id).toBeGreaterThan(0);
    }
  });

  it('rates every category under every profile', () => {
    expect(Object.keys(sensitivity)).toEqual(profiles);
    for (const profile of profiles) {
      expect(Object.keys(sensitivity[profile] ?? {}), profile).toEqual(idsOf(categories));
      expect(
        Object.entries(sensitivity[profile] ?? {}).filter(
          ([, value]) => !['no', 'context', 'yes'].includes(value),
        ),
      ).toEqual([]);
    }
  });

  it('rates an umbrella as its children where they agree, and never no where they differ', () => {
    for (const profile of profiles) {
      const rated = sensitivity[profile] ?? {};
      for (const { id } of categories) {
        const below = new Set(
          categories.filter(({ parent }) => parent === id).map((child) => rated[child.id]),
        );
        if (below.size === 1) expect([...below], `${profile} ${id}`).toEqual([rated[id]]);
        if (below.size > 1) expect(rated[id], `${profile} ${id}`).not.toBe('no');
      }
    }
  });

  it('says why wherever it says yes', () => {
    expect(Object.keys(basis)).toEqual(profiles);
    for (const profile of profiles) {
      const rated = sensitivity[profile] ?? {};
      const stated = basis[profile] ?? {};
      expect(
        Object.keys(rated).filter((id) => rated[id] === 'yes' && stated[id] === undefined),
        profile,
      ).toEqual([]);
      for (const [id, entry] of Object.entries(stated)) {
        expect(rated[id], `${profile} ${id}`).toBeDefined();
        expect(entry.basis, `${profile} ${id}`).not.toBe('');
        expect(['verified', 'secondary', 'recalled', 'reasoned'], `${profile} ${id}`).toContain(entry.status);
      }
    }
  });

  it('maps known ids to well-formed targets with a known match grade', () => {
    const known = {
      data: new Set(idsOf([...categories, ...terms.categories])),
      purposes: new Set(idsOf([...purposes, ...terms.purposes])),
    };
    for (const part of ['data', 'purposes'] as const) {
      for (const [id, mapping] of [mappings, laterMappings].flatMap((one) => Object.entries(one[part]))) {
        expect(known[part].has(id), id).toBe(true);
        expect(
          Object.keys(mapping).filter(
            (key) => !['dpv', 'fides', 'apple', 'play', 'tcf', 'ccpa'].includes(key),
          ),
          id,
        ).toEqual([]);
        for (const target of [mapping.dpv, mapping.fides, mapping.apple, mapping.play]) {
          if (typeof target === 'object') expect(['exact', 'close', 'broader'], id).toContain(target.match);
        }
        if (mapping.dpv) expect(mapping.dpv.iri, id).toMatch(/^https:\/\/w3id\.org\/dpv(\/pd)?#[A-Za-z]+$/);
        if (mapping.fides) expect(mapping.fides.key, id).toMatch(/^[a-z_]+(\.[a-z_]+)*$/);
        const apple = typeof mapping.apple === 'object' ? mapping.apple.type : mapping.apple;
        if (apple !== undefined) expect(apple, id).toMatch(/^NSPrivacyCollectedDataType[A-Z]/);
        const play = typeof mapping.play === 'object' ? mapping.play.id : mapping.play;
        if (play !== undefined) expect(play, id).toMatch(/^PSL_[A-Z_]+$/);
        if (mapping.ccpa !== undefined) expect(mapping.ccpa, id).toMatch(/^[A-K]$/);
      }
    }
  });

  it('what the GDPR protects as ethnic origin is, in the words of DPV, the special category and not its neighbour', () => {
    expect(mappings.data['identity.ethnicity']?.dpv).toEqual({
      iri: 'https://w3id.org/dpv/pd#EthnicOrigin',
      match: 'exact',
    });
  });

  it.each(vocabularies)('%s: no term is exactly the same foreign concept as its ancestor', (name, terms) => {
    const part = mappings[name === 'categories' ? 'data' : 'purposes'];
    const exactTargets = (id: string): string[] => {
      const { dpv, fides } = part[id] ?? {};
      return [dpv?.match === 'exact' ? dpv.iri : [], fides?.match === 'exact' ? fides.key : []].flat();
    };
    for (const { id } of terms) {
      const above = ancestors(terms, id).flatMap(exactTargets);
      expect(
        exactTargets(id).filter((target) => above.includes(target)),
        id,
      ).toEqual([]);
    }
  });
});

it('has labels in languages that it knows, and in none that only sound known to an object', () => {
  expect(labelsIn('2026-12', 'de')?.data).toBeDefined();
  for (const [edition, tag] of [
    ['2026-12', 'constructor'],
    ['constructor', 'name'],
    ['toString', 'de'],
  ] as const)
    expect(labelsIn(edition, tag)).toBeUndefined();
});

it('rates under what is likened to another law what it is asked about, and freezes that where a policy names the law', () => {
  const collecting = [[{ id: 'shop', kind: 'function', title: 'Shop', collects: ['health.medical'] }]];
  const [eu, uk] = ['eu-gdpr', 'uk-gdpr-2025'].map((profile) =>
    policyOf(collecting, { edition: '2026-12', profiles: [profile] }),
  ) as [Policy, Policy];
  const frozen = ({ vocabulary }: Policy): object => vocabulary.data['health.medical']?.sensitive ?? {};
  expect(frozen(eu)).not.toHaveProperty('uk-gdpr-2025');
  expect(frozen(uk)).toMatchObject({ 'eu-gdpr': 'yes', 'uk-gdpr-2025': 'yes' });
  expect(frozen(uk)).not.toHaveProperty('br-lgpd');
  expect(ratingOf(eu, 'health.medical', 'uk-gdpr-2025')).toBe('yes');
  const own = {
    ...eu,
    vocabulary: { ...eu.vocabulary, data: { mood: { label: {}, sensitive: { 'eu-gdpr': 'yes' } } } },
  };
  expect(ratingOf(own as Policy, 'mood', 'br-lgpd')).toBe('yes');
  expect(ratingOf(own as Policy, 'mood', 'us-ca-ccpa')).toBeUndefined();
});
