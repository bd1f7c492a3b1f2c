import type { Diagnostic } from '../base/diagnostic.ts';
import { eachOnDemand } from '../base/on-demand.ts';
import { sdks } from '../knowledge/software.ts';
import type { Row } from '../model/policy.ts';
import { byLanguage, type Quote, quotesOf } from './quotes.ts';
import { found, languageOf, quoted } from './readable.ts';
import type { Facts, Rule } from './rule.ts';
import { sentenceAround } from './sentence.ts';
import { sortsNamedIn, sortsOfRecipients } from './sorts-of-recipients.ts';

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
  fr: /(?<!\p{L})\p{Lu}[\p{L}\d&.’'-]*(?: (?:et |de |& )?\p{Lu}[\p{L}\d&.’'-]*){0,5},? (?:SARL|SAS|SASU|S\.A\.S\.|S\.A\.|SA|GIE|Inc\b\.?|Ltd\b\.?|Limited\b|GmbH\b|B\.V\.|LLC)(?!\p{L})/gu,
  es: /(?<!\p{L})\p{Lu}[\p{L}\d&.’'-]*(?: (?:y |de |& )?\p{Lu}[\p{L}\d&.’'-]*){0,5},? (?:S\.L\.U?\.?|S\.A\.U?\.?|SL|SA|Inc\b\.?|Ltd\b\.?|Limited\b|GmbH\b|B\.V\.|LLC)(?!\p{L})/gu,
  ja: /(?:株式会社|合同会社)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーA-Za-z]{1,20}?(?=[はがをにのとで、。へ（(])|[\p{Script=Katakana}ー]{2,20}(?:株式会社|合同会社)/gu,
  zh: /[\p{Script=Han}（）()]{2,20}?(?:有限责任公司|股份有限公司|有限公司)/gu,
});

/** Somebody who handles data by a sentence, or has it from one. */
const handling: Readonly<Record<string, RegExp>> = {
  en: /\b(?:share|disclose|provide|give|send|pass|transfer|sell|receive|get|process|store|host|use|deliver|collect|rel(?:y|ies) on|work with|through|handle|hand|manage|run|operate|power|rent|count|measure|analy[sz]|track)\w*\b/i,
  de: /(?:über|weiter|gibt|geben|erhält|erhalten|nutz|verarbeit|speicher|einsetz|setzen|durch|an )/i,
  fr: /\b(?:partag|transm|communiqu|fourni|envoy|utilis|trait|stock|héberg|recour|collect|confi|reçoi)\p{L}*/iu,
  es: /\b(?:compart|transmit|comunic|facilit|enví|envi|utiliz|usamos|trat|almacen|aloj|recurr|recib|recop)\p{L}*/iu,
  ja: /共有|提供|開示|委託|送信|利用|使用|処理|保存|収集/,
  zh: /共享|分享|提供|披露|转让|委托|发送|传输|使用|处理|存储|接入|收集/,
};
const denied: Readonly<Record<string, RegExp>> = {
  en: /\b(?:not|never|no|without|neither|nor|cannot|nobody|none)\b|n['’]t\b/i,
  de: /\b(?:nicht|nie|niemals|kein\w*|ohne)\b/i,
  fr: /(?<!\p{L})(?:ne|n['’]\p{L}+|pas|jamais|aucune?|sans|ni)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:no|nunca|ning[uú]n\p{L}*|sin|ni)(?!\p{L})/iu,
  ja: /ません|ない|ずに/,
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
  fr: /données|informations?|paiement|numéro|adresse|e-?mail|courriel|cookies?|commande|visite/i,
  es: /datos|información|pago|número|dirección|correo|cookies?|pedido|visita/i,
  ja: /情報|データ|支払|番号|住所|メール|注文|Cookie|クッキー/i,
  zh: /信息|数据|资料|号码|地址|支付|订单|消息|Cookie/i,
};

function companies(facts: Facts): readonly Diagnostic[] {
  const quotes = quotesOf(facts, companyNames);
  if (quotes.length === 0) return [];
  const declared = declaredBy(facts);
  return quotes.flatMap((quote) => {
    if (isElsewhere(facts, quote) || !isHandled(quote)) return [];
    const name = quote.quote.replace(
      /^.*(?:委托|使用|由|向|与|给|及|和|是|为)(?=\p{Script=Han})|^(?:(?:[\p{L}-]+-)?(?:Anbieter|Dienstleister|Unternehmen|Gesellschaft|Firma|Société|Sociedad|Empresa)s? )+|^(?:Die|Der|Das|Von|Bei|Mit|La|Le|Les|El|Los|If|When|The|Where|In|By|With|And|Our|See|For) /u,
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
  const spoken = facts.speaking(owner);
  return field === 'title' || (spoken !== 'of-one-thing' && spoken !== 'of-all');
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
    return (sortsNamedIn[languageOf(readable.locale)]?.(quote.quote) ?? []).flatMap((mention) => {
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
        found('prose-names-other-recipient', { quote: quoted(readable, from, to) }, readable, from, to),
      ];
    });
  });
}
