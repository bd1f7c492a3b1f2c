import { plainWords } from '../../check/plain-words.ts';
import { companiesIn, contactsIn } from './named.ts';
import { isProvider, selfNamedIn } from './self-named.ts';
import { eachOf, type InEachTongue } from './tongue.ts';

/** Signs that a text is from a company, and the weight of each. */
const weights = { callsItselfWe: 3, runsIt: 2, hasTheMailbox: 2, isInTheTitle: 2, isNamedFirst: 1 } as const;
type Sign = keyof typeof weights;
const signs = Object.keys(weights) as Sign[];

export interface Owner {
  readonly name: string;
  /** The words that suggest it, if it is only a guess: a name without a legal form, or a company that is merely named. */
  readonly guessedBy: string | undefined;
}

/** What the author of a text calls itself. */
const ourselves: InEachTongue = {
  en: 'we|us|our|ours|(?:the )?company|(?:the |data )?controller',
  de: 'wir|uns|unser\\p{L}*|Verantwortliche\\p{L}?',
  fr: 'nous|notre|nos|(?:le )?responsable du traitement',
  es: 'nosotros|nuestr\\p{L}+|(?:el )?responsable del tratamiento',
  ja: '当社|弊社|当方|私たち|我々|運営者',
  'zh-CN': '我们|我方|本公司|本平台',
  'zh-TW': '我們|我方|本公司|本平台',
};

/** What precedes the name of the company that runs the service, or is the controller. */
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
const saysWe = new RegExp(`^[^.。;；]{0,120}?${quote} ?(?:${eachOf(ourselves)})[,，]? ?${quote}`, 'iu');
/** `Lamp (“we”)`: nothing but the bracket says so. */
const saysWeInBracket = new RegExp(
  `^ ?[（(][^()（）]{0,120}?${quote} ?(?:${eachOf(ourselves)})[,，]? ?${quote}`,
  'iu',
);
const leadsIn = new RegExp(`(?:${eachOf(ownersLead)})(?: the| die| der| la)? ?$`, 'iu');
/** What follows that name: `X is the data controller`. */
const ownersFollow: InEachTongue = {
  en: 'is (?:the |your |a )?(?:data |joint )?(?:controller|responsible)|(?:runs|operates|owns) ',
  de: 'ist (?:der |die |das )?(?:für [^.;:]{1,60})?(?:verantwortlich|Betreiber)|betreibt ',
  fr: '(?:,[^.;:]{1,60},? )?est (?:le |la )?(?:responsable)|(?:exploite|édite) ',
  es: 'es (?:el |la )?responsable|(?:opera|gestiona|explota) ',
  ja: 'は[^。]{0,20}(?:管理者|責任を負|運営し)',
  'zh-CN': '(?:是|为)[^。]{0,20}(?:控制者|处理者|运营者)|运营',
  'zh-TW': '(?:是|為)[^。]{0,20}(?:控制者|營運者)|營運',
};
const followsOn = new RegExp(`^(?:, [^.;:]{1,80},)?,? ?(?:${eachOf(ownersFollow)})`, 'iu');
/** In characters, how far the beginning of a text reaches, where its author is named. */
const beginning = 2000;

interface Found {
  readonly name: string;
  /** The words that show it is the author, for a name without a legal form. */
  readonly quote: string | undefined;
  times: number;
  readonly shows: Set<Sign>;
}

/**
 * The company that a text is from: the one that says “we”, runs what the text is about, has the mailbox, is in the title or
 * comes first. A company that is only named, as recipients of data are, is never guessed; of one without a legal form, the
 * text itself must say that it is the author.
 */
export function ownerOf(
  lines: readonly string[],
  title: string,
  headings: ReadonlySet<string>,
): Owner | undefined {
  const all = companiesNamed(lines, title, headings).filter(({ shows }) => shows.size > 0);
  const weightOf = ({ shows, quote }: Found): number =>
    signs.reduce((sum, sign) => sum + (shows.has(sign) ? weights[sign] : 0), quote === undefined ? 0.5 : 0);
  const [owner] = all.sort((a, b) => weightOf(b) - weightOf(a) || b.times - a.times);
  if (!owner) return undefined;
  // `Acme (“we”), a service of Acme Lamps Ltd`: one company, under its legal name.
  const legal = all.find((one) => one.quote === undefined && isLongerFor(one.name, owner.name));
  if (legal) return { name: legal.name, guessedBy: undefined };
  // One company of several that are named, or one that most texts name, may well be another.
  const isOneOfMany = isProvider(owner.name) || all.some((one) => one.quote === undefined && one !== owner);
  const isOnlyNamed = owner.shows.size === 1 && owner.shows.has('isNamedFirst') && isOneOfMany;
  return { name: owner.name, guessedBy: owner.quote ?? (isOnlyNamed ? owner.name : undefined) };
}

/** Every company that a text names, with what shows that the text may be its own. */
function companiesNamed(
  lines: readonly string[],
  title: string,
  headings: ReadonlySet<string>,
): readonly Found[] {
  const mailboxes = mailboxesIn(lines);
  const titled = new Set(title.split(/\s+/u).map(plainLetters));
  const found = new Map<string, Found>();
  const note = (name: string, quote: string | undefined, shown: Readonly<Partial<Record<Sign, boolean>>>) => {
    const key = plainLetters(name);
    const one = found.get(key) ?? { name, quote, times: 0, shows: new Set<Sign>() };
    found.set(key, one);
    one.times++;
    for (const what of signs) if (shown[what]) one.shows.add(what);
  };
  const anywhere = (name: string) => ({
    hasTheMailbox: mailboxes.some((domain) => isOf(domain, name)),
    isInTheTitle: isTitled(name, titled),
  });
  let at = 0;
  let before: string | undefined;
  for (const set of lines) {
    const line = plainWords(set).words;
    let from = 0;
    const companies = companiesIn(line);
    for (const name of companies) {
      const start = Math.max(line.indexOf(name, from), 0);
      from = start + name.length;
      const isNamedFirst = at + start < beginning;
      note(name, undefined, { ...signsBeside(line, start, from), ...anywhere(name), isNamedFirst });
    }
    const isBelow = before !== undefined && headings.has(before) && !headings.has(set);
    const own = selfNamedIn(line, {
      heading: isBelow ? before : undefined,
      isBeginning: at < beginning,
      saysWe: (behind) => saysWeInBracket.test(behind),
    });
    for (const { name: said, shows, quote } of own) {
      // `Paper Lamp (“we”), a shop of Paper Lamp Ltd` tells its legal name.
      const legal = companies.find((one) => one.includes(said));
      const name = legal ?? said;
      note(name, legal === undefined ? quote : undefined, { [shows]: true, ...anywhere(name) });
    }
    at += line.length + 1;
    before = set;
  }
  return [...found.values()];
}

/** What stands around a name. */
function signsBeside(line: string, start: number, end: number): Readonly<Partial<Record<Sign, boolean>>> {
  const isLedIn = leadsIn.test(line.slice(Math.max(start - 120, 0), start));
  return {
    callsItselfWe: saysWe.test(line.slice(end, end + 160)),
    runsIt: isLedIn || followsOn.test(line.slice(end, end + 120)),
  };
}

function isTitled(name: string, titled: ReadonlySet<string>): boolean {
  const first = plainLetters(name.split(/[\s,]/u)[0] ?? '');
  return first.length > 2 && titled.has(first);
}

function isLongerFor(name: string, short: string): boolean {
  return name !== short && plainLetters(name).startsWith(plainLetters(short));
}

/** Whether a domain is the name of a company or its beginning: `travis-ci`, `huggingface`, `palantir`. */
function isOf(domain: string, name: string): boolean {
  const [first = ''] = name.split(/[\s,.]/u);
  const begins = plainLetters(first);
  return plainLetters(name).startsWith(domain) || (begins.length > 3 && domain.startsWith(begins));
}

/** The domains of mail addresses, without their endings. */
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
