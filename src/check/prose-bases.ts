import { groupBy } from '../base/group.ts';
import { keptWith } from '../base/on-demand.ts';
import { type Span, spanOf } from '../base/span.ts';
import { bases } from '../model/kinds/any-clause.ts';
import type { Row } from '../model/policy.ts';
import { article, ofObjecting, onBases } from './phrases/bases.ts';
import { byLanguage, type Quote, quotesOf } from './quotes.ts';
import { found, languageOf, type Part, quoted } from './readable.ts';
import { type Facts, type Rules, valuePlace } from './rule.ts';
import { isDenied, sentenceAround } from './sentence.ts';

type Basis = (typeof bases)[number];

/** The legal basis that the text of a clause names, held against the one that its purposes have. */
export const basisRules: Rules = {
  'prose-names-other-basis': (facts) => {
    const named = [...quotesOf(facts, byLanguage(onBases)), ...quotesOf(facts, () => article)];
    const told = new Set<string>();
    return named.flatMap((quote) => {
      const { owner: id, field, row } = quote.readable;
      const rows = statedBy(facts).get(id) ?? [];
      const [first] = rows;
      const basis = basisIn(quote);
      if (!first || !basis || (field !== 'text' && field !== 'summary')) return [];
      if (allows(facts, id, basis, rows) || !saysThatItRestsOnIt(quote)) return [];
      const key = `${row.key.join('\t')} ${basis}`;
      if (told.has(key)) return [];
      told.add(key);
      const stated = [...new Set(rows.map(({ values }) => String(values.basis)))];
      const part = { readable: quote.readable, ...shortest(quote) };
      const related = [{ place: valuePlace(first, 'basis'), role: 'facts' as const }];
      return [found('prose-names-other-basis', { quote: quoted(part), basis, id, stated }, part, related)];
    });
  },
};

function saysThatItRestsOnIt(part: Part): boolean {
  const { locale } = part.readable;
  const sentence = sentenceAround(part);
  return !isDenied(sentence, locale) && ofObjecting[languageOf(locale)]?.test(sentence) !== true;
}

/** What states a legal basis, by the clause; a purpose without one may have any. */
const statedBy = keptWith(({ policy }: Facts): ReadonlyMap<string, readonly Row[]> => {
  const stating = policy.facts.filter(
    ({ relation, values }) => values.basis !== undefined || isPurpose(relation),
  );
  const byClause = [...groupBy(stating, ({ key }) => key[0] ?? '')];
  return new Map(byClause.filter(([, rows]) => rows.every(({ values }) => values.basis !== undefined)));
});

/** What a clause is for; which of its data for which of it, other rows say. */
function isPurpose(relation: string): boolean {
  return /^\w+\.purpose$/.test(relation);
}

/** A clause that asks for consent rests on it as well, whatever the basis of its purposes. */
function allows(facts: Facts, id: string, basis: Basis, rows: readonly Row[]): boolean {
  if (rows.some(({ values }) => values.basis === basis)) return true;
  const asks = ({ relation, values }: Row): boolean =>
    relation === 'consent' || String(values.ground) === 'explicit-consent';
  return basis === 'consent' && facts.rows.of(id).some(asks);
}

function basisIn({ match: { groups = {} } }: Quote): Basis | undefined {
  const letter = groups.letter?.toLowerCase();
  if (letter !== undefined) return bases['abcdef'.indexOf(letter)];
  const name = Object.entries(groups).find(([, words]) => words !== undefined)?.[0];
  return bases.find((basis) => basis === name?.replaceAll('_', '-'));
}

/** The words that name the basis, without what leads to them. */
function shortest({ match, start, end }: Quote): Span {
  if (match.groups?.letter !== undefined) return { start, end };
  const words = Object.values(match.groups ?? {}).find((one) => one !== undefined) ?? '';
  const at = match[0].lastIndexOf(words);
  return at < 0 ? spanOf(match) : { start: start + at, end: start + at + words.length };
}
