import { type Limit, limits, limitWords } from './limits.ts';

/** What stands where a file was expected. */
const strangers = {
  folder: 'a folder',
  pipe: 'a pipe',
  socket: 'a socket',
  link: 'a symbolic link',
  device: 'a device',
  'socket-or-device': 'a socket or a device',
  source: 'what a policy is written in',
} as const;

export type Stranger = keyof typeof strangers;

export function strangerInWords(stranger: Stranger): string {
  return strangers[stranger];
}

/**
 * Why something could not be read, written or taken over. Each is a clause in the words that follow “cannot be read:”,
 * and ends without a full stop, since the message that holds it goes on.
 */
const whys = {
  // On disk, or in git
  'no-file': (a: { stranger: Stranger }) => `it is ${strangers[a.stranger]}, not a file`,
  'too-large': (a: { most: number }) => `it is larger than ${bytesInWords(a.most)}`,
  'too-much-before': (_: object) => 'the files before it are too many, or too large',
  'not-allowed': (_: object) => 'you may not read it',
  'taken-away': (_: object) => 'it was taken away meanwhile',
  'not-in-git': (_: object) => 'git does not have it',
  system: (a: { says: string }) => `the system says ${a.says}`,
  'not-utf8': (_: object) => 'it is not valid UTF-8',
  'too-deep': (_: object) => 'its parts lie one in another, deeper than can be read',
  pointer: (_: object) => 'it is a pointer of Git LFS, and what it stands for is not here',
  'nul-character': (_: object) => 'it holds a NUL character',

  // JSON that policyc wrote
  conflict: (_: object) => 'git left both sides of a conflict in it',
  'not-json': (_: object) => 'it is not JSON in UTF-8',
  'not-json-at': (a: { parser: string }) => `it is not JSON: ${a.parser}`,
  'not-an-object': (_: object) => 'it is not a JSON object',
  'half-character': (_: object) => 'it holds half a character (a lone surrogate)',
  'no-format': (_: object) => 'it names no format',
  'other-format': (a: { format: string }) => `its format is ${a.format}`,
  'member-unknown': (a: { name: string }) => `it has an unknown member ${a.name}`,
  'member-wrong': (a: { name: string }) => `its member ${a.name} is missing or wrong`,
  'change-misshapen': (a: { at: number }) => `the change at ${a.at} in its list has another shape`,
  'meaning-unknown': (a: { name: string }) => `this policyc does not know what ${a.name} means`,
  'over-limit': (a: { found: number; limit: Limit }) =>
    `it holds ${a.found} ${limitWords[a.limit].counts}, at most ${limits[a.limit]} are read`,
  'line-no-notice': (a: { line: number }) => `line ${a.line} records no notice of this version`,
  'cut-short': (_: object) => 'it is cut short, or no UTF-8',

  // What a translator sent back
  'not-an-object-at': (a: { at: string }) => `${a.at === '' ? 'the file' : a.at} is no object`,
  'half-character-at': (a: { at: string; key: string }) =>
    `${a.at === '' ? 'the file' : a.at}: its ${a.key} holds half a character (a lone surrogate)`,
  'no-text-at': (a: { at: string; key: string }) =>
    `${a.at === '' ? 'the file' : a.at} has no text called ${a.key}`,
  'no-list-at': (a: { at: string; key: string }) =>
    `${a.at === '' ? 'the file' : a.at} has no list called ${a.key}`,
  'format-other': (a: { format: string | undefined; known: string }) =>
    `its format is ${a.format ?? 'not stated'}, not ${a.known}`,
  'mark-lost': (a: { text: string }) => `${a.text} has lost its mark`,
  'state-unknown': (a: { text: string }) => `the state of ${a.text} is neither initial nor translated`,
  'not-xliff': (a: { root: string }) => `it is ${a.root}, not xliff`,
  'xliff-version': (a: { version: string }) =>
    `it is XLIFF ${a.version}; ask for version 2 when the translation is saved`,
  'elements-too-deep': (a: { limit: number }) => `its elements are more than ${a.limit} deep, one in another`,
  'xliff-no-languages': (_: object) => 'it does not say from which language into which (srcLang, trgLang)',
  'not-well-formed': (a: { parser: string }) => `it is not well-formed XML: ${a.parser}`,
  empty: (_: object) => 'it is empty',
  'translated-in-part': (a: { text: string; written: number; of: number }) =>
    `${a.text} is translated in part: ${a.written} of ${a.of} segments`,
  'inline-code': (a: { text: string; code: string }) =>
    `${a.text} holds an inline code (${a.code}) where there was text`,
  'no-character': (a: { text: string }) => `${a.text} holds a character that does not exist`,
};

export type WhyCode = keyof typeof whys;

/** A reason within a message: a code and its arguments, like the message itself. */
export interface Why {
  readonly code: WhyCode;
  readonly args: object;
}

/** What goes with a code; nothing where it says all there is. */
export type WhyArguments<C extends WhyCode> = keyof Parameters<(typeof whys)[C]>[0] extends never
  ? []
  : [Parameters<(typeof whys)[C]>[0]];

export function why<C extends WhyCode>(code: C, ...[args]: WhyArguments<C>): Why {
  return { code, args: args ?? {} };
}

/** The reason as a clause. */
export function because({ code, args }: Why): string {
  return (whys[code] as (args: object) => string)(args);
}

function bytesInWords(bytes: number): string {
  return bytes % (1024 * 1024) === 0 ? `${bytes / (1024 * 1024)} MiB` : `${Math.ceil(bytes / 1024)} KiB`;
}
