import { plainWords } from '../../check/plain-words.ts';
import type { InEachTongue } from './tongue.ts';
import { companiesIn, contactsIn } from './words.ts';

/** What shows that a company is the one whose text it is, and how much that weighs. */
const weights = { callsItselfWe: 3, runsIt: 2, hasTheMailbox: 2, isInTheTitle: 2, isNamedFirst: 1 } as const;
type Sign = keyof typeof weights;
const signs = Object.keys(weights) as Sign[];

const eachOf = (words: InEachTongue): string => Object.values(words).join('|');

/** What a company that writes calls itself. */
const ourselves: InEachTongue = {
  en: 'we|us|our|ours|(?:the )?company|(?:the |data )?controller',
  de: 'wir|uns|unser\\p{L}*|Verantwortliche\\p{L}?',
  fr: 'nous|notre|nos|(?:le )?responsable du traitement',
  es: 'nosotros|nuestr\\p{L}+|(?:el )?responsable del tratamiento',
  ja: '当社|弊社|当方|私たち|我々',
  'zh-CN': '我们|我方|本公司|本平台',
  'zh-TW': '我們|我方|本公司|本平台',
};

/** What stands before the name of the company that offers what the text is about, or decides on the data. */
const ownersLead: InEachTongue = {
  en: '(?:operated|run|owned|published|made available|controlled)(?: and \\p{L}+)? by|controllers?(?::| [^.;:]{0,80}\\bis:?)|©[^.;]{0,20}|[Cc]opyright [^.;]{0,20}',
  de: 'betrieben (?:von|durch)|Verantwortliche\\p{L}?(?::| [^.;:]{0,80}\\bist:?)|Betreiberin?(?: ist|:)',
  fr: '(?:exploité|édité|géré)e?s? par|responsable d[eu]s? traitements?(?: ?:| [^.;:]{0,80}\\best:?)',
  es: '(?:operad|gestionad|explotad)[oa]s? por|responsable del? tratamiento(?::| [^.;:]{0,80}\\bes:?)',
  ja: '(?:運営|管理)(?:者|会社|責任者)?(?:は、?|：|:)',
  'zh-CN': '(?:由|运营者?(?:为|是|：|:))',
  'zh-TW': '(?:由|營運者?(?:為|是|：|:))',
};

const quote = '["“”„«»\'‘’「」『』]';
/** `Paper Lamp Ltd (“Lamp”, “we”)`, `… (hereinafter the "Company")`. */
const saysWe = new RegExp(`^[^.。;；]{0,120}?${quote}(?:${eachOf(ourselves)})[,，]?${quote}`, 'iu');
const leadsIn = new RegExp(`(?:${eachOf(ownersLead)})(?: the| die| der| la)? ?$`, 'iu');
/** What stands behind it: `X is the data controller`. */
const ownersFollow: InEachTongue = {
  en: 'is (?:the |your |a )?(?:data |joint )?(?:controller|responsible)|(?:runs|operates|owns) ',
  de: 'ist (?:der |die |das )?(?:für [^.;:]{1,60})?(?:verantwortlich|Betreiber)|betreibt ',
  fr: '(?:,[^.;:]{1,60},? )?est (?:le |la )?(?:responsable)|(?:exploite|édite) ',
  es: 'es (?:el |la )?responsable|(?:opera|gestiona|explota) ',
  ja: 'は[^。]{0,20}(?:管理者|責任を負|運営し)',
  'zh-CN': '(?:是|为)[^。]{0,20}(?:控制者|处理者|运营者)|运营',
  'zh-TW': '(?:是|為)[^。]{0,20}(?:控制者|營運者)|營運',
};
const followsOn = new RegExp(`^,? ?(?:${eachOf(ownersFollow)})`, 'iu');
/** So much of a text is its beginning, in characters: who writes is said there. */
const beginning = 2000;

/**
 * The company whose text it is: one that says “we”, runs what it is about, has the mailbox, stands in the title or comes first. A
 * company that is only named, as many are that get data, is nobody's guess.
 */
export function ownerOf(lines: readonly string[], title: string): string | undefined {
  const mailboxes = mailboxesIn(lines);
  const titled = new Set(title.split(/\s+/u).map(plainLetters));
  const found = new Map<string, { readonly name: string; times: number; shows: Set<Sign> }>();
  let at = 0;
  for (const set of lines) {
    const line = plainWords(set).words;
    let from = 0;
    for (const name of companiesIn(line)) {
      const start = Math.max(line.indexOf(name, from), 0);
      from = start + name.length;
      const first = plainLetters(name.split(/[\s,]/u)[0] ?? '');
      const shown = {
        callsItselfWe: saysWe.test(line.slice(from, from + 160)),
        runsIt:
          leadsIn.test(line.slice(Math.max(start - 120, 0), start)) ||
          followsOn.test(line.slice(from, from + 120)),
        hasTheMailbox: mailboxes.some((domain) => isOf(domain, name)),
        isInTheTitle: first.length > 2 && titled.has(first),
        isNamedFirst: at + start < beginning,
      };
      const one = found.get(plainLetters(name)) ?? { name, times: 0, shows: new Set() };
      found.set(plainLetters(name), one);
      one.times++;
      for (const what of signs) if (shown[what]) one.shows.add(what);
    }
    at += line.length + 1;
  }
  const weightOf = ({ shows }: { readonly shows: ReadonlySet<Sign> }): number =>
    signs.reduce((sum, sign) => sum + (shows.has(sign) ? weights[sign] : 0), 0);
  return [...found.values()]
    .filter(({ shows }) => shows.size > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || b.times - a.times)[0]?.name;
}

/** Whether a domain is called as a company is, or begins as it does: `travis-ci`, `huggingface`, `palantir`. */
function isOf(domain: string, name: string): boolean {
  const [first = ''] = name.split(/[\s,.]/u);
  const begins = plainLetters(first);
  return plainLetters(name).startsWith(domain) || (begins.length > 3 && domain.startsWith(begins));
}

/** The domains that mail is sent to, but for what they end with. */
function mailboxesIn(lines: readonly string[]): readonly string[] {
  const domains = lines.flatMap(contactsIn).flatMap(({ is }) => is.split('@')[1] ?? []);
  const parts = domains.flatMap((domain) => domain.split('.').slice(0, -1)).map(plainLetters);
  return [...new Set(parts)].filter((part) => part.length > 2);
}

function plainLetters(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
