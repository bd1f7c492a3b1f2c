/** A token of a text, and whether it begins a line that its author broke. */
interface Said {
  readonly text: string;
  readonly line?: true;
}

/**
 * How many words from `at` on are what companies must say of themselves and no reader depends on: who represents one (`represented by
 * its directors Jane Doe and John Roe`), and its share capital.
 */
export function wordsOfImprint(words: readonly Said[], at: number): number {
  if (!opening.test(words[at]?.text ?? '')) return 0;
  // Another line may name the company.
  const isNewLine = (nth: number): boolean =>
    nth > at && words[nth]?.line === true && !/^[:：]$/.test(words[nth - 1]?.text ?? '');
  const said = words
    .slice(at, at + longest)
    .map(({ text }, nth) => (isNewLine(at + nth) ? '\n' : text))
    .join(' ');
  const rest = `${said} ${words.length > at + longest ? '…' : ''}`;
  const found = represented.exec(rest)?.[0] ?? capitalIn(rest, words.slice(Math.max(0, at - 12), at));
  return found.split(' ').length - 1;
}

const longest = 24;

const opening =
  /^(?:[Rr]epresent.*|[Rr]eprésent.*|[Vv]ertreten|[Mm]anaging|Geschäftsführ.*|[Dd]irect(?:eurs?|rices?)|Responsables?|Legale|Rappresentante|[代法運注資]|대표(?:자|이사)?|자본금|au|[Cc]apitale?|[Ss]hare|Stammkapital|Grundkapital|[Kk]apitał.{0,2})$/;

const titled =
  '(?:represented by|vertreten durch) (?:(?:the|its|den|die) )?(?:managing |executive )?(?:directors?|CEO|president|Geschäftsführer(?:in|innen)?)';
const roles =
  '[Mm]anaging [Dd]irectors?|Geschäftsführ(?:er(?:in|innen)?|ung)|Représentante?s? léga(?:l|le|ux)|(?:[Dd]irect(?:eurs?|rices?)|Responsables?) de (?:la )?publication|[Rr]epresentante [Ll]egal|Legale [Rr]appresentante|Rappresentante [Ll]egale';

/** Where a name must end, since a word that goes on makes a sentence of it: `Jane Doe Partners see it`, but `Jane Doe Telephone: …`. */
const ends = '(?= (?:[^\\p{L}\\p{N} :]|(?:and|und|et|y|e) |\\p{L}+ :)| $)';
const particles = '(?:(?:von|van|de|di|da|du)(?: (?:de[nr]|la))? |auf de[mnr] )?';
const word = '(?!(?:GmbH|AG|UG|KG|SE|Ltd|LLC|LLP|Inc|SAS?|SARL|Holding|Group) )\\p{Lu}\\p{L}*';
const title = '(?:(?:Dr|Prof) (?:\\. )?){0,2}';
const person = `${title}${word}(?: ${particles}${word}){0,3}${ends}`;
const people = `${person}(?: (?:,|and|und|et|y|e)(?: ${person})?){0,5}`;
/** Whoever is named by one word may be a company. */
const named = `(?=${title}${word} ${particles}${word})${people}`;
const eastern =
  '(?:代 表 者|代 表 取 締 役|法 定 代 表 人|運 営 責 任 者) [:：] (?:\\p{sc=Han} ){2,4}(?=[^\\p{L}\\p{N}]|$)|대표(?:자|이사)? : \\p{sc=Hangul}{2,4} (?=[^\\p{L}\\p{N}]|$)';
const represented = new RegExp(
  `^(?:(?:${titled}|(?:${roles}) :) ${people} |(?:[Rr]epresented by|[Vv]ertreten durch) : ${named} |${eastern})`,
  'u',
);

const currency = '(?:[€$£]|[Ee]uros?|EUR|USD|GBP|CHF|PLN|zł|SEK|DKK|NOK|CZK|FCFA|MAD)';
const amount = '(\\d[\\d.,]*(?: \\d{3}(?:,\\d\\d)?){0,3})';
const called =
  'au [Cc]apital(?: social)?(?: variable)? de|[Cc]apital [Ss]ocial :|(?:[Cc]apitale [Ss]ociale|[Ss]hare [Cc]apital|(?:Stamm|Grund)kapital|[Kk]apitał\\p{L}{0,2} zakładow\\p{L}{1,3})(?: (?::|of|di|von|in|Höhe|pari|a|w|wysokości|beträgt)){0,4}';
const capital = new RegExp(
  `^(?:(?:${called}) (?:${amount} ${currency}|${currency} ${amount})|(?:注 册 资 本|注 册 資 本|資 本 金|자본금) [:：] ${amount} (?:(?:[十百千万萬亿億] )*[元円]|[십백천만억]*원)) `,
  'u',
);

/** In French a company says its capital behind its form (`société anonyme au capital de …`); elsewhere a member may pay it. */
const form =
  /^(?:[Ss]ociété|SASU?|SARL|SA|EURL|SCA|SCOP|SE|[Aa]nonyme|[Ss]implifiée|[Uu]nipersonnelle|[Ll]imitée)$/;

/** The words at the beginning of a text that say a capital, which has four digits or more. */
function capitalIn(said: string, before: readonly Said[]): string {
  const [found = '', ...sums] = capital.exec(said) ?? [];
  const sum = sums.find((one) => one !== undefined)?.replace(/[.,]\d{1,2}$/, '') ?? '';
  const isGreat = sum.replace(/\D/g, '').length > 3 || /[万萬亿億만억]/.test(found);
  return isGreat && (!said.startsWith('au ') || before.some(({ text }) => form.test(text))) ? found : '';
}
