import { isNoName } from '../base/folded-name.ts';
import { plainLetters } from '../document/import/ids.ts';
import { areaAround, regionAround } from '../model/regions.ts';
import { countries } from '../words/countries.ts';

/** Stands for a company whose name is not known yet; `blank-left` asks for it until it is filled in. */
export const unnamedCompany = 'Example Company';

/** The kinds of first policy: a site with little data, an app with accounts, or a shop that also takes orders. */
export const policyKinds = ['minimal', 'app', 'marketplace'] as const;
export type PolicyKind = (typeof policyKinds)[number];

/** The languages that the example is written in. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** What must be known to write a first policy. */
export interface Answers {
  readonly company: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The first one prevails. Texts in locales other than the example's are still to be translated. */
  readonly locales: readonly [Language, ...string[]];
  readonly profiles: readonly string[];
  readonly kind: PolicyKind;
}

export function isLanguage(locale: string): locale is Language {
  return (languages as readonly string[]).includes(locale);
}

export function isCountry(code: string): boolean {
  return Object.hasOwn(countries, code);
}

/** The likely profiles for a company in a country: a guess to start from; the strictest where nothing else fits. */
export function profilesIn(country: string): readonly string[] {
  if (country === 'CN') return ['cn-pipl'];
  if (country === 'US') return ['us-ca-ccpa', 'us-ftc-material-change'];
  if (country === 'BR') return ['br-lgpd'];
  // The law of the Union protects nobody in Britain: a company there has readers of both.
  if (country === 'GB') return ['uk-gdpr-2025', 'eu-gdpr'];
  return ['eu-gdpr'];
}

/** Whether the likely profiles stand in for the law of a country that has none. */
export function isLawUnknown(country: string): boolean {
  return profilesIn(country).join() === 'eu-gdpr' && country !== '' && areaAround(country) !== 'EEA';
}

export function languageIn(country: string): Language {
  return country === 'CN' ? 'zh-CN' : 'en';
}

/** The offset that days of a policy are counted in: UTC, unless most of a country keeps another time all year. */
export function utcOffsetIn(country: string): string {
  return offsets[country] ?? '+00:00';
}

/** The age below which a guardian decides: the one in the law of the country; in Europe the highest that it allows. */
export function ageOfConsentIn(country: string): number {
  if (country === 'CN') return 14;
  return regionAround(country) === 'EU' ? 16 : 13;
}

/** The id of the policy, also the name of its folder. */
export function policyIdOf(company: string): string {
  const plain = plainLetters(company);
  const id = (plain.match(/[a-z0-9]+/g) ?? []).join('-');
  // The Latin letters of a name that is partly in another script name nobody.
  const isWhole = !/\p{L}/u.test(plain.replace(/[a-z]/g, ''));
  return /^[a-z][a-z0-9-]{1,39}$/.test(id) && isWhole && !isNoName(id) ? id : 'privacy';
}

const offsets: Readonly<Record<string, string>> = {
  CN: '+08:00',
  HK: '+08:00',
  IN: '+05:30',
  JP: '+09:00',
  KR: '+09:00',
  MO: '+08:00',
  MY: '+08:00',
  SG: '+08:00',
  TH: '+07:00',
  TW: '+08:00',
  VN: '+07:00',
};
