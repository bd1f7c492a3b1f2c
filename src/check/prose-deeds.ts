import type { Diagnostic } from '../base/diagnostic.ts';
import { append } from '../base/group.ts';
import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import type { Row } from '../model/policy.ts';
import { affirmationsIn } from './affirmations.ts';
import { haveReadersInCommon } from './clause-readers.ts';
import { fitOf } from './deeds.ts';
import { type Denial, denialsIn } from './denials.ts';
import { type NamedAct, namedActs, ofUs, onBehalf, refusals, toOthers } from './phrases/deeds.ts';
import { type AffirmedAct, speeches } from './phrases/speech.ts';
import { byLanguage, quotesOf } from './quotes.ts';
import { found, languageOf, type Part, quoted, type Readable } from './readable.ts';
import type { Facts, Rules } from './rule.ts';
import { isDenied, sentenceAround } from './sentence.ts';

/** What texts say that we do, compared with the promises of the policy, what its other texts deny, and its facts. */
export const proseDeedRules: Rules = {
  'prose-breaks-promise': (facts) =>
    deedsIn(facts).flatMap((deed): Diagnostic[] => {
      const promise = promiseAgainst(facts, deed);
      const args = { quote: quoted(deed), act: deed.act };
      if (promise) {
        const against = { ...args, owner: promise.key[0] ?? '' };
        return [found('prose-breaks-promise', against, deed, [{ place: promise.place, role: 'promise' }])];
      }
      const denial = denialAgainst(facts, deed);
      if (!denial) return [];
      const { owner, row } = denial.readable;
      const against = { ...args, owner, said: quoted(denial) };
      return [found('prose-breaks-promise', against, deed, [{ place: row.place, role: 'promise' }])];
    }),
  'prose-names-other-act': (facts) =>
    facts.all('function').length + facts.all('recipient').length === 0
      ? []
      : deedsIn(facts).flatMap((deed) => {
          if (isStated[deed.act]?.(facts) !== false || promiseAgainst(facts, deed)) return [];
          return [found('prose-names-other-act', { quote: quoted(deed), act: deed.act }, deed)];
        }),
};

/** An act that a text says we do, and the data it names. */
interface SaidDeed extends Part {
  readonly act: AffirmedAct | NamedAct;
  /** For each named item, the ids it may stand for; empty for data in general. */
  readonly data: readonly (readonly string[])[];
}

const deedsIn = keptWith((facts: Facts): readonly SaidDeed[] => {
  const ofData = affirmationsIn(facts).flatMap(
    ({ readable, start, end, act, data, isGeneral }): SaidDeed[] => {
      const part = { readable, start, end };
      if (act === 'use' || (act === 'share' && !isToOthers(part)) || isAskedOrOfMany(part)) return [];
      const isOfPeople = isGeneral || data.length > 0 || (act === 'sell' && isListOfPeople(part));
      // Everybody collects data in general.
      if (!isOfPeople || (act === 'collect' && data.length === 0)) return [];
      return [{ ...part, act, data: isGeneral ? [] : data.map(({ ids }) => ids) }];
    },
  );
  const named = (Object.keys(namedActs) as (keyof typeof namedActs)[]).flatMap((act) =>
    quotesOf(facts, byLanguage(namedActs[act])).flatMap(({ readable, start, end }): SaidDeed[] => {
      const sentence = sentenceAround({ readable, start, end });
      if (isDenied(sentence, readable.locale) || /[?？]\s*$/.test(sentence)) return [];
      if (act === 'train-models' && !ofUs.test(sentence)) return [];
      return [{ readable, start, end, act, data: [] }];
    }),
  );
  const refused = (Object.keys(refusals) as (keyof typeof refusals)[]).flatMap((act) =>
    quotesOf(facts, byLanguage(refusals[act])).map(
      ({ readable, start, end }): SaidDeed => ({ readable, start, end, act, data: [] }),
    ),
  );
  return [...ofData, ...named, ...refused].filter(({ readable }) => isOurs(facts, readable));
});

/** Whether it is a sentence about us: not a title, a definition, or about documents of others. */
function isOurs(facts: Facts, { owner, field }: Readable): boolean {
  return (field === 'text' || field === 'summary') && facts.speaking(owner) !== 'of-words';
}

/** Whether it is a question or a part of one (`whether we share`), or about statistics on many people. */
function isAskedOrOfMany({ readable: { words }, start, end }: Part): boolean {
  return (
    /\b(?:should|whether|if|which|that|whom|what|how) (?:or not )?$/i.test(
      words.slice(Math.max(0, start - 24), start),
    ) ||
    /^ (?:\w+ ){0,2}(?:aggregate|anonymi|anonymous|de-?identif|non-personal|statistic)/i.test(
      words.slice(end, end + 60),
    )
  );
}

function isToOthers({ readable, end }: Part): boolean {
  const { words, locale } = readable;
  const language = languageOf(locale);
  const speech = speeches[language];
  const sentence = sentenceAround({ readable, start: end, end });
  if (speech) return speech.others.test(sentence) && !speech.onBehalf.test(sentence);
  if (onBehalf[language]?.test(sentence)) return false;
  return (
    toOthers[language]?.test(words.slice(language === 'zh' ? Math.max(0, end - 30) : end, end + 120)) === true
  );
}

function isListOfPeople({ readable: { words }, end }: Part): boolean {
  return /^ (?:our |the |a )?(?:mailing |customer |e-?mail |address )*(?:lists?\b|databases?\b)(?: of\b| to\b|[.,;]|$)/i.test(
    words.slice(end, end + 60),
  );
}

/** Promises about an act; of equal ones, the first. */
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

function promiseAgainst(facts: Facts, deed: SaidDeed): Row | undefined {
  return promisesOf(facts)(deed.act).find((promise) => {
    const { promise: kind } = promise.values;
    const [id = ''] = promise.key;
    const wanted = Object.hasOwn(refusals, deed.act) ? 'always' : 'never';
    if (kind !== wanted || id === deed.readable.owner) return false;
    // A promise about some functions, recipients or purposes says nothing of others.
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

/** A sentence that denies the deed, in another text or in the same one. */
function denialAgainst(facts: Facts, deed: SaidDeed): Denial | undefined {
  if (!(deniable as readonly string[]).includes(deed.act)) return undefined;
  // What is collected in one place and not in another depends on more than a sentence.
  if (deed.act === 'collect' && speeches[languageOf(deed.readable.locale)]) return undefined;
  const language = languageOf(deed.readable.locale);
  return deniedBy(facts)
    .get(`${language} ${deed.act}`)
    ?.find(
      ({ data, isLegalTerm, readable: { owner } }) =>
        (!isLegalTerm || /advertis|market/i.test(sentenceAround(deed))) &&
        (data.length === 0
          ? deed.act !== 'collect'
          : deed.data.some((ids) => ids.some((one) => data.includes(one)))) &&
        haveReadersInCommon(facts, deed.readable.owner, owner),
    );
}

/** Denials for every purpose, by language and act; equal ones for the same readers count once. */
const deniedBy = keptWith((facts: Facts): ReadonlyMap<string, readonly Denial[]> => {
  const all = new Map<string, Denial[]>();
  const told = new Set<string>();
  for (const denial of denialsIn(facts)) {
    const { readable, act, data, purposes } = denial;
    if (purposes.length > 0 || !isOurs(facts, readable)) continue;
    const key = `${languageOf(readable.locale)} ${act}`;
    const readers = facts.of('applies', readable.owner).map((row) => row.key.slice(1));
    const sort = JSON.stringify([key, denial.isLegalTerm, data, readers]);
    if (told.has(sort)) continue;
    told.add(sort);
    append(all, key, denial);
  }
  return all;
});

const deniable = ['collect', 'sell', 'share', 'disclose'] as const satisfies readonly AffirmedAct[];

/** Acts that must be stated as facts, with a test that they are. */
const isStated: Readonly<Partial<Record<SaidDeed['act'], (facts: Facts) => boolean>>> = {
  sell: (facts) => facts.all('recipient').some(({ values }) => values.sale === true),
  profile: (facts) =>
    facts.all('function').some(({ values }) => values.personalised === true || values.automated === true),
  'decide-automatically': (facts) => facts.all('function').some(({ values }) => values.automated === true),
};
