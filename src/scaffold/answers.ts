import { isNoName } from '../base/folded-name.ts';
import { regionAround } from '../model/regions.ts';
import { countries } from '../words/countries.ts';

/** Stands for the name of a company that nobody has told; `blank-left` asks for it until somebody does. */
export const unnamedCompany = 'Example Company';

/** What a first policy can be of: a site with little data, an app with an account, or a shop with orders on top. */
export const policyKinds = ['minimal', 'app', 'marketplace'] as const;
export type PolicyKind = (typeof policyKinds)[number];

/** The languages that the example is written in. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** What has to be known to write a first policy. */
export interface Answers {
  readonly company: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The first one prevails. Into others than those of the example, its texts are still to be translated. */
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

/** The profiles that are likely where a company sits: a guess to start from, and the strictest where there is none. */
export function profilesIn(country: string): readonly string[] {
  if (country === 'CN') return ['cn-pipl'];
  if (country === 'US') return ['us-ca-ccpa', 'us-ftc-material-change'];
  return ['eu-gdpr'];
}

export function languageIn(country: string): Language {
  return country === 'CN' ? 'zh-CN' : 'en';
}

/** Where the days of a policy begin and end. UTC, but where most of a region keeps another time all year. */
export function utcOffsetIn(country: string): string {
  return offsets[country] ?? '+00:00';
}

/** The age under which a guardian has a say: what the law of the country says, and in Europe the highest it allows. */
export function ageOfConsentIn(country: string): number {
  if (country === 'CN') return 14;
  return regionAround(country) === 'EU' ? 16 : 13;
}

/** The id of the policy, which is the name of its folder too. */
export function policyIdOf(company: string): string {
  const plain = company.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const id = (plain.match(/[a-z0-9]+/g) ?? []).join('-');
  // What is left of a name in another script, or beside it, names nobody.
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
