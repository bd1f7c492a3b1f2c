import type { Diagnostic } from '../base/diagnostic.ts';
import { type ClauseKind, kindsAbout, kindsWithData } from '../model/kinds.ts';
import { relationsAbout, relationsWithData } from '../model/relations.ts';
import { isOfNone, otherCountriesOfPolicy, otherDataOfPolicy } from './prose-of-no-clause.ts';
import { byLanguage, quotesOf } from './quotes.ts';
import {
  type ByLanguage,
  found,
  languageOf,
  type Part,
  quoted,
  type Readable,
  readablesOf,
} from './readable.ts';
import type { Facts, Rule } from './rule.ts';
import { isDenied, sentenceAround } from './sentence.ts';
import { countriesNamedIn, dataNamedIn, isNear, parentsIn, purposesNamedIn } from './terms-in-text.ts';

/** What the texts of a clause name, held against what its facts name. */
export const nameRules: readonly Rule[] = [
  {
    code: 'prose-names-other-data',
    check: (facts) => {
      const parents = parentsIn(facts);
      const ofClauses = kindsWithData('collected', 'received')
        .flatMap((kind) => proseOf(facts, kind))
        .flatMap((readable) => {
          const { owner: id, words, locale } = readable;
          const own = dataOf(facts, id);
          if (own.size === 0 && facts.rows.one('function', id) === undefined) return [];
          const told = new Set<string>();
          return dataNamedIn(facts, words, locale).flatMap(({ ids, start, end }) => {
            const part = { readable, start, end };
            const isOwn = ids.some((data) => isNear(parents, data, own));
            if (isOwn || told.has(ids.join()) || !saysThatItIsUsed(sentenceAround(part), locale)) return [];
            told.add(ids.join());
            const args = { quote: quoted(part), data: ids, id };
            return [found('prose-names-other-data', args, part, related(facts, id))];
          });
        });
      return [...ofClauses, ...otherDataOfPolicy(facts)];
    },
  },
  {
    code: 'prose-names-other-country',
    check: (facts) => [
      ...kindsAbout('country').flatMap((kind) =>
        proseOf(facts, kind).flatMap((readable) => {
          const { owner: id, words, locale } = readable;
          const own = countriesOf(facts, id);
          if (own.size === 0) return [];
          return countriesNamedIn(facts, words, locale).flatMap(({ ids: [country = ''], start, end }) => {
            const part = { readable, start, end };
            if (own.has(country) || isDenied(sentenceAround(part), locale)) return [];
            const args = { quote: quoted(part), country, id };
            return [found('prose-names-other-country', args, part, related(facts, id))];
          });
        }),
      ),
      ...otherCountriesOfPolicy(facts),
    ],
  },
  {
    code: 'prose-names-other-purpose',
    check: (facts) =>
      kindsWithData('collected', 'received').flatMap((kind) =>
        proseOf(facts, kind).flatMap((readable) => {
          const { owner: id, words, locale } = readable;
          const own = purposesOf(facts, kind, id);
          if (own.size === 0) return [];
          const told = new Set<string>();
          return purposesNamedIn(facts, words, locale).flatMap(({ ids, start, end }) => {
            const part = { readable, start, end };
            const groups = ids.map((one) => one.split('.')[0] ?? '');
            // What the law demands is said as often where a text tells its legal basis.
            if (groups.some((one) => one === 'legal' || own.has(one)) || told.has(ids.join())) return [];
            if (!isLedTo(part) || isDenied(sentenceAround(part), locale)) return [];
            told.add(ids.join());
            const args = { quote: quoted(part), purposes: ids, id };
            return [found('prose-names-other-purpose', args, part, related(facts, id))];
          });
        }),
      ),
  },
  {
    code: 'prose-names-other-permission',
    check: (facts) => {
      const told = new Set<string>();
      return quotesOf(facts, permissions).flatMap((part): Diagnostic[] => {
        const { readable, quote, match } = part;
        const { owner: id, locale } = readable;
        if (readable.field.endsWith('title')) return [];
        const isFunction = facts.rows.one('function', id) !== undefined;
        if (!isFunction && (!isOfNone(facts, readable) || facts.all('function').length === 0)) return [];
        const named = Object.values(match.groups ?? {}).find((one) => one !== undefined) ?? '';
        const permission = permissionCalled(named);
        const functions = isFunction
          ? [id, ...facts.of('function.requires', id).map(({ key }) => key[1] ?? '')]
          : facts.all('function').map(({ key }) => key[0] ?? '');
        const own = functions.flatMap((one) => facts.of('function.permission', one).map(({ key }) => key[1]));
        if (permission === undefined || own.includes(permission)) return [];
        if (!isFunction && told.has(`${permission} ${locale}`)) return [];
        if (neverAsked[languageOf(locale)]?.test(sentenceAround(part))) return [];
        if (!isFunction) told.add(`${permission} ${locale}`);
        const args = { quote, permission, ...(isFunction ? { id } : {}) };
        return [found('prose-names-other-permission', args, part, isFunction ? related(facts, id) : [])];
      });
    },
  },
];

/** The groups of purposes that a clause serves, or a function that it requires. */
function purposesOf(facts: Facts, kind: ClauseKind, id: string): ReadonlySet<string> {
  const owners = [id, ...facts.of('function.requires', id).map(({ key }) => key[1] ?? '')];
  const named = relationsAbout('purpose').filter((relation) => relation.startsWith(`${kind}.`));
  const own = named.flatMap((relation) => owners.flatMap((one) => facts.of(relation, one)));
  return new Set(own.map(({ key }) => (key.at(-1) ?? '').split('.')[0] ?? ''));
}

const leadsToPurpose: ByLanguage = {
  en: /\b(?:for|purposes? of|in order to|used? (?:it |them |this |that |your [a-z ]{1,30})?to)(?: [\w’'-]+,?){0,8} $/i,
  zh: /(?:用于|以便|为了|目的是|用来|进行)[^，。；]{0,12}$/,
};

/** What a text leads to in the same way, and is no purpose: where to read on, an example, something bought. */
const leadsElsewhere: ByLanguage = {
  en: /\b(?:more (?:information|details?)|further (?:information|details?)|for (?:example|instance)|purchas\w*|buy(?:ing)?|participat\w+|unrelated|other than)\b[^.]*$/i,
};
const whoOrWhatElse: ByLanguage = {
  en: /^ (?:inquir\w+|enquir\w+|requests?|questions?|teams?|agents?|representatives?|periods?|offers?)\b/i,
};

function isLedTo({ readable: { words, locale }, start, end }: Part): boolean {
  const language = languageOf(locale);
  const before = words.slice(Math.max(0, start - 60), start);
  if (!leadsToPurpose[language]?.test(before) || leadsElsewhere[language]?.test(before)) return false;
  return whoOrWhatElse[language]?.test(words.slice(end, end + 20)) !== true;
}

const permissions = byLanguage({
  en: /\b(?:access(?:es)?(?: to)?|permission (?:to use|for|to access)|turns? on|switch(?:es)? on|opens?|asks? (?:you )?for(?: access to)?|requests?(?: access to)?) (?:your |the |(?:your|the) (?:phone|device)['’]s )(?<opened>camera|microphone|photo (?:library|album|gallery)|photos|contacts|address book|location|calendar|bluetooth)\b|\b(?<asked>camera|microphone|photo (?:library|album|gallery)|contacts|address book|location|calendar|bluetooth) (?:permission|access)\b/gi,
  zh: /(?:访问|读取|调用|开启|打开|申请|获取)(?:您的|你的|您设备的|手机的?|设备的?)?(?<opened>相机|摄像头|麦克风|相册|通讯录|蓝牙|日历|应用列表)|(?<asked>相机|摄像头|麦克风|相册|通讯录|位置|定位|蓝牙|日历|应用列表|电话状态)(?:的)?(?:访问)?权限/g,
});

/** Permissions by what texts call them; what the prose of one language does not tell from a word of everyday is not here. */
const calledPermission: readonly (readonly [RegExp, string])[] = [
  [/^(?:camera|相机|摄像头)$/i, 'camera'],
  [/^(?:microphone|麦克风)$/i, 'microphone'],
  [/^(?:photo.*|相册)$/i, 'photos'],
  [/^(?:contacts|address book|通讯录)$/i, 'contacts'],
  [/^(?:location|位置|定位)$/i, 'location'],
  [/^(?:calendar|日历)$/i, 'calendar'],
  [/^(?:bluetooth|蓝牙)$/i, 'bluetooth'],
  [/^应用列表$/, 'app_list'],
  [/^电话状态$/, 'phone_state'],
];

function permissionCalled(name: string): string | undefined {
  return calledPermission.find(([words]) => words.test(name))?.[1];
}

const neverAsked: ByLanguage = {
  en: /\b(?:not|never|no|without|nor)\b|n['’]t\b/i,
  zh: /不会|不需要|无需|不要求|从不|绝不|没有/,
};

function proseOf(facts: Facts, kind: ClauseKind): readonly Readable[] {
  return readablesOf(facts).filter(
    ({ owner, field }) =>
      (field === 'text' || field === 'summary') && facts.rows.one(kind, owner) !== undefined,
  );
}

function related(facts: Facts, id: string): Diagnostic['related'] {
  const place = facts.rows.one('clause', id)?.place;
  return place ? [{ place, role: 'facts' }] : [];
}

/** Data that a clause collects or receives, or a function that it requires. */
function dataOf(facts: Facts, id: string): ReadonlySet<string> {
  const owners = [id, ...facts.of('function.requires', id).map(({ key }) => key[1] ?? '')];
  return new Set(
    relationsWithData('collected', 'received').flatMap((relation) =>
      owners.flatMap((one) => facts.of(relation, one).map(({ key }) => key.at(-1) ?? '')),
    ),
  );
}

function countriesOf(facts: Facts, id: string): ReadonlySet<string> {
  const named = relationsAbout('country').flatMap((relation) =>
    facts.of(relation, id).map(({ key }) => key.at(-1) ?? ''),
  );
  const regions = facts.of('applies', id).flatMap(({ key }) => (key[1] === 'region' ? [key[2] ?? ''] : []));
  return new Set(named.length === 0 ? [] : [...named, ...regions.map((region) => region.slice(0, 2))]);
}

const using: ByLanguage = {
  en: /\b(?:we|us|our|it|the app|they)\b[^.]*\b(?:collect|use|record|store|read|receive|obtain|process|need|ask (?:you )?for|gather|save|access|keep)s?\b|\b(?:is|are|be|will be) (?:also )?(?:collected|used|recorded|stored|read|received|obtained|processed|needed|gathered|accessed)\b|\b(?:receives|is given)\b|\byou (?:give|provide|tell|upload|enter|send)\b/i,
  zh: /收集|使用|采集|获取|记录|读取|存储|处理|需要您|向您索取|您(?:需要|须)?(?:提供|填写|上传|输入)/,
};
/** Whether a sentence says that data is used, and neither denies it nor makes it depend on something. */
function saysThatItIsUsed(sentence: string, locale: string): boolean {
  const language = languageOf(locale);
  return using[language]?.test(sentence) === true && !isDenied(sentence, locale);
}
