import { plainWords } from '../../check/plain-words.ts';

/** What texts seem to name, in words: of one, and of several where no s makes them. */
export const sortsNamed = {
  data: ['sort of data', 'sorts of data'],
  purposes: ['purpose'],
  recipients: ['recipient'],
  periods: ['period'],
  ages: ['age'],
  countries: ['country', 'countries'],
  rights: ['right'],
  contacts: ['contact'],
} as const satisfies Record<string, readonly [one: string, many?: string]>;

/** Something that a text seems to name, and as which kind of fact. */
export interface Seems {
  readonly what: keyof typeof sortsNamed;
  /** An id of the taxonomy, a value of a field, or the words themselves. */
  readonly is: string;
  /** The words of the text; undefined where `is` repeats them. */
  readonly quote: string | undefined;
}

/** Longer forms come first, since a match ends at the first that fits. */
const legalForm =
  '(?:S\\.A\\. de C\\.V\\.|Private Limited|S\\.à r\\.l\\.|Sp\\. z o\\. ?o\\.|s\\.r\\.o\\.|d\\.o\\.o\\.|GmbH & Co\\. KG|UG \\(haftungsbeschränkt\\)|Pte\\.? Ltd\\.?|Pty\\.? Ltd\\.?|Co\\.,? Ltd\\.?|L\\.L\\.C\\.|S\\.A\\.S\\.|S\\.R\\.L\\.|S\\.L\\.U?\\.?|S\\.r\\.l\\.|S\\.p\\.A\\.|S\\.A\\.|B\\.V\\.|N\\.V\\.|e\\. ?V\\.|e\\. ?G\\.|K\\.K\\.|Incorporated|Corporation|Limited|GmbH|gGmbH|KGaA|Inc\\.?|inc\\.|Corp\\.?|Ltd\\.?|Ltda\\.?|ltée|LLC|LLP|PBC|PLC|plc|SARL|SASU|EURL|SAS|SCOP|SLU|SRL|SA|SL|SE|UG|AG|KG|Oyj|Oy|Kft\\.?|Zrt\\.?|AB|UAB|ApS|A/S|ASA|Sarl|Pty|INC\\.?|LTD\\.?|CORP\\.?)';
/** Small words inside a name. */
const within = 'of|and|&|à|aux?|la|les?|des?|du|del|los|las|et|und|für|von|der|die|e|y';
/** A full stop inside a word does not end a sentence. */
const word = "\\p{Lu}[\\p{L}\\p{N}&'’-]*(?:\\.[\\p{L}\\p{N}]+)*";
/** `37signals`, `1Password`, and not `5th` of an address. */
const first = `(?:${word}|\\d{1,4}(?!(?:st|nd|rd|th)\\b)\\p{L}[\\p{L}\\p{N}&'’-]*)`;
const company = new RegExp(
  `(?<![\\p{L}\\p{N}])${first}(?:(?: |, )(?:${word}|\\(${word}\\)|${within})){0,4},? ${legalForm}(?![\\p{L}\\p{N}])|(?:(?:株式会社|合同会社|有限会社|一般社団法人) ?(?:(?![はがをのにとへもでや])[\\p{L}\\p{N}ー・&.-]){1,20}|[\\p{sc=Han}（）()]{2,24}?(?:股份有限公司|有限责任公司|有限公司))`,
  'gu',
);

/** A description of a company, not a name: `a California Nonprofit Public Benefit Corporation`. */
const described =
  /^(?:(?:California|Delaware|Nevada|Non-?[Pp]rofit|Public|Private|Benefit|Stock|Limited|Liability) )+(?:Corporation|Limited|LLC)$/;

/** Finds companies by their legal form. */
export function companiesIn(words: string): readonly string[] {
  const names = (plainWords(words).words.match(company) ?? []).map((name) =>
    name
      .replace(
        /^.*\b(?:(?:Company|Inc\.?|Bank|Corporation|Notice|Policy|Statement|Terms),|(?:Polic(?:y|ies)|Notice|Terms) of|BY) (?=\p{Lu}.* )/u,
        '',
      )
      .replace(
        /^(?:Liste|Datenschutz\p{L}*|Nutzungsbedingungen|AGB|Politique|Conditions|Política) (?:.* )?(?:der|des|von|de|du|del) (?=\p{Lu}.* )/u,
        '',
      )
      // `Hat das Amt die Lampe GmbH beauftragt`: the article is part of the name only after a preposition.
      .replace(/^.*(?<!(?:für|an|über|in)) die (?=\p{Lu})/u, '')
      // Chinese sets no space between a name and the words before it.
      .replace(/^.*[由与與向给給是即](?=\p{sc=Han}{4})/u, '')
      .replace(/^[^（()）]*[（(](?=[^）)]*$)/u, '')
      .replace(/^(?:The|By|At|From|To|In|Of|Der|Die|Das|La|Le|El|Société|Empresa|Firma) (?=\p{Lu})/u, ''),
  );
  return names.filter((name) => !isDescription(name));
}

/** Whether words describe a company rather than name it. */
export function isDescription(words: string): boolean {
  return described.test(words);
}

export function companiesNamed(words: string): Seems[] {
  return companiesIn(words).map((is) => ({ what: 'recipients', is, quote: undefined }));
}

const mail = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** An international number, or a national one: that begins with 0 and is written in groups. */
const phone = /(?<![\w.+-])(?:\+\d[\d ()/.-]{7,18}|\(?0\d{1,4}\)?[ /-]\d[\d /-]{3,12})\d(?!\w)/g;

/** Finds mail addresses and telephone numbers. */
export function contactsIn(words: string): Seems[] {
  return [...(words.match(mail) ?? []), ...(words.match(phone) ?? [])].map((is) => ({
    what: 'contacts',
    is,
    quote: undefined,
  }));
}
