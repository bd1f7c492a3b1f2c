/** The usual scripts of languages, for tags that do not say; all others use Latin letters. */
const usual: Readonly<Record<string, string>> = {
  Arab: 'ar ckb fa ks ps sd ug ur pa-PK uz-AF',
  Armn: 'hy',
  Beng: 'as bn',
  Cyrl: 'be bg kk ky mk mn ru sr tg tt uk',
  Deva: 'hi mr ne sa',
  Ethi: 'am ti',
  Geor: 'ka',
  Grek: 'el',
  Gujr: 'gu',
  Guru: 'pa',
  Hans: 'zh',
  Hant: 'yue lzh zh-HK zh-MO zh-TW',
  Hebr: 'he yi',
  Jpan: 'ja',
  Khmr: 'km',
  Knda: 'kn',
  Kore: 'ko',
  Laoo: 'lo',
  Mlym: 'ml',
  Mymr: 'my',
  Nkoo: 'nqo',
  Orya: 'or',
  Sinh: 'si',
  Syrc: 'syr',
  Taml: 'ta',
  Telu: 'te',
  Thaa: 'dv',
  Thai: 'th',
  Tibt: 'bo dz',
};

const byTag: ReadonlyMap<string, string> = new Map(
  Object.entries(usual).flatMap(([script, tags]) => tags.split(' ').map((tag) => [tag, script] as const)),
);

const rightToLeft: ReadonlySet<string> = new Set(
  'Adlm Arab Aran Hebr Hung Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '),
);

/** The script of a locale: the one in its tag, or the usual one of its language and country. */
export function scriptOf(locale: string): string {
  const [language = '', ...rest] = locale.split('-');
  const named = rest.find((part) => /^[A-Z][a-z]{3}$/.test(part));
  const inCountry = rest
    .map((part) => byTag.get(`${language}-${part}`))
    .find((script) => script !== undefined);
  return named ?? inCountry ?? byTag.get(language) ?? 'Latn';
}

export type Direction = 'ltr' | 'rtl';

/** The writing direction of a locale. */
export function directionOf(locale: string): Direction {
  return rightToLeft.has(scriptOf(locale)) ? 'rtl' : 'ltr';
}
