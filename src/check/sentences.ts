import { onDemand } from '../base/on-demand.ts';
import { type Span, spanOf } from '../base/span.ts';
import { kindsWithData } from '../model/kinds.ts';
import { affirmationsIn } from './affirmations.ts';
import {
  addressLine,
  conditionalItem,
  danglingCondition,
  endsNone,
  itemStart,
  markedByHand,
  openEnds,
  salutation,
  strayMarks,
} from './phrases/sentences.ts';
import { quotesOf } from './quotes.ts';
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

function isTitle({ field }: Readable): boolean {
  return field === 'title' || field.endsWith('.title') || field === 'label';
}

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
    const isGreeting = next !== undefined && salutation.test(block);
    if (/[,，、]$/.test(block))
      return isGreeting || inList || leadsIn || (goesOn && addressLine.test(block)) ? [] : [at];
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
function unbalanced(words: string): readonly Mark[] {
  const open: Mark[] = [];
  const alone: Mark[] = [];
  // Brackets that were closed by one that may only have counted: `(Art. 6 Abs. 1 lit. b) DSGVO)`.
  let counted = 0;
  // German closes with “; others set ” on both sides.
  const hasOwnQuotes = words.includes('„') || (!words.includes('“') && words.split('”').length % 2 === 1);
  for (const { 0: mark, index: at } of words.matchAll(marks)) {
    if (hasOwnQuotes && '“”'.includes(mark)) continue;
    // A writer of Markdown makes `[` harmless, and leaves its partner as it is.
    const isEscaped = words[at - 1] === '\\';
    if (Object.hasOwn(partners, mark)) {
      open.push({ mark, at, isEscaped });
      continue;
    }
    if (isEscaped) continue;
    const opener = narrow(closers.get(mark) ?? '');
    const partner = open.findLastIndex((one) => narrow(one.mark) === opener);
    const before = words.slice(Math.max(0, at - 5), at);
    if (partner !== -1) {
      open.splice(partner, 1);
      if (opener === '(' && /(?:^|[\s(（,;)\d])(?:\p{L}|\d{1,2})$/u.test(before)) counted++;
    } else if (opener === '(' && counted > 0) counted--;
    else if (!smiles.test(before) && !counts.test(before)) alone.push({ mark, at, isEscaped });
  }
  return [...alone, ...open.filter(({ isEscaped }) => !isEscaped)].sort((a, b) => a.at - b.at);
}

interface Mark {
  readonly mark: string;
  readonly at: number;
  readonly isEscaped: boolean;
}

/** What stands before a bracket in `:)`, and in `a)` and `1)`. */
const smiles = /[:;]-?$/;
const counts = /(?:^|[\s(（,;])[\p{L}\d]{1,3}$/u;

function narrow(mark: string): string {
  return mark === '（' ? '(' : mark;
}
