import type { Diagnostic } from '../base/diagnostic.ts';
import { append } from '../base/group.ts';
import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import type { Row } from '../model/policy.ts';
import { affirmationsIn } from './affirmations.ts';
import { fitOf } from './deeds.ts';
import { type Denial, denialsIn } from './denials.ts';
import { byLanguage, quotesOf } from './quotes.ts';
import { found, languageOf, quoted, type Readable } from './readable.ts';
import { haveReadersInCommon } from './readers.ts';
import type { Facts, Rule } from './rule.ts';
import { isDenied, sentenceAround } from './sentence.ts';
import { type AffirmedAct, speeches } from './speech.ts';

/** What a text says that we do, held against what the policy promises, what its other texts deny, and its facts. */
export const proseDeedRules: readonly Rule[] = [
  {
    code: 'prose-breaks-promise',
    check: (facts) =>
      deedsIn(facts).flatMap((deed): Diagnostic[] => {
        const { readable, start, end, act } = deed;
        const promise = promiseAgainst(facts, deed);
        const args = { quote: quoteOf(deed), act };
        if (promise) {
          const against = { ...args, owner: promise.key[0] ?? '' };
          const places = [{ place: promise.place, role: 'promise' as const }];
          return [found('prose-breaks-promise', against, readable, start, end, places)];
        }
        const denial = denialAgainst(facts, deed);
        if (!denial) return [];
        const said = quoted(denial.readable, denial.start, denial.end);
        const against = { ...args, owner: denial.readable.owner, said };
        const places = [{ place: denial.readable.row.place, role: 'promise' as const }];
        return [found('prose-breaks-promise', against, readable, start, end, places)];
      }),
  },
  {
    code: 'prose-names-other-act',
    check: (facts) =>
      facts.all('function').length + facts.all('recipient').length === 0
        ? []
        : deedsIn(facts).flatMap((deed) => {
            const { readable, start, end, act } = deed;
            if (isStated[act]?.(facts) !== false || promiseAgainst(facts, deed)) return [];
            return [found('prose-names-other-act', { quote: quoteOf(deed), act }, readable, start, end)];
          }),
  },
];

/** An act that a text says we do, with the data that it names. */
interface SaidDeed {
  readonly readable: Readable;
  readonly start: number;
  readonly end: number;
  readonly act: string;
  /** For each thing named the ids that it may stand for; none when it is done with data in general. */
  readonly data: readonly (readonly string[])[];
}

/** Acts that a text names without saying with what. */
const namedActs: readonly { readonly act: string; readonly says: Readonly<Record<string, RegExp>> }[] = [
  {
    act: 'train-models',
    says: {
      en: /\b(?:to (?:help )?(?:us )?|helps? (?:us )?(?:to )?|used in |for |we (?:also |may |will |can )*)(?:improve (?:and|or) )?(?:train|training|fine-?tune|fine-?tuning|feed)(?: (?:of|and \w+))? (?:our |its |the |a |an |any |new )?(?:[\w-]+ ){0,4}(?:models?\b(?! railways?| trains?| villages?)|AI\b|algorithms?\b|neural networks?\b|machine[- ]learning\b)/gi,
      de: /(?<!\p{L})(?:trainieren|trainiert|Training|anlernen)(?!\p{L})[^.;]{0,40}(?:modell|KI(?!\p{L})|Algorithm)/giu,
      fr: /(?<!\p{L})entraîn(?:er|ons|ement|ée?s?)(?!\p{L})[^.;]{0,40}(?:modèle|IA(?!\p{L})|algorithme)/giu,
      es: /(?<!\p{L})entren(?:ar|amos|amiento|ad[ao]s?)(?!\p{L})[^.;]{0,40}(?:modelo|IA(?!\p{L})|algoritmo)/giu,
      ja: /(?:モデル|AI|アルゴリズム)[^。]{0,12}(?:学習|訓練)/gi,
      zh: /训练(?:我们的?|本公司的?|其)?[^，。；]{0,12}(?:模型|算法|人工智能|AI)/gi,
    },
  },
  {
    act: 'profile',
    says: {
      en: /\b(?:we(?: (?:may|will|can|also|do))*|to|and) (?:(?:build|create|make|draw up|compile|form|maintain|keep) (?:a |an |individual |your )?(?:[\w-]+ ){0,2}profiles? (?:of|about|on|for) (?:you\b|each|our|users|customers|supporters|visitors)|profile (?:you\b|our|users|customers|visitors|supporters))/gi,
      zh: /(?:构建|建立|形成|绘制|生成)(?:您的|用户的?)[^，。；]{0,6}画像|(?:对您|对用户)进行画像/g,
    },
  },
  {
    act: 'decide-automatically',
    says: {
      en: /\bwe(?: (?:may|will|can|also|do))* (?:make|take|use|carry out|rely on) (?:solely |fully |purely )?automated (?:individual )?decisions?\b|\b(?:is|are|may be|will be) (?:decided|taken|approved or refused|refused|rejected) (?:solely |only |entirely |fully )?(?:by (?:a )?(?:machine|computer|program|algorithm)s?|automatically)\b/gi,
      zh: /我们(?:会|将|可能|可)*(?:对您)?(?:进行|作出|做出|使用|采用)(?:完全)?自动化决策/g,
    },
  },
  {
    act: 'transfer-abroad',
    says: {
      en: /\bwe(?: (?:may|will|can|also|must))* (?:transfer|send|store|process|move)(?: and (?:store|process))? (?:your |personal |this |the |all |some )*(?:data|information)(?: \w+){0,3} (?:abroad|overseas|to third countries|outside (?:the|of|your|our)(?: [\w’'-]+){1,3})/gi,
      zh: /(?:传输|转移|提供|存储|保存)(?:至|到|于|在)?(?:境外|海外|国外)/g,
    },
  },
];

/** Somebody else's models are trained by somebody else. */
const ofUs =
  /\b(?:we|us|your|wir|Ihre\w*|nous|vos|votre|sus?|nuestr[oa]s?)\b|mos\b|我们|您|你|お客様|当社|ます/i;

/** What a promise to heed something rules out. */
const refusals: readonly { readonly act: string; readonly says: Readonly<Record<string, RegExp>> }[] = [
  {
    act: 'heed-gpc',
    says: {
      en: /\b(?:we|our (?:site|website|service)s?|this (?:site|website))(?: currently| also)* (?:(?:do|does|will|can)(?:n['’]t| not)|never|cannot|ignores?)(?: currently)?(?: (?:respond to|act on|honou?r|heed|recogni[sz]e|support|follow|process))? (?:[\w-]+ ){0,4}(?:global privacy control|GPC|opt-out preference signals?|privacy (?:control )?signals?|signals? (?:that |of |from )?your browser)/gi,
      zh: /(?:不(?:会|予)?|忽略)(?:响应|识别|遵守|处理)?[^，。；]{0,8}(?:全球隐私控制|GPC)/gi,
    },
  },
  {
    act: 'heed-do-not-track',
    says: {
      en: /\b(?:we|our (?:site|website|service)s?|this (?:site|website))(?: currently| also)* (?:(?:do|does|will|can)(?:n['’]t| not)|never|cannot|ignores?)(?: currently)?(?: (?:respond to|act on|honou?r|heed|recogni[sz]e|support|follow|process))? (?:[\w-]+ ){0,4}["“]?do[- ]not[- ]track/gi,
      zh: /(?:不(?:会|予)?|忽略)(?:响应|识别|遵守|处理)?[^，。；]{0,8}(?:请勿追踪|禁止追踪|Do Not Track)/gi,
    },
  },
];

/** Every act that the texts say we do. */
const deedsIn = keptWith((facts: Facts): readonly SaidDeed[] => {
  const ofData = affirmationsIn(facts).flatMap(
    ({ readable, start, end, act, data, isGeneral }): SaidDeed[] => {
      if (act === 'use' || (act === 'share' && !isToOthers(readable, end))) return [];
      if (isAskedOrOfMany(readable, start, end)) return [];
      const isOfPeople = isGeneral || data.length > 0 || (act === 'sell' && isListOfPeople(readable, end));
      // Everybody collects data in general.
      if (!isOfPeople || (act === 'collect' && data.length === 0)) return [];
      return [{ readable, start, end, act, data: isGeneral ? [] : data.map(({ ids }) => ids) }];
    },
  );
  const named = namedActs.flatMap(({ act, says }) =>
    quotesOf(facts, byLanguage(says)).flatMap(({ readable, start, end }): SaidDeed[] => {
      const sentence = sentenceAround(readable.words, start, end);
      if (isDenied(sentence, readable.locale) || /[?？]\s*$/.test(sentence)) return [];
      if (act === 'train-models' && !ofUs.test(sentence)) return [];
      return [{ readable, start, end, act, data: [] }];
    }),
  );
  const refused = refusals.flatMap(({ act, says }) =>
    quotesOf(facts, byLanguage(says)).map(
      ({ readable, start, end }): SaidDeed => ({ readable, start, end, act, data: [] }),
    ),
  );
  return [...ofData, ...named, ...refused].filter(({ readable }) => isOurs(facts, readable));
});

/** A title is no sentence; a definition and a document of others say it of something else. */
function isOurs(facts: Facts, { owner, field }: Readable): boolean {
  return (field === 'text' || field === 'summary') && facts.speaking(owner) !== 'of-words';
}

/** `should we sell`, `whether we share`: a question, or a part of one. What was made of many people is nobody's. */
function isAskedOrOfMany({ words }: Readable, start: number, end: number): boolean {
  return (
    /\b(?:should|whether|if|which|that|whom|what|how) (?:or not )?$/i.test(
      words.slice(Math.max(0, start - 24), start),
    ) ||
    /^ (?:\w+ ){0,2}(?:aggregate|anonymi|anonymous|de-?identif|non-personal|statistic)/i.test(
      words.slice(end, end + 60),
    )
  );
}

/** Whom a policy does not mean that promises to share nothing: who works for us, and whom the reader sends it to. */
const onBehalf: Readonly<Record<string, RegExp>> = {
  en: /\b(?:service[- ]providers?|providers? of|vendors?|processors?|contractors?|suppliers?|who (?:assist|help|support)|that (?:assist|help|support|provide|process)|on (?:our|your) behalf|to process|consent|instruct\w*|direct(?:ion|ed)|authori[sz]\w+|you (?:ask|choose|tell)|aggregate\w*|anonymi\w*)\b/i,
  zh: /委托|同意|授权|指示|要求|服务商|匿名|去标识/,
};

const toOthers: Readonly<Record<string, RegExp>> = {
  en: /^[^.;:]{0,80}?\b(?:with|to) (?:(?:our|selected|certain|various|some|trusted|its|other|any|unaffiliated) )*(?:third[- ]part|partners?\b|advertis|marketers?\b|sponsors?\b|compan(?:y|ies)|anyone|anybody|everybody|everyone|others\b|data brokers?\b|organi[sz]ations)/i,
  zh: /第三方|合作伙伴|他人|任何人|其他公司|广告/,
};

function isToOthers({ words, locale }: Readable, end: number): boolean {
  const language = languageOf(locale);
  const speech = speeches[language];
  if (speech) {
    const sentence = sentenceAround(words, end, end);
    return speech.others.test(sentence) && !speech.onBehalf.test(sentence);
  }
  if (onBehalf[language]?.test(sentenceAround(words, end, end))) return false;
  return (
    toOthers[language]?.test(words.slice(language === 'zh' ? Math.max(0, end - 30) : end, end + 120)) === true
  );
}

function isListOfPeople({ words }: Readable, end: number): boolean {
  return /^ (?:our |the |a )?(?:mailing |customer |e-?mail |address )*(?:lists?\b|databases?\b)(?: of\b| to\b|[.,;]|$)/i.test(
    words.slice(end, end + 60),
  );
}

function quoteOf({ readable, start, end }: SaidDeed): string {
  return quoted(readable, start, end);
}

/** Promises about an act; of those alike the first. */
const promisesOf = keptWith((facts: Facts) =>
  eachOnDemand((act: string): readonly Row[] => {
    const told = new Set<string>();
    return facts.all('commitment').filter(({ key: [id = ''], values }) => {
      if (values.act !== act) return false;
      const parts = (
        [
          'commitment.data',
          'commitment.function',
          'commitment.recipient',
          'commitment.purpose',
          'applies',
        ] as const
      ).map((relation) => facts.of(relation, id).map(({ key }) => key.slice(1)));
      const sort = JSON.stringify([values.promise, parts]);
      return !told.has(sort) && told.add(sort) !== undefined;
    });
  }),
);

/** The commitment that a deed breaks. */
function promiseAgainst(facts: Facts, deed: SaidDeed): Row | undefined {
  return promisesOf(facts)(deed.act).find((promise) => {
    const { promise: kind } = promise.values;
    const [id = ''] = promise.key;
    const wanted = refusals.some((one) => one.act === deed.act) ? 'always' : 'never';
    if (kind !== wanted || id === deed.readable.owner) return false;
    // A promise about some functions, recipients or purposes leaves the others.
    if (
      (['commitment.function', 'commitment.recipient', 'commitment.purpose'] as const).some(
        (relation) => facts.of(relation, id).length > 0,
      )
    )
      return false;
    if (!haveReadersInCommon(facts, deed.readable.owner, id)) return false;
    const promised = facts.of('commitment.data', id).map(({ key }) => key[1] ?? '');
    return (
      promised.length === 0 ||
      deed.data.some((ids) => ids.some((one) => fitOf(facts.terms, promised, [one], true) === 'certain'))
    );
  });
}

/** The sentence that denies it, of another text or of the same one. */
function denialAgainst(facts: Facts, deed: SaidDeed): Denial | undefined {
  if (!(deniable as readonly string[]).includes(deed.act)) return undefined;
  // What is collected here and not there depends on more than a sentence.
  if (deed.act === 'collect' && speeches[languageOf(deed.readable.locale)]) return undefined;
  const language = languageOf(deed.readable.locale);
  return deniedBy(facts)
    .get(`${language} ${deed.act}`)
    ?.find(
      ({ data, readable: { owner } }) =>
        (data.length === 0
          ? deed.act !== 'collect'
          : deed.data.some((ids) => ids.some((one) => data.includes(one)))) &&
        haveReadersInCommon(facts, deed.readable.owner, owner),
    );
}

/** What is denied for every purpose, by language and act; the same words of the same data once for the same readers. */
const deniedBy = keptWith((facts: Facts): ReadonlyMap<string, readonly Denial[]> => {
  const all = new Map<string, Denial[]>();
  const told = new Set<string>();
  for (const denial of denialsIn(facts)) {
    const { readable, act, data, purposes } = denial;
    if (purposes.length > 0 || !isOurs(facts, readable)) continue;
    const key = `${languageOf(readable.locale)} ${act}`;
    const readers = facts.of('applies', readable.owner).map((row) => row.key.slice(1));
    const sort = JSON.stringify([key, data, readers]);
    if (told.has(sort)) continue;
    told.add(sort);
    append(all, key, denial);
  }
  return all;
});

const deniable = ['collect', 'sell', 'share', 'disclose'] as const satisfies readonly AffirmedAct[];

/** Acts of which no fact may be missing: whether one is stated. */
const isStated: Readonly<Record<string, (facts: Facts) => boolean>> = {
  sell: (facts) => facts.all('recipient').some(({ values }) => values.sale === true),
  profile: (facts) =>
    facts.all('function').some(({ values }) => values.personalised === true || values.automated === true),
  'decide-automatically': (facts) => facts.all('function').some(({ values }) => values.automated === true),
};
