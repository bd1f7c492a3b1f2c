import { nearest } from '../base/nearest.ts';
import { onDemand } from '../base/on-demand.ts';
import { countries, countryIn } from './countries.ts';

/** Other names that people use for countries, beside those on pages. */
const otherNames: Readonly<Record<string, string>> = {
  AE: 'UAE, VAE, Emirates',
  CD: 'DR Congo, Democratic Republic of the Congo',
  CI: 'Ivory Coast',
  CN: 'Mainland China, PRC, VR China, 中华人民共和国, 中国, 中国大陆, 中国内地, 中國大陸, 中國',
  CV: 'Cape Verde',
  CZ: 'Czech Republic, Tschechische Republik, République tchèque, República Checa',
  GB: 'UK, U.K., Great Britain, Britain, England, Scotland, Wales, Northern Ireland, Großbritannien, Grande-Bretagne, Gran Bretaña, Royaume Uni, イギリス, 英國',
  HK: 'Hong Kong, Hongkong, 香港, 中国香港',
  IE: 'Republic of Ireland',
  IR: 'Iran, Islamic Republic of Iran',
  KR: 'Korea, Republic of Korea, Korea (South), Südkorea, 大韩民国, 南韩, 南韓',
  LA: 'Lao PDR',
  MK: 'Macedonia',
  MM: 'Burma',
  MO: 'Macau, Macao, 澳门, 澳門, 中国澳门',
  NL: 'Holland, The Netherlands',
  RU: 'Russian Federation',
  SY: 'Syrian Arab Republic',
  SZ: 'Swaziland',
  TL: 'East Timor',
  TR: 'Turkey, Türkei, Turquie, Turquía',
  TW: 'Taiwan, 台湾, 臺灣, 中国台湾',
  US: 'USA, U.S., United States of America, États Unis, EE. UU., EEUU, EUA, アメリカ, アメリカ合衆国, 美國',
  VN: 'Viet Nam',
};

/** Each of them with its code, for texts of any language. */
export const otherCountryNames: readonly (readonly [name: string, code: string])[] = Object.entries(
  otherNames,
).flatMap(([code, all]) => all.split(', ').map((name) => [name, code] as const));

/** A name as people may type it: without accents, dots, hyphens, articles and capitals. */
const plainly = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^the(?=[a-z]{4})/, '');

const languages = ['en', 'zh-CN', 'de', 'fr', 'es', 'ja', 'zh-TW'] as const;

const byName = onDemand((): ReadonlyMap<string, string> => {
  const names = Object.keys(countries).flatMap((code) => [
    [plainly(code), code] as const,
    ...languages.map((tag) => [plainly(countryIn(tag, code) ?? code), code] as const),
  ]);
  // In small letters, as texts are searched, that is the French for water.
  const others = [...otherCountryNames, ['EAU', 'AE'] as const];
  return new Map([...others.map(([name, code]) => [plainly(name), code] as const), ...names]);
});

/** The code of a country by its code or by its name in any language of pages. */
export function countryCalled(name: string): string | undefined {
  return byName().get(plainly(name));
}

/** The country probably meant by a misspelt name. */
export function countryNearly(name: string): string | undefined {
  const plain = plainly(name);
  const called = byName().get(plain);
  if (called !== undefined || plain.length < 4) return called;
  const long = [...byName().keys()].filter((other) => other.length > 3);
  return byName().get(nearest(plain, long, 0.2) ?? '');
}
