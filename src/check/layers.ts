import { compareDurations } from '../base/duration.ts';
import { type Span, spanOf } from '../base/span.ts';
import { agesIn, countsIn, periodsIn } from './quantities-in-text.ts';
import { type ByLanguage, found, languageOf, quoted, readablesOf } from './readable.ts';
import { type Facts, type Rule, valuePlace } from './rule.ts';

/** The two layers of a clause, its summary and its full text, held against each other. */
export const layerRules: readonly Rule[] = [
  {
    code: 'layers-differ',
    check: (facts) => {
      const texts = readablesOf(facts);
      const full = new Map(
        texts.flatMap((text) =>
          text.field === 'text' ? [[`${text.owner}\t${text.locale}`, text] as const] : [],
        ),
      );
      return texts.flatMap((summary) => {
        if (summary.field !== 'summary') return [];
        const text = full.get(`${summary.owner}\t${summary.locale}`);
        const { words, locale } = summary;
        const differs =
          text &&
          (numbersApart(words, text.words, locale) ??
            countsApart(words, text.words, locale) ??
            modalsApart(words, text.words, locale) ??
            denialsApart(words, text.words, locale));
        const apart = differs ?? tierApart(facts, summary.owner, words, locale);
        if (!apart) return [];
        const part = { readable: summary, start: apart.start, end: apart.end };
        const args = { quote: quoted(part), other: apart.other };
        const row = facts.rows.one('function', summary.owner);
        const place = differs ? text?.row.place : row && valuePlace(row, 'tier');
        return [found('layers-differ', args, part, place ? [{ place, role: 'facts' }] : [])];
      });
    },
  },
];

/** A part of the summary, and what the full text says instead. */
interface Apart extends Span {
  readonly other: string;
}

/** A period or an age of the summary, when the full text has some and not one of the same. */
function numbersApart(summary: string, text: string, locale: string): Apart | undefined {
  const [short, long] = [periodsIn(summary, locale), periodsIn(text, locale)];
  const agrees = short.some((a) => long.some((b) => compareDurations(a.period, b.period) === 0));
  const [first] = short;
  if (first && long.length > 0 && !agrees)
    return { ...first, other: long.map(({ start, end }) => text.slice(start, end)).join(', ') };
  const [ages, others] = [agesIn(summary, locale), agesIn(text, locale)];
  const [age] = ages;
  const same = ages.some((a) => others.some((b) => a.age === b.age));
  return age && others.length > 0 && !same
    ? { ...age, other: others.map(({ start, end }) => text.slice(start, end)).join(', ') }
    : undefined;
}

/** A number of things, when the full text counts the same things otherwise and never so. */
function countsApart(summary: string, text: string, locale: string): Apart | undefined {
  const long = countsIn(text, locale);
  for (const { count, thing, start, end } of countsIn(summary, locale)) {
    const same = long.filter((one) => one.thing === thing);
    if (same.length > 0 && !same.some((one) => one.count === count))
      return { start, end, other: same.map((one) => text.slice(one.start, one.end)).join(', ') };
  }
  return undefined;
}

const free: ByLanguage = {
  en: /\bwe (?:recommend|suggest|advise|encourage)\b|\b(?:is|are) (?:optional|voluntary)\b|\byou (?:may|can) (?:choose|decide) (?:whether|not)\b/i,
  zh: /我们建议|(?:可以|可)选择(?:是否|不)|自愿|非必填/,
  de: /\bwir (?:empfehlen|raten)\b|\b(?:ist|sind) (?:freiwillig|optional)\b/i,
};
const required: ByLanguage = {
  en: /\bwe require\b|\byou (?:must|are required to|have to|need to)\b|\b(?:is|are) (?:required|mandatory|obligatory|compulsory)\b/i,
  zh: /我们要求|您(?:必须|应当|需要|须)|必填/,
  de: /\b(?:Sie|du) (?:müssen|musst)\b|\bwir verlangen\b|\b(?:ist|sind) (?:erforderlich|verpflichtend|Pflicht)\b/i,
};

/** One layer leaves free what the other requires. */
function modalsApart(summary: string, text: string, locale: string): Apart | undefined {
  const language = languageOf(locale);
  const [soft, hard] = [free[language], required[language]];
  if (!soft || !hard) return undefined;
  const pairs = [
    [soft, hard],
    [hard, soft],
  ] as const;
  for (const [mine, theirs] of pairs) {
    const [said, other] = [mine.exec(summary), theirs.exec(text)];
    if (said && other && !theirs.test(summary) && !mine.test(text))
      return { ...spanOf(said), other: other[0] };
  }
  return undefined;
}

const never: ByLanguage = {
  en: /\b(?:never|not|n['’]t) (?:ever |will |would )?(?<verb>share|sell|transfer|collect|disclose|publish|record|track|profile)\b/i,
  zh: /(?:绝不会?|不会|从不|决不会?)(?:向[^，。；]{0,8})?(?<verb>共享|出售|转让|收集|披露|公开|记录|追踪)/,
  de: /\b(?:nie|niemals|nicht) (?<verb>teilen|verkaufen|weitergeben|erheben|veröffentlichen|aufzeichnen)\b/i,
};
const does: ByLanguage = {
  en: /\bwe (?:may |might |will |can |do |also ){0,2}(?<verb>share|sell|transfer|collect|disclose|publish|record|track|profile)\b/gi,
  zh: /(?<![不未])(?:可能会?|会|将)(?:向[^，。；]{0,8})?(?<verb>共享|出售|转让|收集|披露|公开|记录|追踪)/g,
  de: /\bwir (?<verb>teilen|verkaufen|erheben|veröffentlichen|zeichnen)\b(?![^.;]*\b(?:nie|niemals|nicht|kein\w*)\b)/gi,
};

/** One layer denies what the other says is done. */
function denialsApart(summary: string, text: string, locale: string): Apart | undefined {
  const language = languageOf(locale);
  const [denial, deed] = [never[language], does[language]];
  if (!denial || !deed) return undefined;
  const done = (words: string, verb: string | undefined): RegExpExecArray | undefined =>
    [...words.matchAll(deed)].find(({ groups }) => groups?.verb?.toLowerCase() === verb?.toLowerCase());
  const [mine, theirs] = [denial.exec(summary), denial.exec(text)];
  const broken = mine && !theirs && done(text, mine.groups?.verb);
  if (broken) return { ...spanOf(mine), other: broken[0] };
  const claimed = theirs && !mine && done(summary, theirs.groups?.verb);
  return claimed ? { ...spanOf(claimed), other: theirs[0] } : undefined;
}

const tiers: ByLanguage = {
  en: /\b(?:an?|this) (?<tier>basic|core|additional|optional) (?:business )?function\b/i,
  zh: /(?:属于|是|为)(?<tier>基本|核心|附加|扩展)(?:业务)?功能/,
  de: /\beine (?<tier>grundlegende|notwendige|zusätzliche|optionale) Funktion\b/i,
};

/** A summary calls a function what its tier is not. */
function tierApart(facts: Facts, owner: string, words: string, locale: string): Apart | undefined {
  const tier = facts.rows.one('function', owner)?.values.tier;
  const said = tiers[languageOf(locale)]?.exec(words);
  if (tier === undefined || !said) return undefined;
  const isBasic = /^(?:basic|core|基本|核心|grundlegende|notwendige)$/i.test(said.groups?.tier ?? '');
  if (isBasic === (tier === 'basic')) return undefined;
  return { ...spanOf(said), other: `tier: ${tier}` };
}
