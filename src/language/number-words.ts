import { onDemand } from '../base/on-demand.ts';

/** The words for numbers by language: from one upwards, then by value. */
const called: Readonly<Record<string, readonly [counting: string, others: string]>> = {
  en: [
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
      'eighteen nineteen twenty',
    'thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90 hundred:100',
  ],
  de: [
    'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn ' +
      'achtzehn neunzehn zwanzig',
    'eins:1 eine:1 einen:1 einem:1 einer:1 eines:1 dreißig:30 vierzig:40 fünfzig:50 sechzig:60 siebzig:70 achtzig:80 ' +
      'neunzig:90 hundert:100',
  ],
  fr: [
    'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
    'une:1 vingt:20 trente:30 quarante:40 cinquante:50 soixante:60 cent:100',
  ],
  es: [
    'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete ' +
      'dieciocho diecinueve veinte',
    'un:1 una:1 treinta:30 cuarenta:40 cincuenta:50 sesenta:60 setenta:70 ochenta:80 noventa:90 cien:100',
  ],
  pt: [
    'um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze',
    'uma:1 duas:2 vinte:20 trinta:30 sessenta:60 noventa:90 cem:100',
  ],
  nl: [
    'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien',
    'één:1 twintig:20 dertig:30 zestig:60 negentig:90 honderd:100',
  ],
};

function tableOf(languages: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    languages.flatMap((language) => {
      const [counting = '', others = ''] = called[language] ?? [];
      return [
        ...counting.split(' ').map((word, at) => [word, at + 1] as const),
        ...others.split(' ').map((pair) => [pair.split(':')[0] ?? '', Number(pair.split(':')[1])] as const),
      ];
    }),
  );
}

const tables = onDemand(() => ({
  all: tableOf(Object.keys(called)),
  english: tableOf(['en']),
  others: tableOf(Object.keys(called).filter((language) => language !== 'en')),
}));

/** The number that a lower-case word stands for; `once` is eleven where the text may be Spanish. */
export function numberCalled(
  word: string,
  language: 'all' | 'english' | 'others' = 'all',
): number | undefined {
  return tables()[language].get(word);
}

/** A number in words, and how many words or characters it takes. */
export interface SpelledNumber {
  readonly value: number;
  readonly length: number;
}

/** The number that begins at one of the words or Han characters of a text: `thirty`, `twenty-four` in two words, 三十. */
export function numberAt(
  words: readonly { readonly key: string }[],
  at: number,
  language: 'all' | 'english' | 'others' = 'all',
): SpelledNumber | undefined {
  const word = words[at]?.key ?? '';
  if (isHanNumeral(word)) {
    let length = 1;
    while (isHanNumeral(words[at + length]?.key ?? '')) length++;
    const value = hanNumber(
      words
        .slice(at, at + length)
        .map(({ key }) => key)
        .join(''),
    );
    return value === undefined ? undefined : { value, length };
  }
  const value = numberCalled(word.toLowerCase(), language);
  if (value === undefined) return undefined;
  const next = numberCalled(words[at + 1]?.key.toLowerCase() ?? '', language);
  if (next !== undefined && value >= 20 && value < 100 && next < 10)
    return { value: value + next, length: 2 };
  return next === 100 && value < 10 ? { value: value * next, length: 2 } : { value, length: 1 };
}

const hanDigits = '零一二三四五六七八九';
const hanUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function isHanNumeral(character: string): boolean {
  return /^[〇零一二两三四五六七八九十百千]$/.test(character);
}

/** A Han number up to 9999 (十四, 一百零八) or digit by digit (二〇二四); undefined for anything else. */
export function hanNumber(text: string): number | undefined {
  if (text === '' || ![...text].every(isHanNumeral)) return undefined;
  const plain = text.replaceAll('两', '二').replaceAll('〇', '零');
  if (!/[十百千]/.test(plain)) return Number([...plain].map((one) => hanDigits.indexOf(one)).join(''));
  if (!withUnits.test(plain)) return undefined;
  let [sum, digit] = [0, 0];
  for (const one of plain) {
    const unit = hanUnits[one];
    if (unit === undefined) digit = hanDigits.indexOf(one);
    else [sum, digit] = [sum + (digit === 0 ? 1 : digit) * unit, 0];
  }
  return sum + digit;
}

const withUnits =
  /^(?:[一二三四五六七八九]千)?(?:零?[一二三四五六七八九]百)?(?:零?[一二三四五六七八九]?十)?(?:零?[一二三四五六七八九])?$/;

/** What is counted: `Tage`, `€`, `percent`. */
export const units =
  /^(?:Lebensjahr|Geburtstag|Werktag|Tag|Woche|Monat|Jahr|Stunde)|^(?:[€$£¥%元]|[Ee]uros?|[Dd]ollars?|[Pp]ounds?|EUR|USD|GBP|CHF|[Pp]ercent|Prozent|[Cc]ent|ciento|km|[MG]B)$/;

/** What joins the parts of a citation, or comes before the name of its source. */
export const joining =
  /^(?:\d+(?:\(\w+\))*|of|to|the|and|or|und|et|y|du|de|des|la|le|del|der|dem|von|zu|para|sec|abs|lit|points?|letter|[(),])$/;
