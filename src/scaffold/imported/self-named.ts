import { onDemand } from '../../base/on-demand.ts';
import { sdks } from '../../knowledge/software.ts';
import { isDescription } from './named.ts';
import { eachOf, type InEachTongue } from './tongue.ts';

/** A name without a legal form by which a text calls its author, and what shows that. */
export interface SelfNamed {
  readonly name: string;
  readonly shows: 'callsItselfWe' | 'runsIt';
  readonly quote: string;
}

/** Words before the name of whoever runs the service or decides on its data. */
const leads: InEachTongue = {
  en: '(?:operated|run|managed|owned|published|developed|provided|maintained) by|data controller is|operators?:|data controllers?:',
  de: 'betrieben (?:von|durch)|Verantwortliche[rs]?(?: ist)?:|Betreiberi?n?:|verantwortlich ist:?',
  fr: '(?:exploité|édité|géré|développé)e?s? par|responsable d[eu]s? traitements? est|Éditeur ?:',
  es: '(?:operad|gestionad|explotad|desarrollad)[oa]s? por|responsable del tratamiento es|Titular:',
  ja: '運営者(?:名)?[：:]|事業者名?[：:]|アプリ提供者[：:]',
  'zh-CN': '(?:软件|应用|本产品)的?开发者(?:为|是|：|:)|运营者(?:为|是|：|:)',
  'zh-TW': '(?:軟體|應用程式)的?開發者(?:為|是|：|:)|營運者(?:為|是|：|:)',
};

/** Headings that say no more than that the controller is named below. */
const controllers: InEachTongue = {
  en: '(?:the )?(?:data )?controllers?|who we are',
  de: '(?:name und anschrift (?:des|der) )?verantwortliche[nrs]?(?: stelle)?',
  fr: 'responsable d[eu]s? traitements?(?: des données)?',
  es: '(?:datos del )?responsable(?: del tratamiento)?',
  ja: '運営者(?:情報)?|事業者(?:情報)?',
  'zh-CN': '运营者(?:信息)?',
  'zh-TW': '營運者(?:資訊)?',
};

/** Words that name nobody, though they may be capitalised like names. */
const common = new Set(
  'a an any our this that these those the us we you your company companies controller website websites site sites app apps application applications mobile service services software platform product products bot extension plugin project team policy notice statement agreement terms privacy data user users party parties third persons operator owner provider developer developers gdpr dsgvo rgpd eu und and of'.split(
    ' ',
  ),
);

const name =
  /\p{Lu}[\p{L}\p{N}&’'.-]*(?: (?:(?:of|and|&|de|del|du|des|der|von|la|le|à) )?\p{Lu}[\p{L}\p{N}&’'.-]*){0,4}/u;
const named = new RegExp(
  `(?:${name.source})(?: (?:project|team|foundation|association|community|collective))?`,
  'u',
);
const hanName = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー·A-Za-z0-9]{2,24}/u;
const start = new RegExp(`^(?:the |The |die |der |la |le |l’)?(${named.source}|${hanName.source})`, 'u');
const led = new RegExp(
  `(?:${eachOf(leads)}) ?(?:the |die |der |la |el )?(${named.source}|${hanName.source})`,
  'u',
);
const ofUs = new RegExp(`(?<![\\p{L}])[Ww]e(?:,| at),? (?:at )?(?:the )?(${named.source})(?=[,.)( ])`, 'u');
const copyright = new RegExp(
  `(?:©|\\([Cc]\\)|[Cc]opyright)(?: ?(?:©|\\([Cc]\\)))? ?(?:\\d{4}(?: ?[-–—,] ?\\d{4})?,? )?(?:by )?(${named.source})(?=$|[.,;|/]| [|·–—-]| (?:All|Alle|Tous|Todos)(?!\\p{L}))`,
  'u',
);
const isController = new RegExp(`^(?:\\d{1,2}[.)]? )?(?:${eachOf(controllers)})$`, 'iu');
const beforeBracket = new RegExp(`(${named.source}|${hanName.source})$`, 'u');
/** `Le Centre hospitalier de Valmont («nous»)`: from the article at the beginning of a line, a name whose words may be small. */
const wholeSubject = /^(?:The|Die|Der|Das|Le|La|El) (\p{Lu}[^.,;:()（）]{2,70})$/u;

/** In characters: a name before a bracket is never longer. */
const longest = 80;

export interface Around {
  /** The heading on the line before, if there is one. */
  readonly heading: string | undefined;
  readonly isBeginning: boolean;
  /** Whether the words after a name call it “we”. */
  readonly saysWe: (behind: string) => boolean;
}

/** Finds the names that a line gives to the author. */
export function selfNamedIn(line: string, around: Around): readonly SelfNamed[] {
  const said = [
    ...beforeBrackets(line, around),
    ...plainly(line, around),
    ...(around.heading === undefined ? [] : belowHeading(line, around.heading)),
  ];
  return said.flatMap(({ name: written, shows, quote }) => {
    const bare = bareName(written);
    return isName(bare) ? [{ name: bare, shows, quote: quote.trim() }] : [];
  });
}

function beforeBrackets(line: string, { saysWe }: Around): readonly SelfNamed[] {
  return [...line.matchAll(/ ?[（(]/g)].flatMap(({ index }) => {
    const behind = line.slice(index, index + 160);
    if (!saysWe(behind)) return [];
    const [, said] =
      wholeSubject.exec(line.slice(0, index)) ??
      beforeBracket.exec(line.slice(Math.max(0, index - longest), index)) ??
      [];
    if (said === undefined) return [];
    return [
      { name: said, shows: 'callsItselfWe', quote: `${said}${/^[^)）]*[)）]?/.exec(behind)?.[0] ?? ''}` },
    ];
  });
}

function plainly(line: string, { isBeginning }: Around): readonly SelfNamed[] {
  const expressions = isBeginning ? [ofUs, led, copyright] : [copyright];
  return expressions.flatMap((one) => {
    const [quote = '', said] = one.exec(line) ?? [];
    return said === undefined ? [] : [{ name: said, shows: 'runsIt', quote }];
  });
}

function belowHeading(line: string, heading: string): readonly SelfNamed[] {
  const said = isController.test(heading) ? start.exec(line)?.[1] : undefined;
  if (!said?.includes(' ')) return [];
  // Accepts `Anna Lamp`, but not `The controller within the meaning of the law is:`.
  const rest = line.slice(line.indexOf(said) + said.length);
  return /^(?:$|[,.(（:])/.test(rest) ? [{ name: said, shows: 'runsIt', quote: `${heading}: ${said}` }] : [];
}

function bareName(said: string): string {
  let bare = said
    .replace(/^(?:欢迎使用|感谢您使用|本(?:应用|软件|服务)由|由)/u, '')
    .replace(/^(?:The|This|At|By|From|Welcome to|Die|Der|Das|La|Le|El|Our|Your) (?=\p{Lu})/u, '');
  while (/[.’'&-]$/u.test(bare)) bare = bare.slice(0, -1);
  return bare;
}

/** Whether words name somebody, other than one of the common recipients of data. */
function isName(said: string): boolean {
  const words = said.toLowerCase().split(/[ .]/u);
  if (said.length < 2 || !/[\p{Lu}\p{Lo}\p{N}]/u.test(said) || !/\p{L}/u.test(said)) return false;
  if (words.every((word) => common.has(word)) || /^(?:本|我们|您|当社|用户|以下|第)/u.test(said))
    return false;
  return !isProvider(said) && !isDescription(said);
}

/** Whether a company is a common recipient of data. */
export function isProvider(name: string): boolean {
  return providers().has(name.toLowerCase().split(/[ .,]/u)[0] ?? '');
}

const providers = onDemand(() => new Set(sdks.map(({ provider }) => provider.toLowerCase().split(' ')[0])));
