import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import { ancestry } from '../model/edition.ts';
import { isAbroadFor } from './abroad.ts';
import { type ByLanguage, languageOf, type Readable, readablesOf } from './readable.ts';
import { type Facts, type Rule, valuePlace } from './rule.ts';
import { countriesNamedIn } from './terms-in-text.ts';

/** The first layer, which many read and nothing else: what affects readers most is in it. */
export const summaryRules: readonly Rule[] = [
  {
    code: 'sensitive-not-in-summary',
    check: (facts) => {
      const summarised = new Set(summariesIn(facts).map(({ owner }) => owner));
      if (summarised.size === 0) return [];
      return facts.all('function').flatMap((row) => {
        const id = row.key[0] ?? '';
        const chapter = String(facts.rows.one('clause', id)?.values.chapter);
        if (summarised.has(id) || summarised.has(chapter)) return [];
        const sensitive = facts.of('function.data', id).map(({ key }) => key[1] ?? '');
        const data = sensitive.filter((one) => facts.isSensitive(one));
        return data.length === 0 ? [] : [diagnostic('sensitive-not-in-summary', { id, data }, row.place)];
      });
    },
  },
  {
    code: 'high-impact-not-in-summary',
    check: (facts) => {
      const { prevailing } = facts.policy;
      const summaries = summariesIn(facts).filter(({ locale }) => locale === prevailing);
      const language = languageOf(prevailing);
      if (summaries.length === 0) return [];
      return impacts.flatMap(({ impact, says, rows }): Diagnostic[] => {
        const words = says[language];
        const [first] = words ? rows(facts) : [];
        const isTold = summaries.some(
          (summary) => words?.test(summary.words) || (impact === 'abroad' && namesCountry(facts, summary)),
        );
        if (!first || isTold) return [];
        return [diagnostic('high-impact-not-in-summary', { id: first.id, impact }, first.place)];
      });
    },
  },
];

function summariesIn(facts: Facts): readonly Readable[] {
  return readablesOf(facts).filter(({ field }) => field === 'summary');
}

/** Whether a summary names a country that is not one of our own. */
function namesCountry(facts: Facts, { words, locale }: Readable): boolean {
  const homes = facts.all('party').map(({ values }) => values.country);
  return countriesNamedIn(facts, words, locale).some(({ ids }) => !ids.some((id) => homes.includes(id)));
}

interface Fact {
  readonly id: string;
  readonly place: Place;
}

interface Impact {
  readonly impact: string;
  /** How a summary speaks of it, by language; where a language has none, nothing is asked. */
  readonly says: ByLanguage;
  /** The facts that are it. */
  readonly rows: (facts: Facts) => readonly Fact[];
}

/** What affects readers most, beside sensitive data (WP260 rev.01, 36). */
const impacts: readonly Impact[] = [
  {
    impact: 'sale',
    says: {
      en: /\b(?:sell|sells|selling|sold|sales?|pays? us|paid|money|in return|advertis\w*)\b/i,
      zh: /出售|售卖|对价|报酬|广告/,
      de: /verkauf|Geld|Werbe|Werbung/i,
    },
    rows: (facts) => ofValue(facts, 'recipient', 'sale'),
  },
  {
    impact: 'advertising',
    says: {
      en: /\b(?:advert\w*|ads?|marketing|sell|sold|other (?:sites|apps|services|companies))\b/i,
      zh: /广告|营销|推广|出售/,
      de: /Werb|verkauf|Anzeigen/i,
    },
    rows: (facts) => ofValue(facts, 'recipient', 'crossContextAdvertising'),
  },
  {
    impact: 'automated',
    says: {
      en: /\b(?:automat\w*|algorithm\w*|computers?|machines?|scor(?:e|es|ing)|profil\w*|without (?:a|any) (?:human|person)|(?:no|not a) (?:human|person)|by (?:itself|software))\b/i,
      zh: /自动|算法|画像|评分|无需人工|没有人工|程序/,
      de: /automat|algorithm|Computer|Maschine|Profil|ohne (?:einen )?Menschen/i,
    },
    rows: (facts) => ofValue(facts, 'function', 'automated'),
  },
  {
    impact: 'abroad',
    says: {
      en: /\b(?:abroad|overseas|outside|elsewhere|countr(?:y|ies)|transfers?|international\w*|worldwide|global\w*|cross-border|borders?|EU|EEA|Europe|USA?)\b/i,
      zh: /境外|出境|海外|跨境|国外|其他国家|全球/,
      de: /Ausland|Ländern?|Drittl|außerhalb|übermittel|weltweit|Grenze|USA/i,
    },
    rows: (facts) =>
      [...facts.all('recipient.country'), ...facts.all('recipient.listed.country')]
        .filter(isAbroadFor(facts))
        .map(({ key, place }) => ({ id: key[0] ?? '', place })),
  },
  {
    impact: 'children',
    says: {
      en: /\b(?:child\w*|minors?|kids?|teen\w*|parents?|guardians?|young\w*|under(?: the age of)? \d+|pupils?|students?)\b/i,
      zh: /儿童|未成年|孩子|监护|家长|学生|青少年/,
      de: /Kind|Jugend|minderjährig|Eltern|Schüler|unter \d+/i,
    },
    rows: (facts) =>
      facts
        .all('function.data')
        .filter(({ key }) => ancestry(facts.terms, key[1] ?? '').some((id) => id.startsWith('minor')))
        .map(({ key, place }) => ({ id: key[0] ?? '', place })),
  },
];

function ofValue(facts: Facts, relation: 'function' | 'recipient', value: string): readonly Fact[] {
  return facts
    .all(relation)
    .filter(({ values }) => values[value] === true)
    .map((row) => ({ id: row.key[0] ?? '', place: valuePlace(row, value) }));
}
