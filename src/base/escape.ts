import { replaceHidden } from './hidden.ts';
import { keptWith } from './on-demand.ts';

/**
 * Makes foreign text safe in a line of plain text: on one line, without anything that a terminal or a reader of logs
 * would obey. GitHub takes a line that begins with `::` for a command; Azure Pipelines and TeamCity, what is in `##[`,
 * `##vso[` or `##teamcity[` anywhere.
 */
export function escapeText(value: string): string {
  if (harmless.test(value) && !value.includes('##')) return value;
  return replaceHidden(value.replace(/\r?\n/g, '\\n'), codePoint)
    .replace(/^(\s*):/, '$1\\u{3a}')
    .replace(/##(?=[\w.-]*\[)/g, '#\\u{23}');
}

/** Most lines: nothing in them is obeyed, unless they begin with a colon. */
const harmless = /^(?! *:)[ -~]*$/;

/** The same for a text of several lines, which it keeps. */
export function escapeLines(value: string): string {
  return value.split(/\r?\n/).map(escapeText).join('\n');
}

/** A template whose values are escaped, for remarks of a command beside its report. */
export function plain(
  words: TemplateStringsArray,
  ...values: readonly (string | number | undefined)[]
): string {
  return words.reduce((line, part, at) => `${line}${escapeText(String(values[at - 1]))}${part}`);
}

/**
 * Makes foreign text safe in a line of Markdown or HTML, such as a comment on a pull request: on one line, without markup
 * or links, and without mentioning anybody. Character references mean nothing else in either; what a site later finds in
 * the text that readers see (`@name`, `#1`, `https://`, `:smile:`, and of GitLab `&1`, `~label`, `%"milestone"`, `[issue:1]`)
 * is broken by a zero-width space.
 */
export function escapeMarkdown(value: string): string {
  if (/^[A-Za-z0-9 ]*$/.test(value)) return value;
  return escapeText(value)
    .replace(/&(?=\d)|~(?=[\p{L}\p{N}"])|%(?=")|[[*](?=[a-z_]+:)/gu, '$&\u200B')
    .replace(/[&<>`*_[\]\\|~"\u200B]/g, reference)
    .replace(/(?<!&)[@#!$%^](?=[\p{L}\p{N}(])/gu, (mark) => `${reference(mark)}${noWidth}`)
    .replace(/:(?=\/\/|[\w+-]+:)/g, `:${noWidth}`)
    .replace(/\b(www|gh)(?=[.-])/gi, `$1${noWidth}`)
    .replace(
      /^(\s*)([-+=#]|\d+[.)])/,
      (_, space: string, [...marks]: string) => space + marks.map(reference).join(''),
    );
}

const noWidth = '&#8203;';

function reference(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}

/** Characters that XML 1.0 cannot contain. */
export const notXml = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** JSON for logs: the same values, with the same characters escaped. */
export function escapeJson(json: string): string {
  return replaceHidden(json, (unit) => unit.split('').map(unicode).join('')).replace(
    /##(?=[\w.-]*\[)/g,
    '#\\u0023',
  );
}

/** The kind of output that foreign text is printed in as it is. */
export type Printed = 'json' | 'markup' | 'words';

/** A colon and a number sign in each of them; plain words have no other way to write them. */
const references: Readonly<Record<Printed, readonly [string, string]>> = {
  json: ['\\u003a', '\\u0023'],
  markup: ['&#58;', '&#35;'],
  words: ['\\u{3a}', '\\u{23}'],
};

/** A whole foreign text with its lines and marks, without anything that the log of a job would obey. */
export function unobeyed(text: string, printed: Printed): string {
  const [colon, sign] = references[printed];
  return text
    .replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, (_, space: string) => space + colon)
    .replace(/##(?=[\w.-]*\[)/g, () => `#${sign}`);
}

function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function unicode(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Applies a function to every string in plain data, names included. Unchanged parts are not copied. */
export function mapStrings<T>(value: T, change: (text: string) => string): T {
  // Most strings of a report are names of its parts, which occur hundreds of times.
  const made = new Map<string, string>();
  const once = (text: string): string => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const is = change(text);
    made.set(text, is);
    return is;
  };
  // What is owed is one list for all changes that owe the same.
  const list = keptWith((all: readonly unknown[]): readonly unknown[] => {
    let copy: unknown[] | undefined;
    for (let at = 0; at < all.length; at += 1) {
      const is = mapped(all[at], once, list);
      if (is === all[at]) continue;
      copy ??= [...all];
      copy[at] = is;
    }
    return copy ?? all;
  });
  return mapped(value, once, list) as T;
}

type MapList = (list: readonly unknown[]) => readonly unknown[];

function mapped(value: unknown, change: (text: string) => string, list: MapList): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return list(value);
  return mappedMembers(value as Readonly<Record<string, unknown>>, change, list);
}

/** Looks at each member once: twice on every level would be exponential in the depth. */
function mappedMembers(
  value: Readonly<Record<string, unknown>>,
  change: (text: string) => string,
  list: MapList,
): unknown {
  let copy: [string, unknown][] | undefined;
  for (const name in value) {
    const below = value[name];
    const is = mapped(below, change, list);
    const called = change(name);
    if (!copy && is === below && called === name) continue;
    copy ??= namesBefore(value, name).map((before) => [before, value[before]]);
    copy.push([called, is]);
  }
  return copy ? Object.fromEntries(copy) : value;
}

function namesBefore(value: object, name: string): string[] {
  const names = Object.keys(value);
  return names.slice(0, names.indexOf(name));
}
