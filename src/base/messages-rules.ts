import { didYouMean, entry, list, type Nearest } from './message.ts';
import { addressMessages } from './messages-addresses.ts';
import { gapMessages } from './messages-gaps.ts';
import { lawMessages } from './messages-law.ts';
import { promiseMessages } from './messages-promises.ts';
import { proseMessages } from './messages-prose.ts';
import { registerMessages } from './messages-registers.ts';
import { textMessages } from './messages-texts.ts';

/** What readers are told of each form of handing data over. */
const formInWords: Readonly<Record<string, string>> = {
  entrust: 'somebody works with the data for the company',
  advise: 'somebody sees the data to advise the company',
  share: 'somebody decides, as the company does, how to use the data',
  succeed: 'somebody takes over the business and the data with it',
  transfer: 'the data is handed over',
  disclose: 'the data is made public',
  provide: 'the law demands that the data is handed over',
};

/** What affects readers most, as a summary would say it. */
const impactInWords: Readonly<Record<string, string>> = {
  sale: 'data is sold',
  advertising: 'others get data for advertising across services',
  automated: 'decisions are taken without a person',
  abroad: 'data goes to other countries',
  children: 'children’s data is collected',
};

/**
 * What the rules say: what holds a policy that can be compiled against itself. A workspace sets how grave each of these
 * is, and a clause may waive it; nothing else can be set, since without it there is no policy to speak of.
 */
export const ruleMessages = {
  // What is translated
  'translation-missing': entry(
    'warning',
    (a: { locale: string; count: number; examples: readonly string[]; prevailing?: string }) => ({
      reason: `${a.count === 1 ? 'One text has' : `${a.count} texts have`} no translation into ${a.locale}: ${a.examples.join(', ')}${a.count > a.examples.length ? ' …' : ''}.`,
      fix: a.prevailing
        ? `prevailing: is ${a.prevailing}, which locales: does not list: if both are one language, write it alike.`
        : `policyc locale status ${a.locale} lists them; readers see the prevailing language meanwhile.`,
    }),
  ),
  'translation-stale': entry(
    'warning',
    (a: { locale: string; owner: string; field: string; now: string }) => ({
      reason: `${a.owner}/${a.field} changed after it was translated.`,
      fix: `Compare the two, then write of: ${a.now} (policyc locale accept does it).`,
    }),
  ),
  'translation-says-otherwise': entry('warning', (a: { quote: string; other: string; locale: string }) => ({
    reason:
      a.quote === a.other
        ? `“${a.quote}” is not translated: the text in ${a.locale} has the same words.`
        : `“${a.quote}” stands where the text in ${a.locale} has “${a.other}”.`,
    fix: 'Bring the translation up to date, or correct the text, whichever is wrong.',
  })),

  // What facts owe each other
  'purpose-not-of-function': entry('error', (a: { data: string; purpose: string }) => ({
    reason: `${a.data} is collected for ${a.purpose}, which is not among this function’s purposes.`,
    fix: 'Add the purpose to purposes:, or take it out of for:.',
  })),
  'function-without-tier': entry('warning', (a: { id: string; asks: string }) => ({
    reason: `${a.id} is said to be neither a basic nor an additional function; ${a.asks} asks for one of the two.`,
    fix: `Add tier: basic or tier: additional to ${a.id}.`,
  })),
  'recipient-without-form': entry('warning', (a: { id: string; asks: string }) => ({
    reason: `Nothing says how ${a.id} gets data, and what may become of it there; ${a.asks} tells recipients apart by that.`,
    fix: `Add form: to ${a.id}: entrust, where it works on your behalf, or share, where it decides by itself.`,
  })),
  'basic-without-refusal': entry('error', (a: { id: string }) => ({
    reason: 'Readers must be told what happens if they refuse data that a basic function needs.',
    fix: `Add refusal: to ${a.id}.`,
  })),
  'additional-without-refusal': entry('warning', (a: { id: string }) => ({
    reason: 'An additional function is a free choice; nothing says what readers lose by refusing it.',
    fix: `Add refusal: to ${a.id}.`,
  })),
  'additional-without-choice': entry('warning', (a: { id: string }) => ({
    reason: 'Nothing says how to switch this additional function off again.',
    fix: `Add optOut: to ${a.id}.`,
  })),
  'sensitive-without-necessity': entry('error', (a: { id: string; data: readonly string[] }) => ({
    reason: `${a.id} uses sensitive data (${a.data.join(', ')}) and does not say why it is necessary and how it affects people.`,
    fix: 'Add sensitive: with necessity: and impact:.',
  })),
  'sensitive-not-in-summary': entry('warning', (a: { id: string; data: readonly string[] }) => ({
    reason: `The summary leaves out ${a.id}, which uses sensitive data (${a.data.join(', ')}).`,
    fix: `Add summary: to ${a.id}, or to its chapter.`,
  })),
  'high-impact-not-in-summary': entry('warning', (a: { id: string; impact: string }) => ({
    reason: `No summary says that ${impactInWords[a.impact] ?? a.impact}, and ${a.id} does.`,
    fix: `Say so in summary: of ${a.id}, or of its chapter.`,
  })),
  'permission-without-trigger': entry('warning', (a: { permission: string }) => ({
    reason: `Nothing says which act of the reader makes the app use the ${a.permission} permission.`,
    fix: `Write { permission: ${a.permission}, trigger: … }.`,
  })),
  'data-without-retention': entry('warning', (a: { data: string }) => ({
    reason: `Nothing says how long ${a.data} is kept.`,
    fix: 'Cover it with a retention clause, or write default: true in one of them.',
  })),
  'two-default-retentions': entry('error', (a: { first: string }) => ({
    reason: `${a.first} is already the default retention.`,
    fix: 'Only one retention clause may say default: true.',
  })),
  'retention-without-period': entry('error', (a: { id: string }) => ({
    reason: `${a.id} states neither a period nor a criterion.`,
    fix: 'Add period: P30D (ISO 8601), or criterion: with the rule that sets it.',
  })),
  'start-without-period': entry('warning', (a: { id: string; start: string }) => ({
    reason: `${a.id} keeps data as long as an account is in use: nothing of a set length begins there (start: ${a.start}).`,
    fix: 'Take start: out, or give the period that begins there, such as period: P30D.',
  })),
  'recipient-data-not-collected': entry('warning', (a: { data: string; recipient: string }) => ({
    reason: `${a.recipient} receives ${a.data}, which no function or technology collects.`,
    fix: 'Add it to the function that collects it, or correct the id.',
  })),
  'form-unlike-category': entry(
    'warning',
    (a: { form: string; category: string; fitting: readonly string[] }) => ({
      reason: `Readers are told that ${formInWords[a.form] ?? a.form} (form: ${a.form}), and the recipient is of another kind: ${a.category}.`,
      fix: `Write form: ${list(a.fitting)}, or another category.`,
    }),
  ),
  'no-material-list': entry('warning', (_: object) => ({
    reason:
      'The policy never says which changes are material: what readers lose by is taken to be, and every other change of fact needs a person to judge it.',
    fix: 'Add a clause of kind change with a material: list.',
  })),
  'watch-unknown': entry('error', (a: { watch: string } & Nearest) => ({
    reason: `No change can ever match the watch ${a.watch}.`,
    fix: didYouMean(a.nearest, 'policyc explain watches lists what can be watched.'),
  })),
  'watch-impossible': entry('error', (a: { watch: string }) => ({
    reason: `No change can ever match ${a.watch}: its filters leave nothing over.`,
    fix: 'Take one of the filters out. policyc explain watch-impossible says what each of them leaves.',
  })),
  'watch-unmet': entry('warning', (a: { entry: string; watch: string }) => ({
    reason: `The entry ${a.entry} watches ${a.watch}, and the policy states no such fact: as long as it does not, no change of it is seen.`,
    fix: 'State the fact in a clause of that kind. Keep the watch: it sees what becomes of such a fact from the day it is stated.',
  })),
  'no-contact': entry('warning', (_: object) => ({
    reason: 'The policy gives readers no way to reach you.',
    fix: 'Add a clause of kind contact.',
  })),
  'no-controller': entry('error', (_: object) => ({
    reason: 'No party has the role of controller: readers cannot tell who is responsible.',
    fix: 'Add a party with role: controller to policy.yaml.',
  })),
  'conflicting-age': entry('error', (a: { first: string; second: string }) => ({
    reason: `This says children are ${a.second}; another clause says ${a.first}.`,
    fix: 'Use one age bound in definitions and minors clauses.',
  })),

  ...promiseMessages,
  ...textMessages,
  ...proseMessages,
  ...gapMessages,
  ...registerMessages,
  ...addressMessages,
  ...lawMessages,
};

/** The code of a rule. */
export type RuleCode = keyof typeof ruleMessages;

export function isRule(code: string): code is RuleCode {
  return Object.hasOwn(ruleMessages, code);
}
