import { diagnostic } from '../base/diagnostic.ts';
import { lastPart, type Row } from '../model/policy.ts';
import {
  anonymity,
  bothWays,
  earlierVersions,
  madeAnonymous,
  measureAfter,
  measureBefore,
  vagueTimes,
} from './phrases/gaps.ts';
import { type Quote, quotesOf } from './quotes.ts';
import { found, languageOf } from './readable.ts';
import { type Facts, type Rules, valuePlace } from './rule.ts';
import { sentenceAround } from './sentence.ts';

/** What is missing or vague: addresses, names, a consent for each purpose, how anonymous data is, a time to answer. */
export const gapRules: Rules = {
  'document-without-address': (facts) =>
    facts
      .all('document')
      .filter(({ values }) => values.url === undefined)
      .map(({ key, place }) => diagnostic('document-without-address', { id: key[0] ?? '' }, place)),
  'recipient-unnamed': (facts) =>
    facts.all('recipient').flatMap(({ key, values, place }) => {
      const [id = ''] = key;
      const isNamed =
        values.name !== undefined ||
        values.category !== undefined ||
        facts.of('recipient.listed', id).length > 0;
      return isNamed ? [] : [diagnostic('recipient-unnamed', { id }, place)];
    }),
  'archive-without-address': (facts) =>
    facts.all('change').flatMap((row) => {
      if (row.values.archive !== undefined) return [];
      return firstOfEach(quotesOf(facts, earlierVersions))
        .filter(({ readable }) => readable.owner === row.key[0])
        .map((part) => found('archive-without-address', { quote: part.quote }, part));
    }),
  'purposes-bundled': (facts) =>
    facts.all('function').flatMap(({ key }) => {
      const [id = ''] = key;
      const purposes = facts.of('function.purpose', id);
      const selling = purposes.filter(({ key: [, purpose = ''] }) => purpose.startsWith('marketing.'));
      const [first] = selling;
      if (!first || selling.length === purposes.length) return [];
      const other = purposes.find((row) => !selling.includes(row))?.key[1] ?? '';
      return [diagnostic('purposes-bundled', { id, purpose: first.key[1] ?? '', other }, first.place)];
    }),
  'separate-consent-shared': (facts) =>
    facts.all('consent').flatMap(({ key: [unit = ''], values, place }) => {
      const covered = facts.of('consent.covers', unit).map(({ key }) => key[1] ?? '');
      const [one = ''] = covered;
      const other = covered.find((id) => purposesOf(facts, id) !== purposesOf(facts, one));
      if (values.separate !== true || other === undefined) return [];
      return [diagnostic('separate-consent-shared', { unit, one, other }, place)];
    }),
  'anonymity-claimed': (facts) => {
    const identifier = identifierIn(facts);
    if (!identifier) return [];
    return quotesOf(facts, anonymity).flatMap((part) => {
      const { readable, quote } = part;
      if (facts.kindOf(readable.owner) === 'definition') return [];
      if (madeAnonymous[languageOf(readable.locale)]?.test(sentenceAround(part))) return [];
      const args = { quote, data: identifier.key.at(-1) ?? '' };
      return [found('anonymity-claimed', args, part, [{ place: identifier.place, role: 'facts' }])];
    });
  },
  'anonymise-or-deidentify': (facts) =>
    quotesOf(facts, bothWays)
      .filter((quote) => !isOneOfMany(quote))
      .map((part) => found('anonymise-or-deidentify', { quote: part.quote }, part)),
  'answer-time-vague': (facts) =>
    firstOfEach(quotesOf(facts, vagueTimes)).flatMap((part) => {
      const row = facts.rowWithField('answerWithin', part.readable.owner);
      if (row?.values.answerWithin === undefined) return [];
      const args = { quote: part.quote, period: String(row.values.answerWithin) };
      const place = valuePlace(row, 'answerWithin');
      return [found('answer-time-vague', args, part, [{ place, role: 'facts' }])];
    }),
};

function firstOfEach(quotes: readonly Quote[]): readonly Quote[] {
  return quotes.filter(({ readable }, index) => quotes[index - 1]?.readable !== readable);
}

/** Whether a list has more than the two measures, and so names them one by one. */
function isOneOfMany({ readable: { words }, start, end }: Quote): boolean {
  return (
    measureBefore.test(words.slice(Math.max(0, start - 24), start)) ||
    measureAfter.test(words.slice(end, end + 24))
  );
}

const identifying = /^device\.(?:id|mac_address|imei|advertising_id|idfa|oaid|aaid|other_id|ip_address)$/;

/** Collected data that identifies a device or connection. */
function identifierIn(facts: Facts): Row | undefined {
  return facts.withData('collected').find((row) => identifying.test(lastPart(row)));
}

/** What a function or a recipient is for, as one text. */
function purposesOf(facts: Facts, id: string): string {
  const rows = [...facts.of('function.purpose', id), ...facts.of('recipient.purpose', id)];
  return rows
    .map(({ key }) => key[1])
    .sort()
    .join();
}
