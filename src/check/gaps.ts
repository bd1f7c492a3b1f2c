import { diagnostic } from '../base/diagnostic.ts';
import { relationsWithData } from '../model/relations.ts';
import { byLanguage, type Quote, quotesOf } from './quotes.ts';
import { type ByLanguage, found, languageOf } from './readable.ts';
import { type Facts, type Rule, valuePlace } from './rule.ts';
import { sentenceAround } from './sentence.ts';

/** References that lead nowhere, bundled requests, and layers that differ. */
export const gapRules: readonly Rule[] = [
  {
    code: 'document-without-address',
    check: (facts) =>
      facts
        .all('document')
        .filter(({ values }) => values.url === undefined)
        .map(({ key, place }) => diagnostic('document-without-address', { id: key[0] ?? '' }, place)),
  },
  {
    code: 'recipient-unnamed',
    check: (facts) =>
      facts.all('recipient').flatMap(({ key, values, place }) => {
        const [id = ''] = key;
        const isNamed =
          values.name !== undefined ||
          values.category !== undefined ||
          facts.of('recipient.listed', id).length > 0;
        return isNamed ? [] : [diagnostic('recipient-unnamed', { id }, place)];
      }),
  },
  {
    code: 'archive-without-address',
    check: (facts) =>
      facts.all('change').flatMap((row) => {
        if (row.values.archive !== undefined) return [];
        return firstOfEach(quotesOf(facts, earlierVersions))
          .filter(({ readable }) => readable.owner === row.key[0])
          .map((part) => found('archive-without-address', { quote: part.quote }, part));
      }),
  },
  {
    code: 'purposes-bundled',
    check: (facts) =>
      facts.all('function').flatMap(({ key }) => {
        const [id = ''] = key;
        const purposes = facts.of('function.purpose', id);
        const selling = purposes.filter(({ key: [, purpose = ''] }) => isMarketing(purpose));
        const [first] = selling;
        if (!first || selling.length === purposes.length) return [];
        const other = purposes.find((row) => !selling.includes(row))?.key[1] ?? '';
        return [diagnostic('purposes-bundled', { id, purpose: first.key[1] ?? '', other }, first.place)];
      }),
  },
  {
    code: 'anonymity-claimed',
    check: (facts) => {
      const identifier = identifierIn(facts);
      if (!identifier) return [];
      return quotesOf(facts, anonymity).flatMap((part) => {
        const { readable, quote } = part;
        if (facts.kindOf(readable.owner) === 'definition') return [];
        if (madeAnonymous[languageOf(readable.locale)]?.test(sentenceAround(part))) return [];
        const places = [{ place: identifier.place, role: 'facts' as const }];
        return [found('anonymity-claimed', { quote, data: identifier.data }, part, places)];
      });
    },
  },
  {
    code: 'anonymise-or-deidentify',
    check: (facts) =>
      quotesOf(facts, bothWays)
        .filter((quote) => !isOneOfMany(quote))
        .map((part) => found('anonymise-or-deidentify', { quote: part.quote }, part)),
  },
  {
    code: 'answer-time-vague',
    check: (facts) =>
      firstOfEach(quotesOf(facts, vagueTimes)).flatMap((part) => {
        const row = facts.rowWithField('answerWithin', part.readable.owner);
        if (row?.values.answerWithin === undefined) return [];
        const args = { quote: part.quote, period: String(row.values.answerWithin) };
        const places = [{ place: valuePlace(row, 'answerWithin'), role: 'facts' as const }];
        return [found('answer-time-vague', args, part, places)];
      }),
  },
];

function firstOfEach(quotes: readonly Quote[]): readonly Quote[] {
  return quotes.filter(({ readable }, index) => quotes[index - 1]?.readable !== readable);
}

function isMarketing(purpose: string): boolean {
  return purpose.startsWith('marketing.');
}

const earlierVersions = byLanguage({
  en: /\b(?:archive[sd]?\b[^.]{0,40}\b(?:previous|earlier|older|past) versions|(?:previous|earlier|older|past) versions\b[^.]{0,60}\b(?:archived?|available|kept|read|found|review))/gi,
  zh: /(?:旧版|历史版本|过往版本|此前版本|以前的版本)[^。]{0,20}(?:存档|查阅|查看)|存档[^。]{0,20}(?:旧版|历史版本|此前版本)/g,
});

const anonymity = byLanguage({
  en: /\b(?:browse|visit|use)\b[^.]{0,60}\banonymously\b|\b(?:cannot|can not|can't|does not|do not|not) (?:be used to )?identify (?:you|a specific|any specific|an individual|individuals|a (?:natural )?person)\b|\bare (?:not personal (?:data|information)|anonymous)\b/gi,
  zh: /匿名(?:浏览|访问|使用)|无法(?:单独)?识别(?:到)?(?:特定|您|个人)|不能(?:单独)?识别(?:特定|您|个人)/g,
});
/** In a sentence with one of these, only some data is anonymous, or was made so. */
const madeAnonymous: ByLanguage = {
  en: /\b(?:aggregat|anonymi[sz]ed?\b|anonymous (?:data|information|form)|de-?personali|de-?identif|pseudonym|statistic|so that|such that|provided|if\b|unless\b|by name|personally|individually|in a (?:way|manner|form))/i,
  zh: /聚合|汇总|匿名化|去标识|脱敏|统计|如果|除非|处理后|经过/,
};
const bothWays = byLanguage({
  en: /\banonymi[sz](?:e|ed|ing|ation)\b(?:,| and| or|\/)+ ?de-?identif(?:y|ied|ying|ication)\b|\bde-?identif(?:y|ied|ying|ication)\b(?:,| and| or|\/)+ ?anonymi[sz](?:e|ed|ing|ation)\b/gi,
  zh: /匿名化(?:和|或|、|及|\/)去标识化|去标识化(?:和|或|、|及|\/)匿名化/g,
});
/** Whether a list has more than the two measures, and so names them one by one. */
function isOneOfMany({ readable: { words }, start, end }: Quote): boolean {
  return (
    measureBefore.test(words.slice(Math.max(0, start - 24), start)) ||
    measureAfter.test(words.slice(end, end + 24))
  );
}
const [measureBefore, measureAfter] = [
  /(?:\b(?:encrypt|pseudonymi|aggregat|hash|mask|delet|tokeni)\w*|加密|脱敏|删除|假名化|聚合)(?:, |、|和|及|,? and |,? or )$/i,
  /^(?:, |、|和|或|及|以及|,? and |,? or )(?:encrypt|pseudonymi|aggregat|hash|mask|delet|tokeni|加密|脱敏|删除|假名|聚合)/i,
];
const vagueTimes = byLanguage({
  en: /\b(?:as soon as (?:possible|we can|practicable)|promptly|without undue delay|in due course|within a reasonable (?:time|period))\b/gi,
  zh: /尽快|及时(?=答复|回复|处理)|合理期限内/g,
});

/** Collected data that identifies a device or connection. */
function identifierIn(
  facts: Facts,
): { readonly data: string; readonly place: ReturnType<typeof valuePlace> } | undefined {
  const row = relationsWithData('collected')
    .flatMap((relation) => facts.all(relation))
    .find(({ key }) =>
      /^device\.(?:id|mac_address|imei|advertising_id|idfa|oaid|aaid|other_id|ip_address)$/.test(
        key.at(-1) ?? '',
      ),
    );
  return row && { data: row.key.at(-1) ?? '', place: row.place };
}
