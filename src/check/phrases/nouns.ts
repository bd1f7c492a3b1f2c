export type Sort = 'somebody' | 'thing';

export interface Nouns {
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

export const nouns: Readonly<Record<string, Nouns>> = {
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
