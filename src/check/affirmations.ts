import { keptWith } from '../base/on-demand.ts';
import type { Mention } from './finder.ts';
import {
  acted,
  acting,
  acts,
  asked,
  inGeneral,
  itemMark,
  objectEnds,
  objectEndsInChinese,
} from './phrases/affirmations.ts';
import type { AffirmedAct } from './phrases/speech.ts';
import { type Quote, quotesOf } from './quotes.ts';
import { languageOf, type Part, type Readable } from './readable.ts';
import type { Facts } from './rule.ts';
import { isDenied, sentenceAround } from './sentence.ts';
import { briefly, sentencesRead } from './sentences-read.ts';
import { dataNamedIn } from './terms-in-text.ts';

/**
 * What a sentence says we do, from the subject to the end of the verb: with data in general, with named data, or with
 * something else.
 */
export interface Affirmation extends Part {
  readonly act: AffirmedAct;
  /** The named data, item by item where the sentence lists it. */
  readonly data: readonly Mention[];
  readonly isGeneral: boolean;
}

/** For languages that are read sentence by sentence. */
function inOthers(facts: Facts): readonly Affirmation[] {
  return sentencesRead(facts).flatMap(
    ({ readable, start, end, acts: done, data, isGeneral, isDenied: no }) =>
      no ? [] : done.map((act) => ({ readable, ...briefly(readable, start, end), act, data, isGeneral })),
  );
}

/** Every sentence that says we do something with data, and neither denies it nor asks. */
export const affirmationsIn: (facts: Facts) => readonly Affirmation[] = keptWith((facts) => {
  const close = [...quotesOf(facts, acting), ...quotesOf(facts, acted)].flatMap((quote) =>
    languageOf(quote.readable.locale) === 'zh' ? inChinese(facts, quote) : inEnglish(facts, quote),
  );
  return [...close, ...inOthers(facts)];
});

const questions = /\?["”’)]*\s*$/;

function inEnglish(facts: Facts, quote: Quote): readonly Affirmation[] {
  const { readable, start, end, match } = quote;
  const { words, locale } = readable;
  const sentence = sentenceAround(quote);
  if (questions.test(sentence) || isDenied(sentence, locale)) return [];
  if (asked.test(words.slice(Math.max(0, start - 160), start))) return [];
  const act = actOf(match.groups?.verbs, match.groups?.you);
  if (act === undefined) return [];
  const isPassive = /^(?:is|are|may|might|can|could|will|must|shall)\b/i.test(match[0]);
  const rest = words.slice(end, end + 400).split(/[.!?](?=["”’)]*\s|$)|\n\s*\n/)[0] ?? '';
  const object = objectEnds.exec(rest)?.index ?? rest.length;
  const data = isPassive
    ? namedBefore(facts, readable, start)
    : namedWithin(facts, readable, end, end + object);
  const said = isPassive
    ? words.slice(Math.max(0, start - 40), start).trimStart()
    : rest.slice(0, object).trimStart();
  const isGeneral = isPassive
    ? /\b(?:your|personal|user|customer) (?:personal )?(?:data|information|details) $/i.test(
        `${said.trimEnd()} `,
      )
    : inGeneral.test(said);
  return [
    {
      readable,
      start,
      end,
      act,
      data: [...data, ...(isPassive ? [] : listedAfter(facts, readable, end + object))],
      isGeneral,
    },
  ];
}

function actOf(verbs: string | undefined, you: string | undefined): AffirmedAct | undefined {
  if (you !== undefined) return 'collect';
  return acts.find(([says]) => says.test(verbs ?? ''))?.[1];
}

function namedWithin(
  facts: Facts,
  { words, locale }: Readable,
  from: number,
  to: number,
): readonly Mention[] {
  return dataNamedIn(facts, words.slice(from, to), locale).map(({ ids, start, end }) => ({
    ids,
    start: from + start,
    end: from + end,
  }));
}

/** The data named right before a word, and what is joined to it. */
function namedBefore(facts: Facts, readable: Readable, end: number): readonly Mention[] {
  const from = Math.max(0, end - 160);
  const joined: Mention[] = [];
  let at = end;
  for (const one of [...namedWithin(facts, readable, from, end)].reverse()) {
    if (!/^(?:,|\s|and|or|your|the|和|及|、|与|以及|您的|都|等)*$/i.test(readable.words.slice(one.end, at)))
      break;
    joined.unshift(one);
    at = one.start;
  }
  return joined;
}

/** The data that begins the items of a list after a lead-in. */
function listedAfter(facts: Facts, readable: Readable, at: number): readonly Mention[] {
  const [lead = '', ...lines] = readable.words.slice(at, at + 4000).split('\n');
  if (!/^[:：]$/.test(lead.trimEnd().slice(-1)) || /[.。](?:\s|$)/.test(lead)) return [];
  const found: Mention[] = [];
  let start = at + lead.length + 1;
  for (const line of lines) {
    const mark = itemMark.exec(line)?.[0];
    // An indented line continues the item before it.
    if (mark === undefined && /^\S/.test(line)) break;
    const begins = start + (mark ?? '').length;
    if (mark !== undefined)
      found.push(...namedWithin(facts, readable, begins, begins + 80).filter((one) => one.start === begins));
    start += line.length + 1;
  }
  return found;
}

function inChinese(facts: Facts, quote: Quote): readonly Affirmation[] {
  const { readable, start, end, match } = quote;
  const { words, locale } = readable;
  const sentence = sentenceAround(quote);
  if (/[？?]\s*$/.test(sentence) || isDenied(sentence, locale)) return [];
  const act = actOf(match.groups?.verbs, match.groups?.you);
  if (act === undefined) return [];
  if (/^(?:会|将|可能|均)?被/.test(match[0]))
    return [
      {
        readable,
        start,
        end,
        act,
        data: namedBefore(facts, readable, start),
        isGeneral: /(?:个人|您的|用户)(?:信息|数据|资料)$/.test(words.slice(Math.max(0, start - 8), start)),
      },
    ];
  const rest = /^[^。！？；\n]*/.exec(words.slice(end, end + 300))?.[0] ?? '';
  const object = objectEndsInChinese.exec(rest)?.index ?? rest.length;
  const data = [
    ...namedWithin(facts, readable, start, end + object),
    ...listedAfter(facts, readable, end + object),
  ];
  const isGeneral = /(?:个人|您的|用户)(?:信息|数据|资料)/.test(match[0] + rest.slice(0, object));
  return [{ readable, start, end, act, data, isGeneral }];
}
