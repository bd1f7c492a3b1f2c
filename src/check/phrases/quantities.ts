import type { ByLanguage } from '../readable.ts';

/** Units by what a language calls them, with the end of an ISO 8601 period. */
export const units: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { minute: 'TM', hour: 'TH', day: 'D', week: 'W', month: 'M', year: 'Y' },
  de: { minute: 'TM', stunde: 'TH', tag: 'D', woche: 'W', monat: 'M', jahr: 'Y' },
  fr: { minute: 'TM', heure: 'TH', jour: 'D', semaine: 'W', mois: 'M', an: 'Y', année: 'Y' },
  es: { minuto: 'TM', hora: 'TH', día: 'D', semana: 'W', mes: 'M', año: 'Y' },
  ja: {
    分: 'TM',
    時間: 'TH',
    日: 'D',
    週間: 'W',
    か月: 'M',
    ヶ月: 'M',
    カ月: 'M',
    ヵ月: 'M',
    箇月: 'M',
    年: 'Y',
  },
  zh: { 分钟: 'TM', 小时: 'TH', 天: 'D', 日: 'D', 周: 'W', 星期: 'W', 个月: 'M', 月: 'M', 年: 'Y' },
};

/** A number and a unit. */
export const periods: ByLanguage = {
  en: /(?<![\w.-])(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|eighteen|twenty|thirty|sixty|ninety)(?: \(\d{1,4}\))?[ -](?:calendar |business |working )?(minute|hour|day|week|month|year)s?\b(?! (?:old|of age))/gi,
  de: /(?<![\p{L}\d.-])(\d{1,4}|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|vierzehn|achtzehn|zwanzig|dreißig|sechzig|neunzig)(?:e[mnrs]?)? (?:Kalender|Werk|Arbeits)?(Minute|Stunde|Tag|Woche|Monat|Jahr)(?:e[ns]?|n|s)?(?!\p{L})(?! alt)/giu,
  fr: /(?<![\p{L}\d.-])(\d{1,4}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|soixante)(?: \(\d{1,4}\))? (minute|heure|jour|semaine|mois|année|an)s?(?!\p{L})(?! d['’]âge)/giu,
  es: /(?<![\p{L}\d.-])(\d{1,4}|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|sesenta|noventa)(?: \(\d{1,4}\))? (minuto|hora|día|semana|mes|año)(?:e?s)?(?!\p{L})(?! de edad)/giu,
  ja: /(?<![\d年月第])(\d{1,4}|[一二三四五六七八九十百]{1,4})\s*(分|時間|日|週間|[かヶカヵ箇]月|年)間?(?!\s*\d{1,2}\s*月)(?!生|齢)/g,
  zh: /(?<![\d年月第])(\d{1,4}|[一二两三四五六七八九十百]{1,4})\s*(?:个)?(?:工作|自然)?(分钟|小时|天|日|周|星期|个月|月(?!\d)|年)(?!\s*\d{1,2}\s*月)(?!龄)/g,
};

/** A number and what is counted; a unit of time is none. */
export const counts: ByLanguage = {
  en: /(?<![\w.,-])(\d{1,5}|two|three|four|five|six|seven|eight|nine|ten|twelve) ?(%|(?!(?:minute|hour|day|week|month|year)s?\b)[a-z]{3,20})/g,
  de: /(?<![\p{L}\d.,-])(\d{1,5}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf) ?(%|(?!(?:Minute|Stunde|Tag|Woche|Monat|Jahr))\p{Lu}\p{Ll}{2,20})/gu,
  zh: /(?<![\d第])(\d{1,5}|[二两三四五六七八九十]{1,3})((?:项|种|类|个|次|条|元)(?!月)\p{Script=Han}{0,2}|%)/gu,
};

/** In languages where a number of years is a period as often, people are named beside it. */
export const ages: ByLanguage = {
  en: /\b(?:under|below|younger than|over|older than|at least|reached|turned)(?: the age of| age)? (\d{1,2}|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)\b(?! ?(?:days|hours|minutes|months|weeks|%|per|items))|\b(\d{1,2}|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)(?:[ -]years?[ -](?:old|of age)| or (?:younger|older))/gi,
  de: /\b(?:Kindern?|Personen|Jugendlichen?|Minderjährigen?|Nutzern?|Menschen) (?:unter|ab|über|von unter|von über|bis) (\d{1,2}|dreizehn|vierzehn|fünfzehn|sechzehn|achtzehn) Jahren?(?!\p{L})|(?<![\d.])(\d{1,2}|dreizehn|vierzehn|fünfzehn|sechzehn|achtzehn)(?:\. Lebensjahr| Jahre alt| Jahren alt)/giu,
  fr: /(?:enfants?|mineure?s?|personnes?|utilisateurs?|âgée?s?) (?:âgée?s? )?(?:de |d['’])?(?:moins de |plus de |au moins )?(\d{1,2}|treize|quatorze|quinze|seize) ans(?!\p{L})|(?<![\d.])(\d{1,2}|treize|quatorze|quinze|seize) ans (?:d['’]âge|et plus|révolus)/giu,
  es: /(?:menor(?:es)?|mayor(?:es)?|niños|niñas|personas) (?:de |a )(?:menos de |más de |los )?(\d{1,2}|trece|catorce|quince|dieciséis|dieciocho) años(?!\p{L})|(?<![\d.])(\d{1,2}|trece|catorce|quince|dieciséis|dieciocho) años de edad/giu,
  ja: /満?(\d{1,2})歳(?:未満|以上|以下|に達)/g,
  zh: /(?:未满|不满|年满|满|低于|小于|未滿|年滿|滿|低於)\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:周岁|岁|歲)|(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:周岁|岁|歲)以[下上]/g,
};

/** A sentence on who is too young for us, or for whom parents decide. */
export const ofChildren: ByLanguage = {
  en: /\b(?:child(?:ren)?|minors?|kids|parent(?:s|al)?|guardians?|(?:directed|intended|meant|aimed|designed|offered)(?: \w+){0,2} (?:to|for|at)|(?:may|must|can|should) (?:not |only )?(?:be|use|register|sign up))\b/i,
  de: /Kind|Minderjährig|Eltern|Erziehungsberechtigt|Jugendlich/,
  fr: /enfant|mineur|parent|tuteur/i,
  es: /menor|niñ|padres|tutor/i,
  ja: /子ども|子供|児童|未成年|保護者/,
  zh: /儿童|未成年|监护人|父母|家长|不面向|孩子/,
};

/** Ages for something else: what a law says of sale, of wine, of a country's voters. */
export const ofOtherAges: ByLanguage = {
  en: /\b(?:s(?:ell|old|ale)|shar(?:e|ing)|buy|purchas\w*|order(?:s|ing)?|alcohol\w*|tobacco|gambl\w*|bet(?:ting)?|adult|California\w*|CCPA|COPPA|consumers?|removal)\b/i,
  de: /kauf|bestell|Alkohol|Tabak|Wette|Glücksspiel/i,
  fr: /vend|vente|achat|achet|alcool|tabac|pari/i,
  es: /vend|venta|compr|alcohol|tabaco|apuesta/i,
  zh: /购买|出售|酒|烟|博彩/,
};
