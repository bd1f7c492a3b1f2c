import { languageOf } from './readable.ts';

/** A period that a text states, as ISO 8601, and where. */
export interface PeriodInText {
  readonly period: string;
  readonly start: number;
  readonly end: number;
}

const unitsInEnglish: Readonly<Record<string, string>> = {
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
};
const unitsInChinese: Readonly<Record<string, string>> = {
  分钟: 'TM',
  小时: 'TH',
  天: 'D',
  日: 'D',
  周: 'W',
  星期: 'W',
  个月: 'M',
  年: 'Y',
};

const englishNumbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};

const periodsInEnglish =
  /(?<![\w.-])(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|eighteen|twenty|thirty|sixty|ninety)(?: \(\d{1,4}\))?[ -](?:calendar |business |working )?(minute|hour|day|week|month|year)s?\b(?! (?:old|of age))/gi;
const periodsInChinese =
  /(?<![\d年月第])(\d{1,4}|[一二两三四五六七八九十百]{1,4})\s*(?:个)?(?:工作|自然)?(分钟|小时|天|日|周|星期|个月|月(?!\d)|年)(?!\s*\d{1,2}\s*月)(?!龄)/g;

/** The periods that a text states: `30 days`, `three years`, 三十日. */
export function periodsIn(words: string, locale: string): readonly PeriodInText[] {
  const language = languageOf(locale);
  if (language !== 'en' && language !== 'zh') return [];
  const expression = language === 'en' ? periodsInEnglish : periodsInChinese;
  return [...words.matchAll(expression)].flatMap((match) => {
    const count = numberOf(match[1] ?? '');
    const named = match[2] ?? '';
    const unit =
      language === 'en'
        ? unitsInEnglish[named.toLowerCase()]
        : unitsInChinese[named === '月' ? '个月' : named];
    if (count === undefined || unit === undefined) return [];
    const period = unit.startsWith('T') ? `PT${count}${unit.slice(1)}` : `P${count}${unit}`;
    return [{ period, start: match.index, end: match.index + match[0].length }];
  });
}

/** A number in digits, or a small one in words. */
export function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  return englishNumbers[text.toLowerCase()] ?? chineseNumber(text);
}

const digits = '零一二三四五六七八九';

/** Up to 999: 十四, 三十, 一百八十. */
function chineseNumber(text: string): number | undefined {
  if (!/^[一二两三四五六七八九十百]+$/.test(text)) return undefined;
  let [total, digit] = [0, 0];
  for (const mark of text) {
    if (mark === '十' || mark === '百') {
      total += (digit || 1) * (mark === '十' ? 10 : 100);
      digit = 0;
    } else digit = mark === '两' ? 2 : digits.indexOf(mark);
  }
  return total + digit;
}

const agesInEnglish =
  /\b(?:under|below|younger than|over|older than|at least|reached|turned)(?: the age of| age)? (\d{1,2}|fourteen|fifteen|eighteen)\b(?! ?(?:days|hours|minutes|months|weeks|%|per|items))|\b(\d{1,2}|fourteen|fifteen|eighteen)(?:[ -]years?[ -](?:old|of age)| or (?:younger|older))/gi;
const agesInChinese =
  /(?:未满|不满|年满|满|低于|小于)\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:周岁|岁)|(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:周岁|岁)以[下上]/g;

/** The ages that a text states: `under 14`, 未满十四周岁. */
export function ageInText(
  words: string,
  locale: string,
): readonly { readonly age: number; readonly start: number; readonly end: number }[] {
  const language = languageOf(locale);
  if (language !== 'en' && language !== 'zh') return [];
  return [...words.matchAll(language === 'en' ? agesInEnglish : agesInChinese)].flatMap((match) => {
    const age = numberOf(match[1] ?? match[2] ?? '');
    return age === undefined ? [] : [{ age, start: match.index, end: match.index + match[0].length }];
  });
}
