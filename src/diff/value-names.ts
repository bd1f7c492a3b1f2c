import { languages } from '../words/languages.ts';
import { english } from '../words/made/en.ts';
import { regionInWords } from './audience-words.ts';

type Names = Readonly<Record<string, string>>;

/** What an entry of a register is to the company. */
const roles: Names = { 'sub-processor': 'sub-processor', component: 'software on the device' };

/** What the values of a fact are called in a sentence, by fact; those without a name of their own are read as words. */
const namesOf: Readonly<Record<string, Names>> = {
  'function.tier': { basic: 'a basic function', additional: 'an additional function' },
  'function.purpose.basis': english.bases,
  'function.sensitive.ground': english.sensitiveGrounds,
  'function.data.source': {
    provided: 'given by you',
    observed: 'recorded automatically',
    staff: 'written down by our staff',
    derived: 'worked out from other data',
    'third-party': 'given by somebody else',
    'public-sources': 'taken from public sources',
  },
  'function.data.method': english.methods,
  'consent.kind': { explicit: 'express', implied: 'taken as given' },
  'recipient.basis': english.bases,
  'recipient.category': english.categories,
  'recipient.form': {
    entrust: 'to work with it on our behalf',
    advise: 'to advise us',
    share: 'to decide by itself what to do with it',
    succeed: 'together with our business, which it takes over',
    transfer: 'to have it as its own',
    disclose: 'as everybody does, for it is made public',
    provide: 'because the law demands it',
  },
  'recipient.mechanism': {
    ...english.mechanisms,
    adequacy: 'a decision that data is as well protected there',
  },
  'recipient.listed.role': roles,
  'technology.listed.role': roles,
  'technology.type': english.technologies,
  'retention.start': prefixed('the moment when ', english.starts),
  'retention.expiry': {
    deleted: 'deleted',
    anonymised: 'made anonymous',
    archived: 'archived',
    returned: 'given back',
  },
  'right.right': prefixed('to ', english.rights),
  'right.also': prefixed('to ', english.rights),
  'right.fee': {
    none: 'nothing',
    'cost-based': 'as much as it costs us',
    'excessive-only': 'nothing, unless requests are excessive',
  },
  'right.days': { calendar: 'every day', working: 'working days only' },
  'contact.days': { calendar: 'every day', working: 'working days only' },
  'change.days': { calendar: 'every day', working: 'working days only' },
  'contact.channel': lowered(english.contactChannels),
  'contact.topic': english.topics,
  'scope.channel': english.appChannels,
  'change.channel': english.prominentChannels,
  'document.role': {
    incorporated: 'a part of the policy',
    referenced: 'mentioned by the policy',
    prevails: 'placed before the policy for what it covers',
  },
  'commitment.act': {
    collect: 'collecting data',
    use: 'using data',
    share: 'sharing data',
    sell: 'selling data',
    'transfer-abroad': 'sending data abroad',
    disclose: 'making data public',
    profile: 'building profiles',
    'decide-automatically': 'deciding without a person',
    retain: 'keeping data',
    'train-models': 'training models',
    'cut-rights': 'cutting rights',
    'heed-do-not-track': 'heeding “Do Not Track”',
    'heed-gpc': 'heeding Global Privacy Control',
    'let-people-read': 'letting staff look into data',
    're-identify': 'finding out whom de-identified data is about',
    'use-aggregated': 'using data in aggregated form as well',
    'use-only-aggregated': 'using data in aggregated form only',
    'take-off-device': 'taking data off the device',
    'tell-of-requests': 'telling people before data goes to an authority',
    'report-requests': 'publishing how many requests of authorities there are',
    'bind-successor': 'binding a successor to the policy',
    'ask-an-adult': 'having an adult confirm',
  },
  'commitment.promise': {
    never: 'that it never happens',
    always: 'that it always happens',
    none: 'that there is none of it',
  },
  'policy.noun': { 'personal-data': '“personal data”', 'personal-information': '“personal information”' },
  'party.role': english.partyRoles,
  'change.promise.owes': {},
  'change.promise.evidence': {},
  'change.entry.evidence': {},
  'sensitivity.level': { context: 'depending on the context' },
};

/** Laws by the name of their profile. */
const laws: Names = {
  'cn-pipl': 'the Personal Information Protection Law of China',
  'cn-gbt35273-2020': 'the standard GB/T 35273-2020',
  'cn-netdata-2025': 'the Network Data Regulations of China',
  'eu-gdpr': 'the GDPR',
  'uk-gdpr-2025': 'the UK GDPR',
  'ca-qc-private-sector': 'the private-sector privacy act of Quebec',
  'br-lgpd': 'the LGPD, the data protection law of Brazil,',
  'us-ca-ccpa': 'the California Consumer Privacy Act',
  'us-co-cpa': 'the Colorado Privacy Act',
  'us-mn-mcdpa': 'the Minnesota Consumer Data Privacy Act',
  'us-wa-mhmda': 'the My Health My Data Act of Washington',
  'us-coppa': 'COPPA, the law on the privacy of children in the United States,',
  'us-ftc-material-change': 'what the Federal Trade Commission holds of material changes',
};

const tongues: Names = {
  ar: 'Arabic',
  da: 'Danish',
  de: 'German',
  el: 'Greek',
  en: 'English',
  es: 'Spanish',
  fa: 'Persian',
  fi: 'Finnish',
  fr: 'French',
  he: 'Hebrew',
  hi: 'Hindi',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  nb: 'Norwegian',
  nl: 'Dutch',
  pl: 'Polish',
  pt: 'Portuguese',
  ru: 'Russian',
  sv: 'Swedish',
  th: 'Thai',
  tr: 'Turkish',
  uk: 'Ukrainian',
  vi: 'Vietnamese',
  zh: 'Chinese',
};

/** What a value of a fact is called; undefined where the fact has no names for its values. */
export function valueName(fact: string, value: string): string | undefined {
  const names = namesOf[fact];
  if (names) return Object.hasOwn(names, value) ? names[value] : unhyphenated(value);
  if (/\.country$/.test(fact)) return regionInWords(value);
  return fact === 'policy.prevailing' || fact === 'policy.prevails.language'
    ? languageName(value)
    : undefined;
}

export function lawName(profile: string): string {
  return Object.hasOwn(laws, profile) ? (laws[profile] ?? profile) : `the rules “${profile}”`;
}

/** `French`; `French (Canada)` where another country than the language alone calls to mind is meant. */
export function languageName(locale: string): string {
  const [language = '', ...rest] = locale.split('-');
  const name = Object.hasOwn(tongues, language) ? tongues[language] : undefined;
  if (name === undefined) return `the language “${locale}”`;
  if (languages.some(({ tag }) => tag === locale) || rest.length === 0) return name;
  const parts = rest.map((part) => scripts[part] ?? regionInWords(part));
  return `${name} (${parts.join(', ')})`;
}

const scripts: Names = { Hans: 'simplified', Hant: 'traditional', Latn: 'Latin', Cyrl: 'Cyrillic' };

/** A value from a list, as words. */
export function unhyphenated(value: string): string {
  return value.replaceAll('-', ' ');
}

function lowered(names: Names): Names {
  return mapped(names, (name) => name.charAt(0).toLowerCase() + name.slice(1));
}

function prefixed(prefix: string, names: Names): Names {
  return mapped(names, (name) => `${prefix}${name}`);
}

function mapped(names: Names, change: (name: string) => string): Names {
  return Object.fromEntries(Object.entries(names).map(([id, name]) => [id, change(name)]));
}
