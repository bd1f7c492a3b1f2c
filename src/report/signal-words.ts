import type { Signal } from '../diff/signal.ts';

/** What a change of a text touches, in the words of the report. The JSON report has the names. */
const words: Readonly<Record<string, string>> = {
  absolute: 'always, usually or for good',
  address: 'postal address',
  alternative: 'and or or',
  category: 'kind of data',
  cell: 'cell of a table filled or emptied',
  clause: 'a mark that may turn the sentence',
  consent: 'consent, choice or telling',
  country: 'country or region',
  date: 'date',
  direction: 'from or to',
  duration: 'how long',
  exception: 'exception or condition',
  field: 'placeholder that a site fills in',
  'front-matter': 'setting of the page',
  item: 'member of a list',
  language: 'a language whose words policyc does not know',
  link: 'link on unchanged words',
  'link-target': 'where a link leads',
  'log-entry': 'entry of a change log',
  modal: 'may, can, will or must',
  name: 'name',
  negation: 'negation',
  number: 'number',
  person: 'we, you or they',
  place: 'on the device or elsewhere',
  processing: 'what is done with data',
  purpose: 'purpose',
  quantifier: 'how much or how many',
  recipient: 'who receives data',
  reference: 'numbering',
  right: 'right or duty',
  sign: 'tick, currency or comparison',
  spelling: 'spelling',
  switch: 'on or off',
  timing: 'before or after',
  updated: 'date of the document',
  wording: 'other words in the same place',
};

/** `high signal: negation, number`; a text that touches nothing of the kind is a low signal without reasons. */
export function signalWords(signal: Signal, signals: readonly string[]): string {
  const reasons = signals.map((name) => words[name] ?? name).join(', ');
  return `${signal} signal${reasons === '' ? '' : `: ${reasons}`}`;
}

export const signalNames: readonly string[] = Object.keys(words);
