import type { Span } from '../base/span.ts';
import { definedTexts } from './defined-terms.ts';
import { found, languageOf, quoted } from './readable.ts';
import type { Rule } from './rule.ts';

/** A term that names somebody is explained by somebody, and one that names a thing by a thing. */
export const otherKindRules: readonly Rule[] = [
  {
    code: 'definition-of-other-kind',
    check: (facts) =>
      definedTexts(facts).flatMap(({ readable, names }) => {
        const language = nouns[languageOf(readable.locale)];
        if (!language) return [];
        const genus = genusIn(readable.words, language);
        const sorts = sortsOf(names, language);
        const said = sortsOf(genus?.nouns ?? [], language);
        const [sort] = sorts;
        // One noun of the same sort is enough: “a company or its site”. The head must be one that we know.
        const isOther = said.at(language.head) !== undefined && !said.includes(sort);
        if (!genus || !sort || !sorts.every((one) => one === sort) || !isOther) return [];
        const part = { readable, start: genus.start, end: genus.end };
        const args = { id: readable.owner, quote: quoted(part), sort };
        return [found('definition-of-other-kind', args, part)];
      }),
  },
];

type Sort = 'somebody' | 'thing';

interface Nouns {
  /** Nouns of either sort, with whatever attributes before them. */
  readonly ends: Readonly<Record<Sort, RegExp>>;
  /** Which of several nouns is certainly one: the first, or the last where what is said of them goes before. */
  readonly head: 0 | -1;
  /** How an explanation may begin that names the term again, or stands for it. */
  readonly opening: RegExp;
  /** An article and the like. */
  readonly article: RegExp;
  /** Where the nouns end and what is said of them begins. */
  readonly rest: RegExp;
  /** What parts several nouns. */
  readonly joint: RegExp;
}

interface Genus extends Span {
  readonly nouns: readonly string[];
}

/** What nouns name; undefined where it is not known. */
function sortsOf(names: readonly string[], { ends, rest }: Nouns): readonly (Sort | undefined)[] {
  return names.map((name) => {
    const noun = name.slice(0, startOf(rest, name));
    return ends.somebody.test(noun) ? 'somebody' : ends.thing.test(noun) ? 'thing' : undefined;
  });
}

/** Where an expression begins to match in words; their end when it does not. */
function startOf(expression: RegExp, words: string): number {
  const start = words.search(expression);
  return start === -1 ? words.length : start;
}

/** The nouns that a definition begins with: what the term is said to be. */
function genusIn(words: string, { opening, article, rest, joint }: Nouns): Genus | undefined {
  const sentence = /^(?:[^.。;；:：\n]|\.(?=\w))*/.exec(words)?.[0] ?? '';
  const opened = opening.exec(sentence)?.[0].length ?? 0;
  const start = opened + (article.exec(sentence.slice(opened))?.[0].length ?? 0);
  const said = sentence.slice(start);
  const phrase = said.slice(0, startOf(rest, said)).trimEnd();
  if (phrase === '' || phrase.length > 80) return undefined;
  const nouns = phrase
    .split(joint)
    .map((noun) => noun.trim())
    .filter((noun) => noun !== '');
  return { nouns, start, end: start + phrase.length };
}

const nouns: Readonly<Record<string, Nouns>> = {
  en: {
    head: 0,
    ends: {
      somebody:
        /(?:^|[\s-])(?:(?:compan|part|subsidiar|bod|authorit)(?:y|ies)|(?:affiliate|person|individual|organi[sz]ation|firm|corporation|provider|operator|merchant|seller|vendor|partner|user|customer|visitor|processor|employer)s?|entit(?:y|ies)|people|child(?:ren)?|we|us|you)$/i,
      thing:
        /(?:^|[\s-])(?:(?:web ?site|site|page|domain|domain name|app|application|product|platform|document|file|cookie|device)s?|data|information|software)$/i,
    },
    opening:
      /^(?:(?:(?!that\b|which\b|who\b)["“‘]?[\w-]+["”’]? ){1,6}?(?:means?|refers? to|stands? for|is|are) )?/i,
    article: /^(?:(?:the|an?|any|all|every|each|one of|our|your) ){0,2}/i,
    rest: / (?:that|which|who|whom|whose|where|when|with|of|for|in|on|by|from|to|under|at|as|operated|owned|used|provided|we|you|it|they|including|such)\b| [\w-]+\.[a-z]|[()–—▯]/i,
    joint: /,? (?:or|and) (?:an? |the |other )?|, (?:an? |the |other )?/i,
  },
  zh: {
    head: -1,
    ends: {
      somebody:
        /(?:公司|企业|机构|组织|实体|提供者|提供方|服务商|供应商|商家|卖家|用户|伙伴|第三方|关联方|运营者|经营者|自然人|法人|儿童|未成年人|的人|我们|您)$/,
      thing: /(?:网站|站点|域名|应用|产品|平台|页面|信息|数据|设备|软件|文件|程序|客户端)$/,
    },
    opening: /^(?:[^，,。是指]{0,20}(?:是指|指的是|指|是))?/,
    article: /^/,
    rest: /[，,（(▯]/,
    joint: /[、及]|以及|或者?|和/,
  },
};
