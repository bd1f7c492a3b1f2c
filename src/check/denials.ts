import { keptWith } from '../base/on-demand.ts';
import type { Mention } from './finder.ts';
import {
  type Act,
  anybody,
  anyone,
  asLawDefines,
  betweenInChinese,
  chineseVerbs,
  dataInGeneral,
  denying,
  ends,
  english,
  exceptions,
  handing,
  listed,
  nextVerb,
  toSomebody,
  unknownThing,
  whom,
  withSomeOnly,
} from './phrases/denials.ts';
import { type Quote, quotesOf } from './quotes.ts';
import { languageOf, type Part, type Readable } from './readable.ts';
import type { Facts } from './rule.ts';
import { briefly, type ReadSentence, sentencesRead } from './sentences-read.ts';
import { dataNamedIn, purposesNamedIn } from './terms-in-text.ts';

/** An act that a sentence denies: on data in general or on named data, for any purpose or for named ones. */
export interface Denial extends Part {
  readonly act: Act;
  /** Ids that the named data may have; empty for data in general. */
  readonly data: readonly string[];
  /** Ids that the named purposes may have; empty for any purpose. */
  readonly purposes: readonly string[];
  /** Whether it is denied of anybody, those who work for us included. */
  readonly ofAnybody: boolean;
  /** Whether it is the sharing that a law puts beside selling, which is for advertising alone. */
  readonly isLegalTerm?: boolean;
}

/** Every denial without exceptions in the texts of a policy. */
export const denialsIn: (facts: Facts) => readonly Denial[] = keptWith((facts) => [
  ...denialsReadClosely(facts),
  ...inOthers(facts),
]);

/** For languages that are read sentence by sentence. */
function inOthers(facts: Facts): readonly Denial[] {
  return sentencesRead(facts)
    .filter(({ isDenied, speech, said }) => isDenied && !speech.exceptions.test(said))
    .flatMap(deniedIn);
}

function deniedIn(sentence: ReadSentence): readonly Denial[] {
  const { readable, start, end, said, speech, data, isGeneral } = sentence;
  const ofAnybody = speech.anybody.test(said);
  return sentence.acts.flatMap((act): Denial[] => {
    if (act === 'use' || act === 'train-models') return [];
    if (act === 'share' && !ofAnybody && speech.onBehalf.test(said)) return [];
    const ofAll = isGeneral && act !== 'collect';
    if (!ofAll && data.length === 0) return [];
    const ids = ofAll ? [] : data.flatMap((one) => one.ids);
    return [{ readable, ...briefly(readable, start, end), act, data: ids, purposes: [], ofAnybody }];
  });
}

function denialsReadClosely(facts: Facts): readonly Denial[] {
  return quotesOf(facts, denying).flatMap((quote) => {
    const language = languageOf(quote.readable.locale);
    if (exceptions[language]?.test(around(quote))) return [];
    return language === 'zh' ? inChinese(facts, quote) : inEnglish(facts, quote);
  });
}

function around({ readable: { words }, start, end }: Quote): string {
  return before(words, start) + words.slice(start, end) + after(words, end);
}

function before(words: string, start: number): string {
  return (
    words
      .slice(Math.max(0, start - 200), start)
      .split(/[.!?;。！？；\n]/)
      .at(-1) ?? ''
  );
}

function after(words: string, end: number): string {
  return /^(?:[^.!?;。！？；\n]|\.(?=\w))*/.exec(words.slice(end, end + 300))?.[0] ?? '';
}

function inEnglish(facts: Facts, quote: Quote): readonly Denial[] {
  const { readable, start, end, match } = quote;
  const rest = after(readable.words, end);
  const verbs = verbsIn(rest);
  const last = verbs.at(-1)?.to;
  if (last === undefined) return [];
  const isPassive = /\b(?:be|is|are|isn['’]t|aren['’]t)(?: never| not)?(?: ever)? $/i.test(match[0]);
  const objects = isPassive
    ? [objectBefore(facts, readable, start)]
    : objectsAfter(facts, readable, end + last + (rest[last] === ' ' ? 1 : 0));
  const found = objects.map((object) => deniedOf(facts, quote, { object, verbs, to: end + last }));
  return found.find((denials) => denials.length > 0) ?? [];
}

interface Said {
  readonly object: Thing;
  readonly verbs: readonly Verb[];
  /** Where the verbs end. */
  readonly to: number;
}

function deniedOf(facts: Facts, { readable, start, match }: Quote, { object, verbs, to: spoken }: Said) {
  if (!object) return [];
  const to = Math.max(spoken, object.end);
  const tail = after(readable.words, to);
  const isSale = verbs.some(({ act, isHanding }) => act === 'sell' && !isHanding);
  const isLegal = isSale && asLawDefines.test(readable.words);
  const denied = {
    readable,
    start: Math.min(start, object.start),
    end: to,
    data: object.ids,
    purposes: purposesIn(facts, readable, tail),
    ofAnybody: /\b(?:nobody|no one) (?:else|but)\b/i.test(match[0]) || anybody.test(tail),
  };
  return verbs
    .filter(({ isHanding }) => !isHanding || toSomebody.test(tail))
    .map(({ act, isHanding }) => ({ ...denied, act, isLegalTerm: isLegal && act === 'share' && !isHanding }))
    .filter((denial): boolean => isPlain(denial, tail));
}

interface Verb {
  readonly act: Act;
  readonly isHanding: boolean;
  readonly to: number;
}

/** The verbs that follow one another, as in `collect, use or share`. */
function verbsIn(words: string): readonly Verb[] {
  const verbs: Verb[] = [];
  nextVerb.lastIndex = 0;
  for (let one = nextVerb.exec(words); one; one = nextVerb.exec(words)) {
    const verb = (one[1] ?? '').toLowerCase();
    const act = english[verb] ?? handing[verb];
    if (act === undefined) break;
    verbs.push({ act, isHanding: Object.hasOwn(handing, verb), to: nextVerb.lastIndex });
  }
  return verbs;
}

/** Whether the rest of a sentence leaves no room for what is denied in it. */
function isPlain({ act, data, purposes, ofAnybody }: Denial, tail: string): boolean {
  if (act === 'use') return purposes.length > 0;
  if ((act === 'collect' || act === 'retain') && !ends.test(tail)) return false;
  // Everybody keeps and collects data in general, so a denial of that means something else.
  if (act === 'retain' && data.length === 0) return false;
  return purposes.length === 0 && (ofAnybody || !withSomeOnly.test(tail));
}

/** The object of an act: data in general, or named data; undefined for anything else. */
type Thing = Mention | undefined;

/** The objects of an act: all that it lists, and then less and less of it, for a clause may follow that is not denied. */
function objectsAfter(facts: Facts, { words, locale }: Readable, at: number): readonly Thing[] {
  const rest = words.slice(at, at + 240);
  const general = dataInGeneral.exec(rest);
  if (general) return [{ ids: [], start: at, end: at + general[0].length }];
  const named = dataNamedIn(facts, rest, locale);
  const objects: Mention[] = [];
  let next = /^(?:any of |all of |all |any )?(?:your |the |an? )?/i.exec(rest)?.[0].length;
  while (next !== undefined) {
    const here: number = next;
    const one = named.find(({ start, end }) => start === here || (start < here && end > here));
    const end = one?.end ?? here + (unknownThing.exec(rest.slice(here))?.[0].length ?? 0);
    if (end === here) break;
    const ids = [...(objects[0]?.ids ?? []), ...(one?.ids ?? [])];
    if (one) objects.unshift({ ids, start: objects[0]?.start ?? at + one.start, end: at + end });
    const joined = listed.exec(rest.slice(end))?.[0].length;
    next = joined === undefined ? undefined : end + joined;
  }
  return objects;
}

function objectBefore(facts: Facts, { words, locale }: Readable, end: number): Thing {
  const from = Math.max(0, end - 80);
  const said = words.slice(from, end).trimEnd();
  const general =
    /\b(?:your|all|any|no|the|personal|customer|user) (?:personal )?(?:data|information|details)$/i.exec(
      said,
    );
  if (general) return { ids: [], start: from + general.index, end };
  const named = dataNamedIn(facts, said, locale).find((one) => one.end === said.length);
  return named && { ids: named.ids, start: from + named.start, end };
}

function purposesIn(facts: Facts, { locale }: Readable, words: string): readonly string[] {
  const at = languageOf(locale) === 'zh' ? words.indexOf('用于') : words.search(/\bfor\b/i);
  if (at === -1) return [];
  const said = words.slice(at);
  return purposesNamedIn(facts, said, locale).flatMap(({ ids }) => ids);
}

function inChinese(facts: Facts, { readable, start, end }: Quote): readonly Denial[] {
  const { words, locale } = readable;
  const sentence = { from: start - before(words, start).length, rest: after(words, end) };
  const clause = /^[^，,]*/.exec(sentence.rest)?.[0] ?? '';
  const acts = actsFrom(clause, betweenInChinese.exec(clause)?.[0].length ?? 0);
  if (acts.length === 0) return [];
  const subject = words.slice(sentence.from, start).split(/[，,]/).at(-1) ?? '';
  const whole = subject + words.slice(start, end) + clause;
  const named = dataNamedIn(facts, whole, locale).flatMap(({ ids }) => ids);
  const isGeneral = /(?:个人|用户|您的|你的|任何)(?:信息|数据|资料)/.test(whole);
  if (named.length === 0 && !isGeneral) return [];
  const purposes = purposesIn(facts, readable, clause);
  return acts.flatMap((act): Denial[] => {
    if (act === 'use' ? purposes.length === 0 : purposes.length > 0) return [];
    if (act === 'retain' && named.length === 0) return [];
    return [
      {
        readable,
        start: start - subject.length,
        end: end + clause.length,
        act,
        data: isGeneral ? [] : named,
        purposes,
        ofAnybody: anyone.test(clause),
      },
    ];
  });
}

/** The acts of verbs that follow one another, as in 收集、使用或共享. */
function actsFrom(clause: string, start: number): readonly Act[] {
  const acts: Act[] = [];
  let at = start;
  for (;;) {
    const said = clause.slice(at);
    const joined = /^[、或和]|^或者/.exec(said)?.[0].length ?? 0;
    const next = said.slice(joined);
    const isJoined = at === start || joined > 0;
    const verb = isJoined ? chineseVerbs.find(([words]) => words.test(next)) : undefined;
    if (!verb) return acts;
    const [expression, act, needsWhom] = verb;
    if (!needsWhom || whom.test(clause)) acts.push(act);
    at += joined + (expression.exec(next)?.[0].length ?? 0);
  }
}
