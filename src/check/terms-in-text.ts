import { editionOf } from '../model/edition.ts';
import { countryNames } from '../model/regions.ts';
import { languageOf } from './readable.ts';
import type { Facts } from './rule.ts';

/** A name found in a text: the ids that it may stand for, and where. */
export interface Mention {
  readonly ids: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Finds the names of a vocabulary in texts of one language: the longest first, as words of their own where a language parts words. */
export type Finder = (words: string) => readonly Mention[];

const finders = new WeakMap<Facts, Map<string, Finder>>();

/** Data categories by their labels and synonyms, those of the policy's own taxonomy among them. */
export function dataNamedIn(facts: Facts, locale: string): Finder {
  return finderFor(facts, `data\t${locale}`, () => {
    const names: (readonly [name: string, id: string])[] = [];
    const edition = editionOf(facts.policy.edition);
    for (const [id, { label, synonyms }] of edition?.data ?? []) {
      for (const name of [label[locale], ...(synonyms[locale] ?? [])])
        if (name !== undefined) names.push([name, id]);
    }
    for (const [id, { label }] of Object.entries(facts.policy.vocabulary.data))
      if (label[locale] !== undefined && !edition?.data.has(id)) names.push([label[locale], id]);
    return names.filter(([name]) => !ambiguous.has(name.toLowerCase()));
  });
}

/** Countries by their names. */
export function countriesNamedIn(facts: Facts, locale: string): Finder {
  return finderFor(facts, `country\t${locale}`, () =>
    countryNames(languageOf(locale)).filter(([name]) => !ambiguous.has(name.toLowerCase())),
  );
}

/** Names that are common words, or names of something else as often. */
const ambiguous: ReadonlySet<string> = new Set([
  'name',
  'names',
  'address',
  'location',
  'content',
  'contents',
  'device',
  'account',
  'age',
  'contact',
  'orders',
  'order',
  'usage',
  'history',
  'messages',
  'message',
  'settings',
  'georgia',
  'jordan',
  'chad',
  'mali',
  'jersey',
  'guernsey',
  'togo',
  'niger',
  'cuba',
  '内容',
  '设备',
  '位置',
  '年龄',
  '账户',
  '账号',
  '联系方式',
  '姓名',
]);

function finderFor(facts: Facts, key: string, names: () => readonly (readonly [string, string])[]): Finder {
  const known = finders.get(facts) ?? new Map<string, Finder>();
  finders.set(facts, known);
  const finder = known.get(key) ?? finderOf(names());
  known.set(key, finder);
  return finder;
}

function finderOf(names: readonly (readonly [name: string, id: string])[]): Finder {
  const ids = new Map<string, string[]>();
  for (const [name, id] of names) {
    const key = keyOf(name);
    const known = ids.get(key) ?? [];
    if (!known.includes(id)) ids.set(key, [...known, id]);
  }
  if (ids.size === 0) return () => [];
  const alternatives = [...ids.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => {
      const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
      // A word of a script that parts words ends where its letters end, but for the plural.
      const starts = /^[\p{Script=Latin}\d]/u.test(name) ? '(?<![\\p{L}\\d-])' : '';
      const ends = /[\p{Script=Latin}\d]$/u.test(name) ? 's?(?![\\p{L}\\d-])' : '';
      return `${starts}${escaped}${ends}`;
    });
  const expression = new RegExp(alternatives.join('|'), 'giu');
  return (words) =>
    [...words.matchAll(expression)].flatMap((match) => {
      const key = keyOf(match[0]);
      const found = ids.get(key) ?? ids.get(key.replace(/s$/, ''));
      return found ? [{ ids: found, start: match.index, end: match.index + match[0].length }] : [];
    });
}

function keyOf(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}
