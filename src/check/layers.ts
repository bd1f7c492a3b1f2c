import { compareDurations } from '../base/duration.ts';
import { type Span, spanOf } from '../base/span.ts';
import { does, free, never, required, tiers } from './phrases/layers.ts';
import { agesIn, countsIn, periodsIn } from './quantities-in-text.ts';
import { found, languageOf, quoted, readablesOf } from './readable.ts';
import { type Facts, type Rules, valuePlace } from './rule.ts';

/** The two layers of a clause, its summary and its full text, held against each other. */
export const layerRules: Rules = {
  'layers-differ': (facts) => {
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
};

/** A part of the summary, and what the full text says instead. */
interface Apart extends Span {
  readonly other: string;
}

/** A period or an age of the summary, when the full text has some and not one of the same. */
function numbersApart(summary: string, text: string, locale: string): Apart | undefined {
  const [short, long] = [periodsIn(summary, locale), periodsIn(text, locale)];
  const agrees = short.some((a) => long.some((b) => compareDurations(a.period, b.period) === 0));
  const [first] = short;
  if (first && long.length > 0 && !agrees) return { ...first, other: listed(text, long) };
  const [ages, others] = [agesIn(summary, locale), agesIn(text, locale)];
  const [age] = ages;
  const isSame = ages.some((a) => others.some((b) => a.age === b.age));
  return age && others.length > 0 && !isSame ? { ...age, other: listed(text, others) } : undefined;
}

function listed(text: string, parts: readonly Span[]): string {
  return parts.map(({ start, end }) => text.slice(start, end)).join(', ');
}

/** A number of things, when the full text counts the same things otherwise and never so. */
function countsApart(summary: string, text: string, locale: string): Apart | undefined {
  const long = countsIn(text, locale);
  for (const { count, thing, start, end } of countsIn(summary, locale)) {
    const same = long.filter((one) => one.thing === thing);
    if (same.length > 0 && !same.some((one) => one.count === count))
      return { start, end, other: listed(text, same) };
  }
  return undefined;
}

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

/** A summary calls a function what its tier is not. */
function tierApart(facts: Facts, owner: string, words: string, locale: string): Apart | undefined {
  const tier = facts.rows.one('function', owner)?.values.tier;
  const said = tiers[languageOf(locale)]?.exec(words);
  if (tier === undefined || !said) return undefined;
  const isBasic = /^(?:basic|core|基本|核心|grundlegende|notwendige)$/i.test(said.groups?.tier ?? '');
  if (isBasic === (tier === 'basic')) return undefined;
  return { ...spanOf(said), other: `tier: ${tier}` };
}
