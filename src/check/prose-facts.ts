import type { Diagnostic } from '../base/diagnostic.ts';
import { lengthOf } from '../base/duration.ts';
import { ancestry, editionOf } from '../model/edition.ts';
import type { Row } from '../model/policy.ts';
import { ageInText, periodsIn } from './quantities-in-text.ts';
import { found, languageOf, type Readable, readablesOf } from './readable.ts';
import { type Facts, type Rule, valuePlace } from './rule.ts';
import { sentenceAround } from './sentence.ts';
import { countriesNamedIn, dataNamedIn } from './terms-in-text.ts';

/** What the texts of a clause say, held against what its facts say. */
export const proseRules: readonly Rule[] = [
  {
    code: 'prose-names-other-data',
    check: (facts) => {
      const parents = parentsIn(facts);
      return proseOf(facts, 'function').flatMap((readable) => {
        const { owner: id, words, locale } = readable;
        const own = dataOf(facts, id);
        const told = new Set<string>();
        return dataNamedIn(
          facts,
          locale,
        )(words).flatMap(({ ids, start, end }) => {
          const isOwn = ids.some((data) => isNear(parents, data, own));
          if (isOwn || told.has(ids.join())) return [];
          if (!saysThatItIsUsed(sentenceAround(words, start, end), locale)) return [];
          told.add(ids.join());
          const args = { quote: readable.text.slice(start, end), data: ids, id };
          return [found('prose-names-other-data', args, readable, start, end, related(facts, id))];
        });
      });
    },
  },
  {
    code: 'prose-names-other-country',
    check: (facts) =>
      (['recipient', 'technology', 'retention'] as const).flatMap((kind) =>
        proseOf(facts, kind).flatMap((readable) => {
          const { owner: id, words, locale } = readable;
          const own = countriesOf(facts, id);
          if (own.size === 0) return [];
          return countriesNamedIn(
            facts,
            locale,
          )(words).flatMap(({ ids: [country = ''], start, end }) => {
            if (own.has(country) || isDenied(sentenceAround(words, start, end), locale)) return [];
            const args = { quote: readable.text.slice(start, end), country, id };
            return [found('prose-names-other-country', args, readable, start, end, related(facts, id))];
          });
        }),
      ),
  },
  {
    code: 'prose-states-other-period',
    check: (facts) => {
      const kept = new Set(keptPeriods(facts));
      const lengths = new Set([...kept].map(lengthOf));
      return readablesOf(facts).flatMap((readable) => {
        const { owner: id, words, locale, text, field } = readable;
        if (field === 'title') return [];
        const row = periodHolders
          .map((relation) => facts.rows.one(relation, id))
          .find((one) => one !== undefined);
        const own = new Set(row ? periodsOf(row) : []);
        const isStatement = facts.rows.one('statement', id) !== undefined;
        const stated = row ? own : isStatement ? kept : own;
        const periods = stated.size === 0 ? [] : periodsIn(words, locale);
        if (periods.length === 0) return [];
        const statedLengths = stated === kept ? lengths : new Set([...stated].map(lengthOf));
        if (periods.some(({ period }) => statedLengths.has(lengthOf(period)))) return [];
        const relation = row?.relation ?? 'retention';
        const other = periods.find(({ start, end }) => {
          const sentence = sentenceAround(words, start, end);
          return speaksOf(relation, sentence, locale) && (row !== undefined || ofAllData(sentence, locale));
        });
        if (!other) return [];
        const args = {
          quote: text.slice(other.start, other.end),
          stated: [...stated],
          ...(row ? { id } : {}),
        };
        return [
          found(
            'prose-states-other-period',
            args,
            readable,
            other.start,
            other.end,
            row ? placesOf(row) : [],
          ),
        ];
      });
    },
  },
  {
    code: 'prose-states-other-age',
    check: (facts) =>
      readablesOf(facts).flatMap((readable) => {
        const { owner: id, words, locale, text } = readable;
        const row = facts.rows.one('minors', id) ?? facts.rows.one('definition', id);
        const age = row?.values.age;
        if (!row || age === undefined) return [];
        const ages = ageInText(words, locale);
        const [first] = ages;
        if (!first || ages.some((one) => one.age === age)) return [];
        const quote = text.slice(first.start, first.end);
        const places = [{ place: valuePlace(row, 'age'), role: 'other-bound' as const }];
        return [
          found(
            'prose-states-other-age',
            { quote, age: String(age), id },
            readable,
            first.start,
            first.end,
            places,
          ),
        ];
      }),
  },
];

type Kind = 'function' | 'recipient' | 'technology' | 'retention';

/** Texts and summaries of the clauses of a kind. */
function proseOf(facts: Facts, kind: Kind): readonly Readable[] {
  return readablesOf(facts).filter(
    ({ owner, field }) =>
      (field === 'text' || field === 'summary') && facts.rows.one(kind, owner) !== undefined,
  );
}

function related(facts: Facts, id: string): Diagnostic['related'] {
  const place = facts.rows.one('clause', id)?.place;
  return place ? [{ place, role: 'facts' }] : [];
}

/** Data that a function collects, or one that it requires or is named in the same consent. */
function dataOf(facts: Facts, id: string): ReadonlySet<string> {
  const functions = [id, ...facts.of('function.requires', id).map(({ key }) => key[1] ?? '')];
  return new Set(functions.flatMap((one) => facts.of('function.data', one).map(({ key }) => key[1] ?? '')));
}

type Parents = {
  readonly get: (
    id: string,
  ) => { readonly label: Readonly<Record<string, string>>; readonly parent?: string } | undefined;
};

function parentsIn(facts: Facts): Parents {
  const edition = editionOf(facts.policy.edition);
  return { get: (id) => facts.terms.get(id) ?? edition?.data.get(id) };
}

/** Whether a category is one of these, above or below one of them, or beside it under the same parent. */
function isNear(parents: Parents, data: string, own: ReadonlySet<string>): boolean {
  const above = ancestry(parents, data);
  const top = data.split('.')[0];
  return [...own].some(
    (one) => above.includes(one) || ancestry(parents, one).includes(data) || one.split('.')[0] === top,
  );
}

function countriesOf(facts: Facts, id: string): ReadonlySet<string> {
  const relations = [
    'recipient.country',
    'retention.country',
    'recipient.listed.country',
    'technology.listed.country',
  ] as const;
  const named = relations.flatMap((relation) => facts.of(relation, id).map(({ key }) => key.at(-1) ?? ''));
  const regions = facts.of('applies', id).flatMap(({ key }) => (key[1] === 'region' ? [key[2] ?? ''] : []));
  return new Set(named.length === 0 ? [] : [...named, ...regions.map((region) => region.slice(0, 2))]);
}

/** Clauses that state a period of their own. */
const periodHolders = ['retention', 'right', 'contact', 'change'] as const;
const periodFields = ['period', 'answerWithin', 'leadTime'] as const;

function periodsOf({ values }: Row): readonly string[] {
  return periodFields.flatMap((name) => (values[name] === undefined ? [] : [String(values[name])]));
}

function placesOf(row: Row): Diagnostic['related'] {
  const name = periodFields.find((one) => row.values[one] !== undefined) ?? '';
  return [{ place: valuePlace(row, name), role: 'facts' }];
}

/** The periods that data is kept by any clause. */
function keptPeriods(facts: Facts): readonly string[] {
  const ofRecipients = facts
    .all('recipient')
    .flatMap(({ values }) => (values.keeps === undefined ? [] : [String(values.keeps)]));
  const ofTechnologies = facts
    .all('technology')
    .flatMap(({ values }) => (values.lifetime === undefined ? [] : [String(values.lifetime)]));
  return [...facts.all('retention').flatMap(periodsOf), ...ofRecipients, ...ofTechnologies].filter((period) =>
    period.startsWith('P'),
  );
}

/** Data as such, which the retention clauses speak of; a text on one thing may have a period of its own. */
function ofAllData(sentence: string, locale: string): boolean {
  return languageOf(locale) === 'zh'
    ? /(?:所有|全部|一切)(?:的)?(?:个人)?(?:信息|数据)?|您的(?:个人)?(?:信息|数据)/.test(sentence)
    : /\b(?:everything|all (?:of )?(?:your|personal|the)? ?(?:personal )?(?:data|information)|your (?:personal )?(?:data|information))\b/i.test(
        sentence,
      );
}

const speaking: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  retention: {
    en: /\b(?:keep|kept|retain|store|hold|held|delete|erase|remove|destroy)/i,
    zh: /保存|保留|存储|留存|删除|清除/,
  },
  right: { en: /\b(?:answer|respond|repl|deal with|process)/i, zh: /答复|回复|处理|响应/ },
  contact: { en: /\b(?:answer|respond|repl|get back)/i, zh: /答复|回复|响应/ },
  change: { en: /\b(?:notice|before|ahead|in advance|prior)/i, zh: /提前|之前|前/ },
};

function speaksOf(relation: string, sentence: string, locale: string): boolean {
  return speaking[relation]?.[languageOf(locale)]?.test(sentence) === true;
}

const using: Readonly<Record<string, RegExp>> = {
  en: /\b(?:we|us|our|it|the app|they)\b[^.]*\b(?:collect|use|record|store|read|receive|obtain|process|need|ask (?:you )?for|gather|save|access|keep)s?\b|\b(?:is|are|be|will be) (?:also )?(?:collected|used|recorded|stored|read|received|obtained|processed|needed|gathered|accessed)\b|\byou (?:give|provide|tell|upload|enter|send)\b/i,
  zh: /收集|使用|采集|获取|记录|读取|存储|处理|需要您|向您索取|您(?:需要|须)?(?:提供|填写|上传|输入)/,
};
const denying: Readonly<Record<string, RegExp>> = {
  en: /\b(?:not|never|no|without|neither|nor|cannot|can't|don't|doesn't|won't|instead of|rather than|unless|other than|apart from|if you|how long|nobody|none|only if|stops?|switch(?:ed)? off)\b/i,
  zh: /不|无|没有|未|非|除|如果|若|停止|关闭/,
};

/** Whether a sentence says that data is used, and neither denies it nor makes it depend on something. */
function saysThatItIsUsed(sentence: string, locale: string): boolean {
  const language = languageOf(locale);
  return using[language]?.test(sentence) === true && !isDenied(sentence, locale);
}

function isDenied(sentence: string, locale: string): boolean {
  return denying[languageOf(locale)]?.test(sentence) === true;
}
