import { keptWith } from '../base/on-demand.ts';
import { byLanguage, type Quote, quotesOf } from './quotes.ts';
import { languageOf, type Readable } from './readable.ts';
import type { Facts } from './rule.ts';
import { isDenied, sentenceAround } from './sentence.ts';
import { briefly, sentencesRead } from './sentences-read.ts';
import type { AffirmedAct } from './speech.ts';
import { dataNamedIn, type Mention } from './terms-in-text.ts';

/** What a sentence says that we do: an act on data in general, on what it names, or on something else. */
export interface Affirmation {
  readonly readable: Readable;
  /** Who does it, and the act. */
  readonly start: number;
  readonly end: number;
  readonly act: AffirmedAct;
  /** What it is done with, one by one where the sentence lists it. */
  readonly data: readonly Mention[];
  /** Whether it is done with data in general. */
  readonly isGeneral: boolean;
}

/** Languages that are read a sentence at a time. */
function inOthers(facts: Facts): readonly Affirmation[] {
  return sentencesRead(facts).flatMap(
    ({ readable, start, end, acts: done, data, isGeneral, isDenied: no }) =>
      no ? [] : done.map((act) => ({ readable, ...briefly(readable, start, end), act, data, isGeneral })),
  );
}

/** Every sentence that says of data that we do something with it, and neither denies it nor asks. */
export const affirmationsIn: (facts: Facts) => readonly Affirmation[] = keptWith((facts) => {
  const close = [...quotesOf(facts, acting), ...quotesOf(facts, acted)].flatMap((quote) =>
    languageOf(quote.readable.locale) === 'zh' ? inChinese(facts, quote) : inEnglish(facts, quote),
  );
  return [...close, ...inOthers(facts)];
});

/** Who acts, and what they do: the act is told by its first word. */
const acting = byLanguage({
  en: /\b(?:we|(?:our|this|the) (?:apps?|application|sites?|websites?|services?|servers?|systems?|platform|software|team|staff)|(?<you>you (?:(?:will|must|need to|have to|should|can|may) )?(?:give|provide|tell|send|enter|upload|submit))(?: to)?(?: us)?)(?: (?:may|might|can|could|will|shall|must|do|would|also|then|sometimes|automatically|always|regularly|additionally|further|therefore|only|therein|typically|usually|generally|need to|have to|like to))*(?<verbs>(?:(?: |, | ?\/ ?)(?:(?:and|or|and\/or) )?(?:also )?(?:collect|record|gather|scan|log|track|monitor|read|capture|obtain|receive|request|store|save|keep|hold|retain|use|process|analy[sz]e|access|sell|rent|trade|lease|share|disclose|publish|ask (?:you )?for|ask (?:you )?to (?:give|provide|tell|enter|upload)(?: us)?|train)(?:e?s)?\b)+|(?<=(?:give|provide|tell|send|enter|upload|submit)(?: to)?(?: us)?))/gi,
  zh: /(?:我们|本(?:应用|网站|平台|产品|服务|App|APP|软件)|(?<you>您(?:需要|须|需|应|可以|可)?(?:向我们)?(?:提供|填写|上传|输入)))(?:还|也|会|将|可能|需要|可|需|同时|自动|均|应|要|必须|可以|为您|向您|，)*(?:[将把向与给][^，。；\n]{1,24}?)?(?<verbs>(?:(?:、|和|或|及|并)?(?:收集|采集|记录|获取|读取|存储|保存|使用|处理|索取|出售|出租|售卖|共享|分享|公开|训练))+|(?<=提供|填写|上传|输入))/g,
});

/** What something is done with, said of the thing. */
const acted = byLanguage({
  en: /\b(?:is|are|(?:may|might|can|could|will|must|shall) be|(?:is|are) being)(?: (?:also|then|sometimes|automatically|always|regularly|only|additionally))* (?<verbs>(?:collected|recorded|gathered|scanned|logged|tracked|captured|obtained|requested|stored|saved|sold|rented|traded|shared|disclosed|published|used to train)(?:(?:,| and| or) (?:collected|recorded|stored|saved|sold|rented|traded|shared|disclosed|published))*)\b/gi,
  zh: /(?:会|将|可能|均)?被(?:我们)?(?<verbs>(?:收集|采集|记录|获取|读取|存储|保存|出售|出租|共享|公开|用于训练))/g,
});

const acts: readonly (readonly [RegExp, AffirmedAct])[] = [
  [/\b(?:sell|sold|rent|trad|leas)|出售|出租|售卖/i, 'sell'],
  [/\btrain|训练/i, 'train-models'],
  [/\b(?:shar)|共享|分享/i, 'share'],
  [/\b(?:disclos|publish)|公开/i, 'disclose'],
  [
    /\b(?:collect|record|gather|scan|log|track|monitor|read|captur|obtain|receiv|request|stor|sav|keep|hold|retain|access|ask)|收集|采集|记录|获取|读取|存储|保存|索取/i,
    'collect',
  ],
  [/\b(?:use|process|analy)|使用|处理/i, 'use'],
];

const inGeneral =
  /^(?:[^.;:]{0,12}\b(?:of )?)?(?:your|personal|user|customer|supporter|the|any|some|all)?(?: (?:of )?(?:your|personal|own|user|customer))* ?(?:personal(?:ly identifiable)? )?(?:data|information|details)\b/i;

/** Where what is acted upon ends. */
const objectEnds =
  /\b(?:to|for|so|because|when|where|if|unless|while|which|who|whose|by|with|without|except|not|never|(?<!such )as|until|after|before|through|via|in order|under|that|on (?:behalf|how)|from (?!you\b)|about (?:how|why|what))\b|[;()]|:(?!\s*\n)/i;

/** What readers may come to know, as in `the right to know what data is sold`, is asked and not said. */
const asked =
  /\b(?:know|learn|ask|find out|be (?:told|informed))(?: \w+){0,3} (?:what|which|whether|how|(?:to|with) whom)\b[^.;:!?,\n]{0,60}$/i;

const questions = /\?["”’)]*\s*$/;

function inEnglish(facts: Facts, quote: Quote): readonly Affirmation[] {
  const { readable, start, end, match } = quote;
  const { words, locale } = readable;
  const sentence = sentenceAround(words, start, end);
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
  return dataNamedIn(
    facts,
    locale,
  )(words.slice(from, to)).map(({ ids, start, end }) => ({ ids, start: from + start, end: from + end }));
}

/** What stands right before a word, and what is joined to it. */
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

/** What the items of a list begin with that a sentence leads in. */
function listedAfter(facts: Facts, readable: Readable, at: number): readonly Mention[] {
  const [lead = '', ...lines] = readable.words.slice(at, at + 4000).split('\n');
  if (!/[:：]\s*$/.test(lead) || /[.。](?:\s|$)/.test(lead)) return [];
  const found: Mention[] = [];
  let start = at + lead.length + 1;
  for (const line of lines) {
    const mark = itemMark.exec(line)?.[0];
    // A line that is indented goes on with the item before it.
    if (mark === undefined && /^\S/.test(line)) break;
    const begins = start + (mark ?? '').length;
    if (mark !== undefined)
      found.push(...namedWithin(facts, readable, begins, begins + 80).filter((one) => one.start === begins));
    start += line.length + 1;
  }
  return found;
}

const itemMark = /^[ \t]{0,8}(?:[-*+]|\d{1,3}[.)])[ \t](?:[*_]{1,2})?(?:your |the |an? |您的)?/i;

const objectEndsInChinese =
  /用于|用以|以便|以实现|为了|目的|如果|若|但|来自|从而|(?<=，)(?:我们|您|以)|[；：]|时(?=，)/;

function inChinese(facts: Facts, { readable, start, end, match }: Quote): readonly Affirmation[] {
  const { words, locale } = readable;
  const sentence = sentenceAround(words, start, end);
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
