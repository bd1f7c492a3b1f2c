import type { Diagnostic } from '../base/diagnostic.ts';
import { eachOnDemand } from '../base/on-demand.ts';
import { sdks } from '../knowledge/software.ts';
import { ownerOf, type Row } from '../model/policy.ts';
import {
  ambiguous,
  companyNames,
  denied,
  givings,
  handedOver,
  handling,
  ofPeople,
} from './phrases/parties.ts';
import { type Quote, quotesOf } from './quotes.ts';
import { found, languageOf, quoted } from './readable.ts';
import type { Facts, Rules } from './rule.ts';
import { sentenceAround } from './sentence.ts';
import { sortsNamedIn, sortsOfRecipients } from './sorts-of-recipients.ts';

/** Recipients in prose, compared with the recipients, technologies and parties of the policy. */
export const partyRules: Rules = {
  'prose-names-other-recipient': (facts) =>
    // A policy without recipients yet, such as one that was just imported, is not asked for them.
    facts.all('recipient').length + facts.all('technology').length === 0
      ? []
      : [...companies(facts), ...software(facts), ...sorts(facts)].filter(first()),
};

/** Reports the same words once per policy and language. */
function first(): (problem: Diagnostic) => boolean {
  const told = new Set<string>();
  return ({ args }) => {
    const key = String((args as { readonly quote?: string }).quote).toLowerCase();
    return !told.has(key) && told.add(key) !== undefined;
  };
}

function isHandled(quote: Quote): boolean {
  const sentence = sentenceAround(quote);
  const language = languageOf(quote.readable.locale);
  return (
    handling[language]?.test(sentence) === true &&
    ofPeople[language]?.test(sentence) === true &&
    denied[language]?.test(sentence) !== true
  );
}

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
    const part = { ...quote, start: quote.end - name.length };
    return [found('prose-names-other-recipient', { quote: name }, part)];
  });
}

/** Software with unmistakable names, in their own spelling. */
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
    return [found('prose-names-other-recipient', { quote: quote.quote }, quote)];
  });
}

/** Whether a name is used as that of a provider: `by X`, `we use the tools of X`. */
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

/** Whether a text mentions companies for other reasons: documents of others, definitions. */
function isElsewhere(facts: Facts, { readable: { owner, field } }: Quote): boolean {
  const spoken = facts.speaking(owner);
  return field === 'title' || (spoken !== 'of-one-thing' && spoken !== 'of-all');
}

/** All names of recipients, technologies, parties and documents. */
function declaredNames(facts: Facts): string {
  const rows: readonly Row[] = [
    ...(
      ['recipient', 'recipient.listed', 'technology', 'technology.listed', 'party', 'contact'] as const
    ).flatMap((relation) => facts.all(relation)),
  ];
  const ids = new Set(rows.map(ownerOf));
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

/** Whether a policy declares somebody by a name, with or without its legal form. */
function declaredBy(facts: Facts): (name: string) => boolean {
  const declared = declaredNames(facts);
  return eachOnDemand((name: string) => declared.includes(bareName(name)));
}

function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/,? (?:inc|llc|ltd|limited|gmbh|b\.?v|s\.?a|ag|corp|corporation|plc)\.?$/, '');
}

function sorts(facts: Facts): readonly Diagnostic[] {
  const recipients = facts.all('recipient');
  const isMet = eachOnDemand((at: number) =>
    recipients.some((recipient) => sortsOfRecipients[at]?.isMet(facts, recipient) === true),
  );
  return quotesOf(facts, givings).flatMap((quote) => {
    if (isElsewhere(facts, quote) || !isHandled(quote)) return [];
    const { readable, start } = quote;
    const isOfData = isGiven(quote);
    return (sortsNamedIn[languageOf(readable.locale)]?.(quote.quote) ?? []).flatMap((mention) => {
      const sort = Number(mention.ids[0]);
      const handed = quote.quote.slice(0, mention.start);
      if (
        languageOf(readable.locale) === 'en' &&
        (!(isOfData || handedOver.test(handed)) ||
          /^ (?:orders?\b|who )/.test(quote.quote.slice(mention.end)))
      )
        return [];
      if (isMet(sort)) return [];
      const part = { readable, start: start + mention.start, end: start + mention.end };
      return [found('prose-names-other-recipient', { quote: quoted(part) }, part)];
    });
  });
}

/** Whether it is data of which it is said: `your data is shared with …`. */
function isGiven({ readable: { words }, start }: Quote): boolean {
  const before = /[^.!?;\n]{0,80}$/.exec(words.slice(Math.max(0, start - 80), start))?.[0] ?? '';
  return (
    /\b(?:is|are|be|been|being)(?: (?:also|only|then|\w+ly))? $/i.test(before) && handedOver.test(before)
  );
}
