import { keptByText, keptWith } from '../base/on-demand.ts';
import { ancestry, editionOf } from '../model/edition.ts';
import { labelsIn } from '../model/edition-labels.ts';
import { everydayNames } from '../model/everyday-names.ts';
import { countryNames } from '../model/regions.ts';
import { languageFor } from '../words/languages.ts';
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

const findersOf = keptWith((_: Facts) => new Map<string, Finder>());

/** Data categories by their labels and synonyms, those of the policy's own taxonomy among them. */
export function dataNamedIn(facts: Facts, called: string): Finder {
  const locale = tagOf(called);
  return finderFor(facts, `data\t${locale}`, () => {
    const names: (readonly [name: string, id: string])[] = [];
    const edition = editionOf(facts.policy.edition);
    for (const [id, { label, synonyms }] of edition?.data ?? []) {
      for (const name of [label[locale], ...(synonyms[locale] ?? [])])
        if (name !== undefined) names.push([name, id]);
    }
    for (const [id, label] of Object.entries(labelsIn(facts.policy.edition, locale)?.data ?? {}))
      names.push([label, id]);
    for (const [id, { label }] of Object.entries(facts.policy.vocabulary.data))
      for (const name of edition?.data.has(id) ? [] : [label[called] ?? label[locale]])
        if (name !== undefined) names.push([name, id]);
    const clear = names.filter(([name]) => !ambiguous.has(name.toLowerCase()));
    const language = languageOf(locale);
    return [...clear, ...(yours[language] ?? []), ...(everydayNames[language] ?? [])];
  });
}

/** The tag that words are kept under for a locale: `en` for `en-GB`. */
function tagOf(locale: string): string {
  return languageFor(locale)?.tag ?? locale;
}

/** A common word is the reader's data where the text says so. */
const yours: Readonly<Record<string, readonly (readonly [name: string, id: string])[]>> = {
  en: [
    ['your name', 'identity.real_name'],
    ['your location', 'location'],
    ['your age', 'identity.age'],
  ],
  zh: ['您的', '你的'].flatMap((your) => [
    [`${your}姓名`, 'identity.real_name'] as const,
    [`${your}位置`, 'location'] as const,
    [`${your}年龄`, 'identity.age'] as const,
  ]),
};

/** Categories with their parents: those that a policy uses, and all others of its edition. */
type Parents = {
  readonly get: (
    id: string,
  ) => { readonly label: Readonly<Record<string, string>>; readonly parent?: string } | undefined;
};

export function parentsIn(facts: Facts): Parents {
  const edition = editionOf(facts.policy.edition);
  return { get: (id) => facts.terms.get(id) ?? edition?.data.get(id) };
}

/** Whether a category is one of these, or lies above or below one of them. */
export function isNear(parents: Parents, data: string, own: ReadonlySet<string>): boolean {
  const above = ancestry(parents, data);
  return [...own].some((one) => above.includes(one) || ancestry(parents, one).includes(data));
}

/** Purposes by their labels and synonyms, those of the policy's own taxonomy among them. */
export function purposesNamedIn(facts: Facts, called: string): Finder {
  const locale = tagOf(called);
  return finderFor(facts, `purpose\t${locale}`, () => {
    const edition = editionOf(facts.policy.edition);
    const own = Object.entries(facts.policy.vocabulary.purposes).filter(([id]) => !edition?.purposes.has(id));
    const named = [...(edition?.purposes ?? []), ...own].flatMap(([id, { label }]) =>
      [label[called] ?? label[locale], ...(edition?.purposeSynonyms.get(id)?.[locale] ?? [])].flatMap(
        (name) => (name === undefined ? [] : [[name, id] as const]),
      ),
    );
    const later = Object.entries(labelsIn(facts.policy.edition, locale)?.purposes ?? {}).map(
      ([id, label]) => [label, id] as const,
    );
    return [...named, ...later, ...(groupsOfPurposes[languageOf(locale)] ?? [])];
  });
}

/** Words for a group of purposes, of which no single purpose has them all. */
const groupsOfPurposes: Readonly<Record<string, readonly (readonly [name: string, group: string])[]>> = {
  en: [
    ...['marketing', 'advertising', 'advertisement', 'ads', 'promotional purposes'].map(
      (name) => [name, 'marketing'] as const,
    ),
    ...['analytics', 'statistics'].map((name) => [name, 'analytics'] as const),
  ],
  zh: [...['营销', '广告', '推广'].map((name) => [name, 'marketing'] as const), ['统计', 'analytics']],
};

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
  'account settings',
  'user profile',
  'user profiles',
  'video',
  'videos',
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

function finderFor(facts: Facts, key: string, names: () => Names): Finder {
  const finders = findersOf(facts);
  const finder = finders.get(key) ?? finderOf(names());
  finders.set(key, finder);
  return finder;
}

/** What a name stands for, and whether a letter or digit at its end makes it another word. */
interface Name {
  readonly ids: readonly string[];
  readonly endsInWord: boolean;
}

type Names = readonly (readonly [name: string, id: string])[];

/** Names that begin with the same word: by how long they are, the longest first. */
type NamesByLength = Map<number, Map<string, Name>>;

/** A word of a script that parts words, or one letter of another. */
const heads = /[\p{Script=Latin}\d]+|\p{L}/gu;
const wordLetter = /[\p{Script=Latin}\d-]/u;

/** Most policies name what their edition does: its thousands of names are put in order once. */
const finders = keptByText<Finder>();

/** Names are found by their first word or letter, so that a text costs what it is long, however many names there are. */
export function finderOf(names: Names): Finder {
  const written = JSON.stringify(names);
  return finders(written, written.length, () => finderMade(names));
}

function finderMade(names: Names): Finder {
  const byName = new Map<string, Set<string>>();
  for (const [name, id] of names) {
    const key = keyOf(name);
    byName.set(key, (byName.get(key) ?? new Set()).add(id));
  }
  const byHead = new Map<string, NamesByLength>();
  for (const [name, ids] of [...byName].sort(([a], [b]) => b.length - a.length)) {
    const head = name.match(heads)?.[0] ?? '';
    const lengths: NamesByLength = byHead.get(head) ?? new Map();
    const entry = { ids: [...ids], endsInWord: wordLetter.test(name.at(-1) ?? '') };
    byHead.set(head, lengths.set(name.length, (lengths.get(name.length) ?? new Map()).set(name, entry)));
  }
  return (words) => {
    const lower = words.toLowerCase();
    // A letter that is two when it is small would move every place behind it.
    const text = (lower.length === words.length ? lower : words).replace(/\s/g, ' ');
    const found: Mention[] = [];
    let done = 0;
    for (const { 0: head, index: start } of text.matchAll(heads)) {
      if (start < done || text[start - 1] === '-') continue;
      const candidates = byHead.get(head) ?? byHead.get(head.replace(/s$/, '')) ?? [];
      for (const [length, named] of candidates) {
        const end = start + length;
        const name = named.get(text.slice(start, end));
        if (!name) continue;
        const { ids, endsInWord } = name;
        // A word may stand in the plural.
        const last = endsInWord
          ? end +
            (/^(?:s|x|n|en|es|e)(?![\p{Script=Latin}\d-])/u.exec(text.slice(end, end + 3))?.[0].length ?? 0)
          : end;
        if (endsInWord && wordLetter.test(text[last] ?? '')) continue;
        found.push({ ids, start, end: last });
        done = last;
        break;
      }
    }
    return found;
  };
}

function keyOf(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}
