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
import type { Facts, Rules } from './rule.ts';

/** Sentences that are whole, and marks that have their partners: what was lost in an edit or a translation shows here. */
export const sentenceRules: Rules = {
  'incomplete-sentence': (facts) =>
    readablesOf(facts).flatMap((readable) =>
      isTitle(readable)
        ? []
        : breaks(readable, facts).map((span) => {
            const part = { readable, ...span };
            return found('incomplete-sentence', { quote: quoted(part) }, part);
          }),
    ),
  'stray-punctuation': (facts) =>
    quotesOf(facts, () => strayMarks).map((part) => found('stray-punctuation', { quote: part.quote }, part)),
  'unbalanced-delimiter': (facts) =>
    readablesOf(facts).flatMap((readable) =>
      unbalanced(readable.words)
        .slice(0, 1)
        .map(({ mark, at }) => {
          const [start, end] = [Math.max(0, at - 20), Math.min(readable.words.length, at + 20)];
          const args = { mark, quote: quoted({ readable, start, end }) };
          return found('unbalanced-delimiter', args, { readable, start: at, end: at + 1 });
        }),
    ),
  'open-list': (facts) =>
    quotesOf(facts, openEnds)
      .filter(({ readable, start }) => !isTitle(readable) && mayList(facts, readable, start))
      .map((part) => found('open-list', { quote: part.quote }, part)),
};

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
  const blocks = blocksIn(readable.words);
  const around = surroundings(readable, facts, blocks);
  return blocks
    .filter(({ words }) => !noSentences.test(words))
    .flatMap((block) => {
      const last = lastStart(block.words);
      return breaksOff(block, last, around) ? [{ start: block.start + last, end: block.end }] : [];
    });
}

/** What a text is a part of, and what all its blocks have in common. */
interface Surroundings {
  readonly isLead: () => boolean;
  readonly isPart: boolean;
  readonly sayOnlyWhen: boolean;
  readonly isEnglishProse: boolean;
}

function surroundings(readable: Readable, facts: Facts, blocks: readonly Block[]): Surroundings {
  const { locale, field } = readable;
  const isLead = onDemand(() => leads(facts, readable));
  const conditions = blocks.filter(({ words }) => conditionalItem.test(words));
  return {
    isLead,
    // One paragraph a clause, as documents are taken over: what goes on in the next clause is not broken off.
    isPart: blocks.length === 1 && isStatement(facts, readable) && isLead(),
    // Where one of several says what follows, the others lost what did.
    sayOnlyWhen:
      conditions.length > 1 &&
      conditions.every(({ words }) => danglingCondition.test(words.replace(itemStart, ''))),
    isEnglishProse: languageOf(locale) === 'en' && (field === 'text' || field === 'summary'),
  };
}

/** Whether the last sentence of a block, which begins there, breaks off. */
function breaksOff({ words, isItem, next }: Block, last: number, around: Surroundings): boolean {
  if (/[:：]$/.test(words)) return next === undefined && !around.isLead();
  const goesOn = next !== undefined || around.isPart;
  const inList = goesOn && (isItem || markedByHand.test(words));
  if (/[,，、]$/.test(words)) return !(inList || leadsOn(words, next) || (goesOn && addressLine.test(words)));
  if (/[;；]$/.test(words) && !inList && !around.isPart) return true;
  const sentence = words.slice(last);
  if (last === 0) return isItem && around.isEnglishProse && isAlone(sentence.replace(itemStart, ''), around);
  const before = words.slice(0, last);
  // `Section 6. hereof.`, `(How long?) above.`: a number or a bracket ends no sentence where the next word is small.
  if (/^\p{Ll}+[.!?]$/u.test(sentence) && !endsNone.test(before)) return true;
  const isAside = /\b(?:e\.g|i\.e)\.\s+$/.test(before);
  return around.isEnglishProse && !isAside && danglingCondition.test(sentence);
}

/** Whether a block leads to the next: a list as a colon does (`Sie haben das Recht,`), a letter as a greeting does. */
function leadsOn(words: string, next: string | undefined): boolean {
  return next !== undefined && (itemStart.test(next) || markedByHand.test(next) || salutation.test(words));
}

/**
 * Whether an item is a condition and nothing that follows from it. `- when you write to us` may go on from what leads in
 * its list, as any of several does that each say when.
 */
function isAlone(item: string, { sayOnlyWhen }: Surroundings): boolean {
  return !/^whe/i.test(item) && !(sayOnlyWhen && /^if /i.test(item)) && danglingCondition.test(item);
}

interface Block extends Span {
  readonly words: string;
  readonly isItem: boolean;
  readonly next: string | undefined;
}

/** A table, a heading, a quotation of code. */
const noSentences = /^\s*[|#>]|\n\|/;

function blocksIn(text: string): readonly Block[] {
  const parts: (Span & { readonly words: string })[] = [];
  for (const match of text.matchAll(/(?:(?!\n[ \t]*\n|\n[ \t]*(?:[-*+]|\d+[.)])[ \t])[\s\S])+/g)) {
    const words = match[0].trim();
    const start = match.index + match[0].indexOf(words);
    if (words !== '') parts.push({ start, end: start + words.length, words });
  }
  return parts.map((part, index) => ({
    ...part,
    isItem: itemStart.test(part.words),
    next: parts[index + 1]?.words,
  }));
}

/** Where the last sentence of a block begins. */
function lastStart(block: string): number {
  const ends = [...block.matchAll(/[.!?。！？](?:["”’)」）*_]*)\s+(?=\S)|[。！？](?=\S)/g)];
  return ends.map((match) => spanOf(match).end).at(-1) ?? 0;
}

/** What opens and what closes. Either width of a bracket closes the other: that is a matter of taste. */
const pairs = ['()', '（）', '[]', '【】', '《》', '「」', '『』', '“”'];
const openerOf: ReadonlyMap<string, string> = new Map(
  pairs.map(([open = '', close = '']) => [close, narrow(open)]),
);

const marks = new RegExp(`[\\${[...pairs.join('')].join('\\')}]`, 'g');

/** The marks without a partner. */
function unbalanced(words: string): readonly Mark[] {
  const open: Mark[] = [];
  const alone: Mark[] = [];
  // Brackets that were closed by one that may only have counted: `(Art. 6 Abs. 1 lit. b) DSGVO)`.
  let counted = 0;
  for (const one of marksIn(words)) {
    const opener = openerOf.get(one.mark);
    if (opener === undefined) {
      open.push(one);
      continue;
    }
    const partner = open.findLastIndex(({ mark }) => narrow(mark) === opener);
    const before = words.slice(Math.max(0, one.at - 5), one.at);
    if (partner !== -1) {
      open.splice(partner, 1);
      if (opener === '(' && mayCount.test(before)) counted++;
    } else if (opener === '(' && counted > 0) counted--;
    else if (!smiles.test(before) && !counts.test(before)) alone.push(one);
  }
  return [...alone, ...open.filter(({ isEscaped }) => !isEscaped)].sort((a, b) => a.at - b.at);
}

/** The marks that need a partner or are one. */
function marksIn(words: string): readonly Mark[] {
  // German closes with “; others set ” on both sides.
  const hasOwnQuotes = words.includes('„') || (!words.includes('“') && words.split('”').length % 2 === 1);
  return Array.from(words.matchAll(marks), ({ 0: mark, index: at }) => ({
    mark,
    at,
    isEscaped: words[at - 1] === '\\',
  })).filter(
    ({ mark, isEscaped }) =>
      // A writer of Markdown makes `[` harmless, and leaves its partner as it is.
      !(isEscaped && openerOf.has(mark)) && !(hasOwnQuotes && '“”'.includes(mark)),
  );
}

interface Mark {
  readonly mark: string;
  readonly at: number;
  readonly isEscaped: boolean;
}

/** What stands before a bracket in `:)`, and in `a)` and `1)`; and in what may be one of those where it also closes. */
const smiles = /[:;]-?$/;
const counts = /(?:^|[\s(（,;])[\p{L}\d]{1,3}$/u;
const mayCount = /(?:^|[\s(（,;)\d])(?:\p{L}|\d{1,2})$/u;

function narrow(mark: string): string {
  return mark === '（' ? '(' : mark;
}
