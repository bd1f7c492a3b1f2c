import { list, withoutExamples } from './message.ts';

/** What a schema asks of a value: a type, a form, a bound, or a keyword that has no words of its own. */
export type Expected =
  | { readonly type: string }
  | { readonly pattern: string }
  | { readonly least: number }
  | { readonly most: number }
  | { readonly keyword: string };

/** What stands there instead. */
export type Found =
  | 'nothing'
  | 'list'
  | 'map'
  | 'text'
  | 'other-key'
  | { readonly value: boolean | number | string };

/** Which part of a file: one that has a name, the whole of it, or an entry of a list. */
export type Part =
  | { readonly name: string }
  | { readonly whole: string }
  | { readonly entryOf: string }
  | { readonly entry: true };

/** What to write instead of a value of another type, when its type alone does not say it. */
export type TypeFix = 'list' | 'block' | { readonly quoted: string } | { readonly keys: readonly string[] };

export function expectedInWords(expected: Expected): string {
  if ('type' in expected) return types[expected.type] ?? expected.type;
  if ('least' in expected) return `a number of at least ${expected.least}`;
  if ('most' in expected) return `a number of at most ${expected.most}`;
  if ('keyword' in expected) return `a value the schema allows (${expected.keyword})`;
  const { pattern } = expected;
  return forms.find(([start]) => pattern.startsWith(start))?.[1] ?? `text of the form ${pattern}`;
}

/** The same, short enough for what is said of it. */
export function expectedInShort(expected: Expected): string {
  return withoutExamples(expectedInWords(expected));
}

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'a map of keys and values',
  'string,object': 'a text or a map of keys and values',
  boolean: 'true or false',
  integer: 'a whole number',
  key: 'a key that is text',
  site: 'an https: address for pages such as https://company.example/legal',
  day: 'a day that exists such as 2027-03-01',
  reason: 'a reason that people can read',
  somebody: 'the name of somebody',
  name: 'a name that files can have on every system such as shop',
};

/** The forms of the schemas. The beginning of a pattern tells them apart. */
const forms: readonly (readonly [string, string])[] = [
  ['^P(?=', 'an ISO 8601 period such as P30D, P6M or PT72H'],
  ['^P[0-9]{1,4}D$', 'a number of days such as P30D'],
  ['^P[0-9]{1,4}[', 'a period of one unit such as P30D, P6M or P5Y'],
  ['^(forever', 'an ISO 8601 period such as P30D, or forever, or while-active'],
  ['^(session', 'session or an ISO 8601 period such as P1Y'],
  ['^([A-Z]{2}|EEA)$', 'a two-letter country code such as CN, EU or EEA'],
  ['^([A-Z]{2}(-', 'a country or a part of one such as CN, US-CA or EEA'],
  ['^[A-Z]{2}$', 'a two-letter country code such as CN'],
  ['^(https:', 'an https: address or a path that begins with /'],
  ['^https:', 'an https: address'],
  ['^[a-z0-9]+(-[a-z0-9]+)*/', 'a requirement of a legal profile such as cn-pipl/P-52'],
  ['^[a-z0-9]+(-', 'an id of lower-case letters, digits and hyphens'],
  ['^[a-z0-9_-]+(', 'an id of the taxonomy such as contact.mobile_phone (policyc find WORDS looks one up)'],
  ['^[a-z]{2,3}(', 'a language tag such as en or zh-CN'],
  ['^(Z|', 'a UTC offset such as +08:00'],
  ['^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'a date such as 2027-03-01'],
  ['^[0-9]{4}-[0-9]{2}$', 'an edition such as "2026-11"'],
  ['^h[0-9a-f]', 'the mark of a text as policyc locale status prints it'],
  ['^[vm]1:', 'a fingerprint as policyc diff prints it'],
  ['^([0-9a-f]{64}', 'an archive head, or none'],
  ['^[0-9a-f]{64}', 'a SHA-256 in hexadecimal'],
  ['^(?!/)', 'a folder below this file'],
  ['^registers/', 'a register such as registers/partners.yaml'],
  ['^(\\*|[a-z]+)(', 'a fact to watch such as function.tier'],
  ['^((withdraws|', 'an act such as withdraws #3, corrects #3 or effective 2027-03-01'],
];

export function foundInWords(found: Found): string {
  if (typeof found === 'string') return things[found];
  const { value } = found;
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'string' ? `the text “${value}”` : `${value}`;
}

const things = {
  nothing: 'nothing',
  list: 'a list',
  map: 'a map of keys and values',
  text: 'a text',
  'other-key': 'another kind of key',
} as const;

export function partInWords(part: Part): string {
  if ('name' in part) return part.name;
  if ('whole' in part) return `This ${part.whole}`;
  return 'entryOf' in part ? `This entry of ${part.entryOf}` : 'This entry';
}

export function typeFixInWords(fix: TypeFix): string {
  if (fix === 'list') return 'Write a list: [one, two], or a line that begins with a hyphen for each.';
  if (fix === 'block') return 'Write it as text: in a block (|, then indented lines), a list is Markdown.';
  return 'keys' in fix
    ? `Write a map of keys and values; known here: ${list(fix.keys, 'and')}.`
    : `Put it in quotes: "${fix.quoted}".`;
}
