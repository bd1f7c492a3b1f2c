import { didYouMean, type Entry, entry, list, type Nearest, nearestOf } from './message.ts';
import { driftMessages } from './messages-drift.ts';
import { type Fault, faultInWords } from './messages-faults.ts';
import { fileMessages } from './messages-files.ts';
import { gateMessages } from './messages-gate.ts';
import { answerMessages } from './messages-law.ts';
import { ruleMessages } from './messages-rules.ts';
import { settingMessages } from './messages-settings.ts';
import {
  type Expected,
  expectedInShort,
  expectedInWords,
  type Found,
  foundInWords,
  type Part,
  partInWords,
  type TypeFix,
  typeFixInWords,
} from './messages-shape.ts';
import { wordsMessages } from './messages-words.ts';

export type { Message, Severity } from './message.ts';

/**
 * Every diagnostic: its severity and its words. A code is added here, gets a page in `docs/diagnostics/` and a
 * sample in `test/samples/check/`; a test holds all three together.
 */

export const messages = {
  ...fileMessages,
  ...answerMessages,
  ...driftMessages,

  // Shape
  'unknown-key': entry(
    'error',
    (
      a: {
        key: string;
        known: readonly string[];
        cut?: true;
        said?: true;
        kinds?: readonly string[];
      } & Nearest,
    ) => {
      if (a.cut)
        return {
          reason: `“${a.key}” stands here as a key: inside { } a comma ends the text before it.`,
          fix: 'Put the whole text in quotes, or write it in a block on lines of its own.',
        };
      if (a.said)
        return {
          reason: `${a.key} says again, or otherwise, what stands beside it.`,
          fix: 'Write one of the two: never: sell, or promise: never and act: sell.',
        };
      return {
        reason: `Nothing here is called ${a.key}.`,
        fix: a.kinds
          ? `Say what the clause states: kind: ${list(a.kinds)}.`
          : didYouMean(a.nearest, `Known here: ${list(a.known)}.`),
      };
    },
  ),
  'missing-key': entry('error', (a: { key: string; what: Part; value?: string }) => ({
    reason: `${partInWords(a.what)} has no ${a.key}.`,
    fix: a.value === undefined ? `Add ${a.key}:.` : `Add ${a.key}: ${a.value}.`,
  })),
  'wrong-type': entry(
    'error',
    (a: { expected: Expected; found: Found; fix?: TypeFix; isText?: boolean }) => ({
      reason: `Expected ${expectedInShort(a.expected)}, found ${foundInWords(a.found)}.`,
      fix: a.fix === undefined ? `Write ${expectedInWords(a.expected)}.` : typeFixInWords(a.fix),
    }),
  ),
  'unknown-value': entry('error', (a: { value: string; known: readonly string[] } & Nearest) => ({
    reason: `${a.value} means nothing here.`,
    fix: didYouMean(a.nearest, `Choose ${list(a.known)}.`),
  })),
  'bad-format': entry('error', (a: { value: string; expected: Expected; meant?: string | undefined }) => ({
    reason: `${a.value} is not ${expectedInShort(a.expected)}.`,
    fix: a.meant === undefined ? `Write ${expectedInWords(a.expected)}.` : `Did you mean ${a.meant}?`,
  })),
  'too-few': entry('error', (a: { what: string; least: number }) => ({
    reason: a.least === 1 ? `${a.what} is empty.` : `${a.what} needs at least ${a.least} entries.`,
    fix: 'Write what belongs here, or delete the key.',
  })),
  'duplicate-entry': entry('error', (a: { value: Part }) => ({
    reason: `${partInWords(a.value)} is listed twice.`,
    fix: 'Delete one of them.',
  })),
  'format-unknown': entry('error', (a: { format: string; known: readonly string[] }) => ({
    reason: `This file says it is ${a.format}; this policyc reads ${list(a.known, 'and')}.`,
    fix: `Write format: ${a.known.at(-1)}, or use the policyc that wrote it.`,
  })),

  // Ids and references
  'policy-id-taken': entry('error', (a: { id: string; other: string }) => ({
    reason: `${a.id} is the id of ${a.other} already: the pages of both would lie at one address.`,
    fix: 'Give this policy an id of its own.',
  })),
  'duplicate-id': entry('error', (a: { id: string; first: string }) => ({
    reason: `${a.id} is the id of something else already, at ${a.first}.`,
    fix: 'Give this one another id: clauses, chapters and parties share one set of ids.',
  })),
  'retired-id': entry('error', (a: { id: string }) => ({
    reason: `${a.id} named another clause in an earlier version; ids are never reused.`,
    fix: 'Choose a new id, or take this one out of retired: if the clause is the same.',
  })),
  'missing-chapter': entry('error', (a: { chapter: string } & Nearest) => ({
    reason: `policy.yaml lists the chapter ${a.chapter}, and no file in chapters/ has it.`,
    fix: didYouMean(a.nearest, `Write chapters/${a.chapter}.yaml, or take it off the list.`),
  })),
  'unlisted-chapter': entry('error', (a: { chapter: string }) => ({
    reason: `The chapter ${a.chapter} is not in the list of policy.yaml, so readers would never see it.`,
    fix: `Add ${a.chapter} to chapters: in policy.yaml.`,
  })),
  'unknown-reference': entry(
    'error',
    (a: { what: string; id: string; meant?: string | undefined; listed?: string } & Nearest) => ({
      reason: `No ${thing(a.what)} is called ${a.id}.`,
      fix: nearestOf(
        a,
        `Use the id of a ${thing(a.what)} that exists${a.listed === undefined ? '' : `: policyc explain ${a.listed} lists them`}.`,
      ),
    }),
  ),
  'wrong-kind-reference': entry('error', (a: { id: string; found: string; expected: string }) => ({
    reason: `${a.id} is a ${a.found}; a ${a.expected} is needed here.`,
    fix: `Use the id of a ${a.expected}.`,
  })),
  'unknown-edition': entry('error', (a: { edition: string; known: readonly string[] }) => ({
    reason: `This policyc has no edition ${a.edition}.`,
    fix: `Use ${list(a.known)}, or a newer policyc.`,
  })),
  'unknown-profile': entry('error', (a: { profile: string; known: readonly string[] } & Nearest) => ({
    reason: `${a.profile} is no legal profile that can be named here: nothing would be held against it.`,
    fix: didYouMean(a.nearest, `Use ${list(a.known)}, or leave it out.`),
  })),

  // Registers and taxonomy
  'register-missing': entry('error', (a: { path: string } & Nearest) => ({
    reason: `There is no ${a.path} in the policy folder.`,
    fix: didYouMean(a.nearest, `Write ${a.path}, or take register: out.`),
  })),
  'csv-syntax': entry('error', (a: { fault: Fault }) => ({
    reason: `This register cannot be read: ${faultInWords(a.fault).is}.`,
    fix:
      faultInWords(a.fault).fix ??
      'Begin with one line of column names (id,name,provider,url,countries,data,purposes); then one line an entry, with a comma between its values.',
  })),
  'taxonomy-redefined': entry('error', (a: { id: string; edition: string }) => ({
    reason: `${a.id} is already defined by edition ${a.edition}; another meaning under the same id would be hidden.`,
    fix: 'Choose another id.',
  })),

  // Prose
  'directive-empty': entry('error', (a: { name: string }) => ({
    reason: `The directive :${a.name} names nothing: its brackets are empty, or never closed.`,
    fix: `Write :${a.name}[id].`,
  })),
  'raw-html': entry('error', (_: object) => ({
    reason: 'Raw HTML is not published.',
    fix: 'Use Markdown; put characters that readers should see in backticks.',
  })),
  'unsafe-link': entry('error', (a: { url: string }) => ({
    reason: `The link ${a.url} is of a kind that is not published.`,
    fix: 'Link to https:, http:, mailto:, tel:, a path or #anchor.',
  })),

  // Translations
  'locale-unlisted': entry('error', (a: { locale: string; listed: readonly string[] }) => ({
    reason: `These translations are in ${a.locale}, which is not a language the policy is translated into.`,
    fix: `policy.yaml lists ${a.listed.join(', ') || 'no translations'}; add ${a.locale} to locales: there, or correct this.`,
  })),
  'translation-extra': entry('error', (a: { owner: string; field: string } & Nearest) => ({
    reason: `${a.owner} has no text ${a.field} to translate.`,
    fix: didYouMean(a.nearest, 'Delete the translation, or correct its key.'),
  })),
  'translation-twice': entry('error', (a: { owner: string; field: string; first: string }) => ({
    reason: `${a.owner}/${a.field} is translated twice; the first is at ${a.first}.`,
    fix: 'Delete one of them.',
  })),
  'translation-references-differ': entry(
    'error',
    (a: { missing: readonly string[]; added: readonly string[] }) => ({
      reason: `The translation does not point at the same things as the text: ${[...a.missing.map((one) => `it lacks ${one}`), ...a.added.map((one) => `it adds ${one}`)].join(', ')}.`,
      fix: 'Use the same directives, each as often, in whatever order the language needs.',
    }),
  ),

  // Consistency
  'consent-unit-conflict': entry('error', (a: { unit: string; first: string }) => ({
    reason: `The consent unit ${a.unit} is described differently at ${a.first}.`,
    fix: 'One act of consent has one kind: make the two agree.',
  })),

  ...ruleMessages,
  ...settingMessages,
  ...wordsMessages,
  ...gateMessages,
} satisfies Record<string, Entry<never>>;

/** What another place has to do with a problem. */
export const roles = {
  first: 'the first',
  'other-bound': 'the other bound',
  promise: 'the promise',
  facts: 'what the facts say',
  original: 'the text that was translated',
} as const;

export type Role = keyof typeof roles;

/** The code of a diagnostic. */
export type Code = keyof typeof messages;
/** The arguments that the words of a code are made of. */
export type MessageArguments<C extends Code> = Parameters<(typeof messages)[C]['say']>[0];

/** What an id is of: a kind of clause, a list of the taxonomy, or an entry of the policy's own list. */
function thing(what: string): string {
  return things[what] ?? what;
}

const things: Readonly<Record<string, string>> = {
  'material-entry': 'entry of the material list',
  data: 'data category',
  purposes: 'purpose',
  permissions: 'permission',
};
