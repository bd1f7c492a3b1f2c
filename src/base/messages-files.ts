import { pulled } from './lfs-pointer.ts';
import { limits } from './limits.ts';
import { entry, list } from './message.ts';
import { type Fault, faultInWords } from './messages-faults.ts';
import { because, type Why, type WhyCode } from './messages-why.ts';

/** What stands where a policy would be read from a file. */
const irregular = {
  folder: 'This is a folder where a file belongs',
  link: 'This is a symbolic link',
  'link-out': 'This is a link',
  repository: 'This is a repository of its own (a submodule)',
  special: 'This is a pipe, a socket or a device',
  'no-text': 'The name of this file is not UTF-8 text',
  'no-name': 'Windows cannot have a file of this name',
} as const;

const misnamed: ReadonlySet<Irregular> = new Set(['no-text', 'no-name']);

export type Irregular = keyof typeof irregular;

/** What to do about a file that is not read, where saving it anew would not do. */
const mended: { readonly [code in WhyCode]?: string } = {
  'too-deep': 'Put less of it into one another: fewer elements, quotes or lists around each other.',
  'too-large': 'Put it into several files, each of at most as much.',
  'too-much-before': 'Take files away, or join them: docs/limits.md has how many a policy may have.',
  'not-allowed': 'Give yourself the right to read it.',
  pointer: pulled,
};

/** What can be wrong with a file before anything in it is understood. */
export const fileMessages = {
  // Reading files
  'file-unreadable': entry('error', (a: { why: Why }) => ({
    reason: `This file cannot be read: ${because(a.why)}.`,
    fix: mended[a.why.code] ?? 'Save it as UTF-8 text of at most 2 MiB.',
  })),
  'file-irregular': entry('error', (a: { what: Irregular }) => ({
    reason: `${irregular[a.what]}. A policy is read from plain files alone, so that it is the same for everybody.`,
    fix: misnamed.has(a.what)
      ? 'Give it another name, of letters, digits and hyphens.'
      : 'Put a file here that holds the text itself, or delete this.',
  })),
  'path-twin': entry('error', (a: { other: string }) => ({
    reason: `The name of this and that of ${a.other} are one and the same on some systems: only one of the two would be there.`,
    fix: 'Rename one of them, by more than capitals and accents.',
  })),
  'file-missing': entry('error', (a: { what: string }) => ({
    reason: `There is no ${a.what}.`,
    fix: `Create ${a.what} in the policy folder.`,
  })),
  'file-empty': entry('error', (a: { what: string }) => ({
    reason: `This ${a.what} file is empty.`,
    fix: `Write the ${a.what} here, or delete the file.`,
  })),
  'file-unexpected': entry('warning', (a: { known: readonly string[]; register?: string }) => ({
    reason: 'Nothing reads this file: what it says is not part of the policy.',
    fix: a.register
      ? `Write register: ${a.register} in the clause that it belongs to, or delete the file.`
      : `A policy is read from ${list(a.known, 'and')}. Rename the file, move it, or delete it.`,
  })),
  'hidden-character': entry('error', (a: { character: string }) => ({
    reason: `Nobody can see ${a.character} on this line, and it can make text read differently from what it says.`,
    fix: 'Delete it; type the line again if its words change their order.',
  })),

  'over-limit': entry('error', (a: { found: number; most: number; counts: string; of: string }) => ({
    reason: `There are ${a.found} ${a.counts} here; policyc reads at most ${a.most} in ${a.of}.`,
    fix: 'Say it with fewer, or in several places; docs/limits.md lists every limit.',
  })),
  'near-limit': entry('warning', (a: { found: number; most: number; counts: string; of: string }) => ({
    reason: `There are ${a.found} ${a.counts} here; policyc reads at most ${a.most} in ${a.of}, and little more is to come before nothing can.`,
    fix: 'Say it with fewer, or in several places, before the next change has no room.',
  })),
  'more-problems': entry('error', (a: { count: number; most: number }) => ({
    reason: `${a.count} more ${a.count === 1 ? 'problem is' : 'problems are'} not listed: at most ${a.most} are.`,
    fix: 'Fix those above first, then check again.',
  })),

  // YAML
  'conflict-marker': entry('error', (a: { released?: true }) => ({
    reason: 'git left both sides of a conflict here.',
    fix: a.released
      ? 'A released version is never edited: restore the file, and where two branches released, run policyc archive follow with the other one.'
      : 'Choose what is meant, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  })),
  'yaml-syntax': entry('error', (a: { fault: Fault }) => ({
    reason: `This is not YAML: ${faultInWords(a.fault).is}.`,
    fix: faultInWords(a.fault).fix ?? 'Fix this place first: everything after it may have been misread.',
  })),
  'yaml-tab': entry('error', (_: object) => ({
    reason: 'A tab indents this line; YAML indents with spaces only.',
    fix: 'Write spaces instead, on every line of this file that begins with a tab.',
  })),
  'yaml-duplicate-key': entry('error', (a: { key: string; others?: number }) => ({
    reason: `The key ${a.key} is here twice${a.others ? `, and so are ${a.others} more` : ''}; one of the two would be lost.`,
    fix: `${a.others ? 'Begin what is new here with a hyphen (- id:); or delete' : 'Delete'} one of them, or join their values.`,
  })),
  'yaml-alias': entry('error', (a: { fault: Fault }) => ({
    reason: `This alias cannot be followed: ${faultInWords(a.fault).is}.`,
    fix: 'Write the value out.',
  })),
  'yaml-tag': entry('error', (a: { tag: string }) => ({
    reason: `Tags such as ${a.tag} have no meaning in a policy.`,
    fix: 'Delete the tag.',
  })),
  'yaml-too-deep': entry('error', (_: object) => ({
    reason: `Lists and maps stand in one another more than ${limits.yamlDepth} deep in this file.`,
    fix: 'No clause needs that; flatten it.',
  })),
  'unquoted-date': entry('error', (a: { text: string }) => ({
    reason: `${a.text} is a date without quotes; other YAML readers turn it into a time stamp in another time zone.`,
    fix: `Write "${a.text}".`,
  })),
  'comment-swallows-text': entry('error', (a: { comment: string }) => ({
    reason: `The text ends here: YAML takes “#${a.comment}” as a comment, so readers would never see it.`,
    fix: 'Put the text in quotes or in a block (text: |); put a real comment on a line of its own.',
  })),
};
