import { onDemand } from '../base/on-demand.ts';
import { type Span, spanOf } from '../base/span.ts';
import { kindsWithData } from '../model/kinds.ts';
import { affirmationsIn } from './affirmations.ts';
import { byLanguage, quotesOf } from './quotes.ts';
import { found, languageOf, quoted, type Readable, readablesOf } from './readable.ts';
import type { Facts, Rule } from './rule.ts';

/** Sentences that are whole, and marks that have their partners: what was lost in an edit or a translation shows here. */
export const sentenceRules: readonly Rule[] = [
  {
    code: 'incomplete-sentence',
    check: (facts) =>
      readablesOf(facts).flatMap((readable) =>
        isTitle(readable)
          ? []
          : breaks(readable, facts).map((span) => {
              const part = { readable, ...span };
              return found('incomplete-sentence', { quote: quoted(part) }, part);
            }),
      ),
  },
  {
    code: 'stray-punctuation',
    check: (facts) =>
      quotesOf(facts, () => strayMarks).map((part) =>
        found('stray-punctuation', { quote: part.quote }, part),
      ),
  },
  {
    code: 'unbalanced-delimiter',
    check: (facts) =>
      readablesOf(facts).flatMap((readable) =>
        unbalanced(readable.words)
          .slice(0, 1)
          .map(({ mark, at }) => {
            const [start, end] = [Math.max(0, at - 20), Math.min(readable.words.length, at + 20)];
            const args = { mark, quote: quoted({ readable, start, end }) };
            return found('unbalanced-delimiter', args, { readable, start: at, end: at + 1 });
          }),
      ),
  },
  {
    code: 'open-list',
    check: (facts) =>
      quotesOf(facts, openEnds)
        .filter(({ readable, start }) => !isTitle(readable) && mayList(facts, readable, start))
        .map((part) => found('open-list', { quote: part.quote }, part)),
  },
];

/** What comes before the chapters, or before the clauses of one, or before another clause of it, may announce them. */
function leads(facts: Facts, { owner, field }: Readable): boolean {
  if (owner === 'policy' || facts.rows.one('chapter', owner) !== undefined) return true;
  const chapter = facts.rows.one('clause', owner)?.values.chapter;
  const order = String(facts.rows.one('chapter', String(chapter))?.values.order ?? '');
  return field === 'text' && order.includes(' ') && !order.endsWith(` ${owner}`);
}

/** Whether a text is that of a clause without facts, which may be a part of a longer one. */
function isStatement(facts: Facts, { owner }: Readable): boolean {
  return facts.kindOf(owner) === 'statement';
}

/** Whether a part of a text may end a list of data, purposes or functions. */
function mayList(facts: Facts, readable: Readable, at: number): boolean {
  return (
    listing.has(facts.kindOf(readable.owner) ?? '') ||
    (isStatement(facts, readable) && listsData(facts, readable, at))
  );
}

/** Whether a part of a text ends what a sentence lists as collected. */
function listsData(facts: Facts, readable: Readable, at: number): boolean {
  return affirmationsIn(facts).some(
    (one) =>
      one.readable === readable &&
      one.act === 'collect' &&
      one.end <= at &&
      !/[.!?。！？](?:\s|$)/.test(readable.words.slice(one.end, at)),
  );
}

/** Clauses whose texts say which data, from whom or for whom. */
const listing: ReadonlySet<string> = new Set(kindsWithData('collected', 'received'));

/** What ends a list of data, purposes or functions without ending it. */
const openEnds = byLanguage({
  en: /\bat least your\b|\band\/?(?:or)? (?:(?:any|various|certain|some) )?other (?:[a-z-]+ ){0,2}(?:information|data|details|identifiers?|characteristics|purposes|functions|features|records|materials?)\b(?! (?:that|which|listed|named|described|shown|you (?:choose|decide)))|\band so (?:on|forth)\b|\betc\b\.?|\bamong other (?:things|data|information)\b|\b(?:including|includes?),? (?:but|though) (?:is |are )?not limited to\b|\bother purposes\b/gi,
  zh: /等(?:等)?(?:个人)?(?:信息|数据|资料|内容)(?!(?:安全|系统|技术))|(?<![一二三四五六七八九十\d两几同平高初中上下均相优对])等(?=[，。；、）]|$)|(?:以及|和|及)其他(?:相关)?(?:个人)?(?:信息|数据|资料|目的|功能)|包括但不限于/g,
});

function isTitle({ field }: Readable): boolean {
  return field === 'title' || field.endsWith('.title') || field === 'label';
}

/** Doubled stops, a stop before a small letter where no abbreviation ends, a comma before a stop, a space before one. */
const strayMarks =
  /[.。!！?？;；,，]\s+[.。](?!\.)|[,，、;；]\s*[。.](?!\d|\.)|。。|，，|(?<![A-Z.])\b(?!(?:e\.?g|i\.?e|etc|vs|no|nos|art|approx|incl|cf|ca|resp|inc|ltd|corp|co|p|pp|al|st|dr|mr|mrs|ms|jr|sr|dept|est|max|min|abs|fig|vol|sec|ch|para|u\.s|a\.m|p\.m|z\.b|d\.h|bzw|usw|ggf|nr)\b)\p{Ll}{3,}\. (?:the|and|or|to|you|your|we|our|if|for|when|this|that|in|of|as|with|by|is|are|not|it|they|which|discount|processing|information|data|services?|please)\b/gu;

/** Where sentences break off. */
function breaks(readable: Readable, facts: Facts): readonly Span[] {
  const { words, locale, field } = readable;
  const blocks = blocksIn(words);
  const isLead = onDemand(() => leads(facts, readable));
  const conditions = blocks
    .map(({ start, end }) => words.slice(start, end))
    .filter((text) => conditionalItem.test(text));
  const saysWhen = (text: string): boolean => danglingCondition.test(text.replace(itemStart, ''));
  // Where one of several says what follows, the others lost what did.
  const isOneOfMany = conditions.length > 1 && conditions.every(saysWhen);
  // One paragraph a clause, as documents are taken over: what goes on in the next clause is not broken off.
  const isPart = blocks.length === 1 && isStatement(facts, readable) && isLead();
  return blocks.flatMap(({ start, end, isItem, next }): Span[] => {
    const block = words.slice(start, end);
    // A table, a heading, a quotation of code.
    if (/^\s*(?:\||#|>)/.test(block) || block.includes('\n|')) return [];
    const last = lastStart(block);
    const at = { start: start + last, end };
    if (/[:：]$/.test(block)) return next === undefined && !isLead() ? [at] : [];
    const goesOn = next !== undefined || isPart;
    const inList = goesOn && (isItem || markedByHand.test(block));
    // `Sie haben das Recht,` leads a list in, as a colon does.
    const leadsIn = next !== undefined && (itemStart.test(next) || markedByHand.test(next));
    if (/[,，、]$/.test(block)) return inList || leadsIn || (goesOn && addressLine.test(block)) ? [] : [at];
    if (/[;；]$/.test(block) && !inList && !isPart) return [at];
    const before = block.slice(0, last);
    const rest = block.slice(last);
    const sentence = before !== '' ? rest : rest.replace(itemStart, '');
    // `Section 6. hereof.`, `(How long?) above.`: a number or a bracket ends no sentence where the next word is small.
    const isEnded = before !== '' && !endsNone.test(before);
    if (/^\p{Ll}+[.!?]$/u.test(sentence) && isEnded) return [at];
    // A text that is one sentence may go on from its heading, and `- when you write to us` from what leads in its list.
    // Nor is any item of several that each say when.
    const isAlone = isItem && !/^whe/i.test(sentence) && !(isOneOfMany && /^if /i.test(sentence));
    const isAside = /\b(?:e\.g|i\.e)\.\s+$/.test(before);
    const isProse = !isAside && (isAlone || before !== '') && (field === 'text' || field === 'summary');
    if (isProse && languageOf(locale) === 'en' && danglingCondition.test(sentence)) return [at];
    return [];
  });
}

/** An item of a list whose mark Markdown does not take for one: `1\\.`, `(a)`, `（1）`, `1、`, `•`. */
const markedByHand =
  /^(?:\\?[-*+•·]|[(（]?(?:\d{1,2}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})\\?[.)、）．])\s*\S/u;

const conditionalItem = /^(?:[-*+]|\d+[.)])\s+if\s/i;
const itemStart = /^(?:[-*+]|\d+[.)])\s+/;

/** A line of an address, or of another block of names: every word has a capital or a figure. */
const addressLine = /^[\p{Lu}\d][^\s]*(?: [\p{Lu}\d][^\s]*){0,6}$/u;

/** A stop that ends no sentence where a small letter follows: a number, a bracket, `an die Lampe Inc. übermittelt`. */
const endsNone =
  /(?:\d\.|[.!?]["”’)」）*_]+|(?<!\p{L})(?:Inc|Ltd|Co|Corp|Pte|Pty|Ltda|Jr|Sr|St|Nr|etc|bzw|usw|resp|S\.A|B\.V|N\.V|S\.L|e\. ?V|p\. ?ex|z\. ?B|u\. ?a|d\. ?h)\.)\s+$/u;

/** A condition and nothing that follows from it. */
const danglingCondition =
  /^(?:If|When|Whenever|Unless|Because|Although|Where)\s(?!(?:can|do|does|is|are|will|may|should|must)\b)(?:(?!\b(?:then|please|we|will|must|can|may|is|are|shall|contact|write|see|go|tell|ask|click|use|open|(?:do|does|is|are)n['’]t|(?:do|does) not|won['’]t)\b)[^,:;—–?])*[.;]$/i;

interface Block extends Span {
  readonly isItem: boolean;
  readonly next: string | undefined;
}

function blocksIn(words: string): readonly Block[] {
  const parts: { start: number; end: number; isItem: boolean }[] = [];
  for (const match of words.matchAll(/(?:(?!\n[ \t]*\n|\n[ \t]*(?:[-*+]|\d+[.)])[ \t])[\s\S])+/g)) {
    const trimmed = match[0].trim();
    if (trimmed === '') continue;
    const start = match.index + match[0].indexOf(trimmed);
    parts.push({ start, end: start + trimmed.length, isItem: itemStart.test(trimmed) });
  }
  return parts.map((part, index) => {
    const next = parts[index + 1];
    return { ...part, next: next && words.slice(next.start, next.end) };
  });
}

/** Where the last sentence of a block begins. */
function lastStart(block: string): number {
  const ends = [...block.matchAll(/[.!?。！？](?:["”’)」）*_]*)\s+(?=\S)|[。！？](?=\S)/g)];
  return ends.map((match) => spanOf(match).end).at(-1) ?? 0;
}

const partners: Readonly<Record<string, string>> = {
  '(': ')',
  '（': '）',
  '[': ']',
  '【': '】',
  '《': '》',
  '「': '」',
  '『': '』',
  '“': '”',
};
const closers: ReadonlyMap<string, string> = new Map(
  Object.entries(partners).map(([open, close]) => [close, open]),
);

const marks = new RegExp(`[\\${[...closers].flat().join('\\')}]`, 'g');

/** The marks without a partner. Either width of a bracket closes the other: that is a matter of taste. */
function unbalanced(words: string): readonly { readonly mark: string; readonly at: number }[] {
  const open: { mark: string; at: number; isWritten: boolean }[] = [];
  const alone: { mark: string; at: number }[] = [];
  // Whether a sentence ended an opened bracket or only counted: `(Art. 6 Abs. 1 lit. b) DSGVO)`.
  let counted = 0;
  const sameWidth = (mark: string): string => (mark === '（' ? '(' : mark);
  // German closes with “; others set ” on both sides.
  const ownMarks = words.includes('„') || (!words.includes('“') && words.split('”').length % 2 === 1);
  for (const { 0: mark, index: at } of words.matchAll(marks)) {
    if (ownMarks && '“”'.includes(mark)) continue;
    // A writer of Markdown makes `[` harmless, and leaves its partner as it is.
    const isWritten = words[at - 1] === '\\';
    if (Object.hasOwn(partners, mark)) open.push({ mark, at, isWritten });
    else if (isWritten) continue;
    else if (closers.has(mark)) {
      const opener = sameWidth(closers.get(mark) ?? '');
      const last = open.findLastIndex((one) => sameWidth(one.mark) === opener);
      const before = words.slice(Math.max(0, at - 5), at);
      if (last !== -1) {
        open.splice(last, 1);
        if (/[)）]/.test(mark) && /(?:^|[\s(（,;)\d])(?:\p{L}|\d{1,2})$/u.test(before)) counted++;
      } else if (/[)）]/.test(mark) && counted > 0) counted--;
      // `a)` and `1)` count, and `:)` smiles.
      else if (/[:;]-?$/.test(words.slice(Math.max(0, at - 2), at))) continue;
      else if (!/(?:^|[\s(（,;])[\p{L}\d]{1,3}$/u.test(before)) alone.push({ mark, at });
    }
  }
  return [...alone, ...open.filter(({ isWritten }) => !isWritten)].sort((a, b) => a.at - b.at);
}
