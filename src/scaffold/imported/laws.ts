import { profilesIn } from '../answers.ts';
import { type InEachTongue, tongueFor } from './tongue.ts';

/** What texts call laws and their supervisory authorities, with the profile for each law. */
const laws: readonly (readonly [profile: string, called: RegExp])[] = [
  ['cn-pipl', /个人信息保护法|\bPIPL\b/],
  [
    'eu-gdpr',
    /(?<!UK )\bGDPR\b|\bDS-?GVO\b|\bRGPD\b|\bEEA\b|European Economic Area|General Data Protection Regulation/,
  ],
  [
    'uk-gdpr-2025',
    /\bUK GDPR\b|(?:to|with) the Information Commissioner\b(?! of)|Information Commissioner['’]s Office|\b(?:the|our) ICO\b/,
  ],
  ['us-ca-ccpa', /\bCCPA\b|\bCPRA\b|California (?:residents|consumers|Consumer Privacy Act)/],
  ['us-coppa', /\bCOPPA\b/],
  ['us-co-cpa', /Colorado Privacy Act/],
  ['us-mn-mcdpa', /Minnesota Consumer Data Privacy Act/],
  ['us-wa-mhmda', /My Health,? My Data/],
  ['ca-qc-private-sector', /Qu[eé]bec.{0,40}\bLaw 25\b|\bLaw 25\b.{0,40}Qu[eé]bec|\bLoi 25\b/],
  ['br-lgpd', /\bLGPD\b|Lei Geral de Prote[çc][ãa]o de Dados/],
];

/** The profiles of the laws that a text names; if it names none, those that are likely for its locale. */
export function profilesLikely(words: string, locale: string): readonly string[] {
  const named = laws.flatMap(([profile, called]) => (called.test(words) ? [profile] : []));
  return named.length > 0 ? named : profilesIn(countryOf(locale));
}

/** The country that a locale names, or else the main one of its language; none for English. */
export function countryOf(locale: string): string {
  const named = locale.split('-').find((part, at) => at > 0 && /^[A-Z]{2}$/.test(part));
  const tongue = tongueFor(locale);
  return named ?? (tongue ? homes[tongue] : '');
}

const homes: InEachTongue = { en: '', de: 'DE', fr: 'FR', es: 'ES', ja: 'JP', 'zh-CN': 'CN', 'zh-TW': 'TW' };
