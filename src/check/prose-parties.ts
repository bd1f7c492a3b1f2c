import type { Diagnostic } from '../base/diagnostic.ts';
import { eachOnDemand } from '../base/on-demand.ts';
import { sdks } from '../knowledge/software.ts';
import type { Row } from '../model/policy.ts';
import { byLanguage, type Quote, quotesOf } from './quotes.ts';
import { found, languageOf } from './readable.ts';
import type { Facts, Rule } from './rule.ts';
import { sentenceAround } from './sentence.ts';
import { finderOf } from './terms-in-text.ts';

/** Who receives data by the prose, held against the recipients, technologies and parties of the policy. */
export const partyRules: readonly Rule[] = [
  {
    code: 'prose-names-other-recipient',
    check: (facts) =>
      // A policy that says nothing of recipients yet, as one that was just taken over, is asked nothing.
      facts.all('recipient').length + facts.all('technology').length === 0
        ? []
        : [...companies(facts), ...software(facts), ...sorts(facts)].filter(first()),
  },
];

/** The same words are told once in a policy and language. */
function first(): (problem: Diagnostic) => boolean {
  const told = new Set<string>();
  return ({ args }) => {
    const key = String((args as { readonly quote?: string }).quote).toLowerCase();
    return !told.has(key) && told.add(key) !== undefined;
  };
}

/** A name that ends as the law has companies end. */
const companyNames = byLanguage({
  en: /\b\p{Lu}(?:[\p{L}\d&’'-]|\.(?=\w))*(?: (?:of |and |& |the )?\p{Lu}(?:[\p{L}\d&’'-]|\.(?=\w))*){0,5},? (?:Inc\b\.?|LLC\b|Ltd\b\.?|Limited\b(?! Liability)|GmbH\b|B\.V\.|BV\b|S\.A\.|SA\b|SAS\b|AG\b|Corp\b\.?|Corporation\b|PLC\b|plc\b|LLP\b|Oy\b|AB\b|ApS\b|A\/S|S\.r\.l\.|SpA\b|S\.p\.A\.|Pte\b\.?|Pty\b\.?|N\.V\.|NV\b|KK\b|K\.K\.)/gu,
  de: /(?<!\p{L})\p{Lu}[\p{L}\d&.’'-]*(?: (?:und |& )?\p{Lu}[\p{L}\d&.’'-]*){0,5},? (?:Inc\b\.?|LLC\b|Ltd\b\.?|Limited\b|GmbH\b|B\.V\.|AG\b|SE\b|KG\b|S\.A\.|SAS\b|Corp\b\.?)/gu,
  zh: /[\p{Script=Han}（）()]{2,20}?(?:有限责任公司|股份有限公司|有限公司)/gu,
});

/** Somebody who handles data by a sentence, or has it from one. */
const handling: Readonly<Record<string, RegExp>> = {
  en: /\b(?:share|disclose|provide|give|send|pass|transfer|sell|receive|get|process|store|host|use|deliver|collect|rel(?:y|ies) on|work with|through|handle|hand|manage|run|operate|power|rent|count|measure|analy[sz]|track)\w*\b/i,
  de: /(?:über|weiter|gibt|geben|erhält|erhalten|nutz|verarbeit|speicher|einsetz|setzen|durch|an )/i,
  zh: /共享|分享|提供|披露|转让|委托|发送|传输|使用|处理|存储|接入|收集/,
};
const denied: Readonly<Record<string, RegExp>> = {
  en: /\b(?:not|never|no|without|neither|nor|cannot|nobody|none)\b|n['’]t\b/i,
  de: /\b(?:nicht|nie|niemals|kein\w*|ohne)\b/i,
  zh: /不|无|没有|未|非/,
};

function isHandled({
  readable: { words, locale },
  start,
  end,
}: Pick<Quote, 'readable' | 'start' | 'end'>): boolean {
  const sentence = sentenceAround(words, start, end);
  const language = languageOf(locale);
  return (
    handling[language]?.test(sentence) === true &&
    ofPeople[language]?.test(sentence) === true &&
    denied[language]?.test(sentence) !== true
  );
}

/** What is handled is of people: not what was made of many of them. */
const ofPeople: Readonly<Record<string, RegExp>> = {
  en: /^(?![\s\S]*\b(?:aggregate|de-identified|anonymi|non-personal|confidential information|statistical)).*\b(?:data|information|details|payments?|numbers?|address(?:es)?|e-?mails?|letters|messages|cookies|statistics|hosted|stored?|orders?|visits?|visitors?|usage|traffic|bookings?|donations?|cards?|names?)\b/is,
  de: /[Dd]aten|[Ii]nformation|[Zz]ahlung|[Nn]ummer|[Aa]dresse|[Ee]-?Mail|[Cc]ookies|[Bb]estell/,
  zh: /信息|数据|资料|号码|地址|支付|订单|消息|Cookie/i,
};

function companies(facts: Facts): readonly Diagnostic[] {
  const quotes = quotesOf(facts, companyNames);
  if (quotes.length === 0) return [];
  const declared = declaredBy(facts);
  return quotes.flatMap((quote) => {
    if (isElsewhere(facts, quote) || !isHandled(quote)) return [];
    const name = quote.quote.replace(
      /^.*(?:委托|使用|由|向|与|给|及|和|是|为)(?=\p{Script=Han})|^(?:If|When|The|Where|In|By|With|And|Our|See|For) /u,
      '',
    );
    if (declared(name)) return [];
    const start = quote.end - name.length;
    return [found('prose-names-other-recipient', { quote: name }, quote.readable, start, quote.end)];
  });
}

/** Words of a language that are names of software, too, and names of what people use for other reasons. */
const ambiguous: ReadonlySet<string> = new Set([
  'Adjust',
  'Branch',
  'Segment',
  'Amplitude',
  'Sentry',
  'Intercom',
  'TikTok',
  'Heap',
  'Singular',
  'Airship',
]);

/** Software whose names everybody knows, written as it writes itself. */
const softwareNames = sdks.map(({ name }) => name).filter((name) => !ambiguous.has(name));
const programNames = new RegExp(
  `(?<![\\p{Script=Latin}\\d.-])(?:${softwareNames.sort((a, b) => b.length - a.length).join('|')})(?![\\p{Script=Latin}\\d-]|\\.\\w)`,
  'gu',
);

function software(facts: Facts): readonly Diagnostic[] {
  const quotes = quotesOf(facts, () => programNames);
  if (quotes.length === 0) return [];
  const declared = declaredBy(facts);
  return quotes.flatMap((quote) => {
    if (isElsewhere(facts, quote) || !isHandled(quote) || declared(quote.quote)) return [];
    if (languageOf(quote.readable.locale) === 'en' && !isUsed(quote)) return [];
    const maker = sdks.filter(({ name, provider }) => [name, provider].includes(quote.quote));
    if (maker.some(({ name, provider }) => declared(name) || declared(provider))) return [];
    return [
      found('prose-names-other-recipient', { quote: quote.quote }, quote.readable, quote.start, quote.end),
    ];
  });
}

/** Whether a name stands where somebody stands who works with data: `by X`, `we use the tools of X`. */
function isUsed({ readable: { words }, start, end }: Quote): boolean {
  return (
    /\b(?:uses?|using|by|to|with|through|via|such as|including|like|e\.g\.,?) (?:(?!your\b)[\w’-]+ ){0,3}$/i.test(
      words.slice(Math.max(0, start - 60), start),
    ) &&
    !/^(?:['’]s)? (?:accounts?|opt|privacy|polic|terms|settings|data|block|button)/i.test(
      words.slice(end, end + 16),
    )
  );
}

/** A document of others, or a definition, names companies for other reasons. */
function isElsewhere(facts: Facts, { readable: { owner, field } }: Quote): boolean {
  const kind = facts.rows.one('clause', owner)?.values.kind;
  return (
    field === 'title' ||
    kind === 'document' ||
    kind === 'definition' ||
    kind === 'contact' ||
    kind === undefined
  );
}

/** All that recipients, technologies, parties and documents are called. */
function declaredNames(facts: Facts): string {
  const rows: readonly Row[] = [
    ...(
      ['recipient', 'recipient.listed', 'technology', 'technology.listed', 'party', 'contact'] as const
    ).flatMap((relation) => facts.all(relation)),
  ];
  const ids = new Set(rows.map(({ key }) => key[0] ?? ''));
  const titles = facts.policy.prose.flatMap(({ key, values }) =>
    ids.has(key[0] ?? '') && key.at(-2) !== 'text' ? [String(values.text)] : [],
  );
  const documents = facts
    .all('document')
    .map(({ key }) => String(facts.rows.below('prose', key[0] ?? '', 'title')[0]?.values.text));
  const values = rows.flatMap(({ key, values: own }) => [
    ...key,
    ...['name', 'provider', 'address', 'contact'].map((name) => String(own[name] ?? '')),
  ]);
  return `\n${[...values, ...titles, ...documents].join('\n').toLowerCase()}\n`;
}

/** Whether a policy declares somebody by a name: as it is, or without how the law has companies end. */
function declaredBy(facts: Facts): (name: string) => boolean {
  const declared = declaredNames(facts);
  return eachOnDemand((name: string) => declared.includes(bareName(name)));
}

function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/,? (?:inc|llc|ltd|limited|gmbh|b\.?v|s\.?a|ag|corp|corporation|plc)\.?$/, '');
}

/** Sorts of recipients, by the words for them; each is met by a recipient of that sort. */
const sortsOfRecipients: readonly {
  readonly says: Readonly<Record<string, readonly string[]>>;
  readonly isMet: (facts: Facts, recipient: Row) => boolean;
}[] = [
  {
    says: {
      en: [
        'affiliate',
        'affiliated company',
        'affiliated companies',
        'group company',
        'group companies',
        'subsidiary',
        'subsidiaries',
        'parent company',
        'sister company',
      ],
      zh: ['关联公司', '关联方', '集团公司', '子公司', '母公司'],
    },
    isMet: (_, { values }) => values.category === 'affiliate',
  },
  {
    says: {
      en: [
        'advertiser',
        'advertising partner',
        'advertising network',
        'ad network',
        'advertising company',
        'advertising companies',
        'marketing partner',
      ],
      zh: ['广告商', '广告主', '广告合作伙伴', '广告公司', '广告联盟'],
    },
    isMet: (facts, { key, values }) =>
      values.crossContextAdvertising === true ||
      [
        ...facts.of('recipient.purpose', key[0] ?? ''),
        ...facts.of('recipient.listed.purpose', key[0] ?? ''),
      ].some((row) => row.key.at(-1)?.startsWith('marketing.') === true),
  },
  {
    says: {
      en: [
        'law enforcement',
        'police',
        'public authority',
        'public authorities',
        'government agency',
        'government agencies',
        'regulator',
        'court',
      ],
      zh: ['执法机关', '司法机关', '行政机关', '政府部门', '监管机构', '公安机关', '法院'],
    },
    isMet: (_, { values }) =>
      values.form === 'provide' || values.category === 'authority' || values.category === 'court',
  },
  {
    says: {
      en: ['data broker', 'credit agency', 'credit agencies', 'credit bureau', 'credit reference agency'],
      zh: ['征信机构', '数据经纪商'],
    },
    isMet: (_, { values }) => values.form === 'share' || values.form === 'transfer' || values.sale === true,
  },
];

const byName = Object.fromEntries(
  (['en', 'zh'] as const).map((language) => [
    language,
    finderOf(
      sortsOfRecipients.flatMap(({ says }, at) =>
        (says[language] ?? []).map((name) => [name, String(at)] as const),
      ),
    ),
  ]),
);

/** A sentence that hands data to somebody, whom its end names. */
const givings = byLanguage({
  en: /\b(?:shar(?:e[sd]?|ing)|disclos(?:e[sd]?|ing)|provid(?:e[sd]?|ing)|giv(?:e|es|en|ing)|send(?:s|ing)?|pass(?:es|ed|ing)?|transfer(?:s|red|ring)?|sell(?:s|ing)?|rent(?:s|ed|ing)?|hand(?:s|ed|ing)?) (?:(?!\b(?:not|never|by|from)\b)[^.;\n]){0,80}?\b(?:to|with) [^.;\n]{1,100}/gi,
  zh: /(?:向|与|给|同)[^，。；\n]{1,40}(?:共享|分享|提供|披露|转让|发送)|(?:共享|分享|提供|披露|转让|发送)给[^，。；\n]{1,40}/g,
});

const handedOver = /\b(?:data|information|details|it|them|numbers?|address(?:es)?|e-?mails?|names?)\b/i;

function sorts(facts: Facts): readonly Diagnostic[] {
  const recipients = facts.all('recipient');
  const isMet = eachOnDemand((at: number) =>
    recipients.some((recipient) => sortsOfRecipients[at]?.isMet(facts, recipient) === true),
  );
  return quotesOf(facts, givings).flatMap((quote) => {
    if (isElsewhere(facts, quote) || !isHandled(quote)) return [];
    const { readable, start } = quote;
    return (byName[languageOf(readable.locale)]?.(quote.quote) ?? []).flatMap((mention) => {
      const sort = Number(mention.ids[0]);
      const handed = quote.quote.slice(0, mention.start);
      if (
        languageOf(readable.locale) === 'en' &&
        (!handedOver.test(handed) || /^ (?:orders?\b|who )/.test(quote.quote.slice(mention.end)))
      )
        return [];
      if (isMet(sort)) return [];
      const [from, to] = [start + mention.start, start + mention.end];
      return [
        found('prose-names-other-recipient', { quote: readable.text.slice(from, to) }, readable, from, to),
      ];
    });
  });
}
