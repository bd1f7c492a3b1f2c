import type { Diagnostic } from '../base/diagnostic.ts';
import { kindsWithData } from '../model/kinds.ts';
import { liesWithin } from '../model/regions.ts';
import { relationsAbout, relationsWithData } from '../model/relations.ts';
import { affirmationsIn } from './affirmations.ts';
import { found, languageOf, quoted, type Readable, readablesOf } from './readable.ts';
import type { Facts } from './rule.ts';
import { isDenied, sentenceAround } from './sentence.ts';
import { countriesNamedIn, isNear, parentsIn } from './terms-in-text.ts';

/** Kinds of clauses whose texts are held against their own facts. */
const heldByThemselves: ReadonlySet<string> = new Set(kindsWithData('collected', 'received'));

/** A text of ours that is of no clause with data of its own: what it says is held against all of them. */
export function isOfNone(facts: Facts, { owner, field }: Readable): boolean {
  if (field !== 'text' && field !== 'summary') return false;
  const spoken = facts.speaking(owner);
  return (
    spoken !== 'of-words' && spoken !== 'of-an-address' && !heldByThemselves.has(facts.kindOf(owner) ?? '')
  );
}

/** Data that a text says we collect or use, and no clause does. A policy without functions is asked nothing. */
export function otherDataOfPolicy(facts: Facts): readonly Diagnostic[] {
  if (facts.all('function').length === 0) return [];
  const parents = parentsIn(facts);
  const own = new Set(
    relationsWithData('collected', 'received', 'kept').flatMap((relation) =>
      facts.all(relation).map(({ key }) => key.at(-1) ?? ''),
    ),
  );
  const told = new Set<string>();
  return affirmationsIn(facts).flatMap(({ readable, act, data }) => {
    if ((act !== 'collect' && act !== 'use') || !isOfNone(facts, readable)) return [];
    return data.flatMap(({ ids, start, end }) => {
      const key = `${readable.locale} ${ids.join()}`;
      if (told.has(key) || ids.some((id) => isNear(parents, id, own))) return [];
      told.add(key);
      const args = { quote: quoted(readable, start, end), data: ids };
      return [found('prose-names-other-data', args, readable, start, end)];
    });
  });
}

/** What stands before a country that data is in, or goes to. */
const whereTo: Readonly<Record<string, RegExp>> = {
  en: /\b(?:servers?|data cent(?:er|re)s?|hosted|stor(?:e|es|ed|ing)|kept|process(?:ed|es|ing)?|transfer(?:s|red|ring)?|sen[dt]|back-?ups?|copies)\b[^.;:]{0,60}\b(?:in|to|into|near|at|within) (?:the |a |an )?(?:[\w’' -]{1,40}?(?:,| and| or) (?:the )?){0,3}$/i,
  de: /(?:Server\p{L}*|Rechenzentr\p{L}+|gehostet|speicher\p{L}*|gespeichert|verarbeite\p{L}*|übermittel\p{L}*|übertrag\p{L}*|Kopien|Sicherung\p{L}*|stehen|liegen|Daten(?!schutz))[^.;:]{0,60}(?<!\p{L})(?:in|nach|aus)(?: (?:den|die|der|das))? (?:[\p{L}’' -]{1,40}(?:,| und| oder) (?:(?:den|die|der|in|nach) ){0,2}){0,3}$/iu,
  fr: /(?:serveurs?|centres? de données|héberg\p{L}+|stock\p{L}+|conserv\p{L}+|trait\p{L}+|transf[eé]r\p{L}+|transmis\p{L}*|envoy\p{L}+|copies|sauvegardes)[^.;:]{0,60}(?<!\p{L})(?:en|au|aux|vers|dans|à)(?: (?:la|le|les))? ?(?:l['’])?(?:[\p{L}’' -]{1,40}(?:,| et| ou) (?:(?:en|au|aux|la|le|les) ){0,2}){0,3}$/iu,
  es: /(?:servidor\p{L}*|centros? de datos|aloj\p{L}+|almacen\p{L}+|conserv\p{L}+|guard\p{L}+|trat\p{L}+|transf\p{L}+|transmit\p{L}+|env[ií]\p{L}+|copias)[^.;:]{0,60}(?<!\p{L})(?:en|a|hacia|al|dentro de)(?: (?:la|el|los|las))? (?:[\p{L}’' -]{1,40}(?:,| y| o) (?:(?:en|a|la|el|los) ){0,2}){0,3}$/iu,
  ja: /(?:サーバー?|データセンター|情報|データ)[^。；]{0,30}$/,
  zh: /(?:服务器|数据中心|存储|保存|储存|传输|转移|提供|处理|备份)[^。；]{0,16}(?:在|于|至|到|向|位于)[^。；，]{0,12}$|(?:向|至|到)[^。；，]{0,6}$/,
};
/** Whoever reads it lives there, or the law is that country's. */
const ofReaders: Readonly<Record<string, RegExp>> = {
  en: /\b(?:residents?|citizens?|users?|customers?|visitors?|individuals|people|you (?:are|live|reside)|laws?|courts?|governed|jurisdiction|subject to|outside(?: of)?)\b[^.;]*$/i,
  de: /(?<!\p{L})(?:wohn\p{L}*|Nutzer\p{L}*|Kund\p{L}*|Personen|Gesetz\p{L}*|Recht\p{L}*|Gericht\p{L}*|außerhalb)(?!\p{L})[^.;]*$/iu,
  fr: /(?<!\p{L})(?:résid\p{L}*|utilisateurs?|clients?|personnes|lois?|droit|tribuna\p{L}*|hors|en dehors|situ[ée]\p{L}*)(?!\p{L})[^.;]*$/iu,
  es: /(?<!\p{L})(?:resid\p{L}*|usuarios?|clientes?|personas|leyes|ley|tribunal\p{L}*|fuera)(?!\p{L})[^.;]*$/iu,
  ja: /居住|在住|ユーザー|法律|法令|裁判/,
  zh: /居民|用户|法律|法院|以外|之外/,
};
const ofDataAround: Readonly<Record<string, RegExp>> = {
  en: /\b(?:data|information|servers?|copies|back-?ups?|records?|details)\b/i,
  de: /Daten|Informationen|Server|Kopien|Sicherung/,
  fr: /données|informations|serveur|copies|sauvegarde/i,
  es: /datos|información|servidor|copias/i,
  ja: /情報|データ|サーバ/,
  zh: /信息|数据|资料|服务器|备份/,
};

/** Countries that a text says data is kept in or sent to, and no clause names. */
export function otherCountriesOfPolicy(facts: Facts): readonly Diagnostic[] {
  if (facts.all('function').length + facts.all('recipient').length === 0) return [];
  const own = new Set([
    ...relationsAbout('country').flatMap((relation) =>
      facts.all(relation).map(({ key }) => key.at(-1) ?? ''),
    ),
    ...facts.all('party').flatMap(({ values }) => (values.country ? [String(values.country)] : [])),
  ]);
  const told = new Set<string>();
  return readablesOf(facts).flatMap((readable) => {
    if (!isOfNone(facts, readable)) return [];
    const { words, locale } = readable;
    const language = languageOf(locale);
    if (ofDataAround[language]?.test(words) !== true) return [];
    return countriesNamedIn(
      facts,
      locale,
    )(words).flatMap(({ ids: [country = ''], start, end }) => {
      const key = `${country} ${locale}`;
      if (told.has(key) || [...own].some((one) => liesWithin(one, [country]) || liesWithin(country, [one])))
        return [];
      const sentence = sentenceAround(words, start, end);
      const before =
        words
          .slice(Math.max(0, start - 140), start)
          .split(/[.。；;\n]\s/)
          .at(-1) ?? '';
      if (!ofDataAround[language]?.test(sentence) || isDenied(sentence, locale)) return [];
      if (!whereTo[language]?.test(before) || ofReaders[language]?.test(before)) return [];
      if (/^境内[^，。；]{0,12}(?:客户|用户|居民)/.test(words.slice(end, end + 20))) return [];
      told.add(key);
      const args = { quote: quoted(readable, start, end), country };
      return [found('prose-names-other-country', args, readable, start, end)];
    });
  });
}
