import type { Signal } from '../diff/signal.ts';

/** What a change of a text touches, in the words of the report. The JSON report has the names. */
const words: Readonly<Record<string, string>> = {
  category: 'kind of data or term',
  cell: 'cell of a table filled or emptied',
  clause: 'a mark that may turn the sentence',
  date: 'date',
  exception: 'exception or condition',
  field: 'placeholder that a site fills in',
  'front-matter': 'setting of the page',
  furniture: 'a way about the page, or to another',
  link: 'link on unchanged words',
  'link-target': 'where a link leads',
  modal: 'may, can, will or must',
  name: 'name',
  negation: 'negation',
  number: 'number',
  quantifier: 'how much, how many or how long',
  reference: 'numbering',
  renamed: 'name replaced everywhere alike',
  representative: 'who represents a company, or its capital',
  right: 'right or choice',
  sign: 'tick, currency or comparison',
  spelling: 'spelling',
  title: 'what a document calls itself',
  updated: 'date of the document',
  wording: 'other words',
};

/** `high signal: negation, number`; a text that touches nothing of the kind is a low signal without reasons. */
export function signalWords(signal: Signal, signals: readonly string[]): string {
  const reasons = signals.map((name) => words[name] ?? name).join(', ');
  return `${signal} signal${reasons === '' ? '' : `: ${reasons}`}`;
}

export const signalNames: readonly string[] = Object.keys(words);
