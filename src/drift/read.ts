import { jsonIn } from '../base/json.ts';
import { placeOf, sourceFile } from '../base/place.ts';
import { swiftName, swiftPins } from '../knowledge/software.ts';
import type { Found, Reader } from './found.ts';

type Named = ReturnType<Reader['found']>;

/** Blanks out comments, without changing any offset. */
function withoutComments(text: string, comment: RegExp): string {
  return text.replace(comment, (all) => all.replace(/[^\n]/g, ' '));
}

const xmlComment = /<!--[\s\S]*?(?:-->|$)/g;
const codeComment = /\/\*[\s\S]*?(?:\*\/|$)|(?<![:"'])\/\/[^\n]*/g;
const rubyComment = /(?<=^|\s)#[^\n]*/gm;

function matches(text: string, expression: RegExp, is: Found['is']): Named {
  return [...text.matchAll(expression)].map((match) => {
    const name = match[1] ?? '';
    return { is, name, at: match.index + match[0].lastIndexOf(name) };
  });
}

/** The files that name permissions, third-party software, data and cookies. */
const readers: readonly Reader[] = [
  {
    reads: /(^|\/)AndroidManifest\.xml$/,
    from: 'android',
    found: (text) => permissionsIn(withoutComments(text, xmlComment)),
  },
  {
    reads: /(^|\/)(?:[\w-]*-)?Info\.plist$/,
    from: 'ios',
    found: (text) =>
      matches(withoutComments(text, xmlComment), /<key>\s*(NS\w+UsageDescription)\s*<\/key>/g, 'permission'),
  },
  {
    reads: /\.xcprivacy$/,
    from: 'ios',
    found: (text) =>
      matches(
        withoutComments(text, xmlComment),
        /<key>\s*NSPrivacyCollectedDataType\s*<\/key>\s*<string>\s*(\w+)\s*<\/string>/g,
        'data',
      ),
  },
  { reads: /(^|\/)package\.json$/, from: 'npm', json: true, found: dependenciesOf },
  {
    reads: /(^|\/)build\.gradle(?:\.kts)?$|(^|\/)[\w-]+\.versions\.toml$/,
    from: 'gradle',
    found: (text) =>
      matches(
        withoutComments(text, codeComment),
        /["']([a-zA-Z][\w-]*(?:\.[\w-]+)+:[\w.-]+)(?::[^"'\n]*)?["']/g,
        'package',
      ),
  },
  {
    reads: /(^|\/)Podfile$/,
    from: 'pods',
    found: (text) =>
      matches(
        withoutComments(text, rubyComment),
        /^[ \t]*pod(?:[ \t]*\([ \t]*|[ \t]+)["']([^"'\n]+)["']/gm,
        'package',
      ),
  },
  { reads: /(^|\/)Podfile\.lock$/, from: 'pods', found: chosenPods },
  {
    reads: /(^|\/)(?:build|settings)\.gradle(?:\.kts)?$|(^|\/)[\w-]+\.versions\.toml$/,
    from: 'gradle',
    // A dependency in parts: `group: 'a', name: 'b'` in Groovy, `group = "a", name = "b"` in Kotlin and in catalogues.
    found: (text) =>
      [
        ...withoutComments(text, codeComment).matchAll(
          /\bgroup\s{0,3}[:=]\s{0,3}["']([\w.-]+)["']\s{0,3},\s{0,20}name\s{0,3}[:=]\s{0,3}["']([\w.-]+)["']/g,
        ),
      ].map((match) => ({ is: 'package', name: `${match[1]}:${match[2]}`, at: match.index })),
  },
  { reads: /(^|\/)Package\.resolved$/, from: 'spm', json: true, found: pinsOf },
  {
    reads: /(^|\/)Package\.swift$/,
    from: 'spm',
    found: (text) =>
      matches(
        withoutComments(text, codeComment),
        /\.package\(\s{0,20}(?:name:\s{0,3}"[^"\n]*",\s{0,3})?url:\s{0,3}"[^"\n]*\/([\w.-]+?)(?:\.git)?"/g,
        'package',
      ).map((one) => ({ ...one, name: one.name.toLowerCase() })),
  },
  { reads: /(^|\/)pubspec\.yaml$/, from: 'pub', found: flutterPackages },
  { reads: /(^|\/)app\.json$/, from: 'android', json: true, found: (text) => expo(text, 'android') },
  { reads: /(^|\/)app\.json$/, from: 'ios', json: true, found: (text) => expo(text, 'ios') },
  { reads: /(^|\/)app\.json$/, from: 'npm', json: true, found: (text) => expo(text, 'npm') },
  { reads: /\.har$/, from: 'har', json: true, found: cookiesOf },
];

/** The pods that a Podfile names itself; the others in its lock file are their dependencies. */
function chosenPods(text: string): Named {
  const start = text.search(/^DEPENDENCIES:/m);
  if (start === -1) return [];
  const end = text.indexOf('\n\n', start);
  return matches(text.slice(start, end === -1 ? undefined : end), /^ {2}- "?([^\s"(]+)/gm, 'package').map(
    (one) => ({
      ...one,
      at: one.at + start,
    }),
  );
}

/** The packages that Xcode fetched, by identity. */
function pinsOf(text: string): Named {
  const names = (swiftPins(text) ?? []).flatMap(({ identity, location, repositoryURL }) => {
    const named = [identity, location, repositoryURL].find((one) => typeof one === 'string');
    return typeof named === 'string' ? [named] : [];
  });
  return placed('package', names, text).map((one) => ({ ...one, name: swiftName(one.name) }));
}

/** The keys of `dependencies:`; packages for development have a list of their own. */
function flutterPackages(text: string): Named {
  const start = text.search(/^dependencies:[ \t]*$/m);
  if (start === -1) return [];
  const body = text.indexOf('\n', start) + 1;
  const end = text.slice(body).search(/^\S/m);
  const part = text.slice(body, end === -1 ? undefined : body + end);
  return matches(part, /^(?: {2}|\t)([\w-]+):/gm, 'package').map((one) => ({ ...one, at: one.at + body }));
}

/** The permissions that an Expo app asks for on each platform, and its plugins. */
function expo(text: string, platform: 'android' | 'ios' | 'npm'): Named {
  const { android, ios, plugins } = asObject(objectIn(text).expo);
  const texts = (list: unknown): readonly string[] =>
    (Array.isArray(list) ? list : [])
      .map((one) => (Array.isArray(one) ? one[0] : one))
      .filter((one): one is string => typeof one === 'string');
  if (platform === 'npm') return placed('package', texts(plugins), text);
  if (platform === 'android') {
    const blocked = new Set(texts(asObject(android).blockedPermissions));
    return placed(
      'permission',
      texts(asObject(android).permissions).filter((name) => !blocked.has(name)),
      text,
    );
  }
  const described = Object.keys(asObject(asObject(ios).infoPlist)).filter((key) =>
    /^NS\w+UsageDescription$/.test(key),
  );
  return placed('permission', described, text);
}

/** The permissions that a manifest asks for. Tag by tag: one that never ends would be gone through for each name in it. */
function permissionsIn(text: string): Named {
  return [...text.matchAll(/<uses-permission(?:-sdk-\d+)?\b[^<>]*>/g)].flatMap(({ 0: tag, index }) => {
    if (/tools:node\s*=\s*["']remove/.test(tag)) return [];
    const [named] = matches(tag, /\bandroid:name\s*=\s*["']([^"']+)["']/g, 'permission');
    return named ? [{ ...named, at: index + named.at }] : [];
  });
}

/** The packages that the product needs to run, without those for development. */
function dependenciesOf(text: string): Named {
  const { dependencies = {}, optionalDependencies = {} } = objectIn(text);
  const names = [dependencies, optionalDependencies].flatMap((one) => Object.keys(asObject(one)));
  return placed('package', names, text);
}

/** The cookies that servers set or browsers sent, once each. */
function cookiesOf(text: string): Named {
  const entries = (objectIn(text).log as { readonly entries?: unknown } | undefined)?.entries;
  const names = (Array.isArray(entries) ? entries : []).flatMap((entry) =>
    ['request', 'response'].flatMap((side) => {
      const { cookies = [] } = asObject(asObject(entry)[side]);
      return (Array.isArray(cookies) ? cookies : []).flatMap((cookie) => {
        const { name } = asObject(cookie);
        return typeof name === 'string' && name !== '' ? [name] : [];
      });
    }),
  );
  return placed('cookie', names, text);
}

/** Places each name, once, at its first occurrence as a JSON string. One walk over the text finds all of them. */
function placed(is: Found['is'], names: readonly string[], text: string): Named {
  const wanted = new Map(names.map((name) => [JSON.stringify(name), name]));
  const found = new Map<string, number>();
  for (let start = text.indexOf('"'); start !== -1; ) {
    let end = text.indexOf('"', start + 1);
    while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    if (end === -1) break;
    const name = end - start < longestName ? wanted.get(text.slice(start, end + 1)) : undefined;
    if (name !== undefined && !found.has(name)) found.set(name, start + 1);
    start = text.indexOf('"', end + 1);
  }
  return [...wanted.values()].map((name) => ({ is, name, at: found.get(name) ?? 0 }));
}

/** Real names of packages and cookies are far shorter; anything longer is placed at the start of the file. */
const longestName = 10_000;

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  return asObject(jsonIn(text));
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Whether a file with this path can name anything that concerns a policy. */
export function saysSomething(path: string): boolean {
  return readers.some(({ reads }) => reads.test(path));
}

/** Whether a file should be JSON and is not, so that nothing is known of its content. */
export function isBroken(path: string, text: string): boolean {
  return readers.some(({ reads, json }) => json && reads.test(path)) && jsonIn(text) === undefined;
}

/** What a file names, in its order, each thing once. */
export function foundIn(path: string, text: string): readonly Found[] {
  const source = sourceFile(path, text);
  return readers.flatMap(({ reads, from, found }) => {
    if (!reads.test(path)) return [];
    const seen = new Set<string>();
    return found(text).flatMap(({ is, name, at }): Found[] => {
      if (seen.has(`${is} ${name}`)) return [];
      seen.add(`${is} ${name}`);
      return [{ is, name, from, place: placeOf(source, at, at + name.length) }];
    });
  });
}
